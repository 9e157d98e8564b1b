//! A question, what can be answered to it, and what each answer is worth.

use serde::Serialize;

use super::answers::Answer;
use super::points::Points;
use super::sort::sort_short;

/// One thing asked.
#[derive(Debug, Clone, Serialize)]
pub struct Question {
    /// Permanent; share codes name it.
    pub id: String,
    /// Index of its block.
    pub block: usize,
    /// What is asked.
    pub prompt: String,
    /// A line under the prompt.
    pub help: Option<String>,
    /// Whether its choices or rows are shown in a shuffled order.
    pub shuffle: bool,
    /// What must hold for it to be asked, all of it; empty where it is always asked.
    pub show_if: Vec<Condition>,
    /// How it is asked and answered.
    pub format: Format,
    /// The most points one path can get from it; the same for every scored path.
    pub most: i32,
    /// The most breadth it can give.
    pub breadth_most: i32,
}

/// That an earlier question was asked, and answered with one of some choices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Condition {
    /// Index of the earlier question: single, scale or multiple.
    pub question: usize,
    /// Indices of its choices, ascending, never empty; one of them chosen or picked is enough.
    pub choices: Vec<usize>,
}

/// The ways a question can be asked.
#[derive(Debug, Clone, Serialize)]
pub enum Format {
    /// One of several choices.
    Single {
        /// What can be said.
        choices: Vec<Choice>,
    },
    /// One of several choices that lie on a line.
    Scale {
        /// From one end of the line to the other.
        choices: Vec<Choice>,
    },
    /// From `min` to `max` of several choices.
    Multiple {
        /// What can be picked.
        choices: Vec<Choice>,
        /// Fewest picks that make an answer.
        min: usize,
        /// Most picks.
        max: usize,
    },
    /// A step for each of several rows.
    Rating {
        /// Labels of the steps, worth 0, 1, 2 … times `points_per_step`.
        steps: Vec<String>,
        /// What is rated.
        rows: Vec<Row>,
        /// Points of one step for the row's path.
        points_per_step: i32,
    },
    /// All choices put in order.
    Rank {
        /// What is put in order.
        choices: Vec<Choice>,
        /// Points of the first place, the second …
        place_points: Vec<i32>,
    },
}

/// One thing a visitor can say.
#[derive(Debug, Clone, Serialize)]
pub struct Choice {
    /// Permanent; share codes name it.
    pub id: String,
    /// What it says.
    pub label: String,
    /// What it is worth when chosen or picked.
    pub points: Points,
    /// How far along it is, for the stage rules.
    pub level: u8,
    /// In a rank: the path its place speaks for.
    pub path: Option<usize>,
}

/// One line of a rating.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    /// Permanent; share codes name it.
    pub id: String,
    /// What is rated.
    pub label: String,
    /// The path it speaks for.
    pub path: usize,
}

/// One part of an answer, in the quiz's own words, with what it is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said<'a> {
    /// The choice or row.
    pub label: &'a str,
    /// The step of a rating, counted from 0, with its label.
    pub step: Option<&'a str>,
    /// The place in a rank, counted from 0.
    pub place: Option<usize>,
    /// What this part gave.
    pub points: Points,
}

impl Question {
    /// Whether any answer to it can move a match.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.most > 0 || self.breadth_most > 0
    }

    /// Its choices; empty for a rating.
    #[must_use]
    pub fn choices(&self) -> &[Choice] {
        match &self.format {
            Format::Single { choices }
            | Format::Scale { choices }
            | Format::Multiple { choices, .. }
            | Format::Rank { choices, .. } => choices,
            Format::Rating { .. } => &[],
        }
    }

    /// Its rows; empty for every format but a rating.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        match &self.format {
            Format::Rating { rows, .. } => rows,
            _ => &[],
        }
    }

    /// How many things stand on the screen to be chosen, picked, rated or ranked.
    #[must_use]
    pub fn len(&self) -> usize {
        self.choices().len() + self.rows().len()
    }

    /// Never true of a checked quiz.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether `answer` is whole and fits this question, so that it counts.
    #[must_use]
    pub fn is_complete(&self, answer: &Answer) -> bool {
        match (&self.format, answer) {
            (Format::Single { choices } | Format::Scale { choices }, Answer::Choice(at)) => {
                *at < choices.len()
            }
            (Format::Multiple { choices, min, max }, Answer::Picks(picks)) => {
                picks.len() >= *min
                    && picks.len() <= *max
                    && picks.iter().all(|pick| *pick < choices.len())
                    && picks.windows(2).all(|pair| matches!(pair, [a, b] if a < b))
            }
            (Format::Rating { steps, rows, .. }, Answer::Ratings(ratings)) => {
                ratings.len() == rows.len()
                    && ratings.iter().all(|step| step.is_some_and(|step| step < steps.len()))
            }
            (Format::Rank { choices, .. }, Answer::Order(places)) => {
                places.len() == choices.len()
                    && (0..choices.len()).all(|place| places.contains(&Some(place)))
            }
            _ => false,
        }
    }

    /// What a whole answer gives: the sum of its parts.
    #[must_use]
    pub fn points(&self, answer: &Answer) -> Points {
        self.said(answer).into_iter().map(|said| said.points).sum()
    }

    /// The parts of an answer in the quiz's own words; a rank in the visitor's order.
    #[must_use]
    pub fn said(&self, answer: &Answer) -> Vec<Said<'_>> {
        match (&self.format, answer) {
            (Format::Single { choices } | Format::Scale { choices }, Answer::Choice(at)) => {
                choices.get(*at).map(Choice::said).into_iter().collect()
            }
            (Format::Multiple { choices, .. }, Answer::Picks(picks)) => {
                picks.iter().filter_map(|pick| choices.get(*pick)).map(Choice::said).collect()
            }
            (Format::Rating { steps, rows, points_per_step }, Answer::Ratings(ratings)) => rows
                .iter()
                .zip(ratings)
                .filter_map(|(row, step)| {
                    let step = (*step)?;
                    Some(Said {
                        label: &row.label,
                        step: Some(steps.get(step)?),
                        place: None,
                        points: rating_points(row, step, *points_per_step),
                    })
                })
                .collect(),
            (Format::Rank { choices, place_points }, Answer::Order(places)) => {
                let mut said: Vec<_> = choices
                    .iter()
                    .zip(places)
                    .filter_map(|(choice, place)| {
                        let place = (*place)?;
                        Some(Said {
                            label: &choice.label,
                            step: None,
                            place: Some(place),
                            points: rank_points(choice, place, place_points),
                        })
                    })
                    .collect();
                sort_short(&mut said, |said| said.place);
                said
            }
            _ => Vec::new(),
        }
    }

    /// The level a single choice stands for, for the stage rules.
    pub(crate) fn level(&self, answer: &Answer) -> Option<u8> {
        match (&self.format, answer) {
            (Format::Single { choices } | Format::Scale { choices }, Answer::Choice(at)) => {
                choices.get(*at).map(|choice| choice.level)
            }
            _ => None,
        }
    }
}

impl Choice {
    fn said(&self) -> Said<'_> {
        Said { label: &self.label, step: None, place: None, points: self.points }
    }
}

/// What rating a row with a step is worth.
pub(crate) fn rating_points(row: &Row, step: usize, points_per_step: i32) -> Points {
    Points::for_path(row.path, points_per_step.saturating_mul(i32::try_from(step).unwrap_or(0)))
}

/// What putting a choice in a place is worth.
pub(crate) fn rank_points(choice: &Choice, place: usize, place_points: &[i32]) -> Points {
    match (choice.path, place_points.get(place)) {
        (Some(path), Some(points)) => Points::for_path(path, *points),
        _ => Points::default(),
    }
}

/// Every order of `len` places; at most 8! of them, as ranks are no longer.
pub(crate) fn orders(len: usize) -> Vec<Vec<usize>> {
    let mut all = vec![Vec::new()];
    for _ in 0..len {
        let longer = all.iter().flat_map(|start: &Vec<usize>| {
            let free = (0..len).filter(|place| !start.contains(place));
            free.map(|place| [start.as_slice(), &[place]].concat()).collect::<Vec<_>>()
        });
        all = longer.collect();
    }
    all
}
