// axe-core on every screen, narrow and wide, light and dark.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, test } from "node:test";
import { answer, arrived, button, close, people, quiz, visit } from "./harness.mjs";

after(close);

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The generalist of the harness, as shared. */
const shared = {
  result: "1r.career-quiz.clear.g81.dl63.nlp60.nn57:explorer~th49",
  answers: "1.career-quiz.ready-made-parts.fake-notes+translator+walking-robot.flaw-in-picture3+two-meanings3+stubborn-program3.recognise3+language2+decide1.past-records3+better-replies3+plan-ahead3.whole-project.many-mostly.mixed.none.long-ago.not-started.have:~a822",
  damaged: "1r.career-quiz.clear.g81",
};

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
      await button(page, quiz.words.undo).first().click();
      await button(page, quiz.words.qr).click();
      await page.locator("career-quiz .share .choice").nth(1).click();
      await button(page, quiz.words.share_copy).click();
      await page.locator("career-quiz .heard:visible").waitFor();
      await audit(page, "result, shared");
      await page.locator("career-quiz summary", { hasText: quiz.words.retake }).click();
      await button(page, quiz.words.retake_keep).click();
      await answer(page, quiz.questions[0], "plant-photo");
      for (const _ of quiz.questions) await button(page, quiz.words.continue).click();
      await button(page, quiz.words.see_result).click();
      await audit(page, "result, changed");
      await page.reload();
      await page.evaluate(axe);
      await page.locator("career-quiz .resume").waitFor();
      await audit(page, "resume");
      for (const [grade, fragment] of Object.entries(shared)) {
        await page.evaluate((fragment) => { location.hash = fragment; }, fragment);
        await page.locator("career-quiz .count", { hasText: grade === "damaged" ? quiz.title : quiz.words.shared }).waitFor();
        await audit(page, `shared, ${grade}`);
        if (grade === "damaged") continue;
        await button(page, quiz.words.compare).first().click();
        await page.locator("career-quiz .compare").waitFor();
        await audit(page, `compared, ${grade}`);
      }
      await context.close();
    });
  }
}
