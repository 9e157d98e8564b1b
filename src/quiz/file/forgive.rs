//! Reads a file into its types and goes on where it should stop.
//!
//! serde stops at the first thing that has not the shape it wants. An author wants to hear of all
//! of them. So this [`Deserializer`] notes what is wrong, gives an empty text, a 0 or an empty list
//! in its place and reads on. A member that is missing is the one thing it hears of only from serde:
//! then it notes that, and reads the file once more with the member made up.

mod members;
mod node;
mod variant;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt;

use jsonc_parser::ast::Value;
use serde::de::{Deserialize, Error};

use super::fault::shown;
use super::place::Place;
use node::Node;

/// So many missing members, and so many other misfits, are told of; a file with more is no quiz.
const MOST: usize = 100;

/// Something that has not the shape it should have.
#[derive(Debug, Clone)]
pub(super) struct Misfit {
    pub(super) kind: &'static str,
    /// What is shown to the author.
    pub(super) place: Place,
    /// What cannot be trusted because of it; the same, but for a member that is missing.
    pub(super) about: Place,
    pub(super) problem: String,
    pub(super) remedy: String,
}

impl Misfit {
    pub(super) fn at(
        place: Place,
        kind: &'static str,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        let about = place.clone();
        Self { kind, place, about, problem: problem.into(), remedy: remedy.into() }
    }
}

/// Reads a tree into a type. What did not fit is told; `None` where there was too much of it.
pub(super) fn read<'t, T: Deserialize<'t>>(root: &Value<'t>) -> (Option<T>, Vec<Misfit>) {
    let notes = Notes::default();
    let mut missing = Vec::new();
    loop {
        notes.misfits.borrow_mut().clear();
        match T::deserialize(Node { value: Some(root), place: Place::file(), notes: &notes }) {
            Ok(whole) => return (Some(whole), together(missing, notes.misfits.take())),
            Err(Gap { field, place: Some(place), silent }) if missing.len() < MOST => {
                if !silent {
                    let problem = format!("`{field}` is missing");
                    let remedy = format!("add \"{field}\": …");
                    let about = place.name(field);
                    let place = place.clone();
                    missing.push(Misfit { kind: "missing", place, about, problem, remedy });
                }
                if !notes.made_up.borrow_mut().insert((place.pointer(), field)) {
                    return (None, missing);
                }
            }
            Err(_) => return (None, together(missing, notes.misfits.take())),
        }
    }
}

/// All misfits. A member that is missing because its name is misspelt is told of once.
fn together(mut missing: Vec<Misfit>, mut others: Vec<Misfit>) -> Vec<Misfit> {
    missing.retain(|one| {
        let misspelt = others.iter_mut().find(|other| {
            other.place.is_beside(&one.about) && one.about.ends_with_name(nearly(&other.remedy))
        });
        match misspelt {
            Some(misspelt) => {
                misspelt.about = one.about.clone();
                false
            }
            None => true,
        }
    });
    missing.extend(others);
    missing
}

/// What to write instead: the name that was nearly written, else all that there are.
pub(super) fn one_of<'a>(given: &str, known: impl Iterator<Item = &'a str> + Clone) -> String {
    let near = known.clone().map(|name| (strsim::osa_distance(given, name), name)).min();
    match near.filter(|(far, name)| *far <= name.chars().count().max(3) / 3) {
        Some((_, near)) => format!("{MEANT}{near}`?"),
        None => {
            let names: Vec<_> = known.take(12).map(shown).collect();
            format!("use one of: {}", names.join(", "))
        }
    }
}

const MEANT: &str = "did you mean `";

/// The name that a remedy asks about.
fn nearly(remedy: &str) -> Option<&str> {
    remedy.strip_prefix(MEANT)?.strip_suffix("`?")
}

/// What is noted while reading.
#[derive(Default)]
struct Notes {
    misfits: RefCell<Vec<Misfit>>,
    /// Members that are missing, by the pointer of what lacks them.
    made_up: RefCell<BTreeSet<(String, &'static str)>>,
}

impl Notes {
    fn misfit(&self, misfit: Misfit) {
        let mut misfits = self.misfits.borrow_mut();
        if misfits.len() < MOST {
            misfits.push(misfit);
        }
    }
}

/// The only thing that still stops the reading: a member that is missing.
#[derive(Debug)]
struct Gap {
    field: &'static str,
    place: Option<Place>,
    /// Whether what lacks it is itself wrong or missing, and has been spoken of.
    silent: bool,
}

impl fmt::Display for Gap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is missing", self.field)
    }
}

impl std::error::Error for Gap {}

impl Error for Gap {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self { field: "", place: None, silent: false }
    }

    fn missing_field(field: &'static str) -> Self {
        Self { field, place: None, silent: false }
    }
}
