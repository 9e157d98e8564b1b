//! Answers as a person writes them in JSON: `{"free-week": "plant-photo", "have": []}`.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;

use super::{Answer, Answers, Format, Question, Quiz};

/// One visitor's answers by question id: a choice's id, a list of ids (picks, or the order of a
/// rank), or the step of each row of a rating, counted from 0.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct AnswerSheet(BTreeMap<String, Written>);

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
enum Written {
    One(String),
    Many(Vec<String>),
    Steps(BTreeMap<String, usize>),
}

/// What keeps a sheet from being answers to a quiz.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetError {
    /// The question, and the part of its answer.
    pub place: String,
    /// What is wrong, and what would be right.
    pub problem: String,
}

impl fmt::Display for SheetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.problem)
    }
}

impl std::error::Error for SheetError {}

impl AnswerSheet {
    /// Reads the sheet against a quiz. Strict, unlike a share code: it was written by hand.
    ///
    /// # Errors
    ///
    /// The first question or choice the quiz does not have, or the first answer that is not whole.
    pub fn answers(&self, quiz: &Quiz) -> Result<Answers, SheetError> {
        let mut answers = Answers::default();
        for (id, written) in &self.0 {
            let error = |problem: String| SheetError { place: format!("`{id}`"), problem };
            let at = quiz.question_at(id).ok_or_else(|| {
                let known: Vec<_> = quiz.questions.iter().map(|one| one.id.as_str()).collect();
                error(format!("no such question; this quiz asks {}", known.join(", ")))
            })?;
            let Some(question) = quiz.questions.get(at) else {
                continue;
            };
            let answer = read(question, written).map_err(error)?;
            if !question.is_complete(&answer) {
                return Err(error(whole(question)));
            }
            answers = answers.with(at, Some(answer));
        }
        Ok(answers)
    }
}

fn read(question: &Question, written: &Written) -> Result<Answer, String> {
    let choice = |id: &String| {
        let at = question.choices().iter().position(|choice| choice.id == *id);
        at.ok_or_else(|| {
            let known: Vec<_> = question.choices().iter().map(|one| one.id.as_str()).collect();
            format!("no choice `{id}`; there are {}", known.join(", "))
        })
    };
    match (&question.format, written) {
        (Format::Single { .. } | Format::Scale { .. }, Written::One(id)) => {
            choice(id).map(Answer::Choice)
        }
        (Format::Multiple { .. }, Written::Many(ids)) => {
            let mut picks = ids.iter().map(choice).collect::<Result<Vec<_>, _>>()?;
            picks.sort_unstable();
            Ok(Answer::Picks(picks))
        }
        (Format::Rank { choices, .. }, Written::Many(ids)) => {
            let mut places = vec![None; choices.len()];
            for (place, id) in ids.iter().enumerate() {
                if let Some(slot) = places.get_mut(choice(id)?) {
                    *slot = Some(place);
                }
            }
            Ok(Answer::Order(places))
        }
        (Format::Rating { rows, .. }, Written::Steps(steps)) => {
            if let Some(unknown) = steps.keys().find(|id| !rows.iter().any(|row| row.id == **id)) {
                return Err(format!("no row `{unknown}`; {}", whole(question)));
            }
            Ok(Answer::Ratings(rows.iter().map(|row| steps.get(&row.id).copied()).collect()))
        }
        _ => Err(whole(question)),
    }
}

/// What a whole answer to this question looks like.
fn whole(question: &Question) -> String {
    match &question.format {
        Format::Single { .. } | Format::Scale { .. } => "give one choice's id".into(),
        Format::Multiple { min, max, .. } => {
            format!("give a list of {min} to {max} different choices' ids")
        }
        Format::Rank { choices, .. } => {
            format!("give a list of all {} choices' ids, first place first", choices.len())
        }
        Format::Rating { rows, steps, .. } => {
            let ids: Vec<_> = rows.iter().map(|row| row.id.as_str()).collect();
            let last = steps.len().saturating_sub(1);
            format!("give each of {} a step from 0 to {last}", ids.join(", "))
        }
    }
}
