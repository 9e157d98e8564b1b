// One visitor takes the same quiz in the same post in each of the three engines people have.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { chromium, firefox, webkit } from "./drivers.mjs";
import { need } from "./programs.mjs";
import { blog } from "./site.mjs";
import { answer, people, quiz, score, takeToResult, titled } from "./visitor.mjs";

/** For `until`: whether the quiz says so beside what was pressed. */
const said = (words) =>
  [...document.querySelector("career-quiz").shadowRoot.querySelectorAll(".heard")].some((one) => one.innerText.includes(words));

/** The quiz of the blog's own that site.mjs serves. */
const own = JSON.parse(readFileSync(new URL("../../quizzes/examples/branching.json", import.meta.url), "utf8"));
const dist = process.env.CAREER_QUIZ_DIST;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe says of a screen. */
async function audit(engine, screen) {
  // Handed over as a script, since a whole program is more than one call's argument in some engines.
  await engine.evaluate((source) => { if (!window.axe) document.head.append(Object.assign(document.createElement("script"), { textContent: source })); }, axe);
  const found = await engine.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.flat().join(" ")}: ${failureSummary}`))));
  return found.map((one) => `${screen}: ${one}`);
}

/** Opens a post in an engine, hands it to a test, and leaves nothing running. */
async function reading(t, engine, post, read, options) {
  const found = need(t, ...engine.needs);
  if (!found) return;
  const site = await blog(dist, options);
  try {
    await engine.open(site.address + post, found);
    await read(site);
    assert.deepEqual(await engine.said(), [], "the console should be empty");
    assert.deepEqual(site.missed, [], "nothing is asked for that is not there");
  } finally {
    await engine.close();
    site.close();
  }
}

for (const engine of [chromium, firefox, webkit]) {
  test(`in ${engine.name} a post's quiz leads a visitor to the path of the score and says nothing in the console`, { timeout: 120_000 }, (t) =>
    reading(t, engine, "post.html", async () => {
      const { path, stage } = score(people.nlp);
      await takeToResult(engine, people.nlp);
      const { dataset, width } = await engine.evaluate(() => {
        const result = document.querySelector("career-quiz").shadowRoot.querySelector(".result");
        return { dataset: { ...result.dataset }, width: innerWidth };
      });
      assert.deepEqual({ path: dataset.path, stage: dataset.stage }, { path, stage });
      assert.ok((await engine.text(".result")).includes(quiz.paths.find(({ id }) => id === path).inline));
      assert.equal(width, 390, "it was read on a phone");
      await engine.click("button", quiz.words.picture);
      await engine.until("picture among the downloads", said, quiz.words.heard_saved);
      await engine.click("button", quiz.words.share_copy);
      await engine.until("word on the link", said, quiz.words.heard_copied);
    }));

  test(`in ${engine.name} a shared link opens on its result under the narrowest policy of the README`, { timeout: 60_000 }, (t) =>
    reading(t, engine, "strict.html#1r.career-quiz.clear.g81.dl63.nlp60.nn57:explorer~th49", async () => {
      await engine.until("shared result", titled, quiz.paths.find(({ id }) => id === "generalist").inline);
      await engine.click("button", quiz.words.shared_take);
      await engine.until("first question", titled, quiz.questions[0].prompt);
    }));

  test(`in ${engine.name} the narrowest policy of the README lets the quiz go on to its second question`, { timeout: 60_000 }, (t) =>
    reading(t, engine, "strict.html", async () => {
      const [first, second] = quiz.questions;
      await answer(engine, first, people.nlp[first.id]);
      await engine.click("button", quiz.words.continue);
      await engine.until("second question", titled, second.prompt);
    }));

  test(`in ${engine.name} a quiz of the blog's own asks only what fits, under the narrowest policy of the README`, { timeout: 120_000 }, (t) =>
    reading(t, engine, "own.html", async () => {
      const answers = {
        goal: "game", before: "never", reason: "fun", evening: "own-level",
        enjoy: { "find-pattern": 0, "look-right": 1, "fewer-taps": 1, "own-world": 3 },
        proudest: ["laughed", "strangers", "always-there", "saved-hours"],
      };
      await takeToResult(engine, answers, own.questions.filter(({ id }) => id in answers));
      const path = await engine.evaluate(() => document.querySelector("career-quiz").shadowRoot.querySelector(".result").dataset.path);
      assert.equal(path, "csharp");
    }));

  test(`in ${engine.name} the studio proves a quiz and shows it`, { timeout: 120_000 }, async (t) => {
    const found = need(t, ...engine.needs);
    if (!found) return;
    const site = await blog(dist);
    try {
      await engine.open(`${site.address}quiz/studio.html`, found);
      const proven = await engine.until("proof", () => document.querySelector(".outcomes")?.innerText);
      assert.match(proven, /25[.]30.*25[.]30.*25[.]30.*24[.]09/s);
      assert.deepEqual(site.missed, [], "nothing is asked for that is not there");
    } finally {
      await engine.close();
      site.close();
    }
  });

  test(`in ${engine.name} axe finds nothing on the main screens`, { timeout: 180_000 }, (t) =>
    reading(t, engine, "post.html", async () => {
      const found = [];
      const [first] = quiz.questions;
      await engine.until("first question", titled, first.prompt);
      await engine.click("button", quiz.words.continue);
      await engine.until("problem", () => document.querySelector("career-quiz").shadowRoot.querySelector(".problem")?.getClientRects().length > 0);
      found.push(...await audit(engine, "problem"));
      for (const question of quiz.questions) {
        await answer(engine, question, people.nlp[question.id]);
        found.push(...await audit(engine, question.id));
        await engine.click("button", quiz.words.continue);
      }
      await engine.until("review", titled, quiz.words.review);
      found.push(...await audit(engine, "review"));
      await engine.click("button", quiz.words.see_result);
      await engine.until("result", () => document.querySelector("career-quiz").shadowRoot.querySelector(".result") !== null);
      found.push(...await audit(engine, "result"));
      await engine.evaluate(() => { location.hash = "1r.career-quiz.clear.g81.dl63.nlp60.nn57:explorer~th49"; });
      await engine.until("shared result", titled, quiz.paths.find(({ id }) => id === "generalist").inline);
      found.push(...await audit(engine, "shared result"));
      assert.equal(found.join("\n"), "");
    }));

  // Far down counts most: there an engine that finds the page short for a moment, or anchors its
  // scrolling to what goes, ends up elsewhere.
  for (const [place, where] of [["a little", 100], ["half way", 300], ["as far as it goes", 10_000]]) {
    test(`in ${engine.name} a page scrolled ${place} stays there when the WebAssembly takes over`, { timeout: 60_000 }, (t) =>
      reading(t, engine, "post.html", async (site) => {
        await engine.until("first question", titled, quiz.questions[0].prompt);
        const before = await engine.evaluate((top) => {
          window.prerendered = document.querySelector("career-quiz").shadowRoot.querySelector(".title");
          scrollTo({ top, behavior: "instant" });
          return scrollY;
        }, where);
        assert.ok(before >= Math.min(where, 400), "the post is long enough to scroll");
        site.letGo();
        await engine.until("hand-over", () => !window.prerendered.isConnected);
        const after = await engine.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => drawn(scrollY))));
        assert.equal(after, before);
      }, { late: ".wasm" }));
  }
}
