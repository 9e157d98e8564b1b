//! Numbers of CSS, and the sums that stand in their place.
//!
//! CSS Values 4 § 10 (<https://www.w3.org/TR/css-values-4/#math>): a sum's terms are of one kind,
//! so `calc(l + 10%)` is no number, while `calc(l + .1)` is.

use cssparser::{ParseError, Parser, Token};

use super::fault::{Parsed, invalid, not_computed};

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Kind {
    Number,
    Percent,
    Degrees,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Quantity {
    pub(crate) amount: f32,
    pub(crate) kind: Kind,
}

/// The words that stand for numbers: the channels of a colour that another is made from.
pub(crate) type Names<'a> = &'a [(&'a str, f32)];

fn number(amount: f32) -> Quantity {
    Quantity { amount, kind: Kind::Number }
}

/// One number, percentage or angle, written out or as a sum; nothing for `none`.
pub(crate) fn quantity(input: &mut Parser, names: Names) -> Parsed<Option<Quantity>> {
    let token = input.next()?.clone();
    let found = match &token {
        Token::Ident(word) if word.eq_ignore_ascii_case("none") => return Ok(None),
        Token::Ident(word) => named(word, names).map_or_else(
            || invalid(format!("`{word}` is no number here")),
            |amount| Ok(number(amount)),
        ),
        _ => plain(&token, input, names),
    }?;
    if found.amount.is_finite() { Ok(Some(found)) } else { invalid("a sum comes to no number") }
}

fn named(word: &str, names: Names) -> Option<f32> {
    names.iter().find(|(name, _)| name.eq_ignore_ascii_case(word)).map(|(_, amount)| *amount)
}

/// What may stand in a sum and outside of it.
fn plain(token: &Token, input: &mut Parser, names: Names) -> Parsed<Quantity> {
    match token {
        Token::Number { value, .. } => Ok(number(*value)),
        Token::Percentage { unit_value, .. } => {
            Ok(Quantity { amount: *unit_value, kind: Kind::Percent })
        }
        Token::Dimension { value, unit, .. } => {
            let degrees = match unit.to_ascii_lowercase().as_str() {
                "deg" => 1.0,
                "grad" => 0.9,
                "rad" => 180.0 / std::f32::consts::PI,
                "turn" => 360.0,
                other => return invalid(format!("`{value}{other}` is no angle")),
            };
            Ok(Quantity { amount: value * degrees, kind: Kind::Degrees })
        }
        Token::Function(name) => {
            let name = name.to_ascii_lowercase();
            input.parse_nested_block(|input| function(&name, input, names))
        }
        _ => Err(ParseError::unexpected_token()),
    }
}

fn function(name: &str, input: &mut Parser, names: Names) -> Parsed<Quantity> {
    if !matches!(name, "calc" | "min" | "max" | "clamp" | "abs" | "pow" | "sqrt") {
        return not_computed(format!("`{name}()`"));
    }
    let all = input.parse_comma_separated(|input| sum(input, names))?;
    let kind = all.first().map_or(Kind::Number, |one| one.kind);
    if name != "pow" && all.iter().any(|one| one.kind != kind) {
        return mixed();
    }
    let amounts: Vec<f32> = all.iter().map(|one| one.amount).collect();
    let amount = match (name, amounts.as_slice()) {
        ("calc", [one]) => *one,
        ("min", [_, ..]) => amounts.iter().copied().fold(f32::INFINITY, f32::min),
        ("max", [_, ..]) => amounts.iter().copied().fold(f32::NEG_INFINITY, f32::max),
        // The lower bound wins over the upper.
        ("clamp", [least, wanted, most]) => wanted.min(*most).max(*least),
        ("abs", [one]) => one.abs(),
        ("pow", [base, power]) if kind == Kind::Number => base.powf(*power),
        ("sqrt", [one]) if kind == Kind::Number => one.sqrt(),
        _ => return invalid(format!("`{name}()` has {} parts", amounts.len())),
    };
    Ok(Quantity { amount, kind })
}

fn mixed<T>() -> Parsed<T> {
    invalid("a sum mixes numbers with percentages or angles; use plain numbers throughout")
}

fn sum(input: &mut Parser, names: Names) -> Parsed<Quantity> {
    let mut total = product(input, names)?;
    loop {
        let before = input.state();
        let sign = match input.next() {
            Ok(Token::Delim('+')) => 1.0,
            Ok(Token::Delim('-')) => -1.0,
            _ => {
                input.reset(&before);
                return Ok(total);
            }
        };
        let term = product(input, names)?;
        if term.kind != total.kind {
            return mixed();
        }
        total.amount += sign * term.amount;
    }
}

fn product(input: &mut Parser, names: Names) -> Parsed<Quantity> {
    let mut total = term(input, names)?;
    loop {
        let before = input.state();
        let divides = match input.next() {
            Ok(Token::Delim('*')) => false,
            Ok(Token::Delim('/')) => true,
            _ => {
                input.reset(&before);
                return Ok(total);
            }
        };
        let factor = term(input, names)?;
        match (total.kind, factor.kind) {
            (_, Kind::Number) => {}
            (Kind::Number, kind) if !divides => total.kind = kind,
            _ => return mixed(),
        }
        total.amount =
            if divides { total.amount / factor.amount } else { total.amount * factor.amount };
    }
}

fn term(input: &mut Parser, names: Names) -> Parsed<Quantity> {
    let token = input.next()?.clone();
    match &token {
        Token::ParenthesisBlock => input.parse_nested_block(|input| sum(input, names)),
        Token::Ident(word) => match (named(word, names), word.to_ascii_lowercase().as_str()) {
            (Some(amount), _) => Ok(number(amount)),
            (_, "pi") => Ok(number(std::f32::consts::PI)),
            (_, "e") => Ok(number(std::f32::consts::E)),
            _ => invalid(format!("`{word}` is no number here")),
        },
        _ => plain(&token, input, names),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fault::Fault;
    use super::*;

    fn read(text: &str) -> Result<Option<Quantity>, Fault> {
        super::super::fault::whole(text, |input| quantity(input, &[("l", 0.5), ("c", 0.1)]))
    }

    #[test]
    fn sums_keep_the_order_of_operations() {
        for (text, amount) in [
            ("calc(1 + 2 * 3)", 7.0),
            ("calc((1 + 2) * 3 - 4 / 2)", 7.0),
            ("min(l, .38)", 0.38),
            ("max(l, .38, .9)", 0.9),
            ("clamp(.6, l, .9)", 0.6),
            ("calc(c * .25)", 0.025),
            ("calc(max(l, .7) + min(c, .05))", 0.75),
            ("l", 0.5),
            ("calc(1turn / 4)", 90.0),
        ] {
            let found = read(text).unwrap().unwrap().amount;
            assert!((found - amount).abs() < 1e-5, "{text}: {found}");
        }
        assert_eq!(read("none").unwrap(), None);
    }

    #[test]
    fn what_css_takes_for_no_number_is_none_here_either() {
        for text in ["calc(l + 10%)", "calc(l +)", "min()", "calc(1 / 0)", "12px", "lightness", ""]
        {
            assert!(matches!(read(text), Err(Fault::Invalid(_))), "{text}: {:?}", read(text));
        }
        assert!(matches!(read("sin(1)"), Err(Fault::NotComputed(_))));
    }
}
