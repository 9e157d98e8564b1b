//! The quiz file: from its text to a [`Quiz`] or to everything that is wrong with it.
//!
//! In the order of the road: [`source`] reads the JSON and keeps where everything stands,
//! [`forgive`] gives it its types ([`document`]), [`check`] makes a quiz of it. Each says all that
//! it finds. [`language`] is the other kind of file: a quiz's texts in another language.

mod check;
mod document;
mod fault;
mod forgive;
pub mod language;
mod place;
mod source;
mod tree;

pub use fault::{Fault, QuizError, Severity};

use document::Document;
use forgive::Misfit;
use place::Place;
use source::Source;

use super::Quiz;

/// Larger files are refused, in bytes.
pub const MOST_BYTES: usize = 256 * 1024;

/// What a quiz file turned out to be.
#[derive(Debug, Clone)]
pub struct Checked {
    /// The quiz; `None` where a fault is an error.
    pub quiz: Option<Quiz>,
    /// All that is wrong, in the order of the file.
    pub faults: Vec<Fault>,
}

impl Checked {
    /// Checks the text of a quiz file. Total: any text gives a quiz, or faults, or both.
    #[must_use]
    pub fn of(json: &str) -> Self {
        let source = match Source::read(json) {
            Ok(source) => source,
            Err(fault) => return Self { quiz: None, faults: vec![*fault] },
        };
        let (document, misfits) = forgive::read::<Document>(&source.root);
        let (quiz, mut found) = match document {
            Some(document) => check::check(document, &misfits),
            None => (None, Vec::new()),
        };
        found.extend(misfits.into_iter().map(|misfit| (Severity::Error, misfit)));
        if source.text.len() > MOST_BYTES {
            let problem = format!("it has {} bytes, {MOST_BYTES} are allowed", source.text.len());
            let remedy = "shorten its texts or lists";
            let misfit = Misfit::at(Place::file(), "too-large", problem, remedy);
            found.push((Severity::Error, misfit));
        }
        let faults = source.faults(found);
        let refused = faults.iter().any(|fault| fault.severity == Severity::Error);
        match quiz {
            Some(quiz) if !refused => Self { quiz: Some(quiz), faults },
            None if !refused => {
                let remedy = "compare it with quizzes/career-quiz.json";
                let fault = Fault::of_file("no-quiz", "it could not be read", remedy);
                Self { quiz: None, faults: vec![fault] }
            }
            _ => Self { quiz: None, faults },
        }
    }
}

impl Quiz {
    /// Reads a quiz file.
    ///
    /// # Errors
    ///
    /// Everything wrong with the file: its JSON, its ids, its texts, its links, its balance.
    pub fn read(json: &str) -> Result<Self, QuizError> {
        let Checked { quiz, faults } = Checked::of(json);
        quiz.ok_or(QuizError { faults })
    }
}

/// The JSON Schema of quiz files, as `quizzes/quiz.schema.json` holds it.
#[cfg(feature = "schema")]
#[must_use]
pub fn schema() -> schemars::Schema {
    schemars::generate::SchemaSettings::draft07()
        .into_generator()
        .into_root_schema_for::<Document>()
}
