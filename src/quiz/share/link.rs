//! A code as it travels in a link: with a checksum, so that a link that lost a letter on the way is
//! never taken for another result.

use super::{CodeError, Outline, decode, encode};
use crate::quiz::{Answers, Quiz, name_hash};

/// Longer fragments are refused unread, in bytes. The shipped quiz's longest link has 420; one of
/// the longest quiz there may be does not fit into an address.
const LONGEST: usize = 16 * 1024;
/// Longer codes in files are refused unread, in bytes: a quiz file is never as long.
const LONGEST_SAVED: usize = 256 * 1024;
/// Letters and digits that are not taken for one another when read aloud or copied by hand.
const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// How much a link tells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Grade {
    /// The matches and the stage.
    #[default]
    Result,
    /// Every answer, and with them the reasons.
    Answers,
}

/// What someone shared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shared {
    /// A result without the answers.
    Result(Outline),
    /// Answers; enough of them for a result.
    Answers(Answers),
}

/// What came of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// What it holds, or why it cannot be shown.
    pub shared: Result<Shared, LinkError>,
    /// The parts of it that this quiz does not know (any more).
    pub dropped: Vec<String>,
}

/// Why a link cannot be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkError {
    /// A newer version of the code wrote it.
    Newer,
    /// It speaks of another quiz.
    OtherQuiz,
    /// Something of it was lost or changed on the way.
    Damaged,
    /// It is whole, but of this quiz's questions or paths too few are left for a result.
    Outdated,
}

/// The fragment of a link that tells these answers' result, without the `#`.
#[must_use]
pub fn link(quiz: &Quiz, answers: &Answers, grade: Grade) -> String {
    let code = match grade {
        Grade::Result => Outline::of(quiz, answers).encode(quiz),
        Grade::Answers => encode(quiz, &answers.finished(quiz)),
    };
    format!("{code}~{}", checksum(&code))
}

/// Reads the fragment of an address, without the `#`. Total: `None` where it is no code and belongs
/// to the page; anything else gives something to say.
#[must_use]
pub fn open(quiz: &Quiz, fragment: &str) -> Option<Opened> {
    read(quiz, fragment, LONGEST)
}

/// [`open`] for the code in a file, which may be longer than an address.
#[must_use]
pub fn open_saved(quiz: &Quiz, code: &str) -> Option<Opened> {
    read(quiz, code, LONGEST_SAVED)
}

fn read(quiz: &Quiz, fragment: &str, longest: usize) -> Option<Opened> {
    let (version, _) = fragment.split_once('.')?;
    let number = version.strip_suffix('r').unwrap_or(version);
    let is_code = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    if !is_code || number.starts_with('0') {
        return None;
    }
    let mut opened = Opened { shared: Err(LinkError::Damaged), dropped: Vec::new() };
    if fragment.len() > longest {
        return Some(opened);
    }
    // Some programs write a + as the space that it means in a query.
    let fragment = fragment.replace(' ', "+");
    let (code, sum) = fragment.split_once('~').unwrap_or((&fragment, ""));
    let whole = sum.get(..4).is_some_and(|sum| sum == checksum(code));
    let read = if number == version {
        decode(quiz, code).map(|decoded| {
            let enough = decoded.said.enough(quiz);
            (enough.then_some(Shared::Answers(decoded.said)), decoded.dropped)
        })
    } else {
        Outline::decode(quiz, code)
            .map(|decoded| (decoded.said.map(Shared::Result), decoded.dropped))
    };
    match read {
        Err(CodeError::OtherVersion) => opened.shared = Err(LinkError::Newer),
        Err(CodeError::OtherQuiz) if whole => opened.shared = Err(LinkError::OtherQuiz),
        // A heading of the page, as in #1.2-setup.
        Err(CodeError::OtherQuiz | CodeError::NotACode) => return None,
        Ok((shared, dropped)) if whole => {
            opened.shared = shared.ok_or(LinkError::Outdated);
            opened.dropped = dropped;
        }
        Ok(_) => {}
    }
    Some(opened)
}

/// 20 bits of the code's hash, as four letters: one wrong link in a million passes.
fn checksum(code: &str) -> String {
    let hash = name_hash(code);
    let folded = hash ^ (hash >> 20) ^ (hash >> 40) ^ (hash >> 60);
    let letters = [0, 5, 10, 15].map(|by| ALPHABET.get((folded >> by & 31) as usize).copied());
    letters.into_iter().flatten().map(char::from).collect()
}
