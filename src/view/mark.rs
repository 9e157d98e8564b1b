//! The shape of a path. Always beside its name, never instead of it.

use yew::prelude::*;

use crate::quiz::{CareerPath, Mark};

/// The class that gives a path its shape's colour.
pub(super) fn class(mark: Mark) -> &'static str {
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
pub(super) fn draw(mark: Mark, more: Option<&'static str>) -> Html {
    html! {
        <svg class={classes!("mark", class(mark), more)} viewBox="-8 -8 16 16" aria-hidden="true">
            { shape(mark) }
        </svg>
    }
}

/// The shape around the origin, 16 units wide, for a place in a larger drawing.
pub(super) fn shape(mark: Mark) -> Html {
    match mark {
        Mark::Circle => html! { <circle r="7" /> },
        Mark::Square => html! { <rect x="-6.5" y="-6.5" width="13" height="13" /> },
        Mark::Triangle => html! { <path d="M0-7.2 7.8 6.6H-7.8z" /> },
        Mark::Diamond => html! { <path d="M0-8 8 0 0 8-8 0z" /> },
        Mark::Hexagon => html! { <path d="M-3.8-7h7.6L7.8 0l-4 7h-7.6L-7.8 0z" /> },
        Mark::Cross => html! { <path d="M-2.5-7.5h5v5h5v5h-5v5h-5v-5h-5v-5h5z" /> },
    }
}
