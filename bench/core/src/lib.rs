//! What a browser needs to time and try the core: the widget itself exports nothing but `mount`.

mod generated;

pub use generated::{file, generated};

use career_quiz::quiz::{
    Answer, AnswerSheet, Answers, Format, Grade, Outline, Quiz, SHIPPED, Session, Shared,
    recommend, share, stability, what_if,
};
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

/// How many of `count` random visitors' sessions do not come back as they were from their codes and
/// links, or whose codes are not the same when they are written again.
#[wasm_bindgen]
#[must_use]
pub fn astray(count: u32, seed: u64) -> u32 {
    let Ok(quiz) = Quiz::read(SHIPPED) else {
        return count;
    };
    let mut dice = Dice(seed | 1);
    (0..count).map(|_| u32::from(!comes_back(&quiz, &visitor(&quiz, &mut dice)))).sum()
}

fn comes_back(quiz: &Quiz, answers: &Answers) -> bool {
    let code = share::encode(quiz, answers);
    let read = share::decode(quiz, &code).is_ok_and(|decoded| {
        decoded.said == *answers
            && decoded.dropped.is_empty()
            && share::encode(quiz, &decoded.said) == code
    });
    let line = format!("{:x} ** {code}", 7);
    let kept =
        Session::restore(quiz, &line).map_or_else(Answers::default, |one| one.answers().clone());
    let opened = |grade, wanted: Shared| {
        let link = share::link(quiz, answers, grade);
        share::open(quiz, &link).is_some_and(|opened| opened.shared == Ok(wanted))
    };
    let told = !answers.enough(quiz)
        || (opened(Grade::Result, Shared::Result(Outline::of(quiz, answers)))
            && opened(Grade::Answers, Shared::Answers(answers.finished(quiz))));
    read && kept == *answers && told
}

/// So many random visitors' answers, the same for the same seed.
#[must_use]
pub fn visitors(quiz: &Quiz, count: usize, seed: u64) -> Vec<Answers> {
    let mut dice = Dice(seed | 1);
    (0..count).map(|_| visitor(quiz, &mut dice)).collect()
}

/// Answers like any visitor's: some questions skipped, some rows still open.
fn visitor(quiz: &Quiz, dice: &mut Dice) -> Answers {
    quiz.questions.iter().enumerate().fold(Answers::default(), |answers, (at, question)| {
        if dice.below(8) == 0 {
            return answers;
        }
        let answer = match &question.format {
            Format::Single { choices } | Format::Scale { choices } => {
                Answer::Choice(dice.below(choices.len()))
            }
            Format::Multiple { choices, min, max } => {
                let wanted = min + dice.below(max - min + 1);
                let mut picks: Vec<_> = (0..choices.len()).collect();
                while picks.len() > wanted {
                    picks.remove(dice.below(picks.len()));
                }
                Answer::Picks(picks)
            }
            Format::Rating { steps, rows, .. } => {
                // The first row is always said: a rating in which nothing was said is no answer.
                let said = (0..rows.len()).map(|row| row == 0 || dice.below(10) > 0);
                let said: Vec<_> = said.collect();
                let step = |said: bool| said.then(|| dice.below(steps.len()));
                Answer::Ratings(said.into_iter().map(step).collect())
            }
            Format::Rank { choices, .. } => {
                let mut places: Vec<_> = (0..choices.len()).map(Some).collect();
                for last in (1..places.len()).rev() {
                    places.swap(last, dice.below(last + 1));
                }
                Answer::Order(places)
            }
        };
        answers.with(at, Some(answer))
    })
}

/// xorshift64 (Marsaglia, 2003).
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound.max(1) as u64).unwrap_or(0)
    }
}
