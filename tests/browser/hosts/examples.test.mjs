// The quizzes in quizzes/examples, from `src`, to the outcome their answers are meant for.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { answer, button, close, quietly, quiz, visit } from "../harness.mjs";
import { arrived, host, post } from "./host.mjs";

after(close);

const read = (name) => readFileSync(new URL(`../../../quizzes/examples/${name}.json`, import.meta.url), "utf8");
const { call_to_action: forAll, ...gardening } = JSON.parse(read("gardening"));
const kitchen = {
  "free-morning": "dig-bed", neighbours: ["spare-courgettes", "taste-that"],
  jobs: { "pull-carrots": 3, "count-moths": 1, "tie-sweet-peas": 2, "choose-stones": 0 },
  time: "each-day", evening: ["warm-tomato", "scent", "bats", "quiet"],
  sorrow: "slugs-salad", grown: "years", light: "full", shed: ["compost", "spade"],
};
const meant = [
  ["minimal", { "first-morning": "swim", evening: "hut" }, "sea"],
  ["minimal", { "first-morning": "walk", evening: "harbour" }, "mountains"],
  ["gardening", kitchen, "kitchen"],
  ["gardening", { ...kitchen, "free-morning": "buy-roses", neighbours: ["smell-rose"], time: "each-week", evening: ["scent", "bats", "warm-tomato", "quiet"], sorrow: "no-flowers" }, "cottage"],
];

/** The quiz of a file, taken to its result on a page of somebody's own. */
async function taken(name, answers) {
  const file = read(name);
  const shown = await visit({ path: "host.html", before: async (page) => {
    await page.addInitScript(() => {
      globalThis.heard = [];
      addEventListener("career-quiz:action", ({ detail }) => globalThis.heard.push(detail));
    });
    await host(post('<career-quiz src="my.json"></career-quiz>'), { files: { "my.json": file } })(page);
  } });
  await arrived(shown.page);
  for (const question of JSON.parse(file).questions) {
    await shown.page.locator("career-quiz .title", { hasText: question.prompt }).waitFor();
    await answer(shown.page, question, answers[question.id]);
    await button(shown.page, quiz.words.continue).click();
  }
  await button(shown.page, quiz.words.see_result).click();
  await shown.page.locator("career-quiz .result").waitFor();
  return shown;
}

for (const [name, answers, path] of meant) {
  test(`the example ${name} leads to ${path}, and shows no heading with nothing under it`, async () => {
    const { page, context, said } = await taken(name, answers);
    assert.equal(await page.locator("career-quiz .result").getAttribute("data-path"), path);
    const empty = await page.locator("career-quiz").evaluate(({ shadowRoot }) => [...shadowRoot.querySelectorAll("h1, h2, h3, h4, .result p, section, li")]
      .filter((one) => one.checkVisibility() && !one.closest("[aria-hidden], [role=status], .progress") && !one.textContent.trim())
      .map((one) => one.outerHTML));
    assert.deepEqual(empty, []);
    quietly(said);
    await context.close();
  });
}

test("the call to action of a path opens in the same tab, and the page hears that it was followed", async () => {
  const { page, context } = await taken("gardening", kitchen);
  const { text, url } = gardening.paths.find(({ id }) => id === "kitchen").call_to_action;
  const link = page.locator("career-quiz").getByRole("link", { name: text });
  assert.equal(await link.getAttribute("target"), null);
  await page.evaluate(() => addEventListener("click", (event) => event.preventDefault()));
  await link.click();
  assert.deepEqual(await page.evaluate(() => globalThis.heard), [{ quiz: "gardening", instance: "", path: "kitchen", url }]);
  await page.emulateMedia({ media: "print" });
  assert.ok((await link.evaluate((one) => getComputedStyle(one, "::after").content)).includes(url), "on paper the address is read");
  await context.close();
});

test("a path without a call to action of its own has the quiz's", async () => {
  const [name, answers] = meant[3];
  const { page, context } = await taken(name, answers);
  assert.equal(await page.locator("career-quiz").getByRole("link", { name: forAll.text }).getAttribute("href"), forAll.url);
  await context.close();
});
