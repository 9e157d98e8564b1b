//! The studio: where an author writes a quiz file and sees it proven.
//!
//! ```text
//! studio.js   the page: editor, storage, files, worker, preview   (studio/*.js)
//!     │  start, prove
//! app         what is on the screen and what changes it
//!     │
//! draft · proof · visitor · look · embed    PURE: from a text to all that is said of it
//!     │
//! career_quiz::quiz    the same core that scores a visitor's answers
//! ```
//! [`browser`](browser::Browser) is the one way between the page and this; `view` draws. The proof
//! is computed in a worker, by [`prove`] in an instance of this module of its own, so that nothing
//! it takes holds up what is typed.

mod app;
mod browser;
mod draft;
mod embed;
mod look;
mod proof;
mod view;
mod visitor;

use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::Renderer;

pub use browser::Browser;

/// Draws the studio inside `root`.
#[wasm_bindgen]
pub fn start(root: Element, browser: Browser) {
    yew::set_custom_panic_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        browser::last_words();
    }));
    Renderer::<app::App>::with_root_and_props(root, app::Props::new(browser)).render();
}

/// The proof of the quiz in a file, as JSON; empty where the file holds no sound quiz.
#[must_use]
#[wasm_bindgen]
pub fn prove(text: &str) -> String {
    let checked = career_quiz::quiz::file::Checked::of(text);
    let proof = checked.quiz.map(|quiz| proof::Proof::of(&quiz, text));
    proof.and_then(|proof| serde_json::to_string(&proof).ok()).unwrap_or_default()
}
