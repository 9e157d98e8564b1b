//! The proof that a quiz is fair: computed, not believed.
//!
//! [`Prover`] works in slices, so that a page stays awake; [`prove`] in one go. A [`Proof`] says
//! how likely every outcome is and whether it can be reached at all, what each question weighs,
//! what is dead, who the visitors are that an outcome is made for, and how steady results are.
//! [`Proof::findings`] says what an author should mend.

mod archetype;
mod balance;
mod count;
mod dead;
mod effect;
mod finding;
mod gate;
mod odds;
mod plan;
mod prover;
pub mod reading;
mod sample;
mod search;
mod state;
mod swing;
mod table;
mod texts;

pub use archetype::{Archetype, Flips, Reach};
pub use balance::{Balance, Gift};
pub use dead::Dead;
pub use finding::{Finding, Severity};
pub use odds::{Method, Odds, odds, sampled};
pub use prover::{Progress, Prover, Task};
pub use reading::Reading;
pub use texts::{Longest, Place};

use super::{Fraction, Quiz};

/// What was found out about a quiz.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// How likely each path is under random answers.
    pub odds: Odds,
    /// Whether some answers lead to each path, in the quiz's order.
    pub reach: Vec<Reach>,
    /// Pairs of paths: the second always has as many points as the first or more.
    pub dominated: Vec<(usize, usize)>,
    /// What changes nothing.
    pub dead: Vec<Dead>,
    /// Each question's part, in the quiz's order.
    pub balance: Vec<Balance>,
    /// The visitor who is most like each path, in the quiz's order.
    pub archetypes: Vec<Archetype>,
    /// In how many of 1000 re-runs with every tenth answer changed random visitors keep their
    /// path, on average.
    pub noise: Fraction,
    /// How easy it is to read; `None` where it is not in English.
    pub reading: Option<Reading>,
    /// The longest text of each screen.
    pub longest: Vec<Longest>,
}

/// Proves a quiz in one go: seconds, for a large one.
#[must_use]
pub fn prove(quiz: &Quiz) -> Proof {
    let mut prover = Prover::new(quiz.clone());
    loop {
        if let Some(proof) = prover.step(u64::MAX / 2) {
            return proof;
        }
    }
}
