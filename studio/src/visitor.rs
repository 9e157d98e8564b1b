//! Visitors who never were, and what would have become of their answers.

use career_quiz::quiz::{
    Answer, Answers, Chance, Format, Grade, Quiz, recommend, rounded, share, stability,
};
use serde::{Deserialize, Serialize};

/// One visitor's result.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Visitor {
    /// Paths with their matches in whole percent, best first.
    pub(crate) matches: Vec<(usize, i64)>,
    /// The fragment of a link that opens on her result.
    pub(crate) link: String,
    /// In how many of 1000 re-runs with some answers changed the first stays first.
    pub(crate) steady: u32,
}

impl Visitor {
    /// What becomes of these answers.
    pub(crate) fn of(quiz: &Quiz, answers: &Answers) -> Self {
        let answers = answers.finished(quiz);
        let result = recommend(quiz, &answers);
        let matches = result.matches.iter().map(|one| (one.path, rounded(one.percent)));
        Self {
            matches: matches.collect(),
            link: share::link(quiz, &answers, Grade::Answers),
            steady: stability(quiz, &answers),
        }
    }

    /// Her path.
    pub(crate) fn path(&self) -> usize {
        self.matches.first().map_or(0, |(path, _)| *path)
    }
}

/// Someone of whom nothing is known.
pub(crate) fn anyone(quiz: &Quiz, chance: &mut Chance) -> Answers {
    let mut answers = Answers::default();
    for (at, question) in quiz.questions.iter().enumerate() {
        let answer = match &question.format {
            Format::Single { choices } | Format::Scale { choices } => {
                Answer::Choice(chance.index(choices.len()))
            }
            Format::Multiple { choices, min, max } => {
                let size = min + chance.index(max.saturating_sub(*min) + 1);
                let mut picks = chance.order(choices.len());
                picks.truncate(size);
                picks.sort_unstable();
                Answer::Picks(picks)
            }
            Format::Rating { steps, rows, .. } => {
                Answer::Ratings(rows.iter().map(|_| Some(chance.index(steps.len()))).collect())
            }
            Format::Rank { choices, .. } => {
                Answer::Order(chance.order(choices.len()).into_iter().map(Some).collect())
            }
        };
        answers = answers.with(at, Some(answer));
    }
    answers.finished(quiz)
}

#[cfg(test)]
mod tests {
    use super::*;
    use career_quiz::quiz::SHIPPED;

    #[test]
    fn anyone_answers_every_question_and_her_link_opens() {
        let quiz = Quiz::read(SHIPPED).unwrap();
        let answers = anyone(&quiz, &mut Chance::new(7));
        assert_eq!(answers.count(&quiz), quiz.questions.len());
        let visitor = Visitor::of(&quiz, &answers);
        assert!(share::open(&quiz, &visitor.link).is_some_and(|opened| opened.shared.is_ok()));
    }
}
