// What the build does with the npm package esbuild and with compression.
// node xtask/pack.mjs minify FOLDER        scripts and styles, in place
// node xtask/pack.mjs bundle ENTRY FILE [minify]   a script with what it imports, as one
// node xtask/pack.mjs shells ENTRY FOLDER [minify]  the same a language: of every built.LANG.js beside it
// node xtask/pack.mjs written LANG...      how languages write numbers, as JSON
// node xtask/pack.mjs compress FOLDER      a brotli and a gzip twin of every file but pictures, and their sizes
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { buildSync, transformSync } from "esbuild";
import { numbers } from "../src/host/numbers.js";

const files = (folder) => readdirSync(folder).sort().flatMap((name) => {
  const path = join(folder, name);
  return statSync(path).isDirectory() ? files(path) : [path];
});

export function minify(folder) {
  for (const path of files(folder)) {
    const loader = { js: "js", css: "css" }[path.split(".").pop()];
    if (!loader) continue;
    const { code } = transformSync(readFileSync(path, "utf8"), {
      loader, minify: true, format: loader === "js" ? "esm" : undefined, legalComments: "none",
    });
    writeFileSync(path, code);
  }
}

function bundle(entry, outfile, minify) {
  buildSync({ entryPoints: [entry], outfile, bundle: true, minify: Boolean(minify), format: "esm", legalComments: "none", charset: "utf8", logLevel: "warning" });
}

function shells(entry, folder, minify) {
  const built = join(dirname(entry), "built.js");
  const variants = readdirSync(dirname(entry)).filter((name) => /^built(\.\w+)?\.js$/.test(name));
  const texts = variants.map((name) => [name, readFileSync(join(dirname(entry), name))]);
  for (const [name, text] of texts) {
    writeFileSync(built, text);
    bundle(entry, join(folder, name.replace("built", "career-quiz")), minify);
  }
}

const written = (...languages) => console.log(JSON.stringify(Object.fromEntries(languages.map((lang) => [lang, numbers(lang)]))));

/** How near repeats are told (RFC 7932, section 4): which is best differs from file to file. */
const DISTANCES = [[0, 0], [0, 15], [1, 0], [1, 16], [2, 0], [2, 32]];

function packed(bytes) {
  // Large files take long, and gain next to nothing.
  const all = (bytes.length < 65_536 ? DISTANCES : DISTANCES.slice(0, 1)).map(([postfix, direct]) => brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      [constants.BROTLI_PARAM_NPOSTFIX]: postfix, [constants.BROTLI_PARAM_NDIRECT]: direct },
  }));
  return all.reduce((best, one) => (one.length < best.length ? one : best));
}

export function compress(folder) {
  const rows = files(folder).filter((path) => !/\.(br|gz)$/.test(path)).map((path) => {
    const bytes = readFileSync(path);
    // Packed already: a twin would save a twentieth and be unpacked for it.
    if (path.endsWith(".png")) return [relative(folder, path), bytes.length, "", ""];
    const brotli = packed(bytes);
    const gzip = gzipSync(bytes, { level: 9 });
    writeFileSync(`${path}.br`, brotli);
    writeFileSync(`${path}.gz`, gzip);
    return [relative(folder, path), bytes.length, gzip.length, brotli.length];
  });
  const line = ([name, ...sizes]) => name.padEnd(40) + sizes.map((size) => String(size).padStart(10)).join("");
  console.log([["bytes", "raw", "gzip", "brotli"], ...rows].map(line).join("\n"));
}

const [, script, command, ...paths] = process.argv;
if (script.endsWith("pack.mjs")) ({ minify, bundle, shells, written, compress })[command](...paths);
