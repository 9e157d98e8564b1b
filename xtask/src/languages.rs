//! The languages of the shipped quiz: `quizzes/career-quiz.LANG.json`, one file each.

use std::fs;

use anyhow::{Context, Result, bail};
use career_quiz::quiz::language::{Language, places};
use career_quiz::quiz::{Quiz, SHIPPED};
use serde_json::Value;

use crate::tools::root;

/// The shipped quiz in one language.
pub(crate) struct Translation {
    /// BCP 47 tag.
    pub(crate) lang: String,
    /// The whole quiz file.
    pub(crate) file: String,
    /// The same, read.
    pub(crate) quiz: Quiz,
}

/// Every language but the quiz's own, by name of file.
///
/// # Errors
///
/// Where one is not complete: all that is wrong with it.
pub(crate) fn translations() -> Result<Vec<Translation>> {
    let own: Value = serde_json::from_str(SHIPPED)?;
    let mut all = Vec::new();
    for (name, language) in languages()? {
        let faults = language.faults(&own);
        if !faults.is_empty() {
            let lines: Vec<_> = faults.iter().map(|fault| format!("{name}: {fault}")).collect();
            bail!("{}", lines.join("\n"));
        }
        let file = language.translate(&own).to_string();
        let quiz = Quiz::read(&file).map_err(|error| anyhow::anyhow!(error.in_file(&name)))?;
        all.push(Translation { lang: language.lang, file, quiz });
    }
    Ok(all)
}

/// Says of each language of the shipped quiz whether it is complete, and who reviewed it.
pub(crate) fn review() -> Result<bool> {
    let own: Value = serde_json::from_str(SHIPPED)?;
    println!("\nLanguages ({} texts each):", places(&own).len());
    let mut sound = true;
    for (name, language) in languages()? {
        let faults = language.faults(&own);
        for fault in &faults {
            eprintln!("{name}:{}:{}: {fault}", fault.line, fault.column);
        }
        sound &= faults.is_empty();
        let state = if faults.is_empty() { "complete" } else { "not complete" };
        let reviewed = language.reviewed.as_deref().unwrap_or("no native speaker yet");
        println!("{:>3}  {}: {state}; reviewed by: {reviewed}", language.lang, language.name);
    }
    Ok(sound)
}

/// The language files as they are, whatever is wrong with them, with their names.
fn languages() -> Result<Vec<(String, Language)>> {
    let mut names: Vec<_> = fs::read_dir(root().join("quizzes"))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.starts_with("career-quiz.") && name.split('.').count() == 3)
        .collect();
    names.sort();
    let read = |name: String| {
        let text = fs::read_to_string(root().join("quizzes").join(&name))
            .with_context(|| format!("could not read quizzes/{name}"))?;
        let language =
            Language::read(&text).map_err(|fault| anyhow::anyhow!("quizzes/{name}: {fault}"))?;
        // The widget looks a language up by the first part of a page's tag.
        let lang = &language.lang;
        let plain = (2..=3).contains(&lang.len()) && lang.bytes().all(|c| c.is_ascii_lowercase());
        if !plain || name != format!("career-quiz.{lang}.json") {
            bail!(
                "quizzes/{name}: `lang` is {lang:?}; give two or three small letters, and name the file after them"
            );
        }
        Ok((format!("quizzes/{name}"), language))
    };
    names.into_iter().map(read).collect()
}
