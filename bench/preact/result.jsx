// The result: the path, the four bars, the reasons, and where to start.
import * as words from "quiz:words";
import { notesOf, recommend, roadmapOf, stageOf } from "../twin/score.mjs";
import { receipt } from "../twin/reasons.mjs";
import { fill, meaning, percent } from "../twin/text.mjs";

const shapes = {
  circle: () => <circle r="7" />,
  square: () => <rect x="-6.5" y="-6.5" width="13" height="13" />,
  triangle: () => <path d="M0-7.2 7.8 6.6H-7.8z" />,
  diamond: () => <path d="M0-8 8 0 0 8-8 0z" />,
};
const Shape = ({ of }) => shapes[of]();
const Mark = ({ of, more = "" }) => <svg class={`mark ${of}${more}`} viewBox="-8 -8 16 16" aria-hidden="true"><Shape of={of} /></svg>;
const Section = ({ name, heading, children }) => (
  <section class={`section ${name}`}><h3 class="part">{heading}</h3><div class="loose">{children}</div></section>
);

export function Result({ quiz, state: { answers }, act }) {
  const found = recommend(quiz, answers);
  const path = quiz.paths[found.path];
  const stage = stageOf(quiz, answers);
  return (
    <article class="result" data-path={path.id} data-stage={quiz.stages[stage]?.id ?? ""}>
      <Hero {...{ quiz, answers, found, stage }} />
      <Section name="matches" heading={words.matches}><Bars quiz={quiz} found={found} /></Section>
      <Section name="why" heading={words.why_title}><Why {...receipt(quiz, answers, found)} /></Section>
      <Section name="stage" heading={words.stage_title}><Start {...{ quiz, stage, act }} /></Section>
      <Section name="steps" heading={words.roadmap_title}><Roadmap steps={roadmapOf(quiz, answers, stage)} /></Section>
      <div class="actions">
        <button type="button" class="button quiet" onClick={() => act("review")}>{words.change_answer}</button>
        <button type="button" class="link" onClick={() => act("restart")}>{words.restart}</button>
      </div>
      <p class="small soft">{words.privacy}</p>
    </article>
  );
}

/** A template with `{path}` in an element of its own, coloured as the path is. */
const Marked = ({ template, values, shape }) => template.split(/({\w+})/).filter(Boolean).map((piece) =>
  <span class={piece === "{path}" ? shape : undefined}>{fill(piece, values)}</span>);

function Hero({ quiz, answers, found, stage }) {
  const path = quiz.paths[found.path];
  const head = { clear: words.head_clear, leaning: words.head_leaning, close: words.head_close }[found.band];
  const values = { path: path.inline, second: quiz.paths[found.matches[1].path].inline };
  return (
    <header class="hero">
      <div class="marks" aria-hidden="true">{quiz.paths.map((one) => <span><Mark of={one.mark} more={one === path ? " is" : ""} /></span>)}</div>
      <p class="count">{words.result}</p>
      <h2 class="title" tabIndex={-1}><Marked template={head} values={values} shape={path.mark} /></h2>
      <p class="lede">{path.summary}</p>
      <div class="stack">{notesOf(quiz, answers, found).map((text) => <p>{text}</p>)}</div>
      {stage !== undefined && <p>{fill(words.hero_stage, { stage: quiz.stages[stage].name, n: stage + 1, total: quiz.stages.length })}</p>}
    </header>
  );
}

function Bars({ quiz, found }) {
  const second = percent(found.matches[1], found);
  const bar = (one, at) => {
    const { mark: shape, name } = quiz.paths[one.path];
    const share = percent(one, found);
    const solid = at ? share : Math.min(second, share);
    const [y, height, scale] = at ? ["40%", "20%", "scale(1.05)"] : ["30%", "40%", "scale(1.5)"];
    return (
      <li class={`bar ${shape}${at ? "" : " lead"}`}>
        <span class="name">{name}</span>
        <span class="num">{`${share}%`}</span>
        <svg class="ruler" aria-hidden="true">
          <line class="tick" x1="0" x2="100%" y1="50%" y2="50%" />
          <g>{["0%", "25%", "50%", "75%", "100%"].map((x) => <line class="tick" x1={x} x2={x} y1="28%" y2="72%" />)}</g>
          <rect width={`${solid}%`} y={y} height={height} />
          <rect class="ahead" x={`${solid}%`} width={`${share - solid}%`} y={y} height={height} />
          <svg x={`${share}%`} y="50%" overflow="visible"><g transform={scale}><Shape of={shape} /></g></svg>
        </svg>
      </li>
    );
  };
  return (
    <figure class="stack">
      <div>
        <ol class="bars">{found.matches.map(bar)}</ol>
        <p class="ends small soft" aria-hidden="true"><span>0</span><span>50</span><span>100%</span></p>
      </div>
      <figcaption class="small soft stack">
        <p>{words.open_part}</p>
        <div class="stack">{meaning(quiz, found).map((text) => <p>{text}</p>)}</div>
      </figcaption>
    </figure>
  );
}

const Group = ({ children }) => <tr class="group"><th scope="rowgroup" colSpan={2}>{children}</th></tr>;
const Row = ({ kind, amount, children }) => <tr class={kind}><th scope="row">{children}</th><td class="num">{amount}</td></tr>;
const Line = ({ quotes, prompt, other, amount }) => (
  <Row amount={amount}>
    <ul class="lines">{quotes.map((text) => <li>{text}</li>)}</ul>
    <small>{prompt}</small>
    {other && <small class="toward"><Mark of={other.mark} /><span>{other.name}</span></small>}
  </Row>
);

const Why = ({ unit, why, pros, cons, ahead, base, cap, total, sum }) => (
  <div class="stack">
    <p class="small soft">{unit}</p>
    <table class="receipt">
      <tbody>
        <Group>{why}</Group>
        {pros.length ? pros.map((one) => <Line {...one} />) : <tr><td colSpan={2}><span class="soft">{words.no_reasons}</span></td></tr>}
      </tbody>
      <tbody hidden={!cons.length}><Group>{words.against}</Group>{cons.map((one) => <Line {...one} />)}</tbody>
      <tfoot>
        {base && <Row amount={base}>{ahead}</Row>}
        {cap && <Row amount={cap}>{words.blend_cap}</Row>}
        <Row kind="sum" amount={sum}>{total}</Row>
      </tfoot>
    </table>
  </div>
);

function Start({ quiz: { stages }, stage, act }) {
  const about = stages[stage];
  return (
    <div class="stack">
      {about && (
        <div class="tight">
          <ol class="stages" aria-hidden="true">
            {stages.map(({ name }, at) => (
              <li class={(at <= stage ? "done" : "") + (at === stage ? " here" : "")}><span class="rule" /><small>{name}</small></li>
            ))}
          </ol>
          <p class="small soft">{fill(words.stage_of, { n: stage + 1, total: stages.length })}</p>
        </div>
      )}
      {about ? (
        <div class="stack">
          <p class="lede"><span class="name">{about.name}</span><span>{fill(words.stage_line, { stage: "", line: about.line })}</span></p>
          <ul class="plain">{about.now.map((text) => <li>{text}</li>)}</ul>
        </div>
      ) : (
        <div class="stack">
          <p>{words.stage_unset}</p>
          <div><button type="button" class="link" onClick={() => act("review")}>{words.change_answer}</button></div>
        </div>
      )}
      <p class="small soft">{words.separation}</p>
    </div>
  );
}

const Roadmap = ({ steps }) => (
  <ol class="roadmap">
    {steps.map(({ title, text, has, now }) => (
      <li class={now >= 0 ? "now" : undefined}>
        <h4 class="sub"><span>{title}</span>{now >= 0 && <em>{now ? words.then_this : words.start_here}</em>}</h4>
        {has.length > 0 && (
          <ul class="has">
            {has.map((one) => <li><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M2 8.5 6.2 13 14 3.5" /></svg><span>{one}</span></li>)}
          </ul>
        )}
        <p class="soft">{text}</p>
      </li>
    ))}
  </ol>
);
