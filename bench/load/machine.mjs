// What it was measured on and with.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";

export const machine = () => ({ time: Date.now(), load: loadavg()[0], cores: cpus().length, processor: cpus()[0]?.model.trim(), memory: totalmem() });

const version = (folder, name) =>
  JSON.parse(readFileSync(new URL(`../${folder}node_modules/${name}/package.json`, import.meta.url), "utf8")).version;

export const versions = (browser) => ({
  Chromium: browser.version(),
  Node: process.version.slice(1),
  rustc: execFileSync("rustc", ["--version"], { encoding: "utf8" }).split(" ")[1],
  Preact: version("../", "preact"),
  "survey-core": version("survey/", "survey-core"),
  "survey-js-ui": version("survey/", "survey-js-ui"),
});
