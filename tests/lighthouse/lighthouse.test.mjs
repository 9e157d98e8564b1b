// Lighthouse's audits of the quiz's own page and of a post with it. Performance is a matter of the
// machine too: `cargo xtask bench --lighthouse` tells it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { need } from "../engines/programs.mjs";
import { blog } from "../engines/site.mjs";
import { measure, PAGES } from "./measure.mjs";

const STEADY = ["accessibility", "best-practices", "seo"];

for (const [name, path] of Object.entries(PAGES)) {
  test(`Lighthouse gives ${name} 100 for all that does not hang on the machine`, { timeout: 120_000 }, async (t) => {
    const found = need(t, "chromium");
    if (!found) return;
    const said = await measure(found.chromium, process.env.CAREER_QUIZ_SITE + path, STEADY);
    assert.deepEqual([said.scores, said.failed], [Object.fromEntries(STEADY.map((id) => [id, 100])), []]);
  });
}

test("Lighthouse gives a post 100 for accessibility when it may look into the quiz", { timeout: 120_000 }, async (t) => {
  const found = need(t, "chromium");
  if (!found) return;
  const site = await blog(process.env.CAREER_QUIZ_DIST);
  try {
    const said = await measure(found.chromium, `${site.address}post.html`, ["accessibility"]);
    assert.deepEqual([said.scores, said.failed], [{ accessibility: 100 }, []]);
    // Of the quiz's own: the page around it has neither.
    for (const id of ["button-name", "color-contrast"]) assert.ok(said.passed.includes(id), `${id} in ${said.passed}`);
  } finally {
    site.close();
  }
});
