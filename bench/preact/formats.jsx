// The five ways a question can be asked, in native inputs.
import * as words from "quiz:words";
import { fill, place } from "../twin/text.mjs";

export function Format({ question, order, answer, early, act, first }) {
  const { format } = question;
  const items = order.map((at) => ({ ...question.items[at], at }));
  const Kind = format === "rating" ? Rating : format === "rank" ? Rank : Choices;
  return <Kind {...{ question, items, answer, early, act, first }} />;
}

function Choices({ question: { id, format }, items, answer, act, first }) {
  const many = format === "multiple";
  return (
    <div class={`choices${many ? " many" : format === "scale" ? " scale" : ""}`}>
      {items.map(({ at, id: value, label }, shown) => (
        <label key={value} class="choice">
          <input type={many ? "checkbox" : "radio"} name={id} value={value} ref={shown ? undefined : first}
            checked={many ? !!answer?.includes(at) : answer === at} onChange={() => act(many ? "toggle" : "choose", at)} />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}

/** Lines with radios, for ratings and ranks. */
function Rows({ items, answer, early, labels, from, kind, choose, first, around }) {
  const open = items.find(({ at }) => answer?.[at] === undefined) ?? items[0];
  return (
    <div class="rows">
      {items.map((item) => (
        <fieldset key={item.id} class={early && answer?.[item.at] === undefined ? "row missing" : "row"}>
          <legend>{item.label}</legend>
          {around(labels.map((label, value) => (
            <label key={value} class={kind}>
              <input type="radio" name={item.id} value={from + value} ref={item === open && !value ? first : undefined}
                checked={answer?.[item.at] === value} onChange={() => choose(item.at, value)} />
              <span>{label}</span>
            </label>
          )), item)}
        </fieldset>
      ))}
    </div>
  );
}

const Rating = ({ question, act, ...rest }) => (
  <Rows {...rest} labels={question.steps} from={0} kind="stop" choose={(at, step) => act("rate", at, step)}
    around={(stops) => <div class="stops">{stops}</div>} />
);

function Rank({ items, answer, act, ...rest }) {
  // A button at its end keeps the focus; it only says so.
  const mover = ({ at, label }, up, word, end) => (
    <button type="button" class="link" aria-label={fill(words.move, { direction: word, label })}
      aria-disabled={answer?.[at] === end ? "true" : undefined} onClick={() => act("move", at, up)}>{word}</button>
  );
  return (
    <Rows {...{ ...rest, items, answer }} labels={items.map((_, at) => place(at))} from={1} kind="place" choose={(at, place) => act("place", at, place)}
      around={(places, item) => (
        <div class="places">
          {places}
          <div class="moves">{mover(item, true, words.up, 0)}{mover(item, false, words.down, items.length - 1)}</div>
        </div>
      )} />
  );
}
