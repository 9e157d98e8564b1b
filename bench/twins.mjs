// The yardsticks: builds the same quiz in vanilla JavaScript, in Preact and in SurveyJS, and the
// pages all variants are measured in. Usage: node bench/twins.mjs FOLDER (where the files of dist/ lie, to
// be measured by bench/load.mjs).
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transformSync } from "esbuild";
import { compress } from "../xtask/pack.mjs";
import { hosts } from "./hosts.mjs";
import { reduce, wordsModule } from "./twin/data.mjs";

const folder = process.argv[2];
if (!folder) throw new Error("name the folder to write to: node bench/twins.mjs FOLDER");
const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const read = (path) => readFileSync(at(path), "utf8");
const file = JSON.parse(read("../quizzes/career-quiz.json"));

/** The widget's own styles, but for the parts of the result the twins leave out. */
function styles() {
  const unused = ["what_if.css", "about.css", "library.css"];
  const sheet = ["first.css", "rest.css"].map((name) => read(`../styles/${name}`)).join("\n");
  const whole = sheet.replace(/@import "(.+)";/g, (_, name) => (unused.includes(name) ? "" : read(`../styles/${name}`)));
  return transformSync(whole, { loader: "css", minify: true }).code.trim();
}

const modules = {
  data: () => ({ contents: JSON.stringify(reduce(file)), loader: "json" }),
  words: () => ({ contents: wordsModule(file.words), loader: "js" }),
  styles: () => ({ contents: styles(), loader: "text" }),
};
const embedded = {
  name: "quiz",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^quiz:/ }, ({ path }) => ({ path: path.slice(5), namespace: "quiz" }));
    onLoad({ filter: /.*/, namespace: "quiz" }, ({ path }) => modules[path]());
  },
};

const made = mkdtempSync(join(tmpdir(), "career-quiz-twins-"));
for (const [entry, outfile] of [["vanilla/quiz.js", "vanilla.js"], ["preact/quiz.jsx", "preact.js"], ["survey/quiz.js", "survey.js"]]) {
  await build({
    entryPoints: [at(entry)], outfile: join(made, outfile), bundle: true, format: "esm", minify: true,
    jsx: "automatic", jsxImportSource: "preact", legalComments: "none", charset: "utf8", plugins: [embedded],
  });
}
// SurveyJS's styles as its guide has them embedded: whole and in a file beside. Of its two sheets
// the one that takes no font from elsewhere.
cpSync(at("survey/node_modules/survey-core/survey-core.fontless.min.css"), join(made, "survey.css"));
for (const [name, page] of Object.entries(hosts())) writeFileSync(join(made, name), page);
// Compressed as dist/ is, so that no variant is squeezed harder than another.
compress(made);
mkdirSync(folder, { recursive: true });
cpSync(made, folder, { recursive: true });
rmSync(made, { recursive: true });
