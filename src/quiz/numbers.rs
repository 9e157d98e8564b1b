//! How a language writes numbers, and which words go with them.

use super::points::{Fraction, exact};
use super::template::{fill, joined};

/// How a language writes numbers. English, unless the browser says otherwise.
#[derive(Debug, Clone)]
pub struct Numbers {
    /// BCP 47 tag of the language.
    pub lang: String,
    /// A percentage, with `{n}` for its number.
    pub percent: String,
    /// What divides whole numbers from tenths.
    pub decimal: String,
    /// The plural category (zero, one, two, few, many, other; Unicode CLDR) of a number in a language,
    /// given in digits.
    pub plural: fn(lang: &str, number: &str) -> String,
    /// Numbers are held together where text runs from right to left: `−2` would read `2−` there.
    pub isolated: bool,
}

impl Default for Numbers {
    fn default() -> Self {
        Self {
            lang: "en".to_owned(),
            percent: "{n}%".to_owned(),
            decimal: ".".to_owned(),
            plural: |_, number| if number == "1" { "one" } else { "other" }.to_owned(),
            isolated: false,
        }
    }
}

impl Numbers {
    /// A number that a reader can check by adding: see [`exact`].
    #[must_use]
    pub fn exact(&self, value: Fraction) -> String {
        self.held(exact(value).replace('.', &self.decimal))
    }

    /// [`Numbers::exact`] with a plus before what is above zero.
    #[must_use]
    pub fn signed(&self, value: Fraction) -> String {
        let plus = if value > Fraction::from(0) { "+" } else { "" };
        self.held(format!("{plus}{}", exact(value).replace('.', &self.decimal)))
    }

    /// A percentage in whole numbers.
    #[must_use]
    pub fn percent(&self, value: i64) -> String {
        self.of_hundred(&value.to_string())
    }

    /// An exact percentage.
    #[must_use]
    pub fn exact_percent(&self, value: Fraction) -> String {
        self.of_hundred(&exact(value).replace('.', &self.decimal))
    }

    fn of_hundred(&self, number: &str) -> String {
        self.held(joined(&fill(&self.percent, &[("n", number)], &|_| String::new())))
    }

    /// A left-to-right mark on each side makes the signs between them run that way (UAX #9).
    fn held(&self, number: String) -> String {
        if self.isolated { format!("\u{200e}{number}\u{200e}") } else { number }
    }
}
