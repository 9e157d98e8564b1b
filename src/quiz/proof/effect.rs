//! What one thing said can do to a count, and how many ways there are to say it.

use std::collections::BTreeMap;

use super::super::points::Points;
use super::super::question::{Format, Question, orders, rank_points, rating_points};
use super::super::score::places;
use super::super::{Answer, Choice, MAX_PATHS, Quiz};
use super::gate::bits;

/// A question whose whole answers have more different effects than this is not counted.
const MOST_EFFECTS: usize = 20_000;

/// What one thing said does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Effect {
    /// Points by path.
    pub(super) points: [i32; MAX_PATHS],
    pub(super) breadth: i32,
    /// The paths, as bits, that could not have got more.
    pub(super) full: u32,
    /// The gates, as bits, that it leaves open.
    pub(super) open: u64,
    /// Which of the tie breaker's orders it is, counted from 1.
    pub(super) order: u32,
}

/// Effects and the ways to each.
pub(super) type Effects = BTreeMap<Effect, u128>;

/// The parts of a question that are answered on their own, each with its effects: a rating's rows,
/// else the whole question. `opens` says which gates some choices (as bits) leave open; places in
/// the tie breaker are kept in `orders`. `None` where there are too many.
pub(super) fn parts(
    quiz: &Quiz,
    at: usize,
    question: &Question,
    opens: &dyn Fn(u64) -> u64,
    kept: &mut BTreeMap<[u8; MAX_PATHS], u32>,
) -> Option<Vec<Effects>> {
    let effect = |points: Points, most: i32, choices: u64| Effect {
        points: std::array::from_fn(|path| points.path(path)),
        breadth: points.breadth,
        full: bits((0..MAX_PATHS).filter(|path| points.path(*path) >= most)) as u32,
        open: opens(choices),
        order: 0,
    };
    let mut effects = Effects::new();
    match &question.format {
        Format::Single { choices } | Format::Scale { choices } => {
            for (at, choice) in choices.iter().enumerate() {
                *effects.entry(effect(choice.points, question.most, bits([at]))).or_default() += 1;
            }
        }
        Format::Multiple { choices, min, max } => {
            for ((points, open), ways) in picked(choices, *min, *max, opens)? {
                let effect = Effect { open, ..effect(points, question.most, 0) };
                *effects.entry(effect).or_default() += ways;
            }
        }
        Format::Rating { steps, rows, points_per_step } => {
            let rows = rows.iter().map(|row| {
                let mut effects = Effects::new();
                let most = points_per_step.saturating_mul(steps.len() as i32 - 1);
                for step in 0..steps.len() {
                    let mut effect = effect(rating_points(row, step, *points_per_step), most, 0);
                    // Nobody else could have got anything here.
                    effect.full |= !bits([row.path]) as u32;
                    *effects.entry(effect).or_default() += 1;
                }
                effects
            });
            return Some(rows.collect());
        }
        Format::Rank { choices, place_points } => {
            for order in orders(choices.len()) {
                let pairs = choices.iter().zip(&order);
                let points =
                    pairs.map(|(choice, place)| rank_points(choice, *place, place_points)).sum();
                let mut effect = effect(points, question.most, 0);
                if quiz.rules.tie_breaker == Some(at) {
                    let answer = Answer::Order(order.into_iter().map(Some).collect());
                    let places = places(quiz, at, &answer);
                    let next = kept.len() as u32 + 1;
                    effect.order = *kept.entry(places).or_insert(next);
                }
                *effects.entry(effect).or_default() += 1;
            }
        }
    }
    Some(vec![effects])
}

/// The sums of every set of picks with the gates they leave open, each number of picks weighing
/// the same, however many sets have it.
fn picked(
    choices: &[Choice],
    min: usize,
    max: usize,
    opens: &dyn Fn(u64) -> u64,
) -> Option<BTreeMap<(Points, u64), u128>> {
    // A gate is left open by a set where one of its choices leaves it open.
    let none = opens(0);
    let mut sums = BTreeMap::from([((0, Points::default(), none), 1_u128)]);
    for (at, choice) in choices.iter().enumerate() {
        let open = opens(bits([at]));
        for ((picks, points, before), ways) in sums.clone() {
            if picks < max {
                let with = (picks + 1, points + choice.points, before | open);
                let slot = sums.entry(with).or_default();
                *slot = slot.checked_add(ways)?;
            }
        }
        if sums.len() > MOST_EFFECTS {
            return None;
        }
    }
    let sets: Vec<_> = (min..=max).map(|size| subsets(choices.len(), size)).collect();
    let all = sets.iter().try_fold(1_u128, |all, sets| least_common(all, *sets))?;
    let mut weighed = BTreeMap::new();
    for ((picks, points, open), ways) in sums {
        if let Some(sets) = picks.checked_sub(min).and_then(|at| sets.get(at)) {
            let slot: &mut u128 = weighed.entry((points, open)).or_default();
            *slot = slot.checked_add(ways.checked_mul(all / sets)?)?;
        }
    }
    Some(weighed)
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
