// Pictures of every screen, to be looked at: narrow and wide, light and dark.
// Usage: cargo xtask shots (they land in tests/browser/shots/).
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { answer, button, close, isFirefox, people, quiz, takeToReview, visit } from "./harness.mjs";

const folder = new URL("shots/", import.meta.url);
mkdirSync(folder, { recursive: true });
const only = process.argv[2];

for (const [size, viewport] of [["390", { width: 390, height: 844 }], ["1280", { width: 1280, height: 900 }]]) {
  for (const colorScheme of ["light", "dark"]) {
    if (only && !`${size}-${colorScheme}`.includes(only)) continue;
    const isMobile = size === "390" && !isFirefox;
    const { page, context } = await visit({ viewport, colorScheme, isMobile });
    const shoot = (name) => page.screenshot({ path: fileURLToPath(new URL(`${name}-${size}-${colorScheme}.png`, folder)), fullPage: true });
    await page.locator("career-quiz .question").waitFor();
    for (const [at, question] of quiz.questions.entries()) {
      await page.locator("career-quiz .title", { hasText: question.prompt }).waitFor();
      if (at < 5 || at === 6 || at === 11) {
        if (at === 0 || at === 2) {
          await shoot(`q${at + 1}-empty`);
          await button(page, quiz.words.continue).click();
          await shoot(`q${at + 1}-problem`);
        }
        await answer(page, question, people.nlp[question.id]);
        await shoot(`q${at + 1}`);
      } else {
        await answer(page, question, people.nlp[question.id]);
      }
      await button(page, quiz.words.continue).click();
    }
    await shoot("review");
    await button(page, quiz.words.see_result).click();
    await page.locator("career-quiz .result").waitFor();
    await shoot("result");
    await page.reload();
    await page.locator("career-quiz .resume").waitFor();
    await shoot("resume");
    await button(page, quiz.words.resume_continue).click();
    await page.locator("career-quiz .result").waitFor();
    await page.evaluate(() => { location.hash = "1.career-quiz.ready-made-parts.fake-notes+translator+walking-robot.flaw-in-picture3+two-meanings3+stubborn-program3.recognise3+language2+decide1.past-records3+better-replies3+plan-ahead3.whole-project.many-mostly.mixed.none.long-ago.not-started.have:~a822"; });
    await page.locator("career-quiz .count", { hasText: quiz.words.shared }).waitFor();
    await shoot("shared");
    await button(page, quiz.words.compare).first().click();
    await page.locator("career-quiz .compare").waitFor();
    await shoot("compare");
    await context.close();
  }
}
await close();
