//! How likely each path is under random answers.

use super::super::Quiz;
use super::count::{Count, Counted};
use super::plan::Plan;
use super::sample::Sample;
use super::table::Mass;

/// How odds were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Every way to answer was counted.
    Exact {
        /// In whole numbers; else in doubles, right to ten digits.
        whole: bool,
        /// The most states that were kept at once.
        states: usize,
    },
    /// There are too many ways; some were tried.
    Sampled {
        /// How many.
        runs: u32,
        /// What the random numbers began with: the same seed gives the same odds.
        seed: u64,
    },
}

/// The odds of each path when every question is answered at random: each choice, step and order
/// as likely as any other; for picks first each number of them, then each set of that many.
/// A question that is not asked is not answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Odds {
    /// How many of all the ways to answer end at each path, in the quiz's order. Ways that are
    /// likelier stand for more than one, so that every way counts the same.
    pub ways: Vec<u128>,
    /// How many ways there are; where they were not counted in whole numbers, 10¹⁸ stand for all.
    pub all: u128,
    /// How many of them leave the first place level, so that the tie rule decides.
    pub ties: u128,
    /// How they were found.
    pub method: Method,
}

/// What stands for all ways where they are shares.
const WHOLE: f64 = 1e18;

impl Odds {
    /// The odds of a path in hundredths of a percent, rounded: 2530 is 25.30 %.
    #[must_use]
    pub fn hundredths(&self, path: usize) -> u128 {
        self.rounded(self.ways.get(path).copied().unwrap_or(0))
    }

    /// The same of a level first place.
    #[must_use]
    pub fn ties_hundredths(&self) -> u128 {
        self.rounded(self.ties)
    }

    fn rounded(&self, ways: u128) -> u128 {
        (ways * 10_000 + self.all / 2) / self.all.max(1)
    }

    /// The odds of a path, 0 to 1.
    #[must_use]
    pub fn share(&self, path: usize) -> f64 {
        self.ways.get(path).copied().unwrap_or(0) as f64 / self.all.max(1) as f64
    }

    /// The standard error of a path's odds, 0 to 1: 0 where they are exact.
    #[must_use]
    pub fn error(&self, path: usize) -> f64 {
        let Method::Sampled { runs, .. } = self.method else {
            return 0.0;
        };
        // A path that came never, or always, may still come once in as many runs more: Agresti and
        // Coull's two successes and two failures keep the error of such a path above 0.
        let runs = f64::from(runs);
        let share = (self.share(path) * runs + 2.0) / (runs + 4.0);
        (share * (1.0 - share) / (runs + 4.0)).sqrt()
    }

    /// Whether they were counted, not sampled.
    #[must_use]
    pub fn exact(&self) -> bool {
        matches!(self.method, Method::Exact { .. })
    }
}

/// The odds, counted where they can be, else sampled.
#[must_use]
pub fn odds(quiz: &Quiz) -> Odds {
    Search::new(quiz).finish(quiz)
}

/// The odds among random visitors, also where they could be counted: to check one by the other.
#[must_use]
pub fn sampled(quiz: &Quiz) -> Odds {
    Search::Sample(Box::new(Sample::new(quiz))).finish(quiz)
}

/// Odds being found, piece by piece.
pub(super) enum Search {
    Whole(Box<Count<u64>>),
    Shares(Box<Count<f64>>),
    Sample(Box<Sample>),
}

impl Search {
    pub(super) fn new(quiz: &Quiz) -> Self {
        let sample = || Self::Sample(Box::new(Sample::new(quiz)));
        let Some(plan) = Plan::new(quiz) else {
            return sample();
        };
        let steps = plan.steps.iter();
        let mut all = steps.map(|step| u64::try_from(step.ways).ok());
        let all = all.try_fold(1_u64, |all, ways| all.checked_mul(ways?));
        let count = match all {
            Some(_) => Count::new(plan).map(|count| Self::Whole(Box::new(count))),
            None => Count::new(plan).map(|count| Self::Shares(Box::new(count))),
        };
        count.unwrap_or_else(sample)
    }

    /// Whether random answers are tried, because there are too many ways to count.
    pub(super) fn samples(&self) -> bool {
        matches!(self, Self::Sample(_))
    }

    /// How far it has come: some of all.
    pub(super) fn progress(&self) -> (usize, usize) {
        match self {
            Self::Whole(count) => count.progress(),
            Self::Shares(count) => count.progress(),
            Self::Sample(sample) => sample.progress(),
        }
    }

    fn finish(mut self, quiz: &Quiz) -> Odds {
        loop {
            if let Some(odds) = self.run(quiz, u64::MAX / 2) {
                return odds;
            }
        }
    }

    /// Goes on, for about `budget` steps of work.
    pub(super) fn run(&mut self, quiz: &Quiz, budget: u64) -> Option<Odds> {
        let counted = match self {
            Self::Whole(count) => (count.run(quiz, budget), counted(quiz, count, true, u128::from)),
            Self::Shares(count) => {
                let share =
                    |share: f64| if share > 0.0 { ((share * WHOLE) as u128).max(1) } else { 0 };
                (count.run(quiz, budget), counted(quiz, count, false, share))
            }
            Self::Sample(sample) => return sample.run(quiz, budget),
        };
        match counted {
            (Counted::All, odds) => Some(odds),
            (Counted::Further, _) => None,
            (Counted::TooMany, _) => {
                *self = Self::Sample(Box::new(Sample::new(quiz)));
                None
            }
        }
    }
}

fn counted<M: Mass>(quiz: &Quiz, count: &Count<M>, whole: bool, ways: impl Fn(M) -> u128) -> Odds {
    let won: Vec<_> = count.won.iter().take(quiz.paths.len()).map(|won| ways(*won)).collect();
    let all = if whole { won.iter().sum() } else { WHOLE as u128 };
    let method = Method::Exact { whole, states: count.states };
    Odds { ways: won, all, ties: ways(count.ties), method }
}
