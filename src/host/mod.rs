//! BROWSER. Everything outside the quiz's own element: memory, chance, and what the page is told.
//!
//! The shell, which defines `<career-quiz>`, is JavaScript and lives here too: `element.js` and
//! what it imports.

mod memory;
mod rescue;
mod shell;

pub(crate) use memory::{Memory, remember_server, server};
pub(crate) use rescue::{last_words, watch};
pub(crate) use shell::Shell;

/// A number to shuffle with, as random as the browser gives.
pub(crate) fn seed() -> u64 {
    let half = || (js_sys::Math::random() * f64::from(u32::MAX)) as u64;
    half() << 32 | half()
}
