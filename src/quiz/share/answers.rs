//! Answers as a code, and back.

use super::{CodeError, Decoded, VERSION, numbered, parts, unnumbered};
use crate::quiz::sort::sort_short;
use crate::quiz::{Answer, Answers, Format, Question, Quiz};

/// Longer codes are refused unread, in bytes: a quiz file is never as long, so no code is.
const LONGEST: usize = 256 * 1024;

/// Writes answers as a code.
#[must_use]
pub fn encode(quiz: &Quiz, answers: &Answers) -> String {
    let mut code = format!("{VERSION}.{}", quiz.id);
    for (at, question) in quiz.questions.iter().enumerate() {
        let Some(items) = answers.get(at).and_then(|answer| said(question, answer)) else {
            continue;
        };
        code.push('.');
        let first = items.split('+').next().unwrap_or_default();
        if owner(quiz, first) != Some(at) {
            code.push_str(&question.id);
            code.push(':');
        }
        code.push_str(&items);
    }
    code
}

/// Reads a code. Never fails over a part of it: what this quiz does not know is dropped.
///
/// # Errors
///
/// Only where the whole is no code of answers for this quiz.
pub fn decode(quiz: &Quiz, code: &str) -> Result<Decoded<Answers>, CodeError> {
    if code.len() > LONGEST {
        return Err(CodeError::NotACode);
    }
    let mut decoded = Decoded::<Answers>::default();
    // Each question has one part; of a flood of others none is read.
    let (most, mut read) = (quiz.questions.len() * 2, 0);
    for part in parts(quiz, code, "")? {
        read += 1;
        if read > most {
            decoded.dropped.push("…".to_owned());
            break;
        }
        let (at, items) = match part.split_once(':') {
            Some((id, items)) => (quiz.question_at(id), items),
            None => (owner(quiz, part.split('+').next().unwrap_or_default()), part),
        };
        let known = at.and_then(|at| {
            Some((at, heard(quiz.questions.get(at)?, items, &mut decoded.dropped)?))
        });
        match known {
            Some((at, answer)) => decoded.said = decoded.said.with(at, Some(answer)),
            None => decoded.dropped.push(part.to_owned()),
        }
    }
    Ok(decoded)
}

/// The one question that an item can only belong to.
fn owner(quiz: &Quiz, item: &str) -> Option<usize> {
    let knows = |question: &Question| match &question.format {
        Format::Rating { .. } | Format::Rank { .. } => unnumbered(item).is_some_and(|(id, _)| {
            question.rows().iter().any(|row| row.id == id) || has(question, id)
        }),
        _ => has(question, item),
    };
    let mut owners = quiz.questions.iter().enumerate().filter(|(_, question)| knows(question));
    let (at, _) = owners.next()?;
    owners.next().is_none().then_some(at)
}

fn has(question: &Question, id: &str) -> bool {
    question.choices().iter().any(|choice| choice.id == id)
}

/// An answer's items; nothing where nothing was said. Picking nothing is an answer where it may be.
fn said(question: &Question, answer: &Answer) -> Option<String> {
    let id = |at: &usize| question.choices().get(*at).map(|choice| choice.id.as_str());
    let pairs = |ids: Vec<&str>, values: &[Option<usize>], from: usize| {
        let pairs = ids.into_iter().zip(values);
        let pairs = pairs.filter_map(|(id, value)| Some(numbered(id, (*value)? + from)));
        let pairs: Vec<_> = pairs.collect();
        (!pairs.is_empty()).then(|| pairs.join("+"))
    };
    match (answer, &question.format) {
        (Answer::Choice(at), _) => id(at).map(str::to_owned),
        (Answer::Picks(picks), Format::Multiple { min, .. }) => {
            let open = picks.is_empty() && *min > 0;
            (!open).then(|| picks.iter().filter_map(id).collect::<Vec<_>>().join("+"))
        }
        (Answer::Picks(_), _) => None,
        (Answer::Ratings(ratings), _) => {
            pairs(question.rows().iter().map(|row| row.id.as_str()).collect(), ratings, 0)
        }
        (Answer::Order(places), _) => {
            pairs(question.choices().iter().map(|choice| choice.id.as_str()).collect(), places, 1)
        }
    }
}

fn heard(question: &Question, items: &str, dropped: &mut Vec<String>) -> Option<Answer> {
    let choice = |id: &str| question.choices().iter().position(|choice| choice.id == id);
    let mut drop = |item: &str| dropped.push(format!("{}:{item}", question.id));
    let mut slots =
        |len: usize, from: usize, below: usize, at: &dyn Fn(&str) -> Option<usize>, once: bool| {
            let mut values = vec![None; len];
            for item in items.split('+').take(len * 2) {
                let known = unnumbered(item).and_then(|(id, number)| {
                    let value = number.checked_sub(from).filter(|value| *value < below)?;
                    let taken = once && values.contains(&Some(value));
                    Some((values.get_mut(at(id)?)?, value)).filter(|_| !taken)
                });
                match known {
                    Some((slot, value)) => *slot = Some(value),
                    None => drop(item),
                }
            }
            values.iter().any(Option::is_some).then_some(values)
        };
    match &question.format {
        Format::Single { .. } | Format::Scale { .. } => choice(items).map(Answer::Choice),
        Format::Multiple { choices, min, max } => {
            let mut picks = Vec::new();
            for item in items.split('+').filter(|item| !item.is_empty()).take(choices.len() * 2) {
                match choice(item) {
                    Some(at) if picks.len() < *max && !picks.contains(&at) => picks.push(at),
                    _ => drop(item),
                }
            }
            sort_short(&mut picks, |pick| *pick);
            let none_left = picks.is_empty() && (*min > 0 || !items.is_empty());
            (!none_left).then_some(Answer::Picks(picks))
        }
        Format::Rating { rows, steps, .. } => {
            let row = |id: &str| rows.iter().position(|row| row.id == id);
            slots(rows.len(), 0, steps.len(), &row, false).map(Answer::Ratings)
        }
        Format::Rank { choices, .. } => {
            slots(choices.len(), 1, choices.len(), &choice, true).map(Answer::Order)
        }
    }
}
