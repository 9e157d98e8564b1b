// The shipped quiz in Preact, as a good engineer would write it who wants components but few
// bytes. Draws the same as bench/vanilla from the same data, scoring and texts; leaves out the same.
import { createRef, render } from "preact";
import { useLayoutEffect, useReducer, useRef } from "preact/hooks";
import quiz from "quiz:data";
import css from "quiz:styles";
import * as words from "quiz:words";
import { isWhole, missing } from "../twin/score.mjs";
import { begin, canGoBack, canSkip, next } from "../twin/session.mjs";
import { fill, note, problem, quotes, reviewState } from "../twin/text.mjs";
import { Format } from "./formats.jsx";
import { Result } from "./result.jsx";

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

function App() {
  const [state, dispatch] = useReducer((state, [type, item, value]) => next(quiz, state, type, item, value), undefined, () => begin(quiz));
  const act = (...action) => dispatch(action);
  const page = useRef();
  useLayoutEffect(() => { if (state.moves) page.current.querySelector(".title").focus(); }, [state.moves]);
  useLayoutEffect(() => { if (state.early) page.current.querySelector(".problem").focus(); }, [state.early]);
  const Screen = { asking: Question, review: Review, result: Result }[state.screen];
  return (
    <div class="quiz" lang={quiz.lang} dir="ltr">
      <div><Progress state={state} /></div>
      <div key={state.moves} class="page" ref={page}><Screen {...{ quiz, state, act }} /></div>
    </div>
  );
}

const Title = ({ children }) => <h2 class="title" tabIndex={-1}>{children}</h2>;
const Back = ({ state, act }) => <button type="button" class="link back" hidden={!canGoBack(state)} onClick={() => act("back")}>{words.back}</button>;
const submit = (act) => (event) => { event.preventDefault(); act("continue"); };
const Problem = ({ hidden, children }) => (
  <div class="problem" tabIndex={-1} role="group" aria-labelledby="problem" hidden={hidden}>
    <h3 class="sub" id="problem">{words.problem}</h3>
    {children}
  </div>
);

function Question({ state, act }) {
  const { at, answers, early, orders, reviewing } = state;
  const question = quiz.questions[at];
  const first = createRef();
  const wrong = problem(quiz, state);
  const noted = note(quiz, state);
  const described = [question.help && "help", !wrong && noted && "note", wrong && "error"].filter(Boolean).join(" ");
  return (
    <form class="question" noValidate onSubmit={submit(act)}>
      <Back state={state} act={act} />
      <header class="intro tight" hidden={at > 0 || reviewing}>
        <h2 class="part">{quiz.intro.title}</h2>
        <p class="soft">{quiz.intro.body}</p>
        <p class="soft">{quiz.intro.promise}</p>
      </header>
      <fieldset class={wrong ? "asked wrong" : "asked"} aria-describedby={described || undefined}>
        <legend>
          <span class="count">
            <span>{fill(words.count, { n: at + 1, total: quiz.questions.length })}</span>
            <span class="for-readers">{fill(words.in_block, { block: quiz.blocks[question.block] })}</span>
          </span>
          <Title>{question.prompt}</Title>
        </legend>
        <p class="help" id="help" hidden={!question.help}>{question.help}</p>
        <div class="notes">
          <p class="note" id="note" role="status" hidden={!!wrong}>{noted}</p>
          <p class="error" id="error" hidden={!wrong}><span class="for-readers">{words.error}</span><span>{wrong}</span></p>
        </div>
        <Format {...{ question, order: orders[at], answer: answers[at], early, act, first }} />
      </fieldset>
      <div class="actions">
        <button type="submit" class="button">{words.continue}</button>
        <button type="button" class="link" hidden={!canSkip(quiz, at)} onClick={() => act("skip")}>{words.skip}</button>
      </div>
      <Problem hidden={!wrong}><button type="button" class="link" onClick={() => first.current.focus()}>{wrong}</button></Problem>
    </form>
  );
}

function Review({ state, act }) {
  const { answers, early } = state;
  const lacks = missing(quiz, answers);
  const line = (question, at) => {
    const lines = quotes(question, answers[at]);
    const whole = isWhole(question, answers[at]);
    return (
      <div key={question.id}>
        <dt>{question.prompt}</dt>
        <dd class="said">
          {lines.length
            ? <ul class="lines">{lines.map((text) => <li>{text}</li>)}</ul>
            : <p class="soft">{whole ? words.none_picked : words.not_answered}</p>}
        </dd>
        <dd>
          <button type="button" class="link" onClick={() => act("open", at)}>
            <span>{whole ? words.change : words.answer}</span>
            <span class="for-readers">{question.prompt}</span>
          </button>
        </dd>
      </div>
    );
  };
  const link = (text, at) => <li><button type="button" class="link" onClick={() => act("open", at)}>{text}</button></li>;
  return (
    <form class="question review" noValidate onSubmit={submit(act)}>
      <Back state={state} act={act} />
      <header><Title>{words.review}</Title><p class="help">{reviewState(quiz, answers, lacks)}</p></header>
      <div class="loose">
        {quiz.blocks.map((name, block) => (
          <section class="stack">
            <h3 class="part">{name}</h3>
            <dl class="answers">{quiz.questions.map((one, at) => one.block === block && line(one, at))}</dl>
          </section>
        ))}
      </div>
      <div class="actions"><button type="submit" class="button">{words.see_result}</button></div>
      <Problem hidden={!early}>
        <ul>
          {lacks.required.map((at) => link(fill(words.need_question, { question: quiz.questions[at].prompt }), at))}
          {lacks.more > 0 && link(fill(words.need_more, { n: lacks.more }), quiz.rules.counted.find((at) => !isWhole(quiz.questions[at], answers[at])))}
        </ul>
      </Problem>
    </form>
  );
}

/** The rule on top: solid for what is answered, open for where she is. */
function Progress({ state: { screen, at: now, answers } }) {
  const here = screen === "asking" ? now : undefined;
  return (
    <ol class="progress" aria-hidden="true">
      {quiz.blocks.map((name, block) => (
        <li class={quiz.questions[here]?.block === block ? "now" : ""}>
          <ol>
            {quiz.questions.map((one, at) => one.block === block && (
              <li key={one.id} class={at === here ? "here" : isWhole(one, answers[at]) ? "done" : ""} />
            ))}
          </ol>
          <small hidden={screen === "result"}>{name}</small>
        </li>
      ))}
    </ol>
  );
}

customElements.define("preact-quiz", class extends HTMLElement {
  constructor() {
    super();
    const root = this.attachShadow({ mode: "closed" });
    root.adoptedStyleSheets = [sheet];
    render(<App />, root);
  }
});
