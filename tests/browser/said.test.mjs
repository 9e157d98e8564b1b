// What is announced while the focus stays: through one region, there from the start, half by half.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { answer, button, close, people, quietly, quiz, takeToResult, visit } from "./harness.mjs";

after(close);

const { words } = quiz;
const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
/** The region's two halves. */
const halves = (page) => page.getByRole("status").allTextContents();
const says = (page, ...texts) => page.waitForFunction((texts) => {
  const shown = [...document.querySelector("career-quiz").shadowRoot.querySelectorAll("[role=status]")].map((one) => one.textContent);
  return JSON.stringify(shown) === JSON.stringify(texts);
}, texts).catch(async () => assert.deepEqual(await halves(page), texts));
/** Marks the region, so that one that took its place is told from it. */
const mark = (page) => page.getByRole("status").first().evaluate((half) => { globalThis.region = half.parentElement; });
const same = (page) => page.evaluate(() => globalThis.region.isConnected);

test("picks are counted aloud, in turn by two halves, and a pick too many is heard each time", async () => {
  const { page, context, said } = await visit();
  await button(page, words.skip).click();
  await page.getByRole("checkbox").first().waitFor();
  await says(page, "", "");
  await mark(page);
  const pick = (at) => page.locator("career-quiz .choice").nth(at).click();
  const counted = (n) => filled(words.picks, { n, max: 3 });
  await pick(0);
  await says(page, "", counted(1));
  await pick(1);
  await says(page, counted(2), "");
  await pick(2);
  await says(page, "", counted(3));
  const full = filled(words.picks_full, { n: 3, max: 3 });
  await pick(3);
  await says(page, full, "");
  await pick(4);
  await says(page, "", full);
  assert.ok(await same(page), "the region is the one that was there");
  await button(page, words.continue).click();
  await page.locator("career-quiz .row").first().waitFor();
  await says(page, "", "");
  assert.ok(await same(page), "and outlives its screen");
  quietly(said);
  await context.close();
});

test("what came of copying is announced each time, and nothing else on the page is live", async () => {
  const { page, context, said } = await visit();
  await takeToResult(page, people.nlp);
  await says(page, "", "");
  const live = page.locator("career-quiz :is([role=status], [role=alert], [aria-live])");
  assert.equal(await live.count(), 2);
  const before = await halves(page);
  await button(page, words.share_copy).click();
  await page.locator("career-quiz .heard", { hasText: words.heard_copied }).first().waitFor();
  const once = await halves(page);
  assert.deepEqual(once.filter(Boolean), [words.heard_copied]);
  assert.deepEqual(before.filter(Boolean), []);
  await button(page, words.share_copy).click();
  await says(page, ...once.toReversed());
  await page.locator("career-quiz summary", { hasText: "Mastodon" }).click();
  quietly(said);
  await context.close();
});

test("a screen that takes the focus says nothing twice", async () => {
  const { page, context, said } = await visit();
  await button(page, words.skip).click();
  await answer(page, quiz.questions[1], people.nlp["help-build"]);
  await button(page, words.back).click();
  await button(page, words.continue).click();
  await page.getByRole("group", { name: words.problem }).waitFor();
  await says(page, "", "");
  quietly(said);
  await context.close();
});
