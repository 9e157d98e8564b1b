// How long a fresh clone takes to serve its first page, and a change to be on it: bench/SERVE.md.
import { execFileSync, spawn } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { machine } from "./load/machine.mjs";

const CHANGED = "src/view/question.rs";
const CHANGES = 3;
/** When to give up, in ms. */
const PATIENCE = 1_200_000;
const root = fileURLToPath(new URL("..", import.meta.url));

const clone = mkdtempSync(join(tmpdir(), "career-quiz-serve-"));
execFileSync("git", ["clone", "--quiet", root, clone]);
const commit = execFileSync("git", ["-C", clone, "rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
const { CARGO_TARGET_DIR: _, ...env } = process.env;
const start = machine(), began = performance.now();
const serve = spawn("cargo", ["xtask", "serve", "--port", "0"], { cwd: clone, env, stdio: ["ignore", "pipe", "inherit"] });
let said = "";
serve.stdout.setEncoding("utf8").on("data", (text) => { said += text; process.stdout.write(text); });

/** Asks every 50 ms until there is an answer; gives it, and the seconds since. */
async function until(since, ask) {
  while (performance.now() - since < PATIENCE) {
    if (serve.exitCode !== null) throw new Error("serve has ended");
    const answer = await ask();
    if (answer) return [answer, (performance.now() - since) / 1000];
    await pause(50);
  }
  throw new Error(`nothing after ${PATIENCE / 1000} s`);
}

/** The quiz as the page has it: which module, once the shell with its first question leads to it. */
async function served() {
  const [address] = said.match(/http:\S+\//) ?? [];
  if (!address) return undefined;
  try {
    const text = async (file) => {
      const response = await fetch(address + file);
      return response.ok ? response.text() : "";
    };
    const [page, shell] = [await text(""), await text("career-quiz.js")];
    const [module] = shell.match(/parts\/career-quiz\.\w+\.wasm/) ?? [];
    if (!page.includes("<career-quiz>") || !shell.includes(prompt) || !module) return undefined;
    const response = await fetch(address + module);
    await response.arrayBuffer();
    // A comment makes the same module anew: by its date it is told from the one before.
    return response.ok ? `${module} ${response.headers.get("last-modified")}` : undefined;
  } catch {
    // Between two builds the folder is not there.
    return undefined;
  }
}

/** Seconds of all processors so far, where the system tells. */
function work() {
  try {
    const fields = readFileSync(`/proc/${serve.pid}/stat`, "utf8").split(") ")[1].split(" ");
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
  } catch {
    return undefined;
  }
}

const { prompt } = JSON.parse(readFileSync(join(clone, "quizzes/career-quiz.json"), "utf8")).questions[0];
const seconds = (one) => (one === undefined ? "unknown" : `${one.toFixed(1)} s`);
try {
  let [module, cold] = await until(began, served);
  const worked = work();
  console.log(`the first page after ${seconds(cold)}, ${seconds(worked)} of processor time`);
  // What is built after the page is there would be built beside the change.
  await until(performance.now(), () => said.includes("The pictures"));
  const warm = [];
  for (let change = 1; change <= CHANGES; change += 1) {
    const [before, since] = [module, performance.now()];
    appendFileSync(join(clone, CHANGED), `// Change ${change}.\n`);
    let took;
    [module, took] = await until(since, async () => {
      const now = await served();
      return now === before ? undefined : now;
    });
    warm.push(took);
    console.log(`a change after ${seconds(took)}`);
    // One before the first change, one after each.
    await until(performance.now(), () => said.split("The pictures").length > change + 1);
  }
  const end = machine();
  const text = `# Serving

Written by \`cargo xtask bench --serve\` on ${new Date(end.time).toISOString().slice(0, 16).replace("T", " ")} UTC, of ${commit}: ${start.cores} cores (${start.processor}),
load ${start.load.toFixed(1)} before and ${end.load.toFixed(1)} after. A fresh clone with nothing built; crates and npm packages in their caches.

| what | target | measured |
| --- | --: | --: |
| \`cargo xtask serve\` until the page is served with the quiz on it, 2 cores | ≤ 100 s | ${seconds(cold)}, ${seconds(worked)} of processor time |
| a change of a line in \`${CHANGED}\` until its module is served | ≤ 8 s | ${warm.map(seconds).join(", ")} |
`;
  writeFileSync(new URL("SERVE.md", import.meta.url), text);
  console.log(`\n${text}`);
} finally {
  serve.kill();
  rmSync(clone, { recursive: true, force: true, maxRetries: 5 });
}
