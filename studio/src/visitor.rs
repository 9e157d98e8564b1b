//! Visitors who never were: what one would have said who is most like a path, or anyone.

use career_quiz::quiz::{
    Answer, Answers, Chance, Format, Grade, Quiz, recommend, rounded, share, stability,
};
use serde::{Deserialize, Serialize};

/// So many random visitors are looked at for one who is more like a path than the obvious one.
const TRIES: u32 = 400;
/// Fixed, so that the same quiz has the same visitors.
const SEED: u64 = 2026;

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

/// The answers that lead to a path by the widest lead that was found; `None` where none lead there.
pub(crate) fn most_like(quiz: &Quiz, path: usize) -> Option<Answers> {
    let mut chance = Chance::new(SEED);
    let obvious = devoted(quiz, path);
    let random = (0..TRIES).map(|_| anyone(quiz, &mut chance));
    let theirs = std::iter::once(obvious).chain(random).filter_map(|answers| {
        let result = recommend(quiz, &answers);
        (result.path() == path).then_some((result.lead, answers))
    });
    theirs.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, one)| one)
}

/// Someone who says whatever speaks most for a path; for a path by breadth, for all alike.
fn devoted(quiz: &Quiz, path: usize) -> Answers {
    let blended = quiz.blend.as_ref().is_some_and(|blend| blend.path == path);
    let mut answers = Answers::default();
    for (at, question) in quiz.questions.iter().enumerate() {
        let worth = |choice: usize| {
            let points = question.choices().get(choice).map(|one| one.points).unwrap_or_default();
            let all: i32 = quiz.scored_paths().map(|other| points.path(other)).sum();
            if blended { points.breadth * 100 } else { points.path(path) * 100 - all }
        };
        let mut best: Vec<_> = (0..question.choices().len()).collect();
        best.sort_by_key(|choice| std::cmp::Reverse(worth(*choice)));
        let answer = match &question.format {
            Format::Single { .. } | Format::Scale { .. } => {
                Answer::Choice(best.first().copied().unwrap_or(0))
            }
            Format::Multiple { min, max, .. } => {
                let wanted = best.iter().filter(|choice| worth(**choice) > 0).count();
                best.truncate(wanted.clamp(*min, *max));
                best.sort_unstable();
                Answer::Picks(best)
            }
            Format::Rating { steps, rows, .. } => {
                let most = steps.len().saturating_sub(1);
                let step = |mine: bool| if blended || mine { most } else { 0 };
                Answer::Ratings(rows.iter().map(|row| Some(step(row.path == path))).collect())
            }
            Format::Rank { choices, .. } => {
                let mut order: Vec<_> = (0..choices.len()).collect();
                order.sort_by_key(|at| {
                    choices.get(*at).is_none_or(|choice| choice.path != Some(path))
                });
                let place = |choice| order.iter().position(|one| *one == choice);
                Answer::Order((0..choices.len()).map(place).collect())
            }
        };
        answers = answers.with(at, Some(answer));
    }
    answers.finished(quiz)
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
    fn whoever_is_most_like_a_path_gets_it() {
        let quiz = Quiz::read(SHIPPED).unwrap();
        for path in 0..quiz.paths.len() {
            let answers = most_like(&quiz, path).unwrap();
            assert_eq!(Visitor::of(&quiz, &answers).path(), path, "{}", quiz.path_id(path));
        }
    }

    #[test]
    fn anyone_answers_every_question_and_her_link_opens() {
        let quiz = Quiz::read(SHIPPED).unwrap();
        let answers = anyone(&quiz, &mut Chance::new(7));
        assert_eq!(answers.count(&quiz), quiz.questions.len());
        let visitor = Visitor::of(&quiz, &answers);
        assert!(share::open(&quiz, &visitor.link).is_some_and(|opened| opened.shared.is_ok()));
    }
}
