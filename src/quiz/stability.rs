//! How steady a result is: the scoring again and again, with some answers changed at random.

use super::chance::Chance;
use super::points::Points;
use super::question::{rank_points, rating_points};
use super::score::{Tally, places};
use super::{Answer, Answers, Format, Question, Quiz};

/// How many times the scoring is run again.
pub const RUNS: u32 = 1000;
/// One response in this many is replaced, on average.
const ONE_IN: u64 = 10;
/// Fixed, so that a result never changes under a visitor's eyes.
const SEED: u64 = 2026;

/// In how many of [`RUNS`] re-runs the winner stays first when each answered response (a choice,
/// a set of picks, a row's step, an order) is replaced by a random valid one with a chance of
/// one in ten.
#[must_use]
pub fn stability(quiz: &Quiz, answers: &Answers) -> u32 {
    let tally = Tally::of(quiz, answers);
    let winner = tally.standing(quiz).winner;
    let responses = responses(quiz, answers);
    let mut chance = Chance::new(SEED);
    let mut stayed = 0;
    for _ in 0..RUNS {
        let mut run = tally;
        for response in &responses {
            if chance.below(ONE_IN) == 0 {
                response.replace(quiz, &mut run, &mut chance);
            }
        }
        stayed += u32::from(run.standing(quiz).winner == winner);
    }
    stayed
}

/// One thing said that can be replaced on its own.
struct Response<'a> {
    question: &'a Question,
    /// The row, in a rating.
    row: Option<usize>,
    now: Points,
    /// The question's index, where its order breaks ties.
    breaks_ties: Option<usize>,
}

fn responses<'a>(quiz: &'a Quiz, answers: &Answers) -> Vec<Response<'a>> {
    let mut responses = Vec::new();
    for (at, question) in quiz.questions.iter().enumerate() {
        let Some(answer) = answers.complete(quiz, at).filter(|_| question.counts()) else {
            continue;
        };
        let breaks_ties = quiz.rules.tie_breaker.filter(|tie_breaker| *tie_breaker == at);
        if let Format::Rating { .. } = question.format {
            for (row, said) in question.said(answer).iter().enumerate() {
                responses.push(Response {
                    question,
                    row: Some(row),
                    now: said.points,
                    breaks_ties,
                });
            }
        } else {
            let now = question.points(answer);
            responses.push(Response { question, row: None, now, breaks_ties });
        }
    }
    responses
}

impl Response<'_> {
    fn replace(&self, quiz: &Quiz, run: &mut Tally, chance: &mut Chance) {
        let points = match &self.question.format {
            Format::Single { choices } | Format::Scale { choices } => {
                choices.get(chance.index(choices.len())).map(|choice| choice.points)
            }
            Format::Multiple { choices, min, max } => {
                let picks = random_picks(choices.len(), *min, *max, chance);
                let picked = picks.iter().filter_map(|pick| choices.get(*pick));
                Some(picked.map(|choice| choice.points).sum())
            }
            Format::Rating { steps, rows, points_per_step } => {
                let step = chance.index(steps.len());
                let row = self.row.and_then(|row| rows.get(row));
                row.map(|row| rating_points(row, step, *points_per_step))
            }
            Format::Rank { choices, place_points } => {
                let order = chance.order(choices.len());
                if let Some(at) = self.breaks_ties {
                    let answer = Answer::Order(order.iter().copied().map(Some).collect());
                    run.places = places(quiz, at, &answer);
                }
                let placed = choices.iter().zip(&order);
                Some(placed.map(|(choice, place)| rank_points(choice, *place, place_points)).sum())
            }
        };
        run.points = run.points - self.now + points.unwrap_or(self.now);
    }
}

/// A random set of picks: first how many, from `min` to `max`, then which.
fn random_picks(len: usize, min: usize, max: usize, chance: &mut Chance) -> Vec<usize> {
    let size = min + chance.index(max.saturating_sub(min) + 1);
    let mut order = chance.order(len);
    order.truncate(size);
    order
}
