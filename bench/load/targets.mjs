// What was set out for, and what came of it. Nothing here fails a test: times are reported alone.
import { own } from "./bytes.mjs";
import { inp, longestTask, moved } from "./interactions.mjs";
import { difference, mean, median } from "./statistics.mjs";
import { CONDITIONS } from "./variants.mjs";

const MB = 1024 * 1024;
const kB = (bytes) => `${(bytes / 1024).toFixed(1)} kB`;
const mb = (bytes) => `${(bytes / MB).toFixed(2)} MB`;
const ms = (time) => `${time.toFixed(0)} ms`;

/** Every target: what of, what is allowed, what was measured, and whether that holds. */
export function targets({ whole, several, post, far, below, phases }) {
  const all = [];
  const add = (what, target, value, holds) => all.push({ what, target, value, holds });
  const mid = (samples, of) => median(samples.map(of));
  const before = phases.ours.totals.first.brotli;
  add("before the first question is answerable, brotli", "≤ 6 kB", `${before} B`, before <= 6144);

  const ours = phases.ours.totals.done.brotli, survey = phases.survey.totals.done.brotli;
  add("everything up to the result, brotli", "≤ 64 kB", kB(ours), ours <= 64 * 1024);
  add("everything up to the result against SurveyJS", "≤ 1/5", `1/${(survey / ours).toFixed(1)} of ${kB(survey)}`, ours <= survey / 5);

  const click = (name) => mid(whole.slow[name], ({ checked }) => checked);
  add("first handled click, Slow 4G, 4× CPU, against vanilla", "≤ 1.1 ×", `${(click("ours") / click("vanilla")).toFixed(2)} × ${ms(click("vanilla"))}`, click("ours") <= 1.1 * click("vanilla"));
  add("first handled click, Slow 4G, 4× CPU, against SurveyJS", "≥ 6 × faster", `${(click("survey") / click("ours")).toFixed(1)} × faster`, click("survey") >= 6 * click("ours"));

  for (const condition of ["cpu", "slow", "slower", "slowest"]) {
    const felt = (name) => mid(whole[condition][name], inp);
    add(`INP over a full run, ${CONDITIONS[condition].label}, the takeover included`, "≤ 1.1 × vanilla", `${ms(felt("ours"))} to ${ms(felt("vanilla"))}`, felt("ours") <= 1.1 * felt("vanilla"));
  }
  const task = mid(whole.free.ours, longestTask);
  add("longest task before the first interaction, no throttling", "≤ 50 ms", task ? ms(task) : "none of 50 ms", task <= 50);

  const wasm = mid(whole.free.ours, ({ wasm }) => wasm);
  add("WebAssembly memory after a full run", "≤ 0.6 MB", mb(wasm), wasm <= 0.6 * MB);
  const heap = (name) => mid(whole.free[name], ({ heap }) => heap);
  const allowed = 1.2 * heap("vanilla") + 0.5 * MB;
  add("JavaScript heap after a full run", `≤ 1.2 × vanilla + 0.5 MB = ${mb(allowed)}`, mb(heap("ours")), heap("ours") <= allowed);

  const ten = (of) => mid(several["ten-ours"], of) / mid(several.ours, of);
  const times = (value) => `${value.toFixed(2)} ×`;
  const all10 = ten(({ all }) => all);
  add("ten on a page against one: time to all first questions", "≤ 2 ×", times(all10), all10 <= 2);
  const memory = ten(({ heap, wasm }) => heap + wasm);
  add("ten against one: heap and WebAssembly memory, each answered once", "≤ 2 ×", times(memory), memory <= 2);
  const bytes = ten((visit) => own(visit).reduce((sum, { body }) => sum + body, 0));
  add("ten against one: bytes", "1 ×", times(bytes), Math.abs(bytes - 1) < 0.005);

  for (const [condition, visits] of Object.entries(far)) {
    const [withQuiz, without] = ["below-ours", "below-none"].map((name) => visits[name].map(({ lcp }) => lcp));
    const { way, error } = difference(withQuiz, without);
    const after = visits["below-ours"].filter(({ began, lcp }) => began > lcp).length;
    add(`the post's largest paint with the widget below the fold, ${CONDITIONS[condition].label}, mean of ${without.length} visits`, "at most 2 % later than without",
      `${way.toFixed(1)} ± ${error.toFixed(1)} ms on ${ms(mean(without))}; the shell began after it in ${after}`, way <= 0.02 * mean(without));
  }

  const fetched = own(below).map(({ file }) => file);
  add("fetched by a widget 5000 px below the fold, not scrolled to", "the shell alone", fetched.join(", "), fetched.every((file) => file === "career-quiz.js"));
  const shift = Math.max(...[...Object.values(whole).flatMap(({ ours }) => ours), ...post.ours, ...Object.values(far).flatMap((visits) => visits["below-ours"])].map(moved));
  add("layout shift where the post keeps room, the most of all visits", "0", shift.toFixed(3), shift === 0);
  return all;
}
