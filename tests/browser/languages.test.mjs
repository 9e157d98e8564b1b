// The quiz in the language of the page around it.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { after, test } from "node:test";
import { answer, arrived, close, LANGUAGES, outcome, people, quietly, quiz, visit } from "./harness.mjs";
import { host, post, script } from "./hosts/host.mjs";

after(close);

/** Texts of a language, by place. */
const texts = Object.fromEntries(LANGUAGES.slice(1).map((lang) => [lang, JSON.parse(readFileSync(new URL(`../../quizzes/career-quiz.${lang}.json`, import.meta.url))).texts]));
const prompt = (lang, id) => texts[lang]?.[`questions.${id}.prompt`] ?? quiz.questions.find((one) => one.id === id).prompt;
const word = (lang, name) => texts[lang]?.[`words.${name}`] ?? quiz.words[name];
const [first, second] = quiz.questions;
const asked = (page, lang, { id }) => page.locator("career-quiz .title", { hasText: prompt(lang, id) }).waitFor();
const open = (inside, options = {}, page = {}) => visit({ path: "host.html", before: host(post(inside, options)), ...page });
const answerFirst = async (page) => {
  await answer(page, first, "board-game");
  await go(page, "en", "continue");
  await asked(page, "en", second);
};
const go = (page, lang, name) => page.locator("career-quiz").getByRole("button", { name: word(lang, name), exact: true }).click();

test("every language file is one that the tests know", () => {
  const found = readdirSync(new URL("../../quizzes/", import.meta.url)).map((name) => name.match(/^career-quiz\.(\w+)\.json$/)?.[1]);
  assert.deepEqual(found.filter(Boolean).sort(), LANGUAGES.slice(1).sort());
});

for (const lang of LANGUAGES) {
  test(`in ${lang} the quiz leads to the same path, in the direction and numbers of the language`, async () => {
    const dir = lang === "ar" ? "rtl" : "ltr";
    const { page, context, said } = await open("<career-quiz></career-quiz>", { lang, dir });
    for (const question of quiz.questions) {
      await asked(page, lang, question);
      await answer(page, question, people.nlp[question.id]);
      await go(page, lang, "continue");
    }
    await go(page, lang, "see_result");
    await page.locator("career-quiz .result").waitFor();
    assert.deepEqual(await outcome(page), { path: "nlp", stage: "foundation" });
    const inner = page.locator("career-quiz .quiz");
    assert.deepEqual([await inner.getAttribute("lang"), await inner.getAttribute("dir")], [lang, dir]);
    const percent = new Intl.NumberFormat(`${lang}-u-nu-latn`, { style: "percent" }).format(0.73).replaceAll("\u200e", "");
    assert.equal((await page.locator("career-quiz .bar .num").first().textContent()).replaceAll("\u200e", ""), percent);
    const sum = await page.locator("career-quiz .receipt .sum .num").first().innerText();
    assert.ok(sum.includes(new Intl.NumberFormat(`${lang}-u-nu-latn`).format(9.5)), sum);
    assert.ok(!(await inner.innerText()).match(/\{\w+[:}]/), "every place is filled");
    const link = new URL(await page.locator("career-quiz #link").inputValue());
    assert.equal(link.pathname, lang === "en" ? "/r/nlp.html" : `/r/${lang}/nlp.html`);
    quietly(said);
    await context.close();
    const friend = await visit({ path: link.pathname.slice(1) + link.hash });
    await friend.page.locator("career-quiz .result").waitFor();
    assert.ok((await friend.page.locator("career-quiz .count").first().textContent()).includes(word(lang, "shared")));
    quietly(friend.said);
    await friend.context.close();
  });

  test(`the script for ${lang} brings the first question before anything else has come`, async () => {
    const name = lang === "en" ? "career-quiz.js" : `career-quiz.${lang}.js`;
    const { page, context } = await visit({
      path: "host.html",
      before: host(post("<career-quiz></career-quiz>", { lang, head: `<script type="module" src="/${name}"></script>` }), { files: { "parts/*": (route) => route.abort() } }),
    });
    await asked(page, lang, first);
    await page.locator("career-quiz .choice").first().click();
    assert.equal(await page.locator("career-quiz input:checked").count(), 1);
    await context.close();
  });
}

test("the nearest language around the quiz counts, also around a component, and a region falls back", async () => {
  for (const [inside, options, lang] of [
    ["<career-quiz></career-quiz>", { lang: "es-MX" }, "es"],
    ['<section lang="fr"><career-quiz></career-quiz></section>', { lang: "de" }, "fr"],
    ['<career-quiz lang="uk"></career-quiz>', { lang: "de" }, "uk"],
    ["<career-quiz></career-quiz>", { lang: "pl" }, "en"],
    ['<career-quiz lang=""></career-quiz>', { lang: "DE-at" }, "de"],
  ]) {
    const { page, context, said } = await open(inside, options);
    await asked(page, lang, first);
    quietly(said);
    await context.close();
  }
  const component = `<div id="component" lang="fr"></div>${script}<script type="module">const root = document.querySelector("#component").attachShadow({ mode: "open" }); root.append(document.createElement("career-quiz"))</script>`;
  const { page, context, said } = await open(component, { lang: "de", head: "" });
  await page.locator("#component career-quiz .title", { hasText: prompt("fr", first.id) }).waitFor();
  quietly(said);
  await context.close();
});

test("only the language in use is fetched", async () => {
  for (const [lang, files] of [["en", 0], ["de", 1]]) {
    const fetched = [];
    const { page, context } = await visit({ path: "host.html", before: async (page) => {
      page.on("request", (request) => { if (/parts\/career-quiz\.\w\w\./.test(request.url())) fetched.push(request.url()); });
      await host(post("<career-quiz></career-quiz>", { lang }))(page);
    } });
    await asked(page, lang, first);
    await arrived(page);
    assert.equal(fetched.length, files, lang);
    await context.close();
  }
});

test("from English to Arabic and back in the middle of the quiz no answer is lost, and the focus stays where it was", async () => {
  const { page, context, said } = await open("<career-quiz></career-quiz>");
  await answer(page, first, "board-game");
  await go(page, "en", "continue");
  await answer(page, second, people.nlp[second.id]);
  const focused = () => page.evaluate(() => {
    const { activeElement } = document.querySelector("career-quiz").shadowRoot;
    return [activeElement?.type, activeElement?.value];
  });
  await page.locator('career-quiz input[value="brain-model"]').focus();
  const before = await focused();
  for (const [lang, dir, change] of [
    ["ar", "rtl", () => { document.documentElement.lang = "ar"; }],
    ["en", "ltr", () => { document.documentElement.lang = "en"; }],
    ["de", "ltr", () => { document.querySelector("career-quiz").lang = "de"; }],
    ["ar", "rtl", () => { document.querySelector("career-quiz").lang = "ar"; }],
    ["en", "ltr", () => { document.querySelector("career-quiz").removeAttribute("lang"); }],
  ]) {
    await page.evaluate(change);
    await asked(page, lang, second);
    assert.equal(await page.locator("career-quiz .quiz").getAttribute("dir"), dir);
    assert.equal(await page.locator("career-quiz input:checked").count(), 3, lang);
    assert.deepEqual(await focused(), before, lang);
  }
  await go(page, "en", "back");
  assert.equal(await page.locator("career-quiz input:checked").inputValue(), "board-game");
  quietly(said);
  await context.close();
});

test("a language that cannot be fetched in the middle of the quiz leaves her the quiz she has, and the last one asked for wins", async () => {
  let serve = (route) => route.fulfill({ status: 503 });
  const { page, context } = await visit({ path: "host.html", before: async (page) => {
    await page.route(/\/parts\/career-quiz\.\w\w\./, (route) => serve(route));
    await host(post("<career-quiz></career-quiz>"))(page);
  } });
  await answerFirst(page);
  const failed = page.evaluate(() => new Promise((done) => document.addEventListener("career-quiz:error", ({ detail }) => done(detail.code), { once: true })));
  await page.evaluate(() => { document.documentElement.lang = "ar"; });
  assert.equal(await failed, "network");
  await asked(page, "en", second);
  await page.locator("career-quiz .choice").first().click();
  assert.equal(await page.locator("career-quiz input:checked").count(), 1);
  // Arabic is on its way when English is asked for again, and German after it.
  let letGo;
  const gate = new Promise((open) => { letGo = open; });
  serve = async (route) => { await gate; await route.continue(); };
  await page.evaluate(() => { document.documentElement.lang = "ar"; });
  await page.evaluate(() => { document.documentElement.lang = "en"; });
  letGo();
  await page.evaluate(() => { document.documentElement.lang = "de"; });
  await asked(page, "de", second);
  assert.equal(await page.locator("career-quiz input:checked").count(), 1);
  await context.close();
});

test("no language of the quiz waits for the browser's number formats, which take a phone longer than all else", async () => {
  for (const lang of LANGUAGES) {
    const { page, context, said } = await visit({ path: "host.html", before: async (page) => {
      await page.addInitScript(() => {
        globalThis.formatters = 0;
        const Format = Intl.NumberFormat;
        Intl.NumberFormat = new Proxy(Format, { construct: (...given) => { globalThis.formatters += 1; return Reflect.construct(...given); } });
      });
      await host(post("<career-quiz></career-quiz>", { lang }))(page);
    } });
    await asked(page, lang, first);
    await arrived(page);
    assert.equal(await page.evaluate(() => globalThis.formatters), 0, lang);
    quietly(said);
    await context.close();
  }
});

test("a quiz that is moved into another language, or stands in a form with a field called lang, speaks as what is around it", async () => {
  const html = '<section id="fr" lang="fr"><career-quiz></career-quiz></section><form id="de" lang="de"><input name="lang"></form>';
  const { page, context, said } = await open(html);
  await asked(page, "fr", first);
  await arrived(page);
  await page.evaluate(() => document.querySelector("#de").append(document.querySelector("career-quiz")));
  await asked(page, "de", first);
  quietly(said);
  await context.close();
});

test("a language that cannot be fetched is a network error with a way to try again", async () => {
  let broken = true;
  const { page, context } = await visit({ path: "host.html", before: async (page) => {
    await page.route(/\/parts\/career-quiz\.\w\w\./, (route) => (broken ? route.fulfill({ status: 503 }) : route.continue()));
    await host(post("<career-quiz></career-quiz>", { lang: "es" }))(page);
  } });
  const retry = page.locator("career-quiz .retry");
  await retry.waitFor();
  broken = false;
  await retry.click();
  await asked(page, "es", first);
  await context.close();
});
