//! A match as a line on a ruler from 0 to 100 that ends in the path's shape.

use super::element::{Element, el};
use super::mark;
use crate::quiz::{CareerPath, Numbers, Outline, Quiz};

/// How one bar is drawn.
#[derive(Clone, Copy)]
pub(super) struct Bar<'a> {
    /// What stands before it: the path's name, or whose it is.
    pub(super) name: &'a str,
    /// 0 to 100.
    pub(super) percent: i64,
    /// For the winner: where the open part begins that is its lead.
    pub(super) second: Option<i64>,
    /// Its shape is outlined only: it is somebody else's, or an earlier one.
    pub(super) open: bool,
}

/// All bars of a result, best first, with the numbers under them.
pub(super) fn all(quiz: &Quiz, outline: &Outline) -> Element {
    let numbers = &quiz.words.numbers;
    let second = outline.percent(outline.second());
    let bars = outline.matches.iter().enumerate().map(|(at, (path, percent))| {
        let about = quiz.paths.get(*path);
        let second = (at == 0).then_some(second);
        let line = el("li")
            .key(*path)
            .class("bar")
            .class(mark::class_of(about))
            .class(second.map(|_| "lead"));
        match about {
            None => line,
            Some(about) => {
                let bar = Bar { name: &about.name, percent: *percent, second, open: false };
                draw(line, numbers, about, bar)
            }
        }
    });
    let ends = el("p")
        .class("ends small soft")
        .attr("aria-hidden", "true")
        .child(el("span").text("0"))
        .child(el("span").text("50"))
        .child(el("span").text(&numbers.percent(100)));
    el("div").child(el("ol").class("bars").children(bars)).child(ends)
}

/// Fills one bar's element. Every length is an attribute, so that no style is set.
pub(super) fn draw(element: Element, numbers: &Numbers, path: &CareerPath, bar: Bar) -> Element {
    let share = bar.percent;
    let (top, height, scale) = match bar.second {
        Some(_) => ("30%", "40%", "scale(1.5)"),
        None => ("40%", "20%", "scale(1.05)"),
    };
    let solid = bar.second.map_or(share, |second| second.min(share));
    let ticks = ["0%", "25%", "50%", "75%", "100%"];
    let ticks = ticks.map(|x| tick(x, x, "28%", "72%").key(x));
    let filled = el("rect").set("width", &length(solid)).attr("y", top).attr("height", height);
    let ahead = el("rect")
        .class("ahead")
        .set("x", &length(solid))
        .set("width", &length(share - solid))
        .attr("y", top)
        .attr("height", height);
    let shape = el("g")
        .attr("transform", scale)
        .class(bar.open.then_some("ahead"))
        .child(mark::shape(path.mark));
    let end = el("svg")
        .set("x", &length(share))
        .attr("y", "50%")
        .attr("overflow", "visible")
        .child(shape);
    let ruler = el("svg")
        .key("ruler")
        .class("ruler")
        .attr("aria-hidden", "true")
        .child(tick("0", "100%", "50%", "50%"))
        .child(el("g").children(ticks))
        .child(filled)
        .child(ahead)
        .child(end);
    element
        .child(el("span").key("name").class("name").text(bar.name))
        .child(el("span").key("num").class("num").text(&numbers.percent(share)))
        .child(ruler)
}

/// One line of the ruler.
fn tick(x1: &'static str, x2: &'static str, y1: &'static str, y2: &'static str) -> Element {
    let line = el("line").class("tick");
    line.attr("x1", x1).attr("x2", x2).attr("y1", y1).attr("y2", y2)
}

fn length(percent: i64) -> String {
    format!("{percent}%")
}
