//! The exact odds: how many ways lead where, question by question.

use super::super::{MAX_PATHS, Quiz};
use super::plan::Plan;
use super::state::{After, Layout, State};
use super::table::{Mass, Table};

/// More states at once than this are given up: two tables of them and one that grows take 160 MB.
const MOST_STATES: usize = 2_000_000;
/// More transitions than this are given up: they take two or three seconds.
const MOST_WORK: u64 = 40_000_000;

/// So many states are put into the table at once.
const BATCH: usize = 128;

/// How far a count has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counted {
    Further,
    All,
    /// It would take too long or too much memory.
    TooMany,
}

/// A count under way, in whole ways or in shares of 1.
pub(super) struct Count<M> {
    plan: Plan,
    layout: Layout,
    step: usize,
    before: Table<M>,
    /// The next slot of `before`.
    slot: usize,
    after: Table<M>,
    /// On their way into `after`.
    reached: Vec<(u64, M)>,
    /// Ways to answer the steps after this one, whatever is said.
    rest: Vec<M>,
    /// Ways to each path.
    pub(super) won: [M; MAX_PATHS],
    /// Ways to a level first place.
    pub(super) ties: M,
    /// Most states at once.
    pub(super) states: usize,
    pub(super) work: u64,
}

impl<M: Mass> Count<M> {
    /// `None` where a state does not fit in a word.
    pub(super) fn new(plan: Plan) -> Option<Self> {
        let layout = Layout::new(&plan)?;
        let mut before = Table::new(0);
        before.add_all(&mut vec![(layout.write(&State::start(&plan)), M::part(1, 1))]);
        let mut rest = vec![M::part(1, 1)];
        for step in plan.steps.iter().rev() {
            let last = rest.last().copied().unwrap_or_default();
            rest.push(last * M::part(step.ways, step.ways));
        }
        rest.pop();
        rest.reverse();
        let won = [M::default(); MAX_PATHS];
        let ties = M::default();
        let after = Table::new(1);
        let reached = Vec::new();
        let (step, slot, states, work) = (0, 0, 1, 0);
        Some(Self {
            plan,
            layout,
            step,
            before,
            slot,
            after,
            reached,
            rest,
            won,
            ties,
            states,
            work,
        })
    }

    /// Steps done, and all of them.
    pub(super) fn progress(&self) -> (usize, usize) {
        (self.step, self.plan.steps.len())
    }

    /// Counts on, for about `budget` transitions.
    pub(super) fn run(&mut self, quiz: &Quiz, budget: u64) -> Counted {
        let until = self.work + budget;
        while let Some(step) = self.plan.steps.get(self.step) {
            let rest = self.rest.get(self.step).copied().unwrap_or_default();
            while let Some((key, mass, next)) = self.before.next(self.slot) {
                if self.work > MOST_WORK || self.after.len() > MOST_STATES {
                    return Counted::TooMany;
                }
                if self.work >= until {
                    return Counted::Further;
                }
                self.slot = next;
                let state = self.layout.read(key);
                let mut reach = |after, mass: M| match after {
                    After::Open(state) => self.reached.push((self.layout.write(&state), mass)),
                    After::Won(path) => {
                        if let Some(slot) = self.won.get_mut(path) {
                            *slot = *slot + mass * rest;
                        }
                    }
                };
                if state.asks(step) {
                    for (effect, ways) in &step.effects {
                        let part = M::part(*ways, step.ways);
                        reach(state.after(&self.plan, step, Some(effect)), mass * part);
                    }
                    self.work += step.effects.len() as u64;
                } else {
                    let all = M::part(step.ways, step.ways);
                    reach(state.after(&self.plan, step, None), mass * all);
                    self.work += 1;
                }
                if self.reached.len() >= BATCH {
                    self.after.add_all(&mut self.reached);
                }
            }
            self.after.add_all(&mut self.reached);
            self.step += 1;
            let seed = (self.step as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            self.before = std::mem::replace(&mut self.after, Table::new(seed));
            self.states = self.states.max(self.before.len());
            self.slot = 0;
        }
        while let Some((key, mass, next)) = self.before.next(self.slot) {
            let (path, tie) = self.layout.read(key).winner(quiz, &self.plan);
            if let Some(slot) = self.won.get_mut(path) {
                *slot = *slot + mass;
            }
            if tie {
                self.ties = self.ties + mass;
            }
            self.slot = next;
        }
        Counted::All
    }
}
