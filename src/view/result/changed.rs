//! Taking the quiz again, and what is different afterwards.

use yew::prelude::*;

use super::super::compare::{apart, pairs};
use super::super::scene::Scene;
use crate::quiz::{Action, Shared, Word, compare};

/// What changed since she took the quiz before; hidden where she did not.
pub(super) fn draw(scene: &Scene) -> Html {
    let words = scene.words;
    let Some(previous) = scene.session.previous() else {
        return html! { <section key="changed" hidden=true></section> };
    };
    let quiz = scene.quiz;
    let before = Shared::Answers(previous.clone());
    let now = Shared::Answers(scene.session.answers().clone());
    let (was, is) = (before.outline(quiz).path(), now.outline(quiz).path());
    let head = if was == is { &words[Word::ChangedSame] } else { &words[Word::ChangedPath] };
    let values = [("before", quiz.path_names(was).0), ("path", quiz.path_names(is).0)];
    let compared = compare(quiz, &before, &now);
    let none = compared.apart.is_empty();
    // Half done answers that a saved result replaced have no result to compare.
    let done = previous.enough(quiz);
    html! {
        <section key="changed" class="section changed">
            { scene.part(&words[Word::Changed]) }
            <div class="loose">
                <p class="lede" hidden={!done}>{ scene.sentence(head, &values, |_| None) }</p>
                <p hidden={!none || !done}>{ &words[Word::ChangedNone] }</p>
                <div hidden={none || !done}>{ pairs(scene, &compared, (&words[Word::Now], &words[Word::Before]), true) }</div>
                <div hidden={none || !done}>{ apart(scene, &compared, (previous, scene.session.answers()), (&words[Word::Before], &words[Word::Now]), true) }</div>
                <div class="actions" hidden={none}>{ scene.quiet(&words[Word::PutBack], Action::PutBack) }</div>
            </div>
        </section>
    }
}

/// The two ways of taking it again.
pub(super) fn retake(scene: &Scene) -> Html {
    let words = scene.words;
    html! {
        <details class="fold">
            <summary>{ &words[Word::Retake] }</summary>
            <div class="stack">
                <p>{ &words[Word::RetakeNote] }</p>
                <div class="actions">
                    { scene.quiet(&words[Word::RetakeKeep], Action::Retake { keep: true }) }
                    { scene.quiet(&words[Word::RetakeBlank], Action::Retake { keep: false }) }
                </div>
            </div>
        </details>
    }
}
