//! How likely each path is under random answers: computed, not sampled.

use std::collections::HashMap;

use super::points::Points;
use super::question::{orders, rank_points, rating_points};
use super::score::{Tally, places};
use super::{Answer, Format, MAX_PATHS, Question, Quiz};

/// Over this many steps for one question the count gives up: that is some seconds.
const MOST_STEPS: usize = 20_000_000;
/// The same for the sums within one question.
const MOST_SUMS: usize = 20_000;

/// The odds of each path when every question is answered at random: each choice, step and order
/// as likely as any other; for picks first each number of them, then each set of that many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Odds {
    /// How many of all the ways to answer end at each path, in the quiz's order. Ways that are
    /// likelier stand for more than one, so that every way counts the same.
    pub ways: Vec<u128>,
    /// How many ways there are.
    pub all: u128,
}

impl Odds {
    /// The odds of a path in hundredths of a percent, rounded: 2530 is 25.30 %.
    #[must_use]
    pub fn hundredths(&self, path: usize) -> u128 {
        let ways = self.ways.get(path).copied().unwrap_or(0);
        (ways * 10_000 + self.all / 2) / self.all.max(1)
    }
}

/// Counts the ways to each path by convolution: question by question, how many ways lead to each
/// tally. `None` where there are more ways than a 128-bit number can count, or where it would take
/// too long.
#[must_use]
pub fn odds(quiz: &Quiz) -> Option<Odds> {
    let mut ways: HashMap<Tally, u128> = HashMap::from([(Tally::default(), 1)]);
    for (at, question) in quiz.questions.iter().enumerate().filter(|(_, one)| one.counts()) {
        let worths = worths(quiz, at, question)?;
        if ways.len().checked_mul(worths.len())? > MOST_STEPS {
            return None;
        }
        let mut next: HashMap<Tally, u128> = HashMap::new();
        for (tally, count) in &ways {
            for ((points, places), times) in &worths {
                let after = Tally {
                    points: tally.points + *points,
                    most: tally.most + i64::from(question.most),
                    breadth_most: tally.breadth_most + i64::from(question.breadth_most),
                    places: places.unwrap_or(tally.places),
                };
                let slot = next.entry(after).or_default();
                *slot = slot.checked_add(count.checked_mul(*times)?)?;
            }
        }
        ways = next;
    }
    let mut odds = Odds { ways: vec![0; quiz.paths.len()], all: 0 };
    for (tally, count) in ways {
        odds.all = odds.all.checked_add(count)?;
        if let Some(slot) = odds.ways.get_mut(tally.standing(quiz).winner) {
            *slot = slot.checked_add(count)?;
        }
    }
    odds.all.checked_mul(10_000).map(|_| odds)
}

type Given = (Points, Option<[u8; MAX_PATHS]>);

/// What the whole answers to a question can be worth, and how many of them are worth it.
fn worths(quiz: &Quiz, at: usize, question: &Question) -> Option<HashMap<Given, u128>> {
    let mut worths = HashMap::new();
    match &question.format {
        Format::Single { choices } | Format::Scale { choices } => {
            for choice in choices {
                *worths.entry((choice.points, None)).or_default() += 1;
            }
        }
        Format::Multiple { choices, min, max } => {
            let mut sums: HashMap<(usize, Points), u128> =
                HashMap::from([((0, Points::default()), 1)]);
            for choice in choices {
                for ((picks, points), count) in sums.clone() {
                    if picks < *max {
                        let slot = sums.entry((picks + 1, points + choice.points)).or_default();
                        *slot = slot.checked_add(count)?;
                    }
                }
                if sums.len() > MOST_SUMS {
                    return None;
                }
            }
            // Each number of picks weighs the same, however many sets have it.
            let sets: Vec<_> = (*min..=*max).map(|size| subsets(choices.len(), size)).collect();
            let all = sets.iter().try_fold(1_u128, |all, sets| least_common(all, *sets))?;
            for ((picks, points), count) in sums {
                if let Some(sets) = picks.checked_sub(*min).and_then(|at| sets.get(at)) {
                    let slot: &mut u128 = worths.entry((points, None)).or_default();
                    *slot = slot.checked_add(count.checked_mul(all / sets)?)?;
                }
            }
        }
        Format::Rating { steps, rows, points_per_step } => {
            let mut sums: HashMap<Points, u128> = HashMap::from([(Points::default(), 1)]);
            for row in rows {
                let mut next = HashMap::new();
                for (points, count) in &sums {
                    for step in 0..steps.len() {
                        let after = *points + rating_points(row, step, *points_per_step);
                        let slot: &mut u128 = next.entry(after).or_default();
                        *slot = slot.checked_add(*count)?;
                    }
                }
                sums = next;
                if sums.len() > MOST_SUMS {
                    return None;
                }
            }
            worths.extend(sums.into_iter().map(|(points, count)| ((points, None), count)));
        }
        Format::Rank { choices, place_points } => {
            for order in orders(choices.len()) {
                let pairs = choices.iter().zip(&order);
                let points =
                    pairs.map(|(choice, place)| rank_points(choice, *place, place_points)).sum();
                let answer = Answer::Order(order.into_iter().map(Some).collect());
                let places =
                    (quiz.rules.tie_breaker == Some(at)).then(|| places(quiz, at, &answer));
                *worths.entry((points, places)).or_default() += 1;
            }
        }
    }
    Some(worths)
}

/// How many sets of `size` there are out of `len`.
fn subsets(len: usize, size: usize) -> u128 {
    (0..size).fold(1, |sets, at| sets * (len.saturating_sub(at) as u128) / (at as u128 + 1))
}

/// The least common multiple; `None` where it is too large.
fn least_common(a: u128, b: u128) -> Option<u128> {
    let (mut x, mut y) = (a, b);
    while y > 0 {
        (x, y) = (y, x % y);
    }
    a.checked_mul(b / x.max(1))
}
