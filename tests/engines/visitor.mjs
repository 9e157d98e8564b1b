// How a visitor moves through the quiz, in any engine, by real clicks.

// The journeys' harness reads the browser's name when it loads; here each engine brings its own.
process.env.CAREER_QUIZ_BROWSER ??= "";
export const { people, quiz, score } = await import("../browser/harness.mjs");

/** For `until`: whether the screen's title says so. */
export const titled = (words) =>
  document.querySelector("career-quiz")?.shadowRoot?.querySelector(".title")?.innerText.includes(words);
const chosen = (input) => document.querySelector("career-quiz").shadowRoot.querySelector(input)?.checked;

/** The names and values of the inputs that say what was given. */
function inputs({ id, format }, given) {
  if (format === "rating") return Object.entries(given);
  if (format === "rank") return given.map((choice, at) => [choice, at + 1]);
  return [given].flat().map((choice) => [id, choice]);
}

export async function answer(engine, question, given) {
  await engine.until(`question “${question.prompt}”`, titled, question.prompt);
  for (const [name, value] of inputs(question, given)) {
    const input = `input[name="${name}"][value="${value}"]`;
    await engine.click(`label:has(${input})`);
    await engine.until(`${name}=${value} chosen`, chosen, input);
  }
}

/** Answers every question that is asked, looks at the review, asks for the result. */
export async function takeToResult(engine, answers, questions = quiz.questions) {
  for (const question of questions) {
    await answer(engine, question, answers[question.id]);
    await engine.click("button", quiz.words.continue);
  }
  await engine.until("review", titled, quiz.words.review);
  await engine.click("button", quiz.words.see_result);
  await engine.until("result", () => document.querySelector("career-quiz").shadowRoot.querySelector(".result") !== null);
}
