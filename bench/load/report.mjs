// The text of bench/RESULTS.md.
import { own, PHASES } from "./bytes.mjs";
import { inp, inpBefore, LEAST, longestTask } from "./interactions.mjs";
import { median, spread, sum } from "./statistics.mjs";
import { targets } from "./targets.mjs";
import { CONDITIONS, NAMES, VARIANTS } from "./variants.mjs";

const table = (head, rows) => [head, head.map((_, at) => (at ? "--:" : "---")), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
const number = (value) => Math.round(value).toLocaleString("en");
const label = (name) => VARIANTS[name].label;
const perVariant = (samples, head, cells) => table(["", ...head], Object.entries(samples).map(([name, visits]) => [label(name), ...cells(visits)]));
const of = (samples, key, digits) => spread(samples.map(key), digits);
const felt = (head, whole, key) => table([head, ...Object.keys(whole).map((condition) => CONDITIONS[condition].label)],
  NAMES.map((name) => [label(name), ...Object.values(whole).map((samples) => of(samples[name], key))]));
const MB = 1024 * 1024;

export function report(measured) {
  const all = targets(measured);
  const { runs, whole, phases, several, post, far, start, end, versions } = measured;
  const at = new Date(end.time).toISOString().slice(0, 16).replace("T", " ");
  const text = `# Beside the same quiz in vanilla JavaScript, Preact and SurveyJS

Written by \`cargo xtask bench\` on ${at} UTC: ${start.cores} cores (${start.processor}), ${(start.memory / MB / 1024).toFixed(0)} GB memory,
load ${start.load.toFixed(1)} before and ${end.load.toFixed(1)} after. ${Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(", ")}.
All from one server, packed with brotli, in headless Chromium at 390 × 844, each visit with an empty cache, ${runs} visits
each in turn. Medians, with the smallest and the largest in brackets; ms from the start of the navigation.
Compare columns of one run, not runs. \`node bench/results.mjs target/bench\` writes this file again from what was
measured.

The vanilla twin is the limit: this one quiz by hand. Preact is what a good engineer would pick instead,
SurveyJS what a blogger would. All have the same questions, words, scoring and result; the twins leave out what
\`bench/vanilla/quiz.js\` lists (among others what would have changed the result, sharing, languages, own quiz files).

## Targets

${table(["what", "target", "measured", ""], all.map(({ what, target, value, holds }) => [what, target, value, holds ? "met" : "**not met**"]))}

## Bytes

Bodies without heads, under ${CONDITIONS.slow.label}; of a file still under way, what had come by then.

![Bytes per phase](bytes.svg)

${table(["brotli (gzip, raw)", ...Object.values(PHASES)], NAMES.map((name) => [label(name), ...Object.keys(PHASES).map((phase) => {
    const { raw, gzip, brotli } = phases[name].totals[phase];
    return `${number(brotli)} (${number(gzip)}, ${number(raw)})`;
  })]))}

${table(["file", "raw", "gzip", "brotli", "of it before the first question", "before the first click"], NAMES.flatMap((name) => phases[name].files.map(({ path, sizes, parts }) =>
    [`\`${path}\``, number(sizes.raw), number(sizes.gzip), number(sizes.brotli), ...["first", "checked"].map((phase) => number(parts[phase].brotli))])))}

## Until the first click is handled

![Time to the first handled click](click.svg)

${Object.entries(whole).map(([condition, samples]) => `${CONDITIONS[condition].label}:

${perVariant(samples, ["first paint", "first question visible", "first click handled", "second question", "longest task before the click"], (visits) =>
    [of(visits, ({ fcp }) => fcp), of(visits, ({ first }) => first), of(visits, ({ checked }) => checked), of(visits, ({ second }) => second), of(visits, longestTask)])}`).join("\n\n")}

A first paint is that of the post. Tasks shorter than 50 ms are not told by the browser: 0.

## Over a full run

One person's answers to all twelve questions, the review and the result, by real input: the mouse, and for
SurveyJS's ranking the keyboard. INP is the longest of all interactions of a visit by Event Timing, which rounds to 8 ms and
tells nothing below ${LEAST} ms; the takeover by WebAssembly is in it.

![INP](inp.svg)

${felt("INP, ms", whole, inp)}

Without the last press, which works out and draws the result:

${felt("INP to the review, ms", whole, inpBefore)}

Without throttling, memory after the result and a collection of garbage:

${perVariant(whole.free, ["script time per interaction, ms", "interactions", "JavaScript heap, MB", "WebAssembly memory, MB"], (visits) => [
    of(visits, ({ works }) => sum(works) / works.length, 2), of(visits, ({ works }) => works.length),
    of(visits, ({ heap }) => heap / MB, 2), of(visits, ({ wasm }) => wasm / MB, 2)])}

## Ten on one page

Without throttling; every one is scrolled to and its first question answered before memory is read.

${table(["", "all first questions visible, ms", "JavaScript heap, MB", "WebAssembly memory, MB", "body bytes"], Object.entries(several).map(([name, visits]) => [
    `${name.startsWith("ten") ? "ten" : "one"} × ${label(name.split("-").at(-1))}`, of(visits, ({ all }) => all), of(visits, ({ heap }) => heap / MB, 2),
    of(visits, ({ wasm }) => wasm / MB, 2), of(visits, (visit) => sum(own(visit).map(({ body }) => body)))]))}

## The post around it

A visitor who only reads:

${table(["", "the post with", "first paint", "largest paint", "largest paint, median against none"], [["slow", post], ...Object.entries(far)].flatMap(([condition, visits]) => {
    const middle = (name) => median(visits[name].map(({ lcp }) => lcp));
    return Object.keys(visits).map((name) => {
      const way = middle(name) - middle(name.startsWith("below") ? "below-none" : "none");
      const shown = { none: "nothing", "below-none": "nothing 5000 px down", "below-ours": "career-quiz 5000 px down" }[name] ?? label(name);
      return [CONDITIONS[condition].label, shown, of(visits[name], ({ fcp }) => fcp), of(visits[name], ({ lcp }) => lcp), `${way < 0 ? "−" : "+"}${Math.abs(way).toFixed(0)}`];
    });
  }))}

Those with the quiz 5000 px down are of more visits, since the difference is to be told to a fiftieth; the targets
above give it in the mean, with its standard error. Where the spreads of two rows overlap, that of their medians
says nothing.

Not measured here: what the core costs against questions and outcomes ([GROWTH.md](GROWTH.md)), and a proof
([PROOF.md](PROOF.md)); Lighthouse ([LIGHTHOUSE.md](LIGHTHOUSE.md)).
`;
  const missed = all.filter(({ holds }) => !holds).map(({ what, target, value }) => `${what}: ${value}, ${target} is the target`);
  return { text, missed };
}
