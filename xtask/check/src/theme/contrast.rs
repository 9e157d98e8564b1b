//! How far two colours stand apart, as WCAG 2.2 measures it.

use color::{ColorSpaceTag, DynamicColor};

/// A colour as it is drawn: sRGB, each part from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rgba {
    /// Red, green, blue.
    pub(crate) rgb: [f32; 3],
    /// How much of what lies under it is hidden.
    pub(crate) alpha: f32,
}

pub(crate) const CLEAR: Rgba = Rgba { rgb: [0.0; 3], alpha: 0.0 };

impl Rgba {
    pub(crate) const fn opaque(red: u8, green: u8, blue: u8) -> Self {
        Self { rgb: [red as f32 / 255.0, green as f32 / 255.0, blue as f32 / 255.0], alpha: 1.0 }
    }

    /// What a screen of sRGB shows of a colour of any space. CSS Color 4 would have the chroma
    /// reduced (§ 13.2, <https://www.w3.org/TR/css-color-4/#gamut-mapping>); browsers clip each
    /// part to what there is, as § 13.1.4 describes, and so does this.
    pub(crate) fn drawn(colour: DynamicColor) -> Self {
        let [red, green, blue, alpha] = colour.convert(ColorSpaceTag::Srgb).components;
        Self {
            rgb: [red, green, blue].map(|part| part.clamp(0.0, 1.0)),
            alpha: alpha.clamp(0.0, 1.0),
        }
    }

    /// This colour laid over another, mixed as browsers do, in sRGB
    /// (<https://www.w3.org/TR/compositing-1/#porterduffcompositingoperators_srcover>).
    pub(crate) fn over(self, under: Self) -> Self {
        let alpha = self.alpha + under.alpha * (1.0 - self.alpha);
        if alpha <= 0.0 {
            return CLEAR;
        }
        let ([a, b, c], [x, y, z]) = (self.rgb, under.rgb);
        let mix = |top: f32, low: f32| {
            (top * self.alpha + low * under.alpha * (1.0 - self.alpha)) / alpha
        };
        Self { rgb: [mix(a, x), mix(b, y), mix(c, z)], alpha }
    }

    /// The steps from 0 to 255 that are sent to the screen.
    pub(crate) fn bytes(self) -> [u8; 3] {
        // Between 0 and 255 by construction.
        self.rgb.map(|part| (part * 255.0).round() as u8)
    }

    pub(crate) fn hex(self) -> String {
        let [red, green, blue] = self.bytes();
        format!("#{red:02x}{green:02x}{blue:02x}")
    }
}

/// Relative luminance of the colour in 8 bits a part, as WCAG 2.2 defines it:
/// <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>.
fn luminance(colour: Rgba) -> f64 {
    let [red, green, blue] = colour.bytes().map(|byte| {
        let part = f64::from(byte) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// Contrast of two opaque colours, from 1 to 21: <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>.
pub(crate) fn ratio(one: Rgba, other: Rgba) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The same hue and chroma in another lightness of OKLCH, which the eye sees as even steps.
pub(crate) fn in_lightness(colour: Rgba, lightness: f32) -> Rgba {
    let [red, green, blue] = colour.rgb;
    let [_, chroma, hue] = ColorSpaceTag::Srgb.convert(ColorSpaceTag::Oklch, [red, green, blue]);
    let [red, green, blue] =
        ColorSpaceTag::Oklch.convert(ColorSpaceTag::Srgb, [lightness, chroma, hue]);
    Rgba { rgb: [red, green, blue].map(|part| part.clamp(0.0, 1.0)), alpha: 1.0 }
}

/// How light it is in OKLCH, from 0 to 1.
pub(crate) fn lightness(colour: Rgba) -> f32 {
    let [lightness, _, _] = ColorSpaceTag::Srgb.convert(ColorSpaceTag::Oklch, colour.rgb);
    lightness
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_pairs_have_their_published_contrast() {
        let (black, white) = (Rgba::opaque(0, 0, 0), Rgba::opaque(255, 255, 255));
        assert!((ratio(black, white) - 21.0).abs() < 1e-9);
        assert!((ratio(white, white) - 1.0).abs() < 1e-9);
        let grey = Rgba::opaque(0x76, 0x76, 0x76);
        assert!((ratio(grey, white) - 4.54).abs() < 0.005, "{}", ratio(grey, white));
        assert!((ratio(Rgba::opaque(0, 0, 255), white) - 8.59).abs() < 0.005);
        assert!((ratio(Rgba::opaque(255, 0, 0), white) - 4.0).abs() < 0.005);
    }

    #[test]
    fn what_is_half_clear_takes_half_of_what_lies_under() {
        let half = Rgba { alpha: 0.5, ..Rgba::opaque(0, 0, 0) };
        assert_eq!(half.over(Rgba::opaque(255, 255, 255)).hex(), "#808080");
        assert_eq!(CLEAR.over(Rgba::opaque(1, 2, 3)).hex(), "#010203");
        assert_eq!(CLEAR.over(CLEAR), CLEAR);
    }
}
