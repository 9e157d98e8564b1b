// Page translators wrap every text in elements of their own, and replace the texts.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { answer, close, outcome, people, quietly, quiz, visit } from "../harness.mjs";
import { arrived, held, host, post, wasm } from "./host.mjs";

after(close);

const translate = (page) => page.evaluate(() => {
  const root = document.querySelector("career-quiz").shadowRoot;
  const translate = () => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim() && !walker.currentNode.parentNode.closest("font")) texts.push(walker.currentNode);
    for (const text of texts) {
      const outer = document.createElement("font");
      const inner = document.createElement("font");
      inner.textContent = text.data;
      outer.append(inner);
      text.replaceWith(outer);
    }
  };
  translate();
  new MutationObserver(translate).observe(root, { childList: true, subtree: true, characterData: true });
});

for (const when of ["before the WebAssembly comes", "at the first question", "at the second question"]) {
  test(`a page translator that begins ${when} does not break the quiz`, async () => {
    const gate = held();
    const { page, context, said } = await visit({ path: "host.html", before: host(post("<career-quiz></career-quiz>"), { files: { [wasm]: gate.route } }) });
    await page.locator("career-quiz .question").waitFor();
    if (when.startsWith("before")) await translate(page);
    gate.release();
    await arrived(page);
    if (when.includes("first")) await translate(page);
    for (const [at, question] of quiz.questions.entries()) {
      await page.locator(`career-quiz input`).first().waitFor();
      if (at === 1 && when.includes("second")) await translate(page);
      if (at < 2) await page.locator("career-quiz button[type=submit]").click();
      await answer(page, question, people.nlp[question.id]);
      await page.locator("career-quiz button[type=submit]").click();
    }
    await page.locator("career-quiz .review").waitFor();
    await page.locator("career-quiz button[type=submit]").click();
    await page.locator("career-quiz .result").waitFor();
    const says = async (path) => {
      assert.equal((await outcome(page)).path, path);
      const { inline } = quiz.paths.find((one) => one.id === path);
      const heading = await page.locator("career-quiz .title").innerText();
      assert.equal(heading.split(inline).length, 2, `“${heading}” names ${inline} once`);
    };
    await says("nlp");
    await page.locator("career-quiz .change button").first().click();
    await says("deep-learning");
    await page.locator("career-quiz .change button").first().click();
    await says("nlp");
    quietly(said);
    await context.close();
  });
}
