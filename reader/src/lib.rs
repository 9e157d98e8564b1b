//! Reads quiz files in the browser, where a page brings one of its own in `src`.
//!
//! A module apart: what reads and checks JSON is as large as half the widget, and most pages show
//! the shipped quiz, which the build has read. `src/host/own.js` is its only caller; what it gives
//! is what the widget unpacks.

use std::collections::BTreeMap;

use career_quiz::quiz::language::Language;
use career_quiz::quiz::{Fault, Quiz};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;

/// What a quiz file turned out to be.
#[wasm_bindgen]
#[derive(Default)]
pub struct Reading {
    quiz: Option<Quiz>,
    report: String,
    faults: String,
}

#[wasm_bindgen]
impl Reading {
    /// The quiz, packed; nothing where the file has faults.
    #[must_use]
    pub fn packed(&self) -> Option<Vec<u8>> {
        self.quiz.as_ref().map(Quiz::pack)
    }

    /// BCP 47 tag of its texts.
    #[must_use]
    pub fn lang(&self) -> String {
        self.quiz.as_ref().map(|quiz| quiz.lang.clone()).unwrap_or_default()
    }

    /// The files with its texts in other languages, as JSON: their addresses by language tag.
    #[must_use]
    pub fn languages(&self) -> String {
        self.quiz
            .as_ref()
            .map(|quiz| json(&quiz.languages.iter().cloned().collect::<BTreeMap<_, _>>()))
            .unwrap_or_default()
    }

    /// All that is wrong, as text for whoever wrote the file.
    #[must_use]
    pub fn report(&self) -> String {
        self.report.clone()
    }

    /// The same, as a JSON list for programs.
    #[must_use]
    pub fn faults(&self) -> String {
        self.faults.clone()
    }

    fn refused(name: &str, text: &str, faults: &[Fault]) -> Self {
        let pages: Vec<_> = faults.iter().map(|fault| fault.report(name, text)).collect();
        Self { quiz: None, report: pages.join("\n\n"), faults: json(&faults) }
    }
}

/// Reads a quiz file; `name` is what its faults call it.
#[wasm_bindgen]
#[must_use]
pub fn read(file: &str, name: &str) -> Reading {
    match Quiz::read(file) {
        Ok(quiz) => Reading { quiz: Some(quiz), ..Reading::default() },
        Err(error) => Reading::refused(name, file, &error.faults),
    }
}

/// Reads a quiz file with its texts in another language; `name` is what the language file's faults
/// call it.
#[wasm_bindgen]
#[must_use]
pub fn translate(file: &str, texts: &str, name: &str) -> Reading {
    let language = match Language::read(texts) {
        Ok(language) => language,
        Err(error) => return Reading::refused(name, texts, &error.faults),
    };
    // It was read before, by itself.
    let quiz = serde_json::from_str(file.trim_start_matches('\u{feff}')).unwrap_or_default();
    let faults = language.faults(&quiz);
    if !faults.is_empty() {
        return Reading::refused(name, texts, &faults);
    }
    read(&language.translate(&quiz).to_string(), name)
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
