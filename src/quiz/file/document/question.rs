//! Questions, and what can be said to them.

use std::collections::BTreeMap;

use serde::Deserialize;

#[cfg(feature = "schema")]
use super::{ID, TEXT};

/// One question. Which members it needs depends on its format.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Question"))]
#[serde(deny_unknown_fields)]
pub(crate) struct QuestionDocument {
    /// Its permanent name: links and remembered answers speak it.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = ID)))]
    pub(crate) id: String,
    /// The id of the block it belongs to; left out where the quiz has no blocks.
    #[serde(default)]
    pub(crate) block: Option<String>,
    /// How it is asked; "single" where left out.
    #[serde(default)]
    pub(crate) format: FormatName,
    /// What is asked.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = TEXT), length(max = 2000)))]
    pub(crate) prompt: String,
    /// Earlier questions that must have been answered, each with one of these choices, for this one
    /// to be asked: { "question id": ["choice id", …] }.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(extend("additionalProperties" = {"type": "array", "minItems": 1, "items": {"type": "string"}})))]
    pub(crate) show_if: BTreeMap<String, Vec<String>>,
    /// A line under the question.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(regex(pattern = TEXT), length(max = 2000)))]
    pub(crate) help: Option<String>,
    /// What the question is there to find out: for authors, never shown.
    #[serde(default, rename = "measures")]
    pub(crate) _measures: Option<String>,
    /// Whether its choices stand in another order for each visitor.
    #[serde(default)]
    pub(crate) shuffle: bool,
    /// Format "multiple": the fewest picks that make an answer; 0 where left out.
    #[serde(default)]
    pub(crate) min_picks: Option<u32>,
    /// Format "multiple": the most picks; all of them where left out.
    #[serde(default)]
    pub(crate) max_picks: Option<u32>,
    /// Format "rating": points for each step up.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 100)))]
    pub(crate) points_per_step: Option<i32>,
    /// Format "rating": the names of the steps, from the least to the most.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(length(max = 11)))]
    pub(crate) steps: Vec<String>,
    /// Format "rating": what is rated.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(length(max = 50)))]
    pub(crate) rows: Vec<RowDocument>,
    /// Format "rank": points for the first place, the second …
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(length(max = 8)))]
    pub(crate) place_points: Vec<i32>,
    /// What can be chosen, picked or put in order.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(length(max = 50)))]
    pub(crate) choices: Vec<ChoiceDocument>,
}

/// How a question is asked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Format"))]
#[serde(rename_all = "kebab-case")]
pub(crate) enum FormatName {
    /// One of several choices.
    #[default]
    Single,
    /// Several of the choices.
    Multiple,
    /// A step for each of several rows.
    Rating,
    /// All choices put in order.
    Rank,
    /// One of several choices that lie on a line.
    Scale,
}

/// One line of a rating.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Row"))]
#[serde(deny_unknown_fields)]
pub(crate) struct RowDocument {
    /// Its permanent name.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = ID)))]
    pub(crate) id: String,
    /// What is rated.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = TEXT), length(max = 2000)))]
    pub(crate) label: String,
    /// The id of the outcome it speaks for.
    pub(crate) path: String,
}

/// One thing a visitor can say.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(title = "Choice"))]
#[serde(deny_unknown_fields)]
pub(crate) struct ChoiceDocument {
    /// Its permanent name.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = ID)))]
    pub(crate) id: String,
    /// What it says.
    #[cfg_attr(feature = "schema", schemars(regex(pattern = TEXT), length(max = 2000)))]
    pub(crate) label: String,
    /// Format "rank": the id of the outcome whose points its place decides.
    #[serde(default)]
    pub(crate) path: Option<String>,
    /// Points for each outcome it speaks for, 0 to 100, by the outcome's id.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(extend("additionalProperties" = {"type": "integer", "minimum": 0, "maximum": 100})))]
    pub(crate) points: BTreeMap<String, i32>,
    /// Steps of breadth, for the blended outcome.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 100)))]
    pub(crate) breadth: i32,
    /// How far along this choice is, for the stages; 0 where left out.
    #[serde(default)]
    pub(crate) level: u8,
}
