//! Whether everything can be read and seen in a blog's own look.
//!
//! The blog's sheet is laid over the quiz's defaults as a browser would (`sheet`, `selector`,
//! `cascade`), its colours are read (`colour`, `math`), and each pair of `pairs` is measured by
//! WCAG 2.2 (`contrast`, `measure`). Text under 4.5:1 (AA) and graphics under 3:1 are errors; text
//! under 7:1 (AAA) is a warning. What cannot be told from the sheet alone is said and does not pass.

mod cascade;
mod channels;
mod colour;
mod contrast;
mod expansion;
mod fault;
mod math;
mod measure;
mod misplaced;
mod pairs;
mod review;
mod selector;
mod sheet;

use std::path::Path;
use std::process::ExitCode;

use serde_json::{Map, Value, json};

use cascade::Theme;
use pairs::{Need, PAIRS, Property};
use review::{COLOURS, Level, Review, review, two_digits};

/// Bad input, as against a theme that fails.
const BAD_INPUT: u8 = 2;
/// No style sheet written by hand comes near it.
const LARGEST: u64 = 1_000_000;

pub(crate) fn run(file: &Path, as_json: bool) -> ExitCode {
    let name = file.display().to_string();
    let theme = match read(file) {
        Ok(theme) => theme,
        Err(message) => {
            eprintln!("{name}: {message}");
            return ExitCode::from(BAD_INPUT);
        }
    };
    let review = review(&theme);
    if as_json {
        println!("{:#}", to_json(&name, &theme, &review));
    } else {
        print!("{}", table(&name, &review));
    }
    for line in lines(&name, &review) {
        eprintln!("{line}");
    }
    if passes(&review) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn read(file: &Path) -> Result<Theme, String> {
    let size = std::fs::metadata(file)
        .map_err(|error| format!("could not be read: {error}; give the path of a style sheet"))?
        .len();
    if size > LARGEST {
        return Err(format!("{size} bytes are no theme; give a file with the quiz's rules alone"));
    }
    let text = std::fs::read(file)
        .map_err(|error| format!("could not be read: {error}; give the path of a style sheet"))?;
    let text = String::from_utf8(text).map_err(|_| "not UTF-8; save it as that".to_owned())?;
    theme_of(&text)
}

fn theme_of(text: &str) -> Result<Theme, String> {
    let theme = Theme::new(text);
    let says_tokens = text.contains("--career-quiz-");
    if !theme.given.speaks_of_the_quiz && !says_tokens {
        return Err("sets nothing for the quiz; write, for instance, \
                    career-quiz { --career-quiz-accent: #7a3e9d }"
            .into());
    }
    Ok(theme)
}

fn passes(review: &Review) -> bool {
    review.findings.iter().all(|one| one.level == Level::Warning)
}

fn lines(name: &str, review: &Review) -> Vec<String> {
    let of = |one: &review::Finding| {
        let place = one.line.map_or_else(|| name.to_owned(), |line| format!("{name}:{line}"));
        let kind = if one.level == Level::Warning { "warning: " } else { "" };
        format!("{place}: {kind}{}", one.text)
    };
    let notes = review.notes.iter().map(|note| format!("{name}: note: {note}"));
    review.findings.iter().map(of).chain(notes).collect()
}

/// The weakest pair of each kind in each case.
fn table(name: &str, review: &Review) -> String {
    let mut out = String::new();
    for ((case, _), pairs) in review.cases.iter().zip(&review.measured) {
        for (kind, need) in [("text", Need::Text), ("controls and marks", Need::Graphic)] {
            let found = PAIRS.iter().zip(pairs).filter(|(pair, _)| pair.need == need);
            let found: Vec<_> = found
                .filter_map(|(pair, found)| Some((pair.what, found.as_ref().ok()?.ratio)))
                .collect();
            let all = PAIRS.iter().filter(|pair| pair.need == need).count();
            let weakest = found.iter().min_by(|one, other| one.1.total_cmp(&other.1));
            let (what, ratio) =
                weakest.map_or(("", "?".to_owned()), |(what, ratio)| (*what, two_digits(*ratio)));
            let count = format!("{} of {all}", found.len());
            out += &format!("{case:<22} {kind:<19} {count:>8} pairs, from {ratio:>5}:1  {what}\n");
        }
    }
    let warned = review.findings.iter().any(|one| one.level == Level::Warning);
    let said = match (passes(review), warned) {
        (true, false) => "passes: text 7:1, controls and marks 3:1",
        (true, true) => "passes at 4.5:1 for text, but not at 7:1",
        (false, _) => "does not pass",
    };
    out + &format!("{name}: {said}\n")
}

/// The same for programs, with the colours.
fn to_json(name: &str, theme: &Theme, review: &Review) -> Value {
    let colour = |one: contrast::Rgba| {
        let [red, green, blue] = one.bytes();
        json!([red, green, blue, one.alpha])
    };
    let cases = review.cases.iter().zip(&review.measured).map(|((case, at), pairs)| {
        let tokens: Map<_, _> = COLOURS
            .iter()
            .filter_map(|token| {
                let paint = pairs::Paint { property: Property::Fill, token, ..pairs::INK };
                Some((
                    (*token).to_owned(),
                    colour(theme.paint(*at, &pairs::Paint { parts: &[], ..paint }, None).ok()?),
                ))
            })
            .collect();
        let pairs = PAIRS.iter().zip(pairs).map(|(pair, found)| match found {
            Ok(found) => json!({
                "pair": pair.what, "front": colour(found.front), "back": colour(found.back),
                "ratio": found.ratio, "least": pair.need.least(), "good": pair.need.good(),
            }),
            Err(_) => json!({ "pair": pair.what, "ratio": null }),
        });
        json!({ "case": case, "tokens": tokens, "pairs": pairs.collect::<Vec<_>>() })
    });
    json!({
        "file": name, "passes": passes(review),
        "cases": cases.collect::<Vec<_>>(), "said": lines(name, review),
    })
}

#[cfg(test)]
mod tests;
