//! Times the core natively on the 400 golden sets of answers.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

use career_quiz::quiz::{
    AnswerSheet, Answers, Quiz, SHIPPED, odds, recommend, share, stability, what_if,
};
use divan::{Bencher, black_box};

fn main() {
    within_three_milliseconds();
    divan::main();
}

/// The limit, checked before anything is measured at length.
fn within_three_milliseconds() {
    let (quiz, answers) = visitors();
    let mut times: Vec<_> = answers
        .iter()
        .map(|answers| {
            let start = std::time::Instant::now();
            black_box((
                recommend(&quiz, answers),
                what_if(&quiz, answers),
                stability(&quiz, answers),
            ));
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    let median = times[times.len() / 2];
    assert!(median.as_millis() < 3, "the median of 400 results takes {median:?}, over 3 ms");
    println!(
        "recommendation, what-if and 1000 runs, 400 visitors: median {median:?} (target 3 ms)"
    );
}

fn visitors() -> (Quiz, Vec<Answers>) {
    let quiz = Quiz::read(SHIPPED).unwrap();
    let vectors: Vec<serde_json::Value> =
        serde_json::from_str(include_str!("../../../tests/fixtures/vectors.json")).unwrap();
    let answers = vectors
        .iter()
        .map(|vector| serde_json::from_value::<AnswerSheet>(vector["answers"].clone()).unwrap())
        .map(|sheet| sheet.answers(&quiz).unwrap())
        .collect();
    (quiz, answers)
}

/// Runs `one` for a visitor a time, through all of them and again.
fn each(bencher: Bencher, one: impl Fn(&Quiz, &Answers) + Sync) {
    let (quiz, answers) = visitors();
    let next = std::sync::atomic::AtomicUsize::new(0);
    bencher
        .with_inputs(|| {
            &answers[next.fetch_add(1, std::sync::atomic::Ordering::Relaxed) % answers.len()]
        })
        .bench_refs(|answers| one(&quiz, answers));
}

#[divan::bench(sample_count = 400)]
fn recommendation_with_what_if_and_1000_runs(bencher: Bencher) {
    each(bencher, |quiz, answers| {
        black_box(recommend(quiz, answers));
        black_box(what_if(quiz, answers));
        black_box(stability(quiz, answers));
    });
}

#[divan::bench(sample_count = 400)]
fn recommendation_alone(bencher: Bencher) {
    each(bencher, |quiz, answers| {
        black_box(recommend(quiz, answers));
    });
}

#[divan::bench(sample_count = 400)]
fn what_if_alone(bencher: Bencher) {
    each(bencher, |quiz, answers| {
        black_box(what_if(quiz, answers));
    });
}

#[divan::bench(sample_count = 400)]
fn the_1000_runs_alone(bencher: Bencher) {
    each(bencher, |quiz, answers| {
        black_box(stability(quiz, answers));
    });
}

/// One change of an answer that decides what is asked is counted anew, alone and in every pair.
#[divan::bench(sample_count = 100)]
fn what_if_where_questions_hang_on_others(bencher: Bencher) {
    let quiz = Quiz::read(include_str!("../../../quizzes/examples/branching.json")).unwrap();
    let said = r#"{"goal":"page","before":"a-little","tried":"homepage","liked":"at-once",
        "reason":"both","work":"sites","colleagues":["some-javascript"],"evening":"club-page",
        "enjoy":{"find-pattern":1,"look-right":3,"fewer-taps":1,"own-world":0},
        "proudest":["strangers","always-there","saved-hours","laughed"]}"#;
    let answers = serde_json::from_str::<AnswerSheet>(said).unwrap().answers(&quiz).unwrap();
    bencher.bench(|| what_if(black_box(&quiz), &answers));
}

#[divan::bench(sample_count = 400)]
fn share_code_there_and_back(bencher: Bencher) {
    each(bencher, |quiz, answers| {
        black_box(share::decode(quiz, &share::encode(quiz, answers)).is_ok());
    });
}

#[divan::bench(sample_count = 50)]
fn reading_the_shipped_quiz() -> Quiz {
    Quiz::read(black_box(SHIPPED)).unwrap()
}

#[divan::bench(sample_count = 5)]
fn exact_odds(bencher: Bencher) {
    let (quiz, _) = visitors();
    bencher.bench(|| odds(&quiz));
}
