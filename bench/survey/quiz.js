// The shipped quiz as a blogger would make it with SurveyJS, a form library: its own questions,
// buttons, progress and review, its whole style sheet beside it, and this quiz's result at the end.
// The result is the vanilla twin's, in a shadow root with its styles.
import { Model } from "survey-core";
import { renderSurvey } from "survey-js-ui";
import quiz from "quiz:data";
import css from "quiz:styles";
import * as words from "quiz:words";
import { missing } from "../twin/score.mjs";
import { reviewState } from "../twin/text.mjs";
import { h } from "../vanilla/dom.js";
import { result } from "../vanilla/result.js";
import { answersOf, model } from "./model.js";

customElements.define("survey-quiz", class extends HTMLElement {
  connectedCallback() {
    this.#ask({});
  }

  #ask(data, back) {
    const survey = new Model(model(quiz, words));
    survey.data = data;
    survey.onCompleting.add((_, options) => {
      const answers = answersOf(quiz, survey.data);
      const lacks = missing(quiz, answers);
      options.allow = !lacks.required.length && !lacks.more;
      if (!options.allow) options.message = reviewState(quiz, answers, lacks);
    });
    survey.onComplete.add(() => this.#show(survey.data));
    const place = h("div", {});
    this.replaceChildren(place);
    renderSurvey(survey, place);
    if (back) survey.showPreview();
  }

  #show(data) {
    const place = h("div", {});
    const root = place.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    const act = (type) => (type === "restart" ? this.#ask({}) : this.#ask(data, true));
    const { element } = result(quiz, { answers: answersOf(quiz, data) }, act);
    root.append(h("div", { class: "quiz", lang: quiz.lang, dir: "ltr" }, h("div", { class: "page" }, element)));
    this.replaceChildren(place);
    root.querySelector(".title").focus();
  }
});
