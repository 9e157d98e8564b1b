//! How many ways lead to each state: a hash table for one kind of key.
//!
//! The standard one spends most of its time on a hash that withstands attackers; here keys are our
//! own. Open addressing; the mixing is SplitMix64's.

use std::ops::{Add, Mul};

/// How ways are counted.
pub(super) trait Mass: Copy + Default + Add<Output = Self> + Mul<Output = Self> {
    /// `some` ways out of `all`.
    fn part(some: u128, all: u128) -> Self;
}

/// Every way counts one.
impl Mass for u64 {
    fn part(some: u128, _all: u128) -> Self {
        some as Self
    }
}

/// All ways together count 1.
impl Mass for f64 {
    fn part(some: u128, all: u128) -> Self {
        some as Self / all.max(1) as Self
    }
}

/// No state is written like this.
const FREE: u64 = u64::MAX;

pub(super) struct Table<M> {
    slots: Vec<(u64, M)>,
    len: usize,
    shift: u32,
    /// Of its own for each table: states put in the order of one table into another that hashes
    /// alike would crowd in one corner of it while it grows.
    seed: u64,
}

impl<M: Mass> Table<M> {
    pub(super) fn new(seed: u64) -> Self {
        Self::sized(10, seed)
    }

    fn sized(bits: u32, seed: u64) -> Self {
        Self { slots: vec![(FREE, M::default()); 1 << bits], len: 0, shift: 64 - bits, seed }
    }

    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// Adds many at once. Their slots are looked at first, all together, so that the processor
    /// fetches them from memory side by side: one after the other is three times as slow.
    pub(super) fn add_all(&mut self, many: &mut Vec<(u64, M)>) {
        while (self.len + many.len()) * 4 >= self.slots.len() * 3 {
            let larger = Self::sized(64 - self.shift + 1, self.seed);
            let smaller = std::mem::replace(self, larger);
            for (key, mass) in smaller.slots.into_iter().filter(|(key, _)| *key != FREE) {
                self.put(key, mass);
            }
        }
        let look = |(key, _): &(u64, M)| self.slots.get(self.home(*key)).map_or(0, |slot| slot.0);
        std::hint::black_box(many.iter().map(look).fold(0, |all, key| all ^ key));
        for (key, mass) in many.drain(..) {
            self.put(key, mass);
        }
    }

    fn home(&self, key: u64) -> usize {
        let mut hash = key.wrapping_add(self.seed).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        hash = (hash ^ (hash >> 32)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (hash >> self.shift) as usize
    }

    fn put(&mut self, key: u64, mass: M) {
        let mut at = self.home(key);
        let mask = self.slots.len() - 1;
        while let Some((known, sum)) = self.slots.get_mut(at) {
            if *known == key {
                *sum = *sum + mass;
                return;
            }
            if *known == FREE {
                (*known, *sum) = (key, mass);
                self.len += 1;
                return;
            }
            at = (at + 1) & mask;
        }
    }

    /// The next state from a slot on, with the slot after it.
    pub(super) fn next(&self, from: usize) -> Option<(u64, M, usize)> {
        let rest = self.slots.get(from..)?;
        let found = rest.iter().position(|(key, _)| *key != FREE)?;
        let (key, mass) = rest.get(found)?;
        Some((*key, *mass, from + found + 1))
    }
}
