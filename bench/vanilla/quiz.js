// The shipped quiz as a good engineer would write it by hand for this one page: the limit the
// widget is measured against. Same questions, choices, words, formats, markup and styles.
// Left out, which makes it smaller: memory between visits, what would have changed the result and
// how steady it is, "Inside this path", figures and reading, quiz files of one's own, `part`s
// to style, right-to-left, events, recovery from faults.
import quiz from "quiz:data";
import css from "quiz:styles";
import * as words from "quiz:words";
import { isWhole, missing } from "../twin/score.mjs";
import { begin, canGoBack, canSkip, next } from "../twin/session.mjs";
import { fill, note, problem, quotes, reviewState } from "../twin/text.mjs";
import { h } from "./dom.js";
import { format } from "./formats.js";
import { result } from "./result.js";

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

const title = (text) => h("h2", { class: "title", tabindex: -1 }, text);
const submit = (act) => (event) => { event.preventDefault(); act("continue"); };
const back = (act, state) => h("button", { type: "button", class: "link back", hidden: !canGoBack(state), onclick: () => act("back") }, words.back);

function question(state, act) {
  const { at, orders, reviewing } = state;
  const { block, help, prompt } = quiz.questions[at];
  const inputs = format(quiz.questions[at], orders[at], act);
  const noted = h("p", { class: "note", id: "note", role: "status" });
  const said = h("span");
  const error = h("p", { class: "error", id: "error", hidden: true }, h("span", { class: "for-readers" }, words.error), said);
  const asked = h("fieldset", { class: "asked" },
    h("legend", {},
      h("span", { class: "count" },
        h("span", {}, fill(words.count, { n: at + 1, total: quiz.questions.length })),
        h("span", { class: "for-readers" }, fill(words.in_block, { block: quiz.blocks[block] }))),
      title(prompt)),
    h("p", { class: "help", id: "help", hidden: !help }, help ?? ""),
    h("div", { class: "notes" }, noted, error),
    inputs.element);
  const link = h("button", { type: "button", class: "link", onclick: () => inputs.first(answer).focus() });
  const summary = h("div", { class: "problem", tabindex: -1, role: "group", "aria-labelledby": "problem", hidden: true },
    h("h3", { class: "sub", id: "problem" }, words.problem), link);
  let answer;
  return {
    element: h("form", { class: "question", novalidate: true, onsubmit: submit(act) },
      back(act, state),
      h("header", { class: "intro tight", hidden: at > 0 || reviewing },
        h("h2", { class: "part" }, quiz.intro.title), h("p", { class: "soft" }, quiz.intro.body), h("p", { class: "soft" }, quiz.intro.promise)),
      asked,
      h("div", { class: "actions" },
        h("button", { type: "submit", class: "button" }, words.continue),
        h("button", { type: "button", class: "link", hidden: !canSkip(quiz, at), onclick: () => act("skip") }, words.skip)),
      summary),
    summary,
    refresh(state) {
      answer = state.answers[at];
      const wrong = problem(quiz, state);
      inputs.refresh(answer, state.early);
      noted.textContent = note(quiz, state);
      said.textContent = link.textContent = wrong;
      noted.hidden = !!wrong;
      error.hidden = summary.hidden = !wrong;
      asked.classList.toggle("wrong", !!wrong);
      const described = [help && "help", !wrong && noted.textContent && "note", wrong && "error"].filter(Boolean).join(" ");
      if (described) asked.setAttribute("aria-describedby", described);
      else asked.removeAttribute("aria-describedby");
    },
  };
}

function review(state, act) {
  const { answers } = state;
  const lacks = missing(quiz, answers);
  const link = (text, at) => h("li", {}, h("button", { type: "button", class: "link", onclick: () => act("open", at) }, text));
  const line = ({ prompt }, at) => {
    const lines = quotes(quiz.questions[at], answers[at]);
    const whole = isWhole(quiz.questions[at], answers[at]);
    return h("div", {}, h("dt", {}, prompt),
      h("dd", { class: "said" }, lines.length
        ? h("ul", { class: "lines" }, lines.map((text) => h("li", {}, text)))
        : h("p", { class: "soft" }, whole ? words.none_picked : words.not_answered)),
      h("dd", {}, h("button", { type: "button", class: "link", onclick: () => act("open", at) },
        h("span", {}, whole ? words.change : words.answer), h("span", { class: "for-readers" }, prompt))));
  };
  const summary = h("div", { class: "problem", tabindex: -1, role: "group", "aria-labelledby": "problem", hidden: true },
    h("h3", { class: "sub", id: "problem" }, words.problem),
    h("ul", {},
      lacks.required.map((at) => link(fill(words.need_question, { question: quiz.questions[at].prompt }), at)),
      lacks.more ? link(fill(words.need_more, { n: lacks.more }), quiz.rules.counted.find((at) => !isWhole(quiz.questions[at], answers[at]))) : []));
  return {
    element: h("form", { class: "question review", novalidate: true, onsubmit: submit(act) },
      back(act, state),
      h("header", {}, title(words.review), h("p", { class: "help" }, reviewState(quiz, answers, lacks))),
      h("div", { class: "loose" }, quiz.blocks.map((name, block) => h("section", { class: "stack" },
        h("h3", { class: "part" }, name),
        h("dl", { class: "answers" }, quiz.questions.flatMap((one, at) => (one.block === block ? line(one, at) : [])))))),
      h("div", { class: "actions" }, h("button", { type: "submit", class: "button" }, words.see_result)),
      summary),
    summary,
    refresh({ early }) { summary.hidden = !early; },
  };
}

/** The rule on top: solid for what is answered, open for where she is. `refresh` as above. */
function progress() {
  const stops = quiz.questions.map(() => h("li"));
  const blocks = quiz.blocks.map((name, block) => {
    const of = stops.filter((_, at) => quiz.questions[at].block === block);
    const small = h("small", {}, name);
    return { small, of, element: h("li", {}, h("ol", {}, of), small) };
  });
  return {
    element: h("div", {}, h("ol", { class: "progress", "aria-hidden": "true" }, blocks.map(({ element }) => element))),
    refresh({ screen, at, answers }) {
      const here = screen === "asking" ? stops[at] : undefined;
      stops.forEach((stop, at) => { stop.className = stop === here ? "here" : isWhole(quiz.questions[at], answers[at]) ? "done" : ""; });
      for (const { element, of, small } of blocks) {
        element.className = of.includes(here) ? "now" : "";
        small.hidden = screen === "result";
      }
    },
  };
}

customElements.define("vanilla-quiz", class extends HTMLElement {
  #root = this.attachShadow({ mode: "closed" });
  #state = begin(quiz);
  #progress = progress();
  #page = h("div", { class: "page" });
  #screen;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [sheet];
    this.#draw();
    this.#root.append(h("div", { class: "quiz", lang: quiz.lang, dir: "ltr" }, this.#progress.element, this.#page));
  }

  #act = (type, item, value) => {
    const { moves, early } = this.#state;
    this.#state = next(quiz, this.#state, type, item, value);
    if (this.#state.moves !== moves) {
      this.#draw();
      this.#page.querySelector(".title").focus();
      return;
    }
    this.#refresh();
    if (this.#state.early !== early) this.#screen.summary.focus();
  };

  #draw() {
    const state = this.#state;
    this.#screen = { asking: question, review, result: (state, act) => result(quiz, state, act) }[state.screen](state, this.#act);
    this.#refresh();
    this.#page.replaceChildren(this.#screen.element);
  }

  #refresh() {
    this.#progress.refresh(this.#state);
    this.#screen.refresh(this.#state);
  }
});
