//! The letters of the preview pictures: how wide a text is, where it breaks, and its picture.
//!
//! Only the fonts of xtask/pictures/fonts are known, never one of the machine: the same picture everywhere.

use std::ops::Range;

use anyhow::{Context, Result, ensure};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Node, Options, Text, Tree};

const FAMILY: &str = "Source Serif 4";
const FONTS: [&[u8]; 4] = [
    include_bytes!("../fonts/SourceSerif4-Regular.ttf"),
    include_bytes!("../fonts/SourceSerif4-SemiBold.ttf"),
    // For letters that the first two lack.
    include_bytes!("../fonts/NotoNaskhArabic-Regular.ttf"),
    include_bytes!("../fonts/NotoNaskhArabic-SemiBold.ttf"),
];
/// Widths are measured at this size; they grow with it.
const MEASURED: f32 = 100.0;

/// How heavy a text is.
#[derive(Clone, Copy)]
pub(crate) enum Weight {
    Regular = 400,
    SemiBold = 600,
}

/// Draws SVG with the fonts it holds.
pub(crate) struct Letters(Options<'static>);

impl Letters {
    pub(crate) fn new() -> Self {
        let mut options = Options { font_family: FAMILY.to_owned(), ..Options::default() };
        for font in FONTS {
            options.fontdb_mut().load_font_data(font.to_vec());
        }
        Self(options)
    }

    /// A picture as PNG.
    pub(crate) fn png(&self, svg: &str) -> Result<Vec<u8>> {
        let tree = self.tree(svg)?;
        let size = tree.size().to_int_size();
        let mut picture = Pixmap::new(size.width(), size.height()).context("it has no size")?;
        resvg::render(&tree, Transform::default(), &mut picture.as_mut());
        encode(&picture)
    }

    /// How wide a text is at a size, as it will be drawn.
    pub(crate) fn width(&self, text: &str, weight: Weight, size: f32) -> Result<f32> {
        let tree = self.tree(&format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{}</svg>"#,
            line(text, weight, MEASURED, "")
        ))?;
        let width = |text: &Text| text.bounding_box().width();
        Ok(texts(&tree).map(width).sum::<f32>() * size / MEASURED)
    }

    /// The largest size up to `most` at which a text fits into a box, and its lines there, as even
    /// as they can be in their number.
    pub(crate) fn fit(
        &self,
        text: &str,
        weight: Weight,
        most: f32,
        leading: f32,
        (width, height): (f32, f32),
    ) -> Result<(f32, Vec<String>)> {
        let words: Vec<_> = text.split_whitespace().collect();
        let widths = words.iter().map(|word| self.width(word, weight, 1.0));
        let widths: Vec<f32> = widths.collect::<Result<_>>()?;
        let pair = self.width("n n", weight, 1.0)?;
        let space = pair - self.width("nn", weight, 1.0)?;
        let mut size = most;
        loop {
            let lines = wrap(&widths, space, width / size);
            let widest = lines.iter().map(|line| length(&widths, space, line.clone()));
            let fits = widest.fold(0.0, f32::max) * size <= width;
            if fits && lines.len() as f32 * leading * size <= height {
                let even = evenly(&widths, space, width / size, lines.len());
                let line = |words_of: Range<usize>| {
                    words.get(words_of).map(|words| words.join(" ")).unwrap_or_default()
                };
                return Ok((size, even.into_iter().map(line).collect()));
            }
            size *= 0.96;
        }
    }

    fn tree(&self, svg: &str) -> Result<Tree> {
        let tree = Tree::from_str(svg, &self.0)?;
        for text in texts(&tree) {
            let glyphs = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
            let lacks = glyphs.filter(|glyph| glyph.id.0 == 0).map(|glyph| &*glyph.text);
            let is_mark = |letter: char| "\u{200e}\u{200f}\u{202b}\u{202c}".contains(letter);
            let missing: String = lacks.flat_map(str::chars).filter(|one| !is_mark(*one)).collect();
            ensure!(
                missing.is_empty(),
                "no font in xtask/pictures/fonts has {missing:?}; add one that has"
            );
        }
        Ok(tree)
    }
}

/// PNG without the alpha that nothing here has: a third smaller than the pixmap's own.
fn encode(picture: &Pixmap) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, picture.width(), picture.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_compression(png::Compression::High);
    // Flat colours repeat as they are.
    encoder.set_filter(png::Filter::NoFilter);
    let colours = picture.pixels().iter();
    let colours: Vec<u8> =
        colours.flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]).collect();
    encoder.write_header()?.write_image_data(&colours)?;
    Ok(bytes)
}

/// One line of text as SVG.
pub(crate) fn line(text: &str, weight: Weight, size: f32, more: &str) -> String {
    // The font is drawn for reading sizes; as large as headings are it stands too loose.
    let spacing = match weight {
        Weight::Regular => 0.0,
        Weight::SemiBold => -0.016 * size,
    };
    let weight = weight as u16;
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    format!(
        r#"<text font-family="{FAMILY}" font-weight="{weight}" font-size="{size}" letter-spacing="{spacing}" {more}>{text}</text>"#
    )
}

fn texts(tree: &Tree) -> impl Iterator<Item = &Text> {
    let mut found = Vec::new();
    let mut open: Vec<_> = tree.root().children().iter().collect();
    while let Some(node) = open.pop() {
        match node {
            Node::Text(text) => found.push(&**text),
            Node::Group(group) => open.extend(group.children()),
            Node::Path(_) | Node::Image(_) => {}
        }
    }
    found.into_iter()
}

fn length(widths: &[f32], space: f32, words: Range<usize>) -> f32 {
    let widths = widths.get(words).unwrap_or_default();
    widths.iter().sum::<f32>() + space * widths.len().saturating_sub(1) as f32
}

/// Breaks words of these widths into lines no wider than `most`, but for words that are.
fn wrap(widths: &[f32], space: f32, most: f32) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for at in 1..=widths.len() {
        if at == widths.len() || length(widths, space, start..at + 1) > most {
            lines.push(start..at);
            start = at;
        }
    }
    lines
}

/// The narrowest lines there are that are no more than `count`.
fn evenly(widths: &[f32], space: f32, most: f32, count: usize) -> Vec<Range<usize>> {
    let tries = (1..=50).map(|step| wrap(widths, space, most * step as f32 / 50.0));
    let held = |lines: &Vec<Range<usize>>| {
        lines.len() <= count && lines.iter().all(|line| length(widths, space, line.clone()) <= most)
    };
    tries.into_iter().find(held).unwrap_or_else(|| wrap(widths, space, most))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_breaks_evenly_and_shrinks_before_it_is_cut() {
        let letters = Letters::new();
        let fit =
            |text: &str| letters.fit(text, Weight::SemiBold, 100.0, 1.1, (1000.0, 240.0)).unwrap();
        let (size, lines) = fit("Natural language processing (NLP)");
        assert!(size > 90.0, "{size}");
        assert_eq!(lines, ["Natural language", "processing (NLP)"]);
        let long = "Donaudampfschifffahrtsgesellschaftskapitän ".repeat(6);
        let (size, lines) = fit(&long);
        assert!(size < 60.0 && size * 1.1 * lines.len() as f32 <= 240.0, "{size}");
        for line in &lines {
            assert!(letters.width(line, Weight::SemiBold, size).unwrap() <= 1000.5, "{line}");
        }
        assert_eq!(lines.join(" "), long.trim());
    }

    #[test]
    fn letters_no_font_has_are_named_and_not_drawn_as_boxes() {
        let letters = Letters::new();
        assert!(letters.width("Обработка языка", Weight::Regular, 10.0).unwrap() > 50.0);
        let error = letters.width("Path 道", Weight::Regular, 10.0).unwrap_err().to_string();
        assert!(error.contains("\"道\""), "{error}");
    }
}
