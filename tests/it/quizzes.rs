//! Broken quiz files: each gives its fault with place and remedy, and none panics.

use career_quiz::quiz::{Quiz, SHIPPED};
use serde_json::{Value, json};

/// The shipped quiz with one thing changed.
fn edited(edit: impl FnOnce(&mut Value)) -> String {
    let mut quiz: Value = serde_json::from_str(SHIPPED).unwrap();
    edit(&mut quiz);
    quiz.to_string()
}

fn question<'a>(quiz: &'a mut Value, id: &str) -> &'a mut Value {
    let questions = quiz["questions"].as_array_mut().unwrap();
    questions.iter_mut().find(|question| question["id"] == id).unwrap()
}

/// Checks that a file is refused, and that one of its faults stands at `place` and says `problem`.
#[track_caller]
fn refused(file: &str, place: &str, problem: &str) {
    let error = Quiz::read(file).unwrap_err();
    let said = error.in_file("my-quiz.json");
    let fault = error
        .faults
        .iter()
        .find(|fault| fault.place.contains(place) && fault.problem.contains(problem));
    let fault =
        fault.unwrap_or_else(|| panic!("no fault at `{place}` saying `{problem}` in:\n{said}"));
    assert!(!fault.remedy.is_empty());
    assert!(said.lines().all(|line| line.starts_with("my-quiz.json: ")), "{said}");
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
    refused(half, &format!("line {}", half.lines().count()), "EOF");
}

#[test]
fn a_file_cut_anywhere_is_refused_without_a_panic() {
    for end in (0..SHIPPED.len()).step_by(97).filter(|end| SHIPPED.is_char_boundary(*end)) {
        assert!(Quiz::read(&SHIPPED[..end]).is_err(), "cut at byte {end}");
    }
}

#[test]
fn what_is_not_json_names_line_and_column() {
    refused("<!doctype html>", "line 1, column 1", "expected value");
    refused("{\"format\": 1,\n \"id\": }", "line 2, column 8", "expected value");
    refused("[]", "line 1", "");
    refused("\u{0}", "line 1", "");
}

#[test]
fn deep_nesting_is_refused_without_a_panic() {
    refused(&"[".repeat(100_000), "line 1", "");
    refused(&format!("{{\"words\":{}", "{\"a\":".repeat(50_000)), "line 1", "");
}

#[test]
fn an_unknown_path_in_points_is_named_with_its_choice_and_the_paths_there_are() {
    let file = edited(|quiz| {
        question(quiz, "free-week")["choices"][0]["points"] = json!({"neural-network": 2})
    });
    refused(
        &file,
        "question `free-week`, choice `plant-photo`, points",
        "`neural-network` is not a path",
    );
    assert!(Quiz::read(&file).unwrap_err().to_string().contains("neural-networks, nlp"));
}

#[test]
fn unknown_paths_in_rows_ranks_blend_and_neighbours_are_named() {
    refused(
        &edited(|quiz| question(quiz, "enjoy-first")["rows"][1]["path"] = json!("nlpp")),
        "row `two-meanings`",
        "nlpp",
    );
    refused(
        &edited(|quiz| question(quiz, "reward")["choices"][1]["path"] = json!("x")),
        "choice `language`",
        "`x`",
    );
    refused(&edited(|quiz| quiz["blend"]["path"] = json!("all")), "blend", "`all`");
    refused(
        &edited(|quiz| quiz["paths"][0]["close_to"] = json!({"nowhere": "x"})),
        "path `neural-networks`, close_to",
        "nowhere",
    );
}

#[test]
fn double_and_bad_ids_are_named() {
    refused(
        &edited(|quiz| question(quiz, "proudest")["id"] = json!("free-week")),
        "questions",
        "two have the id `free-week`",
    );
    refused(
        &edited(|quiz| question(quiz, "free-week")["choices"][1]["id"] = json!("plant-photo")),
        "question `free-week`",
        "two have the id",
    );
    refused(&edited(|quiz| quiz["paths"][1]["id"] = json!("NLP!")), "paths", "`NLP!` is not an id");
    refused(
        &edited(|quiz| question(quiz, "free-week")["id"] = json!("")),
        "questions",
        "is not an id",
    );
    refused(
        &edited(|quiz| question(quiz, "free-week")["id"] = json!("x".repeat(41))),
        "questions",
        "is not an id",
    );
    refused(
        &edited(|quiz| question(quiz, "enjoy-first")["rows"][0]["id"] = json!("two-meanings")),
        "question `enjoy-first`",
        "two have",
    );
}

#[test]
fn a_quiz_without_questions_or_paths_is_refused() {
    refused(&edited(|quiz| quiz["questions"] = json!([])), "questions", "none");
    refused(&edited(|quiz| quiz["paths"] = json!([])), "paths", "there are 0");
}

#[test]
fn an_unbalanced_question_is_named_with_what_it_offers() {
    refused(
        &edited(|quiz| {
            question(quiz, "free-week")["choices"][0]["points"] = json!({"neural-networks": 3})
        }),
        "question `free-week`",
        "offers `neural-networks` 4 points in 2 places and `nlp` 3 in 2",
    );
    refused(
        &edited(|quiz| {
            question(quiz, "enjoy-first")["rows"].as_array_mut().unwrap().pop();
        }),
        "question `enjoy-first`",
        "offers",
    );
    refused(
        &edited(|quiz| {
            question(quiz, "help-build")["choices"].as_array_mut().unwrap().pop();
        }),
        "question `help-build`",
        "offers",
    );
    refused(
        &edited(|quiz| question(quiz, "reward")["choices"][0]["path"] = json!("nlp")),
        "question `reward`",
        "offers",
    );
    refused(
        &edited(|quiz| {
            question(quiz, "free-week")["choices"][0]["points"] = json!({"generalist": 2})
        }),
        "question `free-week`",
        "wins by breadth",
    );
}

#[test]
fn a_missing_text_is_named() {
    refused(
        &edited(|quiz| question(quiz, "code")["prompt"] = json!("  ")),
        "question `code`",
        "`prompt` is empty",
    );
    refused(
        &edited(|quiz| {
            question(quiz, "code").as_object_mut().unwrap().remove("prompt");
        }),
        "line 1",
        "missing field `prompt`",
    );
    refused(
        &edited(|quiz| question(quiz, "code")["choices"][0]["label"] = json!("")),
        "choice `none`",
        "`label` is empty",
    );
    refused(
        &edited(|quiz| {
            quiz["words"].as_object_mut().unwrap().remove("continue");
        }),
        "words",
        "`continue` is missing",
    );
    refused(
        &edited(|quiz| quiz["words"]["contineu"] = json!("Go")),
        "words",
        "`contineu` is no text",
    );
    refused(
        &edited(|quiz| quiz["paths"][0]["summary"] = json!("")),
        "path `neural-networks`",
        "`summary` is empty",
    );
    refused(
        &edited(|quiz| quiz["stages"][0]["line"] = json!("")),
        "stage `explorer`",
        "`line` is empty",
    );
    refused(
        &edited(|quiz| quiz["library"]["facts"][0]["country"] = json!("")),
        "fact `bls_ds`",
        "`country` is empty",
    );
}

#[test]
fn one_mistake_gives_one_fault() {
    for edit in [
        |quiz: &mut Value| question(quiz, "free-week")["choices"][0]["points"] = json!({"nope": 2}),
        |quiz: &mut Value| question(quiz, "have")["choices"][0]["label"] = json!(""),
        |quiz: &mut Value| question(quiz, "reward")["place_points"] = json!([2, 1]),
        |quiz: &mut Value| question(quiz, "code")["choices"][4]["id"] = json!("NONE"),
    ] {
        let error = Quiz::read(&edited(edit)).unwrap_err();
        assert_eq!(error.faults.len(), 1, "{error}");
    }
}

#[test]
fn ids_that_a_share_code_could_not_carry_are_refused() {
    refused(&edited(|quiz| quiz["id"] = json!("my.quiz")), "the file", "`my.quiz` is not an id");
    refused(
        &edited(|quiz| quiz["library"]["facts"][1]["id"] = json!("bls_ds")),
        "facts",
        "two have the id",
    );
}

#[test]
fn names_from_the_file_never_break_the_line() {
    let file = edited(|quiz| {
        question(quiz, "free-week")["id"] = json!("a\nb");
        question(quiz, "code")["block"] = json!("x\ny".repeat(100));
        quiz["words"]["a\nb"] = json!("x");
    });
    let error = Quiz::read(&file).unwrap_err();
    assert_eq!(error.in_file("f").lines().count(), error.faults.len());
}

#[test]
fn what_would_silently_never_happen_is_refused() {
    refused(
        &edited(|quiz| question(quiz, "have")["choices"][0]["level"] = json!(2)),
        "question `have`",
        "`level` belongs",
    );
    refused(
        &edited(|quiz| quiz["stages"][1]["when"] = json!([{"code": 9}])),
        "stage `foundation`",
        "no choice of `code` has level 9",
    );
    refused(
        &edited(|quiz| quiz["stages"][1]["when"] = json!([{"reward": 1}])),
        "stage `foundation`",
        "no choice of `reward`",
    );
    refused(
        &edited(|quiz| {
            quiz["roadmap"][0]["if_has"][0] =
                json!({"question": "reward", "choice": "language", "text": "x"})
        }),
        "roadmap step 1",
        "not answered by choosing",
    );
    refused(
        &edited(|quiz| question(quiz, "reward")["place_points"] = json!([0, 0, 0])),
        "rules, tie_breaker",
        "no points",
    );
    refused(
        &edited(|quiz| quiz["rules"]["enough"]["required"] = json!(["breadth"])),
        "rules, tie_breaker",
        "can be skipped",
    );
    refused(
        &edited(|quiz| quiz["rules"]["enough"]["of"] = json!(["proudest", "proudest"])),
        "rules, enough, of",
        "twice",
    );
    refused(
        &edited(|quiz| {
            quiz["blocks"].as_array_mut().unwrap().push(json!({"id": "more", "name": "More"}))
        }),
        "block `more`",
        "no questions",
    );
    refused(
        &edited(|quiz| question(quiz, "help-build")["block"] = json!("background")),
        "block `interest`",
        "do not stand together",
    );
    refused(&edited(|quiz| quiz["lang"] = json!("English (US)")), "the file", "`lang`");
    refused(
        &edited(|quiz| question(quiz, "enjoy-first")["steps"] = json!(vec!["x"; 12])),
        "question `enjoy-first`",
        "12 steps",
    );
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
        "choice `plant-photo`",
        "points is -2",
    );
    refused(
        &edited(|quiz| question(quiz, "free-week")["choices"][0]["points"] = json!({"nlp": 1.5})),
        "line 1",
        "1.5",
    );
    refused(
        &edited(|quiz| {
            question(quiz, "free-week")["choices"][0]["points"] = json!({"nlp": 9_999_999_999_i64})
        }),
        "line 1",
        "",
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
        "at_least is 20",
    );
    refused(
        &edited(|quiz| quiz["stages"][0]["steps_now"] = json!([6])),
        "stage `explorer`",
        "step 6",
    );
    refused(&edited(|quiz| quiz["blend"]["breadth_max"] = json!(0)), "blend", "breadth_max is 0");
    refused(&edited(|quiz| quiz["format"] = json!(2)), "the file", "format 2");
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
        "line 1",
        "unknown field `promt`",
    );
    refused(
        &edited(|quiz| question(quiz, "free-week")["format"] = json!("dropdown")),
        "line 1",
        "unknown variant `dropdown`",
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
