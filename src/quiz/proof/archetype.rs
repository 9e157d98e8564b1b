//! The visitor who is most like a path.

use super::super::points::Fraction;
use super::super::{Answers, Quiz, WhatIf, recommend, stability, what_if};
use super::gate::asked_only;
use super::search::Person;

/// Whether some answers lead to a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// Yes; with answers that do, where they were found and not only counted.
    Reached(Option<Answers>),
    /// No: of all the ways to answer none does.
    Never,
    /// Neither random answers nor a search came there; that proves nothing.
    NotFound,
}

/// How many changed answers give another path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flips {
    /// So many, and no fewer.
    Exactly(usize),
    /// So many do, and two do not; three or more in between were not all tried.
    AtMost(usize),
    /// None was found.
    Unknown,
}

/// The visitor whose answers give a path its largest lead, as far as a search finds her.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Archetype {
    /// What she says.
    pub answers: Answers,
    /// The path she gets: another one where hers was never reached.
    pub path: usize,
    /// Its lead over the next, in match points.
    pub lead: Fraction,
    /// How many changed answers give her another path.
    pub flips: Flips,
    /// In how many of 1000 re-runs with every tenth answer changed she keeps it.
    pub stability: u32,
}

impl Archetype {
    /// Climbs from the answers that speak most for the path.
    pub(super) fn of(quiz: &Quiz, path: usize) -> Self {
        let person = Person::for_path(quiz, path).climb(path);
        let answers = asked_only(quiz, &person.answers());
        let result = recommend(quiz, &answers);
        let won = result.path();
        let flips = match what_if(quiz, &answers) {
            WhatIf::Single(_) => Flips::Exactly(1),
            WhatIf::Two => Flips::Exactly(2),
            WhatIf::ThreeOrMore => {
                person.changes_to_fall(won).map_or(Flips::Unknown, Flips::AtMost)
            }
        };
        let stability = stability(quiz, &answers);
        Self { answers, path: won, lead: result.lead, flips, stability }
    }
}
