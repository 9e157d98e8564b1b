//! BROWSER. Everything outside the quiz's own element: memory and chance.
//!
//! `element.js`, the shell that defines `<career-quiz>`, lives here too.

mod memory;

pub(crate) use memory::Memory;

/// A number to shuffle with, as random as the browser gives.
pub(crate) fn seed() -> u64 {
    let half = || (js_sys::Math::random() * f64::from(u32::MAX)) as u64;
    half() << 32 | half()
}
