// Five runs of Lighthouse on each page, every score printed: bench/LIGHTHOUSE.md.
import { writeFileSync } from "node:fs";
import { measure, METRICS, PAGES } from "../tests/lighthouse/measure.mjs";
import { machine } from "./load/machine.mjs";
import { interleaved, spread } from "./load/statistics.mjs";

const RUNS = 5;
const CATEGORIES = { performance: "performance", accessibility: "accessibility", "best-practices": "best practices", seo: "SEO" };
const { CAREER_QUIZ_SITE: site, CAREER_QUIZ_BROWSER: browser } = process.env;
const row = (cells) => `| ${cells.join(" | ")} |`;
const table = (head, rows) => [row(head), row(head.map((_, at) => (at ? "--:" : "---"))), ...rows.map(row)].join("\n");

const start = machine();
const samples = await interleaved(Object.keys(PAGES), RUNS, async (name) => {
  const said = await measure(browser, site + PAGES[name], Object.keys(CATEGORIES));
  console.log(`${name}: ${Object.entries(said.scores).map((score) => score.join(" ")).join(", ")}${said.failed.length ? `; ${said.failed.join(", ")}` : ""}`);
  return said;
});
const end = machine();
const visits = Object.entries(samples);
const all = Object.values(samples).flat();
const full = all.filter(({ scores }) => Object.values(scores).every((score) => score === 100)).length;
const [{ version, browser: agent }] = all;
const short = visits.flatMap(([name, runs]) => runs.flatMap(({ failed }, at) => (failed.length ? [`- ${name}, run ${at + 1}: ${failed.join(", ")}`] : [])));

const text = `# Lighthouse

Written by \`cargo xtask bench --lighthouse\` on ${new Date(end.time).toISOString().slice(0, 16).replace("T", " ")} UTC: ${start.cores} cores (${start.processor}),
load ${start.load.toFixed(1)} before and ${end.load.toFixed(1)} after. Lighthouse ${version}, ${agent.match(/Chrome\/[\d.]+/)?.[0].replace("/", " ")}, its own settings: a phone, slow 4G and a slow
processor by its simulation, each run with an empty cache. Served by \`cargo xtask\` with brotli, parts kept for
good. ${RUNS} runs of each page in turn.

${full} of ${all.length} runs have 100 in every category.

${table(["", "run", ...Object.values(CATEGORIES)], visits.flatMap(([name, runs]) =>
    runs.map(({ scores }, at) => [name, at + 1, ...Object.keys(CATEGORIES).map((id) => scores[id])])))}

Medians, with the smallest and the largest in brackets:

${table(["", ...Object.values(METRICS).map(([name, unit]) => (unit ? `${name}, ${unit}` : name))], visits.map(([name, runs]) =>
    [name, ...Object.entries(METRICS).map(([id, [, unit]]) => spread(runs.map(({ metrics }) => metrics[id]), unit ? 0 : 3))]))}

${short.length ? `Audits that count and were not full:\n\n${short.join("\n")}` : "Every audit that counts was full in every run."}
`;
writeFileSync(new URL("LIGHTHOUSE.md", import.meta.url), text);
console.log(`\n${text}`);
