//! The parts of a quiz that are only text: as its file gives them, so they are shown.

use serde::{Deserialize, Serialize};

/// What a link may begin with.
#[cfg(feature = "schema")]
const LINK: &str = "^([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)[^\\s]+$";

/// What a visitor reads above the first question.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Intro"))]
#[serde(deny_unknown_fields)]
pub struct Intro {
    /// Its first line.
    pub title: String,
    /// What the quiz is, in a few sentences. Empty where it was not given, as `promise`.
    #[serde(default)]
    pub body: String,
    /// What a visitor may expect of the result.
    #[serde(default)]
    pub promise: String,
}

/// One outcome of the quiz, with everything the result says about it. A text that is empty was
/// not given, and nothing stands in its place.
#[derive(Debug, Clone, Serialize)]
pub struct CareerPath {
    /// Permanent; points and share codes speak it.
    pub id: String,
    /// Permanent and short, for links that tell the result only; without it they carry the id.
    pub code: Option<String>,
    /// Its shape wherever it is drawn; shape and colour never speak without the name.
    pub mark: Mark,
    /// The name on its own or at the start of a sentence.
    pub name: String,
    /// The name in the middle of a sentence.
    pub inline: String,
    /// A few words that tell it from the others.
    pub tag: String,
    /// What the result says to someone who got it.
    pub summary: String,
    /// What it is.
    pub what: String,
    /// Where it is used.
    pub areas: Vec<String>,
    /// What to learn for it.
    pub learn: Vec<String>,
    /// What to make first.
    pub first_project: String,
    /// What the jobs are called today.
    pub roles_today: Vec<String>,
    /// Fields that hire for it.
    pub domains: Vec<String>,
    /// Something to know before choosing it.
    pub note: Option<String>,
    /// What to look at in neighbouring paths: their ids, each once, with a text.
    pub close_to: Vec<(String, String)>,
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

/// What the author asks of a visitor at the end, as a link.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Call to action"))]
#[serde(deny_unknown_fields)]
pub struct CallToAction {
    /// What stands on the link.
    pub text: String,
    /// Where it leads: https, http or mailto.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = LINK)))]
    pub url: String,
    /// A sentence above it.
    #[serde(default)]
    pub note: Option<String>,
}

/// The shapes a path can be drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Shape"))]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// A circle.
    Circle,
    /// A square.
    Square,
    /// A triangle.
    Triangle,
    /// A diamond.
    Diamond,
    /// A hexagon.
    Hexagon,
    /// A cross.
    Cross,
}

impl Mark {
    /// All of them, in the order in which paths without one of their own are given theirs.
    pub const ALL: [Self; 6] =
        [Self::Circle, Self::Square, Self::Triangle, Self::Diamond, Self::Hexagon, Self::Cross];
}

/// A run of questions under one name.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Block"))]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// Its permanent name; questions speak it.
    pub id: String,
    /// What the part is called.
    pub name: String,
}

/// A note for visitors whose ratings are low throughout.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Low ratings"))]
#[serde(deny_unknown_fields)]
pub struct LowRatings {
    /// Shown while the mean rating is under this many tenths of a step.
    pub under_tenths: u32,
    /// The note.
    pub note: String,
}

/// A note for a blended result whose ratings are high throughout.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "High ratings"))]
#[serde(deny_unknown_fields)]
pub struct HighRatings {
    /// Shown from this many tenths of a step on.
    pub from_tenths: u32,
    /// The note.
    pub note: String,
}

/// What a visitor can read on about, whatever her result.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Library"))]
#[serde(deny_unknown_fields, default)]
pub struct Library {
    /// Ways to go on learning.
    pub continuing: Vec<String>,
    /// What a day at work is like.
    pub day_in_the_life: Vec<String>,
    /// The steps of a career.
    pub ladder: Vec<String>,
    /// Jobs close by.
    pub related_careers: Vec<RelatedCareer>,
    /// Courses and certificates.
    pub resources: Vec<Resource>,
    /// Figures, each with country, year and source.
    pub facts: Vec<Fact>,
    /// What the content was written from.
    pub sources: Vec<Source>,
}

/// A job close to the paths.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Related job"))]
#[serde(deny_unknown_fields)]
pub struct RelatedCareer {
    /// What it is called.
    pub name: String,
    /// What is done in it.
    pub does: String,
}

/// A course or certificate with what is known of it today.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(title = "Course or certificate")
)]
#[serde(deny_unknown_fields)]
pub struct Resource {
    /// What it is sold as.
    pub name: String,
    /// Who offers it.
    pub by: String,
    /// What the source said of it.
    pub source_says: String,
    /// What is known of it now.
    pub now: String,
    /// What became of it.
    pub status: Status,
    /// Who says so.
    pub source: String,
    /// Where it is found: https, http or mailto.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(regex(pattern = LINK)))]
    pub url: Option<String>,
}

/// What became of a course or certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Status"))]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// It is offered as it was.
    Current,
    /// It is offered in a newer form.
    Updated,
    /// Something else took its place.
    Replaced,
    /// It could not be confirmed.
    Check,
}

/// A figure with where and when it holds and who says so.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Figure"))]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Its permanent name.
    pub id: String,
    /// What the figure is about.
    pub label: String,
    /// The figure, in words.
    pub value: String,
    /// The country it holds for.
    pub country: String,
    /// The year or years it holds for.
    pub year: String,
    /// Who says so.
    pub source: String,
    /// How it may be shown.
    pub kind: FactKind,
    /// The page it was read from, where that is not the source itself.
    #[serde(default)]
    pub via: Option<String>,
    /// The day it was last checked, as in "2026-11-20".
    pub checked: String,
    /// Where it is found: https, http or mailto.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(regex(pattern = LINK)))]
    pub url: Option<String>,
}

/// How a figure may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Kind of figure"))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Source"))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its permanent name.
    pub id: String,
    /// Author and title.
    pub text: String,
    /// Where it is found: https, http or mailto.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(regex(pattern = LINK)))]
    pub url: Option<String>,
}
