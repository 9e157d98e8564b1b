//! The quiz file as it is written.
//!
//! Nothing here is trusted: [`check`](super::check) turns a [`Document`] into a
//! [`Quiz`](crate::quiz::Quiz). The comments are what authors read: they are the descriptions in
//! `quizzes/quiz.schema.json`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::quiz::content::{
    Block, CallToAction, CareerPath, HighRatings, Intro, Library, LowRatings, Mark,
};

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
            close_to: self.close_to,
            call_to_action: self.call_to_action.or_else(|| quiz.cloned()),
        }
    }
}

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
