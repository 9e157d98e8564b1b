//! PURE. What was asked, what was answered, and what it means.
//!
//! No DOM, no Yew, no clock, and no chance without a seed: the same answers give the same
//! result on every machine, for ever.
//!
//! - [`Quiz`] is a quiz that has been checked: by `Quiz::read`, from its file, or before it was
//!   packed ([`Quiz::unpack`]).
//! - [`Session`] is one visitor's way through it; [`Session::apply`] is the only way it changes.
//! - [`recommend`] turns [`Answers`] into a [`Recommendation`]; [`what_if`], [`stability`],
//!   [`stage`] and [`roadmap`] say the rest of the result.
//! - [`share`] is the one form in which answers leave this room.

mod answers;
mod asked;
mod chance;
mod compare;
mod content;
pub mod export;
#[cfg(feature = "reader")]
pub mod file;
mod numbers;
mod packed;
mod points;
pub mod proof;
mod question;
mod score;
mod session;
pub mod share;
mod sheet;
mod sort;
mod stability;
mod start;
mod template;
mod what_if;
mod words;

use serde::Serialize;

pub use answers::{Answer, Answers};
pub use chance::{Chance, name_hash};
pub use compare::{Apart, Comparison, compare};
pub use content::{
    Block, CallToAction, CareerPath, Fact, FactKind, HighRatings, Intro, Library, LowRatings, Mark,
    RelatedCareer, Resource, Source, Status,
};
#[cfg(feature = "reader")]
pub use file::{Fault, QuizError, language};
pub use numbers::Numbers;
pub use packed::UnpackError;
pub use points::{Fraction, MAX_PATHS, Points, exact, rounded};
pub use proof::{Odds, odds};
pub use question::{Choice, Condition, Format, Question, Row, Said};
pub use score::{Band, Match, Reason, Recommendation, recommend};
pub use session::{Action, Heard, Panel, Progress, Screen, Session, server_in};
pub use share::{CodeError, Grade, LinkError, Opened, Outline, Shared};
pub use sheet::{AnswerSheet, SheetError};
pub use sort::sort_short;
pub use stability::{RUNS, stability};
pub use start::{RoadmapStep, notes, roadmap, stage};
pub use template::Piece;
pub use what_if::{Change, ChangeKind, Counterfactual, WhatIf, what_if};
pub use words::{Word, Words};

/// The quiz this project ships, as its authors edit it.
#[cfg(feature = "reader")]
pub const SHIPPED: &str = include_str!("../../quizzes/career-quiz.json");

/// A quiz that can be trusted: every id resolves, every question is balanced, no text is missing.
#[derive(Debug, Clone, Serialize)]
pub struct Quiz {
    /// Permanent; share codes and remembered answers name it.
    pub id: String,
    /// The content's own version, as the author writes it.
    pub version: String,
    /// The day the content was last checked, as `YYYY-MM-DD`.
    pub date: String,
    /// BCP 47 language tag of every text.
    pub lang: String,
    /// Files with its texts in other languages: their addresses, from the quiz file's own, by tag.
    pub languages: Vec<(String, String)>,
    /// The quiz's name.
    pub title: String,
    /// What stands above the first question.
    pub intro: Intro,
    /// The outcomes, 2 to [`MAX_PATHS`], in the author's order.
    pub paths: Vec<CareerPath>,
    /// The path that wins by breadth, if the quiz has one.
    pub blend: Option<Blend>,
    /// The named runs of questions, in order.
    pub blocks: Vec<Block>,
    /// What is asked, in order; never empty.
    pub questions: Vec<Question>,
    /// The constants of the method.
    pub rules: Rules,
    /// From the first stage to the last.
    pub stages: Vec<Stage>,
    /// The steps every visitor is shown, whatever her path.
    pub roadmap: Vec<Step>,
    /// What can be read on about.
    pub library: Library,
    /// Every other text a visitor reads.
    pub words: Words,
}

/// How the blended path is scored: the mean of all but the strongest other path, plus `base`,
/// plus `per_breadth` for each of up to `breadth_max` steps of breadth; never over 100.
#[derive(Debug, Clone, Serialize)]
pub struct Blend {
    /// Its index in [`Quiz::paths`].
    pub path: usize,
    /// Match points every blended result starts with.
    pub base: i64,
    /// Match points for each step of breadth.
    pub per_breadth: i64,
    /// The most breadth a visitor can show, in steps.
    pub breadth_max: i64,
    /// Shown when breadth made the difference.
    pub note: String,
}

/// The constants of the method.
#[derive(Debug, Clone, Serialize)]
pub struct Rules {
    /// Leads from here on are clear, in match points.
    pub clear_lead: i64,
    /// Leads from here on lean, in match points.
    pub leaning_lead: i64,
    /// The rank question that decides between two paths that come out level.
    pub tie_breaker: Option<usize>,
    /// Questions without which no path is shown.
    pub required: Vec<usize>,
    /// How many of `counted` must be answered as well.
    pub at_least: usize,
    /// The questions `at_least` speaks of.
    pub counted: Vec<usize>,
    /// The note for low ratings throughout.
    pub low_ratings: Option<LowRatings>,
    /// The note for high ratings throughout.
    pub high_ratings: Option<HighRatings>,
}

/// Where on the way a visitor stands.
#[derive(Debug, Clone, Serialize)]
pub struct Stage {
    /// Permanent id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it means, in a sentence or two.
    pub line: String,
    /// Alternatives, each a list of (question, least level) that must all hold.
    pub when: Vec<Vec<(usize, u8)>>,
    /// What to do now.
    pub now: Vec<String>,
    /// Indices of the roadmap steps to take now.
    pub steps_now: Vec<usize>,
}

/// One step of the roadmap.
#[derive(Debug, Clone, Serialize)]
pub struct Step {
    /// Its name.
    pub title: String,
    /// What it asks for.
    pub text: String,
    /// Lines shown when (question, choice) was picked.
    pub if_has: Vec<(usize, usize, String)>,
}

impl Quiz {
    /// The paths that earn points of their own: all but the blended one.
    pub fn scored_paths(&self) -> impl Iterator<Item = usize> + Clone + '_ {
        let blend = self.blend.as_ref().map(|blend| blend.path);
        (0..self.paths.len()).filter(move |&path| Some(path) != blend)
    }

    /// How many others a path with points of its own is compared with; at least 1.
    pub(crate) fn others(&self) -> i64 {
        self.scored_paths().count().saturating_sub(1).max(1) as i64
    }

    /// The index of the question with this id.
    #[must_use]
    pub fn question_at(&self, id: &str) -> Option<usize> {
        self.questions.iter().position(|question| question.id == id)
    }

    /// The path as a sentence names it, and at its start; empty where there is none.
    #[must_use]
    pub fn path_names(&self, path: usize) -> (&str, &str) {
        self.paths.get(path).map_or(("", ""), |path| (&path.inline, &path.name))
    }

    /// The id of a path, or the empty string where there is none.
    #[must_use]
    pub fn path_id(&self, path: usize) -> &str {
        self.paths.get(path).map_or("", |path| &path.id)
    }

    /// The direction its language is written in: `ltr` or `rtl`.
    #[must_use]
    pub fn direction(&self) -> &'static str {
        let language = self.lang.split('-').next().unwrap_or_default();
        match language {
            "ar" | "ckb" | "dv" | "fa" | "he" | "ps" | "sd" | "ug" | "ur" | "yi" => "rtl",
            _ => "ltr",
        }
    }

    /// Whether a path can be shown without this question.
    #[must_use]
    pub fn is_required(&self, question: usize) -> bool {
        self.rules.required.contains(&question)
    }

    /// Level of each question, for the stage rules.
    pub(crate) fn levels(&self, answers: &Answers) -> Vec<Option<u8>> {
        let level = |(at, question): (usize, &Question)| {
            answers.complete(self, at).and_then(|said| question.level(said))
        };
        self.questions.iter().enumerate().map(level).collect()
    }
}
