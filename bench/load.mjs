// How soon a visitor can use the quiz, and what it costs the page around it: the widget beside the
// same quiz in vanilla JavaScript, in Preact and in SurveyJS, in one browser and one run, in turn.
//
//   node bench/twins.mjs FOLDER            (FOLDER holds the files of dist/)
//   CAREER_QUIZ_URL=http://… CAREER_QUIZ_BROWSER=/usr/bin/chromium node bench/load.mjs FOLDER [RUNS]
//
//   node bench/results.mjs FOLDER
//
// where the address serves FOLDER, brotli included. Writes FOLDER/measured.json, of which the last
// makes bench/RESULTS.md and its charts.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { phases } from "./load/bytes.mjs";
import { machine, versions } from "./load/machine.mjs";
import { interleaved } from "./load/statistics.mjs";
import { CONDITIONS, FAR, NAMES, VARIANTS } from "./load/variants.mjs";
import { visitAndFinish, visitAndPress, visitAndRead, visitAndScroll } from "./load/visit.mjs";
import { planOf } from "./load/walk.mjs";

const address = process.env.CAREER_QUIZ_URL;
const [, , folder, runs = 7] = process.argv;
const at = (path) => new URL(path, import.meta.url);
/** Short visits for each whole one. */
const SHORT = 6;
const quiz = JSON.parse(readFileSync(at("../quizzes/career-quiz.json"), "utf8"));
/** A person with something to say to every question. */
const plan = planOf(quiz, {
  "free-week": "rule-book", "help-build": ["translator", "chat-assistant", "brain-model"],
  "enjoy-first": { "flaw-in-picture": 2, "two-meanings": 4, "stubborn-program": 3 },
  reward: ["language", "decide", "recognise"],
  "enjoy-second": { "past-records": 1, "better-replies": 3, "plan-ahead": 3 },
  proudest: "new-idea", breadth: "one-mostly", field: "systems-science",
  code: "small-programs", maths: "school", practice: "tutorial", have: ["other-degree", "python", "explaining"],
});

const start = machine();
const browser = await chromium.launch({ executablePath: process.env.CAREER_QUIZ_BROWSER, args: ["--no-sandbox"] });
const page = (name) => new URL(`host-${name}.html`, address).href;
const say = (text) => console.log(`${((Date.now() - start.time) / 1000).toFixed(0).padStart(5)} s  ${text}`);

// Once each, not counted: the first visit of all pays for what the browser and the server warm up.
for (const name of NAMES) await visitAndPress(browser, page(name), VARIANTS[name], CONDITIONS.free);

/** The whole quiz, from the navigation to the result. */
const whole = {};
for (const condition of Object.keys(CONDITIONS)) {
  say(`the whole quiz, ${CONDITIONS[condition].label}`);
  whole[condition] = await interleaved(NAMES, runs, (name) =>
    visitAndFinish(browser, page(name), VARIANTS[name], CONDITIONS[condition], plan, condition === "free"));
}
for (const name of NAMES) {
  const texts = (name) => whole.free[name][0].question;
  assert.deepEqual(texts(name), texts("ours"), `${name} asks the same first question as the widget`);
}

say("ten on a page against one");
const several = await interleaved(["ours", "ten-ours", "vanilla", "ten-vanilla"], runs, (name) =>
  visitAndScroll(browser, page(name), VARIANTS[name.split("-").at(-1)], CONDITIONS.free));

/** A visitor who only reads: what the quiz costs the post it stands in. */
const reader = (name, condition, least) => visitAndRead(browser, page(name), VARIANTS[name.split("-").at(-1)] ?? VARIANTS.ours, CONDITIONS[condition], least);
say(`the post around it, ${CONDITIONS.slow.label}`);
const post = await interleaved(["none", "ours", "survey"], runs, (name) => reader(name, "slow"));
/** The same with the quiz where nobody scrolls to. A frame more or less is a twentieth of such a
 * visit: it takes many to tell a fiftieth. */
const far = {};
for (const condition of FAR) far[condition] = await interleaved(["below-none", "below-ours"], runs * SHORT, (name) => reader(name, condition));
say("far below the fold, for 3 s");
const below = await reader("below-ours", "free", 3000);
await browser.close();

const measured = { runs: Number(runs), whole, several, post, far, below, phases: phases(whole.slow, folder), start, end: machine(), versions: versions(browser) };
writeFileSync(join(folder, "measured.json"), JSON.stringify(measured));
