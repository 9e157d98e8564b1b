// Minifies the scripts and styles of a bundle, writes a brotli and a gzip twin of every file,
// and prints the sizes. Usage: node xtask/pack.mjs FOLDER
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { transformSync } from "esbuild";

const folder = process.argv[2];
const rows = [];
for (const name of readdirSync(folder).sort()) {
  const path = join(folder, name);
  const loader = { js: "js", css: "css" }[name.split(".").pop()];
  if (loader) {
    const { code } = transformSync(readFileSync(path, "utf8"), {
      loader, minify: true, format: loader === "js" ? "esm" : undefined, legalComments: "none",
    });
    writeFileSync(path, code);
  }
  const bytes = readFileSync(path);
  const brotli = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  const gzip = gzipSync(bytes, { level: 9 });
  writeFileSync(`${path}.br`, brotli);
  writeFileSync(`${path}.gz`, gzip);
  rows.push([name, bytes.length, gzip.length, brotli.length]);
}
const sum = (at) => rows.reduce((all, row) => all + row[at], 0);
rows.push(["all", sum(1), sum(2), sum(3)]);
const line = ([name, ...sizes]) => name.padEnd(24) + sizes.map((size) => String(size).padStart(10)).join("");
console.log(line(["bytes", "raw", "gzip", "brotli"]));
for (const row of rows) console.log(line(row));
