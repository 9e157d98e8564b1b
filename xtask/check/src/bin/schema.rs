//! `cargo xtask schema`: the JSON Schema of quiz files, made from the types that read them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use career_quiz::quiz::Words;
use serde_json::{Map, Value, json};

const FILE: &str = "quizzes/quiz.schema.json";

/// Writes the schema beside the quizzes.
fn main() -> Result<()> {
    fs::write(root().join(FILE), text()?).with_context(|| format!("could not write {FILE}"))?;
    println!("{FILE}");
    Ok(())
}

/// The project's folder.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn text() -> Result<String> {
    let mut schema = serde_json::to_value(career_quiz::quiz::file::schema())?;
    // Editors offer the names of the words there are.
    let words: Map<_, _> = Words::names()
        .iter()
        .map(|name| ((*name).to_owned(), json!({ "type": "string" })))
        .collect();
    let place = schema.pointer_mut("/properties/words").context("the schema has no words")?;
    if let Value::Object(place) = place {
        place.insert("properties".into(), words.into());
        place.insert("additionalProperties".into(), false.into());
    }
    let question = schema.pointer_mut("/definitions/QuestionDocument");
    if let Value::Object(question) = question.context("the schema has no questions")? {
        question.insert("allOf".into(), formats());
    }
    plain(&mut schema);
    Ok(format!("{schema:#}\n"))
}

/// What a question must have and may not have, by its format; as in `check/questions.rs`.
fn formats() -> Value {
    let all =
        ["choices", "rows", "steps", "points_per_step", "place_points", "min_picks", "max_picks"];
    let of = |when: Value, needs: &[&str], may: &[&str], choice: Value| {
        let others = all.iter().filter(|name| !needs.contains(name) && !may.contains(name));
        let mut members: Map<_, _> =
            others.map(|name| ((*name).to_owned(), Value::Bool(false))).collect();
        for name in needs.iter().filter(|name| **name != "points_per_step") {
            let least = if *name == "place_points" || *name == "rows" { 1 } else { 2 };
            members.insert((*name).to_owned(), json!({ "minItems": least }));
        }
        if let Some(choices) = members.get_mut("choices").filter(|choices| choices.is_object()) {
            *choices = json!({ "minItems": 2, "items": choice });
        }
        json!({ "if": when, "then": { "required": needs, "properties": members } })
    };
    let named = |name: &str| json!({ "properties": { "format": { "const": name } }, "required": ["format"] });
    let not = |names: &[&str]| -> Value {
        names
            .iter()
            .map(|name| ((*name).to_owned(), Value::Bool(false)))
            .collect::<Map<_, _>>()
            .into()
    };
    let choice = json!({ "properties": not(&["path"]) });
    let picked = json!({ "properties": not(&["path", "level"]) });
    let ranked =
        json!({ "required": ["path"], "properties": not(&["points", "breadth", "level"]) });
    // Left out, the format is "single".
    let one = json!({ "properties": { "format": { "enum": ["single", "scale"] } } });
    json!([
        of(one, &["choices"], &[], choice),
        of(named("multiple"), &["choices"], &["min_picks", "max_picks"], picked),
        of(named("rating"), &["rows", "steps", "points_per_step"], &[], Value::Null),
        of(named("rank"), &["choices", "place_points"], &[], ranked),
    ])
}

/// Leaves out what says nothing to an author: Rust's names of numbers, and that nothing is nothing.
fn plain(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            if members.get("type").is_some_and(|kind| kind == "integer" || kind.is_array()) {
                members.remove("format");
            }
            members.retain(|name, value| name != "default" || !value.is_null());
            members.values_mut().for_each(plain);
        }
        Value::Array(items) => items.iter_mut().for_each(plain),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_in_the_repository_is_the_one_that_is_read_by() {
        let kept = fs::read_to_string(root().join(FILE)).unwrap();
        assert!(kept == text().unwrap(), "run cargo xtask schema");
    }

    /// The JSON files of a folder, by name.
    fn files(folder: &str) -> Vec<(String, String)> {
        let entries = fs::read_dir(root().join(folder)).unwrap();
        let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        let name = |path: &std::path::Path| path.file_stem().unwrap().to_str().unwrap().to_owned();
        let json = paths.iter().filter(|path| path.extension().is_some_and(|end| end == "json"));
        json.map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
    }

    fn validator() -> jsonschema::Validator {
        jsonschema::validator_for(&serde_json::from_str(&text().unwrap()).unwrap()).unwrap()
    }

    #[test]
    fn the_schema_takes_every_quiz_there_is() {
        let validator = validator();
        let examples = files("quizzes/examples");
        assert!(!examples.is_empty());
        let own = ("career-quiz".to_owned(), career_quiz::quiz::SHIPPED.to_owned());
        for (name, text) in examples.into_iter().chain([own]) {
            let quiz: Value = serde_json::from_str(&text).unwrap();
            let faults: Vec<_> =
                validator.iter_errors(&quiz).map(|error| error.to_string()).collect();
            assert!(faults.is_empty(), "{name}: {faults:?}");
        }
    }

    /// Mistakes that need more than a look at one place: a name that is not there, a sum, a chance.
    const UNSEEN: &[&str] = &[
        "blend-always-wins",
        "blend-given-points",
        "blend-path-misspelt",
        "blocks-mixed-up",
        "choice-dead",
        "enough-asks-too-much",
        "member-twice",
        "outcome-never-wins",
        "path-misspelt-in-points",
        "path-without-points",
        "picks-more-than-there-are",
        "points-unbalanced",
        "rank-places-missing",
        "rating-path-misspelt",
        "roadmap-step-missing",
        "show-if-in-a-circle",
        "show-if-itself",
        "show-if-later",
        "show-if-never",
        "show-if-unknown-choice",
        "show-if-unknown-question",
        "stage-nobody-reaches",
        "tie-breaker-no-rank",
        "two-choices-one-id",
        "two-paths-one-id",
        "two-questions-one-id",
    ];

    #[test]
    fn the_schema_refuses_every_mistake_that_can_be_seen_where_it_stands() {
        let validator = validator();
        let mut unseen = Vec::new();
        for (name, text) in files("tests/quizzes") {
            // What is no JSON is for the editor itself to say.
            if let Ok(quiz) = serde_json::from_str::<Value>(&text)
                && validator.is_valid(&quiz)
            {
                unseen.push(name);
            }
        }
        assert_eq!(unseen, UNSEEN);
    }
}
