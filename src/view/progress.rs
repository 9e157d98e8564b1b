//! The rule on top of the plate: solid for what is answered, open for where she is, a hairline
//! for what is or may be to come. Words beside the question say the same, so readers skip it.

use super::element::{Element, el};
use super::scene::Scene;
use crate::quiz::Screen;

pub(super) fn draw(scene: &Scene) -> Element {
    let quiz = scene.quiz;
    let here = match scene.session.screen() {
        Screen::Asking(at) => Some(at),
        _ => None,
    };
    let named =
        matches!(scene.session.screen(), Screen::Asking(_) | Screen::Review | Screen::Resume);
    let theirs = scene.session.screen() == Screen::Shared && scene.session.shared().is_some();
    let stops = scene.session.stops(quiz);
    let blocks = quiz.blocks.iter().enumerate().map(|(block, about)| {
        let of_block = || {
            let all = quiz.questions.iter().zip(&stops).enumerate();
            all.filter(|(_, (one, stops))| one.block == block && **stops)
        };
        let now = of_block().any(|(at, _)| Some(at) == here);
        let stops = of_block().map(|(at, (question, _))| {
            let done = theirs || scene.session.answers().complete(quiz, at).is_some();
            let class = match (Some(at) == here, done) {
                (true, _) => Some("here"),
                (_, true) => Some("done"),
                _ => None,
            };
            el("li").key(question.id.as_str()).class(class)
        });
        el("li")
            .key(about.id.as_str())
            .class(now.then_some("now"))
            .hidden(of_block().next().is_none())
            .child(el("ol").children(stops))
            .child(el("small").hidden(!named).text(&about.name))
    });
    el("ol").class("progress").part("progress").attr("aria-hidden", "true").children(blocks)
}
