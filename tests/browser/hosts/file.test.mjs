// Quiz files of the page's own: good, broken, missing and very long.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { answer, button, close, people, quietly, quiz, visit } from "../harness.mjs";
import { hear, heard, host, post } from "./host.mjs";

after(close);

const shipped = readFileSync(new URL("../../../quizzes/career-quiz.json", import.meta.url), "utf8");
const edited = (edit) => { const copy = JSON.parse(shipped); edit(copy); return JSON.stringify(copy); };
const broken = {
  "empty": ["", "empty"],
  "truncated": [shipped.slice(0, 9000), "line"],
  "not JSON": ["<!doctype html>", "line 1, column 1"],
  "with an unknown path": [edited((file) => { file.questions[0].choices[0].points = { nope: 2 }; }), "`nope`"],
  "without questions": [edited((file) => { file.questions = []; }), "questions"],
  "unbalanced": [edited((file) => { file.questions[0].choices[0].points = { nlp: 9 }; }), "free-week"],
  "with an empty text": [edited((file) => { file.words.continue = " "; }), "`continue`"],
  "with 10,000 choices": [edited((file) => { file.questions[0].choices = Array.from({ length: 10_000 }, (_, at) => ({ id: `c${at}`, label: "x" })); }), "bytes"],
  "with a script for a link": [edited((file) => { file.library.sources[0].url = "javascript:alert(1)"; }), "link"],
};
for (const [name, [file, says]] of Object.entries(broken)) {
  test(`a quiz file that is ${name} leaves the page's own words and a named fault`, async () => {
    const { page: shown, context, said } = await visit({
      path: "host.html",
      before: async (page) => {
        await hear(page);
        await host(post('<career-quiz src="my.json"><p id="own">Own words</p></career-quiz>'), { files: { "my.json": file } })(page);
      },
    });
    await shown.waitForFunction(() => globalThis.heard.length > 0);
    assert.equal(await shown.locator("#own").isVisible(), true);
    assert.equal(said.length, 1);
    assert.ok(said[0].startsWith("error: "), said[0]);
    assert.ok(said[0].includes("my.json") && said[0].includes(says), said[0]);
    assert.deepEqual((await heard(shown, "error")).map(({ code, retryable }) => [code, retryable]), [["quiz", false]]);
    await context.close();
  });
}

test("a quiz file of one's own is asked in place of the shipped one", async () => {
  const file = edited((file) => { file.id = "mine"; file.questions[0].prompt = "Mine?"; });
  const { page: shown, context, said } = await visit({
    path: "host.html", before: host(post('<career-quiz src="my.json"></career-quiz>'), { files: { "my.json": file } }),
  });
  await shown.locator("career-quiz .title", { hasText: "Mine?" }).waitFor();
  quietly(said);
  await context.close();
});

test("a quiz file that is not there is a network error that names it", async () => {
  const { page: shown, context, said } = await visit({
    path: "host.html",
    before: async (page) => {
      await hear(page);
      await host(post('<career-quiz src="gone.json"><p id="own">Own words</p></career-quiz>'))(page);
    },
  });
  await shown.getByRole("button", { name: quiz.words.retry }).waitFor();
  assert.equal(await shown.locator("#own").isVisible(), true);
  assert.deepEqual((await heard(shown, "error")).map(({ code, retryable }) => [code, retryable]), [["network", true]]);
  assert.ok(said.at(-1).includes("gone.json") && said.at(-1).includes("404"), said.join("\n"));
  await context.close();
});

test("very long words in a narrow column stay inside it", async () => {
  const file = edited((file) => {
    file.questions[0].prompt = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen".repeat(3);
    file.questions[0].choices[0].label = "https://example.org/".repeat(20);
    file.paths.forEach((path) => { path.name = "Unzertrennlichkeitsvermutung".repeat(4); });
  });
  for (const width of [280, 320]) {
    const { page: shown, context } = await visit({
      path: "host.html", viewport: { width, height: 700 },
      before: host(post('<career-quiz src="my.json"></career-quiz>'), { files: { "my.json": file } }),
    });
    const inside = () => shown.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
    await shown.locator("career-quiz .question").waitFor();
    assert.ok(await inside(), `the question fits ${width} px`);
    await shown.locator("career-quiz .choice").first().click();
    await button(shown, quiz.words.continue).click();
    for (const question of quiz.questions.slice(1)) {
      await answer(shown, question, people.nlp[question.id]);
      assert.ok(await inside(), `${question.id} fits ${width} px`);
      await button(shown, quiz.words.continue).click();
    }
    assert.ok(await inside(), `the review fits ${width} px`);
    await button(shown, quiz.words.see_result).click();
    await shown.locator("career-quiz .result").waitFor();
    for (const summary of await shown.locator("career-quiz summary").all()) await summary.click();
    assert.ok(await inside(), `the result fits ${width} px`);
    await context.close();
  }
});
