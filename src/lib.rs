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
#[cfg(feature = "widget")]
mod mount;
pub mod quiz;
#[cfg(feature = "view")]
pub mod view;

#[cfg(feature = "widget")]
pub use mount::{Mounted, mount, watch};
