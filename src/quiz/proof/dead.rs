//! Answers that change nothing.
//!
//! A choice is *silent* where choosing it gives nothing: no points, no breadth, no level that a
//! stage rule asks for, no line on the roadmap, no question that is asked because of it. One
//! silent choice beside others is a statement, "none of these" or the low end of a scale. A second
//! one in the same question is dead: it says what the first says. A question is dead where every
//! answer to it gives the same.

use super::super::Quiz;
use super::super::question::{Format, Question};

/// What changes nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dead {
    /// No answer to this question matters.
    Question(usize),
    /// It gives nothing, as another choice of its question does.
    Choice {
        /// Index of the question.
        question: usize,
        /// Index of the choice.
        choice: usize,
        /// Index of the choice that says the same.
        like: usize,
    },
}

pub(super) fn dead(quiz: &Quiz) -> Vec<Dead> {
    let mut found = Vec::new();
    for (at, question) in quiz.questions.iter().enumerate() {
        if matters(quiz, at, question) {
            let mut silent =
                (0..question.choices().len()).filter(|one| silent(quiz, at, question, *one));
            if let (Some(like), false) = (silent.next(), is_rank(question)) {
                found.extend(silent.map(|choice| Dead::Choice { question: at, choice, like }));
            }
        } else {
            found.push(Dead::Question(at));
        }
    }
    found
}

fn is_rank(question: &Question) -> bool {
    matches!(question.format, Format::Rank { .. })
}

/// Whether two answers to it can differ in anything.
fn matters(quiz: &Quiz, at: usize, question: &Question) -> bool {
    match &question.format {
        Format::Rating { points_per_step, .. } => {
            let noted = quiz.rules.low_ratings.is_some() || quiz.rules.high_ratings.is_some();
            *points_per_step != 0 || noted
        }
        Format::Rank { place_points, .. } => {
            let level = place_points.windows(2).all(|pair| matches!(pair, [a, b] if a == b));
            !level || quiz.rules.tie_breaker == Some(at)
        }
        Format::Multiple { choices, .. } => {
            (0..choices.len()).any(|choice| !silent(quiz, at, question, choice))
        }
        Format::Single { choices } | Format::Scale { choices } => {
            let first = choices.first().map(|choice| choice.points);
            let same = choices.iter().all(|choice| Some(choice.points) == first);
            !same || (0..choices.len()).any(|choice| is_heard(quiz, at, choice))
        }
    }
}

fn silent(quiz: &Quiz, at: usize, question: &Question, choice: usize) -> bool {
    let gives = question.choices().get(choice).is_some_and(|one| !one.points.is_zero());
    !gives && !is_heard(quiz, at, choice)
}

/// Whether anything but the points depends on a choice.
fn is_heard(quiz: &Quiz, question: usize, choice: usize) -> bool {
    let mut rules = quiz.stages.iter().flat_map(|stage| stage.when.iter().flatten());
    let levels = rules.any(|(about, least)| *about == question && *least > 0);
    let mut lines = quiz.roadmap.iter().flat_map(|step| &step.if_has);
    let line = lines.any(|(about, had, _)| *about == question && *had == choice);
    let mut conditions = quiz.questions.iter().flat_map(|one| &one.show_if);
    let opens = conditions.any(|one| one.question == question && one.choices.contains(&choice));
    levels || line || opens
}
