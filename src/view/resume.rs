//! She was here before: continue or start again?

use yew::prelude::*;

use super::scene::Scene;
use crate::quiz::{Action, Screen, Word};

pub(super) fn draw(scene: &Scene) -> Html {
    let words = scene.words;
    let answered = scene.session.answers().count(scene.quiz).to_string();
    let total =
        scene.session.stops(scene.quiz).into_iter().filter(|stops| *stops).count().to_string();
    let at_most = match scene.session.own_screen() {
        Screen::Asking(at) => scene.session.progress(scene.quiz, at).at_most,
        _ => false,
    };
    let body = if at_most { &words[Word::ResumeMost] } else { &words[Word::ResumeBody] };
    let body = words.fill(body, &[("n", &answered), ("total", &total)]);
    html! {
        <section class="resume stack">
            <p class="count">{ &scene.quiz.title }</p>
            { scene.title(&words[Word::Resume]) }
            <p class="lede">{ body }</p>
            <div class="actions">
                <button type="button" class="button" part="button" onclick={scene.on(Action::Resume)}>
                    { &words[Word::ResumeContinue] }
                </button>
                <button type="button" class="button quiet" part="button quiet" onclick={scene.on(Action::Restart)}>
                    { &words[Word::Restart] }
                </button>
                <button type="button" class="link" hidden={scene.session.previous().is_none()}
                    onclick={scene.on(Action::PutBack)}>{ &words[Word::PutBack] }</button>
            </div>
            { forget(scene) }
        </section>
    }
}

/// Forgetting cannot be taken back, so it takes a second press.
pub(super) fn forget(scene: &Scene) -> Html {
    let words = scene.words;
    html! {
        <details class="fold">
            <summary>{ &words[Word::Forget] }</summary>
            <div class="stack">
                <p>{ &words[Word::ForgetNote] }</p>
                <button type="button" class="button quiet" part="button quiet" onclick={scene.on(Action::Forget)}>
                    { &words[Word::ForgetConfirm] }
                </button>
            </div>
        </details>
    }
}
