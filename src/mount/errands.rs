//! What the screens ask of the browser, handed to the shell.

use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use yew::Callback;

use crate::host::Shell;
use crate::quiz::{Action, Heard};
use crate::view::{Errand, Outside};

/// The world around a quiz, as its shell sees it.
pub(super) fn outside(shell: &Rc<Shell>) -> Outside {
    let qr = {
        let shell = shell.clone();
        Callback::from(move |text: String| {
            let drawn = shell.qr(&text);
            let (width, path) = drawn.split_once(' ').unwrap_or_default();
            (path.to_owned(), width.parse().unwrap_or(0))
        })
    };
    let painted = {
        let shell = shell.clone();
        Callback::from(move |done: Callback<()>| {
            let done = Closure::once_into_js(move || done.emit(()));
            shell.painted(done.unchecked_ref());
        })
    };
    let errand = {
        let shell = shell.clone();
        Callback::from(move |(errand, send): (Errand, Callback<Action>)| run(&shell, errand, send))
    };
    Outside {
        address: shell.address(),
        can_share: shell.can_share(),
        can_leave: shell.can_leave(),
        qr: Some(qr),
        painted: Some(painted),
        errand,
    }
}

fn run(shell: &Shell, errand: Errand, send: Callback<Action>) {
    let (kind, one, two) = match errand {
        Errand::CopyLink(link) => ("copy-link", link, String::new()),
        Errand::CopyText(text) => ("copy-text", text, String::new()),
        Errand::Share { text, link, card } => ("share", format!("{link} {text}"), card),
        Errand::Picture { card, square } => {
            ("picture", if square { "square".to_owned() } else { String::new() }, card)
        }
        Errand::Save(file) => ("save", file, String::new()),
        Errand::Open => ("open", String::new(), String::new()),
        Errand::Print => ("print", String::new(), String::new()),
        Errand::Follow(network) => ("follow", network.to_owned(), String::new()),
        Errand::Act { path, url } => ("act", path, url),
    };
    let done = Closure::once_into_js(move |said: String| {
        if let Some(code) = said.strip_prefix("code ") {
            send.emit(Action::Read(code.to_owned()));
        } else if let Some(heard) = Heard::named(&said) {
            send.emit(Action::Heard(heard));
        }
    });
    shell.errand(kind, &one, &two, done.unchecked_ref());
}
