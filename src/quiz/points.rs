//! Points, and the exact numbers they become.

use num_rational::Ratio;
use serde::Serialize;

/// The most paths a quiz can have.
pub const MAX_PATHS: usize = 8;

/// An exact number. Match points, leads and reasons are never rounded before they are compared.
pub type Fraction = Ratio<i64>;

/// What an answer is worth: whole points for each path, and steps of breadth.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Points {
    pub(super) by_path: [i32; MAX_PATHS],
    /// Steps of breadth, for the blended path.
    pub breadth: i32,
}

impl Points {
    /// Points for one path only.
    #[must_use]
    pub fn for_path(path: usize, points: i32) -> Self {
        let mut worth = Self::default();
        if let Some(slot) = worth.by_path.get_mut(path) {
            *slot = points;
        }
        worth
    }

    /// What `path` gets; 0 for a path that does not exist.
    #[must_use]
    pub fn path(&self, path: usize) -> i32 {
        self.by_path.get(path).copied().unwrap_or(0)
    }

    /// Whether it counts for nobody.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        *self == Self::default()
    }

    /// How much it is in all, whichever way it goes.
    #[must_use]
    pub fn size(&self) -> u32 {
        self.by_path.iter().map(|points| points.unsigned_abs()).sum::<u32>()
            + self.breadth.unsigned_abs()
    }

    fn zip(self, other: Self, both: impl Fn(i32, i32) -> i32) -> Self {
        let mut by_path = self.by_path;
        for (mine, theirs) in by_path.iter_mut().zip(other.by_path) {
            *mine = both(*mine, theirs);
        }
        Self { by_path, breadth: both(self.breadth, other.breadth) }
    }
}

impl std::ops::Add for Points {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        self.zip(other, |a, b| a + b)
    }
}

impl std::ops::Sub for Points {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self.zip(other, |a, b| a - b)
    }
}

impl std::iter::Sum for Points {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), std::ops::Add::add)
    }
}

/// The nearest whole number, halves away from zero: for showing, never for comparing.
#[must_use]
pub fn rounded(value: Fraction) -> i64 {
    *value.round().numer()
}

/// A number a reader can check by adding: `9.5`, `14⅔`, `4 6⁄11`; never rounded.
#[must_use]
pub fn exact(value: Fraction) -> String {
    let sign = if value < Fraction::from(0) { "−" } else { "" };
    let (top, bottom) = (value.numer().abs(), *value.denom());
    let (whole, rest) = (top / bottom, top % bottom);
    let tail = match (rest, bottom) {
        (0, _) => String::new(),
        (1, 2) => ".5".into(),
        (1, 3) => "⅓".into(),
        (2, 3) => "⅔".into(),
        (1, 6) => "⅙".into(),
        (5, 6) => "⅚".into(),
        _ => format!("\u{a0}{rest}⁄{bottom}"),
    };
    match (whole, tail.as_str()) {
        (0, "") => "0".into(),
        (0, ".5") => format!("{sign}0.5"),
        (0, tail) => format!("{sign}{}", tail.trim_start_matches('\u{a0}')),
        (whole, tail) => format!("{sign}{whole}{tail}"),
    }
}
