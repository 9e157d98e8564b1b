// Small accidents, each of which once lost an answer, the focus or the way on.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { button, close, quietly, quiz, visit } from "../harness.mjs";
import { arrived, hear, heard, held, host, idle, post, run, wasm } from "./host.mjs";

after(close);

const shipped = readFileSync(new URL("../../../quizzes/career-quiz.json", import.meta.url), "utf8");
const mine = JSON.stringify({ ...JSON.parse(shipped), id: "mine" });
const [, second] = quiz.questions;
const link = '<career-quiz><a id="link" href="/">Take the quiz</a></career-quiz>';
const open = (html, { files, headers, before } = {}) => visit({ path: "host.html", before: async (page) => {
  await hear(page);
  if (before) await before(page);
  await host(html, { files, headers })(page);
} });
const shown = (page, prompt, at = "career-quiz") => page.locator(`${at} .title`, { hasText: prompt }).waitFor();
const chosen = (page, at = "career-quiz") => page.locator(`${at} input:checked`).count();
/** What has the focus inside a quiz, or "" where nothing has. */
const focused = (page) => page.evaluate(() => { const inside = document.querySelector("career-quiz").shadowRoot.activeElement; return inside ? inside.textContent || inside.type : ""; });
const retry = (page) => page.getByRole("button", { name: quiz.words.retry });
/** Fetches that fail until they are let. */
function failing() {
  const state = { fails: true, asked: 0 };
  state.route = (route) => { state.asked += 1; return state.fails ? route.abort() : route.continue(); };
  return state;
}

test("a form that nobody listens to any more never sends answers into the page's address", async () => {
  const { page, context } = await open(post(link));
  await page.locator("career-quiz .choice").first().click();
  await button(page, quiz.words.continue).click();
  await shown(page, second.prompt);
  await page.locator("career-quiz .choice").first().click();
  const address = page.url();
  await page.evaluate(() => {
    const root = document.querySelector("career-quiz").shadowRoot;
    root.querySelector(".quiz").insertBefore = () => { throw new DOMException("refused", "HierarchyRequestError"); };
    const form = root.querySelector("form");
    root.querySelector(".back").click();
    form.requestSubmit();
  });
  await page.waitForFunction(() => globalThis.heard.filter(({ name }) => name === "ready").length === 2);
  assert.equal(page.url(), address);
  assert.equal(await chosen(page), 1);
  await context.close();
});

test("a quiz file is fetched once, whatever becomes of the element", async () => {
  let asked = 0;
  const files = { "mine.json": (route) => { asked += 1; return route.fulfill({ body: mine, contentType: "application/json" }); } };
  const { page, context, said } = await open(post('<career-quiz src="/mine.json"></career-quiz>'), { files });
  await page.locator("career-quiz .choice").first().click();
  await page.evaluate(() => { document.querySelector("career-quiz").headingLevel = 4; });
  await page.locator("career-quiz h4.title").waitFor();
  await page.evaluate(async () => {
    const quiz = document.querySelector("career-quiz");
    quiz.remove();
    await new Promise((done) => setTimeout(done, 1200));
    document.querySelector("main").append(quiz);
  });
  await page.waitForFunction(() => globalThis.heard.filter(({ name }) => name === "ready").length === 3);
  assert.equal(await chosen(page), 1);
  assert.equal(asked, 1);
  quietly(said);
  await context.close();
});

const hurried = (page) => page.addInitScript(() => { const timeout = AbortSignal.timeout; AbortSignal.timeout = (ms) => timeout.call(AbortSignal, ms / 100); });
for (const [name, html, files] of [
  ["the WebAssembly", post(link), { [wasm]: () => {} }],
  ["everything from the quiz's server", post(link), { "parts/*": () => {} }],
  ["a quiz file", post('<career-quiz src="/mine.json"></career-quiz>'), { "mine.json": () => {} }],
]) {
  test(`where ${name} stalls for good, it is a network error with a way to try again`, async () => {
    const { page, context } = await open(html, { files, before: hurried });
    await retry(page).waitFor();
    assert.deepEqual((await heard(page, "error")).map(({ code, retryable }) => [code, retryable]), [["network", true]]);
    await context.close();
  });
}

test("a second quiz of the same id that nobody touched does not forget what the first was told", async () => {
  const { page, context, said } = await open(post('<career-quiz id="one"></career-quiz><div style="block-size: 3000px"></div><career-quiz id="two"></career-quiz>'));
  await page.locator("#one .choice").first().click();
  await page.waitForFunction(() => localStorage.length === 1);
  await page.locator("#two").scrollIntoViewIfNeeded();
  await page.waitForFunction(() => globalThis.heard.some(({ name, on }) => name === "ready" && on === "two"));
  await idle(page);
  assert.equal(await page.evaluate(() => localStorage.length), 1);
  quietly(said);
  await context.close();
});

test("an attribute set while loading takes neither the answer nor the pressed Continue", async () => {
  const gate = held();
  const { page, context, said } = await open(post(link), { files: { [wasm]: gate.route } });
  await page.locator("career-quiz .choice").first().click();
  await button(page, quiz.words.continue).click();
  await page.evaluate(() => { document.querySelector("career-quiz").headingLevel = 3; });
  gate.release();
  await shown(page, second.prompt);
  await button(page, quiz.words.back).click();
  assert.equal(await chosen(page), 1);
  quietly(said);
  await context.close();
});

test("an answer given after an early Skip takes the Skip back", async () => {
  const gate = held();
  const { page, context, said } = await open(post(link), { files: { [wasm]: gate.route } });
  await button(page, quiz.words.skip).click();
  await page.locator("career-quiz .choice").first().click();
  assert.equal(await page.locator("career-quiz .note").innerText(), "");
  gate.release();
  await arrived(page);
  assert.equal(await chosen(page), 1);
  quietly(said);
  await context.close();
});

test("a press that takes the focus from another field is not lost to the WebAssembly", async () => {
  const gate = held();
  const { page, context, said } = await open(post(`<input id="field">${link}`), { files: { [wasm]: gate.route } });
  const box = await page.locator("career-quiz .choice").nth(1).boundingBox();
  await page.locator("#field").focus();
  await page.mouse.move(box.x + 30, box.y + 20);
  await page.mouse.down();
  const fetched = page.waitForResponse("**/*.wasm");
  gate.release();
  await fetched;
  await idle(page);
  await page.mouse.up();
  await arrived(page);
  assert.equal(await chosen(page), 1);
  quietly(said);
  await context.close();
});

test("after a failure Continue tries again as the button beside it does, and keeps the focus", async () => {
  const state = failing();
  const { page, context } = await open(post(link), { files: { [run]: state.route } });
  await page.locator("career-quiz .choice").first().click();
  await retry(page).waitFor();
  assert.equal(await focused(page), "radio", "a failure takes no focus");
  await retry(page).press("Enter");
  await page.waitForFunction(() => globalThis.heard.filter(({ name }) => name === "error").length === 2);
  assert.equal(await focused(page), quiz.words.retry, "failing again leaves the focus on trying again");
  state.fails = false;
  await button(page, quiz.words.continue).click();
  await shown(page, second.prompt);
  await context.close();
});

test("who types elsewhere meanwhile is not interrupted", async () => {
  const gate = held();
  const { page, context, said } = await open(post(`<input id="field">${link}`), { files: { [wasm]: gate.route } });
  await page.locator("career-quiz .choice").first().click();
  await button(page, quiz.words.continue).click();
  await page.locator("#field").focus();
  await page.keyboard.type("he");
  gate.release();
  await shown(page, second.prompt);
  await page.keyboard.type("llo");
  assert.equal(await page.locator("#field").inputValue(), "hello");
  quietly(said);
  await context.close();
});

test("who stands on the page's own link when the quiz comes stands on its heading", async () => {
  const gate = held();
  const { page, context, said } = await open(post('<career-quiz src="/mine.json"><a id="link" href="/">Take the quiz</a></career-quiz>'), { files: { "mine.json": mine, [wasm]: gate.route } });
  await page.locator("#link").focus();
  gate.release();
  await page.locator("career-quiz .question").waitFor();
  assert.equal(await focused(page), quiz.questions[0].prompt);
  quietly(said);
  await context.close();
});

test("another heading level leaves the focus where it was", async () => {
  const { page, context, said } = await open(post(link));
  await arrived(page);
  await page.locator("career-quiz input").first().focus();
  await page.evaluate(() => { document.querySelector("career-quiz").headingLevel = 4; });
  await page.locator("career-quiz h4.title").waitFor();
  assert.equal(await focused(page), "radio");
  quietly(said);
  await context.close();
});

test("a policy that only reports is no error", async () => {
  const state = failing();
  const { page, context } = await open(post(link), { files: { [wasm]: state.route }, headers: { "content-security-policy-report-only": "connect-src 'none'" } });
  await retry(page).waitFor();
  assert.deepEqual((await heard(page, "error")).map(({ code }) => code), ["network"]);
  await context.close();
});

test("the element keeps just the attributes the page gave it", async () => {
  const { page, context, said } = await open(post('<career-quiz theme="light"></career-quiz>'));
  await page.locator("career-quiz .choice").first().click();
  await arrived(page);
  assert.deepEqual(await page.locator("career-quiz").evaluate((quiz) => quiz.getAttributeNames()), ["theme"]);
  quietly(said);
  await context.close();
});

test("an element that is hidden is not to be seen", async () => {
  const { page, context, said } = await open(post("<career-quiz hidden></career-quiz>"));
  assert.equal(await page.locator("career-quiz").isVisible(), false);
  quietly(said);
  await context.close();
});

test("taken into another document and back it keeps its look", async () => {
  const { page, context, said } = await open(post(`${link}<iframe id="other" title="Other" srcdoc="<!doctype html><main></main>"></iframe>`));
  await page.locator("career-quiz .choice").first().click();
  await arrived(page);
  const look = () => page.locator("career-quiz .button").evaluate((one) => getComputedStyle(one).backgroundColor);
  const before = await look();
  const inside = await page.evaluate(() => {
    const other = document.querySelector("#other").contentDocument;
    const quiz = document.querySelector("career-quiz");
    other.querySelector("main").append(quiz);
    return other.defaultView.getComputedStyle(quiz.shadowRoot.querySelector(".button")).backgroundColor;
  });
  assert.equal(inside, before);
  await page.evaluate(() => document.querySelector("main").append(document.querySelector("#other").contentDocument.querySelector("career-quiz")));
  assert.equal(await look(), before);
  quietly(said);
  await context.close();
});

test("a quiz file named later is shown, also where data is dear and in the tick of a move", async () => {
  const dear = (page) => page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  const file = JSON.stringify({ ...JSON.parse(mine), title: "Mine" });
  const { page, context, said } = await open(post(`${link}<aside></aside>`), { files: { "mine.json": file }, before: dear });
  await page.evaluate(() => {
    const quiz = document.querySelector("career-quiz");
    quiz.src = "/mine.json";
    document.querySelector("aside").append(quiz);
  });
  await page.waitForFunction(() => globalThis.heard.some(({ name, quiz }) => name === "ready" && quiz === "mine"));
  quietly(said);
  await context.close();
});
