//! Two results side by side: where they meet, and where they part.

use std::cmp::Reverse;

use super::points::Points;
use super::sort::sort_short;
use super::{Answers, Outline, Quiz, Shared};

/// Two results side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// Paths with the first and the second match, in whole percent; the furthest apart first.
    pub paths: Vec<(usize, i64, i64)>,
    /// Questions answered in two ways, or by one of the two; what moved most first. Empty where one
    /// of the results came without its answers.
    pub apart: Vec<Apart>,
    /// How many questions both answered.
    pub both: usize,
    /// How many of these they answered in the same way.
    pub same: usize,
}

/// A question that two did not answer in the same way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart {
    /// Index of the question.
    pub question: usize,
    /// The second answer's points less the first's; an answer that is not there has none.
    pub moved: Points,
}

impl Shared {
    /// The result, whatever else is told.
    #[must_use]
    pub fn outline(&self, quiz: &Quiz) -> Outline {
        match self {
            Self::Result(outline) => outline.clone(),
            Self::Answers(answers) => Outline::of(quiz, answers),
        }
    }

    /// The answers, where they are told.
    #[must_use]
    pub fn answers(&self) -> Option<&Answers> {
        match self {
            Self::Result(_) => None,
            Self::Answers(answers) => Some(answers),
        }
    }
}

/// Puts two results side by side.
#[must_use]
pub fn compare(quiz: &Quiz, one: &Shared, two: &Shared) -> Comparison {
    let (first, second) = (one.outline(quiz), two.outline(quiz));
    // A link made before a path was there does not speak of it.
    let told = |path: &usize| {
        [&first, &second].iter().all(|one| one.matches.iter().any(|(known, _)| known == path))
    };
    let pair = |path| (path, first.percent(path), second.percent(path));
    let mut paths: Vec<_> = (0..quiz.paths.len()).filter(told).map(pair).collect();
    sort_short(&mut paths, |(_, one, two)| Reverse(one.abs_diff(*two)));
    let mut comparison = Comparison { paths, apart: Vec::new(), both: 0, same: 0 };
    let Some((one, two)) = one.answers().zip(two.answers()) else {
        return comparison;
    };
    for (at, question) in quiz.questions.iter().enumerate() {
        let (one, two) = (one.complete(quiz, at), two.complete(quiz, at));
        comparison.both += usize::from(one.is_some() && two.is_some());
        if one == two {
            comparison.same += usize::from(one.is_some());
            continue;
        }
        let points = |answer| question.points(answer);
        let moved = two.map(points).unwrap_or_default() - one.map(points).unwrap_or_default();
        comparison.apart.push(Apart { question: at, moved });
    }
    sort_short(&mut comparison.apart, |one| Reverse(one.moved.size()));
    comparison
}
