// What a screen reader is given: every screen's accessibility tree, as it was reviewed.
//
// After a wanted change: `CAREER_QUIZ_ARIA=update node --test tests/browser/aria.test.mjs`, then
// read the diff of tests/browser/aria/ for roles, names, states, order and heading levels.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { after, test } from "node:test";
import { address, close, isFirefox, quietly } from "./harness.mjs";
import { mainScreens, walk } from "./screens.mjs";

after(close);

const folder = new URL("aria/", import.meta.url);
const updating = process.env.CAREER_QUIZ_ARIA === "update";
mkdirSync(folder, { recursive: true });

/** The quiz's address differs from run to run. */
const settled = (text) => [address, encodeURIComponent(address)].reduce((text, one, at) => text.replaceAll(one, at ? encodeURIComponent("https://example.com/") : "https://example.com/"), text);

/** Compares with the file, all at once, so that one run names everything that differs. */
function compare(kind, seen) {
  if (updating) for (const [name, text] of seen) writeFileSync(new URL(`${name}.${kind}`, folder), text);
  const files = readdirSync(folder).filter((file) => file.endsWith(`.${kind}`));
  assert.deepEqual(files.toSorted(), [...seen.keys()].map((name) => `${name}.${kind}`).toSorted(), "one file a screen");
  for (const [name, text] of seen) assert.equal(text, readFileSync(new URL(`${name}.${kind}`, folder), "utf8"), name);
}

test("every screen's accessibility tree is the one that was reviewed", { skip: isFirefox && "trees are those of one engine" }, async () => {
  const seen = new Map();
  quietly(await walk(async (page, name) => {
    const root = name === "page of a path" ? page.locator("body") : page.locator("career-quiz");
    seen.set(name.replaceAll(" ", "-"), `${settled(await root.ariaSnapshot())}\n`);
  }));
  compare("yml", seen);
});

test("with the style sheets gone every main screen reads in the same order", { skip: isFirefox && "texts are those of one engine" }, async () => {
  const seen = new Map();
  await walk(async (page, name) => {
    if (!mainScreens.includes(name)) return;
    const text = await page.locator("career-quiz").evaluate(({ shadowRoot }) => {
      const sheets = shadowRoot.adoptedStyleSheets;
      shadowRoot.adoptedStyleSheets = [];
      try {
        return shadowRoot.querySelector(".quiz").innerText;
      } finally {
        shadowRoot.adoptedStyleSheets = sheets;
      }
    });
    seen.set(name.replaceAll(" ", "-"), `${settled(text).split("\n").map((line) => line.trim()).filter(Boolean).join("\n")}\n`);
  });
  compare("txt", seen);
});
