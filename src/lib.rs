//! career-quiz: a quiz a career blog embeds, answered and scored entirely in the browser.
//!
//! The house has three rooms, and they know each other one way only:
//!
//! ```text
//!             lib.rs          mount: knows everyone, does nothing else
//!            /      \
//!        view/      host/     do not know each other
//!            \      /
//!             quiz/           knows nobody
//! ```
//!
//! - [`quiz`] is pure: what was asked, what was answered, and what it means.
//! - `view` is Yew: it draws a session and emits actions.
//! - `host` is the browser: memory, and `element.js`, the hand-written shell that defines
//!   `<career-quiz>` and calls [`mount`].
//!
//! One answer's way: a native input changes → [`quiz::Action`] → [`quiz::Session::apply`] →
//! [`quiz::recommend`] while drawing → the share code ([`quiz::share`]) → memory.
//! `tests/it/rooms.rs` reads the sources and names any line that goes the other way.

#[cfg(feature = "widget")]
mod host;
pub mod quiz;
#[cfg(feature = "widget")]
pub mod view;

#[cfg(feature = "widget")]
pub use mount::mount;

#[cfg(feature = "widget")]
mod mount {
    use std::rc::Rc;

    use wasm_bindgen::prelude::*;
    use web_sys::Element;
    use yew::{Callback, Renderer};

    use crate::host::{self, Memory};
    use crate::quiz::{Quiz, SHIPPED, Session};
    use crate::view::{App, AppProps};

    /// Draws a quiz inside `root`: the shipped one, or the one whose file is given with its name.
    ///
    /// # Errors
    ///
    /// Everything wrong with the quiz file, one fault a line; nothing is drawn then.
    #[wasm_bindgen]
    pub fn mount(root: Element, file: Option<String>, name: &str) -> Result<(), JsError> {
        let read = Quiz::read(file.as_deref().unwrap_or(SHIPPED));
        let quiz = Rc::new(read.map_err(|error| JsError::new(&error.in_file(name)))?);
        let memory = Memory::of(&quiz.id);
        let recalled = memory.recall().and_then(|line| Session::recall(&quiz, &line));
        let start = recalled.unwrap_or_else(|| Session::new(host::seed()));
        let onsession = {
            let (quiz, start) = (quiz.clone(), start.clone());
            Callback::from(move |session: Session| {
                if session.is_forgotten() {
                    memory.forget();
                } else if session != start && !session.is_restarted() {
                    memory.remember(session.remember(&quiz));
                }
            })
        };
        let props = AppProps { quiz, start, level: 2, onsession };
        Renderer::<App>::with_root_and_props(root, props).render();
        Ok(())
    }
}
