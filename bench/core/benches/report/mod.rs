//! What the reports on growth have in common: their charts, and what they were measured on.

mod machine;

use std::fmt::Write as _;
use std::path::Path;

pub use machine::{machine, now};

/// Where the reports stand.
pub fn write(name: &str, text: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    std::fs::write(folder.join(name), text).unwrap();
}

/// A Markdown table; the columns named in `head` with a colon before them stand on the right.
pub fn table(head: &[&str], rows: impl IntoIterator<Item = String>) -> String {
    let names: Vec<_> = head.iter().map(|name| name.trim_start_matches(':')).collect();
    let under: Vec<_> =
        head.iter().map(|name| if name.starts_with(':') { "--:" } else { "---" }).collect();
    let head = format!("| {} |\n|{}|\n", names.join(" | "), under.join("|"));
    rows.into_iter().fold(head, |table, row| table + &row + "\n")
}

/// What was measured with one number of outcomes.
pub struct Line {
    pub outcomes: usize,
    pub points: Vec<Point>,
}

pub struct Point {
    pub questions: usize,
    pub ms: f64,
    /// Drawn hollow: sampled where the others were counted.
    pub sampled: bool,
}

/// One chart of times against questions; times on a logarithmic scale of whole decades.
pub struct Panel<'a> {
    pub title: &'a str,
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
    /// Whether the questions stand on a logarithmic scale too: then a power is a straight line.
    pub doubling: bool,
}

impl Panel<'_> {
    pub fn draw(&self, lines: &[Line]) -> String {
        let points = || lines.iter().flat_map(|line| &line.points);
        let mut asked: Vec<_> = points().map(|point| point.questions).collect();
        asked.sort_unstable();
        asked.dedup();
        let (fewest, most) = (*asked.first().unwrap() as f64, *asked.last().unwrap() as f64);
        let least = points().map(|point| point.ms.log10().floor()).fold(f64::MAX, f64::min);
        let highest = points().map(|point| point.ms.log10().ceil()).fold(least + 1.0, f64::max);
        let (right, bottom) = (self.left + self.width, self.top + self.height);
        let x = |questions: usize| {
            let questions = questions as f64;
            let part = match self.doubling {
                true => (questions / fewest).log2() / (most / fewest).log2(),
                false => questions / most,
            };
            self.left + self.width * part
        };
        let y = |ms: f64| bottom - self.height * (ms.log10() - least) / (highest - least);
        let (left, title, head) = (self.left, self.title, self.top - 16.0);
        let mut svg = format!(
            "<text class=\"head\" x=\"{:.1}\" y=\"{head:.1}\">{title}</text>\n",
            left - 50.0
        );
        for decade in (least as i32)..=(highest as i32) {
            let (at, label) = (y(10_f64.powi(decade)), decade_label(decade));
            writeln!(svg, "<line class=\"grid\" x1=\"{left}\" x2=\"{right}\" y1=\"{at:.1}\" y2=\"{at:.1}\"/><text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{label}</text>", left - 8.0, at + 4.0).unwrap();
        }
        for questions in asked {
            let (x, y) = (x(questions), bottom + 20.0);
            writeln!(
                svg,
                "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"middle\">{questions}</text>"
            )
            .unwrap();
        }
        let mut ends = Vec::new();
        for line in lines {
            let class = format!("n{}", line.outcomes);
            let places: Vec<_> =
                line.points.iter().map(|point| (x(point.questions), y(point.ms))).collect();
            let drawn: Vec<_> = places.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
            writeln!(svg, "<polyline class=\"{class}\" points=\"{}\"/>", drawn.join(" ")).unwrap();
            for (point, (x, y)) in line.points.iter().zip(&places) {
                let class = if point.sampled { format!("{class} sampled") } else { class.clone() };
                writeln!(svg, "<circle class=\"{class}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4\"/>")
                    .unwrap();
            }
            ends.extend(places.last().map(|(_, y)| (y + 4.0, line.outcomes)));
        }
        // From the top down, each a line below the one before at least.
        ends.sort_by(|one, other| one.0.total_cmp(&other.0));
        let mut free = 0.0_f64;
        for (y, outcomes) in ends {
            let (x, y) = (right + 10.0, y.max(free));
            free = y + 14.0;
            writeln!(svg, "<text x=\"{x:.1}\" y=\"{y:.1}\">{outcomes} outcomes</text>").unwrap();
        }
        svg
    }
}

fn decade_label(decade: i32) -> String {
    match decade {
        0.. if decade >= 3 => format!("{},000", 10_i32.pow(decade as u32 - 3)),
        0.. => 10_i32.pow(decade as u32).to_string(),
        _ => format!("{:.*}", decade.unsigned_abs() as usize, 10_f64.powi(decade)),
    }
}

/// A picture of panels, light and dark, with a note at its foot.
pub fn picture((width, height): (u32, u32), title: &str, panels: &str, note: &str) -> String {
    const STYLE: &str = ":root{color-scheme:light dark;--ink:#1f2328;--faint:#d0d7de;--ground:#fff;--a:#0969da;--b:#1a7f37;--c:#9a6700;--d:#cf222e;--e:#8250df}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--faint:#30363d;--ground:#0d1117;--a:#58a6ff;--b:#3fb950;--c:#d29922;--d:#f85149;--e:#bc8cff}}
rect{fill:var(--ground)}text{font:13px system-ui,sans-serif;fill:var(--ink)}.head{font-weight:600}.grid{stroke:var(--faint)}polyline,circle{stroke-width:2;stroke:var(--own);fill:var(--own)}polyline{fill:none}.sampled{fill:var(--ground)}
.n2{--own:var(--a)}.n3{--own:var(--b)}.n4{--own:var(--c)}.n5{--own:var(--d)}.n6{--own:var(--e)}";
    let foot = height - 15;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{title}\">
<style>
{STYLE}
</style>
<rect width=\"{width}\" height=\"{height}\"/>
{panels}<text x=\"20\" y=\"{foot}\">{note}</text>
</svg>
"
    )
}
