//! The quiz in other languages: complete, and scored alike.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use career_quiz::quiz::language::{Language, places};
use career_quiz::quiz::{Fraction, Numbers, Quiz, SHIPPED, Word, recommend, share, stage};
use proptest::prelude::*;
use serde_json::Value;

use crate::people::{any_answers, nlp, shipped};

fn own() -> Value {
    serde_json::from_str(SHIPPED).unwrap()
}

fn languages() -> Vec<Language> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("quizzes");
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    let of_the_quiz = |name: &str| name.starts_with("career-quiz.") && name.split('.').count() == 3;
    names.retain(|path| of_the_quiz(&path.file_name().unwrap().to_string_lossy()));
    names.sort();
    names.iter().map(|path| Language::read(&fs::read_to_string(path).unwrap()).unwrap()).collect()
}

fn translated() -> Vec<Quiz> {
    let read = |language: &Language| Quiz::read(&language.translate(&own()).to_string()).unwrap();
    languages().iter().map(read).collect()
}

#[test]
fn five_languages_beside_english_are_complete() {
    let tags: Vec<_> = languages().into_iter().map(|one| one.lang).collect();
    assert_eq!(tags, ["ar", "de", "es", "fr", "uk"]);
    for language in languages() {
        let faults: Vec<_> = language.faults(&own()).iter().map(ToString::to_string).collect();
        assert_eq!(faults, Vec::<String>::new(), "{}", language.lang);
    }
}

#[test]
fn a_text_that_is_missing_empty_unknown_or_fills_another_place_is_named() {
    let mut language = languages().remove(0);
    language.texts.remove("title");
    language.texts.insert("words.back".into(), " ".into());
    language.texts.insert("words.bakc".into(), "x".into());
    language.texts.insert("words.count".into(), "{n} {tota}".into());
    let mut places: Vec<_> = language.faults(&own()).into_iter().map(|fault| fault.place).collect();
    places.sort();
    let wanted = ["words.back", "words.bakc", "words.count", "title"];
    let mut wanted = wanted.map(|place| format!("texts, {place}"));
    wanted.sort();
    assert_eq!(places, wanted);
    let error = Language::read("{\"lang\": 1}").unwrap_err();
    assert!(error.faults.iter().all(|fault| fault.line == 1), "{error}");
}

#[test]
fn ids_points_and_sources_are_no_texts_and_every_shown_text_is_one() {
    let places = places(&own());
    for text in [
        "title",
        "questions.free-week.choices.plant-photo.label",
        "words.via",
        "roadmap.0.if_has.0.text",
        "library.facts.source_ps.year",
    ] {
        assert!(places.contains_key(text), "{text}");
    }
    for other in [
        "id",
        "paths.nlp.id",
        "questions.free-week.choices.plant-photo.id",
        "library.resources.0.name",
        "library.facts.bls_ds.source",
        "rules.tie_breaker",
    ] {
        assert!(!places.contains_key(other), "{other}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn answers_count_the_same_in_every_language_and_have_the_same_code(answers in any_answers()) {
        let quiz = shipped();
        for other in translated() {
            prop_assert_eq!(recommend(&other, &answers), recommend(&quiz, &answers));
            prop_assert_eq!(stage(&other, &answers), stage(&quiz, &answers));
            prop_assert_eq!(share::encode(&other, &answers), share::encode(&quiz, &answers));
        }
    }
}

#[test]
fn all_golden_vectors_hold_in_every_language() {
    for quiz in translated() {
        crate::vectors::hold(&quiz);
    }
}

#[test]
fn no_language_leaves_a_long_text_in_english() {
    let english = places(&own());
    // Names that practitioners of a language use as they are.
    for language in languages() {
        let same = language.texts.iter().filter(|(place, text)| {
            english[*place] == **text && text.chars().filter(|c| c.is_alphabetic()).count() > 30
        });
        let same: BTreeMap<_, _> = same.collect();
        assert!(same.is_empty(), "{}: {same:?}", language.lang);
    }
}

#[test]
fn a_number_chooses_its_words_by_its_plural_category() {
    let mut quiz = shipped();
    quiz.words.numbers.plural =
        |_, number| if number.ends_with(['2', '3', '4']) { "few" } else { "many" }.to_owned();
    let text = |n: &str| {
        quiz.words.fill("{n} {n:one=запитання|few=запитання|many=запитань} тут", &[("n", n)])
    };
    assert_eq!(text("3"), "3 запитання тут");
    assert_eq!(text("11"), "11 запитань тут");
    let one = shipped();
    assert_eq!(one.words.fill("{n:one=a question|other=questions}", &[("n", "1")]), "a question");
    assert_eq!(
        one.words.fill("{n:few=x|other=questions}", &[("n", "1")]),
        "questions",
        "the last is for the rest"
    );
    assert_eq!(one.words.fill("{n:}{m:one=a}", &[("n", "1")]), "{m:one=a}", "a slip harms nobody");
    assert!(!one.words[Word::CompareCount].is_empty());
}

#[test]
fn numbers_are_written_as_the_language_writes_them() {
    let english = Numbers::default();
    let half = Fraction::new(19, 2);
    assert_eq!(
        [english.exact(half), english.signed(half), english.percent(73)],
        ["9.5", "+9.5", "73%"]
    );
    let french =
        Numbers { percent: "{n}\u{202f}%".into(), decimal: ",".into(), ..Numbers::default() };
    assert_eq!(
        [french.exact(half), french.signed(-half), french.percent(73)],
        ["9,5", "−9,5", "73\u{202f}%"]
    );
    let arabic = Numbers { isolated: true, ..Numbers::default() };
    assert_eq!(arabic.signed(half), "\u{200e}+9.5\u{200e}");
}

#[test]
fn arabic_is_drawn_from_right_to_left() {
    let arabic = translated().remove(0);
    assert_eq!((arabic.lang.as_str(), arabic.direction()), ("ar", "rtl"));
    assert!(recommend(&arabic, &nlp(&arabic)).enough);
}
