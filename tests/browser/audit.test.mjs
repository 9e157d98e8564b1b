// axe-core on every screen, narrow and wide, light and dark.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, test } from "node:test";
import { answer, arrived, button, close, people, quiz, visit } from "./harness.mjs";

after(close);

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function audit(page, screen) {
  const violations = await page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.flat().join(" ")}: ${node.failureSummary}`));
  });
  assert.deepEqual(violations, [], screen);
}

for (const [size, viewport] of [["a phone", { width: 390, height: 844 }], ["a wide page", { width: 1280, height: 900 }]]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`axe finds nothing on any screen of ${size}, ${colorScheme}`, async () => {
      const { page, context } = await visit({ viewport, colorScheme });
      await page.evaluate(axe);
      await arrived(page);
      for (const question of quiz.questions) {
        await page.locator("career-quiz .title", { hasText: question.prompt }).waitFor();
        await audit(page, `${question.id}, open`);
        if (question.id !== "have") {
          await button(page, quiz.words.continue).click();
          await audit(page, `${question.id}, too early`);
        }
        await answer(page, question, people.nlp[question.id]);
        await audit(page, `${question.id}, answered`);
        await button(page, quiz.words.continue).click();
      }
      await audit(page, "review");
      await button(page, quiz.words.see_result).click();
      await page.locator("career-quiz .result").waitFor();
      await audit(page, "result");
      for (const summary of await page.locator("career-quiz summary").all()) await summary.click();
      await audit(page, "result, unfolded");
      await button(page, quiz.words.try).click();
      await audit(page, "result, trying");
      await page.reload();
      await page.evaluate(axe);
      await page.locator("career-quiz .resume").waitFor();
      await audit(page, "resume");
      await context.close();
    });
  }
}
