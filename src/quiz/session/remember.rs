//! A session as one line of text that survives edits of the quiz.
//!
//! ```text
//! 9e3779b97f4a7c15 reward 1.career-quiz.free-week:plant-photo.…
//! seed (hex)       place  share code
//! ```
//! The place is a question's id, with a `*` before it where it was opened from the review, or
//! `*` alone for the review, or `**` for the result.

use super::{Screen, Session};
use crate::quiz::{Quiz, share};

impl Session {
    /// What is worth remembering, as one line.
    #[must_use]
    pub fn remember(&self, quiz: &Quiz) -> String {
        let place = if self.screen == Screen::Resume { self.left_at } else { self.screen };
        let opened = if self.reviewing { "*" } else { "" };
        let place = match place {
            Screen::Asking(at) => quiz.questions.get(at).map_or("", |question| &question.id),
            Screen::Review | Screen::Resume => "*",
            Screen::Result => "**",
        };
        format!("{:x} {opened}{place} {}", self.seed, share::encode(quiz, &self.answers))
    }

    /// The session a remembered line speaks of, asking whether to continue. A line without an
    /// answer is nothing to continue and gives `None`.
    #[must_use]
    pub fn recall(quiz: &Quiz, line: &str) -> Option<Self> {
        let left = Self::restore(quiz, line)?;
        let asking = Self { screen: Screen::Resume, left_at: left.screen, ..left };
        (!asking.answers.is_blank()).then_some(asking)
    }

    /// The session a line speaks of, as if she had never been away. Total: what the quiz no longer
    /// has is dropped, and what is no line gives `None`.
    #[must_use]
    pub fn restore(quiz: &Quiz, line: &str) -> Option<Self> {
        let mut parts = line.splitn(3, ' ');
        let seed = u64::from_str_radix(parts.next()?, 16).ok()?;
        let place = parts.next()?;
        let answers = share::decode(quiz, parts.next()?).ok()?.answers;
        let first_open = (0..quiz.questions.len()).find(|at| answers.complete(quiz, *at).is_none());
        let opened = place.strip_prefix('*').and_then(|id| quiz.question_at(id));
        let screen = match place {
            "**" if answers.enough(quiz) => Screen::Result,
            "*" | "**" => Screen::Review,
            id => opened
                .or_else(|| quiz.question_at(id))
                .or(first_open)
                .map_or(Screen::Review, Screen::Asking),
        };
        let reviewing = opened.is_some();
        Some(Self { screen, reviewing, answers, ..Self::new(seed) })
    }
}
