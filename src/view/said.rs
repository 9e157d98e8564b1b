//! What is announced: only what changes without the focus going there.
//!
//! One region a quiz, there from the start, since readers hear of changes in a region and not of
//! regions that come. Its two halves are used in turn, so that the same words said twice are heard
//! twice.

use super::element::{Element, el};
use super::question::note;
use super::result::share::is_no_server;
use super::scene::{fresh, word_on};
use crate::quiz::{Action, Quiz, Screen, Session, Word};

/// What was said last, and how often anything was.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Said {
    text: String,
    times: u32,
}

impl Said {
    /// What is to be said once an action led from one session to the next.
    pub(super) fn after(
        &self,
        quiz: &Quiz,
        action: &Action,
        before: &Session,
        now: &Session,
    ) -> Self {
        let text = status(quiz, now);
        if before.screen() != now.screen() || text.is_empty() {
            // The focus tells of a new screen.
            return Self { text: String::new(), times: self.times };
        }
        let refused = now.over_limit() && matches!(action, Action::Toggle { .. });
        let heard_again = before.panel().heard != now.panel().heard;
        if status(quiz, before) == text && !refused && !heard_again {
            return self.clone();
        }
        Self { text, times: self.times.wrapping_add(1) }
    }
}

/// What a screen says of itself without moving.
fn status(quiz: &Quiz, session: &Session) -> String {
    if let (Some(heard), _) = session.panel().heard {
        return word_on(&quiz.words, heard).to_owned();
    }
    match session.screen() {
        Screen::Asking(at) => note(quiz, session, at),
        Screen::Result if is_no_server(&session.panel().server) => {
            quiz.words[Word::ServerWrong].to_owned()
        }
        _ => String::new(),
    }
}

pub(super) fn draw(said: &Said) -> Element {
    let half = |turn: u32| {
        let text = if said.times % 2 == turn { &said.text } else { "" };
        el("p").attr("role", "status").child(fresh(text))
    };
    el("div").key("said").class("for-readers").child(half(0)).child(half(1))
}
