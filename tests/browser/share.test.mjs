// A result is shared, opened, compared, kept and taken again.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { after, test } from "node:test";
import { address, answer, arrived, button, close, heading, isFirefox, outcome, people, quietly, quiz, takeToResult, visit } from "./harness.mjs";
import { hear, heard, host, post, script } from "./hosts/host.mjs";

after(close);

const { words } = quiz;
const field = (page) => page.locator("career-quiz #link");
const link = (page) => field(page).inputValue();
const result = (page) => page.locator("career-quiz .result");
const stored = (page) => page.evaluate(() => JSON.stringify({ ...localStorage }));
const grade = (page, name) => page.locator("career-quiz .share .choice", { hasText: name }).click();
/** Every id that an answer can be told by. */
const ids = quiz.questions.flatMap(({ choices = [], rows = [] }) => [...choices, ...rows].map(({ id }) => id));
const tells = (text, answers) => Object.values(answers).flatMap((one) => (typeof one === "object" ? Array.isArray(one) ? one : Object.keys(one) : one)).filter((id) => text.includes(id));
/** The page with a link's fragment: what a friend opens, on whatever page the quiz is. */
const follow = (shared, options = {}) => visit({ path: new URL(shared).hash, ...options });
const bars = (page) => page.locator("career-quiz .matches .bar").evaluateAll((all) => all.map((bar) => bar.querySelector(".name").textContent + bar.querySelector(".num").textContent));
const shown = (page, text) => page.locator("career-quiz .heard span", { hasText: text }).waitFor();

test("a shared result opens as the same result in a clean profile, and tells no answer anywhere", async () => {
  const { page, context, said } = await visit({ before: hear });
  await takeToResult(page, people.nlp);
  const own = await outcome(page);
  const ownBars = await bars(page);
  const shared = await link(page);
  assert.ok(new URL(shared).hash.length - 1 <= 60, shared);
  assert.deepEqual(tells(shared, people.nlp), []);
  assert.equal(new URL(shared).pathname, "/r/nlp.html");
  await button(page, words.share_copy).click();
  await shown(page, words.heard_copied);
  assert.deepEqual((await heard(page, "share")).map(({ method }) => method), ["copy"]);
  const events = JSON.stringify(await heard(page)).replaceAll(/"question":"[^"]*"/g, "");
  assert.deepEqual(tells(events, people.nlp), [], "events tell which question, never what was answered");
  quietly(said);
  await context.close();

  const friend = await follow(shared, { before: hear });
  await result(friend.page).waitFor();
  assert.deepEqual(await bars(friend.page), ownBars);
  assert.equal((await outcome(friend.page)).path, own.path);
  assert.ok((await friend.page.locator("career-quiz .count").first().textContent()).includes(words.shared));
  assert.ok((await result(friend.page).innerText()).includes(words.shared_only));
  assert.equal(await friend.page.evaluate(() => document.activeElement === document.body), true, "no focus is taken");
  assert.equal(await stored(friend.page), "{}", "nothing of it is remembered");
  assert.deepEqual((await heard(friend.page)).map(({ name }) => name), ["ready"]);

  // She takes it herself, on the same page, and compares.
  await button(friend.page, words.shared_take).first().click();
  await takeToResult(friend.page, people.networks);
  await button(friend.page, words.compare_shared).click();
  const compared = friend.page.locator("career-quiz .compare");
  await compared.waitFor();
  const text = await compared.innerText();
  for (const path of ["natural language processing", "neural networks"]) assert.ok(text.includes(path), path);
  const pairs = await friend.page.locator("career-quiz .pair .num").allTextContents();
  assert.equal(pairs.length, 8);
  for (const bar of ownBars) assert.ok(pairs.includes(bar.match(/\d+%$/)[0]), bar);
  assert.deepEqual(tells(await stored(friend.page), people.nlp).filter((id) => !tells(JSON.stringify(people.networks), people.nlp).includes(id)), [], "the friend's own memory holds her own answers only");
  await button(friend.page, words.return).click();
  assert.equal((await outcome(friend.page)).path, "neural-networks");
  quietly(friend.said);
  await friend.context.close();
});

test("a link with the answers shows the reasons, and both can be compared answer by answer", async () => {
  const { page, context } = await visit();
  await takeToResult(page, people.generalist);
  const receipt = await page.locator("career-quiz .why").innerText();
  await grade(page, words.share_answers);
  const shared = await link(page);
  assert.ok(new URL(shared).hash.length - 1 <= 420, shared);
  await context.close();
  const friend = await follow(shared);
  await result(friend.page).waitFor();
  assert.equal(await friend.page.locator("career-quiz .why").innerText(), receipt);
  assert.ok(!/\byour\b/i.test(receipt), "somebody else's reasons do not say they are hers");
  await button(friend.page, words.shared_take).first().click();
  await takeToResult(friend.page, people.nlp);
  await button(friend.page, words.compare_shared).click();
  await friend.page.locator("career-quiz .apart > li").first().waitFor();
  assert.equal(await friend.page.locator("career-quiz .apart > li").count(), quiz.questions.filter(({ id }) => JSON.stringify(people.nlp[id]) !== JSON.stringify(people.generalist[id])).length);
  await button(friend.page, words.drop_shared).click();
  await result(friend.page).waitFor();
  assert.equal(await button(friend.page, words.compare_shared).count(), 0);
  quietly(friend.said);
  await friend.context.close();
});

test("what someone shared leaves her own answers and place as they were", async () => {
  const { page, context, said } = await visit();
  await answer(page, quiz.questions[0], "board-game");
  await button(page, words.continue).click();
  await page.waitForFunction(() => localStorage.length === 1);
  await page.goto("about:blank");
  await page.goto(`${address}#1r.career-quiz.clear.g81.dl63.nlp60.nn57:explorer~th49`);
  await result(page).waitFor();
  const before = await stored(page);
  await button(page, words.shared_continue).first().click();
  await page.locator("career-quiz .title", { hasText: quiz.questions[1].prompt }).waitFor();
  assert.equal(await heading(page).evaluate((title) => title.getRootNode().activeElement === title), true);
  assert.equal(await stored(page), before);
  quietly(said);
  await context.close();
});

for (const [name, fragment, text] of [
  ["cut off", "1r.career-quiz.leaning.nlp73", words.link_damaged],
  ["changed on the way", "1r.career-quiz.leaning.nlp74.dl63.g47.nn20:foundation~giba", words.link_damaged],
  ["of a newer version", "9r.career-quiz.leaning.nlp73~giba", words.link_newer],
  ["of another quiz", "1r.gardens.close.herbs0.roses0.trees0.moss0~pyaa", words.link_other],
]) {
  test(`a link ${name} says so and leads to the quiz`, async () => {
    const { page, context, said } = await visit({ path: `#${fragment}` });
    await page.locator("career-quiz .resume").waitFor();
    assert.ok((await page.locator("career-quiz .resume").innerText()).includes(text));
    await button(page, words.shared_take).click();
    await page.locator("career-quiz .title", { hasText: quiz.questions[0].prompt }).waitFor();
    await answer(page, quiz.questions[0], "board-game");
    quietly(said);
    await context.close();
  });
}

test("fragments of the page's own leave the quiz alone", async () => {
  for (const fragment of ["#after", "#?secret=a1b2C3d4E5", "#1.5-million"]) {
    const { page, context, said } = await visit({ path: fragment });
    await page.locator("career-quiz .question").waitFor();
    await arrived(page);
    assert.equal(await page.locator("career-quiz .question").count(), 1, fragment);
    quietly(said);
    await context.close();
  }
});

test("a link that an app wrote with percent signs opens too", async () => {
  const { page, context } = await visit({ path: "#1r.career-quiz.clear.g81.dl63.nlp60.nn57%3Aexplorer%7Eth49" });
  await result(page).waitFor();
  assert.equal((await outcome(page)).path, "generalist");
  await context.close();
});

test("a link on the page itself opens at once, and keeps what she was doing", async () => {
  const html = post('<a id="to" href="#1r.career-quiz.clear.g81.dl63.nlp60.nn57:explorer~th49">My result</a><career-quiz></career-quiz>');
  const { page, context, said } = await visit({ path: "host.html", before: host(html) });
  await answer(page, quiz.questions[0], "board-game");
  await button(page, words.continue).click();
  await page.locator("career-quiz .title", { hasText: quiz.questions[1].prompt }).waitFor();
  for (const _ of ["once", "and again"]) {
    await page.locator("#to").click();
    await result(page).waitFor();
    assert.equal(await heading(page).evaluate((title) => title.getRootNode().activeElement === title), true, "she pressed a link: the focus follows");
    await page.goBack();
    await button(page, words.shared_continue).first().click();
    await page.locator("career-quiz .title", { hasText: quiz.questions[1].prompt }).waitFor();
  }
  await page.locator("#to").click();
  await result(page).waitFor();
  await button(page, words.shared_continue).first().click();
  await page.locator("career-quiz .title", { hasText: quiz.questions[1].prompt }).waitFor();
  quietly(said);
  await context.close();
});

test("a link to a heading with a number leaves the quiz and the page's place to the heading", async () => {
  const html = post('<a id="to" href="#1.5-million">1.5 million</a><career-quiz></career-quiz><h2 id="1.5-million" style="margin-block-start: 3000px">1.5 million</h2>');
  const { page, context, said } = await visit({ path: "host.html", before: async (page) => { await hear(page); await host(html)(page); } });
  await arrived(page);
  const before = (await heard(page)).length;
  await page.locator("#to").click();
  await page.waitForFunction(() => scrollY > 1000);
  assert.equal((await heard(page)).length, before);
  quietly(said);
  await context.close();
});

test("a panic while a shared result is looked at brings it back", async () => {
  const { page, context } = await visit({ path: "#1r.career-quiz.clear.g81.dl63.nlp60.nn57:explorer~th49", before: hear });
  await result(page).waitFor();
  await page.evaluate(() => {
    const root = document.querySelector("career-quiz").shadowRoot;
    root.querySelector(".quiz").insertBefore = () => { throw new DOMException("refused", "HierarchyRequestError"); };
    globalThis.old = root.querySelector(".result");
    [...root.querySelectorAll(".result .button")].find((button) => button.getClientRects().length).click();
  });
  await page.waitForFunction(() => !globalThis.old.isConnected);
  await result(page).waitFor();
  assert.equal((await outcome(page)).path, "generalist");
  assert.equal((await heard(page, "error"))[0].code, "panic");
  await context.close();
});

/** What a browser may have, lack or refuse, and what is then said. */
const native = (behave) => `navigator.share = async (data) => { globalThis.given = { ...data, files: data.files?.map(({ name, type, size }) => ({ name, type, size })) }; ${behave} }; navigator.canShare = () => true;`;
const noCanvas = "HTMLCanvasElement.prototype.getContext = () => null;";
const refuse = "navigator.clipboard.writeText = async () => { throw new DOMException('no', 'NotAllowedError') }; Document.prototype.execCommand = () => false;";
const worlds = {
  "the browser's own way of sharing": native(""),
  "a way of sharing that she cancels": native("throw new DOMException('', 'AbortError')"),
  "a way of sharing that fails": native("throw new DOMException('', 'NotAllowedError')"),
  "no way of sharing": "delete Navigator.prototype.share;",
  "a clipboard that refuses": refuse,
  "a canvas that is blocked": noCanvas + native(""),
};
for (const [name, script] of Object.entries(worlds)) {
  test(`with ${name} everything in the panel works, and no request leaves the page`, async () => {
    const { page, context, said } = await visit({ acceptDownloads: true, before: async (page) => { await hear(page); await page.addInitScript(script); } });
    await arrived(page);
    const asked = [];
    page.on("request", (request) => { if (!/^(blob|data):/.test(request.url())) asked.push(request.url()); });
    await takeToResult(page, people.nlp);
    const share = button(page, words.share_native);
    assert.equal(await share.count(), script.includes("navigator.share =") ? 1 : 0);
    if (await share.count()) {
      await share.click();
      await page.waitForFunction(() => globalThis.given);
      const { url, text, files } = await page.evaluate(() => globalThis.given);
      assert.equal(url, await link(page));
      assert.ok(text.includes("natural language processing"));
      if (script.includes(noCanvas)) assert.equal(files, undefined);
      else assert.equal(files[0].type, "image/png");
      if (script.includes("NotAllowed")) await shown(page, words.heard_not_shared);
      const told = (await heard(page, "share")).map(({ method }) => method);
      assert.deepEqual(told, script.includes("throw") ? [] : ["native"]);
      if (script.includes("Abort")) assert.equal(await page.locator("career-quiz .heard:visible").count(), 0, "changing her mind is no news");
    }
    await button(page, words.share_copy).click();
    if (script === refuse) {
      await shown(page, words.heard_refused);
      const selected = await field(page).evaluate((input) => input.value.slice(input.selectionStart, input.selectionEnd));
      assert.equal(selected, await link(page), "the link is selected, to be copied by hand");
    } else await shown(page, words.heard_copied);
    await button(page, words.qr).click();
    await page.locator("career-quiz .qr path").waitFor();
    for (const [word, size] of [[words.picture, [1200, 630]], [words.picture_square, [1080, 1080]]]) {
      if (script.includes(noCanvas)) {
        await button(page, word).click();
        await shown(page, words.heard_no_picture);
        continue;
      }
      const [download] = await Promise.all([page.waitForEvent("download"), button(page, word).click()]);
      assert.match(download.suggestedFilename(), /^career-quiz-\d{4}-\d\d-\d\d\.png$/);
      const bytes = await readFile(await download.path());
      assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], size);
      assert.ok(bytes.length <= 150_000, `${bytes.length} bytes`);
      await shown(page, words.heard_saved);
    }
    const [file] = await Promise.all([page.waitForEvent("download"), button(page, words.keep_file).click()]);
    assert.equal(JSON.parse(await readFile(await file.path(), "utf8")).path, "nlp");
    await page.evaluate(() => { globalThis.print = () => { globalThis.printed = true; }; });
    await button(page, words.print).click();
    await page.waitForFunction(() => globalThis.printed);
    assert.deepEqual(asked, []);
    assert.equal((await context.cookies()).length, 0);
    quietly(said);
    await context.close();
  });
}

test("in a frame that may do nothing, the link can still be copied, and nothing is offered that would not happen", async () => {
  const html = `<!DOCTYPE html><title>Frame</title><iframe title="Quiz" src="${address}" sandbox="allow-scripts" width="390" height="3000"></iframe>`;
  const { page, context, said } = await visit({ path: "host.html", viewport: { width: 700, height: 900 }, before: host(html) });
  const frame = page.frameLocator("iframe");
  const inside = { locator: (...given) => frame.locator(...given) };
  for (const question of quiz.questions) {
    await frame.locator("career-quiz .title", { hasText: question.prompt }).waitFor();
    await answer(inside, question, people.nlp[question.id]);
    await button(inside, words.continue).click();
  }
  await button(inside, words.see_result).click();
  await frame.locator("career-quiz .share").waitFor();
  for (const word of [words.keep_file, words.picture, words.picture_square, words.print]) assert.equal(await button(inside, word).count(), 0, word);
  assert.equal(await frame.locator("career-quiz .networks a:visible").count(), 0);
  await button(inside, words.share_copy).click();
  await frame.locator("career-quiz .heard:visible").waitFor();
  assert.ok([words.heard_copied, words.heard_refused].includes(await frame.locator("career-quiz .heard:visible").innerText()));
  // Chromium itself says that the clipboard is closed here.
  assert.deepEqual(said.filter((line) => line.startsWith("error") && !line.includes("Permissions policy violation: The Clipboard API")), []);
  await context.close();
});

test("what is copied is the link, and as text the whole result", { skip: isFirefox && "the driver cannot grant Firefox the clipboard" }, async () => {
  const { page, context } = await visit({ permissions: ["clipboard-read", "clipboard-write"] });
  await takeToResult(page, people.nlp);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await button(page, words.share_copy).click();
  await shown(page, words.heard_copied);
  assert.equal(await copied(), await link(page));
  await grade(page, words.share_answers);
  await button(page, words.keep_text).click();
  await shown(page, words.heard_copied);
  const text = await copied();
  assert.ok(text.startsWith(`# ${quiz.title}`) && text.includes(await link(page)));
  await context.close();
});

test("each network is a real link that leads away only when it is followed", async () => {
  const { page, context, said } = await visit({ before: hear });
  await takeToResult(page, people.nlp);
  const shared = await link(page);
  const links = await page.locator("career-quiz .networks a:visible").evaluateAll((all) => all.map(({ href, target, rel, textContent }) => ({ href, target, rel, name: textContent })));
  assert.deepEqual(links.map(({ name }) => name), ["LinkedIn", "WhatsApp", words.email, "Bluesky", "X", "Threads", "Reddit"]);
  for (const { href, target, rel } of links) {
    assert.deepEqual([target, rel], [href.startsWith("mailto:") ? "" : "_blank", "noopener noreferrer"]);
    const said = new URL(href).searchParams;
    assert.ok([...said.values()].some((value) => value.endsWith(shared)), href);
  }
  await page.locator("career-quiz .networks a").first().evaluate((a) => a.addEventListener("click", (event) => event.preventDefault()));
  await page.locator("career-quiz .networks a").first().click();
  assert.deepEqual((await heard(page, "share")).map(({ method }) => method), ["linkedin"]);
  quietly(said);
  await context.close();
});

test("her Mastodon server is asked once, and forgotten with her answers", async () => {
  const { page, context, said } = await visit();
  await takeToResult(page, people.nlp);
  const mastodon = page.locator('career-quiz a[data-network="mastodon"]');
  assert.equal(await mastodon.isVisible(), false);
  await page.locator("career-quiz .server summary").click();
  await page.locator("career-quiz #server").fill("@ada@Mastodon.example");
  await page.keyboard.press("Tab");
  await mastodon.waitFor();
  assert.equal(new URL(await mastodon.getAttribute("href")).host, "mastodon.example");
  await page.reload();
  await button(page, words.resume_continue).click();
  assert.equal(new URL(await mastodon.getAttribute("href")).host, "mastodon.example");
  await page.locator("career-quiz .server summary").click();
  await page.locator("career-quiz #server").fill("no server");
  await page.keyboard.press("Tab");
  await page.locator("career-quiz .heard", { hasText: words.server_wrong }).waitFor();
  await page.locator("career-quiz #server").fill("");
  await page.keyboard.press("Tab");
  await page.locator("career-quiz .heard", { hasText: words.server_wrong }).waitFor({ state: "hidden" });
  assert.equal(await page.evaluate(() => localStorage.getItem("career-quiz-server")), null, "an emptied field is forgotten");
  await page.locator("career-quiz #server").fill("mastodon.example");
  await page.keyboard.press("Tab");
  await mastodon.waitFor();
  await page.locator("career-quiz summary", { hasText: words.forget }).click();
  await button(page, words.forget_confirm).click();
  await page.locator("career-quiz .question").waitFor();
  assert.equal(await stored(page), "{}");
  quietly(said);
  await context.close();
});

test("a saved result is opened again after the browser was cleared", async () => {
  const { page, context } = await visit();
  await takeToResult(page, people.generalist);
  const own = await outcome(page);
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, words.keep_file).click()]);
  const saved = await readFile(await download.path());
  await context.close();
  const later = await visit();
  await arrived(later.page);
  const input = () => later.page.locator("career-quiz .open input");
  for (const wrong of ["", "{}", "not JSON", '{"code":7}', '{"code":"1.career-quiz"}', "x".repeat(100_000)]) {
    await input().setInputFiles({ name: "wrong.json", mimeType: "application/json", buffer: Buffer.from(wrong) });
    await shown(later.page, words.heard_not_read);
    await answer(later.page, quiz.questions[0], "board-game");
    await later.page.locator("career-quiz .heard").waitFor({ state: "attached" });
  }
  await input().setInputFiles({ name: "saved.json", mimeType: "application/json", buffer: saved });
  await result(later.page).waitFor();
  assert.deepEqual(await outcome(later.page), own);
  await later.page.waitForFunction(() => localStorage.length > 0);
  await later.page.reload();
  await button(later.page, words.resume_continue).click();
  assert.deepEqual(await outcome(later.page), own);
  quietly(later.said);
  await later.context.close();
});

test("taken again with the answers filled in, the result says what changed and why", async () => {
  const { page, context, said } = await visit();
  await takeToResult(page, people.nlp);
  const before = await outcome(page);
  await page.locator("career-quiz summary", { hasText: words.retake }).first().click();
  await button(page, words.retake_keep).click();
  await page.locator("career-quiz .title", { hasText: quiz.questions[0].prompt }).waitFor();
  assert.equal(await page.locator("career-quiz input:checked").inputValue(), people.nlp["free-week"]);
  await answer(page, quiz.questions[0], "plant-photo");
  await page.reload();
  await button(page, words.resume_continue).click();
  for (const _ of quiz.questions) await button(page, words.continue).click();
  await button(page, words.see_result).click();
  const changed = page.locator("career-quiz .changed");
  await changed.waitFor();
  const text = await changed.innerText();
  for (const id of ["rule-book", "plant-photo"]) assert.ok(text.includes(quiz.questions[0].choices.find((choice) => choice.id === id).label));
  assert.ok(text.includes("+2"));
  await button(page, words.put_back).click();
  assert.deepEqual(await outcome(page), before);
  assert.equal(await changed.count(), 0);
  quietly(said);
  await context.close();
});

test("taken again from scratch, the earlier result stands until the first new answer, and can be brought back", async () => {
  const { page, context, said } = await visit();
  await takeToResult(page, people.nlp);
  const before = await outcome(page);
  const again = async () => {
    await page.locator("career-quiz summary", { hasText: words.retake }).first().click();
    await button(page, words.retake_blank).click();
    await page.locator("career-quiz .title", { hasText: quiz.questions[0].prompt }).waitFor();
    assert.equal(await page.locator("career-quiz input:checked").count(), 0);
  };
  await again();
  await page.reload();
  await button(page, words.resume_continue).click();
  assert.deepEqual(await outcome(page), before);
  await again();
  await button(page, words.put_back).click();
  assert.deepEqual(await outcome(page), before, "a press that was not meant is taken back at once");
  await again();
  await takeToResult(page, people.networks);
  assert.equal((await outcome(page)).path, "neural-networks");
  assert.equal(await page.locator("career-quiz .changed").count(), 1);
  await button(page, words.put_back).click();
  assert.deepEqual(await outcome(page), before);
  quietly(said);
  await context.close();
});

test("share-url says where a link leads, and a quiz of the page's own leads back to the page", async () => {
  const file = JSON.stringify(quiz);
  const html = post('<career-quiz id="one" share-url="/landing?path=:path"></career-quiz><career-quiz id="two" src="own.json" instance="two"></career-quiz>', { head: `<link rel="canonical" href="/canonical.html">${script}` });
  const { page, context, said } = await visit({ path: "host.html?subscriber=7", viewport: { width: 900, height: 900 }, before: host(html, { files: { "own.json": file } }) });
  for (const [id, wanted] of [["one", "/landing?path=nlp"], ["two", "/canonical.html"]]) {
    const inside = page.locator(`#${id}`);
    await inside.scrollIntoViewIfNeeded();
    for (const question of quiz.questions) {
      await inside.locator(".title", { hasText: question.prompt }).waitFor();
      const given = people.nlp[question.id];
      const all = question.format === "rating" ? Object.entries(given) : question.format === "rank" ? given.map((choice, at) => [choice, at + 1]) : [given].flat().map((choice) => [question.id, choice]);
      for (const [name, value] of all) await inside.locator(`label:has(input[name="${name}"][value="${value}"])`).click();
      await inside.getByRole("button", { name: words.continue, exact: true }).click();
    }
    await inside.getByRole("button", { name: words.see_result, exact: true }).click();
    const { pathname, search } = new URL(await inside.locator("#link").inputValue());
    assert.equal(pathname + search, wanted);
  }
  await page.locator("#one").evaluate((one) => { one.shareUrl = "https://"; });
  await page.waitForFunction(() => document.querySelector("#one").shadowRoot.querySelector("#link").value.includes("/r/nlp.html#1r."));
  assert.equal(said.splice(0).filter((line) => line.startsWith("warning: <career-quiz> share-url")).length, 1, "a slip is told to whoever runs the page");
  await page.locator("#one").evaluate((one) => { one.shareUrl = "https://example.com/"; });
  await page.waitForFunction(() => document.querySelector("#one").shadowRoot.querySelector("#link").value.startsWith("https://example.com/#1r."));
  quietly(said);
  await context.close();
});

test("10,000 random visitors' answers come back from their codes in the browser", async () => {
  const { page, context } = await visit({
    before: (page) => page.route("**/core/*", (route) => route.fulfill({ path: join(process.env.CAREER_QUIZ_CORE, basename(route.request().url())) })),
  });
  const wrong = await page.evaluate(async () => {
    const core = await import("/core/core_bench.js");
    await core.default({ module_or_path: "/core/core_bench_bg.wasm" });
    return core.astray(10_000, 20_261_125n);
  });
  assert.equal(wrong, 0);
  await context.close();
});
