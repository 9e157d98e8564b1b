//! What is done when Rust code panics: the module is lost with everything in it, so the shell
//! hears of it and starts a fresh one.

use std::cell::RefCell;

use js_sys::Function;
use wasm_bindgen::JsValue;

use super::memory;

thread_local! {
    static SHELL: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Names the function to call once, with nothing, when this module is lost.
pub(crate) fn watch(lost: Function) {
    SHELL.with(|shell| shell.replace(Some(lost)));
}

/// Called while the module goes down. What may be borrowed is left alone.
pub(crate) fn last_words() {
    memory::leave();
    let lost = SHELL.with(|shell| shell.try_borrow_mut().ok()?.take());
    if let Some(lost) = lost {
        // There is nobody left to tell that telling failed.
        let _ = lost.call0(&JsValue::NULL);
    }
}
