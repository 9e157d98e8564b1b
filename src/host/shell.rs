//! The two ways between a quiz and its shell: what it is given, and what it tells.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;

use crate::quiz::{Numbers, Quiz, Screen, Session, recommend};

#[wasm_bindgen]
extern "C" {
    /// What `element.js` hands over with an element to draw in.
    pub type Shell;

    /// A quiz of the page's own, packed.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn own(this: &Shell) -> Option<Vec<u8>>;
    /// The shipped quiz to show, or to lend its words, packed.
    #[wasm_bindgen(method)]
    pub(crate) fn shipped(this: &Shell) -> Vec<u8>;
    /// The language of that; empty for its first.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn words(this: &Shell) -> String;
    /// Keeps the memory of two elements with the same quiz apart; mostly empty.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn instance(this: &Shell) -> String;
    /// Level of the quiz's own headings, 1 to 6.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn level(this: &Shell) -> u8;
    /// Where she is, where the shell knows: see [`Session::remember`].
    #[wasm_bindgen(method, getter)]
    pub(crate) fn line(this: &Shell) -> Option<String>;
    /// What she did on the prerendered question: `answer`, or `continue` or `skip` on top of it.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn early(this: &Shell) -> Option<String>;

    /// Whether the first screen may take the focus.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn focus(this: &Shell) -> bool;

    /// The fragment of the page's address, without the `#`.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn fragment(this: &Shell) -> String;
    /// Whether this element has not shown that fragment's result yet.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn fresh(this: &Shell) -> bool;
    /// Whether there is no other quiz on the page.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn alone(this: &Shell) -> bool;
    /// Where a shared link leads; `:path` stands for the path's id.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn address(this: &Shell) -> String;
    /// Whether the browser has its own way of sharing.
    #[wasm_bindgen(method, getter, js_name = canShare)]
    pub(crate) fn can_share(this: &Shell) -> bool;
    /// Whether files can be saved, the page printed and other pages opened.
    #[wasm_bindgen(method, getter, js_name = canLeave)]
    pub(crate) fn can_leave(this: &Shell) -> bool;
    /// How a language writes numbers: a percentage with `{n}`, a line end, and what divides tenths.
    #[wasm_bindgen(method)]
    fn numbers(this: &Shell, lang: &str) -> String;
    /// The plural category of a number.
    #[wasm_bindgen(method)]
    fn plural(this: &Shell, lang: &str, number: &str) -> String;
    /// A text as a QR code: its width in modules, a space, and their outline as SVG path data.
    #[wasm_bindgen(method)]
    pub(crate) fn qr(this: &Shell, text: &str) -> String;
    /// Calls back in the first task after the next frame.
    #[wasm_bindgen(method)]
    pub(crate) fn painted(this: &Shell, done: &Function);
    /// Has something done by the browser; `done` is called once with what came of it.
    #[wasm_bindgen(method)]
    pub(crate) fn errand(this: &Shell, kind: &str, one: &str, two: &str, done: &Function);

    /// Keeps where she is. The first time, the quiz has just been drawn.
    #[wasm_bindgen(method)]
    pub(crate) fn keep(this: &Shell, line: &str);
    #[wasm_bindgen(method)]
    fn tell(this: &Shell, event: &str, id: &str, number: u32);
}

impl Shell {
    /// How a quiz's language writes numbers, as the shell knows it.
    pub(crate) fn numbers_of(self: &Rc<Self>, quiz: &Quiz) -> Numbers {
        let drawn = self.numbers(&quiz.lang);
        let (percent, decimal) = drawn.split_once('\n').unwrap_or(("{n}%", "."));
        BROWSER.set(Some(self.clone()));
        Numbers {
            lang: quiz.lang.clone(),
            percent: percent.to_owned(),
            decimal: decimal.to_owned(),
            plural,
            isolated: quiz.direction() == "rtl",
        }
    }

    /// Tells the page that the quiz is there.
    pub(crate) fn ready(&self, quiz: &Quiz, session: &Session) {
        self.tell("ready", "", 0);
        self.asked(quiz, session);
    }

    /// Tells the page what happened between two sessions.
    pub(crate) fn report(&self, quiz: &Quiz, before: &Session, now: &Session) {
        let retaken = now.previous().is_some() && before.screen() == Screen::Result;
        let asked = matches!(now.screen(), Screen::Asking(_));
        if asked && ((now.is_restarted() && !before.is_restarted()) || (retaken)) {
            self.tell("restart", "", 0);
        }
        if asked && before.answers().is_blank() && !now.answers().is_blank() {
            self.tell("start", "", 0);
        }
        if before.screen() == now.screen() {
            return;
        }
        if let Screen::Asking(at) = before.screen()
            && (matches!(now.screen(), Screen::Asking(next) if next > at)
                || now.screen() == Screen::Review)
            && now.answers().complete(quiz, at).is_some()
        {
            self.about("answer", quiz, now, at);
        }
        if (before.screen(), now.screen()) == (Screen::Review, Screen::Result) {
            let path = recommend(quiz, now.answers()).path();
            self.tell("complete", quiz.path_id(path), 0);
        }
        self.asked(quiz, now);
    }

    fn asked(&self, quiz: &Quiz, session: &Session) {
        if let Screen::Asking(at) = session.screen() {
            self.about("question", quiz, session, at);
        }
    }

    fn about(&self, event: &str, quiz: &Quiz, session: &Session, at: usize) {
        if let Some(question) = quiz.questions.get(at) {
            let number = session.progress(quiz, at).number;
            self.tell(event, &question.id, u32::try_from(number).unwrap_or(u32::MAX));
        }
    }
}

thread_local! {
    /// Any shell, to ask the browser by.
    static BROWSER: RefCell<Option<Rc<Shell>>> = const { RefCell::new(None) };
}

/// The plural category of a number, as the browser knows it.
fn plural(lang: &str, number: &str) -> String {
    let browser = BROWSER.with_borrow(Clone::clone);
    let category = browser.map(|shell| shell.plural(lang, number));
    category.unwrap_or_else(|| "other".to_owned())
}
