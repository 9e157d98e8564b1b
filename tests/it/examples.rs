//! Quizzes about something else: the examples, and quizzes with as little as their author likes.

use std::fs;
use std::path::{Path, PathBuf};

use career_quiz::quiz::language::Language;
use career_quiz::quiz::{
    Action, Answers, Grade, Outline, Quiz, SHIPPED, Screen, Session, export, recommend, share,
};
use serde_json::{Value, json};

use crate::look::{Look, look};
use crate::people::{sheet, shipped, taken};
use crate::screens::draw;

/// Answers to an example that are meant to lead to a path, by its file.
const MEANT: &[(&str, &str, &str)] = &[
    ("minimal", r#"{"first-morning": "swim", "evening": "hut"}"#, "sea"),
    ("minimal", r#"{"first-morning": "walk", "evening": "harbour"}"#, "mountains"),
    (
        "branching",
        r#"{"goal": "game", "before": "never", "reason": "fun", "evening": "own-level",
            "enjoy": {"find-pattern": 0, "look-right": 1, "fewer-taps": 1, "own-world": 3},
            "proudest": ["laughed", "strangers", "always-there", "saved-hours"]}"#,
        "csharp",
    ),
    (
        "branching",
        r#"{"goal": "chore", "before": "now-and-then", "tried": "formulas", "liked": "exact",
            "reason": "work", "work": "tables", "colleagues": ["some-python"],
            "enjoy": {"find-pattern": 3, "look-right": 1, "fewer-taps": 1, "own-world": 0},
            "proudest": ["saved-hours", "strangers", "always-there", "laughed"]}"#,
        "python",
    ),
    ("gardening", KITCHEN, "kitchen"),
    (
        "gardening",
        r#"{"free-morning": "wait-and-see", "neighbours": ["saw-hedgehog", "birds-here"],
            "jobs": {"pull-carrots": 1, "count-moths": 3, "tie-sweet-peas": 2, "choose-stones": 1},
            "time": "each-month", "evening": ["bats", "scent", "quiet", "warm-tomato"],
            "sorrow": "no-bees", "grown": "nothing", "light": "do-not-know", "shed": []}"#,
        "wildlife",
    ),
    (
        "gardening",
        r#"{"free-morning": "buy-roses", "time": "each-week", "sorrow": "no-flowers", "shed": []}"#,
        "cottage",
    ),
    (
        "gardening",
        r#"{"free-morning": "carry-chair", "neighbours": ["never-working"], "time": "few-times",
            "evening": ["quiet", "bats", "scent", "warm-tomato"], "shed": []}"#,
        "gravel",
    ),
];

/// A visitor who likes to eat what she grows, and has grown things for years.
const KITCHEN: &str = r#"{"free-morning": "dig-bed", "neighbours": ["spare-courgettes", "taste-that"],
    "jobs": {"pull-carrots": 3, "count-moths": 1, "tie-sweet-peas": 2, "choose-stones": 0},
    "time": "each-day", "evening": ["warm-tomato", "scent", "bats", "quiet"],
    "sorrow": "slugs-salad", "grown": "years", "light": "full", "shed": ["compost", "spade"]}"#;

/// Answers that are meant to lead to a path.
fn meant(path: &str) -> &'static str {
    MEANT.iter().find(|(_, _, leads)| *leads == path).unwrap().1
}

pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("quizzes/examples")
}

/// A quiz file as a page shows it: with the shipped quiz's words for those it does not give.
pub(crate) fn shown(file: &str) -> Quiz {
    let mut quiz = Quiz::read(file).unwrap_or_else(|error| panic!("{error}\n{file}"));
    quiz.words.borrow_from(&shipped().words);
    quiz
}

fn example(name: &str) -> Quiz {
    shown(&fs::read_to_string(folder().join(format!("{name}.json"))).unwrap())
}

fn result(quiz: &Quiz, answers: &Answers) -> Session {
    let result = taken(quiz, answers).apply(quiz, Action::Continue);
    assert_eq!(result.screen(), Screen::Result, "{} of {}", answers.count(quiz), quiz.id);
    result
}

/// Every screen a visitor of any quiz can come to.
fn screens(quiz: &Quiz, answers: &Answers) -> Vec<(String, String)> {
    let mut screens = Vec::new();
    let mut session = Session::new(1);
    for question in &quiz.questions {
        screens.push((question.id.clone(), draw(quiz, session.clone())));
        session = session.apply(quiz, Action::Skip);
    }
    screens.push(("review".into(), draw(quiz, taken(quiz, answers))));
    screens.push(("early".into(), draw(quiz, session.apply(quiz, Action::Continue))));
    let result = result(quiz, answers);
    screens.push(("result".into(), draw(quiz, result.clone())));
    let back = Session::recall(quiz, &result.remember(quiz)).unwrap();
    screens.push(("resume".into(), draw(quiz, back)));
    let retaken = result.apply(quiz, Action::Retake { keep: true }).apply(quiz, Action::Review);
    screens.push(("again".into(), draw(quiz, retaken.apply(quiz, Action::Continue))));
    for grade in [Grade::Result, Grade::Answers] {
        let opened = share::open(quiz, &share::link(quiz, answers, grade)).unwrap();
        let newcomer = Session::new(1).with_shared(opened.clone(), true);
        screens.push((format!("shared {grade:?}"), draw(quiz, newcomer)));
        let compared = result.clone().with_shared(opened, true).apply(quiz, Action::Compare);
        screens.push((format!("compared {grade:?}"), draw(quiz, compared)));
    }
    screens
}

/// A quiz with nothing but ids, names and labels: so many paths and questions.
fn bare(paths: usize, questions: usize) -> Quiz {
    shown(&bare_file(paths, questions).to_string())
}

fn bare_file(paths: usize, questions: usize) -> Value {
    let ids: Vec<_> = (1..=paths).map(|at| format!("p{at}")).collect();
    let choices: Vec<_> = ids
        .iter()
        .map(|id| json!({"id": id, "label": format!("To {id}"), "points": {id: 1}}))
        .collect();
    json!({
        "format": 1, "id": "bare", "title": "Bare",
        "paths": ids.iter().map(|id| json!({"id": id, "name": format!("Place {id}")})).collect::<Vec<_>>(),
        "questions": (1..=questions).map(|at| json!({"id": format!("q{at}"), "prompt": format!("Asked {at}?"), "choices": choices})).collect::<Vec<_>>(),
    })
}

/// Answers that all speak for the last path.
fn for_the_last(quiz: &Quiz) -> Answers {
    let last = format!("p{}", quiz.paths.len());
    let said: Value = quiz.questions.iter().map(|one| (one.id.clone(), json!(last))).collect();
    sheet(quiz, &said.to_string())
}

#[test]
fn every_example_is_sound_and_names_its_schema() {
    let files = fs::read_dir(folder()).unwrap().map(|file| file.unwrap().path());
    let mut read = 0;
    for path in files {
        let file = fs::read_to_string(&path).unwrap();
        shown(&file);
        let value: Value = serde_json::from_str(&file).unwrap();
        assert_eq!(value["$schema"], "../quiz.schema.json", "{}", path.display());
        read += 1;
    }
    assert!(read >= 2, "{read} examples");
}

#[test]
fn the_minimal_example_has_fifteen_lines() {
    assert_eq!(fs::read_to_string(folder().join("minimal.json")).unwrap().lines().count(), 15);
}

#[test]
fn answers_meant_for_an_outcome_come_out_there_on_the_screen() {
    for (name, answers, path) in MEANT {
        let quiz = example(name);
        let answers = sheet(&quiz, answers);
        assert_eq!(quiz.path_id(recommend(&quiz, &answers).path()), *path, "{name}");
        let markup = draw(&quiz, result(&quiz, &answers));
        assert!(markup.contains(&format!("data-path=\"{path}\"")), "{name}: {path}");
    }
}

#[test]
fn the_garden_quiz_uses_every_format_and_has_no_blend() {
    let file = fs::read_to_string(folder().join("gardening.json")).unwrap();
    for format in ["single", "multiple", "rating", "rank", "scale"] {
        assert!(file.contains(&format!("\"format\": \"{format}\"")), "{format}");
    }
    assert!(example("gardening").blend.is_none());
}

#[test]
fn nothing_empty_is_seen_however_little_a_quiz_says() {
    let minimal = example("minimal");
    let gardening = example("gardening");
    let eight = bare(8, 3);
    for (quiz, answers) in [
        (&minimal, sheet(&minimal, MEANT[0].1)),
        (&gardening, sheet(&gardening, KITCHEN)),
        (&bare(2, 1), for_the_last(&bare(2, 1))),
        (&eight, for_the_last(&eight)),
    ] {
        for (name, markup) in screens(quiz, &answers) {
            assert_eq!(look(&markup).hollow, Vec::<String>::new(), "{}: {name}", quiz.id);
        }
    }
}

#[test]
fn no_screen_has_a_place_that_was_not_filled() {
    for (paths, questions) in [(2, 1), (2, 3), (8, 1), (8, 3)] {
        let quiz = bare(paths, questions);
        for (name, markup) in screens(&quiz, &for_the_last(&quiz)) {
            let texts: String = markup.split('<').filter_map(|tag| tag.split('>').nth(1)).collect();
            assert!(!texts.contains(['{', '}']), "{paths} paths: {name}: {texts}");
        }
    }
}

#[test]
fn texts_that_count_the_other_outcomes_are_right_for_two_and_for_eight() {
    let said = |paths: usize| {
        let quiz = bare(paths, 1);
        draw(&quiz, result(&quiz, &for_the_last(&quiz)))
    };
    let (two, eight) = (said(2), said(8));
    assert!(two.contains("beyond those it gave the other path"));
    assert!(two.contains("Points ahead of the other path<"));
    assert!(eight.contains("beyond the average of the others"));
    assert!(eight.contains("Points ahead of the others, on average<"));
    for markup in [two, eight] {
        assert!(markup.contains(">Your matches<"));
    }
}

#[test]
fn nothing_that_a_quiz_of_ones_own_borrows_speaks_of_the_shipped_one() {
    let subject = [
        "machine learning",
        "neural",
        "language processing",
        "generalist",
        "maths",
        "degree",
        "Twelve",
        "articles",
        "Deep",
        "career",
    ];
    for quiz in [example("minimal"), bare(8, 3)] {
        let answers = match quiz.paths.len() {
            2 => sheet(&quiz, MEANT[0].1),
            _ => for_the_last(&quiz),
        };
        for (name, markup) in screens(&quiz, &answers) {
            let texts = look(&markup).texts;
            for word in subject {
                assert!(!texts.contains(word), "{}: {name} speaks of {word}", quiz.id);
            }
        }
    }
}

#[test]
fn a_quiz_borrows_the_words_of_its_language_and_they_are_as_neutral() {
    let shipped: Value = serde_json::from_str(SHIPPED).unwrap();
    for lang in ["ar", "de", "es", "fr", "uk"] {
        let file =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("quizzes/career-quiz.{lang}.json"));
        let language = Language::read(&fs::read_to_string(file).unwrap()).unwrap();
        let translated = Quiz::read(&language.translate(&shipped).to_string()).unwrap();
        let mut quiz = Quiz::read(&bare_file(2, 1).to_string()).unwrap();
        quiz.words.borrow_from(&translated.words);
        let markup = draw(&quiz, result(&quiz, &for_the_last(&quiz)));
        let Look { hollow, texts } = look(&markup);
        assert_eq!(hollow, Vec::<String>::new(), "{lang}");
        assert!(!texts.contains(['{', '}']), "{lang}: {texts}");
        assert!(texts.contains(&language.texts["words.matches"]), "{lang}");
    }
}

#[test]
fn a_path_asks_for_its_own_action_and_the_others_for_the_quizs() {
    let quiz = example("gardening");
    let drawn = |answers: &str| draw(&quiz, result(&quiz, &sheet(&quiz, answers)));
    let own = drawn(KITCHEN);
    assert!(own.contains("href=\"https://example.com/garden/sowing-calendar\""));
    assert!(own.contains("part=\"button call-to-action\""));
    let (before, after) = own.split_once("call-to-action").unwrap();
    assert!(before.contains("class=\"roadmap\"") && after.contains("part=\"share\""));
    assert!(drawn(meant("cottage")).contains("href=\"https://example.com/garden/letter\""));
    let none = example("minimal");
    assert!(!draw(&none, result(&none, &sheet(&none, MEANT[0].1))).contains("call-to-action"));
}

#[test]
fn whoever_gets_a_shared_result_is_not_asked_for_an_action() {
    let quiz = example("gardening");
    for (name, markup) in screens(&quiz, &sheet(&quiz, KITCHEN)) {
        let hers = ["result", "again"].contains(&name.as_str());
        assert_eq!(markup.contains("call-to-action"), hers, "{name}");
    }
}

#[test]
fn as_text_a_result_ends_with_what_the_author_asks_for() {
    let quiz = example("gardening");
    let text = export::markdown(&quiz, &sheet(&quiz, KITCHEN), "https://example.com/#x");
    let end = "\n\nWhat to sow each week, on one page to pin up beside the seeds.\n\n\
        [Get the sowing calendar](<https://example.com/garden/sowing-calendar>)\n\n<https://example.com/#x>\n";
    assert!(text.ends_with(end), "{text}");
    let bare = bare(2, 1);
    let text = export::markdown(&bare, &for_the_last(&bare), "https://example.com/#x");
    assert!(!text.contains("\n\n\n") && !text.contains("## \n"), "{text}");
}

#[test]
fn the_picture_of_a_bare_result_has_its_bars_and_no_empty_line() {
    let quiz = bare(8, 1);
    let outline = Outline::of(&quiz, &for_the_last(&quiz));
    let card = export::card(&quiz, &outline, "example.com", |_| ("square", "M0 0z"));
    let card: Value = serde_json::from_str(&card).unwrap();
    assert_eq!(card["rows"].as_array().unwrap().len(), 8);
    assert_eq!(card["foot"], json!(["example.com"]));
}
