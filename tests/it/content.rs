//! The quiz as it ships.

use career_quiz::quiz::{Quiz, SHIPPED, odds};

#[test]
fn under_random_answers_the_three_paths_are_exactly_equally_likely() {
    let quiz = Quiz::read(SHIPPED).unwrap();
    let odds = odds(&quiz);
    let by_id = |id: &str| quiz.paths.iter().position(|path| path.id == id).unwrap();
    let [nn, nlp, dl, all] = ["neural-networks", "nlp", "deep-learning", "generalist"].map(by_id);
    assert_eq!(odds.ways[nn], odds.ways[nlp]);
    assert_eq!(odds.ways[nlp], odds.ways[dl]);
    assert_eq!([nn, nlp, dl, all].map(|path| odds.hundredths(path)), [2530, 2530, 2530, 2409]);
    assert_eq!(odds.ways.iter().sum::<u128>(), odds.all);
}
