// Answers become matches, and the matches a result: whole numbers over one common denominator,
// so nothing is rounded before it is compared. Exact for the shipped quiz; src/quiz/score.rs is
// the same method for any quiz.
//
// An answer is an index (single, scale), ascending indices (multiple), or one number a row (rating:
// its step) or choice (rank: its place).

/** Whether an answer is whole, so that it counts. */
export function isWhole({ format, items, min }, answer) {
  if (answer === undefined) return false;
  if (format === "multiple") return answer.length >= min;
  if (format === "rating" || format === "rank") return items.every((_, at) => answer[at] !== undefined);
  return true;
}

const only = (path, points) => [0, 1, 2].map((at) => (at === path ? points : 0));

/** The parts of a whole answer, each with what it gave; a rank in the visitor's order. */
export function said({ format, items, steps, perStep, places }, answer) {
  if (format === "rating") {
    return items.map(({ label, path }, at) => ({ label, step: steps[answer[at]], points: only(path, perStep * answer[at]), breadth: 0 }));
  }
  if (format === "rank") {
    return answer.map((_, place) => {
      const { label, path } = items[answer.indexOf(place)];
      return { label, place, points: only(path, places[place]), breadth: 0 };
    });
  }
  return [answer].flat().map((at) => ({ label: items[at].label, points: items[at].points ?? [0, 0, 0], breadth: items[at].breadth ?? 0 }));
}

const total = (parts) => parts.reduce(
  (sum, { points, breadth }) => ({ points: sum.points.map((one, at) => one + points[at]), breadth: sum.breadth + breadth }),
  { points: [0, 0, 0], breadth: 0 },
);

/** Required questions that are open, and how many more of the counted ones are needed. */
export function missing({ questions, rules }, answers) {
  const isOpen = (at) => !isWhole(questions[at], answers[at]);
  return {
    required: rules.required.filter(isOpen),
    more: Math.max(0, rules.least - rules.counted.filter((at) => !isOpen(at)).length),
  };
}

/** Every number of a result is a share of `denominator`. */
export function recommend({ questions, paths, blend, rules }, answers) {
  let most = 0, mostBreadth = 0, places = [];
  const parts = [];
  questions.forEach((question, at) => {
    if (!isWhole(question, answers[at])) return;
    most += question.most;
    mostBreadth += question.mostBreadth;
    parts.push({ at, ...total(said(question, answers[at])) });
    if (at === rules.tie) question.items.forEach(({ path }, choice) => { places[path] = answers[at][choice]; });
  });
  const { points, breadth } = total(parts);
  // Nobody asked: half of the breadth there is.
  const [shown, ofBreadth] = mostBreadth ? [breadth, mostBreadth] : [1, 2];
  most = Math.max(1, most);
  const denominator = 2 * most * ofBreadth;

  const top = points.indexOf(Math.max(...points));
  const lower = (points[0] + points[1] + points[2] - points[top]) * 100 * ofBreadth;
  const uncapped = lower + blend.base * denominator + blend.per * blend.max * shown * most * 2;
  const scaled = points.map((one) => one * 200 * ofBreadth);
  scaled[blend.path] = Math.min(uncapped, 100 * denominator);

  const level = points.map((_, at) => at).filter((at) => points[at] === points[top]);
  const winner = scaled[blend.path] >= scaled[top] ? blend.path
    : level.length === 1 ? top
    : places.length ? level.sort((a, b) => places[a] - places[b])[0]
    : blend.path;
  const matches = paths.map((_, path) => ({ path, match: scaled[path], points: points[path] }))
    .sort((a, b) => (b.path === winner) - (a.path === winner) || b.match - a.match);
  const lead = matches[0].match - matches[1].match;

  const isBlended = winner === blend.path;
  const ahead = (points, path) => (3 * points[path] - points[0] - points[1] - points[2]) * 100 * ofBreadth;
  const perStep = mostBreadth ? blend.per * blend.max * 2 * most : 0;
  const reasons = parts
    .filter(({ at }) => questions[at].most || questions[at].mostBreadth)
    .map(({ at, points, breadth }) => ({
      at, points, breadth,
      amount: isBlended ? perStep * breadth - ahead(points, top) : ahead(points, winner),
    }));
  const { required, more } = missing({ questions, rules }, answers);
  return {
    denominator, matches, lead, top, lower, isBlended, most, reasons,
    path: winner,
    band: lead >= rules.clear * denominator ? "clear" : lead >= rules.leaning * denominator ? "leaning" : "close",
    enough: !required.length && !more,
    // What a blended winner has before any answer, and what the limit of 100 took: with these the reasons add up.
    base: isBlended ? (blend.base + (mostBreadth ? 0 : blend.per * blend.max / 2)) * denominator : 0,
    cap: isBlended ? Math.min(0, 100 * denominator - uncapped) : 0,
    breadth: [blend.max * shown, ofBreadth],
  };
}

/** The furthest stage whose rule holds; undefined where none of its questions was answered. */
export function stageOf({ questions, stages }, answers) {
  const rules = stages.flatMap(({ when }) => when.flat());
  if (rules.every(([at]) => answers[at] === undefined)) return undefined;
  const holds = ([at, least]) => (questions[at].items[answers[at]]?.level ?? 0) >= least;
  return stages.findLastIndex(({ when }) => when.some((all) => all.every(holds)));
}

/** Each step with what she has of it; `now` is 0 where she starts, 1 for what comes then. */
export const roadmapOf = ({ roadmap, stages }, answers, stage) => roadmap.map(({ title, text, has }, step) => ({
  title, text,
  has: has.filter(([at, choice]) => answers[at]?.includes(choice)).map(([, , text]) => text),
  now: stages[stage]?.steps.indexOf(step) ?? -1,
}));

/** What must be said beside a result: that breadth decided it, or that nothing or all was liked. */
export function notesOf({ questions, paths, blend, rules }, answers, result) {
  const steps = questions.flatMap((one, at) => (one.format === "rating" && isWhole(one, answers[at]) ? answers[at] : []));
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length;
  const topMatch = result.matches.find(({ path }) => path === result.top).match;
  const notes = [];
  if (mean < rules.low.under) notes.push(rules.low.note);
  if (result.isBlended && mean >= rules.high.from) notes.push(rules.high.note);
  if (result.isBlended && result.lower + blend.base * result.denominator < topMatch) notes.push(blend.note.replace("{top}", paths[result.top].inline));
  return notes;
}
