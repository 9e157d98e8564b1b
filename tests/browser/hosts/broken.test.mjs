// The quiz files of tests/quizzes/ in the widget: it says what the checker says, and never panics.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { after, test } from "node:test";
import { close, visit } from "../harness.mjs";
import { hear, host, post } from "./host.mjs";

after(close);

const folder = new URL("../../quizzes/", import.meta.url);
const files = Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), "utf8")]));

/** What the checker finds in a file; what the proof finds only an author hears. */
function checked(name) {
  const { stdout } = spawnSync(process.env.CAREER_QUIZ_CARGO, ["xtask", "check", "--json", `tests/quizzes/${name}`], { encoding: "utf8" });
  const { files: [{ faults }], proof } = JSON.parse(stdout);
  return proof ? [] : faults;
}

test("every broken quiz file is told in the event as the checker tells it, and none stops the page", async () => {
  const { page, context, said } = await visit({ path: "host.html", before: async (page) => {
    await hear(page);
    await host(post('<div id="room"></div>'), { files })(page);
  } });
  for (const name of Object.keys(files)) {
    const told = await page.evaluate(async (src) => {
      const quiz = Object.assign(document.createElement("career-quiz"), { src, textContent: "Own words" });
      const heard = (type) => new Promise((done) => quiz.addEventListener(`career-quiz:${type}`, ({ detail }) => done(detail), { once: true }));
      const first = Promise.race([heard("error"), heard("ready")]);
      document.querySelector("#room").replaceChildren(quiz);
      return first;
    }, name);
    // Of a file that is too long no more is fetched than shows that.
    if (files[name].length > 256 * 1024) assert.deepEqual([told.faults[0].kind, checked(name)[0].kind], ["too-large", "too-large"], name);
    else assert.deepEqual(told.faults ?? [], checked(name), name);
    assert.equal(told.code, told.faults && "quiz", name);
  }
  assert.ok(said.length > 0 && said.every((line) => /^error: <career-quiz> quiz: /.test(line)), said.find((line) => !/quiz: /.test(line)));
  await context.close();
});
