//! A file's JSON with the place of everything in it.
//!
//! Read with jsonc-parser, because it keeps where each thing stands and reads on after the mistakes
//! people make most: a comma too many or too few, a comment, single quotes. Those are faults all
//! the same, since other programs would not read the file; but what else is wrong is said too.

use std::ops::Range;

use jsonc_parser::ast::{Object, ObjectProp, ObjectPropName, Value};
use jsonc_parser::errors::{ParseError, ParseErrorKind as Kind};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

/// What stops JSON from being JSON: which bytes, what is wrong there, what to do.
pub(super) type Stop = (Range<usize>, &'static str, &'static str);

/// The JSON of a file as far as it can be read, and where it is none.
pub(super) fn parse(text: &str) -> (Option<Value<'_>>, Option<Stop>) {
    let read = |options: &ParseOptions| parse_to_ast(text, &CollectOptions::default(), options);
    match read(&STRICT) {
        Ok(read) => (read.value, None),
        Err(error) => {
            let more = read(&ParseOptions::default()).ok().and_then(|read| read.value);
            (more, Some(stop(text, &error)))
        }
    }
}

/// RFC 8259 and nothing else.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

fn stop(text: &str, error: &ParseError) -> Stop {
    let range = error.range();
    let (problem, remedy) = match error.kind() {
        Kind::ExpectedComma => ("a comma is missing", "put a comma after what stands before this"),
        Kind::TrailingCommasNotAllowed => ("a comma with nothing after it", "remove this comma"),
        Kind::CommentsNotAllowed => ("a comment; JSON has none", "remove it"),
        Kind::SingleQuotedStringsNotAllowed => {
            ("single quotes; JSON has double quotes only", "write \" in place of '")
        }
        Kind::ExpectedStringObjectProperty => {
            ("a name without quotes", "put it between double quotes")
        }
        Kind::ExpectedColonAfterObjectKey => ("a colon is missing", "put a colon after the name"),
        Kind::ExpectedObjectValue => ("a value is missing", "write one after the colon"),
        Kind::UnterminatedArray => {
            ("this [ is never closed", "add ] after its last item, or check that the file is whole")
        }
        Kind::UnterminatedObject => (
            "this { is never closed",
            "add } after its last member, or check that the file is whole",
        ),
        Kind::UnterminatedCommentBlock => ("a comment that never ends", "remove it"),
        Kind::NestingDepthExceeded => {
            ("too many brackets inside each other", "a quiz file has no more than ten")
        }
        Kind::NonFiniteNumbersNotAllowed => ("this is no number in JSON", "write a whole number"),
        Kind::HexadecimalNumbersNotAllowed
        | Kind::UnaryPlusNumbersNotAllowed
        | Kind::BareDecimalPointNumbersNotAllowed
        | Kind::ExpectedDigit
        | Kind::ExpectedDigitFollowingNegativeSign
        | Kind::ExpectedPlusMinusOrDigitInNumberLiteral => {
            ("this is no number in JSON", "write a whole number in digits")
        }
        Kind::MultipleRootJsonValues => (
            "there is more after the end of the quiz",
            "keep one { … } in the file; check its brackets",
        ),
        Kind::UnexpectedWord => {
            ("a word without quotes", "put it between double quotes, or write true or false")
        }
        Kind::String(_) => (
            "a text that does not end, or holds a character it may not",
            "close it with \"; write \\\" for a quote and \\n for a new line inside it",
        ),
        Kind::UnexpectedComma => ("a comma too many", "remove it"),
        _ => ("this is not JSON here", "check commas, quotes and brackets around it"),
    };
    // At least the character that stands there, so that there is something to underline.
    let next = text.get(range.start..).and_then(|rest| rest.chars().next());
    let end = range.end.max(range.start + next.map_or(0, char::len_utf8));
    (range.start..end, problem, remedy)
}

/// The member of an object; where a name stands twice, the later one, which is one too many.
pub(super) fn member<'a, 't>(object: &'a Object<'t>, wanted: &str) -> Option<&'a ObjectProp<'t>> {
    object.properties.iter().rfind(|one| name(one) == wanted)
}

/// What a member is called.
pub(super) fn name<'a>(member: &'a ObjectProp<'_>) -> &'a str {
    match &member.name {
        ObjectPropName::String(text) => &text.value,
        ObjectPropName::Word(word) => word.value,
    }
}
