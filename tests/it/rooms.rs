//! The one-way rule: lib.rs → { view, host } → quiz.

use std::fs;
use std::path::{Path, PathBuf};

/// The words a room must not say. Comments may say anything.
const RULES: [(&str, &[&str]); 3] = [
    (
        "src/quiz",
        &["yew", "web_sys", "js_sys", "gloo", "wasm_bindgen", "view", "host", "time", "rand"],
    ),
    (
        "src/view",
        &[
            "gloo",
            "window",
            "local_storage",
            "location",
            "history",
            "js_sys",
            "host",
            "from_html_unchecked",
        ],
    ),
    ("src/host", &["yew", "view"]),
];

/// What nobody may say in shipped code.
const NEVER: [&str; 8] = [
    "unwrap",
    "expect",
    "panic",
    "unreachable",
    "assert",
    "assert_eq",
    "debug_assert",
    "set_inner_html",
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

fn breaches(room: &str, banned: &[&str]) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    sources(&root.join(room), &mut files);
    assert!(!files.is_empty(), "{room} has sources");
    let mut breaches = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        for (line, code) in text.lines().enumerate() {
            let code = code.split("// ").next().unwrap();
            let code = if code.trim_start().starts_with("//") { "" } else { code };
            let quoted = code.split('"').step_by(2).collect::<Vec<_>>().join(" ");
            let said: Vec<_> = quoted.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
            for word in banned.iter().filter(|word| said.contains(word)) {
                let file = file.strip_prefix(root).unwrap().display();
                breaches.push(format!("{file}:{}: `{room}` must not say `{word}`", line + 1));
            }
        }
    }
    breaches
}

#[test]
fn the_rooms_know_each_other_one_way_only() {
    let breaches: Vec<_> = RULES.iter().flat_map(|(room, banned)| breaches(room, banned)).collect();
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn shipped_code_neither_panics_nor_writes_markup_as_text() {
    let breaches = breaches("src", &NEVER);
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn the_shell_writes_no_markup_or_style_as_text() {
    let host = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/host");
    let scripts: Vec<_> = fs::read_dir(host)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "js"))
        .collect();
    assert!(scripts.len() > 4);
    for script in scripts {
        let text = fs::read_to_string(&script).unwrap();
        for never in [
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "setHTML",
            "document.write",
            "eval(",
            "cssText",
            "setAttribute(\"style",
        ] {
            assert!(!text.contains(never), "{} says {never}", script.display());
        }
    }
}

#[test]
fn every_text_a_quiz_file_must_give_is_drawn_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    sources(&root.join("src/view"), &mut files);
    files.extend(["src/quiz/export.rs", "src/quiz/words.rs"].map(|file| root.join(file)));
    let view: String = files.iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    let table = fs::read_to_string(root.join("src/quiz/words.rs")).unwrap();
    let words = table.split("\nwords! {").nth(1).unwrap().lines();
    let words: Vec<_> =
        words.filter_map(|line| line.trim().split_once(" \"")).map(|(word, _)| word).collect();
    assert!(words.len() > 100, "the table is read");
    // Places are counted from the first.
    let drawn = |word: &&str| word.starts_with("Place") || view.contains(&format!("Word::{word}]"));
    let lost: Vec<_> = words.into_iter().filter(|word| !drawn(word)).collect();
    assert!(lost.is_empty(), "never drawn: {lost:?}");
}
