//! What is drawn in many places: words with code in them, shapes with names, bars.

use career_quiz::quiz::{Mark, Quiz};
use career_quiz::view::{mark_class, outline};
use yew::prelude::*;

/// Words with what stands between backticks as code.
pub(super) fn words(text: &str) -> Html {
    let parts = text.split('`').enumerate().map(|(at, part)| match at % 2 {
        0 => html! { <span key={at}>{ part.to_owned() }</span> },
        _ => html! { <code key={at}>{ part.to_owned() }</code> },
    });
    html! { <>{ for parts }</> }
}

/// A path's shape and name.
pub(super) fn name(quiz: &Quiz, path: usize) -> Html {
    let mark = quiz.paths.get(path).map_or(Mark::Circle, |path| path.mark);
    html! {
        <span class={classes!("outcome", mark_class(mark))}>
            <svg class="mark" viewBox="-8 -8 16 16" aria-hidden="true"><path d={outline(mark)} /></svg>
            <span>{ quiz.path_names(path).1 }</span>
        </span>
    }
}

/// A bar that fills this share of its line, from 0 to 1.
pub(super) fn bar(quiz: &Quiz, path: usize, share: f64) -> Html {
    let mark = quiz.paths.get(path).map_or(Mark::Circle, |path| path.mark);
    let width = format!("{:.2}%", share.clamp(0.0, 1.0) * 100.0);
    html! {
        <svg class={classes!("bar", mark_class(mark))} aria-hidden="true">
            <rect class="ground" width="100%" height="100%" />
            <rect class="filled" {width} height="100%" />
        </svg>
    }
}
