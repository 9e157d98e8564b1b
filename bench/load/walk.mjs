// Runs in the page: where a visitor presses next, on whatever screen she is.

/** Gives `seen.next()`, which waits for what she did last, and says where to press or which key. */
export function walk({ plan, title, choice, row, rowName, stop, ranked, submit }) {
  const seen = globalThis.seen;
  const text = (element) => element.textContent.replace(/\s+/g, " ").trim();
  const all = (selector) => [...seen.root().querySelectorAll(selector)].filter((one) => one.checkVisibility());
  const named = (elements, name) => elements.find((one) => text(one) === name);
  const screen = () => all(title).map(text).join();
  const inputIn = (element) => element.querySelector("input") ?? element;
  let happened = () => true;

  const press = (element, on, then) => {
    happened = then;
    element.scrollIntoView({ block: "center", behavior: "instant" });
    return seen.painted().then(() => ({ ...seen.middle(element), on }));
  };
  function go() {
    const before = screen(), label = all(submit)[0].value || text(all(submit)[0]);
    return press(all(submit)[0], label, () => seen.result() || screen() !== before || (all(submit)[0] && (all(submit)[0].value || text(all(submit)[0])) !== label));
  }
  /** Brings what must stand highest there first; an order is given once anything was moved. */
  function order(wanted) {
    const items = all(ranked), now = items.map((item) => wanted.find((name) => text(item).endsWith(name)));
    const wrong = wanted.findIndex((name, at) => now[at] !== name);
    const isGiven = !items.some((item) => item.querySelector("[class*=index--empty]"));
    if (wrong < 0 && isGiven) return undefined;
    const moved = items[wrong < 0 ? items.length - 1 : now.indexOf(wanted[wrong])];
    happened = () => all(ranked).map(text).join() !== items.map(text).join();
    moved.focus();
    return { key: "ArrowUp", on: text(moved) };
  }

  seen.next = async () => {
    const since = performance.now();
    do await seen.painted(); while (!happened() && performance.now() - since < 1000);
    if (seen.result()?.checkVisibility()) return { over: true };
    const question = all(title).length === 1 && plan.find(({ prompt }) => screen().startsWith(prompt));
    if (!question) return go();
    if (ranked && question.order) return order(question.order) ?? go();
    for (const [rowText, label] of question.wanted) {
      const at = rowText ? all(row).find((one) => text(one.querySelector(rowName)) === rowText) : undefined;
      const element = at ? named([...at.querySelectorAll(stop)], label) : named(all(choice), label);
      if (!element) throw new Error(`${question.prompt}: nothing says ${label}`);
      if (!inputIn(element).checked) return press(element.querySelector("label") ?? element, label, () => inputIn(element).checked);
    }
    return go();
  };
}

/** What a person answers, by the texts she sees. Nothing is wanted of the first question: it is
 * answered as soon as it is there, by whatever stands first. */
export const planOf = ({ questions, words }, answers) => questions.map(({ id, format, prompt, choices = [], rows, steps }, at) => {
  const label = (id) => choices.find((one) => one.id === id).label;
  const given = answers[id];
  if (at === 0) return { prompt, wanted: [] };
  if (format === "rating") return { prompt, wanted: rows.map((row) => [row.label, steps[given[row.id]]]) };
  if (format === "rank") return { prompt, order: given.map(label), wanted: given.map((id, at) => [label(id), words[`place_${at + 1}`]]) };
  return { prompt, wanted: [given].flat().map((id) => [undefined, label(id)]) };
});
