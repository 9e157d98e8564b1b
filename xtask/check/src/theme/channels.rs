//! Colours written by their channels, as in `oklch(50% .1 200)` or `rgb(from red r g b / .5)`.

use color::{ColorSpaceTag, DynamicColor, Flags, Missing};
use cssparser::Parser;

use super::colour::{Surroundings, colour};
use super::fault::{Parsed, invalid, not_computed};
use super::math::{Kind, Names, quantity};

/// A channel: its name in relative colours, and what 100 % of it is; no percentage for hues.
pub(super) type Channel = (&'static str, Option<f32>);

/// Where a function's channels live, what they are called, and what one of their units is there.
pub(super) fn space_of(name: &str) -> Option<(ColorSpaceTag, [Channel; 3], f32)> {
    use ColorSpaceTag as Space;
    const HUE: Channel = ("h", None);
    Some(match name {
        "rgb" | "rgba" => (Space::Srgb, ["r", "g", "b"].map(|name| (name, Some(255.0))), 255.0),
        "hsl" | "hsla" => (Space::Hsl, [HUE, ("s", Some(100.0)), ("l", Some(100.0))], 1.0),
        "hwb" => (Space::Hwb, [HUE, ("w", Some(100.0)), ("b", Some(100.0))], 1.0),
        "lab" => (Space::Lab, [("l", Some(100.0)), ("a", Some(125.0)), ("b", Some(125.0))], 1.0),
        "lch" => (Space::Lch, [("l", Some(100.0)), ("c", Some(150.0)), HUE], 1.0),
        "oklab" => (Space::Oklab, [("l", Some(1.0)), ("a", Some(0.4)), ("b", Some(0.4))], 1.0),
        "oklch" => (Space::Oklch, [("l", Some(1.0)), ("c", Some(0.4)), HUE], 1.0),
        _ => return None,
    })
}

/// The spaces that `color()` knows.
pub(super) fn predefined(name: &str) -> Option<(ColorSpaceTag, [Channel; 3], f32)> {
    use ColorSpaceTag as Space;
    let space = match name {
        "srgb" => Space::Srgb,
        "srgb-linear" => Space::LinearSrgb,
        "display-p3" => Space::DisplayP3,
        "a98-rgb" => Space::A98Rgb,
        "prophoto-rgb" => Space::ProphotoRgb,
        "rec2020" => Space::Rec2020,
        "xyz" | "xyz-d65" => Space::XyzD65,
        "xyz-d50" => Space::XyzD50,
        _ => return None,
    };
    let names = if name.starts_with("xyz") { ["x", "y", "z"] } else { ["r", "g", "b"] };
    Some((space, names.map(|name| (name, Some(1.0))), 1.0))
}

pub(super) fn channels(
    name: &str,
    input: &mut Parser,
    around: Surroundings,
) -> Parsed<DynamicColor> {
    let from = input.try_parse(|input| input.expect_ident_matching("from")).is_ok();
    let origin = if from { Some(colour(input, around)?) } else { None };
    let space = if name == "color" {
        let space = input.expect_ident_cloned()?.to_ascii_lowercase();
        match predefined(&space) {
            Some(space) => space,
            None => return not_computed(format!("`color({space} …)`")),
        }
    } else {
        match space_of(name) {
            Some(space) => space,
            None => return invalid(format!("`{name}()` is no colour")),
        }
    };
    let (cs, [first, second, third], unit) = space;
    let origin = origin.map(|origin| {
        // Out of the new space's reach is kept as it is: CSS Color 5 § 4.1.
        let [one, two, three, alpha] = origin.convert(cs).components;
        [(first.0, one * unit), (second.0, two * unit), (third.0, three * unit), ("alpha", alpha)]
    });
    let names: Names = origin.as_ref().map_or(&[], |names| names);
    let one = channel(input, first, names)?;
    // The old way of writing, which only these have.
    let old = matches!(name, "rgb" | "rgba" | "hsl" | "hsla")
        && origin.is_none()
        && input.try_parse(|input| input.expect_comma()).is_ok();
    let two = channel(input, second, names)?;
    if old {
        input.expect_comma()?;
    }
    let three = channel(input, third, names)?;
    let has_alpha = input
        .try_parse(|input| if old { input.expect_comma() } else { input.expect_delim('/') })
        .is_ok();
    let alpha = if has_alpha {
        channel(input, ("alpha", Some(1.0)), names)?
    } else {
        Some(origin.map_or(1.0, |[.., (_, alpha)]| alpha))
    };
    let mut missing = Missing::default();
    for (at, part) in [one, two, three, alpha].iter().enumerate() {
        if part.is_none() {
            missing.insert(at);
        }
    }
    let part = |part: Option<f32>| part.unwrap_or(0.0) / unit;
    let mut components = [part(one), part(two), part(three), alpha.unwrap_or(0.0).clamp(0.0, 1.0)];
    clamp(cs, &mut components, origin.is_none() && name != "color");
    Ok(DynamicColor { cs, flags: Flags::from_missing(missing), components })
}

/// One channel in its own units; nothing where it is `none`.
fn channel(input: &mut Parser, (name, whole): Channel, names: Names) -> Parsed<Option<f32>> {
    let Some(found) = quantity(input, names)? else { return Ok(None) };
    match (found.kind, whole) {
        (Kind::Number, _) | (Kind::Degrees, None) => Ok(Some(found.amount)),
        (Kind::Percent, Some(whole)) => Ok(Some(found.amount * whole)),
        (kind, _) => invalid(format!(
            "{name} is no {}",
            match kind {
                Kind::Percent => "percentage",
                _ => "angle",
            }
        )),
    }
}

/// Lightness ends at black and white, chroma at grey, and sRGB where it is written out.
fn clamp(cs: ColorSpaceTag, components: &mut [f32; 4], written: bool) {
    let [first, second, ..] = components;
    match cs {
        ColorSpaceTag::Lab | ColorSpaceTag::Lch => *first = first.clamp(0.0, 100.0),
        ColorSpaceTag::Oklab | ColorSpaceTag::Oklch => *first = first.clamp(0.0, 1.0),
        ColorSpaceTag::Srgb if written => {
            for part in components.iter_mut() {
                *part = part.clamp(0.0, 1.0);
            }
            return;
        }
        _ => {}
    }
    if matches!(cs, ColorSpaceTag::Lch | ColorSpaceTag::Oklch | ColorSpaceTag::Hsl) {
        *second = second.max(0.0);
    }
}
