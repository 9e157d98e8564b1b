//! Quiz files with a real mistake each, in `tests/quizzes/`: what is said of them, and where.

use std::fs;
use std::path::{Path, PathBuf};

use career_quiz::quiz::file::{Checked, Severity};
use career_quiz::quiz::proof::prove;
use career_quiz::quiz::{Fault, SHIPPED};
use proptest::prelude::*;

/// The files, by name.
fn files() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/quizzes");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let name = |path: &PathBuf| path.file_stem().unwrap().to_string_lossy().into_owned();
    paths.iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
}

/// What the checker says, and where it is satisfied, the proof.
fn faults(text: &str) -> Vec<Fault> {
    let Checked { quiz, mut faults } = Checked::of(text);
    if let Some(quiz) = quiz {
        let findings = prove(&quiz).findings(&quiz).into_iter();
        faults.extend(findings.map(|finding| Fault::of(text, finding)));
    }
    faults
}

#[test]
fn every_broken_quiz_is_told_what_is_wrong_where_and_what_to_do() {
    let files = files();
    assert!(files.len() >= 40);
    let pages = files.iter().map(|(name, text)| {
        let faults = faults(text);
        assert!(!faults.is_empty(), "{name}");
        assert!(faults.iter().all(|fault| !fault.remedy.is_empty()));
        let pages: Vec<_> =
            faults.iter().map(|fault| fault.report(&format!("{name}.json"), text)).collect();
        format!("# {name}\n\n{}\n", pages.join("\n\n"))
    });
    insta::assert_snapshot!(pages.collect::<Vec<_>>().join("\n"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    /// Whatever an editor's accident makes of a file: what is said of it lies inside it, on whole
    /// characters, and has a remedy; and where nothing is wrong there is a quiz.
    #[test]
    fn a_file_changed_at_random_is_told_at_places_it_has(
        which in 0..4_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..12_usize), 1..6),
    ) {
        const BITS: [&str; 12] =
            ["", "\"", ",", "{", "]", "null", "-1", "1e9", "é", "\u{0}", "\"id\": ", "[[[[[[[["];
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("quizzes/examples");
        let name = ["minimal", "branching", "gardening", ""][which];
        let mut text = match name {
            "" => SHIPPED.to_owned(),
            name => fs::read_to_string(folder.join(format!("{name}.json"))).unwrap(),
        };
        for (at, length, bit) in changes {
            let ends: Vec<_> = text.char_indices().map(|(at, _)| at).collect();
            if ends.is_empty() {
                break;
            }
            let from = *at.get(&ends);
            let to = ends.iter().copied().find(|end| *end >= from + length.index(9)).unwrap_or(text.len());
            text.replace_range(from..to, BITS[bit]);
        }
        let Checked { quiz, faults } = Checked::of(&text);
        prop_assert_eq!(quiz.is_none(), faults.iter().any(|one| one.severity == Severity::Error));
        for fault in faults {
            prop_assert!(text.get(fault.span.clone()).is_some(), "{:?}", fault);
            let line = text.lines().nth(fault.line - 1).unwrap_or_default();
            prop_assert!(fault.column <= line.chars().count() + 1, "{:?}", fault);
            prop_assert!(!fault.problem.is_empty() && !fault.remedy.is_empty());
            prop_assert!(fault.report("my-quiz.json", &text).lines().count() <= 6);
        }
    }
}

#[test]
fn a_mark_covers_a_whole_character_however_many_bytes_it_has() {
    for text in ["{\"format\": 1 é}", "{\"format\": 1 “}", "é", "{\"format\": 1}😀"] {
        for fault in Checked::of(text).faults {
            assert!(text.get(fault.span.clone()).is_some(), "{fault:?} in {text}");
        }
    }
}
