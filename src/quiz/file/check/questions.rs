//! Questions: their ids, their formats, and that no path is favoured by any of them.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::super::document::{ChoiceDocument, Document, FormatName, QuestionDocument};
use super::super::place::Place;
use super::{Door, Names};
use crate::quiz::points::Points;
use crate::quiz::question::{Choice, Format, Question, Row, rank_points, rating_points};
use crate::quiz::sort::sort_short;
use crate::quiz::{Blend, MAX_PATHS};

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
    let scored = (0..names.paths.len().min(MAX_PATHS)).filter(|at| Some(*at) != blended);
    let (scored, without): (Vec<_>, Vec<_>) =
        scored.partition(|at| is_offered(document, names, *at));
    // Where the blend names a path that is none, one of these may be the one that is meant.
    let certain = document.blend.is_some() == blend.is_some() && !document.questions.is_empty();
    for at in without.into_iter().filter(|_| certain) {
        let place = Place::file().name("paths").item(at);
        let remedy = "let every question that counts offer it as many points as the others";
        door.refuse(&place, "no-points", "no question offers it any points", remedy);
    }
    let questions = document.questions.iter().enumerate();
    questions.map(|(at, question)| read_one(at, question, names, &scored, door)).collect()
}

/// Whether any answer speaks for a path.
fn is_offered(document: &Document, names: &Names, path: usize) -> bool {
    let Some(id) = names.paths.get(path) else { return false };
    document.questions.iter().any(|question| {
        let rows = question.rows.iter().any(|row| row.path == *id);
        let choices = question.choices.iter().any(|choice| {
            choice.path.as_ref() == Some(id)
                || choice.points.get(id).is_some_and(|points| *points > 0)
        });
        rows || choices
    })
}

fn read_one(
    at: usize,
    asked: &QuestionDocument,
    names: &Names,
    scored: &[usize],
    door: &mut Door,
) -> Option<Question> {
    let place = Place::file().name("questions").item(at);
    let block = match &asked.block {
        Some(block) => door.resolve(&place.name("block"), "block", &names.blocks, block),
        None if names.blocks.is_empty() => Some(0),
        None => {
            let remedy = "name the block it belongs to";
            door.refuse(&place, "missing", "`block` is missing", remedy);
            None
        }
    };
    let things = asked.choices.len() + asked.rows.len();
    if things > MOST_CHOICES {
        let problem = format!("it has {things} choices");
        let list = if asked.rows.is_empty() { "choices" } else { "rows" };
        let remedy = format!("{MOST_CHOICES} are allowed");
        door.refuse(&place.name(list), "count", problem, remedy);
        return None;
    }
    let choices: Vec<_> = asked.choices.iter().map(|choice| &*choice.id).collect();
    door.ids(&place.name("choices"), "choice", &choices);
    let rows: Vec<_> = asked.rows.iter().map(|row| &*row.id).collect();
    door.ids(&place.name("rows"), "row", &rows);
    let faults = door.found.len();
    fields(asked, &place, door);
    let format = format(asked, &place, names, door);
    if door.found.len() > faults {
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
fn fields(asked: &QuestionDocument, place: &Place, door: &mut Door) {
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
            let problem = format!("`{field}` does not belong to its format");
            let remedy = "remove it, or change the format";
            door.refuse(&place.name_itself(field), "wrong-format", problem, remedy);
        } else if belongs && needed && !given {
            door.refuse(place, "missing", format!("`{field}` is missing or empty"), "add it");
        }
    }
    if (1..2).contains(&asked.choices.len()) {
        let remedy = "give at least two";
        door.refuse(&place.name("choices"), "count", "it has one choice", remedy);
    }
    if asked.steps.len() == 1 || asked.steps.len() > MOST_STEPS {
        let problem = format!("its rating has {} steps", asked.steps.len());
        let remedy = format!("give 2 to {MOST_STEPS}");
        door.refuse(&place.name("steps"), "count", problem, remedy);
    }
    let levelled = asked.choices.iter().position(|choice| choice.level > 0);
    if let Some(at) = levelled.filter(|_| matches!(asked.format, Multiple | Rank)) {
        let place = place.name("choices").item(at).name_itself("level");
        let problem = "`level` belongs to single and scale questions";
        door.refuse(&place, "wrong-format", problem, "remove it");
    }
}

fn format(asked: &QuestionDocument, place: &Place, names: &Names, door: &mut Door) -> Format {
    let choices: Vec<_> = asked
        .choices
        .iter()
        .enumerate()
        .map(|(at, choice)| {
            read_choice(choice, asked.format, &place.name("choices").item(at), names, door)
        })
        .collect();
    match asked.format {
        FormatName::Single => Format::Single { choices },
        FormatName::Scale => Format::Scale { choices },
        FormatName::Multiple => {
            let size = |picks: u32| usize::try_from(picks).unwrap_or(usize::MAX);
            let (min, max) =
                (asked.min_picks.map_or(0, size), asked.max_picks.map_or(choices.len(), size));
            if max == 0 || min > max || max > choices.len() {
                let problem = format!("it takes {min} to {max} of {} picks", choices.len());
                let remedy = "give 0 ≤ min_picks ≤ max_picks ≤ the number of choices";
                let given = if asked.max_picks.is_some() { "max_picks" } else { "min_picks" };
                door.refuse(&place.name(given), "out-of-range", problem, remedy);
            }
            Format::Multiple { choices, min, max }
        }
        FormatName::Rating => Format::Rating {
            steps: asked.steps.clone(),
            rows: asked
                .rows
                .iter()
                .enumerate()
                .filter_map(|(at, row)| {
                    let place = place.name("rows").item(at).name("path");
                    let path = door.resolve(&place, "path", &names.paths, &row.path)?;
                    Some(Row { id: row.id.clone(), label: row.label.clone(), path })
                })
                .collect(),
            points_per_step: in_range(
                asked.points_per_step.unwrap_or(0),
                &place.name("points_per_step"),
                door,
            ),
        },
        FormatName::Rank => {
            let place_points: Vec<_> = asked
                .place_points
                .iter()
                .enumerate()
                .map(|(at, points)| in_range(*points, &place.name("place_points").item(at), door))
                .collect();
            if place_points.len() != choices.len() {
                let problem =
                    format!("{} place_points for {} choices", place_points.len(), choices.len());
                let place = place.name("place_points");
                door.refuse(&place, "count", problem, "give one number for each place");
            }
            if choices.len() > MAX_PATHS {
                let problem = format!("it ranks {} choices", choices.len());
                let remedy = format!("{MAX_PATHS} are allowed");
                door.refuse(&place.name("choices"), "count", problem, remedy);
            }
            Format::Rank { choices, place_points }
        }
    }
}

fn read_choice(
    choice: &ChoiceDocument,
    format: FormatName,
    place: &Place,
    names: &Names,
    door: &mut Door,
) -> Choice {
    let mut points = Points::default();
    for (id, value) in &choice.points {
        let place = place.name("points");
        if let Some(path) = door.resolve(&place.name_itself(id), "path", &names.paths, id) {
            points = points + Points::for_path(path, in_range(*value, &place.name(id), door));
        }
    }
    points.breadth = in_range(choice.breadth, &place.name("breadth"), door);
    let path = choice.path.as_ref();
    let path = path.and_then(|id| door.resolve(&place.name("path"), "path", &names.paths, id));
    let rank = format == FormatName::Rank;
    if rank && choice.path.is_none() {
        let remedy = "name the path its place speaks for";
        door.refuse(place, "missing", "`path` is missing", remedy);
    }
    if !rank && choice.path.is_some() {
        let place = place.name_itself("path");
        let remedy = "write \"points\" instead";
        door.refuse(&place, "wrong-format", "`path` belongs to a rank", remedy);
    }
    if rank && !points.is_zero() {
        let given = if choice.points.is_empty() { "breadth" } else { "points" };
        let problem = "`points` and `breadth` do not belong to a rank";
        let remedy = "remove it: its place gives its points";
        door.refuse(&place.name_itself(given), "wrong-format", problem, remedy);
    }
    Choice { id: choice.id.clone(), label: choice.label.clone(), points, level: choice.level, path }
}

fn in_range(value: i32, place: &Place, door: &mut Door) -> i32 {
    if !(0..=MOST_POINTS).contains(&value) {
        let remedy = format!("give 0 to {MOST_POINTS}");
        door.refuse(place, "out-of-range", format!("it is {value}"), remedy);
    }
    value.clamp(0, MOST_POINTS)
}

/// No question may favour a path by its make: each must be offered the same set of points. Gives
/// the most points and the most breadth.
fn balance(
    format: &Format,
    place: &Place,
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
            door.refuse(place, "points-for-blend", problem, "give it breadth instead");
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
                // A rating without steps is refused elsewhere, and offers nothing.
                let last = steps.len().saturating_sub(1);
                offer(row.path, rating_points(row, last, *points_per_step).path(row.path));
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
                let sum = |list: &[i32]| {
                    let given = list.iter().filter(|points| **points > 0);
                    let given: Vec<_> = given.map(ToString::to_string).collect();
                    if given.is_empty() { "nothing".to_owned() } else { given.join(" + ") }
                };
                let problem = format!(
                    "its answers offer `{}` {} and `{}` {}",
                    name(first),
                    sum(wanted),
                    name(path),
                    sum(list),
                );
                let remedy = "offer every path the same set of points";
                door.refuse(place, "unbalanced", problem, remedy);
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
