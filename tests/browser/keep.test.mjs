// A result is sent, saved, opened again and taken once more, whatever the browser has or refuses.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { after, test } from "node:test";
import { address, answer, arrived, button, close, isFirefox, outcome, people, quietly, quiz, takeToResult, visit } from "./harness.mjs";
import { hear, heard, host } from "./hosts/host.mjs";
import { field, grade, link, result, shown, stored, words } from "./sharing.mjs";

after(close);

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
