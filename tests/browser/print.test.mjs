// On paper: a result on two pages, from its own page and from inside any post.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { button, close, isFirefox, people, quiz, visit } from "./harness.mjs";
import { host, post } from "./hosts/host.mjs";
import { count, pages, squeeze } from "./pdf.mjs";

after(close);

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const papers = [
  { name: "A4", width: 210, height: 297, options: { printBackground: true } },
  { name: "A4 without backgrounds", width: 210, height: 297, options: { printBackground: false } },
  { name: "Letter", width: 215.9, height: 279.4, options: { printBackground: true } },
];
// The driver gives Firefox inches where it asks for centimetres.
const length = (mm) => (isFirefox ? `${mm / 10}in` : `${mm}mm`);
const printed = (page, { width, height, options } = papers[0]) => page.pdf({ width: length(width), height: length(height), ...options });

/** Answers for every path at every stage, those with the most to print of each. */
function everyone() {
  const most = new Map(Object.entries(people).map(([name, answers]) => [name, { answers, much: 0 }]));
  for (const { answers, enough, path, stage, contributions } of JSON.parse(read("../fixtures/vectors.json"))) {
    if (!enough) continue;
    const counted = Object.values(contributions).filter((amount) => amount !== "0").length;
    const much = 100 * counted + JSON.stringify(answers).length / 10;
    const name = `${path}, ${stage ?? "no stage"}`;
    if (much > (most.get(name)?.much ?? 0)) most.set(name, { answers, much });
  }
  return new Map([...most].map(([name, { answers }]) => [name, answers]));
}

/** What the browser remembers of somebody with these answers; see src/quiz/share.rs. */
function line(answers) {
  const said = ({ id, format }) => {
    if (format === "rating") return Object.entries(answers[id]).map(([row, step]) => `${row}=${step}`);
    if (format === "rank") return answers[id].map((choice, at) => `${choice}=${at + 1}`);
    return [answers[id]].flat();
  };
  const parts = quiz.questions.filter(({ id }) => id in answers).map((question) => `${question.id}:${said(question).join("+")}`);
  return `1 ** 1.${quiz.id}.${parts.join(".")}`;
}

/** The result of somebody who comes back to it, on the quiz's own page or another. */
async function result(answers, { html, headers, files, ...options } = {}) {
  const shown = await visit({
    path: html ? "host.html" : "", ...options,
    before: async (page) => {
      // Firefox prints from a document that has no storage.
      await page.addInitScript(([key, line]) => { if (origin !== "null") localStorage.setItem(key, `${Date.now()} ${line}`); }, [`career-quiz:1:${quiz.id}`, line(answers)]);
      if (html) await host(html, { headers, files })(page);
    },
  });
  // Touched and pressed by events: what a post does to the quiz may leave nothing of it to press.
  await shown.page.locator("career-quiz .quiz").dispatchEvent("pointerover");
  await button(shown.page, quiz.words.resume_continue).dispatchEvent("click");
  await shown.page.locator("career-quiz .result").waitFor();
  return shown;
}

/** What the result says, apart from what is only for the screen; and which of it must stay together. */
const texts = (page) => page.locator("career-quiz .result").evaluate((result) => {
  const screen = "[hidden], button, summary, .trial, .figures, .share, .fold, .changed, .matches details, .reading .part, .reading details:not(.limits)";
  const common = result.querySelector(".project ~ .loose > :not([hidden]) + *");
  const of = (inside) => {
    const walk = document.createTreeWalker(inside, NodeFilter.SHOW_TEXT);
    const found = { kept: [], left: [] };
    while (walk.nextNode()) {
      const { data, parentElement } = walk.currentNode;
      if (!data.trim()) continue;
      found[parentElement.closest(screen) || common?.contains(parentElement) ? "left" : "kept"].push(data);
    }
    return found;
  };
  const all = (selector) => [...result.querySelectorAll(selector)];
  const together = [
    ...all(".why tr:not([hidden]), .roadmap > li, .bar, .change").map((one) => of(one).kept),
    // A heading and what it is the heading of.
    ...all(".section:not([hidden])").map((one) => of(one).kept.slice(0, 2)),
    ...all(".why tbody:not([hidden]) tr.group:has(+ tr)").map((one) => [one, one.nextElementSibling].flatMap((row) => of(row).kept)),
  ];
  return { ...of(result), together };
});

function checkPaper(sheets, { kept, left, together }, paper) {
  const all = sheets.map(({ text }) => text).join("");
  for (const text of kept) assert.ok(all.includes(squeeze(text)), `${paper.name}: it says “${text}”`);
  // What is also said elsewhere may be there.
  for (const text of left.filter((text) => text.length > 40)) assert.ok(!all.includes(squeeze(text)), `${paper.name}: it leaves out “${text}”`);
  for (const texts of together) {
    assert.ok(sheets.some(({ text }) => texts.every((one) => text.includes(squeeze(one)))), `${paper.name}: “${texts.join(" ")}” is on one page`);
  }
  for (const { width, height, drawn } of sheets) {
    assert.ok(Math.abs(width - paper.width * 72 / 25.4) < 2 && Math.abs(height - paper.height * 72 / 25.4) < 2, `${paper.name}: ${width} × ${height} pt`);
    for (const piece of drawn) {
      assert.ok(piece.x > 33 && piece.x < width - 33 && piece.y > 28 && piece.y < height - 28, `${paper.name}: “${piece.text}” is within the margins`);
      assert.ok(piece.size > 7.5, `${paper.name}: “${piece.text}” can be read, at ${piece.size} pt`);
    }
  }
}

test("pages and words of a PDF are counted as they are", async () => {
  const { page, context } = await visit();
  await page.setContent('<p>One fine first page<p style="break-before: page">Two<p style="break-before: page">Three');
  const pdf = await printed(page);
  assert.equal(count(pdf), 3);
  if (!isFirefox) assert.deepEqual(pages(pdf).map(({ text }) => text), ["Onefinefirstpage", "Two", "Three"]);
  await context.close();
});

for (const [name, answers] of everyone()) {
  test(`a result is two pages in full: ${name}`, async (t) => {
    const { page, context } = await result(answers);
    const said = await texts(page);
    for (const paper of papers) {
      const pdf = await printed(page, paper);
      assert.equal(count(pdf), 2, paper.name);
      if (!isFirefox) checkPaper(pages(pdf), said, paper);
    }
    if (isFirefox) t.diagnostic("Firefox packs its PDFs in another way: pages are counted, words are not read");
    await context.close();
  });
}

const unlaid = isFirefox && "the driver cannot make Firefox lay out a page for paper";

test("no box on paper is narrower than what is in it, and none lies over another", { skip: unlaid }, async () => {
  for (const [mm, html] of [[186, undefined], [192, undefined], [150, post("<career-quiz></career-quiz>")], [90, post("<career-quiz></career-quiz>")]]) {
    const { page, context } = await result(people.generalist, { html, viewport: { width: Math.round(mm * 96 / 25.4), height: 1000 } });
    await page.emulateMedia({ media: "print" });
    const wrong = await page.locator("career-quiz .result").evaluate((result) => {
      const name = (one) => `${one.localName}.${one.className}`;
      const narrow = [...result.querySelectorAll("*")].filter((one) => one.clientWidth && one.scrollWidth > one.clientWidth + 1 && !one.matches(".for-readers"));
      const boxes = [...result.children].filter((one) => one.getClientRects().length).map((one) => [name(one), one.getBoundingClientRect()]);
      const over = boxes.flatMap(([a, one], at) => boxes.slice(at + 1)
        .filter(([, other]) => one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1)
        .map(([b]) => `${a} over ${b}`));
      return [...narrow.map(name), ...over];
    });
    assert.deepEqual(wrong, [], `${mm} mm`);
    await context.close();
  }
});

test("what is dark on the screen is black on white on paper", { skip: unlaid }, async () => {
  const dark = post('<style>career-quiz { --career-quiz-ink: #eee; --career-quiz-surface: #111 }</style><career-quiz theme="dark"></career-quiz>');
  for (const html of [undefined, dark]) {
    const { page, context } = await result(people.nlp, { html, colorScheme: "dark" });
    const colours = () => page.locator("career-quiz").evaluate((one) => {
      const { color, backgroundColor } = getComputedStyle(one.shadowRoot.querySelector(".quiz"));
      return [color, backgroundColor];
    });
    assert.notEqual((await colours())[0], "rgb(0, 0, 0)");
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    assert.deepEqual(await colours(), ["rgb(0, 0, 0)", "rgba(0, 0, 0, 0)"]);
    await context.close();
  }
});

const long = "<p>The post goes on about machines, and about people, for as long as it likes.</p>".repeat(40);
/** A post that does what it can to what stands in it. */
const crowded = `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Post</title><link rel="icon" href="data:,">
<script type="module" src="/career-quiz.js"></script>
<style nonce="post">
  html { background: teal; font-size: 20px } body { margin: 3rem; font-family: "Liberation Serif", serif }
  nav { position: sticky; inset-block-start: 0; background: navy; color: white }
  .grid { display: grid; grid-template-columns: 15rem 1fr; gap: 2rem; max-width: 50rem; border: 5px solid }
  main#main { overflow: hidden !important; height: 700px; padding: 2rem !important; background: black; color: white }
  article { columns: 2; transform: rotate(2deg); contain: paint; opacity: .9 }
  article::before { content: "Advertisement"; display: block }
  career-quiz { margin: 4rem; max-width: 20rem; float: left }
  #chat { position: fixed; inset: auto 0 0 auto }
</style>
<header><h1>The post</h1></header><nav>Its menu</nav>
<div class="grid"><aside>Its sidebar ${long}</aside><main id="main">Loose words <article>${long}
<a-card><career-quiz></career-quiz><p>Beside it in the card</p></a-card>
${long}</article></main></div><footer>Its foot</footer><div id="chat">Chat</div></html>`;
const strict = { "content-security-policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'nonce-post'; img-src data:" };
const card = `customElements.define("a-card", class extends HTMLElement {
  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = "<section><h2>The card</h2><div><slot></slot></div></section>";
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(":host { display: block; inline-size: 12rem; overflow: auto } div { zoom: .5 }");
    root.adoptedStyleSheets = [sheet];
  }
});`;

/** The crowded post with a result in it, ready to print it alone; window.print() does nothing in it. */
async function inPost() {
  const files = { "print.js": (route) => route.fulfill({ body: read("../../src/host/print.js"), contentType: "text/javascript" }) };
  const shown = await result(people.generalist, { html: crowded, headers: strict, files, viewport: { width: 1280, height: 900 } });
  const { page } = shown;
  await page.evaluate(card);
  await page.evaluate(() => {
    document.adoptedStyleSheets = [new CSSStyleSheet()];
    globalThis.window.print = () => {};
    const state = () => [
      document.documentElement.outerHTML, document.querySelector("a-card").shadowRoot.innerHTML,
      [document, document.querySelector("a-card").shadowRoot].flatMap((root) => [...root.adoptedStyleSheets]),
    ];
    const [html, inside, sheets] = state();
    globalThis.unchanged = () => {
      const [html2, inside2, sheets2] = state();
      return html === html2 && inside === inside2 && sheets.length === sheets2.length && sheets.every((sheet, at) => sheet === sheets2[at]);
    };
  });
  return {
    ...shown,
    alone: () => page.evaluate(async () => (await import("/print.js")).print(document.querySelector("career-quiz"))),
    unchanged: () => page.evaluate(() => globalThis.unchanged()),
  };
}

test("from inside a post the quiz is printed alone, and the post is as it was", async () => {
  const { page, context, said, alone, unchanged } = await inPost();
  const wanted = await texts(page);
  for (const paper of papers) {
    await alone();
    const pdf = await printed(page, paper);
    assert.equal(count(pdf), 2, paper.name);
    assert.ok(await unchanged(), "the post is as it was");
    if (isFirefox) continue;
    const sheets = pages(pdf);
    checkPaper(sheets, wanted, paper);
    const known = squeeze(wanted.kept.join(""));
    const strange = sheets.flatMap(({ drawn }) => drawn).filter(({ text }) => !known.includes(squeeze(text)) && !/^\d$/.test(text));
    assert.deepEqual(strange, [], "nothing of the post is there");
    assert.ok(sheets[0].drawn.every(({ y }) => y > 28) && sheets[0].drawn.some(({ y }) => y < 65), "it begins at the top");
  }
  assert.deepEqual(said, []);
  await context.close();
});

test("printing the post itself, later or before, prints the post with the quiz as it stands in it", async () => {
  const { page, context, alone } = await inPost();
  await alone();
  await printed(page);
  const pdf = await printed(page);
  assert.ok(count(pdf) > 1);
  if (!isFirefox) {
    const all = pages(pdf).map(({ text }) => text).join("");
    for (const text of ["The post", "Its menu", "Its sidebar"]) assert.ok(all.includes(squeeze(text)), text);
  }
  await context.close();
});

test("a plain post is printed with the whole result between what stands before and after it", async () => {
  const { page, context } = await result(people.nlp, { html: post(`${long}<career-quiz></career-quiz>`) });
  const wanted = await texts(page);
  const pdf = await printed(page);
  assert.ok(count(pdf) <= 4);
  if (!isFirefox) {
    const all = pages(pdf).map(({ text }) => text).join("");
    const at = ["The post goes on", quiz.words.result, quiz.words.roadmap_title, "After the quiz."].map((text) => all.indexOf(squeeze(text)));
    assert.ok(at.every((place) => place >= 0), at.join());
    for (const text of wanted.kept) assert.ok(all.includes(squeeze(text)), text);
  }
  await context.close();
});

test("where nothing came of printing, her next press or key leaves the post to itself", async () => {
  const { page, context, alone, unchanged } = await inPost();
  for (const type of ["pointerdown", "keydown"]) {
    await alone();
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.equal(await unchanged(), false, "it is ready to be printed alone");
    await page.evaluate((type) => document.body.dispatchEvent(new Event(type)), type);
    assert.ok(await unchanged(), type);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.ok(await unchanged(), "what is printed after that is the post");
  }
  await context.close();
});

test("in a sandboxed frame, where nothing can be printed, nothing happens", async () => {
  const frame = '<iframe sandbox="allow-scripts allow-same-origin" src="/inner.html"></iframe>';
  const inner = post("<career-quiz></career-quiz>");
  const files = { "inner.html": inner, "print.js": (route) => route.fulfill({ body: read("../../src/host/print.js"), contentType: "text/javascript" }) };
  const { page, context } = await visit({ path: "host.html", before: host(post(frame), { files }) });
  const inside = page.frameLocator("iframe");
  await inside.locator("career-quiz .question").waitFor();
  const html = () => inside.locator("html").evaluate((html) => html.outerHTML);
  const before = await html();
  await inside.locator("career-quiz").evaluate(async (quiz) => (await import("/print.js")).print(quiz));
  assert.equal(await html(), before);
  await context.close();
});
