//! Quiz files with a real mistake each, in `tests/quizzes/`: what is said of them, and where.

use std::fs;
use std::path::{Path, PathBuf};

use career_quiz::quiz::Fault;
use career_quiz::quiz::file::Checked;
use career_quiz::quiz::proof::prove;

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
        faults.extend(prove(&quiz).findings(&quiz).into_iter().map(|one| {
            Fault::found(text, (one.kind, one.severity), &one.pointer, one.problem, one.remedy)
        }));
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
