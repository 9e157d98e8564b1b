// The receipt of a result: what each answer added or took away, and the exact sum.
import * as words from "quiz:words";
import { said } from "./score.mjs";
import { fill, quotes, signed } from "./text.mjs";

/** Which parts of an answer to quote, and the path they pointed to where that is not the winner. */
function toward({ isBlended, path, top }, { amount, points, breadth }) {
  const strongestBut = (not) => [0, 1, 2].filter((at) => at !== not).sort((a, b) => points[b] - points[a])[0];
  const gives = (at) => (part) => part.points[at] > 0;
  if (!isBlended) {
    const other = strongestBut(path);
    return amount > 0 ? [gives(path)] : [gives(other), other];
  }
  if (amount < 0) return [gives(top), top];
  if (breadth) return [(part) => part.breadth > 0];
  const other = strongestBut(top);
  return [gives(other), other];
}

export function receipt(quiz, answers, result) {
  const { isBlended, base, cap, reasons } = result;
  // Points for a winner with points of its own; match points for the blended path, which has no others.
  const inUnit = (value) => (isBlended ? value : value * result.most / 100);
  const amount = (value) => signed(inUnit(value), result.denominator);
  const line = (reason) => {
    const question = quiz.questions[reason.at];
    const answer = answers[reason.at];
    const [spokeFor, other] = toward(result, reason);
    const all = quotes(question, answer);
    const spoke = said(question, answer).map(spokeFor);
    return {
      prompt: question.prompt,
      quotes: spoke.includes(true) ? all.filter((_, at) => spoke[at]) : all,
      other: quiz.paths[other],
      amount: amount(reason.amount),
    };
  };
  const pros = reasons.filter(({ amount }) => amount > 0).sort((a, b) => b.amount - a.amount).map(line);
  const cons = reasons.filter(({ amount }) => amount < 0).sort((a, b) => a.amount - b.amount).map(line);
  const sum = reasons.reduce((sum, { amount }) => sum + amount, 0);
  return {
    unit: isBlended ? words.units_match : fill(words.units_points, {}),
    why: fill(words.why, { path: quiz.paths[result.path].inline }),
    pros, cons,
    ahead: fill(words.blend_base, { path: quiz.paths[result.path].inline }),
    base: isBlended && signed(base, result.denominator),
    cap: cap !== 0 && signed(cap, result.denominator),
    total: isBlended ? fill(words.sum_blend, { path: quiz.paths[result.top].inline }) : fill(words.sum_points, {}),
    sum: signed(inUnit(sum) + base + cap, result.denominator),
  };
}
