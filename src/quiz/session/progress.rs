//! How far she is. Going forward, the number and the filled share never fall and the total never
//! grows: only what was said before a question takes others away.

use super::{Screen, Session};
use crate::quiz::{Quiz, Shared};

/// A question's number, and how many there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Counted from 1 among those asked.
    pub number: usize,
    /// Those asked before it, itself, and those after it that can still be asked.
    pub total: usize,
    /// Whether some of these hang on answers that are not given yet.
    pub at_most: bool,
}

impl Session {
    /// What the progress says at a question.
    #[must_use]
    pub fn progress(&self, quiz: &Quiz, question: usize) -> Progress {
        let mut progress = Progress { number: 0, total: 0, at_most: false };
        let askable = self.answers.askable(quiz, question);
        for (at, one) in quiz.questions.iter().enumerate() {
            if askable.get(at) == Some(&true) {
                progress.total += 1;
                progress.number += usize::from(at <= question);
                progress.at_most |= one.show_if.iter().any(|it| it.question >= question);
            }
        }
        progress
    }

    /// Which questions the progress has a place for, by index: on a question those that can still be
    /// asked, anywhere else those that are.
    #[must_use]
    pub fn stops(&self, quiz: &Quiz) -> Vec<bool> {
        match (self.screen, self.shared(), self.own_screen()) {
            (Screen::Shared, Some(Shared::Answers(theirs)), _) => theirs.asked(quiz),
            (Screen::Shared, Some(Shared::Result(_)), _) => vec![true; quiz.questions.len()],
            (_, _, Screen::Asking(at)) => self.answers.askable(quiz, at),
            _ => self.answers.asked(quiz),
        }
    }
}
