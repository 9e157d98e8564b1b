//! The share code: the one form in which answers and results leave this room.
//!
//! ```text
//! 1.career-quiz.rule-book.translator+chat-assistant.two-meanings4.recognise1+language2.have:
//! │ │           │         │                         │             │                    └ an answer
//! │ │           │         │                         │             │                      that picks nothing
//! │ │           │         │                         │             └ choice and place, from 1
//! │ │           │         │                         └ row and step, from 0
//! │ │           │         └ picks, joined by +
//! │ │           └ one answer a part, in the quiz's order, by ids; an id that stands in
//! │ │             two questions has its question before it, as in enjoy-first:two-meanings4
//! │ └ quiz
//! └ version
//!
//! 1r.career-quiz.leaning.nlp73.dl63.g47.nn20:foundation
//! │              │       │                   └ stage, where one is set
//! │              │       └ paths, best first, with their matches in whole percent
//! │              └ band
//! └ version; r for a result without the answers
//!
//! 1r.career-quiz.leaning.nlp73.dl63.g47.nn20:foundation~k3f9
//!                                                       └ checksum; stands in links only
//! ```
//! Canonical: one state, one code. By id and never by position, so that a code outlives an edit of
//! the quiz: what the quiz no longer knows is dropped and said, never taken for something else.
//! Ids hold only `a-z 0-9 - _`, so a code needs no escaping in a URL fragment. An id that ends in a
//! digit is divided from its number by `=`.

mod answers;
mod link;
mod outline;

pub use answers::{decode, encode};
pub use link::{Grade, LinkError, Opened, Shared, link, open, open_saved};
pub use outline::Outline;

use super::Quiz;

const VERSION: &str = "1";

/// What a code said, and what of it this quiz does not know.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decoded<T> {
    /// What was understood.
    pub said: T,
    /// The parts that were not, as they stood in the code.
    pub dropped: Vec<String>,
}

/// Why a code could not be read at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeError {
    /// It is not a code, or far too long for one.
    NotACode,
    /// It is of a version this code does not know.
    OtherVersion,
    /// It speaks of another quiz.
    OtherQuiz,
}

/// The parts of a code of this kind (`""` or `"r"`) for this quiz, after its version and quiz.
fn parts<'a>(
    quiz: &Quiz,
    code: &'a str,
    kind: &str,
) -> Result<impl Iterator<Item = &'a str>, CodeError> {
    let mut parts = code.split('.');
    let first = parts.next().unwrap_or_default();
    let version = first.strip_suffix(kind).unwrap_or_default();
    if version.is_empty() || !version.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(CodeError::NotACode);
    }
    match parts.next() {
        None => Err(CodeError::NotACode),
        Some(id) if id != quiz.id => Err(CodeError::OtherQuiz),
        Some(_) if version != VERSION => Err(CodeError::OtherVersion),
        Some(_) => Ok(parts),
    }
}

/// An id with its number: `nlp73`, or `level2=73` where the id ends in a digit itself.
fn numbered(id: &str, number: usize) -> String {
    let divided = id.ends_with(|last: char| last.is_ascii_digit());
    format!("{id}{}{number}", if divided { "=" } else { "" })
}

/// [`numbered`] read back. A number has at most three digits and no more zeros than it needs.
fn unnumbered(part: &str) -> Option<(&str, usize)> {
    let id = part.trim_end_matches(|last: char| last.is_ascii_digit());
    let digits = part.get(id.len()..)?;
    let canonical = digits == "0" || !digits.starts_with('0');
    let number = digits.parse().ok().filter(|_| canonical && digits.len() <= 3)?;
    Some((id.strip_suffix('=').unwrap_or(id), number))
}
