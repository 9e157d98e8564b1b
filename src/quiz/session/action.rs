//! Everything a visitor can do.

use super::Heard;
use crate::quiz::{Change, Grade};

/// What a visitor can do. Indices are the quiz's; one that does not exist does nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Chooses one of a single or scale question.
    Choose {
        /// The question.
        question: usize,
        /// The choice.
        choice: usize,
    },
    /// Picks one of a multiple question, or takes the pick back. Over the limit it only says so.
    Toggle {
        /// The question.
        question: usize,
        /// The choice.
        choice: usize,
    },
    /// Gives a row of a rating its step.
    Rate {
        /// The question.
        question: usize,
        /// The row.
        row: usize,
        /// The step.
        step: usize,
    },
    /// Gives a choice of a rank its place; whoever had it takes the place that was left, if any.
    Place {
        /// The question.
        question: usize,
        /// The choice.
        choice: usize,
        /// The place, counted from 0.
        place: usize,
    },
    /// Moves a choice of a rank one place up or down; one without a place takes the last or
    /// first free one.
    Move {
        /// The question.
        question: usize,
        /// The choice.
        choice: usize,
        /// Towards the first place.
        up: bool,
    },
    /// Goes on, if the question on the screen is answered; otherwise says what is missing.
    Continue,
    /// Takes back the answer on the screen and goes on. Required questions cannot be skipped.
    Skip,
    /// Goes back one screen.
    Back,
    /// Opens a question from the review; Continue then leads back there.
    Open(usize),
    /// Opens the review, from the result.
    Review,
    /// Continues where she left off.
    Resume,
    /// Begins again with nothing answered. What is remembered stays until the first answer.
    Restart,
    /// Begins again and removes what is remembered.
    Forget,
    /// Looks at the result with one answer changed.
    Try(Box<Change>),
    /// Puts the tried change back.
    Undo,
    /// Takes the quiz again, to see afterwards what changed.
    Retake {
        /// With the answers she gave filled in.
        keep: bool,
    },
    /// Brings back the answers from before she took it again.
    PutBack,
    /// Goes from what someone shared to her own quiz, where she left it.
    Own,
    /// Puts her own result beside what someone shared.
    Compare,
    /// Leaves what someone shared out of sight.
    DropShared,
    /// Takes the answers of a saved result for her own.
    Read(String),
    /// Chooses how much her link tells.
    Grade(Grade),
    /// Hears what came of something she asked of the browser.
    Heard(Heard),
    /// Names her Mastodon server.
    Server(String),
    /// Shows or hides the QR code of her link.
    ShowQr,
}
