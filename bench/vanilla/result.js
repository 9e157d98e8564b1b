// The result: the path, the four bars, the reasons, and where to start.
import * as words from "quiz:words";
import { notesOf, recommend, roadmapOf, stageOf } from "../twin/score.mjs";
import { receipt } from "../twin/reasons.mjs";
import { fill, meaning, percent } from "../twin/text.mjs";
import { h, svg } from "./dom.js";

const shapes = {
  circle: () => svg("circle", { r: 7 }),
  square: () => svg("rect", { x: -6.5, y: -6.5, width: 13, height: 13 }),
  triangle: () => svg("path", { d: "M0-7.2 7.8 6.6H-7.8z" }),
  diamond: () => svg("path", { d: "M0-8 8 0 0 8-8 0z" }),
};
const mark = (shape, more = "") => svg("svg", { class: `mark ${shape}${more}`, viewBox: "-8 -8 16 16", "aria-hidden": "true" }, shapes[shape]());
const section = (name, heading, ...content) => h("section", { class: `section ${name}` }, h("h3", { class: "part" }, heading), h("div", { class: "loose" }, content));
const p = (text, kind) => h("p", { class: kind }, text);

/** A template with `{path}` in an element of its own, coloured as the path is. */
const marked = (template, values, shape) => template.split(/({\w+})/).filter(Boolean).map((piece) =>
  h("span", { class: piece === "{path}" && shape }, fill(piece, values)));

export function result(quiz, { answers }, act) {
  const found = recommend(quiz, answers);
  const path = quiz.paths[found.path];
  const stage = stageOf(quiz, answers);
  return {
    element: h("article", { class: "result", "data-path": path.id, "data-stage": quiz.stages[stage]?.id ?? "" },
      hero(quiz, answers, found, stage),
      section("matches", words.matches, bars(quiz, found)),
      section("why", words.why_title, why(receipt(quiz, answers, found))),
      section("stage", words.stage_title, start(quiz, stage, act)),
      section("steps", words.roadmap_title, roadmap(roadmapOf(quiz, answers, stage))),
      h("div", { class: "actions" },
        h("button", { type: "button", class: "button quiet", onclick: () => act("review") }, words.change_answer),
        h("button", { type: "button", class: "link", onclick: () => act("restart") }, words.restart)),
      p(words.privacy, "small soft")),
    refresh() {},
  };
}

function hero(quiz, answers, found, stage) {
  const path = quiz.paths[found.path];
  const head = { clear: words.head_clear, leaning: words.head_leaning, close: words.head_close }[found.band];
  const values = { path: path.inline, second: quiz.paths[found.matches[1].path].inline };
  return h("header", { class: "hero" },
    h("div", { class: "marks", "aria-hidden": "true" }, quiz.paths.map((one) => h("span", {}, mark(one.mark, one === path ? " is" : "")))),
    p(words.result, "count"),
    h("h2", { class: "title", tabindex: -1 }, marked(head, values, path.mark)),
    p(path.summary, "lede"),
    h("div", { class: "stack" }, notesOf(quiz, answers, found).map((text) => p(text))),
    stage === undefined ? [] : p(fill(words.hero_stage, { stage: quiz.stages[stage].name, n: stage + 1, total: quiz.stages.length })));
}

function bars({ paths, blend, rules }, found) {
  const second = percent(found.matches[1], found);
  const bar = (one, at) => {
    const { mark: shape, name } = paths[one.path];
    const share = percent(one, found);
    const solid = at ? share : Math.min(second, share);
    const [y, height, scale] = at ? ["40%", "20%", "scale(1.05)"] : ["30%", "40%", "scale(1.5)"];
    return h("li", { class: `bar ${shape}${at ? "" : " lead"}` },
      h("span", { class: "name" }, name), h("span", { class: "num" }, `${share}%`),
      svg("svg", { class: "ruler", "aria-hidden": "true" },
        svg("line", { class: "tick", x1: 0, x2: "100%", y1: "50%", y2: "50%" }),
        svg("g", {}, ["0%", "25%", "50%", "75%", "100%"].map((x) => svg("line", { class: "tick", x1: x, x2: x, y1: "28%", y2: "72%" }))),
        svg("rect", { width: `${solid}%`, y, height }),
        svg("rect", { class: "ahead", x: `${solid}%`, width: `${share - solid}%`, y, height }),
        svg("svg", { x: `${share}%`, y: "50%", overflow: "visible" }, svg("g", { transform: scale }, shapes[shape]()))));
  };
  return h("figure", { class: "stack" },
    h("div", {},
      h("ol", { class: "bars" }, found.matches.map(bar)),
      h("p", { class: "ends small soft", "aria-hidden": "true" }, ["0", "50", "100%"].map((text) => h("span", {}, text)))),
    h("figcaption", { class: "small soft stack" }, p(words.open_part),
      h("div", { class: "stack" }, meaning({ paths, blend, rules }, found).map((text) => p(text)))));
}

function why({ unit, why, pros, cons, ahead, base, cap, total, sum }) {
  const group = (text) => h("tr", { class: "group" }, h("th", { scope: "rowgroup", colspan: 2 }, text));
  const row = (text, amount, kind) => h("tr", { class: kind }, h("th", { scope: "row" }, text), h("td", { class: "num" }, amount));
  const line = ({ quotes, prompt, other, amount }) => row([
    h("ul", { class: "lines" }, quotes.map((text) => h("li", {}, text))),
    h("small", {}, prompt),
    other ? h("small", { class: "toward" }, mark(other.mark), h("span", {}, other.name)) : [],
  ].flat(), amount);
  return h("div", { class: "stack" },
    p(unit, "small soft"),
    h("table", { class: "receipt" },
      h("tbody", {}, group(why), pros.length ? pros.map(line) : h("tr", {}, h("td", { colspan: 2 }, h("span", { class: "soft" }, words.no_reasons)))),
      h("tbody", { hidden: !cons.length }, group(words.against), cons.map(line)),
      h("tfoot", {}, base ? row(ahead, base) : [], cap ? row(words.blend_cap, cap) : [], row(total, sum, "sum"))));
}

function start({ stages }, stage, act) {
  const about = stages[stage];
  if (!about) {
    return h("div", { class: "stack" }, p(words.stage_unset),
      h("div", {}, h("button", { type: "button", class: "link", onclick: () => act("review") }, words.change_answer)),
      p(words.separation, "small soft"));
  }
  return h("div", { class: "stack" },
    h("div", { class: "tight" },
      h("ol", { class: "stages", "aria-hidden": "true" }, stages.map(({ name }, at) =>
        h("li", { class: (at <= stage ? "done" : "") + (at === stage ? " here" : "") }, h("span", { class: "rule" }), h("small", {}, name)))),
      p(fill(words.stage_of, { n: stage + 1, total: stages.length }), "small soft")),
    h("div", { class: "stack" },
      p([h("span", { class: "name" }, about.name), h("span", {}, fill(words.stage_line, { stage: "", line: about.line }))], "lede"),
      h("ul", { class: "plain" }, about.now.map((text) => h("li", {}, text)))),
    p(words.separation, "small soft"));
}

const roadmap = (steps) => h("ol", { class: "roadmap" }, steps.map(({ title, text, has, now }) =>
  h("li", { class: now >= 0 && "now" },
    h("h4", { class: "sub" }, h("span", {}, title), now < 0 ? [] : h("em", {}, now ? words.then_this : words.start_here)),
    has.length
      ? h("ul", { class: "has" }, has.map((text) => h("li", {}, svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d: "M2 8.5 6.2 13 14 3.5" })), h("span", {}, text))))
      : [],
    p(text, "soft"))));
