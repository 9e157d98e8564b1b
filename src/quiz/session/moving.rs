//! Going on and back, past what is not asked.

use super::{Screen, Session, format};
use crate::quiz::{Answer, Format, Quiz};

impl Session {
    pub(super) fn go_on(&mut self, quiz: &Quiz) {
        match self.screen {
            Screen::Asking(at) => {
                if let Some(Format::Multiple { min: 0, .. }) = format(quiz, at)
                    && self.answers.get(at).is_none()
                {
                    self.say(at, Answer::Picks(Vec::new()));
                }
                if self.answers.complete(quiz, at).is_some() {
                    self.after(quiz, at);
                } else {
                    self.early += 1;
                }
            }
            Screen::Review if self.answers.enough(quiz) => self.show(Screen::Result),
            Screen::Review => self.early += 1,
            Screen::Resume | Screen::Result | Screen::Shared | Screen::Compare => {}
        }
    }

    /// Leaves a question that is done with: for the next one, or for the review where it was opened
    /// from there. What is asked only since then, and is still open, comes before that.
    pub(super) fn after(&mut self, quiz: &Quiz, question: usize) {
        let before = self.reviewed.as_ref().filter(|_| self.reviewing);
        let is_new = |at: &usize| {
            let was_asked = before.is_none_or(|before| before.is_asked(quiz, *at));
            !was_asked && self.answers.is_open(quiz, *at)
        };
        match (question + 1..quiz.questions.len()).find(is_new) {
            Some(new) => self.open(new),
            None if self.reviewing => self.show(Screen::Review),
            None => self.show(self.asking_from(quiz, question + 1)),
        }
    }

    /// The first question from here on that is asked, or else the review.
    pub(super) fn asking_from(&self, quiz: &Quiz, question: usize) -> Screen {
        let mut rest = question..quiz.questions.len();
        rest.find(|at| self.answers.is_asked(quiz, *at)).map_or(Screen::Review, Screen::Asking)
    }

    pub(super) fn go_back(&mut self, quiz: &Quiz, question: usize) {
        let before = (0..question).rev().find(|at| self.answers.is_asked(quiz, *at));
        if let Some(before) = before {
            self.show(Screen::Asking(before));
        }
    }

    /// Shows a question that leads to the review.
    pub(super) fn open(&mut self, question: usize) {
        self.show(Screen::Asking(question));
        self.reviewing = true;
    }

    pub(super) fn show(&mut self, screen: Screen) {
        self.screen = screen;
        self.early = 0;
        self.trial = None;
        self.panel = self.panel.without_word();
        self.reviewing = false;
        self.moves += 1;
    }
}
