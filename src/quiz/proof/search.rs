//! Looking for the answers that speak most for one path, by changing one at a time.

use super::super::points::Points;
use super::super::question::{Format, Question};
use super::super::score::{Tally, places};
use super::super::sort::sort_short;
use super::super::what_if::{changed_picks, other_orders};
use super::super::{Answer, Answers, MAX_PATHS, Quiz};
use super::gate::said;

/// More rounds than this are not needed: each raises the lead.
const MOST_ROUNDS: usize = 200;

/// A visitor with an answer to every question, also to those she would not be asked.
#[derive(Debug, Clone)]
pub(super) struct Person<'q> {
    quiz: &'q Quiz,
    parts: Vec<Part>,
}

/// One answer and what it comes to.
#[derive(Debug, Clone)]
struct Part {
    answer: Answer,
    points: Points,
    said: u64,
    places: Option<[u8; MAX_PATHS]>,
}

impl Part {
    fn new(quiz: &Quiz, at: usize, question: &Question, answer: Answer) -> Self {
        let places = (quiz.rules.tie_breaker == Some(at)).then(|| places(quiz, at, &answer));
        Self { points: question.points(&answer), said: said(&answer), places, answer }
    }
}

/// How well a path does: whether it wins, and its lead, or what it lacks, as numerator and
/// denominator.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fit {
    pub(super) winner: usize,
    lead: i64,
    of: i64,
}

impl Fit {
    fn better(&self, other: &Self, path: usize) -> bool {
        let (mine, theirs) = (self.winner == path, other.winner == path);
        let cross = |one: &Self, other: &Self| i128::from(one.lead) * i128::from(other.of);
        (mine && !theirs) || (mine == theirs && cross(self, other) > cross(other, self))
    }
}

impl<'q> Person<'q> {
    /// Who says what speaks most for a path, question by question.
    pub(super) fn for_path(quiz: &'q Quiz, path: usize) -> Self {
        let parts = quiz.questions.iter().enumerate();
        let parts = parts
            .map(|(at, question)| Part::new(quiz, at, question, speaking(quiz, question, path)));
        Self { quiz, parts: parts.collect() }
    }

    /// What she would say to the questions she is asked.
    pub(super) fn answers(&self) -> Answers {
        self.asked().fold(Answers::default(), |answers, (at, part)| {
            answers.with(at, Some(part.answer.clone()))
        })
    }

    fn asked(&self) -> impl Iterator<Item = (usize, &Part)> {
        let questions = self.quiz.questions.iter().zip(&self.parts).enumerate();
        let mut before: Vec<u64> = Vec::with_capacity(self.parts.len());
        questions.filter_map(move |(at, (question, part))| {
            let asked = question.asked(&before);
            before.push(if asked { part.said } else { 0 });
            asked.then_some((at, part))
        })
    }

    pub(super) fn fit(&self, path: usize) -> Fit {
        let mut tally = Tally::default();
        for (at, part) in self.asked() {
            let Some(question) = self.quiz.questions.get(at) else { continue };
            tally.points = tally.points + part.points;
            tally.most += i64::from(question.most);
            tally.breadth_most += i64::from(question.breadth_most);
            tally.places = part.places.unwrap_or(tally.places);
        }
        let standing = tally.standing(self.quiz);
        let at = |path: usize| standing.scaled.get(path).copied().unwrap_or(0);
        let others = (0..self.quiz.paths.len()).filter(|other| *other != path);
        let lead = at(path) - others.map(at).max().unwrap_or(0);
        Fit { winner: standing.winner, lead, of: standing.denominator }
    }

    /// The single change of an answer that serves a path best, or harms it most.
    fn best_change(&self, path: usize, serves: bool) -> Option<(Self, Fit)> {
        let mut best: Option<(Self, Fit)> = None;
        let mut tried = self.clone();
        for (at, question) in self.quiz.questions.iter().enumerate() {
            let Some(now) = self.parts.get(at) else { continue };
            for answer in neighbours(question, &now.answer) {
                if let Some(slot) = tried.parts.get_mut(at) {
                    *slot = Part::new(self.quiz, at, question, answer);
                }
                let fit = tried.fit(path);
                let better = best.as_ref().is_none_or(|(_, known)| {
                    if serves { fit.better(known, path) } else { known.better(&fit, path) }
                });
                if better {
                    best = Some((tried.clone(), fit));
                }
            }
            if let Some(slot) = tried.parts.get_mut(at) {
                slot.clone_from(now);
            }
        }
        best
    }

    /// Climbs until no single change serves the path better; of equal changes the first is made.
    pub(super) fn climb(mut self, path: usize) -> Self {
        let mut fit = self.fit(path);
        for _ in 0..MOST_ROUNDS {
            let best = self.best_change(path, true);
            let Some((next, better)) = best.filter(|(_, next)| next.better(&fit, path)) else {
                break;
            };
            (self, fit) = (next, better);
        }
        self
    }

    /// How many single changes, each the one that harms the path most, take the first place from
    /// it; `None` where that leads nowhere.
    pub(super) fn changes_to_fall(mut self, path: usize) -> Option<usize> {
        let mut fit = self.fit(path);
        for changes in 0..MOST_ROUNDS {
            if fit.winner != path {
                return Some(changes);
            }
            let (next, worse) =
                self.best_change(path, false).filter(|(_, next)| fit.better(next, path))?;
            (self, fit) = (next, worse);
        }
        None
    }
}

/// The answer that gives a path most beside the others; for the blended path breadth, and the
/// same for all.
fn speaking(quiz: &Quiz, question: &Question, path: usize) -> Answer {
    let blended = quiz.blend.as_ref().is_some_and(|blend| blend.path == path);
    let worth = |points: &Points| -> i64 {
        let scored = quiz.scored_paths().map(|one| i64::from(points.path(one)));
        let sum: i64 = scored.clone().sum();
        if blended {
            let top = scored.max().unwrap_or(0);
            i64::from(points.breadth) * 1000 + sum - top * (quiz.others() + 1)
        } else {
            i64::from(points.path(path)) * (quiz.others() + 1) - sum - i64::from(points.breadth)
        }
    };
    match &question.format {
        Format::Single { choices } | Format::Scale { choices } => {
            // Of equal ones the first.
            let choices = choices.iter().enumerate();
            let best = choices.rev().max_by_key(|(_, choice)| worth(&choice.points));
            Answer::Choice(best.map_or(0, |(at, _)| at))
        }
        Format::Multiple { choices, min, max } => {
            let mut ranked: Vec<_> =
                choices.iter().map(|one| worth(&one.points)).enumerate().collect();
            sort_short(&mut ranked, |(at, worth)| (std::cmp::Reverse(*worth), *at));
            let picked = ranked.iter().enumerate().take(*max);
            let picked = picked.filter(|(at, (_, worth))| at < min || *worth > 0);
            let mut picks: Vec<_> = picked.map(|(_, (at, _))| *at).collect();
            picks.sort_unstable();
            Answer::Picks(picks)
        }
        Format::Rating { steps, rows, .. } => {
            let last = steps.len().saturating_sub(1);
            let step = |row: usize| if blended || row == path { last } else { 0 };
            Answer::Ratings(rows.iter().map(|row| Some(step(row.path))).collect())
        }
        Format::Rank { choices, .. } => {
            let mut order: Vec<_> = (0..choices.len()).collect();
            sort_short(&mut order, |at| choices.get(*at).is_none_or(|one| one.path != Some(path)));
            let place = |choice: usize| order.iter().position(|one| *one == choice);
            Answer::Order((0..choices.len()).map(place).collect())
        }
    }
}

/// The answers one change away.
fn neighbours(question: &Question, answer: &Answer) -> Vec<Answer> {
    match (&question.format, answer) {
        (Format::Single { choices } | Format::Scale { choices }, Answer::Choice(chosen)) => {
            let others = (0..choices.len()).filter(|other| other != chosen);
            others.map(Answer::Choice).collect()
        }
        (Format::Multiple { choices, min, max }, Answer::Picks(picks)) => {
            let changed = changed_picks(choices, picks, *min, *max);
            changed.into_iter().map(|(_, _, picks)| Answer::Picks(picks)).collect()
        }
        (Format::Rating { steps, .. }, Answer::Ratings(ratings)) => {
            let changed = ratings.iter().enumerate().flat_map(|(row, now)| {
                let others = (0..steps.len()).map(Some).filter(move |step| step != now);
                others.map(move |step| {
                    let rows = ratings.iter().enumerate();
                    Answer::Ratings(
                        rows.map(|(at, was)| if at == row { step } else { *was }).collect(),
                    )
                })
            });
            changed.collect()
        }
        (Format::Rank { .. }, Answer::Order(order)) => {
            let order: Vec<_> = order.iter().flatten().copied().collect();
            let others = other_orders(&order).into_iter();
            others.map(|order| Answer::Order(order.into_iter().map(Some).collect())).collect()
        }
        _ => Vec::new(),
    }
}
