// The twins share one scoring module; it must agree with the shipped quiz's 400 vectors exactly.
// Run: node --test bench/twins.test.mjs
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { reduce } from "./twin/data.mjs";
import { recommend, stageOf } from "./twin/score.mjs";

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const quiz = reduce(read("../quizzes/career-quiz.json"));
const vectors = read("../tests/fixtures/vectors.json");

/** Answers as the twins hold them, from answers under their ids. */
const held = (given) => quiz.questions.map(({ id, format, items }) => {
  if (!(id in given)) return undefined;
  const answer = given[id];
  const at = (id) => items.findIndex((item) => item.id === id);
  if (format === "rating") return items.map(({ id }) => answer[id]);
  if (format === "rank") return items.map(({ id }) => answer.indexOf(id));
  return Array.isArray(answer) ? answer.map(at).sort((a, b) => a - b) : at(answer);
});

/** `value / denominator` as the vectors write it. */
function fraction(value, denominator) {
  const divisor = (a, b) => (b ? divisor(b, a % b) : Math.abs(a));
  const by = divisor(value, denominator);
  return denominator === by ? String(value / by) : `${value / by}/${denominator / by}`;
}

test("path, stage, matches, lead and reasons of all 400 vectors agree exactly", () => {
  assert.equal(vectors.length, 400);
  for (const [number, vector] of vectors.entries()) {
    const answers = held(vector.answers);
    const result = recommend(quiz, answers);
    const exact = (value) => fraction(value, result.denominator);
    assert.deepEqual({
      enough: result.enough,
      path: quiz.paths[result.path].id,
      stage: quiz.stages[stageOf(quiz, answers)]?.id,
      match: Object.fromEntries(quiz.paths.map(({ id }, path) => [id, exact(result.matches.find((one) => one.path === path).match)])),
      lead: exact(result.lead),
      contributions: Object.fromEntries(result.reasons.map(({ at, amount }) => [quiz.questions[at].id, exact(amount)])),
    }, {
      enough: vector.enough, path: vector.path, stage: vector.stage,
      match: vector.match, lead: vector.lead, contributions: vector.contributions,
    }, `vector ${number}`);
  }
});

test("the reasons of a result add up to the winner's lead over what it is compared with", () => {
  for (const { answers } of vectors) {
    const result = recommend(quiz, held(answers));
    const sum = result.reasons.reduce((sum, { amount }) => sum + amount, result.base + result.cap);
    const match = (path) => result.matches.find((one) => one.path === path).match;
    const others = [0, 1, 2].filter((path) => path !== result.path).map(match);
    assert.equal(sum, result.isBlended ? match(result.path) - match(result.top) : match(result.path) - (others[0] + others[1]) / 2);
  }
});
