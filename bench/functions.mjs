// Where the module's bytes go: its functions by what they belong to, written to bench/FUNCTIONS.md.
//
//   node bench/functions.mjs MODULE       (a module that has kept its functions' names)
import { readFileSync, writeFileSync } from "node:fs";
import { machine } from "./load/machine.mjs";

/** What a function belongs to: the first whose names it has. */
const GROUPS = [
  ["the screens (`src/view`)", /career_quiz::view/],
  ["the core (`src/quiz`)", /career_quiz::quiz/],
  ["what joins them to the page (`src/mount`, `src/host`)", /career_quiz::(mount|host)|^mount/],
  ["Yew", /\byew|implicit_clone|gloo/],
  ["wasm-bindgen, js-sys, web-sys", /wasm_bindgen|js_sys|web_sys|externref|__wb/],
  ["the allocator", /dlmalloc|__rust_(alloc|realloc|dealloc)/],
  ["hash maps", /hashbrown|hash::|indexmap/],
  ["texts of numbers, and panics", /fmt|panic|Debug|Display|escape_debug|slice_error/],
  ["exact fractions", /num_rational|num_integer/],
  ["lists, texts and iterators of the standard library", /alloc|core|std|str/],
];
const LARGEST = 15;
const bytes = readFileSync(process.argv[2]);

/** A number in LEB128, and where it ends. */
function number(at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return [value, at];
  }
}
function text(at) {
  const [length, start] = number(at);
  return [bytes.toString("utf8", start, start + length), start + length];
}

const CUSTOM = 0, CODE = 10, DATA = 11, FUNCTION_NAMES = 1;
const sections = {}, sizes = [], names = new Map();
for (let at = 8; at < bytes.length;) {
  const [id, [length, start]] = [bytes[at], number(at + 1)];
  sections[id] = (sections[id] ?? 0) + length;
  if (id === CODE) {
    let [left, next] = number(start);
    for (; left > 0; left -= 1) {
      const [size, body] = number(next);
      sizes.push(size);
      next = body + size;
    }
  }
  if (id === CUSTOM) {
    let [name, next] = text(start);
    while (name === "name" && next < start + length) {
      const [kind, [size, body]] = [bytes[next], number(next + 1)];
      if (kind === FUNCTION_NAMES) {
        let [left, entry] = number(body);
        for (; left > 0; left -= 1) {
          const [index, label] = number(entry);
          const [name, after] = text(label);
          names.set(index, name);
          entry = after;
        }
      }
      next = body + size;
    }
  }
  at = start + length;
}
// Imports are counted first, and the last name is the last function's.
const imports = Math.max(...names.keys()) + 1 - sizes.length;
const functions = sizes.map((size, at) => ({ size, name: (names.get(imports + at) ?? "").replace(/::h[0-9a-f]{16}|\[[0-9a-f]{16}\]/g, "") }));
const groups = GROUPS.map(([group]) => ({ group, size: 0, count: 0 }));
const other = { group: "what has no name of these", size: 0, count: 0 };
for (const { size, name } of functions) {
  const group = groups[GROUPS.findIndex(([, names]) => names.test(name))] ?? other;
  group.size += size;
  group.count += 1;
}

const shown = (value) => value.toLocaleString("en");
const row = (cells) => `| ${cells.join(" | ")} |`;
const code = sections[CODE];
const written = `# Where the module's bytes go

Written by \`cargo xtask bench --functions\` on ${new Date(machine().time).toISOString().slice(0, 10)}, of the module as a page gets it but for the names that
are kept. Bytes before compression: ${shown(code)} of code, ${shown(sections[DATA])} of constants.

${row(["", "bytes", "share", "functions"])}
${row(["---", "--:", "--:", "--:"])}
${[...groups, other].sort((a, b) => b.size - a.size).map(({ group, size, count }) => row([group, shown(size), `${(size / code * 100).toFixed(1)} %`, count])).join("\n")}

A function of the standard library that is made for one type of ours counts as ours where its name says so.

The largest:

${row(["function", "bytes"])}
${row(["---", "--:"])}
${functions.sort((a, b) => b.size - a.size).slice(0, LARGEST).map(({ name, size }) => row([`\`${name.replaceAll("|", "\\|")}\``, shown(size)])).join("\n")}
`;
writeFileSync(new URL("FUNCTIONS.md", import.meta.url), written);
console.log(`\n${written}`);
