//! Which questions are asked, where some hang on what was said before.
//!
//! Conditions only look back, so one pass from the first question to the last decides all of them.

use super::{Answer, Answers, Condition, Format, Question, Quiz};

impl Quiz {
    /// Whether another question is asked or not by the answer to this one.
    pub(crate) fn decides(&self, question: usize) -> bool {
        let mut conditions = self.questions.iter().flat_map(|one| &one.show_if);
        conditions.any(|condition| condition.question == question)
    }
}

impl Answers {
    /// Whether a question is asked of whoever answered like this.
    #[must_use]
    pub fn is_asked(&self, quiz: &Quiz, question: usize) -> bool {
        match quiz.questions.get(question) {
            Some(one) if one.show_if.is_empty() => true,
            Some(_) => self.asked(quiz).get(question) == Some(&true),
            None => false,
        }
    }

    /// Which questions are asked, by index.
    #[must_use]
    pub fn asked(&self, quiz: &Quiz) -> Vec<bool> {
        self.askable(quiz, quiz.questions.len())
    }

    /// Which questions are asked, or can still be asked when only those before `open` are done with.
    /// What was said from `open` on is not looked at: it may be said differently.
    #[must_use]
    pub fn askable(&self, quiz: &Quiz, open: usize) -> Vec<bool> {
        askable(quiz.questions.iter().map(Some), self, open)
    }

    fn meet(&self, question: &Question, condition: &Condition) -> bool {
        let choices = &condition.choices;
        match self.get(condition.question).filter(|answer| question.is_complete(answer)) {
            Some(Answer::Choice(chosen)) => choices.contains(chosen),
            Some(Answer::Picks(picks)) => picks.iter().any(|pick| choices.contains(pick)),
            _ => false,
        }
    }
}

/// A question on the way through all of them.
struct Passed<'a> {
    question: Option<&'a Question>,
    askable: bool,
    /// By question: which of its choices are left, a bit for each, where this one is to be asked.
    left: Vec<u64>,
}

/// [`Answers::askable`], for questions some of which could not be read. With `open` at 0 it says
/// which can be asked at all. Several picks are taken to meet any number of conditions at once, so
/// that nothing that can be asked is ever left out.
pub(super) fn askable<'a>(
    questions: impl Iterator<Item = Option<&'a Question>>,
    answers: &Answers,
    open: usize,
) -> Vec<bool> {
    let mut passed: Vec<Passed> = Vec::new();
    for question in questions {
        let mut left: Vec<u64> = Vec::new();
        let mut holds = |condition: &Condition| {
            let at = condition.question;
            let Some(Passed { question: Some(one), askable: true, left: needed }) = passed.get(at)
            else {
                return false;
            };
            if at < open {
                return answers.meet(one, condition);
            }
            // What the earlier question needs is needed here too.
            left.resize(left.len().max(at + 1), u64::MAX);
            left.iter_mut().zip(needed).for_each(|(left, needed)| *left &= needed);
            if takes_one(one)
                && let Some(left) = left.get_mut(at)
            {
                *left &= condition.choices.iter().fold(0, |all, choice| all | 1 << (choice % 64));
            }
            true
        };
        let conditions = question.map_or(&[][..], |one| &one.show_if);
        let askable = conditions.iter().all(&mut holds) && left.iter().all(|left| *left > 0);
        passed.push(Passed { question, askable, left });
    }
    passed.into_iter().map(|one| one.askable).collect()
}

/// Whether only one of its choices can be part of an answer.
pub(super) fn takes_one(question: &Question) -> bool {
    matches!(
        question.format,
        Format::Single { .. } | Format::Scale { .. } | Format::Multiple { max: 1, .. }
    )
}
