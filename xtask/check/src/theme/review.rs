//! Everything there is to say of a theme.

use super::cascade::{Case, Theme};
use super::colour::Scheme;
use super::fault::Fault;
use super::measure::{Measured, blame, measure, remedy};
use super::misplaced::misplaced;
use super::pairs::{PAIRS, PLATE};
use super::selector::{Target, When};

/// How bad a finding is. Only warnings let a theme pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    Error,
    NotComputed,
    Warning,
}

/// Something to change, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Finding {
    pub(crate) level: Level,
    pub(crate) line: Option<usize>,
    pub(crate) text: String,
}

pub(crate) struct Review {
    pub(crate) findings: Vec<Finding>,
    /// What was taken for granted.
    pub(crate) notes: Vec<String>,
    pub(crate) cases: Vec<(String, Case)>,
    /// For each case, each pair.
    pub(crate) measured: Vec<Vec<Result<Measured, Fault>>>,
}

/// The tokens that are colours, the one that others derive from first.
pub(crate) const COLOURS: [&str; 16] = [
    "accent",
    "ink",
    "soft",
    "surface",
    "card",
    "line",
    "edge",
    "strong",
    "tint",
    "on-strong",
    "error",
    "focus",
    "circle",
    "square",
    "triangle",
    "diamond",
];
pub(crate) fn review(theme: &Theme) -> Review {
    let mut findings = vec![];
    for (line, fault) in &theme.given.faults {
        findings.push(of_fault(fault, Some(*line), ""));
    }
    for one in &theme.given.declarations {
        findings.extend(misplaced(theme, one));
    }
    let (cases, mut notes) = cases(theme);
    let mut measured = vec![];
    for (name, case) in &cases {
        colours(theme, *case, &mut findings);
        let pairs: Vec<_> = PAIRS.iter().map(|pair| measure(theme, *case, pair, None)).collect();
        pairs_of(theme, name, *case, &pairs, &mut findings);
        measured.push(pairs);
        let clear = theme.paint(*case, &PLATE, None).is_ok_and(|plate| plate.alpha < 1.0);
        if let (true, Ok((page, false))) = (clear, theme.page(*case)) {
            notes.push(format!(
                "{name}: the page shows through the plate; taken as {}, unless the file says `body {{ background: … }}`",
                page.hex()
            ));
        }
    }
    let mut once: Vec<Finding> = vec![];
    for finding in findings {
        if !once.contains(&finding) {
            once.push(finding);
        }
    }
    once.sort_by_key(|one| (one.level, one.line));
    Review { findings: once, notes, cases, measured }
}

pub(crate) fn of_fault(fault: &Fault, line: Option<usize>, subject: &str) -> Finding {
    let subject = if subject.is_empty() { String::new() } else { format!("{subject}: ") };
    match fault {
        Fault::Invalid(why) => {
            Finding { level: Level::Error, line, text: format!("{subject}{why}") }
        }
        Fault::NotComputed(what) => Finding {
            level: Level::NotComputed,
            line,
            text: format!("{subject}not computed: {what}"),
        },
    }
}

/// Light and dark, and what else the sheet tells apart.
fn cases(theme: &Theme) -> (Vec<(String, Case)>, Vec<String>) {
    use Scheme::{Dark, Light};
    let case =
        |name: &str, scheme, prefers, theme| (name.to_owned(), Case { scheme, prefers, theme });
    let mut cases = vec![case("light", Light, Light, None), case("dark", Dark, Dark, None)];
    let asks = |wanted: fn(&When) -> bool| {
        let of_quiz =
            theme.given.declarations.iter().filter(|one| one.selector.target != Target::Other);
        of_quiz.flat_map(|one| one.when.iter().chain(&one.selector.when)).any(wanted)
    };
    // A page that stays light still hears that the visitor prefers dark.
    if asks(|when| matches!(when, When::Prefers(_))) {
        cases.push(case("light in a dark system", Light, Dark, None));
        cases.push(case("dark in a light system", Dark, Light, None));
    }
    if asks(|when| matches!(when, When::Theme(_))) {
        cases.push(case("theme=light", Light, Light, Some(Light)));
        cases.push(case("theme=dark", Dark, Dark, Some(Dark)));
    }
    let mut notes = vec![];
    cases.retain(|(name, case)| {
        let of = |target: Target| {
            theme.winner(*case, |one| one.selector.target == target && one.name == "color-scheme")
        };
        let Some(given) = of(Target::Quiz).or_else(|| of(Target::Page)) else { return true };
        let (light, dark) = (given.value.contains("light"), given.value.contains("dark"));
        let drawn = match case.scheme {
            Light => light || !dark,
            Dark => dark || !light,
        };
        if !drawn {
            notes.push(format!(
                "{name}: not drawn, says `color-scheme: {}` in line {}",
                given.value, given.line
            ));
        }
        drawn
    });
    (cases, notes)
}

/// Values that give no colour. What derives from a faulty one is not named again.
fn colours(theme: &Theme, case: Case, findings: &mut Vec<Finding>) {
    for token in COLOURS {
        let Err(fault) = theme.token(case, token, Some(super::contrast::CLEAR)) else { continue };
        if let Some(given) = theme.token_given(case, token) {
            findings.push(of_fault(&fault, Some(given.line), &given.name));
        }
    }
}

fn pairs_of(
    theme: &Theme,
    name: &str,
    case: Case,
    pairs: &[Result<Measured, Fault>],
    findings: &mut Vec<Finding>,
) {
    // One finding for each thing to change: its worst pair, and how many more there are.
    let mut short: Vec<(String, Vec<usize>)> = vec![];
    for (at, (pair, found)) in PAIRS.iter().zip(pairs).enumerate() {
        match found {
            Ok(found) if found.ratio >= pair.need.good() => {}
            Ok(_) => {
                let subject = blame(theme, case, pair).subject;
                match short.iter_mut().find(|(known, _)| *known == subject) {
                    Some((_, all)) => all.push(at),
                    None => short.push((subject, vec![at])),
                }
            }
            Err(fault) => {
                let given = theme
                    .part_given(case, &pair.front)
                    .or_else(|| pair.back.iter().find_map(|under| theme.part_given(case, under)));
                if let Some(part) = given {
                    let subject = format!("{} {}", part.selector.text, part.name);
                    findings.push(of_fault(fault, Some(part.line), &subject));
                } else if !findings.iter().any(|one| one.level != Level::Warning) {
                    findings.push(of_fault(fault, None, pair.what));
                }
            }
        }
    }
    for (_, all) in short {
        let lacking = |at: &usize| {
            let (pair, found) = (PAIRS.get(*at)?, pairs.get(*at)?.as_ref().ok()?);
            Some((pair, found.ratio, found.ratio / pair.need.least()))
        };
        let worst = all.iter().filter_map(lacking).min_by(|one, other| one.2.total_cmp(&other.2));
        let Some((pair, ratio, share)) = worst else { continue };
        let blame = blame(theme, case, pair);
        let level = if share < 1.0 { Level::Error } else { Level::Warning };
        let need = match level {
            Level::Error => pair.need.least(),
            _ => pair.need.good(),
        };
        let more = match all.len() {
            1 => String::new(),
            2 => ", and 1 more pair falls short".into(),
            count => format!(", and {} more pairs fall short", count - 1),
        };
        let remedy = match remedy(theme, case, pair, &blame) {
            Some(colour) => format!("about {} would do", colour.hex()),
            None => "no lightness of it would do, so change what it stands on too".into(),
        };
        let from = if blame.derived && blame.line.is_some() {
            " (it derives from the accent)"
        } else {
            ""
        };
        findings.push(Finding {
            level,
            line: blame.line,
            text: format!(
                "{}{from}: {} has {}:1 in {name} and needs {need}:1{more}; {remedy}",
                blame.subject,
                pair.what,
                two_digits(ratio)
            ),
        });
    }
}

/// Cut, not rounded: 6.996 is not 7.
pub(crate) fn two_digits(ratio: f64) -> String {
    format!("{:.2}", (ratio * 100.0).floor() / 100.0)
}
