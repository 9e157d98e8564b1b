//! What is wrong with a file, on a terminal: the line underlined, and what to do.

use std::fmt;
use std::io::IsTerminal as _;

use career_quiz::quiz::Fault;
use career_quiz::quiz::file::Severity;
use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, NamedSource, SourceCode,
};

/// Lines longer than this, in bytes, are cut to what stands around the fault.
const LONG: usize = 400;

/// Prints every fault of a file to standard error.
pub(crate) fn print(file: &str, text: &str, faults: &[Fault]) {
    for fault in faults {
        eprintln!("{}\n", drawn(file, text, fault));
    }
}

fn drawn(file: &str, text: &str, fault: &Fault) -> String {
    let line = text.lines().nth(fault.line.saturating_sub(1)).unwrap_or_default();
    if line.len() > LONG {
        return fault.report(file, text);
    }
    let theme = match std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none() {
        true => GraphicalTheme::unicode(),
        false => GraphicalTheme::unicode_nocolor(),
    };
    let report =
        Report { fault, text: NamedSource::new(file, text.to_owned()).with_language("JSON") };
    let mut page = String::new();
    let handler = GraphicalReportHandler::new_themed(theme).with_width(90).with_context_lines(1);
    match handler.render_report(&mut page, &report) {
        Ok(()) => page.trim_end().to_owned(),
        Err(fmt::Error) => fault.report(file, text),
    }
}

/// A fault as miette draws it.
#[derive(Debug)]
struct Report<'a> {
    fault: &'a Fault,
    text: NamedSource<String>,
}

impl fmt::Display for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.fault.place, self.fault.problem)
    }
}

impl std::error::Error for Report<'_> {}

impl Diagnostic for Report<'_> {
    fn code(&self) -> Option<Box<dyn fmt::Display + '_>> {
        Some(Box::new(self.fault.kind))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.fault.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
        })
    }

    fn help(&self) -> Option<Box<dyn fmt::Display + '_>> {
        Some(Box::new(&self.fault.remedy))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.text)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let span = self.fault.span.clone();
        Some(Box::new(std::iter::once(LabeledSpan::new_with_span(None, span))))
    }
}
