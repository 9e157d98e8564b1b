// What the browser remembers, and that the quiz works where it cannot.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { answer, button, close, outcome, people, quietly, quiz, takeToResult, visit } from "./harness.mjs";

after(close);

const key = "career-quiz:1:career-quiz";
const stored = (page) => page.evaluate((key) => localStorage.getItem(key), key);

async function answerTwo(page) {
  for (const id of ["free-week", "help-build"]) {
    await answer(page, quiz.questions.find((one) => one.id === id), people.nlp[id]);
    await button(page, quiz.words.continue).click();
  }
  await page.locator("career-quiz .title", { hasText: quiz.questions[2].prompt }).waitFor();
}

test("after a reload she continues where she was, with choices in the same order", async () => {
  const { page, context, said } = await visit();
  const order = () => page.locator("career-quiz .row legend").allInnerTexts();
  await answerTwo(page);
  const before = await order();
  await page.reload();
  await button(page, quiz.words.resume_continue).click();
  await page.locator("career-quiz .title", { hasText: quiz.questions[2].prompt }).waitFor();
  assert.deepEqual(await order(), before);
  await button(page, quiz.words.back).click();
  assert.equal(await page.locator("career-quiz input:checked").count(), 3);
  quietly(said);
  await context.close();
});

test("a half rated question comes back half rated", async () => {
  const { page, context } = await visit();
  await answerTwo(page);
  await answer(page, quiz.questions[2], { "two-meanings": 4 });
  await page.reload();
  await button(page, quiz.words.resume_continue).click();
  assert.equal(await page.locator('career-quiz input[name="two-meanings"]:checked').inputValue(), "4");
  await context.close();
});

test("a result comes back as the result", async () => {
  const { page, context, said } = await visit();
  await takeToResult(page, people.generalist);
  const own = await outcome(page);
  await page.reload();
  await button(page, quiz.words.resume_continue).click();
  assert.deepEqual(await outcome(page), own);
  quietly(said);
  await context.close();
});

test("starting again keeps what is remembered until the first new answer", async () => {
  const { page, context } = await visit();
  await answerTwo(page);
  await page.reload();
  await button(page, quiz.words.restart).click();
  await page.locator("career-quiz .title", { hasText: quiz.questions[0].prompt }).waitFor();
  await page.reload();
  await button(page, quiz.words.restart).click();
  await answer(page, quiz.questions[0], "board-game");
  await page.reload();
  await button(page, quiz.words.resume_continue).click();
  assert.equal(await page.locator("career-quiz input:checked").inputValue(), "board-game");
  await context.close();
});

test("forgetting takes a second press and leaves nothing behind", async () => {
  const { page, context, said } = await visit();
  await takeToResult(page, people.nlp);
  await page.locator("career-quiz summary", { hasText: quiz.words.forget }).click();
  await page.waitForFunction((key) => localStorage.getItem(key) !== null, key);
  await button(page, quiz.words.forget_confirm).click();
  await page.locator("career-quiz .title", { hasText: quiz.questions[0].prompt }).waitFor();
  assert.equal(await stored(page), null);
  await page.reload();
  await page.locator("career-quiz .question").waitFor();
  assert.equal(await page.locator("career-quiz .resume").count(), 0);
  quietly(said);
  await context.close();
});

test("after 30 days she is asked from the beginning, a day earlier she is not", async () => {
  const { page, context, said } = await visit();
  await answerTwo(page);
  for (const [days, screen] of [[29, ".resume"], [31, ".question"]]) {
    await page.goto("about:blank");
    await page.goto(process.env.CAREER_QUIZ_URL);
    await page.locator("career-quiz .page").waitFor();
    await page.evaluate(([key, days]) => {
      const line = localStorage.getItem(key);
      localStorage.setItem(key, `${Date.now() - days * 86_400_000} ${line.slice(line.indexOf(" ") + 1)}`);
    }, [key, days]);
    await page.reload();
    await page.locator(`career-quiz ${screen}`).waitFor();
  }
  // The prerendered question stands there before anything is forgotten.
  await page.waitForFunction((key) => localStorage.getItem(key) === null, key);
  quietly(said);
  await context.close();
});

test("an answer taken back does not come back", async () => {
  const { page, context, said } = await visit();
  await answer(page, quiz.questions[0], "rule-book");
  await page.waitForFunction((key) => localStorage.getItem(key) !== null, key);
  await button(page, quiz.words.skip).click();
  await page.reload();
  await page.locator("career-quiz .question").waitFor();
  assert.equal(await page.locator("career-quiz input:checked").count(), 0);
  quietly(said);
  await context.close();
});

test("what one tab forgets, another does not write again", async () => {
  const { page, context } = await visit();
  await answerTwo(page);
  await page.reload();
  const { page: other } = await visit({ context });
  await button(other, quiz.words.resume_continue).click();
  await answer(other, quiz.questions[2], { "two-meanings": 4 });
  const heard = other.evaluate(() => new Promise((done) => addEventListener("storage", () => done(), { once: true })));
  await page.locator("career-quiz summary", { hasText: quiz.words.forget }).click();
  await button(page, quiz.words.forget_confirm).click();
  await page.locator("career-quiz .question").waitFor();
  await heard;
  await other.goto("about:blank");
  assert.equal(await stored(page), null);
  await context.close();
});

const corrupt = ["", "x", "{}", "1 2 3", "99999999999999999999 1f reward 1.career-quiz.a:b", "\u0000\uffff", `${Date.now()} 1f reward 2.career-quiz.free-week:plant-photo`,
  `${Date.now()} 1f reward ${"1.career-quiz.".repeat(5000)}`];
for (const [at, line] of corrupt.entries()) {
  test(`memory that makes no sense (${at + 1}) is passed over`, async () => {
    const { page, context, said } = await visit({
      before: (page) => page.addInitScript(([key, line]) => {
        // Firefox runs this on its blank page too, where there is no storage.
        if (location.protocol === "http:") localStorage.setItem(key, line);
      }, [key, line]),
    });
    await page.locator("career-quiz .question").waitFor();
    quietly(said);
    await context.close();
  });
}

const deny = {
  "denied by the browser": () => Object.defineProperty(window, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } }),
  "full": () => { Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }; },
  "missing": () => Object.defineProperty(window, "localStorage", { value: null }),
  "unreadable": () => { Storage.prototype.getItem = () => { throw new DOMException("broken", "InvalidStateError"); }; },
};
for (const [name, script] of Object.entries(deny)) {
  test(`with storage ${name} the quiz works and nothing is said`, async () => {
    const { page, context, said } = await visit({ before: (page) => page.addInitScript(script) });
    await takeToResult(page, people.networks);
    assert.equal((await outcome(page)).path, "neural-networks");
    quietly(said);
    await context.close();
  });
}
