//! Every answer before the result, each one press from being changed.

use yew::prelude::*;

use super::scene::{Scene, spaced};
use crate::quiz::{Action, Question, Word};

pub(super) fn draw(scene: &Scene) -> Html {
    let words = scene.words;
    let quiz = scene.quiz;
    let answers = scene.session.answers();
    let asked = answers.asked(quiz);
    let open = (0..quiz.questions.len()).filter(|at| answers.is_open(quiz, *at)).count();
    let state = match open {
        _ if !answers.enough(quiz) => words[Word::ReviewMissing].to_owned(),
        0 => words[Word::ReviewAll].to_owned(),
        open => words.fill(&words[Word::ReviewOpen], &[("n", &open.to_string())]),
    };
    let blocks = quiz.blocks.iter().enumerate().map(|(block, about)| {
        let questions = || {
            let all = quiz.questions.iter().zip(&asked).enumerate();
            all.filter(|(_, (one, asked))| one.block == block && **asked)
        };
        let lines = questions().map(|(at, (question, _))| line(scene, at, question));
        html! {
            <section key={about.id.clone()} class="stack" hidden={questions().next().is_none()}>
                { scene.part(&about.name) }
                <dl class="answers">{ for lines }</dl>
            </section>
        }
    });
    html! {
        <form class="question review" method="dialog">
            <button type="button" class="link back" onclick={scene.on(Action::Back)}>{ &words[Word::Back] }</button>
            <header>
                { scene.title(&words[Word::Review]) }
                <p class="help">{ state }</p>
            </header>
            <div class="loose">{ for blocks }</div>
            <div class="actions">
                { scene.submit(&words[Word::SeeResult]) }
            </div>
            { problem(scene) }
        </form>
    }
}

fn line(scene: &Scene, at: usize, question: &Question) -> Html {
    let words = scene.words;
    let answer = scene.session.answers().complete(scene.quiz, at);
    let said = answer.map(|answer| question.said(answer)).unwrap_or_default();
    let lines =
        said.iter().enumerate().map(|(at, said)| html! { <li key={at}>{ words.quote(said) }</li> });
    let verb = if answer.is_some() { &words[Word::Change] } else { &words[Word::Answer] };
    html! {
        <div key={question.id.clone()}>
            <dt>{ &question.prompt }</dt>
            <dd class="said">
                <ul class="lines" hidden={said.is_empty()}>{ for lines }</ul>
                <p class="soft" hidden={!said.is_empty()}>
                    { if answer.is_some() { &words[Word::NonePicked] } else { &words[Word::NotAnswered] } }
                </p>
            </dd>
            <dd>
                <button type="button" class="link" onclick={scene.on(Action::Open(at))}>
                    <span>{ verb }</span>
                    <span class="for-readers">{ spaced(&question.prompt) }</span>
                </button>
            </dd>
        </div>
    }
}

/// What must be answered before a path can be shown, each a press away.
fn problem(scene: &Scene) -> Html {
    let words = scene.words;
    let answers = scene.session.answers();
    let (required, more) = answers.missing(scene.quiz);
    let shown = scene.session.early() > 0 && (!required.is_empty() || more > 0);
    let required = required.iter().filter_map(|&at| {
        let question = scene.quiz.questions.get(at)?;
        let text = words.fill(&words[Word::NeedQuestion], &[("question", &question.prompt)]);
        Some(html! { <li key={at}>{ scene.link(&text, Action::Open(at)) }</li> })
    });
    let is_open = |at: &usize| answers.is_open(scene.quiz, *at);
    let next = scene.quiz.rules.counted.iter().copied().find(is_open).unwrap_or(0);
    let text = words.fill(&words[Word::NeedMore], &[("n", &more.to_string())]);
    html! {
        <div class="problem" tabindex="-1" role="group" aria-labelledby="problem" hidden={!shown}
            ref={scene.problem.clone()}>
            <@{scene.h(1)} class="sub" id="problem">{ &words[Word::Problem] }</@>
            <ul>
                { for required }
                <li key="more" hidden={more == 0}>{ scene.link(&text, Action::Open(next)) }</li>
            </ul>
        </div>
    }
}
