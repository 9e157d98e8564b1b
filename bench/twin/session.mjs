// One visitor's way through the quiz, shared by both twins: `next` is the only way it changes.
// Left out against the widget: memory between visits, trying a changed answer, share codes.
import { isWhole, missing } from "./score.mjs";

function shuffled(length) {
  const order = [...Array(length).keys()];
  for (let last = length - 1; last > 0; last -= 1) {
    const other = Math.floor(Math.random() * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}

export const begin = ({ questions }, moves = 0) => ({
  screen: "asking",
  at: 0,
  answers: [],
  orders: questions.map(({ shuffle, items }) => (shuffle ? shuffled(items.length) : [...items.keys()])),
  reviewing: false,
  early: 0,
  over: false,
  /** How often the screen was replaced; 0 until she acts, so that focus is never taken unasked. */
  moves,
});

/** The places once `choice` has `place`. Whoever had it takes the one that was left, or a free one. */
function placed(before, choice, place, length) {
  const places = Array.from({ length }, (_, at) => before[at]);
  const taken = places.indexOf(place);
  if (taken >= 0 && taken !== choice) {
    const free = places.map((_, at) => at).filter((at) => !places.includes(at));
    places[taken] = places[choice] ?? free.sort((a, b) => Math.abs(a - place) - Math.abs(b - place))[0];
  }
  places[choice] = place;
  return places;
}

/** Where Up or Down leads; one without a place takes the last or first free one. */
function shifted(places, choice, up, length) {
  const free = [...Array(length).keys()].filter((at) => !places.includes(at));
  const to = places[choice] === undefined ? free.at(up ? -1 : 0) : places[choice] + (up ? -1 : 1);
  return to >= 0 && to < length ? placed(places, choice, to, length) : undefined;
}

export const canSkip = ({ questions, rules }, at) => !rules.required.includes(at) && questions[at].min !== 0;
export const canGoBack = ({ screen, at, reviewing }) => screen === "review" || (screen === "asking" && (at > 0 || reviewing));

export function next(quiz, state, type, item, value) {
  const { at, answers, reviewing } = state;
  const question = quiz.questions[at];
  const given = answers[at];
  const length = question.items.length;
  const show = (screen, at = state.at, more) => ({ ...state, screen, at, reviewing: false, early: 0, over: false, placing: undefined, moves: state.moves + 1, ...more });
  const say = (answer, more) => ({ ...state, answers: withAt(answers, at, answer), over: false, placing: undefined, ...more });
  const after = ({ answers }) => 
    reviewing || at === quiz.questions.length - 1 ? show("review", at, { answers }) : show("asking", at + 1, { answers });
  switch (type) {
    case "choose": return say(item);
    case "toggle": {
      const picks = given ?? [];
      if (picks.includes(item)) return say(picks.filter((pick) => pick !== item));
      if (picks.length >= question.max) return { ...state, over: true };
      return say([...picks, item].sort((a, b) => a - b));
    }
    case "rate": return say(Array.from({ length }, (_, row) => (row === item ? value : given?.[row])));
    case "place": {
      // Arrow keys give every place they pass: each counts from where she began.
      const before = state.placing?.choice === item ? state.placing.before : given ?? [];
      return say(placed(before, item, value, length), { placing: { choice: item, before } });
    }
    case "move": {
      const places = shifted(given ?? [], item, value, length);
      return places ? say(places) : state;
    }
    case "continue": {
      if (state.screen === "review") {
        const { required, more } = missing(quiz, answers);
        return required.length || more ? { ...state, early: state.early + 1 } : show("result");
      }
      const said = question.min === 0 && !given ? say([]) : state;
      return isWhole(question, said.answers[at]) ? after(said) : { ...state, early: state.early + 1 };
    }
    case "skip": return after(say(undefined));
    case "back": return reviewing ? show("review") : state.screen === "review" ? show("asking") : show("asking", at - 1);
    case "open": return show("asking", item, { reviewing: true });
    case "review": return show("review", quiz.questions.length - 1);
    case "restart": return begin(quiz, state.moves + 1);
  }
}

function withAt(answers, at, answer) {
  const copy = [...answers];
  copy[at] = answer;
  return copy;
}
