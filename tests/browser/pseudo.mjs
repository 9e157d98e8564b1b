// A language that nobody speaks: every text of the quiz two fifths longer, to find what breaks.
import { readFileSync } from "node:fs";
import { quiz, withTexts } from "./harness.mjs";

/** A text two fifths longer, in words as long as the longest of real languages; places stay. */
export const lengthen = (text) => text.split(/(\{[^}]*\})/).map((part) => (part.startsWith("{") ? part : part.replaceAll(/\p{L}+/gu, (word) => {
  const more = Math.max(1, Math.round(word.length * 0.4));
  return word + word.slice(-1).toLowerCase().repeat(more);
}))).join("");

/** The shipped quiz in it, as a quiz file for `src`. */
export function pseudo() {
  const places = Object.keys(JSON.parse(readFileSync(new URL("../../quizzes/career-quiz.de.json", import.meta.url))).texts);
  const text = (place) => place.split(".").reduce((inside, step) => (Array.isArray(inside) ? inside.find((one) => one.id === step) ?? inside[step] : inside[step]), quiz);
  return withTexts(Object.fromEntries(places.map((place) => [place, lengthen(text(place))])));
}
