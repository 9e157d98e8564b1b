// One site a test: built in a folder of its own, from the very snippets of the README, by the real engine.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { close, outcome, people, quietly, takeToResult, visit } from "../browser/harness.mjs";
import { serve } from "./serve.mjs";

after(close);

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, "node_modules");
export const project = join(here, "../..");
/** The files a blog hosts. */
export const dist = process.env.CAREER_QUIZ_DIST;
assert.ok(dist && existsSync(join(dist, "career-quiz.js")), "CAREER_QUIZ_DIST should name the folder `cargo xtask dist` wrote");

const readme = readFileSync(join(project, "README.md"), "utf8");
/** The block under the line **`name`** in the README. */
export function snippet(name) {
  const found = readme.split(`\n**\`${name}\`**\n`).slice(1);
  assert.equal(found.length, 1, `the README should have one snippet named ${name}`);
  return found[0].match(/^```\w*\n(.*?\n)```\n/s)[1];
}

/** Nothing if a program is on this machine, otherwise one line that says what to install. */
export function program(name, from, folders = process.env.PATH) {
  const there = folders.split(delimiter).some((folder) => existsSync(join(folder, name)));
  return there ? undefined : `${name} is not installed: ${from}`;
}
export const packaged = (name) =>
  existsSync(join(packages, name)) ? undefined : `${name} is not installed: npm ci --prefix tests/blogs`;

/** A test that an engine's absence fails where everything should be there, and skips elsewhere. */
export function told(sentence, { without }, run) {
  if (!without) test(sentence, run);
  else if (process.env.CI) test(sentence, () => assert.fail(without));
  else test(sentence, { skip: without }, () => {});
}

/** An empty folder, gone after the test. */
export function folder(t) {
  const root = mkdtempSync(join(tmpdir(), "career-quiz-"));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  return root;
}

export class Site {
  /** What engines find in their environment besides everything else. */
  env = { ASTRO_TELEMETRY_DISABLED: "1" };

  constructor(t) {
    this.t = t;
    this.root = folder(t);
  }
  path(name) {
    return join(this.root, name);
  }
  write(name, text) {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), text);
  }
  /** Files of the README, where the README says they go. */
  take(...names) {
    for (const name of names) this.write(name, snippet(name));
  }
  putQuiz(name) {
    cpSync(dist, this.path(name), { recursive: true });
  }
  read(name) {
    return readFileSync(this.path(name), "utf8");
  }
  run(command, ...args) {
    execFileSync(command, args, { cwd: this.root, env: { ...process.env, ...this.env }, stdio: ["ignore", "pipe", "pipe"] });
  }
  /** Makes this site's own programs those of package-lock.json. */
  usePackages() {
    symlinkSync(packages, this.path("node_modules"));
    this.write("package.json", '{ "type": "module" }');
  }
  /** Serves what the engine wrote; resolves to the address. */
  async serve(name, base = "/") {
    const server = await serve(this.path(name), base);
    this.t.after(() => server.close());
    return server.address;
  }
}

/** Takes the quiz on a page to its result; `also` may look at the page then. */
export async function completes(url, also = () => {}) {
  const { page, context, said } = await visit({ path: url });
  try {
    await takeToResult(page, people.nlp);
    assert.equal((await outcome(page)).path, "nlp");
    await also(page);
    quietly(said);
  } finally {
    await context.close();
  }
}

/** The page heard `career-quiz:complete`, and shows it the way the README's snippets do. */
export const heard = (page) => page.getByText("More about nlp", { exact: true }).waitFor({ timeout: 5000 });

/** The theme a snippet asked for has arrived. */
export const lit = async (page) => assert.equal(await page.locator("career-quiz").getAttribute("theme"), "light");
