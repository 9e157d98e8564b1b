//! What a blog sets under a wrong name, in a wrong place, or in a way that is not followed.

use super::cascade::Theme;
use super::fault::Fault;
use super::review::{COLOURS, Finding, Level, of_fault};
use super::selector::{Target, When};
use super::sheet::Declaration;

const PARTS: [&str; 9] =
    ["quiz", "progress", "question", "title", "choice", "button", "quiet", "result", "share"];
/// Properties that change colours in ways that are not followed.
const BEYOND: [&str; 12] = [
    "opacity",
    "filter",
    "mix-blend-mode",
    "background-image",
    "outline",
    "outline-color",
    "border-top-color",
    "border-bottom-color",
    "border-block-color",
    "border-inline-color",
    "-webkit-text-fill-color",
    "backdrop-filter",
];

/// What is set under a wrong name, in a wrong place, or in a way that is not followed.
pub(crate) fn misplaced(theme: &Theme, one: &Declaration) -> Option<Finding> {
    let line = Some(one.line);
    let error = |text: String| Some(Finding { level: Level::Error, line, text });
    let target = &one.selector.target;
    if one.name.starts_with("--career-quiz-") {
        let names = theme.names();
        if !names.contains(&one.name.as_str()) {
            let near = nearest(&one.name, &names);
            return error(format!("{}: there is no such property; did you mean {near}?", one.name));
        }
        // `:host` is the inside of the quiz; in a page's sheet it is nobody.
        let lands = |one: &Declaration| {
            one.selector.target == Target::Quiz && !one.selector.text.starts_with(":host")
        };
        let in_list = |other: &Declaration| {
            (other.line, &other.name) == (one.line, &one.name) && lands(other)
        };
        if !lands(one) && !theme.given.declarations.iter().any(in_list) {
            return error(format!(
                "{}: set on `{}`, where the quiz does not look; set it on `career-quiz`",
                one.name, one.selector.text
            ));
        }
    }
    let subject = format!("{} {}", one.selector.text, one.name);
    let is_colour = one
        .name
        .strip_prefix("--career-quiz-")
        .is_some_and(|name| COLOURS.contains(&name))
        || ["color", "background", "background-color", "border", "border-color", "color-scheme"]
            .contains(&one.name.as_str());
    let beyond = BEYOND.contains(&one.name.as_str());
    let not_computed = |what: String| Some(of_fault(&Fault::NotComputed(what), line, &subject));
    if one.selector.is_of_the_quiz() && (is_colour || beyond) {
        let unknown = one.when.iter().chain(&one.selector.when).find_map(|when| match when {
            When::Unknown(what) => Some(what),
            _ => None,
        });
        if let Some(what) = unknown {
            return not_computed(format!(
                "when `{what}` holds is not known here; check what it sets in a file of its own, under plain `career-quiz`"
            ));
        }
    }
    match target {
        Target::Quiz if beyond => not_computed(format!("what `{}` makes of the colours", one.name)),
        Target::Parts { names, .. } => {
            let strange = names.iter().find(|name| !PARTS.contains(&name.as_str()));
            if let Some(name) = strange {
                let near = nearest(name, &PARTS);
                return error(format!(
                    "{}: there is no part `{name}`; did you mean `{near}`?",
                    one.selector.text
                ));
            }
            let is = |list: &[&str]| names.iter().any(|name| list.contains(&name.as_str()));
            let lost = match one.name.as_str() {
                "color" => is(&["progress", "question", "result", "share"]),
                "background" | "background-color" => {
                    is(&["title", "progress", "question", "result", "share"])
                        && !["none", "transparent"].contains(&one.value.as_str())
                }
                _ => beyond,
            };
            if lost { not_computed(format!("what `{}` does there", one.name)) } else { None }
        }
        _ => None,
    }
}

fn nearest<'a>(name: &str, known: &[&'a str]) -> &'a str {
    known.iter().copied().min_by_key(|one| distance(name, one)).unwrap_or_default()
}

/// How many letters to change, add or take away (Levenshtein).
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.chars().count()).collect();
    for (at, letter) in one.chars().enumerate() {
        let mut left = at + 1;
        let mut next = vec![left];
        for (pair, against) in row.windows(2).zip(other.chars()) {
            if let [diagonal, above] = pair {
                left = (left + 1).min(above + 1).min(diagonal + usize::from(letter != against));
                next.push(left);
            }
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}
