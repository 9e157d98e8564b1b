//! Why a value gave no colour.

use cssparser::{ParseError, ParseErrorKind, Parser};

/// What keeps a value from being a colour.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Fault {
    /// A browser would not take it either.
    Invalid(String),
    /// A browser may well take it, but it is not known here what it draws.
    NotComputed(String),
}

pub(crate) type Parsed<T> = Result<T, ParseError<Fault>>;

pub(crate) fn invalid<T>(why: impl Into<String>) -> Parsed<T> {
    Err(ParseError::custom(Fault::Invalid(why.into())))
}

pub(crate) fn not_computed<T>(why: impl Into<String>) -> Parsed<T> {
    Err(ParseError::custom(Fault::NotComputed(why.into())))
}

/// Reads a text to its end.
pub(crate) fn whole<T>(
    text: &str,
    read: impl FnOnce(&mut Parser) -> Parsed<T>,
) -> Result<T, Fault> {
    Parser::new(text).parse_entirely(read).map_err(|error| match error.kind {
        ParseErrorKind::Custom(fault) => fault,
        ParseErrorKind::Basic(_) => Fault::Invalid(String::new()),
    })
}
