//! She was here before: continue or start again?

use super::element::{Element, el};
use super::scene::Scene;
use crate::quiz::{Action, Screen, Word};

pub(super) fn draw(scene: &Scene) -> Element {
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
    let put_back = scene
        .link(&words[Word::PutBack], Action::PutBack)
        .hidden(scene.session.previous().is_none());
    let ways = el("div")
        .class("actions")
        .child(scene.act(&words[Word::ResumeContinue], true, Action::Resume))
        .child(scene.quiet(&words[Word::Restart], Action::Restart))
        .child(put_back);
    before(scene, &words[Word::Resume], &body).child(ways).child(forget(scene))
}

/// What is said before there is a question or a result: of which quiz, in short, and in full.
pub(super) fn before(scene: &Scene, title: &str, body: &str) -> Element {
    el("section")
        .class("resume stack")
        .child(el("p").class("count").text(&scene.quiz.title))
        .child(scene.title(title))
        .child(el("p").class("lede").text(body))
}

/// Forgetting cannot be taken back, so it takes a second press.
pub(super) fn forget(scene: &Scene) -> Element {
    let words = scene.words;
    let folded = el("div")
        .class("stack")
        .child(el("p").text(&words[Word::ForgetNote]))
        .child(scene.quiet(&words[Word::ForgetConfirm], Action::Forget));
    el("details").class("fold").child(el("summary").text(&words[Word::Forget])).child(folded)
}
