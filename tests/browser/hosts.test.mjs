// Pages that are not kind: bad quiz files, page translators, strict policies, flaky networks.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { address, answer, button, close, outcome, people, quietly, quiz, takeToResult, visit } from "./harness.mjs";

after(close);

const shipped = readFileSync(new URL("../../quizzes/career-quiz.json", import.meta.url), "utf8");
const page = (inside, head = "") => `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Host</title>
<link rel="icon" href="data:,">${head}<script type="module" src="career-quiz.js"></script><main><h1>Host</h1>${inside}</main></html>`;

/** Serves a host page, and files beside it, from the quiz's own address. */
const host = (html, files = {}, headers = {}) => async (page) => {
  await page.route("**/host.html", (route) => route.fulfill({ body: html, contentType: "text/html", headers }));
  for (const [name, file] of Object.entries(files)) {
    await page.route(`**/${name}`, (route) => (typeof file === "function" ? file(route) : route.fulfill({ body: file, contentType: "application/json" })));
  }
};

const edited = (edit) => { const copy = JSON.parse(shipped); edit(copy); return JSON.stringify(copy); };
const broken = {
  "empty": ["", "empty"],
  "truncated": [shipped.slice(0, 9000), "line"],
  "not JSON": ["<!doctype html>", "line 1, column 1"],
  "with an unknown path": [edited((file) => { file.questions[0].choices[0].points = { nope: 2 }; }), "`nope`"],
  "without questions": [edited((file) => { file.questions = []; }), "questions"],
  "unbalanced": [edited((file) => { file.questions[0].choices[0].points = { nlp: 9 }; }), "free-week"],
  "with a missing text": [edited((file) => { delete file.words.continue; }), "`continue`"],
  "with 10,000 choices": [edited((file) => { file.questions[0].choices = Array.from({ length: 10_000 }, (_, at) => ({ id: `c${at}`, label: "x" })); }), "bytes"],
  "with a script for a link": [edited((file) => { file.library.sources[0].url = "javascript:alert(1)"; }), "link"],
};
for (const [name, [file, says]] of Object.entries(broken)) {
  test(`a quiz file that is ${name} leaves the page's own words and a named fault`, async () => {
    const { page: visited, context, said } = await visit({
      path: "host.html",
      before: host(page('<career-quiz src="my.json"><p id="own">Own words</p></career-quiz>'), { "my.json": file }),
    });
    await visited.getByRole("button").waitFor();
    assert.equal(await visited.locator("#own").isVisible(), true);
    assert.equal(said.length, 1);
    assert.ok(said[0].startsWith("error: "), said[0]);
    assert.ok(said[0].includes("my.json") && said[0].includes(says), said[0]);
    await context.close();
  });
}

test("a quiz file of one's own is asked in place of the shipped one", async () => {
  const file = edited((file) => { file.id = "mine"; file.questions[0].prompt = "Mine?"; });
  const { page: visited, context, said } = await visit({
    path: "host.html", before: host(page('<career-quiz src="my.json"></career-quiz>'), { "my.json": file }),
  });
  await visited.locator("career-quiz .title", { hasText: "Mine?" }).waitFor();
  quietly(said);
  await context.close();
});

for (const file of ["career_quiz_bg.wasm", "career_quiz.js*", "career-quiz.css"]) {
  test(`a failed download of ${file} can be tried again`, async () => {
    let asked = 0;
    const flaky = (route) => (asked++ === 0 ? route.fulfill({ status: 503, body: "" }) : route.continue());
    const { page: visited, context } = await visit({
      path: "host.html", before: host(page("<career-quiz></career-quiz>"), { [file]: flaky }),
    });
    await visited.getByRole("button").click();
    await visited.locator("career-quiz .question").waitFor();
    assert.ok(asked >= 2);
    await context.close();
  });
}

test("a page translator that wraps and replaces every text does not break the quiz", async () => {
  const { page: visited, context, said } = await visit();
  await visited.locator("career-quiz .question").waitFor();
  await visited.evaluate(() => {
    const root = document.querySelector("career-quiz").shadowRoot;
    const translate = () => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) if (walker.currentNode.data.trim() && !walker.currentNode.parentNode.closest("font")) texts.push(walker.currentNode);
      for (const text of texts) {
        const outer = document.createElement("font");
        const inner = document.createElement("font");
        inner.textContent = text.data;
        outer.append(inner);
        text.replaceWith(outer);
      }
    };
    translate();
    new MutationObserver(translate).observe(root, { childList: true, subtree: true, characterData: true });
  });
  for (const [at, question] of quiz.questions.entries()) {
    await visited.locator(`career-quiz input`).first().waitFor();
    if (at === 0) await visited.locator("career-quiz button[type=submit]").click();
    await answer(visited, question, people.nlp[question.id]);
    await visited.locator("career-quiz button[type=submit]").click();
  }
  await visited.locator("career-quiz .review").waitFor();
  await visited.locator("career-quiz button[type=submit]").click();
  await visited.locator("career-quiz .result").waitFor();
  const says = async (path) => {
    assert.equal((await outcome(visited)).path, path);
    const { inline } = quiz.paths.find((one) => one.id === path);
    const heading = await visited.locator("career-quiz .title").innerText();
    assert.equal(heading.split(inline).length, 2, `“${heading}” names ${inline} once`);
  };
  await says("nlp");
  await visited.locator("career-quiz .change button").first().click();
  await says("deep-learning");
  await visited.locator("career-quiz .change button").first().click();
  await says("nlp");
  quietly(said);
  await context.close();
});

test("a strict policy with trusted types is no hindrance", async () => {
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'";
  const { page: visited, context, said } = await visit({
    path: "host.html", before: host(page("<career-quiz></career-quiz>"), {}, { "content-security-policy": policy }),
  });
  await takeToResult(visited, people.nlp);
  quietly(said);
  await context.close();
});

test("two quizzes on one page do not share answers, and the script may come twice", async () => {
  const twice = '<script type="module" src="career-quiz.js?again"></script>';
  const { page: visited, context, said } = await visit({
    path: "host.html", before: host(page("<career-quiz id=one></career-quiz><career-quiz id=two></career-quiz>", twice)),
  });
  await visited.locator("#two .question").waitFor();
  await visited.locator("#one .choice").first().click();
  assert.equal(await visited.locator("#one input:checked").count(), 1);
  assert.equal(await visited.locator("#two input:checked").count(), 0);
  quietly(said);
  await context.close();
});

test("very long words in a narrow column stay inside it", async () => {
  const file = edited((file) => {
    file.questions[0].prompt = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen".repeat(3);
    file.questions[0].choices[0].label = "https://example.org/".repeat(20);
    file.paths.forEach((path) => { path.name = "Unzertrennlichkeitsvermutung".repeat(4); });
  });
  for (const width of [280, 320]) {
    const { page: visited, context } = await visit({
      path: "host.html", viewport: { width, height: 700 },
      before: host(page('<career-quiz src="my.json"></career-quiz>'), { "my.json": file }),
    });
    const inside = () => visited.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
    await visited.locator("career-quiz .question").waitFor();
    assert.ok(await inside(), `the question fits ${width} px`);
    await visited.locator("career-quiz .choice").first().click();
    await button(visited, quiz.words.continue).click();
    for (const question of quiz.questions.slice(1)) {
      await answer(visited, question, people.nlp[question.id]);
      assert.ok(await inside(), `${question.id} fits ${width} px`);
      await button(visited, quiz.words.continue).click();
    }
    assert.ok(await inside(), `the review fits ${width} px`);
    await button(visited, quiz.words.see_result).click();
    await visited.locator("career-quiz .result").waitFor();
    for (const summary of await visited.locator("career-quiz summary").all()) await summary.click();
    assert.ok(await inside(), `the result fits ${width} px`);
    await context.close();
  }
});

test("the shell's address decides where its parts come from, not the page's", async () => {
  const { page: visited, context, said } = await visit({
    path: "posts/2026/host.html",
    before: host(page("<career-quiz></career-quiz>").replace("career-quiz.js", new URL("career-quiz.js", address).pathname)),
  });
  await visited.locator("career-quiz .question").waitFor();
  quietly(said);
  await context.close();
});
