//! `cargo xtask score` and `check` as a shell sees them: what they print and how they end.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

use std::io::Write as _;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

/// Standard output, standard error and the exit code.
fn xtask(arguments: &[&str], input: &str) -> (String, String, i32) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that refuses its arguments may end before it has read everything.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code().unwrap())
}

/// A file that is there as long as the value is.
struct Temporary(std::path::PathBuf);

impl Temporary {
    fn new(name: &str, content: &[u8]) -> Self {
        let path = std::env::temp_dir().join(format!("career-quiz-{}-{name}", std::process::id()));
        std::fs::write(&path, content).unwrap();
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[test]
fn all_400_vectors_come_back_as_they_are_written() {
    let vectors: Vec<Value> =
        serde_json::from_str(include_str!("../../tests/fixtures/vectors.json")).unwrap();
    let answers: Vec<_> = vectors.iter().map(|vector| vector["answers"].clone()).collect();
    let (out, said, code) = xtask(&["score"], &Value::Array(answers).to_string());
    assert_eq!((said.as_str(), code), ("", 0));
    let results: Vec<Value> = serde_json::from_str(&out).unwrap();
    assert_eq!(results.len(), 400);
    for (vector, result) in vectors.iter().zip(&results) {
        for key in ["path", "stage", "match", "lead", "enough", "contributions"] {
            assert_eq!(result[key], vector[key], "{key}");
        }
    }
}

#[test]
fn one_object_gives_a_list_of_one() {
    let (out, _, code) = xtask(&["score"], r#"{"breadth": "many-definitely"}"#);
    let results: Vec<Value> = serde_json::from_str(&out).unwrap();
    assert_eq!((results.len(), code), (1, 0));
    assert_eq!(results[0]["path"], "generalist");
    assert_eq!(results[0]["stage"], Value::Null, "no stage is set");
    assert_eq!(results[0]["enough"], false);
    assert_eq!(xtask(&["score"], "[]").0.trim(), "[]");
}

#[test]
fn bad_answers_end_with_2_and_say_where_and_what() {
    for (input, place, says) in [
        ("", "standard input", "empty"),
        ("{", "standard input", "line 1"),
        ("7", "answers", "not an object"),
        ("[{}, 7]", "answers number 2", "not an object"),
        (r#"{"colour": "red"}"#, "`colour`", "no such question"),
        (r#"{"free-week": "nap"}"#, "`free-week`", "no choice `nap`"),
        (r#"{"free-week": ["plant-photo"]}"#, "`free-week`", "one choice's id"),
        (r#"{"free-week": 3}"#, "answers", "neither"),
        (r#"{"help-build": []}"#, "`help-build`", "1 to 3"),
        (r#"{"help-build": ["fake-notes", "fake-notes"]}"#, "`help-build`", "different"),
        (
            r#"{"help-build": ["fake-notes", "face-lock", "spam-feed", "translator"]}"#,
            "`help-build`",
            "1 to 3",
        ),
        (r#"{"enjoy-first": {"two-meanings": 3}}"#, "`enjoy-first`", "each of"),
        (
            r#"{"enjoy-first": {"flaw-in-picture": 3, "two-meanings": 5, "stubborn-program": 0}}"#,
            "`enjoy-first`",
            "0 to 4",
        ),
        (r#"{"enjoy-first": {"flaw": 3}}"#, "`enjoy-first`", "no row `flaw`"),
        (r#"{"reward": ["language", "decide"]}"#, "`reward`", "all 3"),
        (r#"{"reward": ["language", "language", "decide"]}"#, "`reward`", "all 3"),
    ] {
        let (out, said, code) = xtask(&["score"], input);
        assert_eq!((out.as_str(), code), ("", 2), "{input}: {said}");
        assert!(said.contains(place) && said.contains(says), "{input}: {said}");
        assert!(!said.contains("panicked"), "{input}: {said}");
    }
}

#[test]
fn bad_quiz_files_name_file_place_and_remedy() {
    let shipped = career_quiz::quiz::SHIPPED;
    let mut unknown: Value = serde_json::from_str(shipped).unwrap();
    unknown["questions"][0]["choices"][0]["points"] = json!({"robotics": 2});
    for (name, content, says, verdict) in [
        ("empty.json", &b""[..], "it is empty", 1),
        ("cut.json", &shipped.as_bytes()[..5000], "line ", 1),
        ("page.json", b"<html>", "line 1, column 1", 1),
        (
            "path.json",
            unknown.to_string().as_bytes(),
            "question `free-week`, choice `plant-photo`",
            1,
        ),
        // What is no text cannot be judged.
        ("bytes.json", &[0xff, 0xfe, 0x00], "UTF-8", 2),
    ] {
        let file = Temporary::new(name, content);
        for (arguments, ends) in
            [(&["score", "--quiz", file.path()][..], 2), (&["check", file.path()], verdict)]
        {
            let (_, said, code) = xtask(arguments, "{}");
            assert_eq!(code, ends, "{name}: {said}");
            assert!(said.contains(file.path()) && said.contains(says), "{name}: {said}");
        }
    }
    let (_, said, code) = xtask(&["check", "no/such/quiz.json"], "");
    assert!(code == 2 && said.contains("no/such/quiz.json"), "{said}");
}

#[test]
fn check_prints_the_exact_odds_of_the_shipped_quiz_and_finds_it_sound() {
    let (out, _, code) = xtask(&["check"], "");
    assert_eq!(code, 0);
    let odds = out.split_once("(exact):").unwrap().1.lines().skip(1).take(4);
    let shares: Vec<_> = odds.map(|line| line.trim().split_once(" %").unwrap().0).collect();
    assert_eq!(shares, ["25.30", "25.30", "25.30", "24.09"]);
}

#[test]
fn check_says_the_same_to_programs() {
    let (out, said, code) =
        xtask(&["check", "--json", "../tests/quizzes/outcome-never-wins.json"], "");
    assert_eq!((said.as_str(), code), ("", 1));
    let told: Value = serde_json::from_str(&out).unwrap();
    let fault = &told["files"][0]["faults"][0];
    assert_eq!((&told["sound"], &fault["kind"]), (&json!(false), &json!("outcome-dominated")));
    assert_eq!((&fault["line"], &fault["pointer"]), (&json!(7), &json!("/paths/1")));
    assert_eq!(told["proof"]["paths"][1]["reach"], "never");
}

#[test]
fn a_language_file_that_is_not_there_is_a_fault_where_it_is_named() {
    let mut quiz: Value =
        serde_json::from_str(include_str!("../../quizzes/examples/minimal.json")).unwrap();
    quiz["languages"] = json!({"de": "no-such.de.json"});
    let file = Temporary::new("languages.json", quiz.to_string().as_bytes());
    let (out, _, code) = xtask(&["check", "--json", file.path()], "");
    let told: Value = serde_json::from_str(&out).unwrap();
    let fault = &told["files"][0]["faults"][0];
    assert_eq!((code, &fault["pointer"]), (1, &json!("/languages/de")));
    assert!(fault["problem"].as_str().unwrap().contains("no-such.de.json"));
}
