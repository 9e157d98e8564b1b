//! The share code: the one form in which answers leave this room.
//!
//! ```text
//! 1.career-quiz.free-week:plant-photo.help-build:fake-notes+walking-robot.enjoy-first:two-meanings=4
//! │ │           │         │                      └ picks, joined by +     └ row=step or choice=place
//! │ │           └ question:answer, by id and in the quiz's order, joined by .
//! │ └ quiz id
//! └ version of the code
//! ```
//! Canonical: one set of answers, one code. Ids hold only `a-z 0-9 - _`, so a code needs no
//! escaping in a URL fragment. A question without an answer is left out; `have:` is an answer
//! that picks nothing.

use super::sort::sort_short;
use super::{Answer, Answers, Format, Question, Quiz};

/// Longer codes are refused unread, in bytes; a quiz file is never as long, so no code is.
const LONGEST: usize = 256 * 1024;
const VERSION: &str = "1";

/// What a code said, and what of it this quiz does not know.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decoded {
    /// What was understood.
    pub answers: Answers,
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

/// Writes answers as a code.
#[must_use]
pub fn encode(quiz: &Quiz, answers: &Answers) -> String {
    let mut code = format!("{VERSION}.{}", quiz.id);
    for (at, question) in quiz.questions.iter().enumerate() {
        if let Some(answer) = answers.get(at).and_then(|answer| said(question, answer)) {
            code.push('.');
            code.push_str(&question.id);
            code.push(':');
            code.push_str(&answer);
        }
    }
    code
}

/// Reads a code. Never fails over a part of it: what this quiz does not know is dropped.
///
/// # Errors
///
/// Only where the whole is no code for this quiz.
pub fn decode(quiz: &Quiz, code: &str) -> Result<Decoded, CodeError> {
    if code.len() > LONGEST {
        return Err(CodeError::NotACode);
    }
    let mut parts = code.split('.');
    match parts.next() {
        Some(VERSION) => {}
        Some(other) if !other.is_empty() && other.bytes().all(|byte| byte.is_ascii_digit()) => {
            return Err(CodeError::OtherVersion);
        }
        _ => return Err(CodeError::NotACode),
    }
    match parts.next() {
        Some(id) if id == quiz.id => {}
        Some(_) => return Err(CodeError::OtherQuiz),
        None => return Err(CodeError::NotACode),
    }
    let mut decoded = Decoded::default();
    for part in parts {
        let known = part.split_once(':').and_then(|(id, answer)| {
            let at = quiz.question_at(id)?;
            let dropped = &mut decoded.dropped;
            Some((at, heard(quiz.questions.get(at)?, answer, dropped)?))
        });
        match known {
            Some((at, answer)) => decoded.answers = decoded.answers.with(at, Some(answer)),
            None => decoded.dropped.push(part.to_owned()),
        }
    }
    Ok(decoded)
}

fn said(question: &Question, answer: &Answer) -> Option<String> {
    let id = |at: &usize| question.choices().get(*at).map(|choice| choice.id.as_str());
    let pairs = |ids: Vec<&str>, values: &[Option<usize>], from: usize| {
        let pairs = ids.into_iter().zip(values);
        let pairs = pairs.filter_map(|(id, value)| Some(format!("{id}={}", (*value)? + from)));
        let pairs: Vec<_> = pairs.collect();
        (!pairs.is_empty()).then(|| pairs.join("+"))
    };
    match answer {
        Answer::Choice(at) => id(at).map(str::to_owned),
        Answer::Picks(picks) => Some(picks.iter().filter_map(id).collect::<Vec<_>>().join("+")),
        Answer::Ratings(ratings) => {
            pairs(question.rows().iter().map(|row| row.id.as_str()).collect(), ratings, 0)
        }
        Answer::Order(places) => {
            pairs(question.choices().iter().map(|choice| choice.id.as_str()).collect(), places, 1)
        }
    }
}

fn heard(question: &Question, answer: &str, dropped: &mut Vec<String>) -> Option<Answer> {
    let choice = |id: &str| question.choices().iter().position(|choice| choice.id == id);
    let mut drop = |part: &str| dropped.push(format!("{}:{part}", question.id));
    match &question.format {
        Format::Single { .. } | Format::Scale { .. } => choice(answer).map(Answer::Choice),
        Format::Multiple { min, max, .. } => {
            let mut picks = Vec::new();
            for part in answer.split('+').filter(|part| !part.is_empty()) {
                match choice(part) {
                    Some(at) if picks.len() < *max && !picks.contains(&at) => picks.push(at),
                    _ => drop(part),
                }
            }
            sort_short(&mut picks, |pick| *pick);
            let none_left = picks.is_empty() && (*min > 0 || !answer.is_empty());
            (!none_left).then_some(Answer::Picks(picks))
        }
        Format::Rating { rows, steps, .. } => {
            let mut ratings = vec![None; rows.len()];
            for part in answer.split('+') {
                let known = part.split_once('=').and_then(|(id, step)| {
                    let row = rows.iter().position(|row| row.id == id)?;
                    let step = step.parse().ok().filter(|step| *step < steps.len())?;
                    Some((ratings.get_mut(row)?, step))
                });
                match known {
                    Some((slot, step)) => *slot = Some(step),
                    None => drop(part),
                }
            }
            ratings.iter().any(Option::is_some).then_some(Answer::Ratings(ratings))
        }
        Format::Rank { choices, .. } => {
            let mut places = vec![None; choices.len()];
            for part in answer.split('+') {
                let known = part.split_once('=').and_then(|(id, place)| {
                    let place: usize = place.parse().ok()?;
                    let place = place.checked_sub(1).filter(|place| *place < choices.len())?;
                    let free = !places.contains(&Some(place));
                    Some((places.get_mut(choice(id)?)?, place)).filter(|_| free)
                });
                match known {
                    Some((slot, place)) => *slot = Some(place),
                    None => drop(part),
                }
            }
            places.iter().any(Option::is_some).then_some(Answer::Order(places))
        }
    }
}
