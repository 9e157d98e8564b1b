//! One question: what is asked, what is missing, and the way on and back.

use yew::prelude::*;

use super::formats;
use super::scene::{Scene, focus, fresh, given, heard, open_saved, spaced};
use crate::quiz::{Action, Answer, Format, Heard, Question, Quiz, Session, Word};

pub(super) fn draw(scene: &Scene, at: usize, question: &Question) -> Html {
    let words = scene.words;
    let problem = problem(scene, at, question);
    let wrong = problem.is_some();
    let progress = scene.session.progress(scene.quiz, at);
    let (number, total) = (progress.number.to_string(), progress.total.to_string());
    let count = if progress.at_most { &words[Word::CountMost] } else { &words[Word::Count] };
    let count = words.fill(count, &[("n", &number), ("total", &total)]);
    let block = scene.quiz.blocks.get(question.block).map_or("", |block| &block.name);
    let block = match block {
        "" => String::new(),
        block => words.fill(&words[Word::InBlock], &[("block", block)]),
    };
    let help = question.help.as_deref();
    let note = note(scene.quiz, scene.session, at);
    let described = [
        help.map(|_| "help"),
        (!wrong && !note.is_empty()).then_some("note"),
        wrong.then_some("error"),
    ];
    let described: Vec<_> = described.into_iter().flatten().collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    html! {
        <form class="question" part="question" method="dialog">
            <button type="button" class="link back" hidden={!scene.session.can_go_back()}
                onclick={scene.on(Action::Back)}>{ &words[Word::Back] }</button>
            { intro(scene, at) }
            <fieldset class={classes!("asked", wrong.then_some("wrong"))} aria-describedby={described}>
                <legend>
                    <span class="count">
                        <span>{ count }</span>
                        <span class="for-readers">{ spaced(&block) }</span>
                    </span>
                    { scene.title(&question.prompt) }
                </legend>
                <p class="help" id="help" hidden={help.is_none()}>{ help.unwrap_or_default() }</p>
                <div class="notes">
                    <p class="note" id="note" role={scene.still.then_some("status")} hidden={wrong}>{ fresh(note) }</p>
                    <p class="error" id="error" hidden={!wrong}>
                        <span key="error" class="for-readers">{ &words[Word::Error] }</span>
                        { fresh(spaced(problem.as_deref().unwrap_or_default())) }
                    </p>
                </div>
                { formats::draw(scene, at, question) }
            </fieldset>
            <div class="actions">
                { scene.submit(&words[Word::Continue]) }
                <button type="button" class="link" hidden={!scene.session.can_skip(scene.quiz, at)}
                    onclick={scene.on(Action::Skip)}>{ &words[Word::Skip] }</button>
            </div>
            <div hidden={at > 0 || scene.session.can_go_back()}>
                { open_saved(scene) }
                <button type="button" class="link" hidden={scene.session.previous().is_none()}
                    onclick={scene.on(Action::PutBack)}>{ &words[Word::PutBack] }</button>
                { heard(scene, &[Heard::NotRead]) }
            </div>
            { summary(scene, problem) }
        </form>
    }
}

/// What the quiz is, above its first question.
fn intro(scene: &Scene, at: usize) -> Html {
    let intro = &scene.quiz.intro;
    html! {
        <header class="intro tight" hidden={at > 0 || scene.session.can_go_back()}>
            <@{scene.h(0)} class="part">{ &intro.title }</@>
            { given("soft", &intro.body) }
            { given("soft", &intro.promise) }
        </header>
    }
}

/// The problem once more where Continue was pressed. It stands below the button, so that nothing
/// the visitor is looking at moves when it appears; the focus goes to it.
fn summary(scene: &Scene, problem: Option<String>) -> Html {
    let first = scene.first.clone();
    let go = Callback::from(move |_: MouseEvent| focus(&first));
    html! {
        <div class="problem" tabindex="-1" role="group" aria-labelledby="problem"
            hidden={problem.is_none()} ref={scene.problem.clone()}>
            <@{scene.h(1)} class="sub" id="problem">{ &scene.words[Word::Problem] }</@>
            <button type="button" class="link" onclick={go}>{ fresh(problem.unwrap_or_default()) }</button>
        </div>
    }
}

/// What is missing, once Continue was pressed too early.
fn problem(scene: &Scene, at: usize, question: &Question) -> Option<String> {
    let words = scene.words;
    if scene.session.early() == 0 || scene.session.answers().complete(scene.quiz, at).is_some() {
        return None;
    }
    let needed = match &question.format {
        Format::Single { .. } | Format::Scale { .. } => words[Word::NeedChoice].to_owned(),
        Format::Multiple { min, .. } => {
            words.fill(&words[Word::NeedPicks], &[("min", &min.to_string())])
        }
        Format::Rating { .. } => words[Word::NeedRatings].to_owned(),
        Format::Rank { .. } => words[Word::NeedOrder].to_owned(),
    };
    Some(match scene.session.can_skip(scene.quiz, at) {
        true => format!("{needed} {}", &words[Word::OrSkip]),
        false => needed,
    })
}

/// How many are picked, and that there are no more to pick.
pub(super) fn note(quiz: &Quiz, session: &Session, at: usize) -> String {
    let format = quiz.questions.get(at).map(|question| &question.format);
    let Some(Format::Multiple { choices, max, .. }) = format else {
        return String::new();
    };
    let picked = match session.answers().get(at) {
        Some(Answer::Picks(picks)) => picks.len(),
        _ => 0,
    };
    let words = &quiz.words;
    let template = match () {
        () if session.over_limit() => &words[Word::PicksFull],
        () if *max < choices.len() => &words[Word::Picks],
        () => &words[Word::PicksOpen],
    };
    words.fill(template, &[("n", &picked.to_string()), ("max", &max.to_string())])
}
