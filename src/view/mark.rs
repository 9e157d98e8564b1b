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
    let shape = match mark {
        Mark::Circle => html! { <circle cx="8" cy="8" r="7" /> },
        Mark::Square => html! { <rect x="1.5" y="1.5" width="13" height="13" /> },
        Mark::Triangle => html! { <path d="M8 .8 15.8 14.6H.2z" /> },
        Mark::Diamond => html! { <path d="M8 0 16 8 8 16 0 8z" /> },
        Mark::Hexagon => html! { <path d="M4.2 1h7.6L15.8 8l-4 7H4.2L.2 8z" /> },
        Mark::Cross => html! { <path d="M5.5.5h5v5h5v5h-5v5h-5v-5h-5v-5h5z" /> },
    };
    html! {
        <svg class={classes!("mark", class(mark), more)} viewBox="0 0 16 16" aria-hidden="true">
            { shape }
        </svg>
    }
}
