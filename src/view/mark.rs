//! The shape of a path. Always beside its name, never instead of it.

use yew::prelude::Html;

use super::element::{Element, el};
use super::scene::Scene;
use crate::quiz::{CareerPath, Mark};

/// The class that gives a path its shape's colour.
#[must_use]
pub fn class(mark: Mark) -> &'static str {
    match mark {
        Mark::Circle => "circle",
        Mark::Square => "square",
        Mark::Triangle => "triangle",
        Mark::Diamond => "diamond",
        Mark::Hexagon => "hexagon",
        Mark::Cross => "cross",
    }
}

/// A path's class, for a path that may not exist.
pub(super) fn class_of(path: Option<&CareerPath>) -> Option<&'static str> {
    path.map(|path| class(path.mark))
}

/// The shape itself, in the size of the text around it.
pub(super) fn draw(mark: Mark, more: Option<&'static str>) -> Element {
    el("svg")
        .class("mark")
        .class(class(mark))
        .class(more)
        .attr("viewBox", "-8 -8 16 16")
        .attr("aria-hidden", "true")
        .child(shape(mark))
}

/// All shapes in a row, those of these paths filled.
pub(super) fn row(paths: &[CareerPath], filled: &[usize]) -> Element {
    let marks = paths.iter().enumerate().map(|(at, path)| {
        el("span").key(at).child(draw(path.mark, filled.contains(&at).then_some("is")))
    });
    el("div").class("marks").attr("aria-hidden", "true").children(marks)
}

/// The head of a result: the row with its paths filled, what it is, and the sentence it comes to.
pub(super) fn head(scene: &Scene, filled: &[usize], what: &str, sentence: Html) -> Element {
    el("header")
        .class("hero")
        .child(row(&scene.quiz.paths, filled))
        .child(el("p").class("count").text(what))
        .child(scene.titled().child(sentence))
}

/// The shape around the origin, 16 units wide, for a place in a larger drawing.
pub(super) fn shape(mark: Mark) -> Element {
    el("path").attr("d", outline(mark))
}

/// The shape's outline as SVG path data, around the origin and 16 units wide: the same on the
/// screen, in the picture a visitor downloads, and in the previews of shared links.
#[must_use]
pub fn outline(mark: Mark) -> &'static str {
    match mark {
        Mark::Circle => "M-7 0a7 7 0 0 1 14 0 7 7 0 0 1-14 0z",
        Mark::Square => "M-6.5-6.5h13v13h-13z",
        Mark::Triangle => "M0-7.2 7.8 6.6H-7.8z",
        Mark::Diamond => "M0-8 8 0 0 8-8 0z",
        Mark::Hexagon => "M-3.8-7h7.6L7.8 0l-4 7h-7.6L-7.8 0z",
        Mark::Cross => "M-2.5-7.5h5v5h5v5h-5v5h-5v-5h-5v-5h5z",
    }
}
