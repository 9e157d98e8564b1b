//! What a proof costs, against questions and outcomes: bench/PROOF.md and bench/proof.svg.
//! `quick` measures only the shipped quiz and the largest, and holds them to their limits.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]
// A global allocator cannot be written without; this one only counts.
#![allow(unsafe_code)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::fmt::Write as _;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use career_quiz::quiz::proof::{Method, prove};
use career_quiz::quiz::{Quiz, SHIPPED};
use core_bench::generated;

const QUESTIONS: [usize; 6] = [6, 12, 24, 36, 48, 60];
const OUTCOMES: [usize; 5] = [2, 3, 4, 5, 6];

struct Counting;

static NOW: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let now = NOW.fetch_add(layout.size(), Ordering::Relaxed) + layout.size();
        PEAK.fetch_max(now, Ordering::Relaxed);
        // SAFETY: the caller's promises are passed on as they are.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: as above.
        unsafe { System.dealloc(place, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

struct Cost {
    questions: usize,
    outcomes: usize,
    took: Duration,
    bytes: usize,
    method: Method,
}

fn cost(quiz: &Quiz) -> Cost {
    PEAK.store(NOW.load(Ordering::Relaxed), Ordering::Relaxed);
    let (before, start) = (NOW.load(Ordering::Relaxed), Instant::now());
    let proof = prove(quiz);
    let took = start.elapsed();
    let bytes = PEAK.load(Ordering::Relaxed) - before;
    let (questions, outcomes) = (quiz.questions.len(), quiz.paths.len());
    Cost { questions, outcomes, took, bytes, method: proof.odds.method }
}

fn main() {
    let quick = std::env::args().any(|argument| argument == "quick");
    let shipped = cost(&Quiz::read(SHIPPED).unwrap());
    println!("shipped: {}", row(&shipped));
    assert!(shipped.took.as_millis() <= 100, "twelve questions take over 100 ms");
    let mut costs = Vec::new();
    for outcomes in OUTCOMES {
        for questions in QUESTIONS {
            if quick && (questions, outcomes) != (60, 6) {
                continue;
            }
            let cost = cost(&generated(questions, outcomes).unwrap());
            println!("{}", row(&cost));
            assert!(cost.took.as_secs() < 10, "over 10 s");
            assert!(cost.bytes < 500_000_000, "over 500 MB");
            costs.push(cost);
        }
    }
    if !quick {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        std::fs::write(folder.join("PROOF.md"), table(&shipped, &costs)).unwrap();
        std::fs::write(folder.join("proof.svg"), chart(&costs)).unwrap();
    }
}

fn row(cost: &Cost) -> String {
    let method = match cost.method {
        Method::Exact { states, .. } => format!("exact, {states} states at most"),
        Method::Sampled { runs, .. } => format!("sampled, {runs} runs"),
    };
    let (took, bytes) = (cost.took.as_secs_f64() * 1000.0, cost.bytes as f64 / 1e6);
    let (questions, outcomes) = (cost.questions, cost.outcomes);
    format!("| {questions} | {outcomes} | {took:.1} | {bytes:.1} | {method} |")
}

fn table(shipped: &Cost, costs: &[Cost]) -> String {
    let mut text = String::from(
        "# What a proof costs\n\nMeasured by `cargo xtask bench --proof`, optimized, on one core. Generated quizzes mix single\nquestions, picks and ratings, with a rank that breaks ties. Limits: 100 ms for the shipped quiz,\n10 s and 500 MB for 60 questions with 6 outcomes.\n\n![Cost against questions](proof.svg)\n\n| questions | outcomes | ms | MB at most | odds |\n|--:|--:|--:|--:|---|\n",
    );
    writeln!(text, "{} (the shipped quiz)", row(shipped).trim_end()).unwrap();
    let text = text.replace(" (the shipped quiz)", "");
    let rows: String = costs.iter().map(|cost| row(cost) + "\n").collect();
    format!("{text}{rows}\nThe first row is the shipped quiz.\n")
}

/// Time against questions on a logarithmic scale, one line for each number of outcomes.
fn chart(costs: &[Cost]) -> String {
    let (left, right, top, bottom) = (70.0, 560.0, 50.0, 330.0);
    let x = |questions: usize| left + (right - left) * questions as f64 / 60.0;
    // 0.1 ms to 10 s: five decades.
    let y = |ms: f64| bottom - (bottom - top) * (ms.max(0.1).log10() + 1.0) / 5.0;
    let mut svg = String::from(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 660 390\" role=\"img\" aria-label=\"Time of a proof against the number of questions\">\n<style>\n:root{color-scheme:light dark;--ink:#1f2328;--faint:#d0d7de;--ground:#fff;--a:#0969da;--b:#1a7f37;--c:#9a6700;--d:#cf222e;--e:#8250df}\n@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--faint:#30363d;--ground:#0d1117;--a:#58a6ff;--b:#3fb950;--c:#d29922;--d:#f85149;--e:#bc8cff}}\nrect{fill:var(--ground)}text{font:13px system-ui,sans-serif;fill:var(--ink)}.grid{stroke:var(--faint)}polyline{fill:none;stroke-width:2}.sampled{fill:var(--ground);stroke-width:2}\n</style>\n<rect width=\"660\" height=\"390\"/>\n<text x=\"20\" y=\"28\" font-weight=\"600\">Time of a proof (ms, logarithmic) against questions, by outcomes</text>\n",
    );
    for (ms, label) in
        [(0.1, "0.1"), (1.0, "1"), (10.0, "10"), (100.0, "100"), (1e3, "1,000"), (1e4, "10,000")]
    {
        let at = y(ms);
        writeln!(svg, "<line class=\"grid\" x1=\"{left}\" x2=\"{right}\" y1=\"{at:.1}\" y2=\"{at:.1}\"/><text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{label}</text>", left - 8.0, at + 4.0).unwrap();
    }
    for questions in QUESTIONS {
        writeln!(
            svg,
            "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{questions}</text>",
            x(questions),
            bottom + 20.0
        )
        .unwrap();
    }
    let mut ends = Vec::new();
    for (outcomes, colour) in OUTCOMES.iter().zip(["a", "b", "c", "d", "e"]) {
        let own: Vec<_> = costs.iter().filter(|cost| cost.outcomes == *outcomes).collect();
        let at = |cost: &Cost| (x(cost.questions), y(cost.took.as_secs_f64() * 1000.0));
        let points: Vec<_> =
            own.iter().map(|cost| at(cost)).map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
        writeln!(
            svg,
            "<polyline stroke=\"var(--{colour})\" style=\"stroke:var(--{colour})\" points=\"{}\"/>",
            points.join(" ")
        )
        .unwrap();
        for cost in &own {
            let (x, y) = at(cost);
            let sampled = matches!(cost.method, Method::Sampled { .. });
            let fill = if sampled {
                "class=\"sampled\"".to_owned()
            } else {
                format!("style=\"fill:var(--{colour})\"")
            };
            let fill =
                if sampled { format!("{fill} style=\"stroke:var(--{colour})\"") } else { fill };
            writeln!(svg, "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4\" {fill}/>").unwrap();
        }
        ends.extend(own.last().map(|cost| (at(cost).1 + 4.0, outcomes)));
    }
    // From the top down, each a line below the one before at least.
    ends.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut free = 0.0_f64;
    for (y, outcomes) in ends {
        let y = y.max(free);
        free = y + 14.0;
        let x = right + 10.0;
        writeln!(svg, "<text x=\"{x:.1}\" y=\"{y:.1}\">{outcomes} outcomes</text>").unwrap();
    }
    writeln!(svg, "<text x=\"{left}\" y=\"375\">Filled: every way counted. Hollow: sampled, because counting would take too long.</text>\n</svg>").unwrap();
    svg
}
