//! The core knows no quiz by name: other paths, other formats, no blend.

use career_quiz::quiz::{
    Answer, Quiz, RUNS, SHIPPED, WhatIf, odds, recommend, roadmap, share, stability, stage, what_if,
};
use serde_json::{Value, json};

use crate::people::sheet;

/// Four kinds of garden, no blend, no stages, and every format at least once.
pub(crate) fn gardens() -> Quiz {
    let shipped: Value = serde_json::from_str(SHIPPED).unwrap();
    let ids = ["herbs", "roses", "trees", "moss"];
    let marks = ["circle", "square", "hexagon", "cross"];
    let path = |at: usize| {
        json!({"id": ids[at], "mark": marks[at], "name": ids[at], "inline": ids[at], "tag": "t",
            "summary": "s", "what": "w", "first_project": "p"})
    };
    let own = |suffix: &str| -> Vec<Value> {
        ids.iter()
            .map(|id| json!({"id": format!("{id}-{suffix}"), "label": id, "points": {*id: 3}}))
            .collect()
    };
    let file = json!({
        "format": 1, "id": "gardens", "version": "1", "date": "2026-11-21", "lang": "en", "title": "Gardens",
        "intro": {"title": "t", "body": "b", "promise": "p"},
        "paths": [path(0), path(1), path(2), path(3)],
        "blocks": [{"id": "all", "name": "All"}],
        "questions": [
            {"id": "smell", "block": "all", "format": "single", "prompt": "p", "choices": own("smell")},
            {"id": "rain", "block": "all", "format": "scale", "prompt": "p", "choices": own("rain")},
            {"id": "grow", "block": "all", "format": "multiple", "prompt": "p", "min_picks": 1, "max_picks": 2, "choices": own("grow")},
            {"id": "care", "block": "all", "format": "rating", "prompt": "p", "points_per_step": 1, "steps": ["no", "yes"],
                "rows": ids.iter().map(|id| json!({"id": id, "label": id, "path": id})).collect::<Vec<_>>()},
            {"id": "order", "block": "all", "format": "rank", "prompt": "p", "place_points": [3, 2, 1, 0],
                "choices": ids.iter().map(|id| json!({"id": id, "label": id, "path": id})).collect::<Vec<_>>()},
        ],
        "rules": {"clear_lead": 20, "leaning_lead": 5, "tie_breaker": "order", "enough": {}},
        "words": shipped["words"],
    });
    Quiz::read(&file.to_string()).unwrap()
}

#[test]
fn four_paths_without_a_blend_are_equally_likely() {
    let odds = odds(&gardens());
    assert_eq!(odds.ways.len(), 4);
    assert_eq!(odds.ways.iter().sum::<u128>(), odds.all);
    let most = odds.ways.iter().max().unwrap();
    let least = odds.ways.iter().min().unwrap();
    // Ties that the rank cannot break do not arise: it ranks every path.
    assert_eq!(most, least);
}

#[test]
fn a_quiz_without_blend_or_stages_has_result_reasons_and_changes() {
    let quiz = gardens();
    let answers = sheet(
        &quiz,
        r#"{"smell":"moss-smell","rain":"moss-rain","grow":["trees-grow","moss-grow"],
        "care":{"herbs":0,"roses":0,"trees":1,"moss":1},"order":["moss","trees","herbs","roses"]}"#,
    );
    let result = recommend(&quiz, &answers);
    assert_eq!(quiz.path_id(result.path()), "moss");
    assert_eq!(result.reasons.len(), 5);
    assert_eq!(stage(&quiz, &answers), None);
    assert!(roadmap(&quiz, &answers).is_empty());
    assert!(stability(&quiz, &answers) > 900);
    assert_eq!(what_if(&quiz, &answers), WhatIf::Two, "moss is far ahead of trees");
    let code = share::encode(&quiz, &answers);
    assert!(code.starts_with("1.gardens."));
    assert_eq!(share::decode(&quiz, &code).unwrap().said, answers);
}

#[test]
fn level_bars_go_to_the_path_ranked_higher() {
    let quiz = gardens();
    let answers = sheet(
        &quiz,
        r#"{"smell":"moss-smell","rain":"trees-rain","order":["herbs","trees","moss","roses"]}"#,
    );
    let level = sheet(&quiz, r#"{"smell":"moss-smell","rain":"trees-rain"}"#);
    assert_eq!(quiz.path_id(recommend(&quiz, &answers).path()), "trees");
    assert_eq!(
        quiz.path_id(recommend(&quiz, &level).path()),
        "trees",
        "without a rank and a blend, the first"
    );
}

#[test]
fn nothing_answered_is_a_result_too_and_never_enough_in_the_shipped_quiz() {
    let quiz = Quiz::read(SHIPPED).unwrap();
    let blank = sheet(&quiz, "{}");
    let result = recommend(&quiz, &blank);
    assert!(!result.enough && result.reasons.is_empty());
    assert_eq!(stability(&quiz, &blank), RUNS);
    assert_eq!(what_if(&quiz, &blank), WhatIf::ThreeOrMore);
}

#[test]
fn a_very_large_quiz_is_explained_in_time_and_its_odds_are_not_claimed_to_be_exact() {
    let shipped: Value = serde_json::from_str(SHIPPED).unwrap();
    let mut large = shipped.clone();
    let ids = ["neural-networks", "nlp", "deep-learning"];
    let rows: Vec<_> = (0..48)
        .map(|at| json!({"id": format!("r{at}"), "label": "x", "path": (ids[at % 3])}))
        .collect();
    let more = (0..9).map(|at| {
        json!({"id": format!("q{at}"), "block": "background", "format": "rating", "prompt": "p", "points_per_step": 1,
            "steps": ["a", "b", "c", "d", "e", "f", "g"], "rows": rows})
    });
    large["questions"].as_array_mut().unwrap().extend(more);
    let quiz = Quiz::read(&large.to_string()).unwrap();
    let mut answers = crate::people::nlp(&quiz);
    for at in 12..quiz.questions.len() {
        let steps =
            quiz.questions[at].rows().iter().map(|row| Some(if row.path == 1 { 6 } else { 1 }));
        answers = answers.with(at, Some(Answer::Ratings(steps.collect())));
    }
    assert_eq!(what_if(&quiz, &answers), WhatIf::ThreeOrMore);
    assert!(!odds(&quiz).exact());
}
