//! Giving an answer, in each of the formats.

use super::{Session, format};
use crate::quiz::sort::sort_short;
use crate::quiz::{Answer, Format, Quiz};

impl Session {
    pub(super) fn choose(&mut self, quiz: &Quiz, question: usize, choice: usize) {
        if let Some(Format::Single { choices } | Format::Scale { choices }) = format(quiz, question)
            && choice < choices.len()
        {
            self.say(question, Answer::Choice(choice));
        }
    }

    pub(super) fn toggle(&mut self, quiz: &Quiz, question: usize, choice: usize) {
        let Some(Format::Multiple { choices, min, max }) = format(quiz, question) else {
            return;
        };
        let mut picks = match self.answers.get(question) {
            Some(Answer::Picks(picks)) => picks.clone(),
            _ => Vec::new(),
        };
        if let Some(at) = picks.iter().position(|pick| *pick == choice) {
            picks.remove(at);
        } else if picks.len() >= *max {
            self.over_limit = true;
            return;
        } else if choice < choices.len() {
            picks.push(choice);
            sort_short(&mut picks, |pick| *pick);
        }
        // Taking back the last pick is no answer, unless picking nothing is one.
        let said = !picks.is_empty() || *min == 0;
        self.say(question, said.then_some(Answer::Picks(picks)));
    }

    pub(super) fn rate(&mut self, quiz: &Quiz, question: usize, row: usize, step: usize) {
        let Some(asked @ Format::Rating { steps, .. }) = format(quiz, question) else {
            return;
        };
        if let Some(Answer::Ratings(mut ratings)) = self.so_far(question, asked)
            && step < steps.len()
            && let Some(slot) = ratings.get_mut(row)
        {
            *slot = Some(step);
            self.say(question, Answer::Ratings(ratings));
        }
    }

    pub(super) fn place(&mut self, quiz: &Quiz, question: usize, choice: usize, place: usize) {
        let Some(asked @ Format::Rank { choices, .. }) = format(quiz, question) else { return };
        let Some(Answer::Order(now)) = self.so_far(question, asked) else { return };
        if place >= choices.len() || choice >= now.len() {
            return;
        }
        let (_, _, before) = self.placing.take().unwrap_or((question, choice, now));
        self.say(question, Answer::Order(placed(&before, choice, place)));
        self.placing = Some((question, choice, before));
    }

    pub(super) fn shift(&mut self, quiz: &Quiz, question: usize, choice: usize, up: bool) {
        let Some(asked @ Format::Rank { choices, .. }) = format(quiz, question) else {
            return;
        };
        let Some(Answer::Order(places)) = self.so_far(question, asked) else {
            return;
        };
        let mut free = (0..choices.len()).filter(|place| !places.contains(&Some(*place)));
        let to = match places.get(choice) {
            None => None,
            Some(None) if up => free.next_back(),
            Some(None) => free.next(),
            Some(Some(place)) if up => place.checked_sub(1),
            Some(Some(place)) => Some(place + 1),
        };
        if let Some(to) = to {
            self.place(quiz, question, choice, to);
            self.placing = None;
        }
    }

    fn so_far(&self, question: usize, format: &Format) -> Option<Answer> {
        self.answers.get(question).cloned().or_else(|| Answer::blank(format))
    }

    pub(super) fn say(&mut self, question: usize, answer: impl Into<Option<Answer>>) {
        self.restarted = false;
        self.trial = None;
        self.answers = self.answers.with(question, answer.into());
    }
}

/// The places once `choice` has `place`. Whoever had it takes the one that was left; if none was,
/// the nearest free one.
fn placed(before: &[Option<usize>], choice: usize, place: usize) -> Vec<Option<usize>> {
    let mut places = before.to_vec();
    let left = places.get_mut(choice).and_then(|slot| slot.replace(place));
    let taken = before.iter().position(|other| *other == Some(place)).filter(|at| *at != choice);
    if let Some(slot) = taken.and_then(|at| places.get_mut(at)) {
        let free = (0..before.len()).filter(|free| !before.contains(&Some(*free)));
        *slot = left.or_else(|| free.min_by_key(|free| free.abs_diff(place)));
    }
    places
}
