// The pages shared links lead to, and their pictures.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, test } from "node:test";
import { HtmlValidate } from "html-validate";
import { address, arrived, button, close, heading, phone, quietly, quiz, visit, LANGUAGES } from "./harness.mjs";

after(close);

const { CAREER_QUIZ_DIST: dist, CAREER_QUIZ_ADDRESSED: addressed } = process.env;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pages = quiz.paths.map(({ id }) => `r/${id}.html`);
/** The same in every other language, with each language's own page of the quiz. */
const translated = LANGUAGES.slice(1).flatMap((lang) => [`${lang}/index.html`, ...pages.map((page) => page.replace("r/", `r/${lang}/`))]);
const article = (page) => page.locator("article.square, article.circle, article.triangle, article.diamond");
/** Goes to the quiz, which loads when it comes near. */
const near = async (page) => {
  await page.locator("career-quiz").scrollIntoViewIfNeeded();
  await arrived(page);
};
/** A result, as a shared link carries it. */
const code = "#1r.career-quiz.leaning.nlp73.dl63.g47.nn20:foundation~giba";

test("every page of a path is valid HTML, with an address and without", async () => {
  const validator = new HtmlValidate({ root: true, extends: ["html-validate:recommended"] });
  for (const folder of [dist, addressed]) {
    assert.deepEqual(readdirSync(join(folder, "r"), { recursive: true }).filter((name) => name.endsWith(".html")).map((name) => `r/${name}`).toSorted(), [...pages, ...translated.filter((name) => name.startsWith("r/"))].toSorted());
    for (const name of [...pages, ...translated]) {
      const { results } = await validator.validateFile(join(folder, name));
      assert.deepEqual(results.flatMap(({ messages }) => messages.map(({ line, ruleId, message }) => `${line}: ${ruleId}: ${message}`)), [], join(folder, name));
    }
  }
});

test("a preview finds a title, a description and a picture that is there", async () => {
  const { page, context } = await visit({ path: pages[0], javaScriptEnabled: false });
  for (const { id, name, tag } of quiz.paths) {
    await page.setContent(readFileSync(join(addressed, `r/${id}.html`), "utf8"));
    const said = await page.evaluate(() => Object.fromEntries([...document.querySelectorAll("meta[property], meta[name]")].map((meta) => [meta.getAttribute("property") ?? meta.name, meta.content])));
    assert.equal(await page.title(), said["og:title"]);
    assert.ok(said["og:title"].startsWith(`${name}: `), said["og:title"]);
    for (const key of ["description", "og:description", "twitter:description"]) assert.ok(said[key].startsWith(`${tag}. `), said[key]);
    for (const key of ["og:image", "twitter:image"]) assert.equal(said[key], `https://example.com/quiz/r/${id}.png`);
    assert.equal(said["og:url"], `https://example.com/quiz/r/${id}.html`);
  }
  await context.close();
});

test("every picture is a PNG of 1200 by 630 that the server names as one", async () => {
  for (const name of ["quiz", ...quiz.paths.map(({ id }) => id)]) {
    const answer = await fetch(new URL(`r/${name}.png`, address));
    assert.equal(answer.headers.get("content-type"), "image/png");
    const bytes = Buffer.from(await answer.arrayBuffer());
    assert.equal(bytes.subarray(1, 4).toString(), "PNG");
    assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [1200, 630], name);
  }
});

test("without JavaScript a page tells all of its path and leads to the quiz", async () => {
  const { page, context, said } = await visit({ path: "r/nlp.html", javaScriptEnabled: false });
  const nlp = quiz.paths.find(({ id }) => id === "nlp");
  for (const text of [nlp.name, nlp.what, nlp.first_project, ...nlp.learn, ...nlp.roles_today, ...Object.values(nlp.close_to)]) {
    assert.ok(await article(page).getByText(text, { exact: true }).isVisible(), text);
  }
  await page.getByRole("link", { name: quiz.words.page_take }).click();
  assert.equal(page.url(), address);
  quietly(said);
  await context.close();
});

test("a page followed without answers tells of its path, and the quiz begins under it", async () => {
  for (const { id, name } of quiz.paths) {
    const { page, context, said } = await visit({ path: `r/${id}.html` });
    await near(page);
    assert.ok(await article(page).getByRole("heading", { name, exact: true }).isVisible());
    assert.equal(await heading(page).textContent(), quiz.questions[0].prompt);
    const [about, question] = await Promise.all([article(page).boundingBox(), page.locator("career-quiz").boundingBox()]);
    assert.ok(about.y + about.height <= question.y, "the quiz stands under the article");
    // One way into the quiz that is right there is enough.
    assert.equal(await page.getByText(quiz.words.page_take).isVisible(), false);
    await button(page, quiz.words.skip).click();
    await page.locator("career-quiz .title", { hasText: quiz.questions[1].prompt }).waitFor();
    quietly(said);
    await context.close();
  }
});

test("a page followed with answers shows the quiz, and keeps the article for where it cannot run", async () => {
  const { page, context, said } = await visit({ path: `r/nlp.html${code}` });
  await arrived(page);
  assert.ok(await heading(page).isVisible());
  assert.equal(await article(page).isVisible(), false);
  quietly(said);
  await context.close();
  const withoutIt = (page) => page.addInitScript(() => { delete globalThis.WebAssembly; });
  const there = await visit({ path: `r/nlp.html${code}`, before: withoutIt });
  await article(there.page).getByRole("heading", { name: quiz.paths[1].name, exact: true }).waitFor();
  await there.context.close();
});

test("whichever script comes first, the article stays where it stood without them", async () => {
  const still = await visit({ path: "r/nlp.html", javaScriptEnabled: false });
  const { y } = await article(still.page).boundingBox();
  await still.context.close();
  const scripts = /(<script[^]*?<\/script>)\n(<script[^]*?<\/script>)/;
  const swapped = (page) => page.route("**/r/*.html", async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    assert.match(body, scripts);
    await route.fulfill({ response, body: body.replace(scripts, "$2\n$1") });
  });
  for (const before of [undefined, swapped]) {
    const { page, context } = await visit({ path: "r/nlp.html", before });
    await near(page);
    await page.evaluate(() => scrollTo(0, 0));
    assert.equal(await page.locator("main > article + career-quiz").count(), 1);
    assert.equal((await article(page).boundingBox()).y, y);
    await context.close();
  }
});

test("a page keeps to the strictest policy", async () => {
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'";
  const before = (page) => page.route("**/r/*.html", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
  });
  const { page, context, said } = await visit({ path: "r/nlp.html", before });
  await near(page);
  assert.ok(await article(page).isVisible());
  quietly(said);
  await context.close();
});

for (const [size, viewport] of [["a phone", phone], ["a wide page", { width: 1280, height: 900 }]]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`axe finds nothing on the page of a path on ${size}, ${colorScheme}, and nothing sticks out`, async () => {
      const { page, context } = await visit({ path: "r/nlp.html", viewport, colorScheme });
      await near(page);
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"] });
        return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.flat().join(" ")}: ${node.failureSummary}`));
      });
      assert.deepEqual(found, []);
      const { scrollWidth, clientWidth } = await page.evaluate(() => ({ scrollWidth: document.documentElement.scrollWidth, clientWidth: document.documentElement.clientWidth }));
      assert.ok(scrollWidth <= clientWidth, `${scrollWidth} > ${clientWidth}`);
      await context.close();
    });
  }
}

test("each language has a page of the quiz and of every path, in its own words and direction", async () => {
  for (const lang of LANGUAGES.slice(1)) {
    const texts = JSON.parse(readFileSync(new URL(`../../quizzes/career-quiz.${lang}.json`, import.meta.url))).texts;
    const { page, context, said } = await visit({ path: `r/${lang}/nlp.html` });
    assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), [lang, lang === "ar" ? "rtl" : "ltr"]);
    await article(page).getByRole("heading", { name: texts["paths.nlp.name"], exact: true }).waitFor();
    await page.locator("header a").click();
    await page.waitForURL(`**/${lang}/`);
    await page.locator("career-quiz .title", { hasText: texts["questions.free-week.prompt"] }).waitFor();
    quietly(said);
    await context.close();
  }
});
