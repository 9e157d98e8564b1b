//! The work of a proof, in slices.

use std::rc::Rc;

use super::super::{Answers, Fraction, Quiz, recommend, stability};
use super::Proof;
use super::archetype::{Archetype, Reach};
use super::balance::{balance, dominated};
use super::dead::dead;
use super::odds::{Odds, Search};
use super::reading::reading;
use super::sample::{SEED, Visitors};
use super::texts::{longest, texts};

/// So many random visitors are asked how steady their results are.
const VISITORS: usize = 200;
/// So many more are asked where a search finds nobody with a path.
const ASKED: usize = 50_000;

/// What is being worked on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// Counting the ways to each path.
    Counting,
    /// Trying random answers, where there are too many ways to count.
    Sampling,
    /// Looking for the visitor who is most like each path.
    Searching,
    /// Changing some answers of random visitors.
    Shaking,
}

/// How far a proof has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What is being worked on.
    pub task: Task,
    /// How much of it is done.
    pub done: usize,
    /// All of it.
    pub of: usize,
}

/// A proof under way.
///
/// ```
/// # use career_quiz::quiz::{Quiz, SHIPPED, proof::Prover};
/// let mut prover = Prover::new(Quiz::read(SHIPPED)?);
/// let proof = loop {
///     // Some milliseconds; then a page may draw.
///     if let Some(proof) = prover.step(100_000) {
///         break proof;
///     }
/// };
/// assert!(proof.odds.exact());
/// # Ok::<(), career_quiz::quiz::QuizError>(())
/// ```
pub struct Prover {
    quiz: Rc<Quiz>,
    search: Search,
    odds: Option<Odds>,
    archetypes: Vec<Archetype>,
    reach: Vec<Reach>,
    visitors: Visitors,
    stayed: i64,
    shaken: usize,
}

impl Prover {
    /// Begins.
    #[must_use]
    pub fn new(quiz: impl Into<Rc<Quiz>>) -> Self {
        let quiz = quiz.into();
        Self {
            search: Search::new(&quiz),
            quiz,
            odds: None,
            archetypes: Vec::new(),
            reach: Vec::new(),
            visitors: Visitors::new(SEED),
            stayed: 0,
            shaken: 0,
        }
    }

    /// How far it has come.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let (task, (done, of)) = if self.odds.is_none() {
            let task = if self.search.samples() { Task::Sampling } else { Task::Counting };
            (task, self.search.progress())
        } else if self.reach.len() < self.quiz.paths.len() {
            (Task::Searching, (self.reach.len(), self.quiz.paths.len()))
        } else {
            (Task::Shaking, (self.shaken, VISITORS))
        };
        Progress { task, done, of }
    }

    /// Goes on for about `budget` units of work, a million of which take some 50 ms; no less than
    /// the search for one path or the shaking of one visitor, though. Gives the proof when done.
    pub fn step(&mut self, budget: u64) -> Option<Proof> {
        let Some(odds) = &self.odds else {
            self.odds = self.search.run(&self.quiz, budget);
            return None;
        };
        let path = self.reach.len();
        if path < self.quiz.paths.len() {
            let archetype = Archetype::of(&self.quiz, path);
            self.reach.push(reach(&self.quiz, odds, path, &archetype));
            self.archetypes.push(archetype);
            return None;
        }
        // One visitor is answered a thousand times.
        let cost = 1000 * self.quiz.questions.len().max(1) as u64;
        let more = usize::try_from(budget / cost).unwrap_or(usize::MAX).max(1);
        for _ in 0..more.min(VISITORS - self.shaken) {
            let answers = self.visitors.answers(&self.quiz);
            self.stayed += i64::from(stability(&self.quiz, &answers));
            self.shaken += 1;
        }
        (self.shaken == VISITORS).then(|| self.proof(odds.clone()))
    }

    fn proof(&self, odds: Odds) -> Proof {
        let quiz = &*self.quiz;
        let texts = texts(quiz);
        Proof {
            odds,
            reach: self.reach.clone(),
            dominated: dominated(quiz),
            dead: dead(quiz),
            balance: balance(quiz),
            archetypes: self.archetypes.clone(),
            noise: Fraction::new(self.stayed, VISITORS as i64),
            reading: reading(&quiz.lang, &texts),
            longest: longest(&texts),
        }
    }
}

/// Whether a path can be reached: its own visitor, else what was counted, else more visitors.
fn reach(quiz: &Quiz, odds: &Odds, path: usize, archetype: &Archetype) -> Reach {
    if archetype.path == path {
        return Reach::Reached(Some(archetype.answers.clone()));
    }
    let some = odds.ways.get(path).is_some_and(|ways| *ways > 0);
    if !some {
        return if odds.exact() { Reach::Never } else { Reach::NotFound };
    }
    Reach::Reached(anyone(quiz, path))
}

/// The first random visitor who gets a path.
fn anyone(quiz: &Quiz, path: usize) -> Option<Answers> {
    let mut visitors = Visitors::new(SEED);
    let mut answers = std::iter::repeat_with(|| visitors.answers(quiz)).take(ASKED);
    answers.find(|answers| recommend(quiz, answers).path() == path)
}
