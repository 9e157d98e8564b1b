// A visitor takes the quiz, by mouse, by touch and by keyboard alone.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import {
  answer, arrived, button, close, press, heading, outcome, people, phone, quietly, quiz, score, takeToResult, takeToReview, visit,
} from "./harness.mjs";

after(close);

const expected = (answers) => {
  const { path, stage } = score(answers);
  return { path, stage };
};

for (const [name, answers] of Object.entries(people)) {
  test(`by mouse, ${name} answers reach the path and stage of the score`, async () => {
    const { page, context, said } = await visit({ viewport: { width: 1280, height: 900 } });
    await takeToResult(page, answers);
    assert.deepEqual(await outcome(page), expected(answers));
    quietly(said);
    await context.close();
  });

  test(`by touch on a phone, ${name} answers reach the path and stage of the score`, async () => {
    const { page, context, said } = await visit({ viewport: phone, hasTouch: true });
    await takeToResult(page, answers, press);
    assert.deepEqual(await outcome(page), expected(answers));
    quietly(said);
    await context.close();
  });

  test(`by keyboard alone, ${name} answers reach the path and stage of the score`, async () => {
    const { page, context, said } = await visit({ viewport: { width: 1280, height: 900 } });
    for (const question of quiz.questions) {
      await heading(page).filter({ hasText: question.prompt }).waitFor();
      const given = answers[question.id];
      if (question.format === "rating") {
        const order = await rowNames(page);
        for (const row of order) await choose(page, row, String(given[row]));
      } else if (question.format === "rank") {
        for (const row of await rowNames(page)) await choose(page, row, String(given.indexOf(row) + 1));
      } else if (question.format === "multiple") {
        for (const choice of await valuesInOrder(page, question.id)) {
          if (!given.includes(choice)) continue;
          await tabTo(page, { name: question.id, value: choice });
          await page.keyboard.press("Space");
        }
      } else {
        await choose(page, question.id, given);
      }
      await tabTo(page, { text: quiz.words.continue });
      await page.keyboard.press("Enter");
    }
    await page.locator("career-quiz .review").waitFor();
    await tabTo(page, { text: quiz.words.see_result });
    await page.keyboard.press("Enter");
    await page.locator("career-quiz .result").waitFor();
    assert.deepEqual(await outcome(page), expected(answers));
    quietly(said);
    await context.close();
  });
}

test("skipping what may be skipped reaches the score of what was answered", async () => {
  const { page, context, said } = await visit();
  const { "free-week": _, proudest: __, maths: ___, ...rest } = people.nlp;
  await takeToResult(page, rest);
  assert.deepEqual(await outcome(page), expected(rest));
  quietly(said);
  await context.close();
});

test("every answer can be changed from the review, and Back keeps answers", async () => {
  const { page, context, said } = await visit();
  await takeToReview(page, people.nlp);
  const before = await page.locator("career-quiz .said").allInnerTexts();
  const changes = page.locator("career-quiz .answers button");
  assert.equal(await changes.count(), quiz.questions.length);
  for (let at = 0; at < quiz.questions.length; at += 1) {
    await changes.nth(at).click();
    await page.locator("career-quiz .title", { hasText: quiz.questions[at].prompt }).waitFor();
    await button(page, quiz.words.continue).click();
    await page.locator("career-quiz .review").waitFor();
  }
  for (let at = quiz.questions.length; at > 0; at -= 1) await button(page, quiz.words.back).click();
  await page.locator("career-quiz .title", { hasText: quiz.questions[0].prompt }).waitFor();
  for (const _ of quiz.questions) await button(page, quiz.words.continue).click();
  assert.deepEqual(await page.locator("career-quiz .said").allInnerTexts(), before);
  quietly(said);
  await context.close();
});

test("a change is tried in place and undone, and her own answers stay", async () => {
  const { page, context, said } = await visit();
  await takeToResult(page, people.nlp);
  const own = await outcome(page);
  await button(page, quiz.words.try).click();
  const tried = await outcome(page);
  assert.notEqual(tried.path, own.path);
  const focusOnHeading = () => heading(page).evaluate((title) => title.getRootNode().activeElement === title);
  assert.equal(await focusOnHeading(), true, "the focus is on the new heading");
  await page.locator("career-quiz .trial button").click();
  assert.deepEqual(await outcome(page), own);
  assert.equal(await focusOnHeading(), true, "and on her own again");
  await button(page, quiz.words.try).click();
  await button(page, quiz.words.change_answer).click();
  await button(page, quiz.words.see_result).click();
  assert.deepEqual(await outcome(page), own, "leaving the result leaves the trial");
  quietly(said);
  await context.close();
});

test("up and down give places as the numbers do", async () => {
  const { page, context, said } = await visit();
  const { "free-week": _, ...rest } = people.nlp;
  await button(page, quiz.words.skip).click();
  for (const id of ["help-build", "enjoy-first"]) {
    await answer(page, quiz.questions.find((one) => one.id === id), rest[id]);
    await button(page, quiz.words.continue).click();
  }
  const row = (id) => page.locator("career-quiz .row", { has: page.locator(`input[name="${id}"]`) });
  const move = (id, word) => row(id).getByRole("button", { name: new RegExp(`^${word}`) }).click();
  await move("decide", quiz.words.up);
  await move("language", quiz.words.up);
  await move("recognise", quiz.words.up);
  await move("recognise", quiz.words.down);
  const places = {};
  for (const id of ["recognise", "language", "decide"]) places[id] = await row(id).locator("input:checked").inputValue();
  assert.deepEqual(places, { recognise: "2", language: "1", decide: "3" });
  quietly(said);
  await context.close();
});

test("nothing is asked of any server once the quiz is there", async () => {
  const { page, context, said } = await visit();
  await arrived(page);
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await takeToResult(page, people.networks);
  assert.deepEqual(asked, []);
  assert.equal((await context.cookies()).length, 0);
  assert.equal(new URL(page.url()).search + new URL(page.url()).hash, "", "the address says nothing");
  quietly(said);
  await context.close();
});

test("focus goes to the new heading after a move and nowhere on load", async () => {
  const { page, context, said } = await visit();
  await arrived(page);
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
  await button(page, quiz.words.skip).click();
  assert.equal(await heading(page).evaluate((title) => title.getRootNode().activeElement === title), true);
  quietly(said);
  await context.close();
});

/** What has the focus, inside the widget. */
const focused = (page) => page.evaluate(() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  const outlines = [element, element.closest("label") ?? element].map((one) => getComputedStyle(one).outlineStyle);
  const outline = outlines.find((style) => style !== "none") ?? "none";
  return { name: element.name, value: element.value, text: element.textContent?.trim(), outline };
});

async function tabTo(page, wanted) {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await page.keyboard.press("Tab");
    const now = await focused(page);
    if (Object.entries(wanted).every(([key, value]) => now[key] === value)) {
      assert.notEqual(now.outline, "none", `the focus on ${JSON.stringify(wanted)} can be seen`);
      return;
    }
  }
  assert.fail(`the Tab key does not reach ${JSON.stringify(wanted)}`);
}

/** Chooses in a group of radio buttons: into it by Tab, along it by arrow. */
async function choose(page, name, value) {
  await tabTo(page, { name });
  if ((await focused(page)).value === value) await page.keyboard.press("Space");
  for (let pressed = 0; pressed < 12 && (await focused(page)).value !== value; pressed += 1) {
    await page.keyboard.press("ArrowDown");
  }
  assert.equal((await focused(page)).value, value);
}

const rowNames = (page) => page.locator("career-quiz .row").evaluateAll((rows) => rows.map((row) => row.querySelector("input").name));
const valuesInOrder = (page, name) => page.locator(`career-quiz input[name="${name}"]`).evaluateAll((inputs) => inputs.map((input) => input.value));
