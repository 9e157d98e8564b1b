//! The proof of a quiz as the studio draws it: the one place that asks the core for it.
//!
//! It crosses from the worker to the page as JSON.

use career_quiz::quiz::file::Severity;
use career_quiz::quiz::proof::{self, Flips, Method, Reach};
use career_quiz::quiz::{Fault, Fraction, Quiz, rounded};
use serde::{Deserialize, Serialize};

use crate::visitor::Visitor;

/// All that is proven of a quiz.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Proof {
    /// By path, in the quiz's order.
    pub(crate) outcomes: Vec<Outcome>,
    /// How many random visitors were tried; 0 where every way to answer was counted.
    pub(crate) runs: u32,
    /// How often the first place is level, in hundredths of a percent.
    pub(crate) ties: u32,
    /// In how many of 1000 re-runs random visitors keep their path when every tenth answer changes.
    pub(crate) noise: i64,
    /// By question that counts, in the quiz's order.
    pub(crate) balance: Vec<Balance>,
    /// The texts that fill the most of their room, the fullest first.
    pub(crate) longest: Vec<Long>,
    /// What an author should look at.
    pub(crate) findings: Vec<Finding>,
    /// The reading level of the texts as tenths of a school grade, where it is known.
    pub(crate) grade: Option<i64>,
}

/// What is proven of one path.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Outcome {
    /// How likely it is under random answers, in hundredths of a percent.
    pub(crate) hundredths: u32,
    /// The standard error of that, as a share of 1; 0 where it is exact.
    pub(crate) error: f64,
    /// `None` where some get it and nobody who does was found.
    pub(crate) reached: bool,
    /// Someone who gets it, as clearly as was found.
    pub(crate) witness: Option<Visitor>,
    /// How many changed answers give her another path, and whether fewer were ruled out.
    pub(crate) flips: Option<(usize, bool)>,
}

/// What a question gives each path, on the average of all ways to answer it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Balance {
    /// The question's index.
    pub(crate) question: usize,
    /// Mean points by path, and the most.
    pub(crate) gifts: Vec<(f64, f64)>,
    /// Its part of all that can move a match, in whole percent.
    pub(crate) weight: i64,
}

/// A text a visitor has to read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Long {
    /// Its place in the file, as a JSON Pointer.
    pub(crate) pointer: String,
    /// The same in the ids that lead there.
    pub(crate) place: String,
    pub(crate) letters: usize,
    /// So many fit on a small phone.
    pub(crate) limit: usize,
}

/// Something an author should look at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Finding {
    /// Where, as a JSON Pointer.
    pointer: String,
    /// The quiz is not fair.
    error: bool,
    problem: String,
    remedy: String,
}

impl Finding {
    fn of(one: proof::Finding) -> Self {
        let proof::Finding { severity, pointer, problem, remedy, .. } = one;
        Self { pointer, error: severity == Severity::Error, problem, remedy }
    }

    /// The same as a fault of the text the quiz stands in.
    pub(crate) fn fault(&self, text: &str) -> Fault {
        let severity = if self.error { Severity::Error } else { Severity::Warning };
        let (problem, remedy) = (self.problem.clone(), self.remedy.clone());
        Fault::found(text, ("proof", severity), &self.pointer, problem, remedy)
    }
}

/// So many texts are told of.
const LONGEST: usize = 5;

impl Proof {
    /// Proves the quiz in a text. Takes as long as it takes: seconds for the largest.
    pub(crate) fn of(quiz: &Quiz, text: &str) -> Self {
        let proof = proof::prove(quiz);
        let runs = match proof.odds.method {
            Method::Exact { .. } => 0,
            Method::Sampled { runs, .. } => runs,
        };
        let mut longest: Vec<_> = proof.longest.iter().collect();
        longest.sort_by_key(|one| std::cmp::Reverse(one.characters * 1000 / one.limit.max(1)));
        longest.truncate(LONGEST);
        let findings = proof.findings(quiz).into_iter();
        Self {
            outcomes: (0..quiz.paths.len()).map(|path| Outcome::of(quiz, &proof, path)).collect(),
            runs,
            ties: small(proof.odds.ties_hundredths()),
            noise: rounded(proof.noise),
            balance: Balance::all(quiz, &proof),
            longest: longest.into_iter().map(|one| Long::of(one, text)).collect(),
            findings: findings.map(Finding::of).collect(),
            grade: proof.reading.as_ref().map(|reading| reading.tenths),
        }
    }
}

impl Outcome {
    fn of(quiz: &Quiz, proof: &proof::Proof, path: usize) -> Self {
        let archetype = proof.archetypes.get(path).filter(|one| one.path == path);
        let reach = proof.reach.get(path);
        let answers = match (archetype, reach) {
            (Some(archetype), _) => Some(&archetype.answers),
            (None, Some(Reach::Reached(answers))) => answers.as_ref(),
            _ => None,
        };
        Self {
            hundredths: small(proof.odds.hundredths(path)),
            error: proof.odds.error(path),
            reached: matches!(reach, Some(Reach::Reached(_))),
            witness: answers.map(|answers| Visitor::of(quiz, answers)),
            flips: archetype.and_then(|one| match one.flips {
                Flips::Exactly(changes) => Some((changes, true)),
                Flips::AtMost(changes) => Some((changes, false)),
                Flips::Unknown => None,
            }),
        }
    }
}

impl Balance {
    fn all(quiz: &Quiz, proof: &proof::Proof) -> Vec<Self> {
        let counting = quiz.questions.iter().zip(&proof.balance).enumerate();
        let counting = counting.filter(|(_, (question, _))| question.counts());
        let balance = counting.map(|(question, (_, balance))| Self {
            question,
            gifts: balance.gifts.iter().map(|gift| (number(gift.mean), gift.most as f64)).collect(),
            weight: rounded(balance.weight * Fraction::from(100)),
        });
        balance.collect()
    }
}

impl Long {
    fn of(one: &proof::Longest, text: &str) -> Self {
        let (pointer, place) = (one.pointer.clone(), place(text, &one.pointer));
        Self { pointer, place, letters: one.characters, limit: one.limit }
    }
}

/// A place in the ids that lead there.
fn place(text: &str, pointer: &str) -> String {
    Fault::found(text, ("", Severity::Warning), pointer, String::new(), String::new()).place
}

fn small(hundredths: u128) -> u32 {
    u32::try_from(hundredths).unwrap_or(u32::MAX)
}

fn number(exact: Fraction) -> f64 {
    *exact.numer() as f64 / *exact.denom() as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use career_quiz::quiz::SHIPPED;

    #[test]
    fn the_shipped_quiz_reaches_every_path_as_often_as_it_says() {
        let proof = Proof::of(&Quiz::read(SHIPPED).unwrap(), SHIPPED);
        let shares: Vec<_> = proof.outcomes.iter().map(|one| one.hundredths).collect();
        assert_eq!(shares, [2530, 2530, 2530, 2409]);
        assert_eq!(proof.runs, 0);
        assert!(proof.outcomes.iter().all(|one| one.reached));
        for (path, one) in proof.outcomes.iter().enumerate() {
            assert_eq!(one.witness.as_ref().map(Visitor::path), Some(path));
        }
    }

    #[test]
    fn a_proof_crosses_to_the_page_and_stays_the_same() {
        let proof = Proof::of(&Quiz::read(SHIPPED).unwrap(), SHIPPED);
        let text = serde_json::to_string(&proof).unwrap();
        assert_eq!(serde_json::from_str::<Proof>(&text).unwrap(), proof);
    }
}
