//! How the core's cost grows with questions and outcomes: bench/GROWTH.md and bench/growth.svg.
#![allow(missing_docs, unreachable_pub, clippy::unwrap_used, clippy::indexing_slicing)]

mod report;

use std::hint::black_box;
use std::time::{Duration, Instant};

use career_quiz::quiz::{Answers, Quiz, recommend, stability, what_if};
use core_bench::{file, visitors};
use report::{Line, Panel, Point};

const QUESTIONS: [usize; 4] = [6, 12, 24, 48];
const OUTCOMES: [usize; 3] = [2, 4, 6];
/// How often every size is measured, in turn: what slows the machine for a while slows all alike.
const ROUNDS: usize = 51;
const VISITORS: usize = 20;
/// What is too short for the clock is repeated for as long.
const LEAST: Duration = Duration::from_micros(300);

/// What is measured: its name in the table, and over its chart.
const OPERATIONS: [(&str, &str); 4] = [
    ("`Quiz::read`", "Reading the file"),
    ("`recommend`", "Recommendation"),
    ("`what_if`", "What would have changed it"),
    ("`stability`", "1000 runs"),
];

/// One size of quiz, and the times of every operation in ms.
struct Size {
    questions: usize,
    outcomes: usize,
    text: String,
    quiz: Quiz,
    answers: Vec<Answers>,
    times: [Vec<f64>; 4],
}

impl Size {
    fn new(questions: usize, outcomes: usize) -> Self {
        let text = file(questions, outcomes).unwrap();
        let quiz = Quiz::read(&text).unwrap();
        let answers = visitors(&quiz, VISITORS, 7);
        Self { questions, outcomes, text, quiz, answers, times: Default::default() }
    }

    /// Takes one sample of every operation, for the mean of the visitors: whose answers change
    /// easily takes far less than others.
    fn measure(&mut self) {
        let Self { text, quiz, answers, times, .. } = self;
        let [read, recommended, changed, ran] = times;
        read.push(ms(1, |_| drop(black_box(Quiz::read(black_box(text))))));
        let each = |one: &dyn Fn(&Answers)| ms(answers.len(), |at| one(black_box(&answers[at])));
        recommended.push(each(&|answers| drop(black_box(recommend(quiz, answers)))));
        changed.push(each(&|answers| drop(black_box(what_if(quiz, answers)))));
        ran.push(each(&|answers| {
            black_box(stability(quiz, answers));
        }));
    }
}

/// The mean of as many, all of them as often as it takes.
fn ms(count: usize, one: impl Fn(usize)) -> f64 {
    let start = Instant::now();
    let mut times = 0_u32;
    while times == 0 || start.elapsed() < LEAST {
        (0..count).for_each(&one);
        times += 1;
    }
    start.elapsed().as_secs_f64() * 1000.0 / f64::from(times) / count as f64
}

fn median(samples: &[f64]) -> f64 {
    let mut samples = samples.to_vec();
    samples.sort_by(f64::total_cmp);
    samples[samples.len() / 2]
}

fn main() {
    let mut sizes: Vec<_> = OUTCOMES
        .iter()
        .flat_map(|&outcomes| QUESTIONS.map(|questions| Size::new(questions, outcomes)))
        .collect();
    let start = report::now();
    let count = sizes.len();
    for round in 0..ROUNDS {
        for turn in 0..count {
            sizes[(round + turn) % count].measure();
        }
    }
    let text = text(&sizes, &start, &report::now());
    println!("{text}");
    report::write("GROWTH.md", &text);
    report::write("growth.svg", &chart(&sizes));
}

/// The medians of one operation for each number of outcomes.
fn lines(sizes: &[Size], operation: usize) -> Vec<Line> {
    let point = |size: &Size| Point {
        questions: size.questions,
        ms: median(&size.times[operation]),
        sampled: false,
    };
    let own = |outcomes| sizes.iter().filter(move |size| size.outcomes == outcomes);
    let line = |&outcomes| Line { outcomes, points: own(outcomes).map(point).collect() };
    OUTCOMES.iter().map(line).collect()
}

/// The power of the number of questions by which time grows: the slope of the straight line that
/// fits the logarithms best.
fn exponent(line: &Line) -> f64 {
    let points = line.points.iter().map(|point| ((point.questions as f64).log2(), point.ms.log2()));
    let points: Vec<_> = points.collect();
    let mean =
        |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / points.len() as f64;
    let (x, y) = (mean(|point| point.0), mean(|point| point.1));
    let both: f64 = points.iter().map(|point| (point.0 - x) * (point.1 - y)).sum();
    both / points.iter().map(|point| (point.0 - x).powi(2)).sum::<f64>()
}

fn text(sizes: &[Size], start: &(String, String), end: &(String, String)) -> String {
    let machine = report::machine();
    let (time, before, after) = (&end.0, &start.1, &end.1);
    let names = OPERATIONS.map(|(name, _)| format!(":{name}"));
    let head: Vec<_> =
        [":questions", ":outcomes"].into_iter().chain(names.iter().map(String::as_str)).collect();
    let costs = report::table(
        &head,
        sizes.iter().map(|size| {
            let times = size.times.iter().map(|samples| format!("{:.4}", median(samples)));
            let times: Vec<_> = times.collect();
            format!("| {} | {} | {} |", size.questions, size.outcomes, times.join(" | "))
        }),
    );
    let exponents: [Vec<f64>; 4] =
        std::array::from_fn(|at| lines(sizes, at).iter().map(exponent).collect());
    let grown = report::table(
        &[&[":outcomes"], &head[2..]].concat(),
        OUTCOMES.iter().enumerate().map(|(row, outcomes)| {
            let cell = |of: &Vec<f64>| format!("{:.2} (× {:.1})", of[row], of[row].exp2());
            let cells: Vec<_> = exponents.iter().map(cell).collect();
            format!("| {outcomes} | {} |", cells.join(" | "))
        }),
    );
    format!(
        "# How the core's cost grows

Written by `cargo xtask bench --growth` on {time} UTC: {machine}, load {before} before
and {after} after. Natively and optimized, on one core. Generated quizzes mix single questions, picks and ratings,
with a rank that breaks ties; {VISITORS} visitors answer each at random and skip one question in eight.
Every size is measured {ROUNDS} times in turn, each time as the mean of these visitors; what takes less than {} µs
is repeated for that long. Medians, in ms. Parse is `Quiz::read`, the counterfactuals are `what_if` (every change of one answer,
then every pair), the 1000 re-runs are `stability`. What a proof costs stands in [PROOF.md](PROOF.md).

![Cost against questions](growth.svg)

{costs}
## By how much

The exponent of the number of questions, fitted over all four sizes, and in brackets what that makes of twice as
many questions: 1 is twice the time, 2 four times.

{grown}",
        LEAST.as_micros()
    )
}

/// A panel an operation, both scales logarithmic.
fn chart(sizes: &[Size]) -> String {
    let panels: String = OPERATIONS
        .iter()
        .enumerate()
        .map(|(at, (_, title))| {
            let (column, row) = ((at % 2) as f64, (at / 2) as f64);
            let panel = Panel {
                title: &format!("{title}, ms"),
                left: 70.0 + 400.0 * column,
                top: 50.0 + 250.0 * row,
                width: 230.0,
                height: 170.0,
                doubling: true,
            };
            panel.draw(&lines(sizes, at))
        })
        .collect();
    let title = "Times of the core against the number of questions";
    let note = "Against the number of questions; both scales logarithmic, so a power is a straight line. Medians.";
    report::picture((810, 560), title, &panels, note)
}
