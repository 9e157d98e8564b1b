//! Visitors who answer at random, and the odds among many of them.

use super::super::chance::Chance;
use super::super::points::Points;
use super::super::question::{Format, Question, rank_points, rating_points};
use super::super::score::{Tally, places};
use super::super::{Answer, Answers, MAX_PATHS, Quiz};
use super::gate::{bits, said};
use super::odds::{Method, Odds};

/// Fixed, so that a quiz is told the same whenever it is asked about.
pub(super) const SEED: u64 = 2026;
/// So many answers are drawn in all: some two seconds.
const DRAWS: u64 = 40_000_000;
/// The error of a share of a quarter is then 0.04 %.
const MOST_RUNS: u64 = 1_000_000;
const FEWEST_RUNS: u64 = 50_000;

/// Random visitors, one after another.
#[derive(Debug, Clone)]
pub(super) struct Visitors {
    chance: Chance,
    /// The choices said to each question, as bits.
    said: Vec<u64>,
    /// The answer in hand: a choice, picks, each row's step or each choice's place.
    drawn: Vec<usize>,
}

impl Visitors {
    pub(super) fn new(seed: u64) -> Self {
        Self { chance: Chance::new(seed), said: Vec::new(), drawn: Vec::new() }
    }

    /// What the next visitor's answers come to.
    pub(super) fn tally(&mut self, quiz: &Quiz) -> Tally {
        let mut tally = Tally::default();
        self.said.clear();
        for (at, question) in quiz.questions.iter().enumerate() {
            let mut said = 0;
            if question.asked(&self.said) {
                self.draw(question);
                said = self.bits(question);
                tally.points = tally.points + self.points(question);
                tally.most += i64::from(question.most);
                tally.breadth_most += i64::from(question.breadth_most);
                if quiz.rules.tie_breaker == Some(at) {
                    tally.places = places(quiz, at, &self.answer(question));
                }
            }
            self.said.push(said);
        }
        tally
    }

    /// The next visitor's answers.
    pub(super) fn answers(&mut self, quiz: &Quiz) -> Answers {
        let mut answers = Answers::default();
        self.said.clear();
        for (at, question) in quiz.questions.iter().enumerate() {
            let mut choices = 0;
            if question.asked(&self.said) {
                self.draw(question);
                let answer = self.answer(question);
                choices = said(&answer);
                answers = answers.with(at, Some(answer));
            }
            self.said.push(choices);
        }
        answers
    }

    fn draw(&mut self, question: &Question) {
        let (drawn, chance) = (&mut self.drawn, &mut self.chance);
        drawn.clear();
        match &question.format {
            Format::Single { choices } | Format::Scale { choices } => {
                drawn.push(chance.index(choices.len()));
            }
            Format::Multiple { choices, min, max } => {
                let size = min + chance.index(max.saturating_sub(*min) + 1);
                drawn.extend(0..choices.len());
                for at in 0..size {
                    drawn.swap(at, at + chance.index(choices.len() - at));
                }
                drawn.truncate(size);
            }
            Format::Rating { steps, rows, .. } => {
                drawn.extend(rows.iter().map(|_| chance.index(steps.len())));
            }
            Format::Rank { choices, .. } => drawn.extend(chance.order(choices.len())),
        }
    }

    fn bits(&self, question: &Question) -> u64 {
        match question.format {
            Format::Rating { .. } | Format::Rank { .. } => 0,
            _ => bits(self.drawn.iter().copied()),
        }
    }

    fn points(&self, question: &Question) -> Points {
        let drawn = self.drawn.iter();
        match &question.format {
            Format::Single { choices }
            | Format::Scale { choices }
            | Format::Multiple { choices, .. } => {
                drawn.filter_map(|choice| choices.get(*choice)).map(|choice| choice.points).sum()
            }
            Format::Rating { rows, points_per_step, .. } => {
                let rated = rows.iter().zip(drawn);
                rated.map(|(row, step)| rating_points(row, *step, *points_per_step)).sum()
            }
            Format::Rank { choices, place_points } => {
                let placed = choices.iter().zip(drawn);
                placed.map(|(choice, place)| rank_points(choice, *place, place_points)).sum()
            }
        }
    }

    fn answer(&self, question: &Question) -> Answer {
        let parts = || self.drawn.iter().copied().map(Some).collect();
        match &question.format {
            Format::Single { .. } | Format::Scale { .. } => {
                Answer::Choice(self.drawn.first().copied().unwrap_or(0))
            }
            Format::Multiple { .. } => {
                let mut picks = self.drawn.clone();
                picks.sort_unstable();
                Answer::Picks(picks)
            }
            Format::Rating { .. } => Answer::Ratings(parts()),
            Format::Rank { .. } => Answer::Order(parts()),
        }
    }
}

/// Odds being sampled.
pub(super) struct Sample {
    visitors: Visitors,
    runs: u32,
    done: u32,
    won: [u32; MAX_PATHS],
    ties: u32,
    /// What one visitor costs.
    cost: u64,
}

impl Sample {
    pub(super) fn new(quiz: &Quiz) -> Self {
        let parts = |question: &Question| match &question.format {
            Format::Rating { rows, .. } => rows.len(),
            Format::Multiple { max, .. } => *max,
            Format::Rank { choices, .. } => choices.len(),
            _ => 1,
        };
        let cost: usize = quiz.questions.iter().map(parts).sum();
        let cost = cost.max(1) as u64;
        let runs = (DRAWS / cost).clamp(FEWEST_RUNS, MOST_RUNS);
        Self {
            visitors: Visitors::new(SEED),
            // Round numbers read better.
            runs: (runs / 10_000 * 10_000) as u32,
            done: 0,
            won: [0; MAX_PATHS],
            ties: 0,
            cost,
        }
    }

    pub(super) fn progress(&self) -> (usize, usize) {
        (self.done as usize, self.runs as usize)
    }

    pub(super) fn run(&mut self, quiz: &Quiz, budget: u64) -> Option<Odds> {
        let more = u32::try_from(budget / self.cost).unwrap_or(u32::MAX).max(1);
        let until = self.done.saturating_add(more).min(self.runs);
        while self.done < until {
            let standing = self.visitors.tally(quiz).standing(quiz);
            if let Some(slot) = self.won.get_mut(standing.winner) {
                *slot += 1;
            }
            self.ties += u32::from(standing.lead() == 0);
            self.done += 1;
        }
        (self.done == self.runs).then(|| Odds {
            ways: self.won.iter().take(quiz.paths.len()).map(|won| u128::from(*won)).collect(),
            all: self.runs.into(),
            ties: self.ties.into(),
            method: Method::Sampled { runs: self.runs, seed: SEED },
        })
    }
}
