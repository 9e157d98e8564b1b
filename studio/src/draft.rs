//! What is being written, and what the core says of it.

use std::collections::BTreeMap;
use std::rc::Rc;

use career_quiz::quiz::file::{Checked, Severity};
use career_quiz::quiz::{Fault, Quiz};
use serde::Serialize;

use crate::proof::Proof;

/// A text with all that is wrong with it.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    /// As it stands in the editor.
    pub(crate) text: Rc<str>,
    /// In the order of the file.
    pub(crate) faults: Rc<[Flaw]>,
    /// The quiz, where the text is sound.
    pub(crate) quiz: Option<Rc<Quiz>>,
}

/// A fault, with its place as the editor counts it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Flaw {
    pub(crate) fault: Fault,
    /// From and to, in UTF-16 units.
    pub(crate) range: (u32, u32),
}

/// What the editor underlines.
#[derive(Serialize)]
struct Mark<'a> {
    from: u32,
    to: u32,
    severity: Severity,
    message: String,
    source: &'a str,
}

impl Default for Draft {
    fn default() -> Self {
        Self { text: "".into(), faults: Rc::new([]), quiz: None }
    }
}

impl Draft {
    /// Checks a text.
    pub(crate) fn of(text: &str) -> Self {
        let Checked { quiz, faults } = Checked::of(text);
        Self { text: text.into(), faults: placed(text, faults), quiz: quiz.map(Rc::new) }
    }

    /// The same with what its proof found.
    pub(crate) fn with(&self, proof: &Proof) -> Self {
        let found: Vec<_> = proof.findings.iter().map(|one| one.fault(&self.text)).collect();
        let checked = self.faults.iter().cloned();
        let mut faults: Vec<_> = checked.chain(placed(&self.text, found).iter().cloned()).collect();
        faults.sort_by_key(|flaw| flaw.fault.span.start);
        Self { faults: faults.into(), ..self.clone() }
    }

    /// How many of its faults keep the quiz from being shown, and how many do not.
    pub(crate) fn counts(&self) -> (usize, usize) {
        let errors = self.faults.iter().filter(|flaw| flaw.is_error()).count();
        (errors, self.faults.len() - errors)
    }

    /// What the editor underlines, as JSON.
    pub(crate) fn marks(&self) -> String {
        let marks: Vec<_> = self.faults.iter().map(Flaw::mark).collect();
        serde_json::to_string(&marks).unwrap_or_default()
    }

    /// Where in the text a JSON Pointer leads, in UTF-16 units.
    pub(crate) fn place_of(&self, pointer: &str) -> Option<(u32, u32)> {
        let found = ("finding", Severity::Warning);
        let fault = Fault::found(&self.text, found, pointer, String::new(), String::new());
        placed(&self.text, vec![fault]).first().map(|flaw| flaw.range)
    }

    /// The name to save it under.
    pub(crate) fn file_name(&self) -> String {
        let id = self.quiz.as_ref().map_or("quiz", |quiz| &quiz.id);
        format!("{id}.json")
    }
}

impl Flaw {
    pub(crate) fn is_error(&self) -> bool {
        self.fault.severity == Severity::Error
    }

    fn mark(&self) -> Mark<'_> {
        let Fault { problem, remedy, severity, kind, .. } = &self.fault;
        let message = format!("{} {}", sentence(problem), sentence(remedy));
        Mark { from: self.range.0, to: self.range.1, severity: *severity, message, source: kind }
    }
}

/// A fault's words as a sentence.
pub(crate) fn sentence(words: &str) -> String {
    let end = if words.ends_with(['.', '?', '!', '…']) { "" } else { "." };
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).chain(end.chars()).collect()
}

/// Faults with their places in UTF-16 units, all found on one way through the text.
fn placed(text: &str, faults: Vec<Fault>) -> Rc<[Flaw]> {
    let ends = faults.iter().flat_map(|fault| [fault.span.start, fault.span.end]);
    let mut units: BTreeMap<usize, u32> = ends.map(|at| (at, 0)).collect();
    let mut letters = text.char_indices().peekable();
    let mut passed = 0;
    for (at, slot) in &mut units {
        while let Some((_, letter)) = letters.next_if(|(start, _)| start < at) {
            passed += letter.len_utf16() as u32;
        }
        *slot = passed;
    }
    let unit = |at: usize| units.get(&at).copied().unwrap_or(0);
    let flaw = |fault: Fault| Flaw { range: (unit(fault.span.start), unit(fault.span.end)), fault };
    faults.into_iter().map(flaw).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use career_quiz::quiz::SHIPPED;

    #[test]
    fn the_shipped_quiz_has_no_mistakes() {
        let draft = Draft::of(SHIPPED);
        assert_eq!(draft.counts().0, 0);
        assert_eq!(draft.file_name(), "career-quiz.json");
    }

    #[test]
    fn a_mark_stands_where_the_editor_counts_it_after_letters_of_any_width() {
        let text = "{\"title\": \"Ü😀\", \"titel\": 1}";
        let draft = Draft::of(text);
        let units: Vec<u16> = text.encode_utf16().collect();
        let named = |flaw: &Flaw| {
            let (from, to) = flaw.range;
            String::from_utf16(&units[from as usize..to as usize]).unwrap()
        };
        assert!(draft.faults.iter().any(|flaw| named(flaw).contains("titel")), "{draft:?}");
        for flaw in &*draft.faults {
            assert_eq!(named(flaw), text[flaw.fault.span.clone()]);
        }
    }

    #[test]
    fn no_text_at_all_is_a_draft_with_a_fault() {
        let draft = Draft::of("");
        assert!(draft.quiz.is_none() && draft.counts().0 > 0);
        assert!(draft.marks().starts_with("[{"));
    }
}
