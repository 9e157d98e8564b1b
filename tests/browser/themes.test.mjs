// The ready themes: drawn as `cargo xtask check --theme` says, and without fault to axe-core.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, test } from "node:test";
import { answer, arrived, button, close, people, quiz, takeToReview, visit } from "./harness.mjs";

const folder = mkdtempSync(join(tmpdir(), "career-quiz-themes-"));
after(() => rmSync(folder, { recursive: true }));
after(close);

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
writeFileSync(join(folder, "defaults.css"), "career-quiz { }\n");

const themes = { "the defaults": join(folder, "defaults.css") };
for (const name of ["plain", "editorial", "playful"]) {
  themes[name] = fileURLToPath(new URL(`../../themes/${name}.css`, import.meta.url));
}

/** What the checker says of a theme; it fails where the theme does. */
const checked = (file) =>
  JSON.parse(execFileSync(process.env.CAREER_QUIZ_CARGO, ["xtask", "check", "--theme", file, "--json"], { stdio: ["ignore", "pipe", "ignore"] }));

/** What the browser draws of one property of an element: red, green, blue, alpha. */
const drawn = (page, element, property) =>
  page.locator(`career-quiz ${element}`).first().evaluate((found, property) => {
    const brush = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d");
    brush.fillStyle = getComputedStyle(found)[property];
    brush.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = brush.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  }, property);

async function same(page, tokens, expected) {
  for (const [element, property, token] of expected) {
    const [found, said] = [await drawn(page, element, property), tokens[token]];
    const apart = Math.max(...said.map((part, at) => Math.abs(part - found[at]) * (at === 3 ? 255 : 1)));
    // What is clear has no colour.
    if (said[3] > 0 || found[3] > 0) assert.ok(apart <= 2, `${element} ${property} is ${found}, ${token} was said to be ${said}`);
  }
}

async function audit(page, screen) {
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(" "))}`), [], screen);
}

for (const [name, file] of Object.entries(themes)) {
  for (const colorScheme of ["light", "dark"]) {
    test(`${name}: colours are as checked, and axe finds nothing, ${colorScheme}`, async () => {
      const report = checked(file);
      const { tokens, pairs } = report.cases.find((one) => one.case === colorScheme);
      assert.ok(pairs.every(({ ratio, good }) => ratio >= good), "each pair is good");

      const { page, context } = await visit({ colorScheme });
      await page.addStyleTag({ path: file });
      await page.evaluate(axe);
      await arrived(page);
      const first = quiz.questions[0];
      await same(page, tokens, [
        [".quiz", "color", "ink"], [".quiz", "backgroundColor", "surface"],
        [".title", "color", "ink"], [".count", "color", "soft"],
        [".choice", "color", "ink"], [".choice", "backgroundColor", "card"], [".choice", "borderTopColor", "edge"],
        [".choice input", "borderTopColor", "edge"],
        [".button", "color", "on-strong"], [".button", "backgroundColor", "strong"], [".link", "color", "strong"],
      ]);
      await audit(page, "the first question");
      await button(page, quiz.words.continue).hover();
      await same(page, tokens, [[".button", "backgroundColor", "ink"], [".button", "color", "on-strong"]]);
      await button(page, quiz.words.continue).click();
      await same(page, tokens, [[".error:visible", "color", "error"], [".problem", "borderTopColor", "error"], [".problem", "backgroundColor", "card"]]);
      await answer(page, first, people.nlp[first.id]);
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowUp");
      await same(page, tokens, [
        [".choice:has(:checked)", "backgroundColor", "tint"], [".choice:has(:checked)", "borderTopColor", "strong"],
        [".choice:has(:checked)", "outlineColor", "focus"], [".choice :checked", "borderTopColor", "strong"],
      ]);

      await takeToReview(page, people.nlp);
      await audit(page, "the review");
      await button(page, quiz.words.see_result).click();
      await page.locator("career-quiz .result").waitFor();
      await audit(page, "the result");
      await same(page, tokens, [
        [".button.quiet", "color", "ink"], [".button.quiet", "backgroundColor", "card"], [".button.quiet", "borderTopColor", "edge"],
        [".square .ruler", "fill", "square"], [".circle .ruler", "fill", "circle"], [".triangle .ruler", "fill", "triangle"], [".diamond .ruler", "fill", "diamond"],
        [".roadmap .now", "color", "ink"], [".field", "borderTopColor", "edge"],
      ]);
      await context.close();
    });
  }
}
