// Quiz files of the page's own: good, broken, missing and very long.
import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, test } from "node:test";
import { gzipSync } from "node:zlib";
import { address, answer, arrived, button, close, people, quietly, quiz, visit } from "../harness.mjs";
import { hear, heard, host, post } from "./host.mjs";

after(close);

const shipped = readFileSync(new URL("../../../quizzes/career-quiz.json", import.meta.url), "utf8");
const edited = (edit) => { const copy = JSON.parse(shipped); edit(copy); return JSON.stringify(copy); };
/** What a fault tells the page's scripts, at least. */
const FAULT = ["column", "kind", "line", "place", "problem", "remedy", "severity"];
const broken = {
  "empty": ["", "empty"],
  "truncated": [shipped.slice(0, 9000), "line"],
  "not JSON": ["<!doctype html>", "line 1, column 1"],
  "with an unknown path": [edited((file) => { file.questions[0].choices[0].points = { nope: 2 }; }), "`nope`"],
  "without questions": [edited((file) => { file.questions = []; }), "questions"],
  "unbalanced": [edited((file) => { file.questions[0].choices[0].points = { nlp: 9 }; }), "free-week"],
  "with an empty text": [edited((file) => { file.words.continue = " "; }), "words, continue"],
  "with a missing text": [edited((file) => { delete file.paths[0].name; }), "name"],
  "with 10,000 choices": [edited((file) => { file.questions[0].choices = Array.from({ length: 10_000 }, (_, at) => ({ id: `c${at}`, label: "x" })); }), "bytes"],
  "with a script for a link": [edited((file) => { file.library.sources[0].url = "javascript:alert(1)"; }), "link"],
};
for (const [name, [file, says]] of Object.entries(broken)) {
  test(`a quiz file that is ${name} leaves the page's own words and a named fault`, async () => {
    const { page: shown, context, said } = await visit({
      path: "host.html",
      before: async (page) => {
        await hear(page);
        await host(post('<career-quiz src="my.json"><p id="own">Own words</p></career-quiz>'), { files: { "my.json": file } })(page);
      },
    });
    await shown.waitForFunction(() => globalThis.heard.length > 0);
    assert.equal(await shown.locator("#own").isVisible(), true);
    assert.equal(said.length, 1);
    assert.ok(said[0].startsWith("error: "), said[0]);
    assert.ok(said[0].includes("my.json") && said[0].includes(says), said[0]);
    const errors = await heard(shown, "error");
    assert.deepEqual(errors.map(({ code, retryable }) => [code, retryable]), [["quiz", false]]);
    assert.ok(said[0].includes(errors[0].message), "the event and the console say the same");
    assert.ok(errors[0].faults.length > 0);
    for (const fault of errors[0].faults) {
      assert.deepEqual(Object.entries(fault).map(([name, value]) => [name, typeof value]).filter(([name]) => FAULT.includes(name)).sort(), FAULT.map((name) => [name, /line|column/.test(name) ? "number" : "string"]));
      assert.ok(errors[0].message.includes(fault.problem) && errors[0].message.includes(fault.remedy), errors[0].message);
    }
    await context.close();
  });
}

/** A site of its own: a post at its front, with a quiz file at `src`; all else its server answers as told. */
async function site(src, answer) {
  const html = post(`<career-quiz src="${src}"><p id="own">Own words</p></career-quiz>`, { head: `<script type="module" src="${address}career-quiz.js"></script>` });
  const server = createServer((request, response) => {
    if (request.url === "/") response.writeHead(200, { "content-type": "text/html" }).end(html);
    else answer(request, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const path = `http://127.0.0.1:${server.address().port}/`;
  return { path, before: hear, close: () => { server.closeAllConnections(); server.close(); } };
}
const anyone = { "access-control-allow-origin": "*", "content-type": "application/json" };
/** A post with a quiz file at an address, what it said, and what it asked for. */
async function opened(src, { files = {}, lang } = {}) {
  const asked = [];
  const visited = await visit({ path: "host.html", before: async (page) => {
    page.on("request", (request) => asked.push(request.url()));
    await hear(page);
    await host(post(`<career-quiz${src && ` src="${src}"`}><p id="own">Own words</p></career-quiz>`, { lang }), { files })(page);
  } });
  return { ...visited, asked };
}
const mine = edited((file) => { file.id = "mine"; file.questions[0].prompt = "Mine?"; });
const title = (page, text) => page.locator("career-quiz .title", { hasText: text }).waitFor();
const erred = async (page) => {
  await page.waitForFunction(() => globalThis.heard.some(({ name }) => name === "error"));
  return (await heard(page, "error")).at(-1);
};

test("a quiz file that has no end is refused once it is too long, and no more of it is fetched", async () => {
  let sent = 0, gone;
  const closed = new Promise((done) => { gone = done; });
  const blog = await site("endless.json", async (_, response) => {
    response.on("close", gone).writeHead(200, anyone).write(mine.slice(0, -1));
    const go = () => { for (; !response.destroyed && response.write(" ".repeat(65_536)); sent += 65_536); };
    response.on("drain", go);
    go();
  });
  const { page, context } = await visit(blog);
  const { code, retryable, message, faults } = await erred(page);
  assert.deepEqual([code, retryable, faults.length], ["quiz", false, 1]);
  assert.match(message, /endless\.json.*262144 bytes/);
  assert.equal(await page.locator("#own").isVisible(), true);
  await closed;
  await context.close();
  blog.close();
});

test("a quiz file that is far longer than its length says, for it is packed, is refused", async () => {
  const body = gzipSync(mine.slice(0, -1) + " ".repeat(64 * 1024 * 1024) + "}");
  assert.ok(body.length < 256 * 1024);
  const blog = await site("bomb.json", (_, response) => response.writeHead(200, { ...anyone, "content-encoding": "gzip", "content-length": body.length }).end(body));
  const { page, context } = await visit(blog);
  assert.match((await erred(page)).message, /bomb\.json.*262144 bytes/);
  await context.close();
  blog.close();
});

for (const [name, answer, says] of [
  ["not in UTF-8", { body: Buffer.from(mine.replace("Mine?", "Ça?"), "latin1"), contentType: "application/json" }, "UTF-8"],
  ["a page of the site, as when nothing is there", { body: "<!doctype html><title>Home</title>", contentType: "text/html" }, "web page"],
]) {
  test(`a quiz file that is ${name} is a fault of the file that says so`, async () => {
    const { page, context } = await opened("my.json", { files: { "my.json": (route) => route.fulfill(answer) } });
    const { code, retryable, message, faults } = await erred(page);
    assert.deepEqual([code, retryable, faults.length], ["quiz", false, 1]);
    assert.ok(message.includes("my.json") && message.includes(says), message);
    await context.close();
  });
}

test("a quiz file of another site runs where that site allows it, and is named where it does not", async () => {
  let head = anyone;
  const other = await site("", (_, response) => response.writeHead(200, head).end(mine));
  const blog = await site(`${other.path}my.json`, (_, response) => response.writeHead(404).end());
  const allowed = await visit(blog);
  await title(allowed.page, "Mine?");
  await allowed.context.close();
  head = { "content-type": "application/json" };
  const { page, context } = await visit(blog);
  const { code, retryable, message } = await erred(page);
  assert.deepEqual([code, retryable], ["network", false]);
  assert.match(message, /my\.json.*Access-Control-Allow-Origin/);
  await context.close();
  for (const one of [other, blog]) one.close();
});

test("a quiz file runs from a blob and from a data address", async () => {
  const { page, context, said } = await opened(`data:application/json;base64,${Buffer.from(mine).toString("base64")}`);
  await title(page, "Mine?");
  await page.evaluate((file) => { document.querySelector("career-quiz").src = URL.createObjectURL(new Blob([file])); }, mine.replace("Mine?", "From a blob?"));
  await title(page, "From a blob?");
  quietly(said);
  await context.close();
});

test("a page with the shipped quiz asks for nothing that reads files, in any language", async () => {
  const { page, context, said, asked } = await opened("", { lang: "de" });
  await page.locator("career-quiz .choice").first().click();
  await arrived(page);
  await page.evaluate(() => { document.documentElement.lang = "es"; });
  await page.locator("career-quiz .quiz[lang=es]").waitFor();
  quietly(said);
  assert.deepEqual(asked.filter((url) => /reader|\.json/.test(url)), []);
  await context.close();
});

/** The quiz with a file of German texts, and what that file holds. */
const bilingual = edited((file) => { file.id = "mine"; file.questions[0].prompt = "Mine?"; file.languages = { de: "texts/mine.de.json" }; });
const german = JSON.parse(readFileSync(new URL("../../../quizzes/career-quiz.de.json", import.meta.url), "utf8"));
german.texts["questions.free-week.prompt"] = "Meins?";

test("a quiz of one's own speaks the language around it where its file names one, and changes with it", async () => {
  const { page, context, said, asked } = await opened("quizzes/my.json", { lang: "de-AT", files: { "quizzes/my.json": bilingual, "quizzes/texts/mine.de.json": JSON.stringify(german) } });
  await title(page, "Meins?");
  await page.locator("career-quiz .choice").first().click();
  await page.evaluate(() => { document.documentElement.lang = "en"; });
  await title(page, "Mine?");
  assert.equal(await page.locator("career-quiz input:checked").count(), 1);
  await page.evaluate(() => { document.documentElement.lang = "de"; });
  await title(page, "Meins?");
  quietly(said);
  assert.equal(asked.filter((url) => url.endsWith("/my.json")).length, 3, "once a language spoken around it");
  for (const ending of ["js", "wasm"]) assert.equal(asked.filter((url) => url.includes("/reader.") && url.split("?")[0].endsWith(ending)).length, 1, ending);
  await context.close();
});

test("a language file with faults is told of, and the quiz speaks its own language", async () => {
  const { page, context } = await opened("my.json", { lang: "de", files: { "my.json": bilingual, "texts/mine.de.json": JSON.stringify({ ...german, texts: { ...german.texts, "questions.nope.prompt": "?" } }) } });
  await title(page, "Mine?");
  const { code, message, faults } = await erred(page);
  assert.equal(code, "quiz");
  assert.match(message, /mine\.de\.json.*questions\.nope\.prompt/s);
  assert.equal(faults.length, 1);
  await context.close();
});

test("a quiz of one's own takes the words it lacks from the shipped one in its language", async () => {
  const without = edited((file) => { file.id = "mine"; file.lang = "de"; file.words = {}; });
  const { page, context, said } = await opened("my.json", { files: { "my.json": without } });
  await page.getByRole("button", { name: german.texts["words.continue"], exact: true }).waitFor();
  quietly(said);
  await context.close();
});

test("a quiz file of one's own is asked in place of the shipped one", async () => {
  const file = edited((file) => { file.id = "mine"; file.questions[0].prompt = "Mine?"; });
  const { page: shown, context, said } = await visit({
    path: "host.html", before: host(post('<career-quiz src="my.json"></career-quiz>'), { files: { "my.json": file } }),
  });
  await shown.locator("career-quiz .title", { hasText: "Mine?" }).waitFor();
  quietly(said);
  await context.close();
});

test("a quiz file that is not there is a network error that names it", async () => {
  const { page: shown, context, said } = await visit({
    path: "host.html",
    before: async (page) => {
      await hear(page);
      await host(post('<career-quiz src="gone.json"><p id="own">Own words</p></career-quiz>'))(page);
    },
  });
  await shown.getByRole("button", { name: quiz.words.retry }).waitFor();
  assert.equal(await shown.locator("#own").isVisible(), true);
  assert.deepEqual((await heard(shown, "error")).map(({ code, retryable }) => [code, retryable]), [["network", true]]);
  assert.ok(said.at(-1).includes("gone.json") && said.at(-1).includes("404"), said.join("\n"));
  await context.close();
});

test("very long words in a narrow column stay inside it", async () => {
  const file = edited((file) => {
    file.questions[0].prompt = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen".repeat(3);
    file.questions[0].choices[0].label = "https://example.org/".repeat(20);
    file.paths.forEach((path) => { path.name = "Unzertrennlichkeitsvermutung".repeat(4); });
  });
  for (const width of [280, 320]) {
    const { page: shown, context } = await visit({
      path: "host.html", viewport: { width, height: 700 },
      before: host(post('<career-quiz src="my.json"></career-quiz>'), { files: { "my.json": file } }),
    });
    const inside = () => shown.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
    await shown.locator("career-quiz .question").waitFor();
    assert.ok(await inside(), `the question fits ${width} px`);
    await shown.locator("career-quiz .choice").first().click();
    await button(shown, quiz.words.continue).click();
    for (const question of quiz.questions.slice(1)) {
      await answer(shown, question, people.nlp[question.id]);
      assert.ok(await inside(), `${question.id} fits ${width} px`);
      await button(shown, quiz.words.continue).click();
    }
    assert.ok(await inside(), `the review fits ${width} px`);
    await button(shown, quiz.words.see_result).click();
    await shown.locator("career-quiz .result").waitFor();
    for (const summary of await shown.locator("career-quiz summary").all()) await summary.click();
    assert.ok(await inside(), `the result fits ${width} px`);
    await context.close();
  }
});
