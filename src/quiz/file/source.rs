//! A file's text and what stands where in it.

use jsonc_parser::ast::Value;

use super::fault::{Fault, Severity, line_and_column};
use super::forgive::Misfit;
use super::tree;

/// Larger files are not even read, so that a file that is a little too large can still be told
/// what makes it so.
const MOST_READ: usize = 4 * 1024 * 1024;
/// So many faults are told of at once.
const MOST_FAULTS: usize = 200;

/// A file that holds JSON, or nearly.
pub(super) struct Source<'t> {
    /// Without a byte order mark.
    pub(super) text: &'t str,
    /// What it holds.
    pub(super) root: Value<'t>,
    /// Why it is no JSON, strictly.
    stop: Option<Fault>,
}

impl<'t> Source<'t> {
    /// Reads a text.
    ///
    /// # Errors
    ///
    /// Where nothing in it can be read.
    pub(super) fn read(text: &'t str) -> Result<Self, Box<Fault>> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let whole =
            |problem: &str, remedy| Err(Box::new(Fault::of_file("no-quiz", problem, remedy)));
        if text.trim().is_empty() {
            return whole("it is empty", "start from quizzes/examples/minimal.json");
        }
        if text.len() > MOST_READ {
            let problem = format!("it has {} bytes", text.len());
            return whole(&problem, "shorten its texts or lists");
        }
        let (root, stop) = tree::parse(text);
        let stop = stop.map(|(span, problem, remedy)| {
            let (line, column) = line_and_column(text, span.start);
            let place = format!("line {line}, column {column}");
            let fault = Fault::of_file("not-json", problem, remedy);
            Fault { place, span, line, column, ..fault }
        });
        match (root, stop) {
            (Some(root), stop) => Ok(Self { text, root, stop }),
            (None, Some(stop)) => Err(Box::new(stop)),
            (None, None) => whole("there is no JSON in it", "begin it with { and end it with }"),
        }
    }

    /// What was found, each at its place, in the order of the file.
    pub(super) fn faults(&self, found: Vec<(Severity, Misfit)>) -> Vec<Fault> {
        let located = found.into_iter().map(|(severity, misfit)| self.fault(severity, misfit));
        let mut faults: Vec<_> = located.collect();
        // Of two words on one place the one that knows what is wanted there says more.
        let said = |stop: &Fault| faults.iter().any(|fault| fault.span.start == stop.span.start);
        faults.extend(self.stop.clone().filter(|stop| !said(stop)));
        faults.sort_by_key(|fault| fault.span.start);
        faults.truncate(MOST_FAULTS);
        faults
    }

    /// One thing that was found, at its place.
    pub(super) fn fault(&self, severity: Severity, misfit: Misfit) -> Fault {
        let span = misfit.place.span(&self.root);
        let (line, column) = line_and_column(self.text, span.start);
        Fault {
            kind: misfit.kind,
            severity,
            place: misfit.place.said(&self.root),
            pointer: misfit.place.pointer(),
            span,
            line,
            column,
            problem: misfit.problem,
            remedy: misfit.remedy,
        }
    }
}
