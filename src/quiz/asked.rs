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
        askable(quiz.questions.len(), &|at| quiz.questions.get(at), self, open)
    }

    /// Whether a question is asked and has no whole answer.
    #[must_use]
    pub fn is_open(&self, quiz: &Quiz, question: usize) -> bool {
        self.is_asked(quiz, question) && self.complete(quiz, question).is_none()
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

/// [`Answers::askable`], for questions some of which could not be read. With `open` at 0 it says
/// which can be asked at all. Several picks are taken to meet any number of conditions at once, so
/// that nothing that can be asked is ever left out.
pub(super) fn askable<'a>(
    len: usize,
    question: &dyn Fn(usize) -> Option<&'a Question>,
    answers: &Answers,
    open: usize,
) -> Vec<bool> {
    let mut askable = Vec::with_capacity(len);
    // For each question, by question: which choices are left where it is to be asked, a bit each.
    let mut all_left: Vec<Vec<u64>> = Vec::with_capacity(len);
    for now in 0..len {
        let mut left: Vec<u64> = Vec::new();
        let mut can_be = true;
        for condition in question(now).map_or(&[][..], |one| &one.show_if) {
            let at = condition.question;
            let Some(earlier) = question(at).filter(|_| askable.get(at) == Some(&true)) else {
                can_be = false;
                break;
            };
            if at < open {
                can_be &= answers.meet(earlier, condition);
                continue;
            }
            // What the earlier question needs is needed here too.
            left.resize(left.len().max(at + 1), u64::MAX);
            let needed = all_left.get(at).map_or(&[][..], Vec::as_slice);
            for (left, needed) in left.iter_mut().zip(needed) {
                *left &= needed;
            }
            if takes_one(earlier)
                && let Some(left) = left.get_mut(at)
            {
                *left &= condition.choices.iter().fold(0, |all, choice| all | 1 << (choice % 64));
            }
        }
        askable.push(can_be && left.iter().all(|left| *left > 0));
        all_left.push(left);
    }
    askable
}

/// Whether only one of its choices can be part of an answer.
pub(super) fn takes_one(question: &Question) -> bool {
    matches!(
        question.format,
        Format::Single { .. } | Format::Scale { .. } | Format::Multiple { max: 1, .. }
    )
}
