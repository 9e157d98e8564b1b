//! What stands on the page before the WebAssembly does, drawn at build time from the same screens.

use std::rc::Rc;

use yew::prelude::Html;

use super::element::el;
use super::scene::{Scene, button};
use super::screen;
use crate::quiz::{Quiz, Session, Word};

/// The first question and the few things that can be said while it waits.
pub struct First {
    /// The quiz on its first question, as a visitor who has just arrived sees it.
    pub question: Html,
    /// What stands under it when the rest cannot be fetched.
    pub trouble: Html,
    /// Said while an early Continue waits.
    pub loading: String,
}

/// Draws what comes first, with choices in the order of this session and headings from level 2.
#[must_use]
pub fn first(quiz: &Rc<Quiz>, session: &Session) -> First {
    let scene = Scene::still(quiz, session, 2);
    let words = scene.words;
    let trouble = el("div")
        .class("problem")
        .attr("role", "alert")
        .child(el("p").text(&words[Word::Failed]))
        .child(button("link").text(&words[Word::Retry]));
    First {
        question: screen(&scene, Html::default()).into(),
        trouble: trouble.into(),
        loading: words[Word::Loading].to_owned(),
    }
}
