//! Taking the quiz again, and what is different afterwards.

use super::super::compare::{apart, pairs};
use super::super::element::{Element, el};
use super::super::scene::Scene;
use crate::quiz::{Action, Shared, Word, compare};

/// What changed since she took the quiz before; hidden where she did not.
pub(super) fn draw(scene: &Scene) -> Element {
    let words = scene.words;
    let section = el("section").key("changed");
    let Some(previous) = scene.session.previous() else {
        return section.hidden(true);
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
    let answers = (previous, scene.session.answers());
    let whose = (&words[Word::Before], &words[Word::Now]);
    let pairs = pairs(scene, &compared, (whose.1, whose.0), true);
    let apart = apart(scene, &compared, answers, whose, true);
    let back = scene.quiet(&words[Word::PutBack], Action::PutBack);
    let changed = el("div")
        .class("loose")
        .child(el("p").class("lede").hidden(!done).child(scene.sentence(head, &values, |_| None)))
        .child(el("p").hidden(!none || !done).text(&words[Word::ChangedNone]))
        .child(el("div").hidden(none || !done).child(pairs))
        .child(el("div").hidden(none || !done).child(apart))
        .child(el("div").class("actions").hidden(none).child(back));
    section.class("section changed").child(scene.part(&words[Word::Changed])).child(changed)
}

/// The two ways of taking it again.
pub(super) fn retake(scene: &Scene) -> Element {
    let words = scene.words;
    let ways = el("div")
        .class("actions")
        .child(scene.quiet(&words[Word::RetakeKeep], Action::Retake { keep: true }))
        .child(scene.quiet(&words[Word::RetakeBlank], Action::Retake { keep: false }));
    let folded = el("div").class("stack").child(el("p").text(&words[Word::RetakeNote])).child(ways);
    el("details").class("fold").child(el("summary").text(&words[Word::Retake])).child(folded)
}
