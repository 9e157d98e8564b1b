// One browser, one page a journey, and the words journeys are written in.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { chromium, firefox } from "playwright-core";

export const address = process.env.CAREER_QUIZ_URL;
const executablePath = process.env.CAREER_QUIZ_BROWSER;
export const isFirefox = /firefox/i.test(basename(executablePath ?? ""));
/** The driver sends Firefox no touches: there, what is done by touch elsewhere is done by mouse. */
export const press = isFirefox ? "click" : "tap";
export const quiz = JSON.parse(readFileSync(new URL("../../quizzes/career-quiz.json", import.meta.url)));
/** The languages the quiz speaks, its own first. */
export const LANGUAGES = ["en", "ar", "de", "es", "fr", "uk"];
const texts = Object.fromEntries(LANGUAGES.slice(1).map((lang) => [lang, JSON.parse(readFileSync(new URL(`../../quizzes/career-quiz.${lang}.json`, import.meta.url))).texts]));
/** The quiz with other texts, by their places: see src/quiz/file/language.rs. */
export function withTexts(texts) {
  const other = structuredClone(quiz);
  for (const [place, text] of Object.entries(texts)) {
    const steps = place.split(".");
    const last = steps.pop();
    const at = steps.reduce((inside, step) => (Array.isArray(inside) ? inside.find((one) => one.id === step) ?? inside[step] : inside[step]), other);
    assert.equal(typeof at[last], "string", place);
    at[last] = text;
  }
  return other;
}
/** The quiz in a language. */
export const quizIn = (lang = "en") => (texts[lang] ? { ...withTexts(texts[lang]), lang } : quiz);
export const phone = { width: 390, height: 844 };

/** What `cargo xtask score` says of answers. */
export function score(answers) {
  const out = execFileSync(process.env.CAREER_QUIZ_CARGO, ["xtask", "score"], { input: JSON.stringify(answers) });
  return JSON.parse(out)[0];
}

let browser;
export async function open() {
  browser ??= isFirefox
    ? await firefox.launch({ channel: "moz-firefox", executablePath })
    : await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  return browser;
}
export async function close() {
  await browser?.close();
  browser = undefined;
}

/**
 * A page on a fresh profile. The widget's closed shadow root is opened before it loads, so that
 * journeys and audits can look inside; nothing else about the page differs from a blog's.
 */
export async function visit({ path = "", context, before, ...options } = {}) {
  await open();
  context ??= await browser.newContext({ viewport: phone, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const said = [];
  page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => said.push(`error: ${error.message}`));
  await page.addInitScript(() => {
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) { return attach.call(this, { ...init, mode: "open" }); };
  });
  if (before) await before(page);
  await page.goto(new URL(path, address).href);
  return { page, context, said };
}

/** Whether Rust has taken over: the prerendered question has nothing hidden in it. */
export const arrived = (page, id = "career-quiz") => page.locator(`${id} [hidden]`).first().waitFor({ state: "attached" });

export const quietly = (said) => assert.deepEqual(said, [], "the console should be empty");
export const heading = (page) => page.locator("career-quiz .title").first();

/** How a visitor who gives these answers moves through one question, by pressing or tapping. */
export async function answer(page, question, given, press = "click") {
  const input = (name, value) => page.locator(`career-quiz input[name="${name}"][value="${value}"]`);
  const labelled = (name, value) => page.locator(`career-quiz label:has(input[name="${name}"][value="${value}"])`);
  const wanted = [];
  if (question.format === "rating") for (const [row, step] of Object.entries(given)) wanted.push([row, step]);
  else if (question.format === "rank") given.forEach((choice, at) => wanted.push([choice, at + 1]));
  else for (const choice of [given].flat()) wanted.push([question.id, choice]);
  for (const [name, value] of wanted) {
    await labelled(name, value)[press]();
    assert.ok(await input(name, value).isChecked(), `${name}=${value} is chosen`);
  }
}

export const button = (page, name) => page.locator("career-quiz").getByRole("button", { name, exact: true });

/** Answers every question of `answers` in the quiz's order, skips the others, stops at the review. */
export async function takeToReview(page, answers, press = "click") {
  for (const question of quiz.questions) {
    await page.locator("career-quiz .title", { hasText: question.prompt }).waitFor();
    if (question.id in answers) {
      await answer(page, question, answers[question.id], press);
      await button(page, quiz.words.continue)[press]();
    } else {
      await button(page, quiz.words.skip)[press]();
    }
  }
  await page.locator("career-quiz .title", { hasText: quiz.words.review }).waitFor();
}

export async function takeToResult(page, answers, press = "click") {
  await takeToReview(page, answers, press);
  await button(page, quiz.words.see_result)[press]();
  await page.locator("career-quiz .result").waitFor();
}

/** Path and stage as the result screen carries them. */
export const outcome = (page) =>
  page.locator("career-quiz .result").evaluate(({ dataset }) => ({ path: dataset.path, stage: dataset.stage }));

/** Answer sets for journeys, each ending in another band or path. */
export const people = {
  nlp: {
    "free-week": "rule-book", "help-build": ["translator", "chat-assistant", "brain-model"],
    "enjoy-first": { "flaw-in-picture": 2, "two-meanings": 4, "stubborn-program": 3 },
    reward: ["language", "decide", "recognise"],
    "enjoy-second": { "past-records": 1, "better-replies": 3, "plan-ahead": 3 },
    proudest: "new-idea", breadth: "one-mostly", field: "systems-science",
    code: "small-programs", maths: "school", practice: "tutorial", have: ["other-degree", "python", "explaining"],
  },
  networks: {
    "free-week": "plant-photo", "help-build": ["fake-notes", "face-lock", "spam-feed"],
    "enjoy-first": { "flaw-in-picture": 4, "two-meanings": 0, "stubborn-program": 1 },
    reward: ["recognise", "decide", "language"],
    "enjoy-second": { "past-records": 4, "better-replies": 0, "plan-ahead": 1 },
    proudest: "right-every-day", breadth: "one-definitely", field: "pictures-signals",
    code: "main-job", maths: "confident", practice: "models-in-use", have: ["fitting-degree", "python", "ml-library"],
  },
  generalist: {
    "free-week": "ready-made-parts", "help-build": ["fake-notes", "translator", "walking-robot"],
    "enjoy-first": { "flaw-in-picture": 3, "two-meanings": 3, "stubborn-program": 3 },
    reward: ["decide", "language", "recognise"],
    "enjoy-second": { "past-records": 3, "better-replies": 3, "plan-ahead": 3 },
    proudest: "whole-project", breadth: "many-mostly", field: "mixed",
    code: "none", maths: "long-ago", practice: "not-started", have: [],
  },
};
