// A language that nobody speaks: every text of the quiz two fifths longer, to find what breaks.
import { readFileSync } from "node:fs";
import { quiz } from "./harness.mjs";

const places = Object.keys(JSON.parse(readFileSync(new URL("../../quizzes/career-quiz.de.json", import.meta.url))).texts);

/** A text two fifths longer, in words as long as the longest of real languages; places stay. */
export const lengthen = (text) => text.split(/(\{[^}]*\})/).map((part) => (part.startsWith("{") ? part : part.replaceAll(/\p{L}+/gu, (word) => {
  const more = Math.max(1, Math.round(word.length * 0.4));
  return word + word.slice(-1).toLowerCase().repeat(more);
}))).join("");

/** The shipped quiz in it, as a quiz file for `src`. */
export function pseudo() {
  const long = structuredClone(quiz);
  for (const place of places) {
    const steps = place.split(".");
    const last = steps.pop();
    const at = steps.reduce((inside, step) => (Array.isArray(inside) ? inside.find((one) => one.id === step) ?? inside[step] : inside[step]), long);
    if (typeof at[last] !== "string") throw new Error(`${place} is no text`);
    // Names of what the browser takes literally, and of Open Graph.
    if (place !== "words.page_locale") at[last] = lengthen(at[last]);
  }
  return { ...long, lang: "en" };
}
