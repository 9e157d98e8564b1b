//! What each question gives, and how much it weighs among the others.

use super::super::Quiz;
use super::super::points::{Fraction, Points};
use super::super::question::{Format, Question};

/// One question's part in the results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Balance {
    /// By path, in the quiz's order.
    pub gifts: Vec<Gift>,
    /// The most breadth it can give, and the mean, for the blended path.
    pub breadth: Gift,
    /// How far its answer can move one path against another, in match points of the whole quiz.
    pub swing: Fraction,
    /// Its part of all questions' swings, 0 to 1.
    pub weight: Fraction,
}

/// What a question gives to one path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gift {
    /// The most points.
    pub most: i64,
    /// Points under random answers, on average, where it is asked.
    pub mean: Fraction,
}

/// One for each question, in the quiz's order.
pub(super) fn balance(quiz: &Quiz) -> Vec<Balance> {
    let swings: Vec<_> = quiz.questions.iter().map(|question| swing(quiz, question)).collect();
    let all = swings.iter().fold(Fraction::from(0), |sum, swing| sum + swing);
    let weight = |swing: Fraction| if all == Fraction::from(0) { all } else { swing / all };
    let questions = quiz.questions.iter().zip(swings);
    let balance = questions.map(|(question, swing)| Balance {
        gifts: (0..quiz.paths.len())
            .map(|path| Gift { most: question.gain(path, None), mean: mean(question, Some(path)) })
            .collect(),
        breadth: Gift { most: question.breadth_most.into(), mean: mean(question, None) },
        swing,
        weight: weight(swing),
    });
    balance.collect()
}

/// The larger of what it moves by points and by breadth.
fn swing(quiz: &Quiz, question: &Question) -> Fraction {
    let sum = |of: &dyn Fn(&Question) -> i32| -> i64 {
        quiz.questions.iter().map(|question| i64::from(of(question))).sum::<i64>().max(1)
    };
    let scored = quiz.scored_paths();
    let ranges = scored.clone().flat_map(|path| {
        let others = scored.clone().filter(move |other| *other != path);
        others.map(move |other| question.gain(path, Some(other)) - question.least(path, other))
    });
    let points = Fraction::new(100 * ranges.max().unwrap_or(0), sum(&|one| one.most));
    let breadth = quiz.blend.as_ref().map_or(Fraction::from(0), |blend| {
        let scale = blend.per_breadth * blend.breadth_max;
        Fraction::new(scale * i64::from(question.breadth_most), sum(&|one| one.breadth_most))
    });
    points.max(breadth)
}

/// The mean points of a path, or mean breadth.
fn mean(question: &Question, path: Option<usize>) -> Fraction {
    let of = |points: &Points| i64::from(path.map_or(points.breadth, |path| points.path(path)));
    let sum: i64 = question.choices().iter().map(|choice| of(&choice.points)).sum();
    let count = question.len().max(1) as i64;
    match &question.format {
        Format::Single { .. } | Format::Scale { .. } => Fraction::new(sum, count),
        Format::Multiple { min, max, .. } => Fraction::new(sum * (min + max) as i64, 2 * count),
        Format::Rating { steps, rows, points_per_step } => {
            let rows = rows.iter().filter(|row| Some(row.path) == path).count() as i64;
            let steps = steps.len() as i64 - 1;
            Fraction::new(rows * steps * i64::from(*points_per_step), 2)
        }
        Format::Rank { choices, place_points } => {
            let own = choices.iter().filter(|choice| choice.path.is_some() && choice.path == path);
            let all: i64 = place_points.iter().map(|points| i64::from(*points)).sum();
            Fraction::new(own.count() as i64 * all, count)
        }
    }
}

/// Pairs of paths, the second of which always has as many points as the first or more.
pub(super) fn dominated(quiz: &Quiz) -> Vec<(usize, usize)> {
    let never_ahead = |path: usize, other: usize| {
        quiz.questions.iter().all(|question| question.gain(path, Some(other)) <= 0)
    };
    let scored = quiz.scored_paths();
    let pairs = scored.clone().flat_map(|path| {
        let others = scored.clone().filter(move |other| *other != path);
        others.map(move |other| (path, other))
    });
    pairs.filter(|(path, other)| never_ahead(*path, *other)).collect()
}
