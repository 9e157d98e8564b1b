// Lighthouse's accessibility audits, of the standalone page and of a post with the quiz opened to it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { need } from "../engines/programs.mjs";
import { blog } from "../engines/site.mjs";

/** The score, and every audit that did not pass. */
async function audit(t, url) {
  const found = need(t, "chromium");
  if (!found) return undefined;
  const chrome = await launch({ chromePath: found.chromium, chromeFlags: ["--headless=new", "--no-sandbox"] });
  try {
    const { lhr } = await lighthouse(url, { port: chrome.port, onlyCategories: ["accessibility"], logLevel: "error" });
    const audits = Object.values(lhr.audits);
    const failed = audits.filter(({ score }) => score !== null && score < 1).map(({ id }) => id);
    return { score: lhr.categories.accessibility.score, failed, passed: audits.filter(({ score }) => score === 1).map(({ id }) => id) };
  } finally {
    chrome.kill();
  }
}

test("Lighthouse gives the standalone page 100 for accessibility", { timeout: 120_000 }, async (t) => {
  const said = await audit(t, process.env.CAREER_QUIZ_URL);
  if (said) assert.deepEqual([said.score, said.failed], [1, []]);
});

test("Lighthouse gives a post 100 for accessibility when it may look into the quiz", { timeout: 120_000 }, async (t) => {
  const site = await blog(process.env.CAREER_QUIZ_DIST);
  try {
    const said = await audit(t, `${site.address}post.html`);
    if (!said) return;
    assert.deepEqual([said.score, said.failed], [1, []]);
    // Of the quiz's own: the page around it has neither.
    for (const id of ["button-name", "color-contrast"]) assert.ok(said.passed.includes(id), `${id} in ${said.passed}`);
  } finally {
    site.close();
  }
});
