//! What the documentation promises a page is what there is: in the README, in custom-elements.json
//! and in the sources.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

fn file(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// The names of one kind in custom-elements.json.
fn promised(kind: &str) -> BTreeSet<String> {
    let manifest: Value = serde_json::from_str(&file("custom-elements.json")).unwrap();
    let listed = manifest["modules"][0]["declarations"][0][kind].as_array().unwrap();
    let names: BTreeSet<_> =
        listed.iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect();
    assert_eq!(names.len(), listed.len(), "each once");
    names
}

/// What stands between two marks, wherever they do in these files.
fn between(files: &[&str], open: &str, close: &str) -> BTreeSet<String> {
    let texts = files.iter().map(|name| file(name));
    texts
        .flat_map(|text| {
            let found = text.split(open).skip(1).filter_map(|rest| rest.split(close).next());
            found.map(str::to_owned).collect::<Vec<_>>()
        })
        .collect()
}

fn all_files(folder: &str, ending: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{folder}/{}", entry.file_name().into_string().unwrap());
        if entry.path().is_dir() {
            found.extend(all_files(&name, ending));
        } else if name.ends_with(ending) {
            found.push(name);
        }
    }
    found
}

fn rows_of_readme(start: &str) -> BTreeSet<String> {
    let readme = file("README.md");
    let rows = readme.lines().filter_map(|line| line.strip_prefix(start)?.split('`').next());
    rows.map(|rest| format!("{}{rest}", start.trim_start_matches("| `"))).collect()
}

#[test]
fn every_attribute_is_one_the_shell_knows_and_the_readme_names() {
    let shell = file("src/host/element.js");
    let list = shell.split("const ATTRIBUTES = ").nth(1).unwrap().split(';').next().unwrap();
    let known: Vec<Vec<String>> = serde_json::from_str(list).unwrap();
    let known: BTreeSet<_> = known.into_iter().map(|pair| pair[0].clone()).collect();
    assert_eq!(promised("attributes"), known);
    for attribute in known {
        assert!(file("README.md").contains(&format!("| `{attribute}` |")), "{attribute}");
    }
}

#[test]
fn every_event_is_sent_and_the_readme_names_it() {
    let events = promised("events");
    assert_eq!(events, rows_of_readme("| `career-quiz:"));
    let sent = between(&["src/host/shell.rs"], "tell(\"", "\"");
    let asked = between(&["src/host/shell.rs"], "about(\"", "\"");
    let shell = between(&["src/host/element.js", "src/host/share.js"], "send(\"", "\"");
    let sent: BTreeSet<_> = sent
        .into_iter()
        .chain(asked)
        .chain(shell)
        .map(|name| format!("career-quiz:{name}"))
        .collect();
    assert_eq!(events, sent);
}

#[test]
fn every_property_has_a_default_and_there_are_at_most_twenty() {
    let sheets = all_files("styles", ".css");
    let sheets: Vec<_> = sheets.iter().map(String::as_str).collect();
    let mut set = BTreeSet::new();
    for sheet in &sheets {
        for line in file(sheet).lines().filter(|line| line.trim().starts_with("--career-quiz-")) {
            set.insert(line.trim().split(':').next().unwrap().to_owned());
        }
    }
    assert!(set.len() <= 20, "{set:?}");
    assert_eq!(promised("cssProperties"), set);
    assert_eq!(rows_of_readme("| `--career-quiz-"), set);
    let mut used = between(&sheets, "var(--career-quiz-", ")");
    used.retain(|name| !set.contains(&format!("--career-quiz-{name}")));
    assert!(used.is_empty(), "never set: {used:?}");
}

#[test]
fn every_part_is_in_the_markup_and_the_readme_names_it() {
    let views = all_files("src/view", ".rs");
    let views: Vec<_> = views.iter().map(String::as_str).collect();
    let drawn = between(&views, ".part(\"", "\"");
    let drawn: BTreeSet<_> =
        drawn.iter().flat_map(|parts| parts.split(' ')).map(str::to_owned).collect();
    assert_eq!(promised("cssParts"), drawn);
    for part in drawn {
        assert!(file("README.md").contains(&format!("`{part}`")), "{part}");
    }
}

#[test]
fn every_error_code_is_in_the_readme() {
    let problems = file("src/host/problem.js");
    let codes = problems.lines().filter_map(|line| {
        let (code, rest) = line.trim().split_once(": [\"")?;
        Some((code.trim_matches('"').to_owned(), rest.contains("true]")))
    });
    let codes: Vec<_> = codes.collect();
    assert_eq!(codes.len(), 6);
    for (code, retryable) in codes {
        let readme = file("README.md");
        let row = readme.lines().find(|line| line.starts_with(&format!("| `{code}` |"))).unwrap();
        assert!(row.contains(if retryable { "| yes" } else { "| no" }), "{row}");
    }
}
