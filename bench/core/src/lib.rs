//! What a browser needs to time the core: the widget itself exports nothing but `mount`.

use career_quiz::quiz::{AnswerSheet, Answers, Quiz, SHIPPED, recommend, stability, what_if};
use wasm_bindgen::prelude::wasm_bindgen;

/// A quiz and many visitors' answers to it.
#[wasm_bindgen]
pub struct Visitors {
    quiz: Quiz,
    answers: Vec<Answers>,
}

#[wasm_bindgen]
impl Visitors {
    /// Reads a list of vectors: objects with an `answers` member. Those that cannot be read are
    /// left out; [`Visitors::count`] tells.
    #[must_use]
    pub fn read(vectors: &str) -> Option<Visitors> {
        let quiz = Quiz::read(SHIPPED).ok()?;
        let vectors: Vec<serde_json::Value> = serde_json::from_str(vectors).ok()?;
        let sheets = vectors.into_iter().filter_map(|mut vector| {
            serde_json::from_value::<AnswerSheet>(vector.get_mut("answers")?.take()).ok()
        });
        let answers = sheets.filter_map(|sheet| sheet.answers(&quiz).ok()).collect();
        Some(Self { quiz, answers })
    }

    /// How many visitors there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.answers.len()
    }

    /// Everything a result screen computes for one visitor: the recommendation, what would have
    /// changed it, and the 1000 re-runs. Gives the number of runs the winner stayed first in.
    #[must_use]
    pub fn explain(&self, visitor: usize) -> u32 {
        let Some(answers) = self.answers.get(visitor) else {
            return 0;
        };
        std::hint::black_box(recommend(&self.quiz, answers));
        std::hint::black_box(what_if(&self.quiz, answers));
        stability(&self.quiz, answers)
    }
}
