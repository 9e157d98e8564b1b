// The charts of bench/RESULTS.md: bars, a group a condition or phase, light and dark.
import { PHASES } from "./bytes.mjs";
import { inp } from "./interactions.mjs";
import { median, sorted } from "./statistics.mjs";
import { CONDITIONS, NAMES, VARIANTS } from "./variants.mjs";

const WIDTH = 720, LEFT = 150, RIGHT = 90, BAR = 18, GAP = 6, TOP = 44;
const STYLE = `:root{color-scheme:light dark;--ink:#1f2328;--faint:#d0d7de;--ground:#fff;--ours:#0969da;--other:#8c959f}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--faint:#30363d;--ground:#0d1117;--ours:#58a6ff;--other:#6e7681}}
.ground{fill:var(--ground)}text{font:13px system-ui,sans-serif;fill:var(--ink)}.head{font-weight:600}.spread{stroke:var(--ink)}.base{stroke:var(--faint)}
.ours{fill:var(--ours)}.other{fill:var(--other)}`;

/** Groups of one bar a variant; `bars` gives value, and least and most where they are known. */
function chart(title, groups, text) {
  const most = Math.max(...groups.flatMap(({ bars }) => bars.map(({ value, most = value }) => Math.max(value, most))));
  const x = (value) => LEFT + value / most * (WIDTH - LEFT - RIGHT);
  const parts = [];
  let y = TOP;
  for (const { name, bars } of groups) {
    parts.push(`<text class="head" x="16" y="${y + 14}">${name}</text>`);
    y += 24;
    // Beside the bars alone: a heading would be struck through.
    parts.push(`<line class="base" x1="${LEFT}" x2="${LEFT}" y1="${y - 3}" y2="${y + bars.length * (BAR + GAP) - 3}"/>`);
    for (const { label, kind, value, least, most } of bars) {
      const middle = y + BAR / 2, end = x(Math.max(value, most ?? value));
      parts.push(`<text x="${LEFT - 8}" y="${middle + 4.5}" text-anchor="end">${label}</text>`);
      parts.push(`<rect class="${kind}" x="${LEFT}" y="${y}" width="${Math.max(1, x(value) - LEFT).toFixed(1)}" height="${BAR}"/>`);
      if (least !== undefined && most > least) parts.push(`<line class="spread" x1="${x(least).toFixed(1)}" x2="${x(most).toFixed(1)}" y1="${middle}" y2="${middle}"/>`);
      parts.push(`<text x="${(end + 8).toFixed(1)}" y="${middle + 4.5}">${text(value)}</text>`);
      y += BAR + GAP;
    }
    y += 10;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y + 4}" role="img" aria-label="${title}">
<style>
${STYLE}
</style>
<rect class="ground" width="${WIDTH}" height="${y + 4}"/>
<text class="head" x="16" y="26">${title}</text>
${parts.join("\n")}
</svg>
`;
}

const bar = (name, value, more) => ({ label: VARIANTS[name].label, kind: name === "ours" ? "ours" : "other", value, ...more });
function bars(samples, key) {
  return Object.entries(samples).map(([name, visits]) => {
    const all = sorted(visits.map(key));
    return bar(name, median(all), { least: all[0], most: all.at(-1) });
  });
}

/** File names and pictures. */
export function charts({ phases, whole }) {
  const conditions = (key) => Object.entries(whole).map(([condition, samples]) => ({ name: CONDITIONS[condition].label, bars: bars(samples, key) }));
  return {
    "bytes.svg": chart("Downloaded, kB of brotli", Object.entries(PHASES).map(([phase, name]) =>
      ({ name, bars: NAMES.map((name) => bar(name, phases[name].totals[phase].brotli / 1024)) })), (value) => value.toFixed(1)),
    "click.svg": chart("First click handled, ms from the navigation: median and spread", conditions(({ checked }) => checked), (value) => value.toFixed(0)),
    "inp.svg": chart("Longest interaction of a full run (INP), ms: median and spread", conditions(inp), (value) => value.toFixed(0)),
  };
}
