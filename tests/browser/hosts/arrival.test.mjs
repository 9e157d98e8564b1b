// The time between the first question and the WebAssembly: what she does then is never lost.
import assert from "node:assert/strict";
import { get } from "node:http";
import { after, test } from "node:test";
import { address, button, close, heading, isFirefox, phone, quietly, quiz, visit } from "../harness.mjs";
import { arrived, hear, heard, held, host, idle, post, run, script, wasm } from "./host.mjs";

after(close);

const [first, second] = quiz.questions;
const page = post('<career-quiz><a href="/">Take the quiz</a></career-quiz>');
const open = async ({ files, html = page, ...options } = {}) => {
  const shown = await visit({ path: "host.html", ...options, before: async (page) => { await hear(page); await host(html, { files })(page); } });
  return { ...shown, order: () => shown.page.locator("career-quiz .choice").allInnerTexts() };
};
const checked = (page) => page.locator("career-quiz input:checked").evaluateAll((all) => all.map((one) => one.value));
const focus = (page) => page.evaluate(() => { const { name, value, textContent } = document.activeElement.shadowRoot?.activeElement ?? {}; return name ? `${name}=${value}` : textContent; });

test("with every .wasm blocked the first question is there, answerable, and its answer waits", async () => {
  let blocked = true;
  const { page, context, order } = await open({ files: { [wasm]: (route) => (blocked ? route.abort() : route.continue()) } });
  await page.locator("career-quiz .choice").first().click();
  const before = [await checked(page), await order()];
  await button(page, quiz.words.continue).click();
  await page.getByRole("button", { name: quiz.words.retry }).waitFor();
  assert.deepEqual([await checked(page), await order()], before, "nothing is lost over a failure");
  assert.deepEqual((await heard(page)).map(({ name, code, retryable }) => [name, code, retryable]), [["error", "network", true]]);
  blocked = false;
  await page.getByRole("button", { name: quiz.words.retry }).click();
  await page.locator("career-quiz .title", { hasText: second.prompt }).waitFor();
  await button(page, quiz.words.back).click();
  assert.deepEqual([await checked(page), await order()], before, "nor over the second try");
  await context.close();
});

test("one script of at most 6 kB brings the first question, styles included", async () => {
  const bytes = await new Promise((done, fail) => {
    get(new URL("career-quiz.js", address), { headers: { "accept-encoding": "br" } }, (answer) => {
      let bytes = 0;
      answer.on("data", (chunk) => { bytes += chunk.length; }).on("end", () => done(bytes));
    }).on("error", fail);
  });
  assert.ok(bytes <= 6144, `${bytes} bytes`);
  const { page, context } = await open({ files: { "parts/*": (route) => route.abort() } });
  await page.locator("career-quiz .choice").first().click();
  assert.equal(await page.locator("career-quiz .choice:has(:checked)").evaluate((one) => getComputedStyle(one).display), "grid");
  await context.close();
});

test("what is chosen before the WebAssembly stays chosen, in the same order and place, with the focus", async () => {
  const gate = held();
  const { page, context, said, order } = await open({ files: { [wasm]: gate.route } });
  const boxes = () => page.locator("career-quiz :is(.title, .choice, .button), #after").evaluateAll((all) => all.map((one) => Object.values(one.getBoundingClientRect().toJSON())));
  await page.locator("career-quiz .choice").nth(2).click();
  const before = { order: await order(), checked: await checked(page), focus: await focus(page), boxes: await boxes() };
  gate.release();
  await arrived(page);
  assert.deepEqual({ order: await order(), checked: await checked(page), focus: await focus(page), boxes: await boxes() }, before);
  assert.deepEqual((await heard(page)).map(({ name }) => name), ["ready", "question", "start"]);
  quietly(said);
  await context.close();
});

test("the order before and after is the same for every shuffle", async () => {
  const orders = new Set();
  for (let visitor = 0; visitor < 8; visitor += 1) {
    const gate = held();
    const { page, context, order } = await open({ files: { [wasm]: gate.route } });
    await page.locator("career-quiz .choice").first().waitFor();
    const before = await order();
    gate.release();
    await arrived(page);
    assert.deepEqual(await order(), before);
    orders.add(before.join());
    await context.close();
  }
  assert.ok(orders.size > 1, "and it is a shuffle");
});

for (const [name, press, says] of [
  ["Continue", quiz.words.continue, ["ready", "question", "start", "answer", "question"]],
  ["Skip", quiz.words.skip, ["ready", "question", "question"]],
]) {
  test(`${name} pressed before the WebAssembly is carried out when it comes`, async () => {
    const gate = held();
    const { page, context, said } = await open({ files: { [run]: gate.route } });
    if (name === "Continue") await page.locator("career-quiz .choice").first().click();
    await button(page, press).click();
    assert.equal(await page.locator("career-quiz .note").innerText(), quiz.words.loading);
    gate.release();
    await page.locator("career-quiz .title", { hasText: second.prompt }).waitFor();
    assert.equal(await heading(page).evaluate((title) => title.getRootNode().activeElement === title), true, "the focus is on the new heading");
    assert.deepEqual((await heard(page)).map(({ name }) => name), says);
    quietly(said);
    await context.close();
  });
}

test("Continue pressed early without an answer says what is missing when the WebAssembly comes", async () => {
  const gate = held();
  const { page, context, said } = await open({ files: { [wasm]: gate.route } });
  await button(page, quiz.words.continue).click();
  gate.release();
  await page.locator("career-quiz .problem").waitFor();
  await page.locator("career-quiz .title", { hasText: first.prompt }).waitFor();
  quietly(said);
  await context.close();
});

test("a press that began before the WebAssembly came is not lost", async () => {
  const gate = held();
  const { page, context, said } = await open({ files: { [wasm]: gate.route } });
  const box = await page.locator("career-quiz .choice").nth(1).boundingBox();
  await page.mouse.move(box.x + 30, box.y + 20);
  await page.mouse.down();
  const fetched = page.waitForResponse("**/*.wasm");
  gate.release();
  await fetched;
  await idle(page);
  await page.mouse.up();
  await arrived(page);
  assert.equal((await checked(page)).length, 1);
  quietly(said);
  await context.close();
});

test("nothing shifts from the first paint to the first press, nor when the WebAssembly comes", { skip: isFirefox && "Firefox reports no layout shifts" }, async () => {
  for (const viewport of [phone, { width: 1280, height: 900 }]) {
    const gate = held();
    // As the README says.
    const kept = `<style>career-quiz:not(:defined) { display: block; min-block-size: min(100vh, 50em) }</style>${script}`;
    const html = post('<career-quiz><a href="/">Take the quiz</a></career-quiz>', { head: kept });
    const { page, context } = await open({ viewport, html, files: { [wasm]: gate.route } });
    const shifts = page.evaluate(() => { globalThis.shifts = []; new PerformanceObserver((list) => globalThis.shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: "layout-shift", buffered: true }); });
    await shifts;
    await page.locator("career-quiz .choice").first().waitFor();
    gate.release();
    await arrived(page);
    await idle(page);
    await page.locator("career-quiz .choice").first().click();
    await idle(page);
    assert.deepEqual(await page.evaluate(() => globalThis.shifts), []);
    await context.close();
  }
});

const far = post('<div style="block-size: 5000px">A long post</div><career-quiz></career-quiz>');
const asked = (page) => {
  const all = [];
  page.on("request", (request) => all.push(new URL(request.url()).pathname));
  return all;
};

test("far below and never approached, only the shell is fetched; coming near fetches the rest", async () => {
  let all;
  const { page, context, said } = await visit({ path: "host.html", before: async (page) => { all = asked(page); await host(far)(page); } });
  await idle(page);
  assert.deepEqual(all.filter((path) => path !== "/host.html"), ["/career-quiz.js"]);
  await page.evaluate(() => scrollTo(0, 4200));
  await arrived(page);
  assert.equal(all.filter((path) => path.endsWith(".wasm")).length, 1);
  quietly(said);
  await context.close();
});

test("the focus fetches the rest wherever the quiz is", async () => {
  const { page, context } = await visit({ path: "host.html", before: host(far) });
  await idle(page);
  await page.evaluate(() => document.querySelector("career-quiz").shadowRoot.querySelector("input").focus({ preventScroll: true }));
  await arrived(page);
  await context.close();
});

test("where data is dear the rest waits for the first touch", async () => {
  let all;
  const { page, context } = await visit({ path: "host.html", before: async (page) => {
    all = asked(page);
    await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
    await host(post("<career-quiz></career-quiz>"))(page);
  } });
  await idle(page);
  assert.ok(!all.some((path) => path.includes("/parts/")));
  await page.locator("career-quiz .choice").first().click();
  await arrived(page);
  await context.close();
});

test("a visitor who was here before sees no question flash by, and nothing below moves", async () => {
  const { page, context } = await visit({});
  await page.locator("career-quiz .choice").first().click();
  await page.waitForFunction(() => localStorage.length > 0);
  await page.close();
  const gate = held();
  const { page: again } = await open({ context, files: { [wasm]: gate.route } });
  await again.locator("career-quiz .waiting").waitFor();
  assert.equal(await again.locator("career-quiz .title").isVisible(), false);
  const top = () => again.locator("#after").evaluate((one) => one.getBoundingClientRect().top + scrollY);
  const before = await top();
  gate.release();
  await button(again, quiz.words.resume_continue).waitFor();
  assert.equal(await top(), before);
  await context.close();
});

// What the network does.
const flaky = (times, answer) => { let asked = 0; return (route) => (asked++ < times ? answer(route) : route.continue()); };
const unavailable = (route) => route.fulfill({ status: 503, body: "" });
const corrupt = async (route) => {
  const answer = await route.fetch();
  const body = await answer.body();
  body[Math.floor(body.length / 2)] ^= 1;
  await route.fulfill({ response: answer, body });
};
for (const part of [wasm, run]) {
  for (const [name, answer] of [["unavailable", unavailable], ["corrupt", corrupt], ["cut off", (route) => route.abort("connectionreset")]]) {
    test(`${part} that is ${name} once is fetched again, and nobody notices`, async () => {
      const { page, context } = await open({ files: { [part]: flaky(1, answer) } });
      await arrived(page);
      assert.deepEqual(await heard(page, "error"), []);
      await context.close();
    });
  }
  for (const [name, answer, code] of [["unavailable", unavailable, "network"], ["corrupt", corrupt, "integrity"]]) {
    test(`${part} that stays ${name} is a ${code} error, said once, with a way to try again`, async () => {
      const { page, context } = await open({ files: { [part]: answer } });
      await page.getByRole("button", { name: quiz.words.retry }).waitFor();
      assert.deepEqual((await heard(page, "error")).map(({ code, retryable }) => [code, retryable]), [[code, true]]);
      await page.unroute(`**/${part}`);
      await page.getByRole("button", { name: quiz.words.retry }).click();
      await arrived(page);
      await context.close();
    });
  }
}

test("a .wasm that stalls is given up and fetched again", async () => {
  const { page, context } = await open({ files: { [wasm]: flaky(1, () => {}) } });
  await arrived(page);
  assert.deepEqual(await heard(page, "error"), []);
  await context.close();
});

test("files beside the shell are found from wherever the page is", async () => {
  const { page, context, said } = await visit({ path: "posts/2026/host.html", before: host(post("<career-quiz></career-quiz>", { head: `<script type="module" src="${new URL("career-quiz.js", address).href}"></script>` })) });
  await arrived(page);
  quietly(said);
  await context.close();
});
