//! The one way between the studio and its page: what it asks for, and what it hears.

use std::cell::RefCell;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlInputElement};
use yew::Callback;

#[wasm_bindgen]
extern "C" {
    /// What `studio.js` hands over.
    pub type Browser;

    /// Has everything told to `heard`: what kind of news, and what they are.
    #[wasm_bindgen(method)]
    fn listen(this: &Browser, heard: &Function);
    /// The text that was being written when the page was last here.
    #[wasm_bindgen(method)]
    pub(crate) fn kept(this: &Browser) -> Option<String>;
    /// The quizzes to start from: their names, titles and texts, as JSON.
    #[wasm_bindgen(method)]
    pub(crate) fn examples(this: &Browser) -> String;

    /// Puts the editor with a text into an element.
    #[wasm_bindgen(method)]
    pub(crate) fn edit(this: &Browser, place: &Element, text: &str);
    /// Underlines what is wrong: a list of `{from, to, severity, message}` as JSON, in UTF-16 units.
    #[wasm_bindgen(method)]
    pub(crate) fn mark(this: &Browser, marks: &str);
    /// Moves cursor and focus to a place, in UTF-16 units.
    #[wasm_bindgen(method)]
    pub(crate) fn reveal(this: &Browser, from: u32, to: u32);
    /// Puts another text in the place of the one there; undoing brings that back.
    #[wasm_bindgen(method)]
    pub(crate) fn replace(this: &Browser, text: &str);
    /// Takes back what was done last.
    #[wasm_bindgen(method)]
    pub(crate) fn undo(this: &Browser);

    /// Reads the file that was chosen in a field into the editor.
    #[wasm_bindgen(method)]
    pub(crate) fn open(this: &Browser, field: &HtmlInputElement);
    /// Saves the editor's text as a file.
    #[wasm_bindgen(method)]
    pub(crate) fn save(this: &Browser, name: &str);
    /// Copies what stands in an element; selects it where the clipboard is refused.
    #[wasm_bindgen(method)]
    pub(crate) fn copy(this: &Browser, from: &Element);
    /// Has a text proven; the last one asked for is told of.
    #[wasm_bindgen(method)]
    pub(crate) fn prove(this: &Browser, text: &str);
    /// What the preview in this frame is to show, as JSON.
    #[wasm_bindgen(method)]
    pub(crate) fn show(this: &Browser, frame: &Element, scene: &str);
    /// A number no one can guess, below 2⁵³.
    #[wasm_bindgen(method)]
    pub(crate) fn chance(this: &Browser) -> f64;
    /// Loads the build that is waiting.
    #[wasm_bindgen(method)]
    pub(crate) fn renew(this: &Browser);
    #[wasm_bindgen(method)]
    fn stopped(this: &Browser);
}

/// What the page tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum News {
    /// What stands in the editor, once she pauses.
    Text(String),
    /// Whether that is kept for the next visit.
    Kept(bool),
    /// Another text took the place of the one that was there: what it is called.
    Replaced(String),
    /// A file could not be read: its name.
    Unread(String),
    /// The proof of the last text, as JSON; empty where there is none.
    Proven(String),
    /// Whether a text was copied, or only selected.
    Copied(bool),
    /// A newer build of the studio is ready.
    Newer,
}

impl News {
    fn read(kind: &str, what: String) -> Option<Self> {
        match kind {
            "text" => Some(Self::Text(what)),
            "kept" => Some(Self::Kept(what == "yes")),
            "replaced" => Some(Self::Replaced(what)),
            "unread" => Some(Self::Unread(what)),
            "proven" => Some(Self::Proven(what)),
            "copied" => Some(Self::Copied(what == "yes")),
            "newer" => Some(Self::Newer),
            _ => None,
        }
    }
}

thread_local! {
    /// Whom to tell when this module panics.
    static PAGE: RefCell<Option<Browser>> = const { RefCell::new(None) };
}

/// Tells the page that nothing here works any more; the text is the page's own, and safe.
pub(crate) fn last_words() {
    let page = PAGE.with(|page| page.try_borrow_mut().ok().and_then(|mut page| page.take()));
    if let Some(page) = page {
        page.stopped();
    }
}

impl Browser {
    /// Hears all news, for as long as the page is there.
    pub(crate) fn hear(&self, news: Callback<News>) {
        let heard = Closure::<dyn Fn(String, String)>::new(move |kind: String, what| {
            if let Some(one) = News::read(&kind, what) {
                news.emit(one);
            }
        });
        self.listen(heard.into_js_value().unchecked_ref());
        PAGE.set(Some(JsValue::from(self).unchecked_into()));
    }
}
