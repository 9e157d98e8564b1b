//! A match as a line on a ruler from 0 to 100 that ends in the path's shape.

use yew::prelude::*;

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
pub(super) fn all(quiz: &Quiz, outline: &Outline) -> Html {
    let second = outline.percent(outline.second());
    let bars = outline.matches.iter().enumerate().map(|(at, (path, percent))| {
        let about = quiz.paths.get(*path);
        let name = about.map_or("", |path| &path.name);
        let second = (at == 0).then_some(second);
        let class = classes!("bar", mark::class_of(about), second.map(|_| "lead"));
        let bar = Bar { name, percent: *percent, second, open: false };
        html! { <li key={*path} {class}>{ about.map(|about| draw(&quiz.words.numbers, about, bar)).unwrap_or_default() }</li> }
    });
    html! {
        <div>
            <ol class="bars">{ for bars }</ol>
            <p class="ends small soft" aria-hidden="true">
                <span>{ "0" }</span>
                <span>{ "50" }</span>
                <span>{ quiz.words.numbers.percent(100) }</span>
            </p>
        </div>
    }
}

/// What stands inside one bar's element. Every length is an attribute, so that no style is set.
pub(super) fn draw(numbers: &Numbers, path: &CareerPath, bar: Bar) -> Html {
    let share = bar.percent;
    let (top, height, scale) = match bar.second {
        Some(_) => ("30%", "40%", "scale(1.5)"),
        None => ("40%", "20%", "scale(1.05)"),
    };
    let solid = bar.second.map_or(share, |second| second.min(share));
    let ticks = ["0%", "25%", "50%", "75%", "100%"];
    let ticks =
        ticks.map(|x| html! { <line key={x} class="tick" x1={x} x2={x} y1="28%" y2="72%" /> });
    let ahead = format!("{}%", share - solid);
    html! {
        <>
            <span key="name" class="name">{ bar.name }</span>
            <span key="num" class="num">{ numbers.percent(share) }</span>
            <svg key="ruler" class="ruler" aria-hidden="true">
                <line class="tick" x1="0" x2="100%" y1="50%" y2="50%" />
                <g>{ for ticks }</g>
                <rect width={format!("{solid}%")} y={top} {height} />
                <rect class="ahead" x={format!("{solid}%")} width={ahead} y={top} {height} />
                <svg x={format!("{share}%")} y="50%" overflow="visible">
                    <g transform={scale} class={classes!(bar.open.then_some("ahead"))}>{ mark::shape(path.mark) }</g>
                </svg>
            </svg>
        </>
    }
}
