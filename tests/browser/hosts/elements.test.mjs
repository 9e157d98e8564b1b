// Where a page puts the quiz, how often, and what it does to it afterwards.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { answer, button, close, heading, isFirefox, outcome, people, phone, quietly, quiz, takeToResult, visit } from "../harness.mjs";
import { arrived, hear, heard, held, host, idle, post, run, script, wasm } from "./host.mjs";

after(close);

const shipped = readFileSync(new URL("../../../quizzes/career-quiz.json", import.meta.url), "utf8");
const other = (id, prompt) => { const file = JSON.parse(shipped); file.id = id; file.questions[0].prompt = prompt; return JSON.stringify(file); };
const [first, second, third] = quiz.questions;
const open = (html, { files, ...options } = {}) => visit({ path: "host.html", ...options, before: async (page) => { await hear(page); await host(html, { files })(page); } });
const shown = (page, prompt, at = "career-quiz") => page.locator(`${at} .title`, { hasText: prompt }).waitFor();

async function answerOne(page, at = "career-quiz") {
  await page.locator(`${at} .choice`).first().click();
  await page.locator(`${at} button[type=submit]`).click();
  await shown(page, second.prompt, at);
}

test("three quizzes on a page, two of them the same, keep to themselves and share one download", async () => {
  const asked = [];
  const html = post('<career-quiz id="one"></career-quiz><career-quiz id="two" instance="b"></career-quiz><career-quiz id="three" src="/mine.json"></career-quiz>');
  const { page, context, said } = await visit({ path: "host.html", before: async (page) => {
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await hear(page);
    await host(html, { files: { "mine.json": other("mine", "Mine?") } })(page);
  } });
  await page.locator("#three").scrollIntoViewIfNeeded();
  await shown(page, "Mine?", "#three");
  await page.locator("#one").scrollIntoViewIfNeeded();
  await answerOne(page, "#one");
  assert.equal(await page.locator("#two input:checked").count(), 0);
  assert.equal(await page.locator("#three input:checked").count(), 0);
  await page.locator("#two .choice").nth(1).click();
  await page.locator("#three .choice").nth(2).click();
  const keys = ["career-quiz:1:career-quiz", "career-quiz:1:career-quiz:b", "career-quiz:1:mine"];
  await page.waitForFunction((keys) => keys.every((key) => localStorage.getItem(key)), keys);
  for (const name of ["career-quiz", "reader"]) {
    for (const ending of [".wasm", ".js"]) assert.equal(asked.filter((path) => path.startsWith(`/parts/${name}.`) && path.endsWith(ending)).length, 1, name + ending);
  }
  quietly(said);
  await context.close();
});

test("the script twice changes nothing", async () => {
  const { page, context, said } = await open(post("<career-quiz></career-quiz>", { head: `${script}${script}<script type="module" src="/career-quiz.js?again"></script>` }));
  await answerOne(page);
  const warnings = said.splice(0);
  assert.equal(warnings.length, 1, warnings.join());
  assert.ok(warnings[0].startsWith("warning: <career-quiz>"));
  await context.close();
});

test("removed while loading and put back, it goes on with what was chosen", async () => {
  const gate = held();
  const { page, context, said } = await open(post("<career-quiz></career-quiz>"), { files: { [wasm]: gate.route } });
  await page.locator("career-quiz .choice").nth(1).click();
  const chosen = await page.locator("career-quiz input:checked").inputValue();
  await page.evaluate(() => { globalThis.kept = document.querySelector("career-quiz"); globalThis.kept.remove(); });
  const fetched = page.waitForResponse("**/*.wasm");
  gate.release();
  await fetched;
  await idle(page);
  await page.evaluate(() => document.querySelector("main").append(globalThis.kept));
  await arrived(page);
  assert.equal(await page.locator("career-quiz input:checked").inputValue(), chosen);
  assert.equal((await heard(page, "ready")).length, 1);
  quietly(said);
  await context.close();
});

test("moved in the middle, at once or after a while, it stays where she was", async () => {
  const { page, context, said } = await open(post("<career-quiz></career-quiz><aside></aside>"));
  await answerOne(page);
  await page.evaluate(() => document.querySelector("aside").append(document.querySelector("career-quiz")));
  await shown(page, second.prompt, "aside career-quiz");
  await answer(page, second, people.nlp[second.id]);
  await button(page, quiz.words.continue).click();
  await shown(page, third.prompt);
  // Long enough for the quiz to be put away.
  await page.evaluate(async () => {
    const quiz = document.querySelector("career-quiz");
    quiz.remove();
    await new Promise((done) => setTimeout(done, 1200));
    document.querySelector("main").append(quiz);
  });
  await page.locator("main > career-quiz").waitFor();
  await page.waitForFunction(() => globalThis.heard.filter(({ name }) => name === "ready").length === 2);
  await shown(page, third.prompt);
  await button(page, quiz.words.back).click();
  await button(page, quiz.words.back).click();
  assert.equal(await page.locator("career-quiz input:checked").count(), 1);
  quietly(said);
  await context.close();
});

test("properties set before the script came count", async () => {
  const set = `<script>const quiz = document.createElement("career-quiz"); quiz.src = "/mine.json"; quiz.headingLevel = 4; quiz.instance = "x"; document.querySelector("main").append(quiz)</script>`;
  const { page, context, said } = await open(post(set, { head: "" }).replace("</html>", `${script}</html>`), { files: { "mine.json": other("mine", "Mine?") } });
  await shown(page, "Mine?");
  assert.equal(await heading(page).evaluate((title) => title.localName), "h4");
  assert.deepEqual((await heard(page, "ready")).map(({ quiz, instance }) => [quiz, instance]), [["mine", "x"]]);
  quietly(said);
  await context.close();
});

test("of attributes changed while loading the last wins", async () => {
  const gate = held();
  const files = { "a.json": other("a", "A?"), "b.json": other("b", "B?"), [run]: gate.route };
  const { page, context, said } = await open(post('<career-quiz src="/a.json"></career-quiz>'), { files });
  await page.evaluate(async () => {
    const quiz = document.querySelector("career-quiz");
    quiz.src = "/b.json";
    await new Promise((done) => setTimeout(done));
    quiz.src = "/nowhere.json";
    quiz.src = "/a.json";
    quiz.headingLevel = 9;
    quiz.headingLevel = 3;
  });
  gate.release();
  await shown(page, "A?");
  assert.equal(await heading(page).evaluate((title) => title.localName), "h3");
  assert.deepEqual((await heard(page, "ready")).map(({ quiz }) => quiz), ["a"]);
  quietly(said);
  await context.close();
});

test("another heading level in the middle keeps her where she was", async () => {
  const { page, context, said } = await open(post('<career-quiz heading-level="5"></career-quiz>'));
  const level = () => heading(page).evaluate((title) => title.localName);
  assert.equal(await page.locator("career-quiz .title").evaluate((title) => title.localName), "h5", "before the WebAssembly too");
  await answerOne(page);
  assert.equal(await level(), "h5");
  await page.evaluate(() => { document.querySelector("career-quiz").headingLevel = 3; });
  await page.locator("career-quiz h3.title").waitFor();
  await shown(page, second.prompt);
  quietly(said);
  await context.close();
});

test("events tell what happened and never what was answered", async () => {
  const { page, context, said } = await open(post('<career-quiz id="it" instance="i"></career-quiz>'));
  await page.evaluate(() => document.addEventListener("career-quiz:complete", (event) => { globalThis.event = [event.bubbles, event.composed, Object.isFrozen(event.detail)]; }));
  await takeToResult(page, people.nlp);
  const all = await heard(page);
  const about = (name) => all.filter((one) => one.name === name).map(({ question, number }) => [question, number]);
  const questions = quiz.questions.map(({ id }, at) => [id, at + 1]);
  assert.deepEqual([all[0].name, all.at(-1).name, all.at(-1).path], ["ready", "complete", "nlp"]);
  assert.deepEqual(about("question"), questions);
  assert.deepEqual(about("answer"), questions);
  assert.equal(all.filter(({ name }) => name === "start").length, 1);
  assert.deepEqual(await page.evaluate(() => globalThis.event), [true, true, true]);
  for (const one of all) {
    assert.equal(one.on, "it");
    assert.deepEqual(Object.keys(one).filter((key) => !["name", "on", "quiz", "instance", "question", "number", "path"].includes(key)), []);
  }
  for (const [times, way] of [quiz.words.retake_keep, quiz.words.retake_blank].entries()) {
    await page.locator("career-quiz summary", { hasText: quiz.words.retake }).click();
    await button(page, way).click();
    await shown(page, first.prompt);
    assert.equal((await heard(page, "restart")).length, times + 1, way);
    if (times) continue;
    for (const _ of quiz.questions) await button(page, quiz.words.continue).click();
    await button(page, quiz.words.see_result).click();
  }
  quietly(said);
  await context.close();
});

test("the page's own call to action stands on the result and nowhere else", async () => {
  const { page, context, said } = await open(post('<career-quiz><a href="/">Fallback</a><p id="cta" slot="result">Join my course</p></career-quiz>'));
  await arrived(page);
  assert.equal(await page.locator("#cta").isVisible(), false);
  await takeToResult(page, people.nlp);
  assert.equal(await page.locator("#cta").isVisible(), true);
  assert.equal(await page.getByText("Fallback").isVisible(), false);
  quietly(said);
  await context.close();
});

test("the page's own styles reach the parts and nothing else", async () => {
  const hostile = `<style>* { margin: 9px !important; letter-spacing: 4px; text-transform: uppercase; line-height: 3; text-align: right; visibility: hidden; white-space: nowrap; color: red; cursor: help; text-indent: 3em; word-spacing: 2em }
    h1, h2, h3, p, label, input, button, form, fieldset, li { display: none; font-size: 60px !important; opacity: .1 }
    html { font-size: 62.5% } main { font: 16px/1.5 serif } career-quiz { visibility: visible }
    career-quiz::part(choice) { border-color: rgb(1, 2, 3) }</style>`;
  const read = (page) => page.locator("career-quiz .title, career-quiz .choice span, career-quiz .button").evaluateAll((all) => all.map((one) => {
    const { letterSpacing, textTransform, lineHeight, textAlign, visibility, whiteSpace, textIndent, wordSpacing, color, fontSize, display } = getComputedStyle(one);
    return { letterSpacing, textTransform, lineHeight, textAlign, visibility, whiteSpace, textIndent, wordSpacing, color, fontSize, display };
  }));
  const styles = [];
  for (const head of ["<style>main { font: 16px/1.5 serif }</style>", hostile]) {
    const { page, context, said } = await open(post("<career-quiz></career-quiz>", { head: head + script }), { viewport: { width: 800, height: 900 } });
    await arrived(page);
    styles.push(await read(page));
    if (head === hostile) assert.equal(await page.locator("career-quiz .choice").first().evaluate((one) => getComputedStyle(one).borderTopColor), "rgb(1, 2, 3)");
    quietly(said);
    await context.close();
  }
  assert.deepEqual(styles[1], styles[0]);
});

test("in a page written from right to left it stands in its own direction, inside its column", async () => {
  const gate = held();
  const { page, context, said } = await open(post("<career-quiz></career-quiz>", { lang: "he", dir: "rtl" }), { files: { [wasm]: gate.route } });
  for (const at of [0, 1]) {
    assert.equal(await heading(page).evaluate((title) => getComputedStyle(title).direction), "ltr");
    const [input, label] = await page.locator("career-quiz .choice").first().evaluate((choice) => [...choice.children].map((one) => one.getBoundingClientRect().left));
    assert.ok(input < label, "the radio stands before its label");
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    gate.release();
    if (at === 0) await arrived(page);
  }
  quietly(said);
  await context.close();
});

test("in a column of 280 px everything stays inside it, to the result", async () => {
  const { page, context, said } = await open(post('<div id="column" style="inline-size: 280px"><career-quiz></career-quiz></div>'), { viewport: { width: 1000, height: 800 } });
  await takeToResult(page, people.nlp);
  for (const summary of await page.locator("career-quiz summary").all()) await summary.click();
  const out = await page.evaluate(() => {
    const right = document.querySelector("#column").getBoundingClientRect().right;
    return [...document.querySelector("career-quiz").shadowRoot.querySelectorAll("*")].filter((one) => one.getBoundingClientRect().right > right + 0.5 && !one.ownerSVGElement && !one.closest(".for-readers")).map((one) => one.outerHTML.slice(0, 80));
  });
  assert.deepEqual(out, []);
  quietly(said);
  await context.close();
});

test("elements and attributes that extensions add do not break it", async () => {
  const { page, context, said } = await open(post("<career-quiz></career-quiz>"));
  await arrived(page);
  await page.evaluate(() => {
    const root = document.querySelector("career-quiz").shadowRoot;
    const litter = () => {
      for (const parent of root.querySelectorAll("div, form, fieldset, label, article, section")) {
        if (parent.dataset.gr) continue;
        parent.dataset.gr = "1";
        parent.prepend(document.createElement("grammarly-extension"));
        parent.append(document.createElement("dark-reader"), " ");
      }
    };
    litter();
    new MutationObserver(litter).observe(root, { childList: true, subtree: true });
  });
  await takeToResult(page, people.networks);
  assert.equal((await outcome(page)).path, "neural-networks");
  quietly(said);
  await context.close();
});

test("a page put aside and brought back by the back button is as it was left", async () => {
  const { page, context, said } = await open(post("<career-quiz></career-quiz>"));
  await answerOne(page);
  await answer(page, second, people.nlp[second.id]);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
  assert.ok(await page.evaluate(() => localStorage.getItem("career-quiz:1:career-quiz").includes(".translator+")), "written before it goes");
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await button(page, quiz.words.continue).click();
  await shown(page, third.prompt);
  quietly(said);
  await context.close();
});

// Counting another page's listeners takes Chromium's debugger.
if (!isFirefox) {
  test("a hundred quizzes put up and taken away leave no listener and little memory", async (t) => {
    const { page, context, said } = await visit({ path: "host.html", viewport: phone, before: async (page) => {
      await page.addInitScript(() => {
        const instantiate = WebAssembly.instantiate;
        WebAssembly.instantiate = async (...given) => {
          const instance = await instantiate.apply(WebAssembly, given);
          globalThis.memory = Object.values(instance.exports).find((one) => one instanceof WebAssembly.Memory);
          return instance;
        };
      });
      await hear(page);
      await host(post('<div id="place"></div>'))(page);
    } });
    const client = await context.newCDPSession(page);
    const listeners = async () => {
      let count = 0;
      for (const expression of ["window", "document", "document.body", "document.documentElement"]) {
        const { result } = await client.send("Runtime.evaluate", { expression });
        count += (await client.send("DOMDebugger.getEventListeners", { objectId: result.objectId })).listeners.length;
      }
      return count;
    };
    const rounds = (count) => page.evaluate(async (count) => {
      const ready = () => globalThis.heard.filter(({ name }) => name === "ready").length;
      const until = async (done) => { while (!done()) await new Promise((next) => requestAnimationFrame(next)); };
      for (let round = 0; round < count; round += 1) {
        const before = ready();
        const quiz = document.createElement("career-quiz");
        document.querySelector("#place").append(quiz);
        quiz.shadowRoot.querySelector("input").click();
        await until(() => ready() > before);
        quiz.remove();
      }
      // Put away a while after they went.
      await new Promise((done) => setTimeout(done, 1200));
      return globalThis.memory.buffer.byteLength;
    }, count);
    const begin = await rounds(10);
    const before = await listeners();
    const end = await rounds(100);
    assert.equal(await listeners(), before);
    t.diagnostic(`WASM memory: ${begin / 1024} kB after 10, ${end / 1024} kB after 110, ${((end - begin) / 100 / 1024).toFixed(1)} kB each`);
    assert.ok(end - begin <= 100 * 8 * 1024, "at most 8 kB each");
    quietly(said);
    await context.close();
  });
}
