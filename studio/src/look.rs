//! The look of the quiz: its public tokens, the CSS to copy, and whether it can be read.

use std::collections::BTreeMap;

/// A colour of the quiz, with what it is where nobody sets it.
pub(crate) struct Colour {
    /// After `--career-quiz-`.
    pub(crate) token: &'static str,
    /// What it colours.
    pub(crate) label: &'static str,
    /// In light and in dark.
    pub(crate) usual: [&'static str; 2],
}

const fn colour(
    token: &'static str,
    label: &'static str,
    light: &'static str,
    dark: &'static str,
) -> Colour {
    Colour { token, label, usual: [light, dark] }
}

/// All colours but the accent, which the others derive from.
pub(crate) const COLOURS: [Colour; 15] = [
    colour("ink", "Text", "#0e1c17", "#e9f0ee"),
    colour("soft", "Secondary text", "#3c4844", "#c3cdc9"),
    colour("surface", "The plate behind the quiz", "#f0f5f3", "#181f1c"),
    colour("card", "Choices and boxes", "#ffffff", "#0c1210"),
    colour("line", "Hairlines", "#cbd3d0", "#373f3c"),
    colour("edge", "Borders of what can be pressed", "#6b7c76", "#80918b"),
    colour("strong", "Buttons, links and what is chosen", "#00503d", "#a2e1cc"),
    colour("on-strong", "Text on those", "#ffffff", "#091310"),
    colour("tint", "A chosen card", "#e1f3ed", "#1b332c"),
    colour("error", "What is missing or wrong", "#94020d", "#ffb2a7"),
    colour("focus", "The ring around what has the focus", "#0e1c17", "#e9f0ee"),
    colour("circle", "Paths with a circle", "#0d6abb", "#66b2f2"),
    colour("square", "Paths with a square", "#871459", "#e57db1"),
    colour("triangle", "Paths with a triangle", "#be7c09", "#eec96c"),
    colour("diamond", "Paths with a diamond", "#222826", "#f2f6f5"),
];

/// The accent where nobody sets one.
pub(crate) const ACCENT: &str = "#005c47";

/// The ready looks: a name, and the style sheet.
pub(crate) const THEMES: [(&str, &str); 3] = [
    ("Plain", include_str!("../../themes/plain.css")),
    ("Editorial", include_str!("../../themes/editorial.css")),
    ("Playful", include_str!("../../themes/playful.css")),
];

/// Typefaces to choose from, as every device has them.
pub(crate) const FONTS: [(&str, &str); 5] = [
    ("", "The page’s own"),
    ("system-ui, sans-serif", "Sans serif"),
    ("Georgia, \"Times New Roman\", serif", "Serif"),
    ("ui-rounded, \"SF Pro Rounded\", Nunito, system-ui, sans-serif", "Rounded"),
    ("ui-monospace, \"SF Mono\", Consolas, monospace", "Typewriter"),
];

/// Text on its ground: both tokens, and what they are.
const PAIRS: [(&str, &str, &str); 6] = [
    ("ink", "surface", "Text on the plate"),
    ("ink", "card", "Text on choices"),
    ("soft", "surface", "Secondary text on the plate"),
    ("ink", "tint", "Text on a chosen card"),
    ("strong", "surface", "Links on the plate"),
    ("on-strong", "strong", "Text on buttons"),
];
/// The least contrast of text (WCAG 2.2, level AA).
const LEAST: f64 = 4.5;

/// What an author set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Look {
    /// Which of [`THEMES`] it starts from.
    pub(crate) theme: Option<usize>,
    /// By token: a colour in light and in dark, or another value twice.
    set: BTreeMap<&'static str, [String; 2]>,
}

impl Look {
    /// The ready look as it comes, or the quiz's own.
    pub(crate) fn starting(theme: Option<usize>) -> Self {
        Self { theme, set: BTreeMap::new() }
    }

    /// Sets a token to one value; the empty one takes it back.
    pub(crate) fn set(&mut self, token: &'static str, value: &str) {
        if value.is_empty() {
            self.set.remove(token);
        } else {
            self.set.insert(token, [value.to_owned(), value.to_owned()]);
        }
    }

    /// Sets a colour in one scheme: 0 for light, 1 for dark.
    pub(crate) fn set_in(&mut self, colour: &Colour, scheme: usize, value: &str) {
        let mut both = [0, 1].map(|scheme| self.colour(colour, scheme));
        if let Some(slot) = both.get_mut(scheme) {
            *slot = value.to_owned();
        }
        self.set.insert(colour.token, both);
    }

    /// What a token was set to.
    pub(crate) fn get(&self, token: &str) -> Option<&str> {
        self.set.get(token).and_then(|both| both.first()).map(String::as_str)
    }

    /// A colour as it shows: as set, else the ready look's, else the usual one.
    pub(crate) fn colour(&self, colour: &Colour, scheme: usize) -> String {
        let set = self.set.get(colour.token).and_then(|both| both.get(scheme)).cloned();
        let themed = || self.themed(colour.token).and_then(|value| in_scheme(value, scheme));
        let usual = || colour.usual.get(scheme).copied().unwrap_or_default().to_owned();
        set.or_else(themed).unwrap_or_else(usual)
    }

    /// The accent as it shows; where a ready look writes it in another way than a field of the page
    /// can show, what is drawn in it.
    pub(crate) fn accent(&self) -> String {
        let drawn = ["accent", "strong"].into_iter();
        let themed = || drawn.filter_map(|token| in_scheme(self.themed(token)?, 0)).next();
        self.get("accent").map(ToOwned::to_owned).or_else(themed).unwrap_or_else(|| ACCENT.into())
    }

    /// A measure in em as it shows; `usual` where nobody sets it.
    pub(crate) fn measure(&self, token: &str, usual: &str) -> String {
        let value = self.get(token).or_else(|| self.themed(token)).unwrap_or(usual);
        value.trim_end_matches(|letter: char| letter.is_ascii_alphabetic()).to_owned()
    }

    fn themed(&self, token: &str) -> Option<&'static str> {
        let (_, css) = THEMES.get(self.theme?)?;
        let (_, rest) = css.split_once(&format!("--career-quiz-{token}:"))?;
        rest.split_once(';').map(|(value, _)| value.trim())
    }

    /// The CSS to put into the page; empty where nothing was set.
    pub(crate) fn css(&self) -> String {
        let mut css =
            self.theme.and_then(|at| THEMES.get(at)).map_or("", |(_, css)| css).to_owned();
        if self.set.is_empty() {
            return css;
        }
        if !css.is_empty() {
            css.push('\n');
        }
        css.push_str("career-quiz {\n");
        for (token, [light, dark]) in &self.set {
            let value =
                if light == dark { light.clone() } else { format!("light-dark({light}, {dark})") };
            css.push_str(&format!("  --career-quiz-{token}: {value};\n"));
        }
        css.push_str("}\n");
        css
    }

    /// Texts that are hard to read on their ground, a sentence each.
    pub(crate) fn warnings(&self) -> Vec<String> {
        let find = |token| COLOURS.iter().find(|one| one.token == token);
        let mut warnings = Vec::new();
        for (scheme, name) in ["light", "dark"].into_iter().enumerate() {
            for (text, ground, what) in PAIRS {
                let shown = |token| find(token).map(|one| self.colour(one, scheme));
                let (Some(text), Some(ground)) = (shown(text), shown(ground)) else { continue };
                let contrast = contrast(&text, &ground);
                if let Some(contrast) = contrast.filter(|contrast| *contrast < LEAST) {
                    warnings.push(format!(
                        "{what} has a contrast of {contrast:.1} in {name}. Readers need {LEAST}."
                    ));
                }
            }
        }
        warnings
    }
}

/// A colour in hex as it is in a scheme; `None` where it is written in another way.
fn in_scheme(value: &str, scheme: usize) -> Option<String> {
    let inside = value.strip_prefix("light-dark(").and_then(|rest| rest.strip_suffix(')'));
    let one = match inside {
        Some(both) => both.split(',').nth(scheme)?.trim(),
        None => value,
    };
    let digits = one.strip_prefix('#')?;
    match digits.len() {
        3 => Some(digits.chars().fold("#".to_owned(), |hex, digit| format!("{hex}{digit}{digit}"))),
        6 => Some(one.to_owned()),
        _ => None,
    }
}

/// The contrast of two colours in hex (WCAG 2.2).
fn contrast(one: &str, other: &str) -> Option<f64> {
    let (one, other) = (luminance(one)?, luminance(other)?);
    Some((one.max(other) + 0.05) / (one.min(other) + 0.05))
}

fn luminance(hex: &str) -> Option<f64> {
    let digits = hex.strip_prefix('#')?;
    let channel = |from: usize| {
        let value = u8::from_str_radix(digits.get(from..from + 2)?, 16).ok()?;
        let value = f64::from(value) / 255.0;
        Some(if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) })
    };
    Some(0.2126 * channel(0)? + 0.7152 * channel(2)? + 0.0722 * channel(4)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(token: &str) -> &'static Colour {
        COLOURS.iter().find(|one| one.token == token).unwrap()
    }

    #[test]
    fn nothing_set_is_no_css_and_no_ready_look_is_hard_to_read() {
        assert_eq!(Look::default().css(), "");
        for theme in [None, Some(0), Some(1), Some(2)] {
            assert_eq!(Look::starting(theme).warnings(), Vec::<String>::new(), "{theme:?}");
        }
    }

    #[test]
    fn a_colour_set_in_one_scheme_keeps_the_other() {
        let mut look = Look::default();
        look.set_in(named("ink"), 0, "#112233");
        assert!(
            look.css().contains("--career-quiz-ink: light-dark(#112233, #e9f0ee);"),
            "{}",
            look.css()
        );
    }

    #[test]
    fn grey_text_on_grey_is_told_of() {
        let mut look = Look::default();
        look.set_in(named("ink"), 0, "#aaaaaa");
        assert!(
            look.warnings()[0].contains("Text on the plate has a contrast of 2.1 in light"),
            "{:?}",
            look.warnings()
        );
    }

    #[test]
    fn black_on_white_is_21() {
        assert!((contrast("#000000", "#ffffff").unwrap() - 21.0).abs() < 1e-9);
    }
}
