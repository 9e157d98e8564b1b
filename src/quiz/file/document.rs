//! The quiz file as it is written.
//!
//! Nothing here is trusted: [`check`](super::check) turns a [`Document`] into a
//! [`Quiz`](crate::quiz::Quiz). The comments are what authors read: they are the descriptions in
//! `quizzes/quiz.schema.json`.

mod question;
mod rules;

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::quiz::content::{Block, CallToAction, CareerPath, Intro, Library, Mark};
pub(crate) use question::{ChoiceDocument, FormatName, QuestionDocument};
pub(crate) use rules::{BlendDocument, EnoughDocument, RulesDocument, StageDocument, StepDocument};

/// A quiz for `<career-quiz>`: questions, the outcomes their answers speak for, and everything the
/// visitor reads.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Quiz"))]
#[serde(deny_unknown_fields)]
pub(crate) struct Document {
    /// Where editors find the schema of this file, as in "quiz.schema.json". The quiz ignores it.
    #[serde(default, rename = "$schema")]
    pub(crate) _schema: Option<String>,
    /// The version of this file's shape: 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 1)))]
    pub(crate) format: u32,
    /// The quiz's permanent name: links and remembered answers speak it, so it never changes.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = ID)))]
    pub(crate) id: String,
    /// Your own version of the content, as in "1.2".
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(regex(pattern = TEXT)))]
    pub(crate) version: Option<String>,
    /// The day you last checked the content, as in "2026-11-25".
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(regex(pattern = TEXT)))]
    pub(crate) date: Option<String>,
    /// What the quiz is called.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = TEXT), length(max = 2000)))]
    pub(crate) title: String,
    /// The language of the texts, as in "en" or "pt-BR" (a BCP 47 tag). English where left out.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(regex(pattern = LANG)))]
    pub(crate) lang: Option<String>,
    /// Files with the same texts in other languages: the address of each by its language, as in
    /// "de": "my-quiz.de.json".
    #[serde(default)]
    pub(crate) languages: BTreeMap<String, String>,
    /// What stands above the first question; the title alone where left out.
    #[serde(default)]
    pub(crate) intro: Option<Intro>,
    /// The outcomes, 2 to 8.
    #[cfg_attr(feature = "schema", schemars(length(min = 2, max = 8)))]
    pub(crate) paths: Vec<PathDocument>,
    /// One outcome that wins by breadth instead of points of its own.
    #[serde(default)]
    pub(crate) blend: Option<BlendDocument>,
    /// Parts of the quiz with a name each. Each has at least one question, and its questions stand
    /// together.
    #[serde(default)]
    pub(crate) blocks: Vec<Block>,
    /// What is asked, in order: 1 to 100 questions.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 100)))]
    pub(crate) questions: Vec<QuestionDocument>,
    /// When a result is clear, what breaks a tie, how much must be answered.
    #[serde(default)]
    pub(crate) rules: RulesDocument,
    /// Where on the way a visitor stands, from the first stage to the last.
    #[serde(default)]
    pub(crate) stages: Vec<StageDocument>,
    /// The steps everyone is shown, whatever the outcome.
    #[serde(default)]
    pub(crate) roadmap: Vec<StepDocument>,
    /// What can be read on about: figures, courses, sources.
    #[serde(default)]
    pub(crate) library: Library,
    /// A link at the end, for every outcome that has none of its own.
    #[serde(default)]
    pub(crate) call_to_action: Option<CallToAction>,
    /// Texts of buttons and headings that you want to word yourself, by name. The names are those in
    /// quizzes/career-quiz.json; what you leave out is taken from there.
    #[serde(default)]
    pub(crate) words: BTreeMap<String, String>,
}

/// What an id looks like.
#[cfg(feature = "schema")]
const ID: &str = "^[a-z0-9_-]{1,40}$";
/// What is no text: nothing, or blanks alone.
#[cfg(feature = "schema")]
const TEXT: &str = "\\S";
/// What a language tag looks like.
#[cfg(feature = "schema")]
const LANG: &str = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$";

/// One outcome of the quiz. Only its id and its name must be given; nothing is drawn for what is
/// left out.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Outcome"))]
#[serde(deny_unknown_fields)]
pub(crate) struct PathDocument {
    /// Its permanent name: points and links speak it.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = ID)))]
    pub(crate) id: String,
    /// A shorter permanent name for links that tell the result only.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(regex(pattern = ID)))]
    pub(crate) code: Option<String>,
    /// Its shape wherever it is drawn; each gets one of its own where left out.
    #[serde(default)]
    pub(crate) mark: Option<Mark>,
    /// Its name, on its own or at the start of a sentence.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = TEXT), length(max = 2000)))]
    pub(crate) name: String,
    /// Its name in the middle of a sentence; the name where left out.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(regex(pattern = TEXT), length(max = 2000)))]
    pub(crate) inline: Option<String>,
    /// A few words that tell it from the others.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(regex(pattern = TEXT), length(max = 2000)))]
    pub(crate) tag: Option<String>,
    /// What the result says to someone who got it, in a sentence or two.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(regex(pattern = TEXT), length(max = 2000)))]
    pub(crate) summary: Option<String>,
    /// What it is.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(regex(pattern = TEXT), length(max = 2000)))]
    pub(crate) what: Option<String>,
    /// Where it is used.
    #[serde(default)]
    pub(crate) areas: Vec<String>,
    /// What to learn for it.
    #[serde(default)]
    pub(crate) learn: Vec<String>,
    /// What to make first.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(regex(pattern = TEXT), length(max = 2000)))]
    pub(crate) first_project: Option<String>,
    /// What the jobs are called today.
    #[serde(default)]
    pub(crate) roles_today: Vec<String>,
    /// Fields that hire for it.
    #[serde(default)]
    pub(crate) domains: Vec<String>,
    /// Something to know before choosing it.
    #[serde(default)]
    pub(crate) note: Option<String>,
    /// When to look at another outcome instead: a sentence by that outcome's id.
    #[serde(default)]
    pub(crate) close_to: BTreeMap<String, String>,
    /// A link at the end of this result, in place of the quiz's own.
    #[serde(default)]
    pub(crate) call_to_action: Option<CallToAction>,
}

impl PathDocument {
    /// The path as it is shown; `at` is its place among the paths.
    pub(super) fn path(self, at: usize, quiz: Option<&CallToAction>) -> CareerPath {
        let mark = Mark::ALL.iter().cycle().nth(at).copied().unwrap_or(Mark::Circle);
        CareerPath {
            id: self.id,
            code: self.code,
            mark: self.mark.unwrap_or(mark),
            inline: self.inline.unwrap_or_else(|| self.name.clone()),
            name: self.name,
            tag: self.tag.unwrap_or_default(),
            summary: self.summary.unwrap_or_default(),
            what: self.what.unwrap_or_default(),
            areas: self.areas,
            learn: self.learn,
            first_project: self.first_project.unwrap_or_default(),
            roles_today: self.roles_today,
            domains: self.domains,
            note: self.note,
            close_to: self.close_to.into_iter().collect(),
            call_to_action: self.call_to_action.or_else(|| quiz.cloned()),
        }
    }
}
