//! A session as one line of text that survives edits of the quiz.
//!
//! ```text
//! 9e3779b97f4a7c15 reward 1.career-quiz.plant-photo.… 1.career-quiz.rule-book.…
//! seed (hex)       place  share code                  share code of before she took it again
//! ```
//! The place is a question's id, with a `*` before it where it was opened from the review, or
//! `*` alone for the review, or `**` for the result. What someone shared is not remembered; a line
//! for the shell begins its place with `!` while she looks at that.

use super::{Screen, Session};
use crate::quiz::{Quiz, share};

impl Session {
    /// What is worth remembering, as one line.
    #[must_use]
    pub fn remember(&self, quiz: &Quiz) -> String {
        let opened = if self.reviewing { "*" } else { "" };
        let place = match self.own_screen() {
            Screen::Asking(at) => quiz.questions.get(at).map_or("", |question| &question.id),
            Screen::Result => "**",
            _ => "*",
        };
        let code = share::encode(quiz, &self.answers);
        let before = self.previous.as_ref().map(|before| share::encode(quiz, before));
        let (gap, before) = before.map_or(("", String::new()), |before| (" ", before));
        format!("{:x} {opened}{place} {code}{gap}{before}", self.seed)
    }

    /// [`Session::remember`] with what she is looking at: for going on at once, after a failure.
    #[must_use]
    pub fn line(&self, quiz: &Quiz) -> String {
        let line = self.remember(quiz);
        match self.screen {
            Screen::Shared | Screen::Compare => line.replacen(' ', " !", 1),
            _ => line,
        }
    }

    /// Whether a line was written while she looked at what someone shared.
    #[must_use]
    pub fn looked_at_shared(line: &str) -> bool {
        line.split(' ').skip(1).any(|part| part.starts_with('!'))
    }

    /// The session a remembered line speaks of, asking whether to continue. A line without an
    /// answer is nothing to continue and gives `None`.
    #[must_use]
    pub fn recall(quiz: &Quiz, line: &str) -> Option<Self> {
        let mut left = Self::restore(quiz, line)?;
        if left.answers.is_blank() {
            // She began again and took back the one answer she gave: the earlier ones still stand.
            left.answers = left.previous.take().unwrap_or_default();
            left.screen = if left.answers.enough(quiz) { Screen::Result } else { Screen::Review };
        }
        let asking = Self { screen: Screen::Resume, left_at: left.screen, ..left };
        (!asking.answers.is_blank()).then_some(asking)
    }

    /// The session a line speaks of, as if she had never been away. Total: what the quiz no longer
    /// has is dropped, and what is no line gives `None`.
    #[must_use]
    pub fn restore(quiz: &Quiz, line: &str) -> Option<Self> {
        let mut parts = line.split(' ');
        let seed = u64::from_str_radix(parts.next()?, 16).ok()?;
        let place = parts.next()?.trim_start_matches('!');
        let answers = share::decode(quiz, parts.next()?).ok()?.said;
        let previous = parts.next().and_then(|code| share::decode(quiz, code).ok());
        let previous = previous.map(|before| before.said).filter(|before| !before.is_blank());
        let left = Self { answers, previous, ..Self::new(seed) };
        let mut all = 0..quiz.questions.len();
        let is_open = |at: &usize| left.answers.is_open(quiz, *at);
        let opened = place.strip_prefix('*').and_then(|id| quiz.question_at(id));
        let reviewing = opened.is_some_and(|at| left.answers.is_asked(quiz, at));
        let screen = match (place, opened) {
            ("**", _) if left.answers.enough(quiz) => Screen::Result,
            ("*" | "**", _) => Screen::Review,
            (_, Some(at)) if reviewing => Screen::Asking(at),
            (_, Some(_)) => Screen::Review,
            (id, None) => {
                let at = quiz.question_at(id).or_else(|| all.find(is_open));
                at.map_or(Screen::Review, |at| left.asking_from(quiz, at))
            }
        };
        Some(Self { screen, reviewing, ..left })
    }
}
