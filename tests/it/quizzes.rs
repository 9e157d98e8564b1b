//! Broken quiz files: too little, too much, not JSON. None panics.

use career_quiz::quiz::{Quiz, SHIPPED};
use serde_json::{Value, json};

/// The shipped quiz with one thing changed.
pub(crate) fn edited(edit: impl FnOnce(&mut Value)) -> String {
    let mut quiz: Value = serde_json::from_str(SHIPPED).unwrap();
    edit(&mut quiz);
    quiz.to_string()
}

pub(crate) fn question<'a>(quiz: &'a mut Value, id: &str) -> &'a mut Value {
    let questions = quiz["questions"].as_array_mut().unwrap();
    questions.iter_mut().find(|question| question["id"] == id).unwrap()
}

/// Checks that a file is refused, and that one of its faults stands at `place` and says `problem`.
#[track_caller]
pub(crate) fn refused(file: &str, place: &str, problem: &str) {
    let error = Quiz::read(file).unwrap_err();
    let said = error.in_file("my-quiz.json");
    let fault = error
        .faults
        .iter()
        .find(|fault| fault.place.contains(place) && fault.problem.contains(problem));
    let fault =
        fault.unwrap_or_else(|| panic!("no fault at `{place}` saying `{problem}` in:\n{said}"));
    assert!(!fault.remedy.is_empty());
    assert!(said.lines().all(|line| line.starts_with("my-quiz.json:")), "{said}");
}

#[test]
fn an_empty_file_is_refused() {
    refused("", "the file", "empty");
    refused(" \n\t", "the file", "empty");
}

#[test]
fn a_truncated_file_names_where_it_ends() {
    let half = &SHIPPED[..SHIPPED.len() / 2];
    let half = &half[..half.rfind('\n').unwrap()];
    // What was opened last is what the author looks for.
    let error = Quiz::read(half).unwrap_err();
    assert_eq!(error.faults[0].problem, "this { is never closed");
    assert!(error.faults[0].line > half.lines().count() - 10, "{error}");
}

#[test]
fn a_file_cut_anywhere_is_refused_without_a_panic() {
    for end in (0..SHIPPED.len()).step_by(97).filter(|end| SHIPPED.is_char_boundary(*end)) {
        assert!(Quiz::read(&SHIPPED[..end]).is_err(), "cut at byte {end}");
    }
}

#[test]
fn what_is_not_json_names_line_and_column() {
    refused("<!doctype html>", "line 1, column 1", "not JSON");
    refused("{\"format\": 1,\n \"id\": }", "line 2, column 8", "");
    refused("[]", "the file", "an object is wanted");
    refused("\u{0}", "line 1", "");
}

#[test]
fn deep_nesting_is_refused_without_a_panic() {
    refused(&"[".repeat(100_000), "line 1", "");
    refused(&format!("{{\"words\":{}", "{\"a\":".repeat(50_000)), "line 1", "");
}

#[test]
fn ten_thousand_choices_are_refused() {
    let choices: Vec<_> =
        (0..10_000).map(|at| json!({"id": format!("c{at}"), "label": "x"})).collect();
    // Under the limit on the whole file's size, so that the choices themselves are what is said.
    let few: Vec<_> = choices[..51].to_vec();
    refused(
        &edited(|quiz| question(quiz, "code")["choices"] = json!(few)),
        "question `code`",
        "51 choices",
    );
    let all = edited(|quiz| question(quiz, "code")["choices"] = json!(choices));
    refused(&all, "question `code`", "10000 choices");
    refused(&all, "the file", "bytes");
    refused(&" ".repeat(5 << 20).replacen(' ', "{", 1), "the file", "bytes");
}

#[test]
fn a_link_that_is_no_web_or_mail_address_is_refused() {
    for link in [
        "javascript:alert(1)",
        "java\tscript:alert(1)",
        " https://x",
        "data:text/html,x",
        "//x",
        "https://",
        "ftp://x",
        "JAVASCRIPT:x",
        "https://a b",
    ] {
        let file = edited(|quiz| quiz["library"]["resources"][0]["url"] = json!(link));
        refused(&file, "resource `AWS machine learning certification`", "is not a link");
    }
    for link in [
        "https://example.org/a?b#c",
        "http://example.org",
        "mailto:a@example.org",
        "HTTPS://EXAMPLE.ORG",
    ] {
        Quiz::read(&edited(|quiz| quiz["library"]["facts"][0]["url"] = json!(link))).unwrap();
    }
}

#[test]
fn numbers_out_of_range_and_of_the_wrong_kind_are_refused() {
    refused(
        &edited(|quiz| question(quiz, "free-week")["choices"][0]["points"] = json!({"nlp": -2})),
        "choice `plant-photo`, points, nlp",
        "it is -2",
    );
    refused(
        &edited(|quiz| question(quiz, "free-week")["choices"][0]["points"] = json!({"nlp": 1.5})),
        "choice `plant-photo`, points, nlp",
        "1.5",
    );
    refused(
        &edited(|quiz| {
            question(quiz, "free-week")["choices"][0]["points"] = json!({"nlp": 9_999_999_999_i64})
        }),
        "choice `plant-photo`, points, nlp",
        "out of range",
    );
    refused(
        &edited(|quiz| question(quiz, "help-build")["max_picks"] = json!(0)),
        "question `help-build`",
        "1 to 0 of 9",
    );
    refused(
        &edited(|quiz| question(quiz, "reward")["place_points"] = json!([2, 1])),
        "question `reward`",
        "2 place_points for 3",
    );
    refused(&edited(|quiz| quiz["rules"]["clear_lead"] = json!(2)), "rules", "leads of 6 and 2");
    refused(
        &edited(|quiz| quiz["rules"]["enough"]["at_least"] = json!(20)),
        "rules, enough",
        "it is 20",
    );
    refused(
        &edited(|quiz| quiz["stages"][0]["steps_now"] = json!([6])),
        "stage `explorer`",
        "step 6",
    );
    refused(
        &edited(|quiz| quiz["blend"]["breadth_max"] = json!(0)),
        "blend, breadth_max",
        "it is 0",
    );
    refused(&edited(|quiz| quiz["format"] = json!(2)), "format", "format 2");
}

#[test]
fn fields_that_would_be_silently_lost_are_refused() {
    refused(
        &edited(|quiz| question(quiz, "free-week")["max_picks"] = json!(2)),
        "question `free-week`",
        "`max_picks` does not belong",
    );
    refused(
        &edited(|quiz| {
            question(quiz, "enjoy-first")["choices"] = json!([{"id": "a", "label": "A"}])
        }),
        "question `enjoy-first`",
        "`choices` does not belong",
    );
    refused(
        &edited(|quiz| question(quiz, "enjoy-first")["steps"] = json!([])),
        "question `enjoy-first`",
        "`steps` is missing",
    );
    refused(
        &edited(|quiz| question(quiz, "free-week")["promt"] = json!("x")),
        "question `free-week`, promt",
        "`promt` is not known",
    );
    refused(
        &edited(|quiz| question(quiz, "free-week")["format"] = json!("dropdown")),
        "question `free-week`, format",
        "`dropdown` is not known",
    );
}

#[test]
fn references_to_nothing_are_named() {
    refused(
        &edited(|quiz| question(quiz, "code")["block"] = json!("skills")),
        "question `code`",
        "`skills` is not a block",
    );
    refused(
        &edited(|quiz| quiz["rules"]["tie_breaker"] = json!("code")),
        "rules, tie_breaker",
        "not a rank",
    );
    refused(
        &edited(|quiz| quiz["rules"]["enough"]["required"] = json!(["x"])),
        "rules, enough, required",
        "`x` is not a question",
    );
    refused(
        &edited(|quiz| quiz["roadmap"][0]["if_has"][0]["choice"] = json!("phd")),
        "roadmap step 1",
        "`phd` is not a choice",
    );
    refused(
        &edited(|quiz| quiz["stages"][1]["when"] = json!([{"coding": 2}])),
        "stage `foundation`",
        "`coding` is not a question",
    );
}

#[test]
fn all_faults_are_said_not_only_the_first() {
    let file = edited(|quiz| {
        question(quiz, "code")["prompt"] = json!("");
        question(quiz, "free-week")["choices"][0]["points"] = json!({"x": 2});
        quiz["blend"]["path"] = json!("y");
    });
    assert!(Quiz::read(&file).unwrap_err().faults.len() >= 3);
}
