//! How answers become a result: the blend, the rules, the stages and the roadmap.

use std::collections::BTreeMap;

use serde::Deserialize;

#[cfg(feature = "schema")]
use super::ID;
use crate::quiz::content::{HighRatings, LowRatings};

/// An outcome that wins by breadth: its match is the mean of all but the strongest other outcome,
/// plus `base`, plus `per_breadth` for each step of breadth a visitor shows.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Blend"))]
#[serde(deny_unknown_fields)]
pub(crate) struct BlendDocument {
    /// The id of the outcome; no answer may give it points.
    pub(crate) path: String,
    /// Match points it starts with, 0 to 100.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 100)))]
    pub(crate) base: i32,
    /// Match points for each step of breadth, 0 to 100.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 100)))]
    pub(crate) per_breadth: i32,
    /// The most steps of breadth a visitor can show.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 1000)))]
    pub(crate) breadth_max: i32,
    /// Shown when breadth made the difference; {top} is the strongest other outcome.
    pub(crate) note: String,
}

/// When a result is clear, what breaks a tie, how much must be answered.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Rules"))]
#[serde(deny_unknown_fields)]
pub(crate) struct RulesDocument {
    /// From this lead on, in match points (0 to 100), a result is clear; 15 where left out.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 100)))]
    pub(crate) clear_lead: Option<i64>,
    /// From this lead on it leans, under it it is a close call; 6 where left out.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 100)))]
    pub(crate) leaning_lead: Option<i64>,
    /// The id of a question of the format "rank": of two outcomes that come out level, the one
    /// ranked higher there wins.
    #[serde(default)]
    pub(crate) tie_breaker: Option<String>,
    /// What must be answered before a result is shown; half of the questions that count where left
    /// out.
    #[serde(default)]
    pub(crate) enough: Option<EnoughDocument>,
    /// A note for a visitor who rates everything low.
    #[serde(default)]
    pub(crate) low_ratings: Option<LowRatings>,
    /// A note for a visitor who rates everything high, at a blended result.
    #[serde(default)]
    pub(crate) high_ratings: Option<HighRatings>,
}

/// What must be answered before a result is shown.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Enough"))]
#[serde(deny_unknown_fields)]
pub(crate) struct EnoughDocument {
    /// Ids of questions that must be answered.
    #[serde(default)]
    pub(crate) required: Vec<String>,
    /// How many of the questions in `of` must be answered.
    #[serde(default)]
    pub(crate) at_least: u32,
    /// Ids of the questions that `at_least` speaks of.
    #[serde(default)]
    pub(crate) of: Vec<String>,
}

/// Where on the way a visitor stands. The last stage that holds is hers.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Stage"))]
#[serde(deny_unknown_fields)]
pub(crate) struct StageDocument {
    /// Its permanent name.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = ID)))]
    pub(crate) id: String,
    /// What it is called.
    pub(crate) name: String,
    /// What it means, in a sentence or two.
    pub(crate) line: String,
    /// When it holds: one of these must be true. Each names questions and the least level that the
    /// answer to each must have. {} is always true.
    pub(crate) when: Vec<BTreeMap<String, u8>>,
    /// What to do now, in a few lines.
    #[serde(default)]
    pub(crate) now: Vec<String>,
    /// The numbers of the roadmap steps to take now; 1 is the first.
    #[serde(default)]
    pub(crate) steps_now: Vec<u32>,
}

/// One step of the roadmap.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Roadmap step"))]
#[serde(deny_unknown_fields)]
pub(crate) struct StepDocument {
    /// What it is called.
    pub(crate) title: String,
    /// Where the step comes from: for authors, never shown.
    #[serde(default, rename = "source_step")]
    pub(crate) _source_step: Option<String>,
    /// What it asks for.
    pub(crate) text: String,
    /// Lines for visitors who gave a certain answer.
    #[serde(default)]
    pub(crate) if_has: Vec<IfHasDocument>,
}

/// A line shown on a step when a choice was chosen or picked.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "If she has"))]
#[serde(deny_unknown_fields)]
pub(crate) struct IfHasDocument {
    /// The id of the question.
    pub(crate) question: String,
    /// The id of the choice.
    pub(crate) choice: String,
    /// The line.
    pub(crate) text: String,
}
