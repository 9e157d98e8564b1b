//! What is wrong with a quiz file, where, and what to do about it.

use std::fmt;
use std::fmt::Write as _;
use std::ops::Range;

use serde::Serialize;

use super::forgive::Misfit;
use super::place::Place;
use super::source::Source;
use crate::quiz::proof::Finding;
pub use crate::quiz::proof::Severity;

/// One thing wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// What kind of mistake it is, in words that stay the same: `unknown-id`, `unbalanced`.
    pub kind: &'static str,
    /// Whether the quiz can be shown all the same.
    pub severity: Severity,
    /// Where, in the ids that lead there: ``question `code`, choice `none` ``.
    pub place: String,
    /// Where, as a JSON Pointer (RFC 6901).
    pub pointer: String,
    /// Which bytes of the file.
    pub span: Range<usize>,
    /// The line, counted from 1.
    pub line: usize,
    /// The character in that line, counted from 1.
    pub column: usize,
    /// What is wrong.
    pub problem: String,
    /// What to do about it.
    pub remedy: String,
}

/// Everything that keeps a quiz file from being a quiz; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuizError {
    /// In the order of the file.
    pub faults: Vec<Fault>,
}

impl QuizError {
    /// The faults, one a line, each beginning with the file's name.
    #[must_use]
    pub fn in_file(&self, file: &str) -> String {
        let lines: Vec<_> =
            self.faults.iter().map(|fault| format!("{file}:{}", fault.line_of_text())).collect();
        lines.join("\n")
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}; {}", self.place, self.problem, self.remedy)
    }
}

impl fmt::Display for QuizError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_file("quiz"))
    }
}

impl std::error::Error for QuizError {}

/// So many characters of a line are shown on each side of a fault.
const AROUND: usize = 36;

impl Fault {
    /// Something wrong with the file as a whole.
    pub(super) fn of_file(kind: &'static str, problem: &str, remedy: &str) -> Self {
        Self {
            kind,
            severity: Severity::Error,
            place: "the file".to_owned(),
            pointer: String::new(),
            span: 0..0,
            line: 1,
            column: 1,
            problem: problem.to_owned(),
            remedy: remedy.to_owned(),
        }
    }

    /// What the proof of a quiz found, at its place in the file the quiz was read from.
    #[must_use]
    pub fn of(text: &str, finding: Finding) -> Self {
        let Finding { kind, severity, pointer, problem, remedy } = finding;
        Self::found(text, (kind, severity), &pointer, problem, remedy)
    }

    /// Something that was found out about a quiz, at its place in the file the quiz was read from.
    #[must_use]
    pub fn found(
        text: &str,
        (kind, severity): (&'static str, Severity),
        pointer: &str,
        problem: String,
        remedy: String,
    ) -> Self {
        let place = Place::of_pointer(pointer);
        match Source::read(text) {
            Ok(source) => source.fault(severity, Misfit::at(place, kind, problem, remedy)),
            Err(_) => {
                let pointer = pointer.to_owned();
                Self { severity, pointer, ..Self::of_file(kind, &problem, &remedy) }
            }
        }
    }

    fn line_of_text(&self) -> String {
        format!("{}:{}: {self}", self.line, self.column)
    }

    /// The fault as a page of text: where it is, the line with the place underlined, the remedy.
    #[must_use]
    pub fn report(&self, file: &str, text: &str) -> String {
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let mut page = format!("{severity}[{}]: {}\n", self.kind, self.problem);
        let (line, number) = (excerpt(text, &self.span), self.line.to_string());
        let margin = " ".repeat(number.len());
        let _ = writeln!(page, "{margin}--> {file}:{}:{}, {}", self.line, self.column, self.place);
        if let Some((shown, before, marked)) = line {
            let (gap, mark) = (" ".repeat(before), "^".repeat(marked));
            let _ = writeln!(page, "{margin} |\n{number} | {shown}\n{margin} | {gap}{mark}");
        }
        let _ = write!(page, "{margin} = {}", self.remedy);
        page
    }
}

/// The line a span begins on, cut to what stands around the span; how many characters of it stand
/// before the span, and how many belong to it.
fn excerpt(text: &str, span: &Range<usize>) -> Option<(String, usize, usize)> {
    let start = span.start.min(text.len());
    let before = text.get(..start)?;
    let from = before.rfind('\n').map_or(0, |at| at + 1);
    let line = text.get(from..)?.lines().next().unwrap_or_default();
    if line.trim().is_empty() {
        return None;
    }
    let lead = text.get(from..start)?.chars().count();
    let inside = text.get(start..span.end.min(from + line.len()).max(start))?;
    let marked = inside.chars().count().max(1);
    let cut = lead.saturating_sub(AROUND);
    let indent = line.chars().take_while(|c| c.is_whitespace()).count().min(lead);
    let skip = if cut > indent { cut } else { indent };
    let end = lead + marked.min(AROUND) + AROUND;
    // One tab is one character wide, so that the mark stands under its place.
    let kept = line.chars().skip(skip).take(end - skip).map(|c| if c == '\t' { ' ' } else { c });
    let mut shown: String = kept.filter(|c| !c.is_control()).collect();
    let mut gap = lead - skip;
    if skip > indent {
        shown.insert(0, '…');
        gap += 1;
    }
    let more = line.chars().count() > end;
    shown = shown.trim_end().to_owned();
    if more {
        shown.push('…');
    }
    let room = shown.chars().count().saturating_sub(gap).max(1);
    Some((shown, gap, marked.min(room)))
}

/// The line and the character of a byte, both counted from 1.
pub(super) fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at.min(text.len())).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let from = before.rfind('\n').map_or(0, |at| at + 1);
    (line, before.get(from..).unwrap_or_default().chars().count() + 1)
}

/// A name from the file as it can be shown on one line.
pub(super) fn shown(name: &str) -> String {
    let mut shown: String = name.chars().filter(|c| !c.is_control()).take(40).collect();
    if name.chars().count() > 40 {
        shown.push('…');
    }
    shown
}
