//! What a proof costs, against questions and outcomes: bench/PROOF.md and bench/proof.svg.
//! `quick` measures only the shipped quiz and the largest, and holds them to their limits.
#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, clippy::indexing_slicing)]
// A global allocator cannot be written without; this one only counts.
#![allow(unsafe_code)]

mod report;

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use career_quiz::quiz::proof::{Method, prove};
use career_quiz::quiz::{Quiz, SHIPPED};
use core_bench::generated;
use report::{Line, Panel, Point};

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
    let start = report::now();
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
        report::write("PROOF.md", &text(&shipped, &costs, &start));
        report::write("proof.svg", &chart(&costs));
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

fn text(shipped: &Cost, costs: &[Cost], start: &(String, String)) -> String {
    let head = [":questions", ":outcomes", ":ms", ":MB at most", "odds"];
    let table = report::table(&head, std::iter::once(shipped).chain(costs).map(row));
    let (machine, (time, after)) = (report::machine(), report::now());
    let before = &start.1;
    format!(
        "# What a proof costs

Written by `cargo xtask bench --proof` on {time} UTC: {machine}, load {before} before
and {after} after. Optimized, on one core. Generated quizzes mix single questions, picks and ratings, with a rank
that breaks ties. Limits: 100 ms for the shipped quiz, 10 s and 500 MB for 60 questions with 6 outcomes.

![Cost against questions](proof.svg)

{table}
The first row is the shipped quiz.
"
    )
}

/// Time against questions, one line for each number of outcomes.
fn chart(costs: &[Cost]) -> String {
    let point = |cost: &Cost| Point {
        questions: cost.questions,
        ms: cost.took.as_secs_f64() * 1000.0,
        sampled: matches!(cost.method, Method::Sampled { .. }),
    };
    let own = |outcomes| costs.iter().filter(move |cost| cost.outcomes == outcomes);
    let line = |outcomes| Line { outcomes, points: own(outcomes).map(point).collect() };
    let panel = Panel {
        title: "Time of a proof (ms, logarithmic) against questions, by outcomes",
        left: 70.0,
        top: 50.0,
        width: 490.0,
        height: 280.0,
        doubling: false,
    };
    let title = "Time of a proof against the number of questions";
    let note = "Filled: every way counted. Hollow: sampled, because counting would take too long.";
    report::picture((660, 390), title, &panel.draw(&OUTCOMES.map(line)), note)
}
