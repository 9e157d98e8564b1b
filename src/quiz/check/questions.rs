//! Questions: their ids, their formats, and that no path is favoured by any of them.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::super::content::{ChoiceDocument, Document, FormatName, QuestionDocument};
use super::super::points::Points;
use super::super::question::{Choice, Format, Question, Row, rank_points, rating_points};
use super::super::sort::sort_short;
use super::super::{Blend, MAX_PATHS};
use super::{Door, Names, shown};

/// More things than this on one screen are refused.
const MOST_CHOICES: usize = 50;
/// Ratings with more steps than this are refused.
const MOST_STEPS: usize = 11;
/// Points and breadth beyond this are refused. With 100 questions of 50 choices every product in
/// [`Tally::standing`](crate::quiz::score::Tally) stays under a tenth of what 64 bits hold.
const MOST_POINTS: i32 = 100;

pub(super) fn read(
    document: &Document,
    names: &Names,
    blend: Option<&Blend>,
    door: &mut Door,
) -> Vec<Option<Question>> {
    let blended = blend.map(|blend| blend.path);
    let scored: Vec<_> =
        (0..names.paths.len().min(MAX_PATHS)).filter(|at| Some(*at) != blended).collect();
    let questions = document.questions.iter();
    questions.map(|question| read_one(question, names, &scored, door)).collect()
}

fn read_one(
    asked: &QuestionDocument,
    names: &Names,
    scored: &[usize],
    door: &mut Door,
) -> Option<Question> {
    let place = format!("question `{}`", shown(&asked.id));
    let block = match &asked.block {
        Some(block) => door.resolve(&place, "block", &names.blocks, block),
        None if names.blocks.is_empty() => Some(0),
        None => {
            door.refuse(&place, "`block` is missing", "name the block it belongs to");
            None
        }
    };
    let things = asked.choices.len() + asked.rows.len();
    if things > MOST_CHOICES {
        let problem = format!("it has {things} choices");
        door.refuse(&place, problem, format!("{MOST_CHOICES} are allowed"));
        return None;
    }
    door.ids(&place, "choice", asked.choices.iter().map(|choice| choice.id.as_str()));
    door.ids(&place, "row", asked.rows.iter().map(|row| row.id.as_str()));
    let faults = door.faults.len();
    fields(asked, &place, door);
    let format = format(asked, &place, names, door);
    if door.faults.len() > faults {
        return None;
    }
    let (most, breadth_most) = balance(&format, &place, names, scored, door);
    Some(Question {
        id: asked.id.clone(),
        block: block?,
        prompt: asked.prompt.clone(),
        help: asked.help.clone(),
        shuffle: asked.shuffle,
        show_if: Vec::new(),
        format,
        most,
        breadth_most,
    })
}

/// Every format has fields it needs and fields that would be silently lost.
fn fields(asked: &QuestionDocument, place: &str, door: &mut Door) {
    use FormatName::{Multiple, Rank, Rating};
    let present = [
        ("choices", !asked.choices.is_empty(), asked.format != Rating, true),
        ("rows", !asked.rows.is_empty(), asked.format == Rating, true),
        ("steps", !asked.steps.is_empty(), asked.format == Rating, true),
        ("points_per_step", asked.points_per_step.is_some(), asked.format == Rating, true),
        ("place_points", !asked.place_points.is_empty(), asked.format == Rank, true),
        ("min_picks", asked.min_picks.is_some(), asked.format == Multiple, false),
        ("max_picks", asked.max_picks.is_some(), asked.format == Multiple, false),
    ];
    for (field, given, belongs, needed) in present {
        if given && !belongs {
            door.refuse(place, format!("`{field}` does not belong to its format"), "remove it");
        } else if belongs && needed && !given {
            door.refuse(place, format!("`{field}` is missing or empty"), "add it");
        }
    }
    if (1..2).contains(&asked.choices.len()) {
        door.refuse(place, "it has one choice", "give at least two");
    }
    if asked.steps.len() == 1 || asked.steps.len() > MOST_STEPS {
        let problem = format!("its rating has {} steps", asked.steps.len());
        door.refuse(place, problem, format!("give 2 to {MOST_STEPS}"));
    }
    let levelled = asked.choices.iter().any(|choice| choice.level > 0);
    if levelled && matches!(asked.format, Multiple | Rank) {
        door.refuse(place, "`level` belongs to single and scale questions", "remove it");
    }
}

fn format(asked: &QuestionDocument, place: &str, names: &Names, door: &mut Door) -> Format {
    let choices: Vec<_> = asked
        .choices
        .iter()
        .map(|choice| read_choice(choice, asked.format, place, names, door))
        .collect();
    match asked.format {
        FormatName::Single => Format::Single { choices },
        FormatName::Scale => Format::Scale { choices },
        FormatName::Multiple => {
            let (min, max) =
                (asked.min_picks.unwrap_or(0), asked.max_picks.unwrap_or(choices.len()));
            if max == 0 || min > max || max > choices.len() {
                let problem = format!("it takes {min} to {max} of {} picks", choices.len());
                door.refuse(
                    place,
                    problem,
                    "give 0 ≤ min_picks ≤ max_picks ≤ the number of choices",
                );
            }
            Format::Multiple { choices, min, max }
        }
        FormatName::Rating => Format::Rating {
            steps: asked.steps.clone(),
            rows: asked
                .rows
                .iter()
                .filter_map(|row| {
                    let place = format!("{place}, row `{}`", shown(&row.id));
                    let path = door.resolve(&place, "path", &names.paths, &row.path)?;
                    Some(Row { id: row.id.clone(), label: row.label.clone(), path })
                })
                .collect(),
            points_per_step: in_range(
                asked.points_per_step.unwrap_or(0),
                place,
                "points_per_step",
                door,
            ),
        },
        FormatName::Rank => {
            let place_points: Vec<_> = asked
                .place_points
                .iter()
                .map(|points| in_range(*points, place, "place_points", door))
                .collect();
            if place_points.len() != choices.len() {
                let problem =
                    format!("{} place_points for {} choices", place_points.len(), choices.len());
                door.refuse(place, problem, "give one number for each place");
            }
            if choices.len() > MAX_PATHS {
                let problem = format!("it ranks {} choices", choices.len());
                door.refuse(place, problem, format!("{MAX_PATHS} are allowed"));
            }
            Format::Rank { choices, place_points }
        }
    }
}

fn read_choice(
    choice: &ChoiceDocument,
    format: FormatName,
    place: &str,
    names: &Names,
    door: &mut Door,
) -> Choice {
    let place = format!("{place}, choice `{}`", shown(&choice.id));
    let mut points = Points::default();
    for (path, value) in &choice.points {
        if let Some(path) = door.resolve(&format!("{place}, points"), "path", &names.paths, path) {
            points = points + Points::for_path(path, in_range(*value, &place, "points", door));
        }
    }
    points.breadth = in_range(choice.breadth, &place, "breadth", door);
    let path = choice.path.as_ref();
    let path = path.and_then(|id| door.resolve(&place, "path", &names.paths, id));
    if format == FormatName::Rank && choice.path.is_none() {
        door.refuse(&place, "`path` is missing", "name the path its place speaks for");
    }
    if format != FormatName::Rank && choice.path.is_some() {
        door.refuse(&place, "`path` belongs to a rank", "write \"points\" instead");
    }
    if format == FormatName::Rank && !points.is_zero() {
        door.refuse(
            &place,
            "`points` and `breadth` do not belong to a rank",
            "its place gives its points",
        );
    }
    Choice { id: choice.id.clone(), label: choice.label.clone(), points, level: choice.level, path }
}

fn in_range(value: i32, place: &str, what: &str, door: &mut Door) -> i32 {
    if !(0..=MOST_POINTS).contains(&value) {
        door.refuse(place, format!("{what} is {value}"), format!("give 0 to {MOST_POINTS}"));
    }
    value.clamp(0, MOST_POINTS)
}

/// No question may favour a path by its make: each must be offered the same set of points. Gives
/// the most points and the most breadth.
fn balance(
    format: &Format,
    place: &str,
    names: &Names,
    scored: &[usize],
    door: &mut Door,
) -> (i32, i32) {
    let mut offers: BTreeMap<usize, Vec<i32>> =
        scored.iter().map(|path| (*path, Vec::new())).collect();
    let mut offer = |path: usize, points: i32| match offers.get_mut(&path) {
        Some(list) => list.push(points),
        None if points > 0 => {
            let name = names.paths.get(path).map_or("", String::as_str);
            let problem = format!("it gives points to `{name}`, which wins by breadth");
            door.refuse(place, problem, "give it breadth instead");
        }
        None => {}
    };
    match format {
        Format::Single { choices }
        | Format::Scale { choices }
        | Format::Multiple { choices, .. } => {
            for choice in choices {
                (0..names.paths.len()).for_each(|path| offer(path, choice.points.path(path)));
            }
        }
        Format::Rating { steps, rows, points_per_step } => {
            for row in rows {
                offer(
                    row.path,
                    rating_points(row, steps.len() - 1, *points_per_step).path(row.path),
                );
            }
        }
        Format::Rank { choices, place_points } => {
            for choice in choices {
                let Some(path) = choice.path else { continue };
                let best = (0..place_points.len())
                    .map(|at| rank_points(choice, at, place_points).path(path))
                    .max();
                offer(path, best.unwrap_or(0));
            }
        }
    }
    for list in offers.values_mut() {
        sort_short(list, |points| Reverse(*points));
    }
    let mut all = offers.iter();
    if let Some((first, wanted)) = all.next() {
        for (path, list) in all {
            if list != wanted {
                let name = |at: &usize| names.paths.get(*at).map_or("", String::as_str);
                let sum = |list: &[i32]| list.iter().map(|points| i64::from(*points)).sum::<i64>();
                let problem = format!(
                    "it offers `{}` {} points in {} places and `{}` {} in {}",
                    name(first),
                    sum(wanted),
                    wanted.iter().filter(|points| **points > 0).count(),
                    name(path),
                    sum(list),
                    list.iter().filter(|points| **points > 0).count(),
                );
                door.refuse(place, problem, "offer every path the same set of points");
                break;
            }
        }
    }
    let offers = offers.into_values().next().unwrap_or_default();
    let (picks, breadths) = match format {
        Format::Single { choices } | Format::Scale { choices } => (1, breadths(choices)),
        Format::Multiple { choices, max, .. } => (*max, breadths(choices)),
        Format::Rating { rows, .. } => (rows.len(), Vec::new()),
        Format::Rank { choices, .. } => (choices.len(), Vec::new()),
    };
    let top = |list: &[i32]| list.iter().take(picks).sum::<i32>();
    let most = match format {
        // Places are shared out: a path with several choices takes the best places in turn.
        Format::Rank { place_points, .. } => {
            let mut places = place_points.clone();
            sort_short(&mut places, |points| Reverse(*points));
            places.iter().take(offers.len()).sum()
        }
        _ => top(&offers),
    };
    (most, top(&breadths))
}

fn breadths(choices: &[Choice]) -> Vec<i32> {
    let mut all: Vec<_> = choices.iter().map(|choice| choice.points.breadth).collect();
    sort_short(&mut all, |breadth| Reverse(*breadth));
    all
}
