//! Whether a quiz file is sound, and how likely each path is.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use career_quiz::quiz::language::places;
use career_quiz::quiz::{SHIPPED, odds};
use serde_json::Value;

use crate::reading::grade;
use crate::score::read_quiz;

pub(crate) fn run(file: Option<&Path>) -> ExitCode {
    let quiz = match read_quiz(file) {
        Ok(quiz) => quiz,
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::from(2);
        }
    };
    println!("{} {}: {} questions, sound", quiz.id, quiz.version, quiz.questions.len());
    match odds(&quiz) {
        Some(odds) => {
            println!("Under random answers (exact):");
            for (path, about) in quiz.paths.iter().enumerate() {
                let hundredths = odds.hundredths(path);
                println!("{:>3}.{:02} %  {}", hundredths / 100, hundredths % 100, about.name);
            }
        }
        None => println!("Too many ways to answer to count them exactly."),
    }
    if file.is_some() {
        return ExitCode::SUCCESS;
    }
    match languages().and_then(|complete| Ok(complete & reading()?)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::from(2)
        }
    }
}

/// Says of each language of the shipped quiz whether it is complete, and who reviewed it.
fn languages() -> Result<bool> {
    let own: Value = serde_json::from_str(SHIPPED)?;
    println!("Languages ({} texts each):", places(&own).len());
    let mut sound = true;
    for (name, language) in crate::languages::languages()? {
        let faults = language.faults(&own);
        for fault in &faults {
            eprintln!("{name}: {fault}");
        }
        sound &= faults.is_empty();
        let state = if faults.is_empty() { "complete" } else { "not complete" };
        let reviewed = language.reviewed.as_deref().unwrap_or("no native speaker yet");
        println!("{:>3}  {}: {state}; reviewed by: {reviewed}", language.lang, language.name);
    }
    Ok(sound)
}

/// The hardest reading that is asked of anyone, as a school grade.
const GRADE: f64 = 8.0;

/// Says how easy the English is to read, and which texts are the hardest.
fn reading() -> Result<bool> {
    let own: Value = serde_json::from_str(SHIPPED)?;
    let places = places(&own);
    // One text a line, so that a label without a full stop ends where it ends.
    let all: String = places.values().map(|text| format!("{text}\n")).collect();
    let whole = grade(&all).unwrap_or(0.0);
    println!("Reading level of the English (Flesch-Kincaid grade): {whole:.1}, {GRADE} allowed");
    let long = places.iter().filter(|(_, text)| text.split_whitespace().count() > 20);
    let mut hardest: Vec<_> =
        long.filter_map(|(place, text)| Some((grade(text)?, place))).collect();
    hardest.sort_by(|one, two| two.0.total_cmp(&one.0));
    for (grade, place) in hardest.iter().take(3) {
        println!("{grade:>5.1}  {place}");
    }
    if whole > GRADE {
        eprintln!("the English asks for grade {whole:.1}; shorten its sentences and words");
    }
    Ok(whole <= GRADE)
}
