// The five ways a question can be asked, in native inputs. Built once; `refresh` brings the inputs
// in line with the answers after each change.
import * as words from "quiz:words";
import { fill, place } from "../twin/text.mjs";
import { h } from "./dom.js";

export function format(question, order, act) {
  const { format, items } = question;
  return (format === "rating" ? rating : format === "rank" ? rank : choices)(question, order.map((at) => ({ ...items[at], at })), act);
}

function choices({ id, format }, items, act) {
  const many = format === "multiple";
  const inputs = items.map((item) => [item.at, h("input", {
    type: many ? "checkbox" : "radio", name: id, value: item.id, onchange: () => act(many ? "toggle" : "choose", item.at),
  })]);
  const labels = items.map(({ label }, shown) => h("label", { class: "choice" }, inputs[shown][1], h("span", {}, label)));
  return {
    element: h("div", { class: `choices${many ? " many" : format === "scale" ? " scale" : ""}` }, labels),
    first: () => inputs[0][1],
    refresh(answer) {
      for (const [at, input] of inputs) input.checked = many ? !!answer?.includes(at) : answer === at;
    },
  };
}

/** Lines with radios, for ratings and ranks. */
function rows(items, labels, radio, around) {
  const all = items.map((item) => {
    const inputs = labels.map((_, value) => h("input", { type: "radio", name: item.id, value: radio.from + value, onchange: () => radio.act(item.at, value) }));
    const stops = labels.map((label, at) => h("label", { class: radio.class }, inputs[at], h("span", {}, label)));
    return { at: item.at, inputs, element: h("fieldset", { class: "row" }, h("legend", {}, item.label), around(stops, item)) };
  });
  return {
    element: h("div", { class: "rows" }, all.map(({ element }) => element)),
    first: (answer) => (all.find(({ at }) => answer?.[at] === undefined) ?? all[0]).inputs[0],
    refresh(answer, early) {
      for (const { at, inputs, element } of all) {
        inputs.forEach((input, value) => { input.checked = answer?.[at] === value; });
        element.classList.toggle("missing", early > 0 && answer?.[at] === undefined);
      }
    },
  };
}

const rating = ({ steps }, items, act) =>
  rows(items, steps, { class: "stop", from: 0, act: (at, step) => act("rate", at, step) }, (stops) => h("div", { class: "stops" }, stops));

function rank(question, items, act) {
  const ends = [];
  const mover = (item, up, word, end) => {
    const button = h("button", {
      type: "button", class: "link", "aria-label": fill(words.move, { direction: word, label: item.label }), onclick: () => act("move", item.at, up),
    }, word);
    ends.push([item.at, button, end]);
    return button;
  };
  const drawn = rows(items, items.map((_, at) => place(at)), { class: "place", from: 1, act: (at, place) => act("place", at, place) }, (stops, item) =>
    h("div", { class: "places" }, stops, h("div", { class: "moves" }, mover(item, true, words.up, 0), mover(item, false, words.down, items.length - 1))));
  return {
    ...drawn,
    refresh(answer, early) {
      drawn.refresh(answer, early);
      // A button at its end keeps the focus; it only says so.
      for (const [at, button, end] of ends) {
        if (answer?.[at] === end) button.setAttribute("aria-disabled", "true");
        else button.removeAttribute("aria-disabled");
      }
    },
  };
}
