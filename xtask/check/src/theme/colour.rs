//! Colours as CSS writes them (CSS Color 4 and 5: <https://www.w3.org/TR/css-color-5/>).
//!
//! What a channel is and how spaces turn into each other is the crate `color`'s; the syntax around
//! it, with `light-dark()`, `color-mix()` and relative colours, is read here.

use color::{ColorSpaceTag, DynamicColor, Flags, HueDirection};
use cssparser::color::{parse_hash_color, parse_named_color};
use cssparser::{ParseError, Parser, Token};

use super::channels::{channels, predefined, space_of};
use super::contrast::Rgba;
use super::fault::{Fault, Parsed, invalid, not_computed, whole};
use super::math::{Kind, quantity};

/// Light or dark, as `color-scheme` has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scheme {
    Light,
    Dark,
}

/// What a colour may depend on, besides its text.
#[derive(Clone, Copy)]
pub(crate) struct Surroundings {
    pub(crate) scheme: Scheme,
    /// What `currentcolor` is, where that is known.
    pub(crate) current: Option<Rgba>,
}

/// The colour a text without `var()` stands for.
pub(crate) fn read(text: &str, around: Surroundings) -> Result<DynamicColor, Fault> {
    whole(text, |input| colour(input, around))
}

impl Rgba {
    fn dynamic(self) -> DynamicColor {
        let [red, green, blue] = self.rgb;
        plain(ColorSpaceTag::Srgb, [red, green, blue, self.alpha])
    }
}

fn plain(cs: ColorSpaceTag, components: [f32; 4]) -> DynamicColor {
    DynamicColor { cs, flags: Flags::default(), components }
}

/// What a page without a background is drawn on. Dark is Chromium's; Firefox and Safari have
/// #1c1b22 and #1e1e1e.
pub(crate) fn canvas(scheme: Scheme) -> Rgba {
    match scheme {
        Scheme::Light => Rgba::opaque(255, 255, 255),
        Scheme::Dark => Rgba::opaque(0x12, 0x12, 0x12),
    }
}

/// The text of a page that sets none.
pub(crate) fn canvas_text(scheme: Scheme) -> Rgba {
    match scheme {
        Scheme::Light => Rgba::opaque(0, 0, 0),
        Scheme::Dark => Rgba::opaque(255, 255, 255),
    }
}

pub(super) fn colour(input: &mut Parser, around: Surroundings) -> Parsed<DynamicColor> {
    match input.next()?.clone() {
        Token::Hash(digits) | Token::IDHash(digits) => match parse_hash_color(digits.as_bytes()) {
            Ok((red, green, blue, alpha)) => {
                Ok(Rgba { alpha, ..Rgba::opaque(red, green, blue) }.dynamic())
            }
            Err(()) => invalid(format!("#{digits} has neither 3, 4, 6 nor 8 hex digits")),
        },
        Token::Ident(word) => word_colour(&word.to_ascii_lowercase(), around),
        Token::Function(name) => {
            let name = name.to_ascii_lowercase();
            input.parse_nested_block(|input| function(&name, input, around))
        }
        Token::UnquotedUrl(_) => not_computed("a picture"),
        _ => Err(ParseError::unexpected_token()),
    }
}

/// System colours are each browser's own, but for the two every page is drawn with.
const SYSTEM: [&str; 16] = [
    "accentcolor",
    "accentcolortext",
    "activetext",
    "buttonborder",
    "buttonface",
    "buttontext",
    "field",
    "fieldtext",
    "graytext",
    "highlight",
    "highlighttext",
    "linktext",
    "mark",
    "marktext",
    "selecteditem",
    "visitedtext",
];

fn word_colour(word: &str, around: Surroundings) -> Parsed<DynamicColor> {
    match word {
        "transparent" => Ok(plain(ColorSpaceTag::Srgb, [0.0; 4])),
        "currentcolor" => around
            .current
            .map_or_else(|| not_computed("`currentcolor` in itself"), |one| Ok(one.dynamic())),
        "canvas" => Ok(canvas(around.scheme).dynamic()),
        "canvastext" => Ok(canvas_text(around.scheme).dynamic()),
        _ if SYSTEM.contains(&word) => {
            not_computed(format!("`{word}` is another colour in each browser"))
        }
        _ => match parse_named_color(word) {
            Ok((red, green, blue)) => Ok(Rgba::opaque(red, green, blue).dynamic()),
            Err(()) => invalid(format!("CSS has no colour named `{word}`")),
        },
    }
}

fn function(name: &str, input: &mut Parser, around: Surroundings) -> Parsed<DynamicColor> {
    match name {
        "light-dark" => {
            let light = colour(input, around)?;
            input.expect_comma()?;
            let dark = colour(input, around)?;
            Ok(if around.scheme == Scheme::Light { light } else { dark })
        }
        "color-mix" => mix(input, around),
        "contrast-color" | "device-cmyk" | "alpha" | "color-layers" | "env" | "attr" | "if" => {
            not_computed(format!("`{name}()`"))
        }
        "url" | "image-set" => not_computed("a picture"),
        _ if name.ends_with("gradient") => not_computed(format!("`{name}()`")),
        _ => channels(name, input, around),
    }
}

/// `color-mix(in SPACE, A p%, B q%)`: CSS Color 5 § 3.
fn mix(input: &mut Parser, around: Surroundings) -> Parsed<DynamicColor> {
    input.expect_ident_matching("in")?;
    let name = input.expect_ident_cloned()?.to_ascii_lowercase();
    let known = predefined(&name).or_else(|| space_of(&name));
    let Some((cs, ..)) = known.filter(|_| !matches!(name.as_str(), "rgb" | "rgba" | "hsla")) else {
        return not_computed(format!("`color-mix(in {name}, …)`"));
    };
    let direction = input.try_parse(|input| {
        let word = input.expect_ident_cloned()?.to_ascii_lowercase();
        input.expect_ident_matching("hue")?;
        match word.as_str() {
            "shorter" => Ok(HueDirection::Shorter),
            "longer" => Ok(HueDirection::Longer),
            "increasing" => Ok(HueDirection::Increasing),
            "decreasing" => Ok(HueDirection::Decreasing),
            _ => Err(ParseError::<Fault>::unexpected_token()),
        }
    });
    input.expect_comma()?;
    let (one, first) = share(input, around)?;
    input.expect_comma()?;
    let (other, second) = share(input, around)?;
    if !input.is_exhausted() {
        return not_computed("`color-mix()` of more than two");
    }
    let (first, second) = match (first, second) {
        (None, None) => (0.5, 0.5),
        (Some(first), None) => (first, 1.0 - first),
        (None, Some(second)) => (1.0 - second, second),
        (Some(first), Some(second)) => (first, second),
    };
    let total = first + second;
    if total <= 0.0 {
        return invalid("`color-mix()` takes nothing of either colour");
    }
    let mixed = one.interpolate(other, cs, direction.unwrap_or_default()).eval(second / total);
    // Shares that come to less than a whole leave the rest clear.
    Ok(if total < 1.0 { mixed.multiply_alpha(total) } else { mixed })
}

/// A colour of a mix and how much of it, which may stand on either side.
fn share(input: &mut Parser, around: Surroundings) -> Parsed<(DynamicColor, Option<f32>)> {
    fn percent(input: &mut Parser) -> Parsed<f32> {
        match quantity(input, &[])? {
            Some(found) if found.kind == Kind::Percent && (0.0..=1.0).contains(&found.amount) => {
                Ok(found.amount)
            }
            _ => invalid("a share of `color-mix()` is a percentage from 0 to 100"),
        }
    }
    let before = input.try_parse(percent).ok();
    let colour = colour(input, around)?;
    let share = match before {
        Some(share) => Some(share),
        None => input.try_parse(percent).ok(),
    };
    Ok((colour, share))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str) -> Result<Rgba, Fault> {
        let current = Some(Rgba::opaque(1, 2, 3));
        read(text, Surroundings { scheme: Scheme::Light, current }).map(Rgba::drawn)
    }

    #[test]
    fn every_way_to_write_a_colour_gives_what_is_published_for_it() {
        // The values of CSS Color 4 and of web-platform-tests/css/css-color; those of mixes and of
        // what is outside of sRGB as Chromium 156 draws them.
        for (text, hex) in [
            ("#abc", "#aabbcc"),
            ("#aabbcc80", "#aabbcc 50%"),
            ("RebeccaPurple", "#663399"),
            ("rgb(255 0 51)", "#ff0033"),
            ("rgba(255, 0, 51, .5)", "#ff0033 50%"),
            ("rgb(100% 0% 20% / 50%)", "#ff0033 50%"),
            ("hsl(120 100% 25%)", "#008000"),
            ("hsl(0.5turn, 100%, 50%)", "#00ffff"),
            ("hwb(120 20% 40%)", "#339933"),
            ("lab(46.2775% -47.5621 48.5837)", "#008000"),
            ("lch(46.2775% 67.9892 134.3912)", "#008000"),
            ("oklab(51.975% -0.1403 0.10768)", "#008000"),
            ("oklch(51.975% 0.17686 142.495)", "#008000"),
            ("oklch(50% 0.2 194)", "#008184"),
            ("color(srgb .4 .2 .6)", "#663399"),
            ("color(display-p3 0.374 0.21 0.579)", "#663399"),
            ("color(xyz-d65 0.12412 0.07493 0.3093)", "#663399"),
            ("transparent", "#000000 0%"),
            ("currentcolor", "#010203"),
            ("light-dark(#fff, #000)", "#ffffff"),
            ("color-mix(in srgb, red, blue)", "#800080"),
            ("color-mix(in srgb, red 25%, blue)", "#4000bf"),
            ("color-mix(in oklab, white 30%, black)", "#2e2e2e"),
            ("color-mix(in srgb, 20% red, 20% blue)", "#800080 40%"),
            ("color-mix(in srgb, red, transparent)", "#ff0000 50%"),
            ("color-mix(in hsl, hsl(40deg 50% 50%), hsl(60deg 50% 50%))", "#bfaa40"),
            ("color-mix(in hsl longer hue, hsl(40deg 50% 50%), hsl(60deg 50% 50%))", "#4055bf"),
            ("oklch(from #008000 l c h)", "#008000"),
            ("color-mix(in oklch, red, white)", "#ffa191"),
            ("color-mix(in oklch, white, blue 30%)", "#aac9ff"),
            ("oklch(70% .3 150)", "#00cb00"),
            ("lab(60% 100 -100)", "#e900ff"),
            ("oklch(from color(display-p3 0 1 0) .5 c h)", "#008c00"),
            ("rgb(from color(display-p3 0 1 0) r g b)", "#00ff00"),
            ("color-mix(in lch, oklch(70% .3 150), transparent)", "#00cb00 50%"),
            ("oklch(from white .5 c h)", "#636363"),
            ("rgb(from rebeccapurple b g r / calc(alpha / 2))", "#993366 50%"),
            ("hsl(from red calc(h + 120) s l)", "#00ff00"),
            ("oklch(from #008000 min(l, .38) c calc(h + 0))", "#005600"),
        ] {
            let (hex, percent) = hex.split_once(' ').unwrap_or((hex, "100%"));
            let found = drawn(text).unwrap();
            let wanted =
                (1..7).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap());
            for (found, wanted) in found.bytes().into_iter().zip(wanted) {
                assert!(found.abs_diff(wanted) <= 1, "{text}: {found} for {wanted} of {hex}");
            }
            assert_eq!(format!("{:.0}%", found.alpha * 100.0), percent, "{text}");
        }
    }

    #[test]
    fn what_is_no_colour_says_why_and_what_is_not_known_says_so() {
        for text in [
            "",
            "garbage",
            "#12345",
            "rgb(1 2)",
            "rgb(1, 2 3)",
            "oklch(1, 2, 3)",
            "red blue",
            "12px",
            "oklch(from red l c)",
            "oklch(from l c h)",
            "oklch(.5 .1 20%)",
            "rgb(1 2 3deg)",
            "((((((",
            "light-dark(red)",
            "color-mix(in srgb, red -1%, blue)",
            "color-mix(red, blue)",
            "oklch(from red calc(l + 10%) c h)",
        ] {
            assert!(matches!(drawn(text), Err(Fault::Invalid(_))), "{text}: {:?}", drawn(text));
        }
        for text in [
            "LinkText",
            "url(x)",
            "linear-gradient(red, blue)",
            "contrast-color(red)",
            "color(--own 1 2 3)",
            "oklch(.5 sin(1) 2)",
        ] {
            assert!(matches!(drawn(text), Err(Fault::NotComputed(_))), "{text}");
        }
        let deep = format!("{}red{}", "light-dark(red, ".repeat(5000), ")".repeat(5000));
        assert!(drawn(&deep).is_err());
    }
}
