//! Where a visitor starts: her stage, her roadmap, and the notes that go with her answers.

use super::{Answer, Answers, Format, Fraction, Quiz, Recommendation};

/// One step of the roadmap, for one visitor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoadmapStep<'a> {
    /// Index in [`Quiz::roadmap`].
    pub step: usize,
    /// What she already has of it, in the quiz's words.
    pub has: Vec<&'a str>,
    /// 0 for the step to take first, 1 for the one after; `None` for later or earlier ones.
    pub now: Option<usize>,
}

/// The furthest stage whose rule holds, as an index; `None` where none of the questions its
/// rules speak of was answered. A skipped question counts as the lowest level.
#[must_use]
pub fn stage(quiz: &Quiz, answers: &Answers) -> Option<usize> {
    let levels = quiz.levels(answers);
    let level = |question: &usize| levels.get(*question).copied().flatten();
    let mut rules = quiz.stages.iter().flat_map(|stage| stage.when.iter().flatten()).peekable();
    if rules.peek().is_some() && !rules.any(|(question, _)| level(question).is_some()) {
        return None;
    }
    let holds = |(question, least): &(usize, u8)| level(question).unwrap_or(0) >= *least;
    quiz.stages.iter().rposition(|stage| stage.when.iter().any(|all| all.iter().all(holds)))
}

/// The roadmap with what this visitor has and what she takes up now. It never depends on her path.
#[must_use]
pub fn roadmap<'a>(quiz: &'a Quiz, answers: &Answers) -> Vec<RoadmapStep<'a>> {
    let stage = stage(quiz, answers).and_then(|at| quiz.stages.get(at));
    let picked = |question: usize, choice: usize| match answers.complete(quiz, question) {
        Some(Answer::Picks(picks)) => picks.contains(&choice),
        Some(Answer::Choice(chosen)) => *chosen == choice,
        _ => false,
    };
    let steps = quiz.roadmap.iter().enumerate();
    steps
        .map(|(at, step)| RoadmapStep {
            step: at,
            has: step
                .if_has
                .iter()
                .filter(|(question, choice, _)| picked(*question, *choice))
                .map(|(_, _, text)| text.as_str())
                .collect(),
            now: stage.and_then(|stage| stage.steps_now.iter().position(|now| *now == at)),
        })
        .collect()
}

/// What must be said beside this result: that breadth decided it, or that nothing or nearly
/// everything was liked.
#[must_use]
pub fn notes(quiz: &Quiz, answers: &Answers, result: &Recommendation) -> Vec<String> {
    let mut notes = Vec::new();
    let blend = quiz.blend.as_ref().filter(|blend| blend.path == result.path());
    let mean = mean_rating(quiz, answers);
    let tenths = |tenths: u32| Fraction::new(tenths.into(), 10);
    if let Some(low) = &quiz.rules.low_ratings
        && mean.is_some_and(|mean| mean < tenths(low.under_tenths))
    {
        notes.push(low.note.clone());
    }
    if let Some(high) = &quiz.rules.high_ratings
        && blend.is_some()
        && mean.is_some_and(|mean| mean >= tenths(high.from_tenths))
    {
        notes.push(high.note.clone());
    }
    if let Some(blend) = blend {
        let without = result.lower_mean + Fraction::from(blend.base);
        let top = result.matches.iter().find(|one| one.path == result.top);
        // On level bars breadth is not needed: the tie rule already decides for this path.
        if top.is_some_and(|top| without < top.percent) {
            let name = quiz.paths.get(result.top).map_or("", |path| &path.inline);
            notes.push(quiz.words.fill(&blend.note, &[("top", name)]));
        }
    }
    notes
}

/// The mean step of all rated rows, counted from 0; `None` where no rating was answered.
fn mean_rating(quiz: &Quiz, answers: &Answers) -> Option<Fraction> {
    let (mut sum, mut rows) = (0, 0);
    for (at, question) in quiz.questions.iter().enumerate() {
        if let (Format::Rating { .. }, Some(Answer::Ratings(ratings))) =
            (&question.format, answers.complete(quiz, at))
        {
            sum += ratings.iter().flatten().sum::<usize>() as i64;
            rows += ratings.len() as i64;
        }
    }
    (rows > 0).then(|| Fraction::new(sum, rows))
}
