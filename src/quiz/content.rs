//! The quiz file as it is written: the serde side of the door.
//!
//! Nothing here is trusted. [`Quiz::read`](super::Quiz::read) turns a [`Document`] into a
//! [`Quiz`](super::Quiz); the parts that are only text pass through unchanged.

#![cfg_attr(not(feature = "reader"), allow(dead_code))]
#![allow(missing_docs)] // Fields carry the names of the quiz file; a comment stands where a unit or a rule is not plain.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// One quiz file, version 1 of its shape.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Document {
    /// Where editors find the schema of this file; never read.
    #[serde(default, rename = "$schema")]
    pub _schema: Option<String>,
    pub format: u32,
    pub id: String,
    #[serde(default)]
    pub version: Option<String>,
    #[serde(default)]
    pub date: Option<String>,
    pub title: String,
    #[serde(default)]
    pub lang: Option<String>,
    /// The files with its texts in other languages: their addresses by language tag.
    #[serde(default)]
    pub languages: BTreeMap<String, String>,
    #[serde(default)]
    pub intro: Option<Intro>,
    pub paths: Vec<PathDocument>,
    #[serde(default)]
    pub blend: Option<BlendDocument>,
    #[serde(default)]
    pub blocks: Vec<Block>,
    pub questions: Vec<QuestionDocument>,
    #[serde(default)]
    pub rules: RulesDocument,
    #[serde(default)]
    pub stages: Vec<StageDocument>,
    #[serde(default)]
    pub roadmap: Vec<StepDocument>,
    #[serde(default)]
    pub library: Library,
    /// What the author asks of a visitor at the end.
    #[serde(default)]
    pub call_to_action: Option<CallToAction>,
    /// Every other text a visitor reads, by name; those of the shipped quiz stand in for the rest.
    #[serde(default)]
    pub words: BTreeMap<String, String>,
}

/// What a visitor reads above the first question.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Intro {
    pub title: String,
    /// Empty where it was not given, as `promise`.
    #[serde(default)]
    pub body: String,
    #[serde(default)]
    pub promise: String,
}

/// One outcome of the quiz as written; all but its id and name may be left out.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PathDocument {
    pub id: String,
    #[serde(default)]
    pub code: Option<String>,
    #[serde(default)]
    pub mark: Option<Mark>,
    pub name: String,
    #[serde(default)]
    pub inline: Option<String>,
    #[serde(default)]
    pub tag: Option<String>,
    #[serde(default)]
    pub summary: Option<String>,
    #[serde(default)]
    pub what: Option<String>,
    #[serde(default)]
    pub areas: Vec<String>,
    #[serde(default)]
    pub learn: Vec<String>,
    #[serde(default)]
    pub first_project: Option<String>,
    #[serde(default)]
    pub roles_today: Vec<String>,
    #[serde(default)]
    pub domains: Vec<String>,
    #[serde(default)]
    pub note: Option<String>,
    /// What to look at in a neighbouring path, by that path's id.
    #[serde(default)]
    pub close_to: BTreeMap<String, String>,
    /// In place of the quiz's own.
    #[serde(default)]
    pub call_to_action: Option<CallToAction>,
}

/// One outcome of the quiz, with everything the result says about it. A text that is empty was
/// not given, and nothing stands in its place.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct CareerPath {
    pub id: String,
    /// Permanent and short, for links that tell the result only; without it they carry the id.
    pub code: Option<String>,
    /// Its shape wherever it is drawn; shape and colour never speak without the name.
    pub mark: Mark,
    /// The name on its own or at the start of a sentence.
    pub name: String,
    /// The name in the middle of a sentence.
    pub inline: String,
    pub tag: String,
    pub summary: String,
    pub what: String,
    pub areas: Vec<String>,
    pub learn: Vec<String>,
    pub first_project: String,
    pub roles_today: Vec<String>,
    pub domains: Vec<String>,
    pub note: Option<String>,
    /// What to look at in a neighbouring path, by that path's id.
    pub close_to: BTreeMap<String, String>,
    /// What the author asks of a visitor who got this path: its own, or else the quiz's.
    pub call_to_action: Option<CallToAction>,
}

impl CareerPath {
    /// What a link that tells the result only calls it.
    #[must_use]
    pub fn code(&self) -> &str {
        self.code.as_deref().unwrap_or(&self.id)
    }
}

impl PathDocument {
    /// The path as it is shown; `at` is its place among the paths.
    pub(super) fn path(self, at: usize, quiz: Option<&CallToAction>) -> CareerPath {
        let marks =
            [Mark::Circle, Mark::Square, Mark::Triangle, Mark::Diamond, Mark::Hexagon, Mark::Cross];
        let mark = marks.iter().cycle().nth(at).copied().unwrap_or(Mark::Circle);
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
            close_to: self.close_to,
            call_to_action: self.call_to_action.or_else(|| quiz.cloned()),
        }
    }
}

/// What the author asks of a visitor at the end, as a link.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct CallToAction {
    /// What stands on the link.
    pub text: String,
    /// Where it leads: https, http or mailto.
    pub url: String,
    /// A sentence above it.
    #[serde(default)]
    pub note: Option<String>,
}

/// The shapes a path can be drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    Circle,
    Square,
    Triangle,
    Diamond,
    Hexagon,
    Cross,
}

/// The path that wins by breadth instead of by points of its own.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BlendDocument {
    pub path: String,
    pub base: i32,
    pub per_breadth: i32,
    pub breadth_max: i32,
    /// Shown when breadth made the difference; `{top}` is the strongest other path.
    pub note: String,
}

/// A run of questions under one name.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    pub id: String,
    pub name: String,
}

/// One question as written; which fields it needs depends on its format.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct QuestionDocument {
    pub id: String,
    /// May be left out where the quiz names no blocks.
    #[serde(default)]
    pub block: Option<String>,
    #[serde(default)]
    pub format: FormatName,
    pub prompt: String,
    /// Earlier questions that must have been answered, each with one of these choices; without it
    /// the question is always asked.
    #[serde(default)]
    pub show_if: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub help: Option<String>,
    /// What the question is there to find out, for authors; never shown.
    #[serde(default, rename = "measures")]
    pub _measures: Option<String>,
    #[serde(default)]
    pub shuffle: bool,
    #[serde(default)]
    pub min_picks: Option<usize>,
    #[serde(default)]
    pub max_picks: Option<usize>,
    #[serde(default)]
    pub points_per_step: Option<i32>,
    #[serde(default)]
    pub steps: Vec<String>,
    #[serde(default)]
    pub rows: Vec<RowDocument>,
    #[serde(default)]
    pub place_points: Vec<i32>,
    #[serde(default)]
    pub choices: Vec<ChoiceDocument>,
}

/// The five ways a question can be asked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum FormatName {
    #[default]
    Single,
    Multiple,
    Rating,
    Rank,
    Scale,
}

/// One line of a rating.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RowDocument {
    pub id: String,
    pub label: String,
    pub path: String,
}

/// One thing a visitor can say.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChoiceDocument {
    pub id: String,
    pub label: String,
    /// For a rank: the path whose points its place decides.
    #[serde(default)]
    pub path: Option<String>,
    #[serde(default)]
    pub points: BTreeMap<String, i32>,
    #[serde(default)]
    pub breadth: i32,
    /// How far along this choice is, for the stage rules.
    #[serde(default)]
    pub level: u8,
}

/// The constants of the method.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RulesDocument {
    /// From this lead on (match points, 0 to 100) the result is clear; 15 where it is left out.
    #[serde(default)]
    pub clear_lead: Option<i64>,
    /// From this lead on it leans; under it, it is a close call. 6 where it is left out.
    #[serde(default)]
    pub leaning_lead: Option<i64>,
    #[serde(default)]
    pub tie_breaker: Option<String>,
    /// Where it is left out: half of the questions that count.
    #[serde(default)]
    pub enough: Option<EnoughDocument>,
    #[serde(default)]
    pub low_ratings: Option<LowRatings>,
    #[serde(default)]
    pub high_ratings: Option<HighRatings>,
}

/// What must be answered before a path is shown.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EnoughDocument {
    #[serde(default)]
    pub required: Vec<String>,
    #[serde(default)]
    pub at_least: usize,
    #[serde(default)]
    pub of: Vec<String>,
}

/// A note for visitors whose ratings are low throughout.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct LowRatings {
    /// Shown while the mean rating is under this many tenths of a step.
    pub under_tenths: u32,
    pub note: String,
}

/// A note for a blended result whose ratings are high throughout.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct HighRatings {
    /// Shown from this many tenths of a step on.
    pub from_tenths: u32,
    pub note: String,
}

/// Where on the way a visitor stands.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StageDocument {
    pub id: String,
    pub name: String,
    pub line: String,
    /// Alternatives; each asks for at least these levels. `{}` always holds.
    pub when: Vec<BTreeMap<String, u8>>,
    pub now: Vec<String>,
    /// The roadmap steps to take now, counted from 1.
    pub steps_now: Vec<usize>,
}

/// One step of the roadmap.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StepDocument {
    pub title: String,
    /// The step's name in the article it comes from, for authors; never shown.
    #[serde(default, rename = "source_step")]
    pub _source_step: Option<String>,
    pub text: String,
    #[serde(default)]
    pub if_has: Vec<IfHasDocument>,
}

/// A line shown on a step when a choice was picked.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct IfHasDocument {
    pub question: String,
    pub choice: String,
    pub text: String,
}

/// What a visitor can read on about, whatever her result.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Library {
    pub continuing: Vec<String>,
    pub day_in_the_life: Vec<String>,
    pub ladder: Vec<String>,
    pub related_careers: Vec<RelatedCareer>,
    pub resources: Vec<Resource>,
    pub facts: Vec<Fact>,
    pub sources: Vec<Source>,
}

/// A job close to the paths.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct RelatedCareer {
    pub name: String,
    pub does: String,
}

/// A course or certificate with what is known of it today.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Resource {
    pub name: String,
    pub by: String,
    pub source_says: String,
    pub now: String,
    pub status: Status,
    pub source: String,
    #[serde(default)]
    pub url: Option<String>,
}

/// What became of a course or certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    Current,
    Updated,
    Replaced,
    Check,
}

/// A figure with where and when it holds and who says so.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    pub id: String,
    pub label: String,
    pub value: String,
    pub country: String,
    pub year: String,
    pub source: String,
    pub kind: FactKind,
    #[serde(default)]
    pub via: Option<String>,
    pub checked: String,
    #[serde(default)]
    pub url: Option<String>,
}

/// How a figure may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FactKind {
    /// Holds today.
    Current,
    /// Older, and still true today.
    Confirmed,
    /// Older: shown as history only.
    Dated,
}

/// An article the content was written from.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub id: String,
    pub text: String,
    #[serde(default)]
    pub url: Option<String>,
}
