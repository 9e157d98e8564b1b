//! The proof of a quiz as the studio draws it: the one place that asks the core for it.
//!
//! It crosses from the worker to the page as JSON.

use career_quiz::quiz::{Format, Question, Quiz, odds};
use serde::{Deserialize, Serialize};

use crate::visitor::{Visitor, anyone, most_like};

/// Random visitors that stand for all where the ways to answer are too many to count.
const RUNS: u32 = 20_000;

/// All that is proven of a quiz.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Proof {
    /// By path, in the quiz's order.
    pub(crate) outcomes: Vec<Outcome>,
    /// How many random visitors were tried; 0 where every way to answer was counted.
    pub(crate) runs: u32,
    /// How often the first place is level, as a share of 1, where that is known.
    pub(crate) ties: Option<f64>,
    /// By question that counts, in the quiz's order.
    pub(crate) balance: Vec<Balance>,
    /// The longest texts, the longest first.
    pub(crate) longest: Vec<Long>,
    /// What an author should look at.
    pub(crate) findings: Vec<Finding>,
    /// The reading level of the texts as a school grade, where it is known.
    pub(crate) grade: Option<f64>,
}

/// What is proven of one path.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Outcome {
    /// How likely it is under random answers, as a share of 1.
    pub(crate) share: f64,
    /// The standard error of that; 0 where it is exact.
    pub(crate) error: f64,
    /// Someone who gets it, as clearly as was found.
    pub(crate) witness: Option<Visitor>,
}

/// What a question gives each path, on the average of all ways to answer it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Balance {
    /// The question's index.
    pub(crate) question: usize,
    /// Mean points by path.
    pub(crate) points: Vec<f64>,
    /// The most points it can give a path.
    pub(crate) most: f64,
}

/// A text a visitor has to read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Long {
    /// Its place in the file, as a JSON Pointer.
    pub(crate) pointer: String,
    pub(crate) text: String,
    pub(crate) letters: usize,
}

/// Something an author should look at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Finding {
    /// Where, as a JSON Pointer; empty for the whole quiz.
    pub(crate) pointer: String,
    pub(crate) text: String,
}

impl Proof {
    /// Proves a quiz. Takes as long as it takes: seconds for the largest.
    pub(crate) fn of(quiz: &Quiz) -> Self {
        let (shares, runs) = shares(quiz);
        let witness = |path| most_like(quiz, path).map(|answers| Visitor::of(quiz, &answers));
        let outcome = |(path, (share, error))| Outcome { share, error, witness: witness(path) };
        let balance = quiz.questions.iter().enumerate().filter(|(_, one)| one.counts());
        Self {
            outcomes: shares.into_iter().enumerate().map(outcome).collect(),
            runs,
            ties: None,
            balance: balance.map(|(at, one)| Balance::of(quiz, at, one)).collect(),
            longest: longest(quiz),
            findings: Vec::new(),
            grade: None,
        }
    }

    /// Paths nobody was found to get.
    pub(crate) fn unreached(&self) -> impl Iterator<Item = usize> + '_ {
        let outcomes = self.outcomes.iter().enumerate();
        outcomes.filter(|(_, one)| one.share == 0.0 && one.witness.is_none()).map(|(path, _)| path)
    }
}

/// How likely each path is with its error, and how many visitors that was found by.
fn shares(quiz: &Quiz) -> (Vec<(f64, f64)>, u32) {
    if let Some(odds) = odds(quiz) {
        let share = |ways: &u128| (*ways as f64 / odds.all.max(1) as f64, 0.0);
        return (odds.ways.iter().map(share).collect(), 0);
    }
    let mut won = vec![0_u32; quiz.paths.len()];
    let mut chance = career_quiz::quiz::Chance::new(2026);
    for _ in 0..RUNS {
        let path = career_quiz::quiz::recommend(quiz, &anyone(quiz, &mut chance)).path();
        if let Some(slot) = won.get_mut(path) {
            *slot += 1;
        }
    }
    let share = |won: u32| {
        let share = f64::from(won) / f64::from(RUNS);
        (share, (share * (1.0 - share) / f64::from(RUNS)).sqrt())
    };
    (won.into_iter().map(share).collect(), RUNS)
}

impl Balance {
    fn of(quiz: &Quiz, at: usize, question: &Question) -> Self {
        let mean = |path: usize| -> f64 {
            let sum = |points: &mut dyn Iterator<Item = i32>| f64::from(points.sum::<i32>());
            let choices = question.choices();
            let len = choices.len().max(1) as f64;
            match &question.format {
                Format::Single { .. } | Format::Scale { .. } => {
                    sum(&mut choices.iter().map(|one| one.points.path(path))) / len
                }
                Format::Multiple { min, max, .. } => {
                    let picks = (min + max) as f64 / 2.0;
                    sum(&mut choices.iter().map(|one| one.points.path(path))) / len * picks
                }
                Format::Rating { steps, rows, points_per_step } => {
                    let rows = rows.iter().filter(|row| row.path == path).count() as f64;
                    rows * f64::from(*points_per_step) * steps.len().saturating_sub(1) as f64 / 2.0
                }
                Format::Rank { place_points, .. } => {
                    let own = choices.iter().filter(|one| one.path == Some(path)).count() as f64;
                    own * sum(&mut place_points.iter().copied()) / len
                }
            }
        };
        let points = (0..quiz.paths.len()).map(mean).collect();
        Self { question: at, points, most: f64::from(question.most) }
    }
}

/// So many of the longest texts are told of.
const LONGEST: usize = 5;

fn longest(quiz: &Quiz) -> Vec<Long> {
    let mut all = Vec::new();
    let mut add = |pointer: String, text: &str| {
        all.push(Long { pointer, text: text.to_owned(), letters: text.chars().count() });
    };
    for (at, question) in quiz.questions.iter().enumerate() {
        add(format!("/questions/{at}/prompt"), &question.prompt);
        for (choice, one) in question.choices().iter().enumerate() {
            add(format!("/questions/{at}/choices/{choice}/label"), &one.label);
        }
        for (row, one) in question.rows().iter().enumerate() {
            add(format!("/questions/{at}/rows/{row}/label"), &one.label);
        }
    }
    all.sort_by_key(|one| std::cmp::Reverse(one.letters));
    all.truncate(LONGEST);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use career_quiz::quiz::SHIPPED;

    #[test]
    fn the_shipped_quiz_reaches_every_path_as_often_as_it_says() {
        let proof = Proof::of(&Quiz::read(SHIPPED).unwrap());
        let percent: Vec<_> =
            proof.outcomes.iter().map(|one| format!("{:.2}", one.share * 100.0)).collect();
        assert_eq!(percent, ["25.30", "25.30", "25.30", "24.09"]);
        assert_eq!((proof.runs, proof.unreached().count()), (0, 0));
    }

    #[test]
    fn every_question_gives_each_path_the_same_on_average() {
        let quiz = Quiz::read(SHIPPED).unwrap();
        for one in Proof::of(&quiz).balance.iter().filter(|one| one.most > 0.0) {
            let mut points = quiz.scored_paths().map(|path| one.points[path]);
            let first = points.next().unwrap();
            assert!(points.all(|points| (points - first).abs() < 1e-9), "{one:?}");
        }
    }
}
