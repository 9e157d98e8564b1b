//! YEW. Draws a session and emits actions. Never touches window, storage or URL.
//!
//! [`App`] is the one component and holds the session; everything below it is a function from a `Scene` to markup.
//! Four habits keep page translators from breaking Yew: every screen is one keyed element, every
//! text is the only child of its own element, a text that changes is keyed by what it says, and what
//! comes and goes is always there and `hidden`.

mod app;
mod ask;
mod bars;
mod compare;
mod element;
mod first;
mod formats;
mod mark;
mod networks;
mod outside;
mod page;
mod progress;
mod question;
mod result;
mod resume;
mod review;
mod said;
mod scene;
mod shared;

use yew::prelude::*;

use crate::quiz::Screen;
use element::{Element, el};
use scene::Scene;

pub use app::{App, AppProps};
pub use first::{First, first};
pub use mark::{class as mark_class, outline};
pub use outside::{Errand, Outside};
pub use page::{Page, Pages, pages};

/// The screen a session is on, with the progress above it and what is announced after it.
fn screen(scene: &Scene, said: Html) -> Element {
    let (quiz, session) = (scene.quiz, scene.session);
    let page = |key: &str| el("div").key(key).class("page");
    let shown = match session.screen() {
        Screen::Resume => page("resume").child(resume::draw(scene)),
        Screen::Asking(at) => match quiz.questions.get(at) {
            Some(question) => page(&format!("question-{}", question.id))
                .child(question::draw(scene, at, question)),
            None => page("review").child(review::draw(scene)),
        },
        Screen::Review => page("review").child(review::draw(scene)),
        Screen::Result => page("result").child(result::draw(scene)),
        Screen::Shared => page("shared").child(shared::draw(scene)),
        Screen::Compare => page("compare").child(compare::draw(scene)),
    };
    el("div")
        .class("quiz")
        .part("quiz")
        .set("lang", &quiz.lang)
        .attr("dir", quiz.direction())
        .child(el("div").key("progress").child(progress::draw(scene)))
        .child(shown)
        .child(said)
}
