//! Where some visitors stand between two questions: all that the rest can still depend on.

use super::super::score::winner;
use super::super::{Blend, MAX_PATHS, Quiz};
use super::effect::Effect;
use super::plan::{Plan, Step, at};

/// The gap of a path that can no longer catch up.
const OUT: i32 = -1;

/// Only differences are kept, since the same points for every path decide nothing, and only those
/// of paths that can still win: that is what keeps the number of states small.
#[derive(Debug, Clone, Copy)]
pub(super) struct State {
    /// How far each path is behind the leader; [`OUT`] where it can no longer catch up.
    gaps: [i32; MAX_PATHS],
    /// The gates that are still open.
    gates: u64,
    /// The tie breaker's order, counted from 1; 0 while there is none.
    order: u32,
    /// What the blended path stands on; `None` where it can no longer win.
    blended: Option<Blended>,
}

/// What the blended path stands on.
#[derive(Debug, Clone, Copy, Default)]
struct Blended {
    /// The leader's points times the number of other paths, less the others' points.
    ahead: i64,
    breadth: i64,
    /// The paths, as bits, that got all they could: they stand at 100, as a blended path over it.
    full: u32,
    /// Counted only where they differ from visitor to visitor.
    most: i64,
    breadth_most: i64,
}

/// What one thing said leads to.
pub(super) enum After {
    /// This path wins, whatever is said to the rest.
    Won(usize),
    Open(State),
}

impl State {
    pub(super) fn start(plan: &Plan) -> Self {
        let blended = Blended { full: plan.scored, ..Blended::default() };
        let gaps = std::array::from_fn(|path| if plan.scored >> path & 1 == 1 { 0 } else { OUT });
        Self { gaps, gates: plan.gates, order: 0, blended: plan.blend.as_ref().map(|_| blended) }
    }

    pub(super) fn asks(&self, step: &Step) -> bool {
        self.gates & step.needs == step.needs
    }

    /// The state after a step, with what was said, or without where it was not asked.
    pub(super) fn after(&self, plan: &Plan, step: &Step, effect: Option<&Effect>) -> After {
        let nothing = Effect { full: u32::MAX, open: step.unasked, ..Effect::default() };
        let said = effect.unwrap_or(&nothing);
        let mut gaps = [OUT; MAX_PATHS];
        let (mut lead, mut leader) = (i32::MIN, 0);
        let mut given = 0;
        for (path, ((slot, gap), points)) in
            gaps.iter_mut().zip(&self.gaps).zip(&said.points).enumerate()
        {
            given += points;
            if *gap != OUT {
                *slot = points - gap;
                if *slot > lead {
                    (lead, leader) = (*slot, path);
                }
            }
        }
        let mut left = 0;
        for (path, (slot, gap)) in gaps.iter_mut().zip(&self.gaps).enumerate() {
            if *gap == OUT {
                continue;
            }
            *slot = lead - *slot;
            if *slot > step.rest.gain.get(path).map_or(0, |gain| at(gain, leader)) {
                *slot = OUT;
            } else {
                left += 1;
            }
        }
        let blended = self.blended.map(|before| Blended {
            ahead: before.ahead + (plan.others + 1) * i64::from(lead) - i64::from(given),
            breadth: before.breadth + i64::from(said.breadth),
            full: before.full & said.full,
            most: before.most + effect.filter(|_| plan.varies).map_or(0, |_| step.most),
            breadth_most: before.breadth_most
                + effect.filter(|_| plan.varies).map_or(0, |_| step.breadth_most),
        });
        let blended = blended.filter(|now| now.can_win(plan, step));
        if left == 1 && blended.is_none() {
            return After::Won(leader);
        }
        let gates = (self.gates & said.open) & !step.spent;
        let order = if said.order > 0 { said.order } else { self.order };
        After::Open(Self { gaps, gates, order, blended })
    }

    /// The winner after the last step, and whether the first place is level.
    pub(super) fn winner(&self, quiz: &Quiz, plan: &Plan) -> (usize, bool) {
        let mut scaled = [0; MAX_PATHS];
        for (slot, gap) in scaled.iter_mut().zip(&self.gaps) {
            *slot = if *gap == 0 { 1 } else { 0 };
        }
        let level = self.gaps.iter().filter(|gap| **gap == 0).count() > 1;
        let mut tie = level;
        if let (Some(blend), Some(blended)) = (&plan.blend, &self.blended) {
            let above = blended.above(plan, blend).signum();
            let capped = blended.full != 0 && blended.of(plan).0 > 0;
            tie = above == 0 || (above < 0 && level) || (above > 0 && capped);
            if let Some(slot) = scaled.get_mut(blend.path) {
                *slot = 1 + above;
            }
        }
        let top = scaled.iter().zip(&self.gaps).position(|(_, gap)| *gap == 0).unwrap_or(0);
        let order = (self.order as usize).checked_sub(1).and_then(|at| plan.orders.get(at));
        (winner(quiz, &scaled, top, order.unwrap_or(&[0; MAX_PATHS])), tie)
    }
}

impl Blended {
    /// Whether it can still reach the leader.
    fn can_win(&self, plan: &Plan, step: &Step) -> bool {
        let Some(blend) = &plan.blend else {
            return false;
        };
        let ahead = self.ahead - step.rest.fall;
        if plan.varies {
            // All the breadth there is, on all the points there are.
            let most = plan.most.max(1) * (blend.base + blend.per_breadth * blend.breadth_max);
            return 100 * plan.unit * ahead <= plan.others * most.max(0);
        }
        let breadth = self.breadth + step.rest.breadth;
        above(plan, blend, ahead, breadth, (plan.most, plan.breadth_most)) >= 0
    }

    fn above(&self, plan: &Plan, blend: &Blend) -> i64 {
        above(plan, blend, self.ahead, self.breadth, self.of(plan))
    }

    /// The most points and breadth there were.
    fn of(&self, plan: &Plan) -> (i64, i64) {
        if plan.varies { (self.most, self.breadth_most) } else { (plan.most, plan.breadth_most) }
    }
}

/// How far the blended path is above the leader, on some scale; `Tally::standing` in differences.
fn above(plan: &Plan, blend: &Blend, ahead: i64, breadth: i64, of: (i64, i64)) -> i64 {
    let (most, breadth_most) = of;
    let (breadth, breadth_most) = if breadth_most == 0 { (1, 2) } else { (breadth, breadth_most) };
    let with_breadth = blend.base * breadth_most + blend.per_breadth * blend.breadth_max * breadth;
    plan.others * most.max(1) * with_breadth - 100 * plan.unit * ahead * breadth_most
}

/// How a state is written in one word, so that equal states meet.
pub(super) struct Layout {
    paths: Vec<usize>,
    gap: u32,
    gates: u32,
    order: u32,
    /// Bits for `ahead`, `breadth`, `full`, `most` and `breadth_most`; `None` without a blend.
    blended: Option<[u32; 5]>,
}

impl Layout {
    /// `None` where a state does not fit.
    pub(super) fn new(plan: &Plan) -> Option<Self> {
        let bits = |most: i64| 64 - most.max(0).leading_zeros();
        let total: i64 = plan.most / plan.unit.max(1) + 1;
        let varying = |most: i64| if plan.varies { bits(most) } else { 0 };
        let layout = Self {
            paths: plan.paths().collect(),
            // One more than fits, for paths that are out.
            gap: bits(total + 1),
            gates: 64 - plan.gates.leading_zeros(),
            order: bits(plan.orders.len() as i64),
            blended: plan.blend.as_ref().map(|_| {
                [
                    bits((plan.others + 1) * total),
                    bits(plan.breadth_most),
                    MAX_PATHS as u32,
                    varying(plan.most),
                    varying(plan.breadth_most),
                ]
            }),
        };
        let blended = layout.blended.map_or(0, |bits| 1 + bits.iter().sum::<u32>());
        let width = layout.gap * layout.paths.len() as u32 + layout.gates + layout.order + blended;
        // The word with every bit set stands for no state.
        (width < 64).then_some(layout)
    }

    pub(super) fn write(&self, state: &State) -> u64 {
        let mut word = 0;
        let mut put = |value: u64, bits: u32| word = word << bits | value;
        let out = (1 << self.gap) - 1;
        for path in &self.paths {
            let gap = at(&state.gaps, *path);
            put(if gap == OUT { out } else { gap as u64 }, self.gap);
        }
        put(state.gates, self.gates);
        put(state.order.into(), self.order);
        if let Some(bits) = &self.blended {
            let now = state.blended.unwrap_or_default();
            let values = [now.ahead, now.breadth, now.full.into(), now.most, now.breadth_most];
            for (value, bits) in values.into_iter().zip(bits) {
                put(value as u64, *bits);
            }
            put(state.blended.is_some().into(), 1);
        }
        word
    }

    pub(super) fn read(&self, mut word: u64) -> State {
        let mut take = |bits: u32| {
            let value = word & ((1 << bits) - 1);
            word >>= bits;
            value
        };
        let mut blended = None;
        if let Some(bits) = &self.blended {
            let can_win = take(1) == 1;
            let mut values = bits.iter().rev().map(|bits| take(*bits) as i64);
            let mut next = || values.next().unwrap_or(0);
            let (breadth_most, most, full) = (next(), next(), next() as u32);
            let (breadth, ahead) = (next(), next());
            blended = can_win.then_some(Blended { ahead, breadth, full, most, breadth_most });
        }
        let order = take(self.order) as u32;
        let gates = take(self.gates);
        let mut gaps = [OUT; MAX_PATHS];
        let out = (1 << self.gap) - 1;
        for path in self.paths.iter().rev() {
            let gap = take(self.gap);
            if let Some(slot) = gaps.get_mut(*path).filter(|_| gap != out) {
                *slot = gap as i32;
            }
        }
        State { gaps, gates, order, blended }
    }
}
