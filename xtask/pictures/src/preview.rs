//! The pictures previews of shared links show: the quiz's plate, 1200 by 630.
//!
//! Read at 300 pixels too, so little stands on it and that large.

use std::path::PathBuf;

use anyhow::Result;
use serde::Deserialize;

use crate::letters::{Letters, Weight, line};

const WIDTH: f32 = 1200.0;
const HEIGHT: f32 = 630.0;

/// The light colours of styles/tokens.css, where resvg knows no oklch.
const SURFACE: &str = "#f0f5f3";
const INK: &str = "#0e1c17";
const SOFT: &str = "#3c4844";
const EDGE: &str = "#6b7c76";
const STRONG: &str = "#00503d";

const MARGIN: f32 = 64.0;
const RULE: f32 = 16.0;
const INNER: f32 = WIDTH - 2.0 * MARGIN;
const SMALL: f32 = 28.0;
/// Where the last line stands.
const FOOT: f32 = HEIGHT - 52.0;
/// Between the head and the foot.
const TOP: f32 = 164.0;
const BOTTOM: f32 = FOOT - 64.0;

/// What the pictures of a quiz say.
#[derive(Deserialize)]
pub(crate) struct Quiz {
    /// The folder they go to.
    pub(crate) folder: PathBuf,
    pub(crate) title: String,
    /// How long it is, in words.
    pub(crate) length: String,
    /// Where it stands.
    pub(crate) base: Option<String>,
    /// Whether it is read from right to left: then a picture is the other one in a mirror.
    pub(crate) mirrored: bool,
    /// The block of each question.
    pub(crate) blocks: Vec<usize>,
    pub(crate) paths: Vec<CareerPath>,
}

#[derive(Deserialize)]
pub(crate) struct CareerPath {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) tag: String,
    pub(crate) mark: Mark,
}

/// A path's shape: what it is called, and its outline around the origin, 16 units wide.
#[derive(Deserialize)]
pub(crate) struct Mark {
    name: String,
    outline: String,
}

/// A quiz with the letters it is written in.
pub(crate) struct Preview<'a> {
    pub(crate) letters: &'a Letters,
    pub(crate) quiz: &'a Quiz,
}

impl Preview<'_> {
    /// The picture of one path: its shape among the others, its name and what it is about.
    pub(crate) fn path(&self, path: &CareerPath) -> Result<Vec<u8>> {
        let mut svg = String::new();
        for (at, other) in self.quiz.paths.iter().enumerate() {
            let x = MARGIN + 30.0 + 84.0 * at as f32;
            svg.push_str(&self.mark(&other.mark, (x, 108.0), 60.0, other.id == path.id));
        }
        let after = MARGIN + 84.0 * self.quiz.paths.len() as f32 + 16.0;
        let (size, title) = self.one_line(&self.quiz.title, 36.0, WIDTH - MARGIN - after)?;
        svg.push_str(&line(
            &self.said(&title),
            Weight::Regular,
            size,
            &self.place(after, 120.0, SOFT),
        ));

        let (tag_size, tag) =
            self.letters.fit(&path.tag, Weight::Regular, 46.0, 1.25, (INNER, 120.0))?;
        // A path may have a name only.
        let tag = if path.tag.is_empty() { Vec::new() } else { tag };
        let below = if tag.is_empty() { 0.0 } else { 20.0 + 1.25 * tag_size * tag.len() as f32 };
        let room = (INNER, BOTTOM - TOP - below);
        let (size, name) = self.letters.fit(&path.name, Weight::SemiBold, 108.0, 1.18, room)?;
        // Name and tag together stand in the middle of what the head and the foot leave.
        let mut y = (TOP + BOTTOM - below - 1.18 * size * name.len() as f32) / 2.0;
        for text in &name {
            y += 1.18 * size;
            let (baseline, thick) = (y - 0.3 * size, 0.085 * size);
            let width = self.letters.width(text, Weight::SemiBold, size)?;
            let (under, colour) = (baseline + 0.16 * size, colour(&path.mark));
            svg.push_str(&self.rect((MARGIN, under), (width, thick), colour));
            let at = self.place(MARGIN, baseline, INK);
            svg.push_str(&line(&self.said(text), Weight::SemiBold, size, &at));
        }
        y += 20.0;
        for text in &tag {
            y += 1.25 * tag_size;
            let at = self.place(MARGIN, y - 0.35 * tag_size, SOFT);
            svg.push_str(&line(&self.said(text), Weight::Regular, tag_size, &at));
        }
        self.print(&svg)
    }

    /// The picture of the whole quiz: its title, and every path with its shape.
    pub(crate) fn all(&self) -> Result<Vec<u8>> {
        const MARK: f32 = 44.0;
        const BESIDE: f32 = MARK + 22.0;
        const BETWEEN: f32 = 48.0;
        let mut svg = String::new();
        let (size, title) =
            self.letters.fit(&self.quiz.title, Weight::SemiBold, 108.0, 1.12, (INNER, 250.0))?;
        let mut y = 62.0;
        for text in &title {
            y += 1.12 * size;
            let at = self.place(MARGIN, y - 0.12 * size, INK);
            svg.push_str(&line(&self.said(text), Weight::SemiBold, size, &at));
        }
        let columns = self.quiz.paths.chunks(self.quiz.paths.len().div_ceil(2));
        let widest = |column: &[CareerPath]| {
            let widths = column.iter().map(|p| self.letters.width(&p.name, Weight::Regular, 1.0));
            widths.collect::<Result<Vec<_>>>().map(|widths| widths.into_iter().fold(0.0, f32::max))
        };
        let widths = columns.clone().map(widest).collect::<Result<Vec<f32>>>()?;
        let room = INNER - BESIDE * widths.len() as f32 - BETWEEN;
        let top = y + 36.0;
        let step = (BOTTOM - top) / self.quiz.paths.len().div_ceil(2) as f32;
        // Under a long title, many paths have less room each.
        let mark = MARK.min(0.8 * step);
        let size = (room / widths.iter().sum::<f32>()).min(42.0 * mark / MARK);
        let mut x = MARGIN;
        for (column, width) in columns.zip(widths) {
            let mut middle = top + step / 2.0;
            for path in column {
                svg.push_str(&self.mark(&path.mark, (x + MARK / 2.0, middle), mark, true));
                let at = self.place(x + BESIDE, middle + 0.33 * size, INK);
                svg.push_str(&line(&self.said(&path.name), Weight::Regular, size, &at));
                middle += step;
            }
            x += BESIDE + size * width + BETWEEN;
        }
        self.print(&svg)
    }

    /// The plate with the rule on top and the foot below, and what stands between.
    fn print(&self, between: &str) -> Result<Vec<u8>> {
        let mut svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}"><rect width="{WIDTH}" height="{HEIGHT}" fill="{SURFACE}"/>"#
        );
        svg.push_str(&self.rule());
        svg.push_str(between);
        svg.push_str(&line(
            &self.said(&self.quiz.length),
            Weight::Regular,
            SMALL,
            &self.place(MARGIN, FOOT, SOFT),
        ));
        if let Some(base) = &self.quiz.base {
            let taken = self.letters.width(&self.quiz.length, Weight::Regular, SMALL)?;
            let (_, shown) = base.split_once("://").unwrap_or(("", base));
            let shown = shown.trim_end_matches('/');
            let (size, shown) = self.one_line(shown, SMALL, INNER - taken - 48.0)?;
            let taken = self.letters.width(&shown, Weight::Regular, size)?;
            let at = self.place(WIDTH - MARGIN - taken, FOOT, SOFT);
            svg.push_str(&line(&self.said(&shown), Weight::Regular, size, &at));
        }
        self.letters.png(&(svg + "</svg>"))
    }

    /// The progress of a finished quiz: a segment a question, a wider gap between blocks.
    fn rule(&self) -> String {
        let questions = &self.quiz.blocks;
        let gap = |at: usize| {
            if questions.get(at) == questions.get(at + 1) { 5.0 } else { 18.0 }
        };
        let gaps: f32 = (1..questions.len()).map(|at| gap(at - 1)).sum();
        let width = (WIDTH - gaps) / questions.len() as f32;
        let mut x = 0.0;
        let segments = (0..questions.len()).map(|at| {
            let segment = self.rect((x, 0.0), (width, RULE), STRONG);
            x += width + gap(at);
            segment
        });
        segments.collect()
    }

    /// A place `x` from where reading begins.
    fn across(&self, x: f32) -> f32 {
        if self.quiz.mirrored { WIDTH - x } else { x }
    }

    /// Where a text begins and in what colour.
    fn place(&self, x: f32, y: f32, colour: &str) -> String {
        let (x, anchor) = (self.across(x), if self.quiz.mirrored { "end" } else { "start" });
        format!(r#"x="{x}" y="{y}" fill="{colour}" text-anchor="{anchor}""#)
    }

    /// A text that runs in the quiz's direction, whatever letters it begins with (UAX #9).
    fn said(&self, text: &str) -> String {
        if self.quiz.mirrored { format!("\u{202b}{text}\u{202c}") } else { text.to_owned() }
    }

    fn rect(&self, (x, y): (f32, f32), (width, height): (f32, f32), colour: &str) -> String {
        let x = if self.quiz.mirrored { WIDTH - x - width } else { x };
        format!(r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{colour}"/>"#)
    }

    fn mark(&self, mark: &Mark, (x, y): (f32, f32), size: f32, filled: bool) -> String {
        let paint = match filled {
            true => format!(r#"fill="{}""#, colour(mark)),
            false => format!(r#"fill="none" stroke="{EDGE}""#),
        };
        let (x, scale, shape) = (self.across(x), size / 16.0, &mark.outline);
        format!(r#"<path d="{shape}" transform="translate({x} {y}) scale({scale})" {paint}/>"#)
    }

    /// A text small enough to stay on its line.
    fn one_line(&self, text: &str, most: f32, width: f32) -> Result<(f32, String)> {
        let needed = self.letters.width(text, Weight::Regular, most)?;
        Ok((most * (width / needed).min(1.0), text.to_owned()))
    }
}

/// The light colours of styles/mark.css.
fn colour(mark: &Mark) -> &'static str {
    match &*mark.name {
        "circle" => "#0d6abb",
        "square" => "#871459",
        "triangle" => "#be7c09",
        "diamond" => "#222826",
        "hexagon" => STRONG,
        _ => SOFT,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use resvg::tiny_skia::Pixmap;

    /// A quiz with so many paths that have a name and nothing else.
    fn bare(title: &str, paths: usize) -> Quiz {
        let path = |at| CareerPath {
            id: format!("p{at}"),
            name: format!("Place p{at}"),
            tag: String::new(),
            mark: Mark { name: "square".to_owned(), outline: "M-8-8H8V8H-8z".to_owned() },
        };
        Quiz {
            folder: PathBuf::new(),
            title: title.to_owned(),
            length: String::new(),
            base: None,
            mirrored: false,
            blocks: vec![0],
            paths: (1..=paths).map(path).collect(),
        }
    }

    /// How many things a line down the picture meets, at `x` and below `from`.
    fn met(picture: &[u8], x: u32, from: u32) -> usize {
        let picture = Pixmap::decode_png(picture).unwrap();
        let ground = picture.pixel(1199, 100).unwrap();
        let column: Vec<_> = (from..560).map(|y| picture.pixel(x, y).unwrap() != ground).collect();
        column.windows(2).filter(|pair| !pair[0] && pair[1]).count()
    }

    #[test]
    fn two_to_eight_paths_stand_apart_under_a_short_and_a_long_title() {
        let letters = Letters::new();
        let long = "Which of all the places that you could go to would you come back from glad?";
        for (title, from) in [("Bare", 220), (long, 330)] {
            for paths in 2..=8 {
                let quiz = bare(title, paths);
                let preview = Preview { letters: &letters, quiz: &quiz };
                let met = met(&preview.all().unwrap(), (MARGIN + 22.0) as u32, from);
                assert_eq!(met, paths.div_ceil(2), "{paths} paths under {title}");
            }
        }
    }

    #[test]
    fn a_path_without_a_tag_has_a_picture_too() {
        let letters = Letters::new();
        let quiz = bare("Bare", 8);
        let preview = Preview { letters: &letters, quiz: &quiz };
        for path in &quiz.paths {
            let picture = Pixmap::decode_png(&preview.path(path).unwrap()).unwrap();
            assert_eq!((picture.width(), picture.height()), (1200, 630));
        }
    }
}
