//! How steady a result is: the scoring again and again, with some answers changed at random.

use super::chance::Chance;
use super::points::Points;
use super::question::{rank_points, rating_points};
use super::score::{Tally, places};
use super::sort::sort_short;
use super::{Answer, Answers, Format, Question, Quiz};

/// How many times the scoring is run again.
pub const RUNS: u32 = 1000;
/// One response in this many is replaced, on average.
const ONE_IN: u64 = 10;
/// Fixed, so that a result never changes under a visitor's eyes.
const SEED: u64 = 2026;

/// In how many of [`RUNS`] re-runs the winner stays first when each answered response (a choice,
/// a set of picks, a row's step, an order) is replaced by a random valid one with a chance of
/// one in ten. What is not asked any more after that counts for nobody, as does what is asked only
/// then.
#[must_use]
pub fn stability(quiz: &Quiz, answers: &Answers) -> u32 {
    let answers = &answers.finished(quiz);
    let tally = Tally::of(quiz, answers);
    let winner = tally.standing(quiz).winner;
    let responses = responses(quiz, answers);
    let mut chance = Chance::new(SEED);
    let mut stayed = 0;
    for _ in 0..RUNS {
        let mut run = tally;
        // What is answered in this run, once an answer is replaced that other questions hang on.
        let mut said: Option<Answers> = None;
        for response in &responses {
            if said.as_ref().is_some_and(|said| !said.is_asked(quiz, response.at)) {
                response.take_back(&mut run);
            } else if chance.below(ONE_IN) == 0 {
                let answer = response.replace(quiz, &mut run, &mut chance);
                if response.decides {
                    said = Some(said.as_ref().unwrap_or(answers).with(response.at, answer));
                }
            }
        }
        stayed += u32::from(run.standing(quiz).winner == winner);
    }
    stayed
}

/// One thing said that can be replaced on its own.
struct Response<'a> {
    /// The question's index.
    at: usize,
    question: &'a Question,
    /// The row, in a rating.
    row: Option<usize>,
    now: Points,
    /// Whether its order breaks ties.
    breaks_ties: bool,
    /// Whether other questions are asked or not by it.
    decides: bool,
}

fn responses<'a>(quiz: &'a Quiz, answers: &'a Answers) -> Vec<Response<'a>> {
    let mut responses = Vec::new();
    for (at, question, answer) in answers.all_complete(quiz) {
        let decides = quiz.decides(at);
        if !question.counts() && !decides {
            continue;
        }
        let breaks_ties = quiz.rules.tie_breaker == Some(at);
        let mut push = |row, now| {
            responses.push(Response { at, question, row, now, breaks_ties, decides });
        };
        if let Format::Rating { .. } = question.format {
            for (row, said) in question.said(answer).iter().enumerate() {
                push(Some(row), said.points);
            }
        } else {
            push(None, question.points(answer));
        }
    }
    responses
}

impl Response<'_> {
    /// Replaces it in the tally; gives the new answer where there is one to the whole question.
    fn replace(&self, quiz: &Quiz, run: &mut Tally, chance: &mut Chance) -> Option<Answer> {
        let (points, answer) = match &self.question.format {
            Format::Single { choices } | Format::Scale { choices } => {
                let choice = chance.index(choices.len());
                (choices.get(choice).map(|choice| choice.points), Some(Answer::Choice(choice)))
            }
            Format::Multiple { choices, min, max } => {
                let picks = random_picks(choices.len(), *min, *max, chance);
                let picked = picks.iter().filter_map(|pick| choices.get(*pick));
                let points = picked.map(|choice| choice.points).sum();
                (Some(points), Some(Answer::Picks(picks)))
            }
            Format::Rating { steps, rows, points_per_step } => {
                let step = chance.index(steps.len());
                let row = self.row.and_then(|row| rows.get(row));
                (row.map(|row| rating_points(row, step, *points_per_step)), None)
            }
            Format::Rank { choices, place_points } => {
                let order = chance.order(choices.len());
                let placed = choices.iter().zip(&order);
                let points =
                    placed.map(|(choice, place)| rank_points(choice, *place, place_points)).sum();
                let answer = Answer::Order(order.into_iter().map(Some).collect());
                if self.breaks_ties {
                    run.places = places(quiz, self.at, &answer);
                }
                (Some(points), Some(answer))
            }
        };
        run.points = run.points - self.now + points.unwrap_or(self.now);
        answer
    }

    /// Takes it out of the tally.
    fn take_back(&self, run: &mut Tally) {
        run.points = run.points - self.now;
        if self.row.unwrap_or(0) == 0 {
            run.most -= i64::from(self.question.most);
            run.breadth_most -= i64::from(self.question.breadth_most);
        }
        if self.breaks_ties {
            run.places = Default::default();
        }
    }
}

/// A random set of picks, ascending: first how many, from `min` to `max`, then which.
fn random_picks(len: usize, min: usize, max: usize, chance: &mut Chance) -> Vec<usize> {
    let size = min + chance.index(max.saturating_sub(min) + 1);
    let mut order = chance.order(len);
    order.truncate(size);
    sort_short(&mut order, |pick| *pick);
    order
}
