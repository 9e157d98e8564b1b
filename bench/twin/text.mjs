// What the twins say, in the quiz's own words. Both draw the same texts, so that a difference
// between them is one of drawing.
import * as words from "quiz:words";
import { canSkip } from "./session.mjs";
import { isWhole, said } from "./score.mjs";

/** The words for several are taken: the shipped quiz, which is the only one here, has several of all. */
export const fill = (template, values) => template
  .replace(/{\w+:(?:[^}]*\|)?other=([^}]*)}/g, "$1")
  .replace(/{(\w+)}/g, (whole, name) => values[name] ?? whole);

const places = [words.place_1, words.place_2, words.place_3];
export const place = (at) => places[at];

/** What is missing, once Continue was pressed too early; "" as long as nothing is. */
export function problem(quiz, { at, early, answers }) {
  const question = quiz.questions[at];
  if (!early || isWhole(question, answers[at])) return "";
  const needed = {
    multiple: fill(words.need_picks, question),
    rating: words.need_ratings,
    rank: words.need_order,
  }[question.format] ?? words.need_choice;
  return canSkip(quiz, at) ? `${needed} ${words.or_skip}` : needed;
}

/** How many are picked, and that there are no more to pick. */
export function note(quiz, { at, answers, over }) {
  const { format, items, max } = quiz.questions[at];
  if (format !== "multiple") return "";
  const template = over ? words.picks_full : max < items.length ? words.picks : words.picks_open;
  return fill(template, { n: answers[at]?.length ?? 0, max });
}

const quote = ({ label, step, place: at }) =>
  step ? fill(words.rating_quote, { step, row: label })
  : at !== undefined ? fill(words.rank_quote, { place: place(at), label })
  : label;
export const quotes = (question, answer) => (isWhole(question, answer) ? said(question, answer).map(quote) : []);

export function reviewState({ questions }, answers, { required, more }) {
  const open = questions.filter((question, at) => !isWhole(question, answers[at])).length;
  return required.length || more ? words.review_missing : open ? fill(words.review_open, { n: open }) : words.review_all;
}

/** A number a reader can check by adding: `9.5`, `14⅔`, `4 6⁄11`; never rounded. */
export function exact(value, denominator) {
  const divisor = (a, b) => (b ? divisor(b, a % b) : a);
  const by = divisor(Math.abs(value), denominator);
  const [top, bottom] = [Math.abs(value) / by, denominator / by];
  const [whole, rest] = [Math.floor(top / bottom), top % bottom];
  const known = { "1/2": ".5", "1/3": "⅓", "2/3": "⅔", "1/6": "⅙", "5/6": "⅚" }[`${rest}/${bottom}`];
  const tail = rest ? known ?? `\u{a0}${rest}⁄${bottom}` : "";
  return (value < 0 ? "−" : "") + (whole || !tail || tail === ".5" ? whole + tail : tail.trim());
}
export const signed = (value, denominator) => (value > 0 ? "+" : "") + exact(value, denominator);
export const percent = ({ match }, { denominator }) => Math.round(match / denominator);

/** The sentences under the four bars. */
export function meaning({ paths, blend, rules }, result) {
  const { denominator, lead, isBlended, matches } = result;
  const [best, second] = matches;
  const values = {
    pct: percent(best, result), path: paths[best.path].inline, mean: `${exact(result.lower, denominator)}%`,
    base: blend.base, per: blend.per, breadth: exact(...result.breadth), most: blend.max,
    lead: exact(Math.max(0, lead), denominator), clear: rules.clear, leaning: rules.leaning,
  };
  return [
    ...(isBlended ? [fill(words.match_blend, values), words.match_others] : [fill(words.match, values)]),
    fill(words.lead, values),
    ...(lead > 0 ? [] : [fill(words.tie, { path: paths[best.path].name, second: paths[second.path].inline })]),
  ];
}
