// Writes bench/RESULTS.md and its charts from what bench/load.mjs has measured.
// Usage: node bench/results.mjs FOLDER (where measured.json lies)
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { charts } from "./load/charts.mjs";
import { report } from "./load/report.mjs";

const measured = JSON.parse(readFileSync(join(process.argv[2], "measured.json"), "utf8"));
const write = (name, text) => writeFileSync(new URL(name, import.meta.url), text);
for (const [name, picture] of Object.entries(charts(measured))) write(name, picture);
const { text, missed } = report(measured);
write("RESULTS.md", text);
console.log("bench/RESULTS.md");
for (const target of missed) console.log(`  not met: ${target}`);
