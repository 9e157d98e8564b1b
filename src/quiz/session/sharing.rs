//! What someone shared, what she had before, and the ways between these and her own quiz.

use std::rc::Rc;

use super::{Heard, Panel, Screen, Session};
use crate::quiz::{Answers, Grade, Opened, Quiz, Shared, share};

impl Session {
    /// The session with what the page's address brought; looking at it where it is `new` to her.
    #[must_use]
    pub fn with_shared(mut self, opened: Opened, new: bool) -> Self {
        self.shared = Some(Rc::new(opened));
        if new {
            self.left_at = self.own_screen();
            self.screen = Screen::Shared;
        }
        self
    }

    /// What someone shared, or why it cannot be shown.
    #[must_use]
    pub fn opened(&self) -> Option<&Opened> {
        self.shared.as_deref()
    }

    /// What someone shared, where it can be shown.
    #[must_use]
    pub fn shared(&self) -> Option<&Shared> {
        self.opened()?.shared.as_ref().ok()
    }

    /// What she had answered before she took the quiz again.
    #[must_use]
    pub fn previous(&self) -> Option<&Answers> {
        self.previous.as_ref()
    }

    /// The share panel.
    #[must_use]
    pub fn panel(&self) -> &Panel {
        &self.panel
    }

    /// The session with the Mastodon server she named before.
    #[must_use]
    pub fn with_server(mut self, server: String) -> Self {
        self.panel.server = server;
        self
    }

    /// Where she is in her own quiz, whatever she is looking at.
    #[must_use]
    pub fn own_screen(&self) -> Screen {
        match self.screen {
            Screen::Resume | Screen::Shared | Screen::Compare => self.left_at,
            own => own,
        }
    }

    pub(super) fn go_home(&mut self) {
        self.look_at(self.own_screen());
    }

    pub(super) fn compare(&mut self, quiz: &Quiz) {
        if self.shared().is_some() && self.answers.enough(quiz) {
            self.left_at = self.own_screen();
            self.look_at(Screen::Compare);
        }
    }

    /// Shows a screen without moving her in her own quiz.
    fn look_at(&mut self, screen: Screen) {
        let reviewing = self.reviewing;
        self.show(screen);
        self.reviewing = reviewing;
    }

    pub(super) fn drop_shared(&mut self) {
        self.go_home();
        self.shared = None;
    }

    /// From the first question again. What she had stays at hand, and remembered, until she has
    /// answered the first new question.
    pub(super) fn retaken(&self, keep: bool) -> Self {
        let mut next = self.anew();
        next.previous = Some(self.answers.clone());
        if keep {
            next.answers = self.answers.clone();
            next.restarted = false;
        }
        next
    }

    pub(super) fn put_back(&mut self, quiz: &Quiz) {
        if let Some(before) = self.previous.take() {
            let done = before.enough(quiz);
            self.answers = before;
            self.restarted = false;
            self.show(if done { Screen::Result } else { Screen::Review });
        }
    }

    /// A saved result becomes her own. What she had before can be brought back.
    pub(super) fn read(&mut self, quiz: &Quiz, code: &str) {
        match share::open_saved(quiz, code).and_then(|opened| opened.shared.ok()) {
            Some(Shared::Answers(answers)) => {
                let had = !self.answers.is_blank() && self.answers != answers;
                let had = had.then(|| self.answers.clone());
                self.previous = had.or_else(|| self.previous.take());
                self.answers = answers;
                self.restarted = false;
                self.show(Screen::Result);
            }
            _ => self.panel = self.panel.hearing(Heard::NotRead),
        }
    }

    /// The fragment of the link she shares.
    #[must_use]
    pub fn link(&self, quiz: &Quiz) -> String {
        share::link(quiz, &self.answers, self.panel.grade)
    }

    /// The code that a saved file carries: all she answered.
    #[must_use]
    pub fn saved(&self, quiz: &Quiz) -> String {
        share::link(quiz, &self.answers, Grade::Answers)
    }
}
