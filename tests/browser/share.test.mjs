// A result is shared, opened and compared.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { address, answer, arrived, button, close, heading, outcome, people, quietly, quiz, takeToResult, visit } from "./harness.mjs";
import { hear, heard, host, post, script } from "./hosts/host.mjs";
import { bars, follow, grade, link, result, shown, stored, tells, words } from "./sharing.mjs";

after(close);

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
