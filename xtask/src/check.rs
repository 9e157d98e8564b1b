//! Whether a quiz file is sound, and the proof that it is fair.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use career_quiz::quiz::SHIPPED;
use career_quiz::quiz::language::places;
use career_quiz::quiz::proof::Severity;
use serde_json::Value;

use crate::proof;
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
    let found = proof::prove(&quiz);
    proof::print(&found, &quiz);
    let fair = found.findings(&quiz).iter().all(|one| one.severity != Severity::Error);
    if file.is_some() {
        return if fair { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    match languages() {
        Ok(complete) if complete && fair => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::from(2)
        }
    }
}

/// Says of each language of the shipped quiz whether it is complete, and who reviewed it.
fn languages() -> Result<bool> {
    let own: Value = serde_json::from_str(SHIPPED)?;
    println!("\nLanguages ({} texts each):", places(&own).len());
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
