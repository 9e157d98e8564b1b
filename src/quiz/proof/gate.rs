//! Which questions are asked, from what was said before them.

use super::super::question::{Condition, Question};
use super::super::{Answer, Answers, Quiz};

/// The choices an answer names, as bits; a rating or a rank names none. A question has at most 50.
pub(super) fn said(answer: &Answer) -> u64 {
    match answer {
        Answer::Choice(choice) => bits([*choice]),
        Answer::Picks(picks) => bits(picks.iter().copied()),
        Answer::Ratings(_) | Answer::Order(_) => 0,
    }
}

/// Choices as bits.
pub(super) fn bits(choices: impl IntoIterator<Item = usize>) -> u64 {
    choices.into_iter().fold(0, |bits, choice| bits | 1_u64.checked_shl(choice as u32).unwrap_or(0))
}

impl Condition {
    /// Whether it holds where these choices of its question were said.
    pub(super) fn holds(&self, said: u64) -> bool {
        said & bits(self.choices.iter().copied()) != 0
    }
}

impl Question {
    /// Whether it is asked after these choices, by question; 0 for one that was not asked.
    pub(super) fn asked(&self, said: &[u64]) -> bool {
        let before = |condition: &Condition| said.get(condition.question).copied().unwrap_or(0);
        self.show_if.iter().all(|condition| condition.holds(before(condition)))
    }
}

/// The answers without those to questions that would not have been asked.
pub(super) fn asked_only(quiz: &Quiz, answers: &Answers) -> Answers {
    let mut kept = Answers::default();
    let mut choices = Vec::new();
    for (at, question) in quiz.questions.iter().enumerate() {
        let answer = answers.get(at).filter(|answer| question.is_complete(answer));
        let answer = answer.filter(|_| question.asked(&choices));
        choices.push(answer.map_or(0, said));
        if let Some(answer) = answer {
            kept = kept.with(at, Some(answer.clone()));
        }
    }
    kept
}
