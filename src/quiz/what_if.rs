//! What would have changed the result: every single change of one answer, tried.

use super::points::Points;
use super::question::orders;
use super::score::{Tally, places};
use super::sort::sort_short;
use super::{Answer, Answers, Choice, Format, MAX_PATHS, Quiz};

/// This many changes make 80,000 pairs, a few milliseconds on a phone. The shipped quiz has under
/// a hundred.
const MOST_PAIRED: usize = 400;
/// Ranks with more choices than this are changed by moving one choice, not by every order.
const MOST_ORDERED: usize = 5;

/// One answer, said differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Index of the question.
    pub question: usize,
    /// The answer after the change.
    pub answer: Answer,
    /// What changed.
    pub kind: ChangeKind,
    /// How far it is from what was said: steps along a rating or scale, picks added and removed,
    /// neighbours swapped in a rank; another choice counts 2, one taken back and one made.
    pub size: usize,
    worth: Worth,
}

/// The kinds of change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    /// Another choice.
    Choose(usize),
    /// Another step for a row.
    Rate {
        /// Index of the row.
        row: usize,
        /// Index of the step.
        step: usize,
    },
    /// One pick more.
    Add(usize),
    /// One pick less.
    Remove(usize),
    /// One pick for another.
    Swap {
        /// Index of the pick taken back.
        out: usize,
        /// Index of the pick made.
        into: usize,
    },
    /// Another order.
    Order,
}

/// A change and the path it leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counterfactual {
    /// What would have been said.
    pub change: Change,
    /// The path it would have given.
    pub path: usize,
}

/// What would have changed the result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhatIf {
    /// One or two single changes, the smallest first, each to a path of its own.
    Single(Vec<Counterfactual>),
    /// No single change does, but two together do.
    Two,
    /// Nor do two.
    ThreeOrMore,
}

/// What a change does to a tally.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Worth {
    difference: Points,
    places: Option<[u8; MAX_PATHS]>,
    /// Which response it changes: two changes of one response are no pair.
    response: (usize, usize),
    /// What there is after it, where other questions are asked or not by this answer.
    decided: Option<Tally>,
}

impl Worth {
    fn apply(&self, tally: &Tally) -> Tally {
        self.decided.unwrap_or(Tally {
            points: tally.points + self.difference,
            places: self.places.unwrap_or(tally.places),
            ..*tally
        })
    }
}

/// Tries every single change of an answer that counts, then pairs of them. In a quiz with more
/// than 400 changes only those are paired that take most of the winner's lead. A question that is
/// asked only because of a change is not answered, and counts for nobody.
#[must_use]
pub fn what_if(quiz: &Quiz, answers: &Answers) -> WhatIf {
    let answers = &answers.finished(quiz);
    let tally = Tally::of(quiz, answers);
    let winner = tally.standing(quiz).winner;
    let mut changes = changes(quiz, answers);
    let mut best: Vec<Counterfactual> = Vec::new();
    for change in &changes {
        let path = change.worth.apply(&tally).standing(quiz).winner;
        if path == winner {
            continue;
        }
        match best.iter_mut().find(|known| known.path == path) {
            Some(known) if known.change.size <= change.size => {}
            Some(known) => known.change = change.clone(),
            None => best.push(Counterfactual { change: change.clone(), path }),
        }
    }
    if !best.is_empty() {
        sort_short(&mut best, |one| (one.change.size, one.change.question));
        best.truncate(2);
        return WhatIf::Single(best);
    }
    if changes.len() > MOST_PAIRED {
        // Sorted in as they come: the standard library's sorts take 4 kB.
        let mut nearest: Vec<(i64, Change)> = Vec::new();
        for change in changes {
            let lead = change.worth.apply(&tally).standing(quiz).lead();
            let at = nearest.partition_point(|(known, _)| *known <= lead);
            if at < MOST_PAIRED {
                nearest.truncate(MOST_PAIRED - 1);
                nearest.insert(at, (lead, change));
            }
        }
        changes = nearest.into_iter().map(|(_, change)| change).collect();
    }
    let turns = |(at, first): (usize, &Change)| {
        let once = first.worth.apply(&tally);
        let rest = changes.iter().skip(at + 1);
        rest.filter(|second| second.worth.response != first.worth.response)
            .map(|second| match first.worth.decided.or(second.worth.decided) {
                None => second.worth.apply(&once),
                // Each may take away the question of the other.
                Some(_) => Tally::of(quiz, &second.said_in(&first.said_in(answers))),
            })
            .any(|both| both.standing(quiz).winner != winner)
    };
    if changes.iter().enumerate().any(turns) { WhatIf::Two } else { WhatIf::ThreeOrMore }
}

impl Change {
    fn said_in(&self, answers: &Answers) -> Answers {
        answers.with(self.question, Some(self.answer.clone()))
    }
}

/// Every single change of one answer, in the quiz's order.
fn changes(quiz: &Quiz, answers: &Answers) -> Vec<Change> {
    let mut changes = Vec::new();
    for (at, question, answer) in answers.all_complete(quiz) {
        let decides = quiz.decides(at);
        if !question.counts() && !decides {
            continue;
        }
        let now = question.points(answer);
        let mut push = |kind, response, size, changed: Answer| {
            let places = (quiz.rules.tie_breaker == Some(at)).then(|| places(quiz, at, &changed));
            let difference = question.points(&changed) - now;
            let decided =
                decides.then(|| Tally::of(quiz, &answers.with(at, Some(changed.clone()))));
            let worth = Worth { difference, places, response: (at, response), decided };
            changes.push(Change { question: at, answer: changed, kind, size, worth });
        };
        match (&question.format, answer) {
            (Format::Single { choices }, Answer::Choice(chosen)) => {
                for other in (0..choices.len()).filter(|other| other != chosen) {
                    push(ChangeKind::Choose(other), 0, 2, Answer::Choice(other));
                }
            }
            (Format::Scale { choices }, Answer::Choice(chosen)) => {
                for other in (0..choices.len()).filter(|other| other != chosen) {
                    push(
                        ChangeKind::Choose(other),
                        0,
                        other.abs_diff(*chosen),
                        Answer::Choice(other),
                    );
                }
            }
            (Format::Multiple { choices, min, max }, Answer::Picks(picks)) => {
                for (kind, size, changed) in changed_picks(choices, picks, *min, *max) {
                    push(kind, 0, size, Answer::Picks(changed));
                }
            }
            (Format::Rating { steps, .. }, Answer::Ratings(ratings)) => {
                for (row, given) in ratings.iter().enumerate() {
                    let Some(given) = *given else { continue };
                    for step in (0..steps.len()).filter(|step| *step != given) {
                        let mut changed = ratings.clone();
                        if let Some(slot) = changed.get_mut(row) {
                            *slot = Some(step);
                        }
                        let kind = ChangeKind::Rate { row, step };
                        push(kind, row, step.abs_diff(given), Answer::Ratings(changed));
                    }
                }
            }
            (Format::Rank { .. }, Answer::Order(order)) => {
                let order: Vec<_> = order.iter().flatten().copied().collect();
                for changed in other_orders(&order) {
                    let size = swaps(&order, &changed);
                    let changed = changed.into_iter().map(Some).collect();
                    push(ChangeKind::Order, 0, size, Answer::Order(changed));
                }
            }
            _ => {}
        }
    }
    changes
}

/// One pick added, removed or swapped, within the limits.
pub(super) fn changed_picks(
    choices: &[Choice],
    picks: &[usize],
    min: usize,
    max: usize,
) -> Vec<(ChangeKind, usize, Vec<usize>)> {
    let mut changes = Vec::new();
    let free = || (0..choices.len()).filter(|choice| !picks.contains(choice));
    let sorted = |mut picks: Vec<usize>| {
        sort_short(&mut picks, |pick| *pick);
        picks
    };
    let without = |out: usize| picks.iter().copied().filter(move |pick| *pick != out);
    if picks.len() < max {
        for add in free() {
            let all = sorted(picks.iter().copied().chain([add]).collect());
            changes.push((ChangeKind::Add(add), 1, all));
        }
    }
    for &out in picks {
        if picks.len() > min {
            changes.push((ChangeKind::Remove(out), 1, without(out).collect()));
        }
        for into in free() {
            let all = sorted(without(out).chain([into]).collect());
            changes.push((ChangeKind::Swap { out, into }, 2, all));
        }
    }
    changes
}

/// Every other order of the same places; for long ranks, every order that moves one choice.
pub(super) fn other_orders(order: &[usize]) -> Vec<Vec<usize>> {
    let mut found = Vec::new();
    if order.len() <= MOST_ORDERED {
        found = orders(order.len());
    } else {
        for from in 0..order.len() {
            for to in 0..order.len() {
                let moved = order.iter().map(|&place| match place {
                    place if place == from => to,
                    place if from < place && place <= to => place - 1,
                    place if to <= place && place < from => place + 1,
                    place => place,
                });
                found.push(moved.collect());
            }
        }
    }
    found.retain(|other| other != order);
    found
}

/// How many pairs stand the other way round.
fn swaps(one: &[usize], other: &[usize]) -> usize {
    let pairs: Vec<_> = one.iter().zip(other).collect();
    let mut swapped = 0;
    for (at, (a, x)) in pairs.iter().enumerate() {
        swapped += pairs.iter().skip(at + 1).filter(|(b, y)| (a < b) != (x < y)).count();
    }
    swapped
}
