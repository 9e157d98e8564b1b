//! How far one question can move one path against another.

use std::cmp::Reverse;

use super::super::Points;
use super::super::question::{Format, Question};
use super::super::sort::sort_short;

impl Question {
    /// The most that any whole answer gives `path` more than `other`; below 0 where every answer
    /// gives it less. Without `other`: the most it gives the path.
    pub(super) fn gain(&self, path: usize, other: Option<usize>) -> i64 {
        let points = |points: &Points| {
            let theirs = other.map_or(0, |other| points.path(other));
            i64::from(points.path(path)) - i64::from(theirs)
        };
        match &self.format {
            Format::Single { choices } | Format::Scale { choices } => {
                choices.iter().map(|choice| points(&choice.points)).max().unwrap_or(0)
            }
            Format::Multiple { choices, min, max } => {
                let mut gains: Vec<_> =
                    choices.iter().map(|choice| points(&choice.points)).collect();
                sort_short(&mut gains, |gain| Reverse(*gain));
                let picked = gains.iter().enumerate().take(*max);
                picked.filter(|(at, gain)| at < min || **gain > 0).map(|(_, gain)| gain).sum()
            }
            Format::Rating { steps, rows, points_per_step } => {
                let most = i64::from(*points_per_step) * (steps.len() as i64 - 1);
                most * rows.iter().filter(|row| row.path == path).count() as i64
            }
            Format::Rank { choices, place_points } => {
                // The path's own choices take the best places, the other's the worst.
                let mut places: Vec<_> = place_points.iter().map(|one| i64::from(*one)).collect();
                sort_short(&mut places, |points| Reverse(*points));
                let of = |path| choices.iter().filter(|choice| choice.path == Some(path)).count();
                let best: i64 = places.iter().take(of(path)).sum();
                let theirs = other.map_or(0, of);
                best - places.iter().rev().take(theirs).sum::<i64>()
            }
        }
    }

    /// The least a whole answer gives the path, as `gain` counts it.
    pub(super) fn least(&self, path: usize, other: usize) -> i64 {
        -self.gain(other, Some(path))
    }
}
