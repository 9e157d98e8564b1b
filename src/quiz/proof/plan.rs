//! In what order the questions are counted, and how much those still to come can change.

use std::collections::BTreeMap;

use super::super::{Blend, MAX_PATHS, Question, Quiz};
use super::effect::{Effect, parts};

/// One thing said: a question, or a row of a rating.
pub(super) struct Step {
    /// The gates, as bits, that must be open for it to be asked.
    pub(super) needs: u64,
    pub(super) effects: Vec<(Effect, u128)>,
    /// All ways to say it.
    pub(super) ways: u128,
    /// The gates left open where it is not asked.
    pub(super) unasked: u64,
    /// What its question adds to the most that could have been got, once.
    pub(super) most: i64,
    pub(super) breadth_most: i64,
    /// Gates that no later step needs; they are forgotten after it.
    pub(super) spent: u64,
    /// What the steps after it can still do.
    pub(super) rest: Rest,
}

/// What some steps can do at most.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Rest {
    /// How far a path can gain on another.
    pub(super) gain: [[i32; MAX_PATHS]; MAX_PATHS],
    /// How far [`State::ahead`](super::state::State) can fall.
    pub(super) fall: i64,
    pub(super) breadth: i64,
}

/// What is counted, step by step. Points are in units of the largest number that divides them all.
pub(super) struct Plan {
    pub(super) steps: Vec<Step>,
    /// The paths with points of their own, as bits.
    pub(super) scored: u32,
    pub(super) others: i64,
    pub(super) blend: Option<Blend>,
    /// Points of one unit.
    pub(super) unit: i64,
    /// The most points and breadth of all questions together.
    pub(super) most: i64,
    pub(super) breadth_most: i64,
    /// Whether these two differ from visitor to visitor, and matter.
    pub(super) varies: bool,
    pub(super) gates: u64,
    /// The orders of the tie breaker: each path's place.
    pub(super) orders: Vec<[u8; MAX_PATHS]>,
}

impl Plan {
    /// `None` where a question has too many different answers to be counted.
    pub(super) fn new(quiz: &Quiz) -> Option<Self> {
        let (needs, conditions) = gates(quiz);
        if conditions.len() > 64 {
            return None;
        }
        let gates = (0..conditions.len()).fold(0, |bits, gate| bits | 1_u64 << gate);
        let mut orders = BTreeMap::new();
        let mut steps = Vec::new();
        for at in order(quiz) {
            let Some(question) = quiz.questions.get(at) else { continue };
            let opens = |said: u64| open(&conditions, at, said);
            let asked_of = opens(0) != gates;
            if !question.counts() && !asked_of {
                continue;
            }
            let needs = needs.get(at).copied().unwrap_or(0);
            for (part, effects) in
                parts(quiz, at, question, &opens, &mut orders)?.into_iter().enumerate()
            {
                let once = |most: i32| if part == 0 { i64::from(most) } else { 0 };
                steps.push(Step {
                    needs,
                    ways: effects.values().try_fold(0_u128, |sum, ways| sum.checked_add(*ways))?,
                    effects: effects.into_iter().collect(),
                    unasked: opens(0),
                    most: once(question.most),
                    breadth_most: once(question.breadth_most),
                    spent: 0,
                    rest: Rest::default(),
                });
            }
        }
        let sum = |each: &dyn Fn(&Question) -> i32| -> i64 {
            quiz.questions.iter().map(|question| i64::from(each(question))).sum()
        };
        let branches = quiz.questions.iter().any(|one| one.counts() && !one.show_if.is_empty());
        let mut by_place: Vec<_> = orders.into_iter().collect();
        by_place.sort_by_key(|(_, at)| *at);
        let mut plan = Self {
            steps,
            scored: quiz.scored_paths().fold(0, |bits, path| bits | 1 << path),
            others: quiz.others(),
            blend: quiz.blend.clone(),
            unit: 1,
            most: sum(&|question| question.most),
            breadth_most: sum(&|question| question.breadth_most),
            varies: branches && quiz.blend.is_some(),
            gates,
            orders: by_place.into_iter().map(|(places, _)| places).collect(),
        };
        plan.use_largest_unit();
        plan.look_ahead();
        Some(plan)
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = usize> + Clone + use<> {
        let scored = self.scored;
        (0..MAX_PATHS).filter(move |path| scored >> path & 1 == 1)
    }

    fn use_largest_unit(&mut self) {
        let effects = || self.steps.iter().flat_map(|step| &step.effects);
        let all = effects().flat_map(|(effect, _)| effect.points);
        let unit = all.fold(0, divisor).max(1);
        self.unit = unit.into();
        for step in &mut self.steps {
            for (effect, _) in &mut step.effects {
                effect.points = effect.points.map(|points| points / unit);
            }
        }
    }

    /// From the last step to the first: what is still to come.
    fn look_ahead(&mut self) {
        let (paths, factor) = (self.paths(), self.others as i32 + 1);
        let mut rest = Rest::default();
        let mut needed = 0;
        for step in self.steps.iter_mut().rev() {
            step.rest = rest;
            step.spent = !needed;
            needed |= step.needs;
            // Where it may not be asked, doing nothing is one of the things it can do.
            let least = if step.needs == 0 { i32::MIN } else { 0 };
            let most = |of: &dyn Fn(&Effect) -> i32| {
                step.effects.iter().map(|(effect, _)| of(effect)).fold(least, i32::max)
            };
            for path in paths.clone() {
                for other in paths.clone() {
                    let gain = most(&|effect| at(&effect.points, path) - at(&effect.points, other));
                    if let Some(slot) = rest.gain.get_mut(path).and_then(|one| one.get_mut(other)) {
                        *slot += gain;
                    }
                }
            }
            let fall = most(&|effect| {
                let each = paths.clone().map(|path| at(&effect.points, path));
                each.clone().sum::<i32>() - factor * each.min().unwrap_or(0)
            });
            rest.fall += i64::from(fall);
            rest.breadth += i64::from(most(&|effect| effect.breadth));
        }
    }
}

/// One path's number.
pub(super) fn at(by_path: &[i32; MAX_PATHS], path: usize) -> i32 {
    by_path.get(path).copied().unwrap_or(0)
}

/// The greatest common divisor.
fn divisor(a: i32, b: i32) -> i32 {
    if b == 0 { a } else { divisor(b, a % b) }
}

/// A gate is a set of conditions that open it together, each about another question.
type Gate = Vec<(usize, u64)>;

/// The gates each question stands behind, and what opens each gate.
fn gates(quiz: &Quiz) -> (Vec<u64>, Vec<Gate>) {
    let mut gates: Vec<Gate> = Vec::new();
    let mut needs = Vec::new();
    for question in &quiz.questions {
        // Two conditions about one question stand in two gates: one set of picks must meet both.
        let mut own: Vec<Gate> = Vec::new();
        for condition in &question.show_if {
            let choices = super::gate::bits(condition.choices.iter().copied());
            let about = condition.question;
            match own.iter_mut().find(|gate| gate.iter().all(|(other, _)| *other != about)) {
                Some(gate) => gate.push((about, choices)),
                None => own.push(vec![(about, choices)]),
            }
        }
        let mut needed = 0;
        for gate in own {
            let known = gates.iter().position(|one| *one == gate).unwrap_or_else(|| {
                gates.push(gate);
                gates.len() - 1
            });
            needed |= 1_u64.checked_shl(known as u32).unwrap_or(0);
        }
        needs.push(needed);
    }
    (needs, gates)
}

/// The gates that are still open after some choices of a question.
fn open(gates: &[Gate], question: usize, said: u64) -> u64 {
    let open =
        |gate: &Gate| gate.iter().all(|(about, choices)| *about != question || choices & said != 0);
    let gates = gates.iter().enumerate().filter(|(_, gate)| open(gate));
    gates.fold(0, |bits, (at, _)| bits | 1_u64.checked_shl(at as u32).unwrap_or(0))
}

/// Questions that depend on each other first, in the quiz's order, so that what they depend on is
/// soon forgotten; then those that move most, so that soon little is left that could still turn a
/// result; the tie breaker last, so that its order is not carried along.
fn order(quiz: &Quiz) -> Vec<usize> {
    let count = quiz.questions.len();
    let mut cluster: Vec<_> = (0..count).collect();
    for (at, question) in quiz.questions.iter().enumerate() {
        for condition in &question.show_if {
            let label = |at: usize| cluster.get(at).copied().unwrap_or(at);
            let (one, other) = (label(at), label(condition.question));
            for slot in cluster.iter_mut().filter(|slot| **slot == one || **slot == other) {
                *slot = one.min(other);
            }
        }
    }
    let key = |at: &usize| {
        let label = cluster.get(*at).copied();
        let alone = cluster.iter().filter(|other| Some(**other) == label).count() == 1;
        let swing = quiz.questions.get(*at).map_or(0, |one| one.most.max(one.breadth_most));
        if !alone {
            return (0, label.unwrap_or(0), *at);
        }
        let last = quiz.rules.tie_breaker == Some(*at);
        (1 + usize::from(last), usize::MAX - swing.max(0) as usize, *at)
    };
    let mut order: Vec<_> = (0..count).collect();
    order.sort_by_key(key);
    order
}
