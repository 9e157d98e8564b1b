//! The JSON Schema of quiz files, made from the types that read them.

use std::fs;

use anyhow::{Context as _, Result};
use career_quiz::quiz::Words;
use serde_json::{Map, Value, json};

use crate::tools::root;

const FILE: &str = "quizzes/quiz.schema.json";

/// Writes the schema beside the quizzes.
pub(crate) fn write() -> Result<()> {
    fs::write(root().join(FILE), text()?).with_context(|| format!("could not write {FILE}"))?;
    println!("{FILE}");
    Ok(())
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
    Ok(format!("{schema:#}\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_in_the_repository_is_the_one_that_is_read_by() {
        let kept = fs::read_to_string(root().join(FILE)).unwrap();
        assert!(kept == text().unwrap(), "run cargo xtask schema");
    }
}
