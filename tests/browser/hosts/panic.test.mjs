// Rust panics: nobody loses an answer.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close, outcome, people, quiz, takeToResult, visit } from "../harness.mjs";
import { hear, heard, host, post } from "./host.mjs";

after(close);

const [, second, third] = quiz.questions;
const html = post('<career-quiz id="one"><a id="link" href="/">Take the quiz</a></career-quiz><career-quiz id="two" instance="two"></career-quiz>');
const open = () => visit({ path: "host.html", viewport: { width: 900, height: 2400 }, before: async (page) => { await hear(page); await host(html)(page); } });
const shown = (page, prompt, at) => page.locator(`${at} .title`, { hasText: prompt }).waitFor();

async function half(page, at, questions) {
  await page.locator(`${at} .choice`).first().click();
  for (let go = 0; go < questions; go += 1) {
    await page.locator(`${at} button[type=submit]`).click();
    await shown(page, quiz.questions[go + 1].prompt, at);
    if (go + 1 < questions) for (const one of [0, 1]) await page.locator(`${at} .choice`).nth(one).click();
  }
}

/** What a page's patched DOM may do: refuse the next screen. Yew panics at that. */
const force = (page, at) => page.evaluate((at) => {
  const root = document.querySelector(at).shadowRoot;
  root.querySelector(".quiz").insertBefore = () => { throw new DOMException("refused", "HierarchyRequestError"); };
  root.querySelector(".back").click();
}, at);

test("after a panic every quiz on the page is back within a second with its answers", async () => {
  const { page, context, said } = await open();
  await half(page, "#one", 1);
  await half(page, "#two", 2);
  const picks = await page.locator("#two input:checked").count();
  await page.evaluate(() => {
    globalThis.times = [];
    for (const name of ["error", "ready"]) addEventListener(`career-quiz:${name}`, () => globalThis.times.push(performance.now()));
  });
  await force(page, "#one");
  await page.waitForFunction(() => globalThis.times.length === 4);
  const times = await page.evaluate(() => globalThis.times);
  assert.ok(times.at(-1) - times[0] < 1000, `${times.at(-1) - times[0]} ms`);
  assert.deepEqual((await heard(page, "error")).map(({ on, code, retryable }) => [on, code, retryable]).sort(), [["one", "panic", true], ["two", "panic", true]]);
  assert.equal(said.filter((line) => line.includes("panicked at")).length, 1, "it was a panic");
  await shown(page, second.prompt, "#one");
  await shown(page, third.prompt, "#two");
  assert.equal(await page.locator("#two input:checked").count(), picks);
  await page.locator("#one").getByRole("button", { name: quiz.words.back }).click();
  assert.equal(await page.locator("#one input:checked").count(), 1);
  await page.evaluate(() => document.querySelector("#two").remove());
  // She can go on to the end, and what is remembered is what she said.
  await page.reload();
  await page.locator("#one").getByRole("button", { name: quiz.words.restart, exact: true }).click();
  await page.evaluate(() => document.querySelector("#two").remove());
  await takeToResult(page, people.nlp);
  assert.equal((await outcome(page)).path, "nlp");
  await context.close();
});

test("a second panic within ten seconds shows the page's own words and a way to try again", async () => {
  const { page, context } = await open();
  await half(page, "#one", 1);
  await half(page, "#two", 1);
  await force(page, "#one");
  await page.waitForFunction(() => globalThis.heard.filter(({ name }) => name === "ready").length === 4);
  await force(page, "#two");
  await page.waitForFunction(() => globalThis.heard.filter(({ name }) => name === "error").length === 4);
  for (const at of ["#one", "#two"]) {
    assert.equal((await heard(page, "error")).filter(({ on }) => `#${on}` === at).length, 2);
    await page.locator(at).getByRole("button", { name: quiz.words.retry }).waitFor();
  }
  assert.equal(await page.locator("#link").isVisible(), true);
  await page.locator("#one").getByRole("button", { name: quiz.words.retry }).click();
  await shown(page, second.prompt, "#one");
  await context.close();
});
