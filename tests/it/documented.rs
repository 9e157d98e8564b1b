//! What docs/quiz-format.md shows, held against the examples.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::examples::{folder, shown};

/// The blocks of JSON in docs/quiz-format.md.
fn documented() -> Vec<Value> {
    let doc = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/quiz-format.md");
    let doc = fs::read_to_string(doc).unwrap();
    let blocks = doc.split("```json\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    let read = |block: &str| {
        serde_json::from_str(block).unwrap_or_else(|error| panic!("{error} in:\n{block}"))
    };
    blocks.map(read).collect()
}

#[test]
fn the_documented_quiz_is_the_minimal_example() {
    let file = fs::read_to_string(folder().join("minimal.json")).unwrap();
    let whole: Vec<_> =
        documented().into_iter().filter(|block| block.get("format") == Some(&json!(1))).collect();
    assert_eq!(whole, [serde_json::from_str::<Value>(&file).unwrap()]);
}

#[test]
fn every_piece_of_a_quiz_in_the_documentation_fits_into_the_minimal_example() {
    let file = fs::read_to_string(folder().join("minimal.json")).unwrap();
    let blocks = documented();
    assert!(blocks.len() > 12, "{} blocks", blocks.len());
    for block in blocks {
        let mut quiz: Value = serde_json::from_str(&file).unwrap();
        if block.get("prompt").is_some() {
            ask(&mut quiz, &block);
        } else {
            for (name, value) in block.as_object().unwrap() {
                match name.as_str() {
                    "questions" => {
                        value.as_array().unwrap().iter().for_each(|asked| ask(&mut quiz, asked));
                    }
                    _ => quiz[name] = value.clone(),
                }
            }
        }
        shown(&quiz.to_string());
    }
}

/// Puts a question into a quiz, in the place of one with its id.
fn ask(quiz: &mut Value, question: &Value) {
    let questions = quiz["questions"].as_array_mut().unwrap();
    questions.retain(|one| one["id"] != question["id"]);
    questions.push(question.clone());
}
