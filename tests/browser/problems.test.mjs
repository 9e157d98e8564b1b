// What is said when Continue is pressed too early, and that nothing moves when it is said.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { answer, button, close, people, phone, quietly, quiz, visit } from "./harness.mjs";

after(close);

const places = (page) => page.locator("career-quiz :is(.title, .choice, .row, .actions .button)").evaluateAll(
  (all) => all.map((one) => { const box = one.getBoundingClientRect(); return [box.x, box.y + scrollY, box.width, box.height]; }),
);
/** Less than half a pixel: engines differ in how they round. */
const same = (before, now, message) => {
  assert.equal(now.length, before.length, message);
  const moved = Math.max(...before.flatMap((box, at) => box.map((edge, side) => Math.abs(edge - now[at][side]))));
  assert.ok(moved < 0.5, `${message}: by at most ${moved} px`);
};

test("each question says what is missing, twice in the same words, and moves nothing", async () => {
  const { page, context, said } = await visit({ viewport: phone });
  for (const question of quiz.questions) {
    await page.locator("career-quiz .title", { hasText: question.prompt }).waitFor();
    if (question.id !== "have") {
      const before = await places(page);
      await button(page, quiz.words.continue).click();
      const inline = await page.locator("career-quiz .error span").last().innerText();
      const summary = page.locator("career-quiz .problem");
      assert.equal(await summary.getByRole("button").innerText(), inline);
      assert.ok(inline.length > 0);
      same(before, await places(page), `${question.id}: nothing moved`);
      assert.equal(await summary.evaluate((one) => one.getRootNode().activeElement === one), true, "focus is on the summary");
      await summary.getByRole("button").click();
      const type = await page.evaluate(() => document.activeElement.shadowRoot.activeElement.type);
      assert.ok(["radio", "checkbox"].includes(type), `${question.id}: the summary leads to an input`);
    }
    await answer(page, question, people.nlp[question.id]);
    assert.equal(await page.locator("career-quiz .problem").isVisible(), false, "the problem is gone once it is solved");
    await button(page, quiz.words.continue).click();
  }
  quietly(said);
  await context.close();
});

test("a fourth pick is refused in words and the three stay", async () => {
  const { page, context, said } = await visit();
  await button(page, quiz.words.skip).click();
  const labels = page.locator("career-quiz .choice");
  await labels.first().waitFor();
  const before = await places(page);
  for (const at of [0, 1, 2, 3, 4]) await labels.nth(at).click();
  const checked = await page.locator("career-quiz .choice input").evaluateAll((all) => all.map((one) => one.checked));
  assert.deepEqual(checked.slice(0, 5), [true, true, true, false, false]);
  const note = page.locator("career-quiz .note");
  const full = await note.innerText();
  await labels.nth(0).click();
  assert.notEqual(await note.innerText(), full);
  assert.ok((await page.getByRole("status").allTextContents()).includes(await note.textContent()), "and aloud");
  await labels.nth(3).click();
  assert.equal(await labels.nth(3).locator("input").isChecked(), true);
  same(before, await places(page), "picking and refusing move nothing");
  quietly(said);
  await context.close();
});

test("the review names what is needed and leads there", async () => {
  const { page, context, said } = await visit();
  for (const question of quiz.questions) {
    await page.locator("career-quiz .title", { hasText: question.prompt }).waitFor();
    if (["help-build", "reward", "breadth"].includes(question.id)) await answer(page, question, people.nlp[question.id]);
    const skip = button(page, quiz.words.skip);
    if (await skip.isVisible()) await skip.click();
    else await button(page, quiz.words.continue).click();
  }
  await button(page, quiz.words.see_result).click();
  const problem = page.locator("career-quiz .problem");
  await problem.waitFor();
  await problem.getByRole("button").first().click();
  await page.locator("career-quiz .question .choice").first().waitFor();
  quietly(said);
  await context.close();
});
