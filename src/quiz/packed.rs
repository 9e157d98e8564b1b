//! A quiz as the browser gets it: checked before, and in a form that takes next to no code to read.
//!
//! ```text
//! 01 5e 0c 91 3a  0b career-quiz …
//! │  │            └ the quiz in postcard's wire format: lengths, integers, texts; no names
//! │  └ what the words are called and in which order they stand, as a hash
//! └ version of the form
//! ```
//! Packed and unpacked by files of one build, which pin each other; the head is there for those that
//! got mixed all the same, and would show one text in another's place.

mod unpack;

use std::fmt;

use self::unpack::{Packed, Unpack};
use super::Quiz;
use super::words::NAMES;

/// Goes up when a type of the model changes its shape.
const VERSION: u8 = 1;
const HEAD: [u8; 5] = head();

/// Why bytes are no quiz: they are cut, changed, or of another build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnpackError {
    /// They begin otherwise than this build's do.
    OtherBuild,
    /// They begin as they should, and go on as no quiz does.
    Damaged,
}

impl fmt::Display for UnpackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OtherBuild => "the quiz is of another build; upload all files of one build",
            Self::Damaged => "the packed quiz is damaged; upload all files of one build",
        })
    }
}

impl std::error::Error for UnpackError {}

impl Quiz {
    /// The quiz as [`Quiz::unpack`] reads it.
    #[must_use]
    pub fn pack(&self) -> Vec<u8> {
        // What it says can fail are floats and streams of unknown length, and a quiz has neither.
        postcard::to_extend(self, HEAD.to_vec()).unwrap_or_default()
    }

    /// Reads what [`Quiz::pack`] wrote. Total: no bytes make it panic, or take more memory than a
    /// small multiple of their own size.
    ///
    /// # Errors
    ///
    /// Where the bytes are no quiz of this build.
    pub fn unpack(bytes: &[u8]) -> Result<Self, UnpackError> {
        let body = bytes.strip_prefix(&HEAD).ok_or(UnpackError::OtherBuild)?;
        let mut packed = Packed::new(body);
        let quiz = <Self as Unpack>::unpack(&mut packed);
        if packed.is_done() { Ok(quiz) } else { Err(UnpackError::Damaged) }
    }
}

/// The version, and a hash of the words' names (FNV-1a).
const fn head() -> [u8; 5] {
    let mut hash: u32 = 0x811c_9dc5;
    let mut names: &[&str] = NAMES;
    while let [name, rest @ ..] = names {
        let mut letters = name.as_bytes();
        while let [letter, more @ ..] = letters {
            hash = (hash ^ *letter as u32).wrapping_mul(0x0100_0193);
            letters = more;
        }
        // So that "ab" "c" is not "a" "bc".
        hash = (hash ^ 0xff).wrapping_mul(0x0100_0193);
        names = rest;
    }
    let [a, b, c, d] = hash.to_le_bytes();
    [VERSION, a, b, c, d]
}
