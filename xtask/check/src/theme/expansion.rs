//! Values with each `var()` replaced by what it stands for.

use cssparser::{ParseError, Parser, Token};

use super::cascade::{Case, Scope, Theme};
use super::fault::{Parsed, invalid, whole};

/// Values that grow without end, or that name each other without end, stop here.
const LONGEST: usize = 10_000;
const MOST_STEPS: u32 = 1_000;

/// A value on its way to one without `var()` (CSS Variables 1 § 3).
pub(crate) struct Expansion<'a> {
    theme: &'a Theme,
    case: Case,
    /// How many references were followed so far.
    steps: u32,
    /// Which properties are being replaced, to see a circle.
    names: Vec<String>,
    scope: Scope,
}

impl<'a> Expansion<'a> {
    pub(crate) fn new(theme: &'a Theme, case: Case, scope: Scope) -> Self {
        Self { theme, case, steps: 0, names: vec![], scope }
    }

    pub(crate) fn run(&mut self, input: &mut Parser) -> Parsed<String> {
        let mut out = String::new();
        loop {
            let start = input.position();
            let Ok(token) = input.next_including_whitespace_and_comments().cloned() else { break };
            let text = input.slice_from(start);
            match token {
                Token::Comment(_) => out.push(' '),
                Token::Function(name) if name.eq_ignore_ascii_case("var") => {
                    // Neighbours must not grow together into another word.
                    let value = input.parse_nested_block(|input| self.reference(input))?;
                    out.push_str(&value);
                    out.push_str("/**/");
                }
                Token::Function(_) | Token::ParenthesisBlock | Token::SquareBracketBlock => {
                    out.push_str(text);
                    out.push_str(&input.parse_nested_block(|input| self.run(input))?);
                    out.push(if token == Token::SquareBracketBlock { ']' } else { ')' });
                }
                _ => out.push_str(text),
            }
            if out.len() > LONGEST {
                return invalid(format!("it grows beyond {LONGEST} letters"));
            }
        }
        Ok(out)
    }

    fn reference(&mut self, input: &mut Parser) -> Parsed<String> {
        let name = input.expect_ident_cloned()?.to_string();
        let fallback = input.try_parse(|input| input.expect_comma()).is_ok();
        self.steps += 1;
        if self.steps > MOST_STEPS {
            return invalid(format!("it takes more than {MOST_STEPS} steps"));
        }
        if self.names.contains(&name) {
            return invalid(format!("a circle: {} → {name}", self.names.join(" → ")));
        }
        let found = self.theme.text(self.case, &name, self.scope);
        // `initial` is how CSS says "as if nobody had set it".
        let found = found.filter(|(value, _)| !value.eq_ignore_ascii_case("initial"));
        let Some((value, scope)) = found else {
            return if fallback {
                self.run(input)
            } else {
                invalid(format!("`{name}` is set nowhere in this file"))
            };
        };
        // Read past what is not needed.
        while input.next().is_ok() {}
        let outer = std::mem::replace(&mut self.scope, scope);
        self.names.push(name);
        let found = whole(value, |input| self.run(input)).map_err(ParseError::custom);
        self.names.pop();
        self.scope = outer;
        found
    }
}
