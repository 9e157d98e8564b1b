//! Mistakes in a quiz file: each gives its fault with place and remedy.

use career_quiz::quiz::Quiz;
use serde_json::{Value, json};

use crate::quizzes::{edited, question, refused};

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
    let remedy = |file: &str| Quiz::read(file).unwrap_err().faults.remove(0).remedy;
    assert_eq!(remedy(&file), "did you mean `neural-networks`?");
    let file = edited(|quiz| {
        question(quiz, "free-week")["choices"][0]["points"] = json!({"gardening": 2})
    });
    assert!(
        remedy(&file).contains("neural-networks, nlp"),
        "what is not near any is told them all"
    );
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
        "question `free-week`, id",
        "two have the id `free-week`",
    );
    refused(
        &edited(|quiz| question(quiz, "free-week")["choices"][1]["id"] = json!("plant-photo")),
        "question `free-week`",
        "two have the id",
    );
    refused(&edited(|quiz| quiz["paths"][1]["id"] = json!("NLP!")), "path `NLP!`", "is not an id");
    refused(
        &edited(|quiz| question(quiz, "free-week")["id"] = json!("")),
        "question 1, id",
        "is not an id",
    );
    refused(
        &edited(|quiz| question(quiz, "free-week")["id"] = json!("x".repeat(41))),
        "question `xxx",
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
    refused(&edited(|quiz| quiz["paths"] = json!([])), "paths", "it lists 0");
}

#[test]
fn an_unbalanced_question_is_named_with_what_it_offers() {
    refused(
        &edited(|quiz| {
            question(quiz, "free-week")["choices"][0]["points"] = json!({"neural-networks": 3})
        }),
        "question `free-week`",
        "offer `neural-networks` 3 + 1 and `nlp` 2 + 1",
    );
    refused(
        &edited(|quiz| {
            question(quiz, "enjoy-first")["rows"].as_array_mut().unwrap().pop();
        }),
        "question `enjoy-first`",
        "offer `",
    );
    refused(
        &edited(|quiz| {
            question(quiz, "help-build")["choices"].as_array_mut().unwrap().pop();
        }),
        "question `help-build`",
        "offer `",
    );
    refused(
        &edited(|quiz| question(quiz, "reward")["choices"][0]["path"] = json!("nlp")),
        "question `reward`",
        "offer `",
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
        "question `code`, prompt",
        "it is empty",
    );
    refused(
        &edited(|quiz| {
            question(quiz, "code").as_object_mut().unwrap().remove("prompt");
        }),
        "question `code`",
        "`prompt` is missing",
    );
    refused(
        &edited(|quiz| question(quiz, "code")["choices"][0]["label"] = json!("")),
        "choice `none`, label",
        "it is empty",
    );
    refused(
        &edited(|quiz| quiz["words"]["contineu"] = json!("Go")),
        "words",
        "`contineu` is no text",
    );
    refused(
        &edited(|quiz| quiz["paths"][0]["summary"] = json!("")),
        "path `neural-networks`, summary",
        "it is empty",
    );
    refused(
        &edited(|quiz| quiz["stages"][0]["line"] = json!("")),
        "stage `explorer`, line",
        "it is empty",
    );
    refused(
        &edited(|quiz| quiz["library"]["facts"][0]["country"] = json!("")),
        "fact `bls_ds`, country",
        "it is empty",
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
    refused(&edited(|quiz| quiz["id"] = json!("my.quiz")), "id", "`my.quiz` is not an id");
    refused(
        &edited(|quiz| quiz["library"]["facts"][1]["id"] = json!("bls_ds")),
        "fact `bls_ds`, id",
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
    refused(&edited(|quiz| quiz["lang"] = json!("English (US)")), "lang", "is no language tag");
    refused(
        &edited(|quiz| question(quiz, "enjoy-first")["steps"] = json!(vec!["x"; 12])),
        "question `enjoy-first`",
        "12 steps",
    );
}
