//! The map of the house.
#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod quiz;
