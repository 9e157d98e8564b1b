//! Each pair in each case, and the colour that would do where one falls short.

use super::cascade::{Case, Theme, Tried};
use super::contrast::{Rgba, in_lightness, lightness, ratio};
use super::fault::Fault;
use super::pairs::{PAIRS, PLATE, Paint, Pair};

/// A pair as it is drawn.
#[derive(Clone, Copy)]
pub(crate) struct Measured {
    pub(crate) front: Rgba,
    pub(crate) back: Rgba,
    pub(crate) ratio: f64,
}

pub(crate) fn measure(
    theme: &Theme,
    case: Case,
    pair: &Pair,
    tried: Tried,
) -> Result<Measured, Fault> {
    let (page, _) = theme.page(case)?;
    let mut back = theme.paint(case, &PLATE, tried)?.over(page);
    for under in pair.back.iter().rev() {
        back = theme.paint(case, under, tried)?.over(back);
    }
    let with = |paint: &Paint| {
        let front = theme.paint(case, paint, tried)?.over(back);
        Ok(Measured { front, back, ratio: ratio(front, back) })
    };
    let first: Measured = with(&pair.front)?;
    match pair.or {
        Some(other) if first.ratio < pair.need.least() => {
            let second = with(&other)?;
            Ok(if second.ratio > first.ratio { second } else { first })
        }
        _ => Ok(first),
    }
}

/// What to change where a pair falls short.
pub(crate) struct Blame {
    /// A token or a part's property, as the blog writes it.
    pub(crate) subject: String,
    pub(crate) line: Option<usize>,
    /// Where it is no token of the blog's: what it derives from.
    pub(crate) derived: bool,
    what: Changed,
}

#[derive(Clone, Copy, PartialEq)]
enum Changed {
    Token(&'static str),
    Front,
    Back,
}

/// What the blog set comes first, and of that what stands in front.
pub(crate) fn blame(theme: &Theme, case: Case, pair: &Pair) -> Blame {
    let under = pair.back.first().unwrap_or(&PLATE);
    for (paint, what) in [(&pair.front, Changed::Front), (under, Changed::Back)] {
        let part = theme.part_given(case, paint);
        let token = theme.token_given(case, paint.token);
        let (subject, given, what) = match (part, token) {
            (Some(part), _) => (format!("{} {}", part.selector.text, part.name), part, what),
            (None, Some(token)) => (token.name.clone(), token, Changed::Token(paint.token)),
            (None, None) => continue,
        };
        return Blame { subject, line: Some(given.line), derived: false, what };
    }
    let token = pair.front.token;
    Blame {
        subject: format!("--career-quiz-{token}"),
        line: theme.token_given(case, "accent").map(|accent| accent.line),
        derived: true,
        what: Changed::Token(token),
    }
}

/// The nearest lightness that would do: for all pairs the token is in, else for this one.
pub(crate) fn remedy(theme: &Theme, case: Case, pair: &Pair, blame: &Blame) -> Option<Rgba> {
    let now = measure(theme, case, pair, None).ok()?;
    let near = |from: Rgba| {
        let start = lightness(from);
        let mut steps: Vec<f32> = (0..=100_u8).map(|step| f32::from(step) / 100.0).collect();
        steps.sort_by(|one, other| (one - start).abs().total_cmp(&(other - start).abs()));
        steps.into_iter().map(move |step| in_lightness(from, step))
    };
    let token = match blame.what {
        Changed::Token(token) => token,
        Changed::Front => {
            return near(now.front).find(|one| ratio(*one, now.back) >= pair.need.good());
        }
        Changed::Back => {
            return near(now.back).find(|one| ratio(*one, now.front) >= pair.need.good());
        }
    };
    let uses = |one: &Pair| {
        let under = one.back.first().unwrap_or(&PLATE);
        one.front.token == token || under.token == token
    };
    let does = |pair: &Pair, colour: Rgba| {
        let tried = measure(theme, case, pair, Some((token, colour)));
        tried.is_ok_and(|found| found.ratio >= pair.need.good())
    };
    let from = theme.token(case, token, None).map_or(now.front, |colour| colour);
    near(from)
        .find(|colour| PAIRS.iter().filter(|one| uses(one)).all(|one| does(one, *colour)))
        .or_else(|| near(from).find(|colour| does(pair, *colour)))
}
