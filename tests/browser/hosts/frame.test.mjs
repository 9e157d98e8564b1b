// The quiz's own page inside another: in an iframe, in a sandbox, as WordPress shows it.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { address, answer, button, close, outcome, people, phone, quietly, quiz, visit } from "../harness.mjs";
import { hear, heard, host, post } from "./host.mjs";

after(close);

const resize = '<script type="module" src="/career-quiz-frame.js"></script>';
const frame = (attributes = "", src = address) => `<iframe src="${src}" title="Career quiz" data-career-quiz width="100%" height="300" ${attributes}></iframe>`;
const open = (inside, head = resize) => visit({ path: "host.html", viewport: { width: 700, height: 900 }, before: host(post(inside, { head })) });
const height = (page) => page.locator("iframe").first().evaluate((one) => one.clientHeight);
/** The frame is as tall as what is in it. */
const fits = async (page) => {
  const inside = page.frames()[1];
  for (let tries = 0; tries < 100; tries += 1) {
    const wanted = await inside.evaluate(() => document.documentElement.getBoundingClientRect().height);
    if (Math.abs((await height(page)) - wanted) <= 1) return;
    await inside.evaluate(() => new Promise(requestAnimationFrame));
  }
  assert.fail(`the frame is ${await height(page)} px tall`);
};
const take = async (frame) => {
  for (const question of quiz.questions) {
    await frame.locator("career-quiz .title", { hasText: question.prompt }).waitFor();
    await answer(frame, question, people.nlp[question.id]);
    await button(frame, quiz.words.continue).click();
  }
  await button(frame, quiz.words.see_result).click();
  await frame.locator("career-quiz .result").waitFor();
};

for (const [name, attributes] of [["an iframe", ""], ["an iframe without an origin of its own", 'sandbox="allow-scripts"']]) {
  test(`in ${name} the quiz can be taken, and the frame is as tall as each screen`, async () => {
    const { page, context, said } = await open(frame(attributes));
    const inside = page.frames()[1];
    await inside.locator("career-quiz .question").waitFor();
    assert.equal(await inside.locator("header").first().isVisible(), false, "the page around it is the page");
    await fits(page);
    await take(inside);
    assert.equal((await outcome(inside)).path, "nlp");
    await fits(page);
    quietly(said);
    await context.close();
  });
}

test("a frame that spoke before the script was there is asked again", async () => {
  const { page, context, said } = await open(frame(), "");
  await page.frames()[1].locator("career-quiz .question").waitFor();
  assert.equal(await height(page), 300);
  await page.addScriptTag({ url: "/career-quiz-frame.js", type: "module" });
  await fits(page);
  quietly(said);
  await context.close();
});

test("only a frame's own document sets its height, from its own origin, within bounds", async () => {
  const { page, context } = await open(`${frame()}<iframe id="stranger" title="Stranger" src="about:blank" height="50"></iframe>`);
  const inside = page.frames()[1];
  await inside.locator("career-quiz .question").waitFor();
  await fits(page);
  const before = await height(page);
  const say = (message, from) => page.evaluate(async ([message, from]) => {
    const done = new Promise((heard) => addEventListener("message", () => heard(), { once: true }));
    if (from === "stranger") document.querySelector("#stranger").contentWindow.eval(`parent.postMessage(${JSON.stringify(message)}, "*")`);
    else postMessage(message, "*");
    await done;
  }, [message, from]);
  for (const from of ["page", "stranger"]) {
    await say({ "career-quiz": { height: 4000 } }, from);
    assert.equal(await height(page), before, from);
  }
  const own = (height) => page.evaluate((height) => new Promise((done) => {
    addEventListener("message", () => requestAnimationFrame(done), { once: true });
    document.querySelector("iframe").contentWindow.postMessage({ say: height }, "*");
  }), height);
  await inside.evaluate(() => addEventListener("message", ({ data }) => { if ("say" in data) parent.postMessage({ "career-quiz": { height: data.say } }, "*"); }));
  for (const [said, becomes] of [["700", before], [null, before], [NaN, before], [700, 700], [-5, 200], [1e9, 20_000]]) {
    await own(said);
    assert.equal(await height(page), becomes, String(said));
  }
  // A frame that went elsewhere speaks for another origin.
  await page.locator("iframe").first().evaluate((frame) => { frame.src = "https://example.invalid/"; });
  await context.close();
});

test("WordPress, which names its frames by a secret, is told the height in its own words", async () => {
  const listen = `<script>globalThis.told = []; addEventListener("message", ({ data }) => { if (data.message) told.push(data) })</script>`;
  const { page, context, said } = await open(frame('sandbox="allow-scripts" security="restricted"', `${address}#?secret=a1b2C3d4E5`), listen);
  await page.waitForFunction(() => globalThis.told.length > 0);
  const [{ message, value, secret }] = await page.evaluate(() => globalThis.told);
  assert.deepEqual([message, secret], ["height", "a1b2C3d4E5"]);
  assert.ok(value > 300);
  quietly(said);
  await context.close();
});

test("on its own the page says nothing to anyone", async () => {
  const { page, context, said } = await visit({ viewport: phone, before: hear });
  await page.evaluate(() => addEventListener("message", () => { globalThis.spoke = true; }));
  await button(page, quiz.words.skip).click();
  await page.locator("career-quiz .title", { hasText: quiz.questions[1].prompt }).waitFor();
  assert.equal(await page.evaluate(() => globalThis.spoke), undefined);
  assert.equal((await heard(page, "error")).length, 0);
  quietly(said);
  await context.close();
});
