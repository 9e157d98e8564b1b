// How many bytes a visitor has had by three moments, file by file.
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { median, sum } from "./statistics.mjs";
import { bodyBy } from "./traffic.mjs";
import { NAMES } from "./variants.mjs";

/** The moments, as visits name their times. */
export const PHASES = { first: "before the first question is visible", checked: "up to the first handled click", done: "up to the result" };

/** A page's own document is the same for every variant, and no part of the quiz. */
export const own = ({ loads }) => loads.filter(({ file }) => !file.startsWith("host-"));

/** What every visitor had of each file, as came over the wire, and what of it that is otherwise packed. */
export function phases(samples, folder) {
  const all = {};
  for (const name of NAMES) {
    const visits = samples[name];
    const paths = [...new Set(visits.flatMap((visit) => own(visit).map(({ url }) => new URL(url).pathname.slice(1))))];
    const files = paths.map((path) => {
      const sizes = sizesOf(join(folder, path));
      const parts = {};
      for (const phase of Object.keys(PHASES)) {
        const shares = visits.map((visit) => {
          const load = own(visit).find(({ url }) => new URL(url).pathname.slice(1) === path);
          return load ? bodyBy(load, visit[phase]) / Math.max(1, load.body) : 0;
        });
        const share = median(shares);
        parts[phase] = { raw: sizes.raw * share, gzip: sizes.gzip * share, brotli: sizes.brotli * share };
      }
      return { path, sizes, parts };
    });
    const total = (phase, packing) => sum(files.map(({ parts }) => parts[phase][packing]));
    const totals = Object.fromEntries(Object.keys(PHASES).map((phase) =>
      [phase, Object.fromEntries(["raw", "gzip", "brotli"].map((packing) => [packing, Math.round(total(phase, packing))]))]));
    all[name] = { files, totals };
  }
  return all;
}

function sizesOf(path) {
  const size = (ending) => (existsSync(path + ending) ? statSync(path + ending).size : statSync(path).size);
  return { raw: size(""), gzip: size(".gz"), brotli: size(".br") };
}
