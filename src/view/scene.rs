//! What every screen is drawn from, and the few shapes they share.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::ask::Ask;
use super::element::{Element, el};
use super::outside::Outside;
use crate::quiz::{Action, Heard, Piece, Quiz, Session, Word, Words};

/// One drawing's inputs.
pub(super) struct Scene<'a> {
    pub(super) quiz: &'a Quiz,
    pub(super) words: &'a Words,
    pub(super) session: &'a Session,
    pub(super) level: u8,
    pub(super) send: Callback<Action>,
    /// Takes the focus after a move.
    pub(super) heading: NodeRef,
    /// Takes the focus when Continue came too early.
    pub(super) problem: NodeRef,
    /// What the problem is about.
    pub(super) first: NodeRef,
    /// The heading of the share panel.
    pub(super) share: NodeRef,
    /// Has the browser do something.
    pub(super) ask: Callback<Ask>,
    pub(super) outside: Outside,
    /// Drawn at build time: there is no region yet that announces what changes.
    pub(super) still: bool,
    /// Whether a long screen is drawn to its end already.
    pub(super) whole: bool,
}

impl<'a> Scene<'a> {
    /// A scene drawn at build time: nothing in it is pressed, and nothing takes the focus.
    pub(super) fn still(quiz: &'a Quiz, session: &'a Session, level: u8) -> Self {
        Self {
            quiz,
            words: &quiz.words,
            session,
            level,
            send: Callback::noop(),
            heading: NodeRef::default(),
            problem: NodeRef::default(),
            first: NodeRef::default(),
            share: NodeRef::default(),
            ask: Callback::noop(),
            outside: Outside::default(),
            still: true,
            whole: true,
        }
    }

    /// A callback that does one thing whatever the event.
    pub(super) fn on(&self, action: Action) -> Callback<Event> {
        let send = self.send.clone();
        Callback::from(move |_| send.emit(action.clone()))
    }

    /// The tag of a heading `depth` levels under the quiz's own.
    pub(super) fn h(&self, depth: u8) -> &'static str {
        match self.level.saturating_add(depth) {
            0 | 1 => "h1",
            2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            _ => "h6",
        }
    }

    /// The heading of a screen, which takes the focus when the screen is reached.
    pub(super) fn title(&self, text: &str) -> Element {
        self.titled().text(text)
    }

    /// The same without its text.
    pub(super) fn titled(&self) -> Element {
        el(self.h(0)).class("title").part("title").attr("tabindex", "-1").node(&self.heading)
    }

    /// The heading of a part of a screen; none where the part has no name.
    pub(super) fn part(&self, text: &str) -> Element {
        el(self.h(1)).class("part").hidden(text.is_empty()).text(text)
    }

    /// The heading of a list inside a part.
    pub(super) fn small(&self, text: &str) -> Element {
        el(self.h(2)).class("sub").text(text)
    }

    /// The button that goes on, which Enter presses too. It hears the press and not the form's
    /// submission: a sandboxed frame, as WordPress makes them, submits no forms. The form's method
    /// is `dialog`, which leads nowhere: after a panic nobody would stop it, and a form sent
    /// elsewhere puts the answers into the page's address.
    pub(super) fn submit(&self, text: &str) -> Element {
        let send = self.send.clone();
        let pressed = Callback::from(move |event: Event| {
            event.prevent_default();
            send.emit(Action::Continue);
        });
        let button = el("button").attr("type", "submit").class("button").part("button");
        button.on_click(pressed).text(text)
    }

    /// A callback that asks for one thing whatever the event.
    pub(super) fn asks(&self, ask: Ask) -> Callback<Event> {
        let asks = self.ask.clone();
        Callback::from(move |_| asks.emit(ask))
    }

    /// A button that asks for something.
    pub(super) fn ask(&self, text: &str, main: bool, ask: Ask) -> Element {
        framed(text, main).on_click(self.asks(ask))
    }

    /// A button that does one thing.
    pub(super) fn act(&self, text: &str, main: bool, action: Action) -> Element {
        framed(text, main).on_click(self.on(action))
    }

    /// The same where it is not the main one.
    pub(super) fn quiet(&self, text: &str, action: Action) -> Element {
        self.act(text, false, action)
    }

    /// A filled text, each piece in an element of its own, what is filled in apart from the direction
    /// of the rest; `mark` gives it its class.
    pub(super) fn sentence(
        &self,
        template: &str,
        values: &[(&str, &str)],
        mark: impl Fn(&str) -> Option<&'static str>,
    ) -> Html {
        let pieces = self.words.pieces(template, values);
        pieces
            .into_iter()
            .enumerate()
            .map(|(at, piece)| match piece {
                Piece::Text(text) => el("span").key(at).text(text),
                Piece::Filled { name, value } => el("bdi").key(at).class(mark(name)).text(value),
            })
            .collect()
    }

    /// A button that looks like a link.
    pub(super) fn link(&self, text: &str, action: Action) -> Element {
        button("link").on_click(self.on(action)).text(text)
    }
}

/// A button, which sends no form.
pub(super) fn button(class: &'static str) -> Element {
    el("button").attr("type", "button").class(class)
}

/// A button that looks like one, the main one or not.
pub(super) fn framed(text: &str, main: bool) -> Element {
    let button = match main {
        true => button("button").part("button"),
        false => button("button quiet").part("button quiet"),
    };
    button.text(text)
}

/// A text that changes while its screen stays. A translator may have taken its text node away, so
/// the whole element is replaced when it says something else.
pub(super) fn fresh(text: &str) -> Element {
    el("span").key(text).text(text)
}

/// A text with a space before it, which keeps it from the one before where there are no styles.
pub(super) fn spaced(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!(" {text}") }
}

/// Opens the file of a saved result.
pub(super) fn open_saved(scene: &Scene) -> Element {
    let file = el("input").attr("type", "file").class("for-readers");
    let file = file.on_change(scene.asks(Ask::Open));
    let text = el("span").text(&scene.words[Word::OpenSaved]);
    el("label").class("link open").child(file).child(text)
}

/// What came of what she asked of the browser, where she asked it.
pub(super) fn heard(scene: &Scene, here: &[Heard]) -> Element {
    let (heard, times) = scene.session.panel().heard;
    let heard = heard.filter(|heard| here.contains(heard));
    let text = heard.map_or("", |heard| word_on(scene.words, heard));
    let said = el("span").key(times).text(text);
    el("p").class("heard").hidden(text.is_empty()).child(said)
}

/// What is said of it.
pub(super) fn word_on(words: &Words, heard: Heard) -> &str {
    match heard {
        Heard::Copied | Heard::TextCopied => &words[Word::HeardCopied],
        Heard::Refused => &words[Word::HeardRefused],
        Heard::NotShared => &words[Word::HeardNotShared],
        Heard::Saved => &words[Word::HeardSaved],
        Heard::NoPicture => &words[Word::HeardNoPicture],
        Heard::NotRead => &words[Word::HeardNotRead],
    }
}

/// A paragraph that is there only where there is something to say.
pub(super) fn given(class: &'static str, text: &str) -> Element {
    el("p").class(class).hidden(text.is_empty()).text(text)
}

/// Plain lines.
pub(super) fn list(class: &'static str, lines: &[String]) -> Element {
    let lines = lines.iter().enumerate().map(|(at, line)| el("li").key(at).text(line));
    el("ul").class(class).children(lines)
}

/// A text that leads to a page where the quiz gives one.
pub(super) fn linked(text: &str, url: Option<&String>) -> Element {
    let text = el("bdi").text(text);
    match url {
        Some(url) => leading(url).child(text),
        None => text,
    }
}

/// A link to a page elsewhere.
pub(super) fn leading(url: &str) -> Element {
    el("a").set("href", url).attr("rel", "noopener noreferrer").attr("target", "_blank")
}

pub(super) fn focus(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        // An element that is gone or cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}
