//! Whether a quiz file is sound, and whether the quiz in it is fair.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use career_quiz::quiz::file::{Checked, Severity};
use career_quiz::quiz::language::{Language, places};
use career_quiz::quiz::{Fault, Quiz, SHIPPED, odds};
use serde_json::{Value, json};

use crate::diagnostics;
use crate::reading::grade;

/// The name faults of the shipped quiz are told under.
const OWN: &str = "quizzes/career-quiz.json";

/// A file's name, its text, and what is wrong with it.
struct Told {
    name: String,
    text: String,
    faults: Vec<Fault>,
}

impl Told {
    fn sound(&self) -> bool {
        self.faults.iter().all(|fault| fault.severity != Severity::Error)
    }

    fn json(&self) -> Value {
        json!({ "file": self.name, "sound": self.sound(), "faults": self.faults })
    }
}

/// Checks a quiz file, or the shipped quiz. 0: it can be published; 1: it cannot; 2: it could not
/// be read.
pub(crate) fn run(file: Option<&Path>, json: bool) -> ExitCode {
    match check(file, json) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::from(2)
        }
    }
}

fn check(file: Option<&Path>, json: bool) -> Result<bool> {
    let (name, text) = match file {
        Some(file) => (file.display().to_string(), read(file)?),
        None => (OWN.to_owned(), SHIPPED.to_owned()),
    };
    let Checked { quiz, faults } = Checked::of(&text);
    let mut told = vec![Told { name, text, faults }];
    if let (Some(quiz), Some(file)) = (&quiz, file) {
        told.extend(overlays(quiz, file, &told)?);
    }
    if json {
        let files: Vec<_> = told.iter().map(Told::json).collect();
        println!("{:#}", json!({ "files": files }));
    } else {
        for told in &told {
            diagnostics::print(&told.name, &told.text, &told.faults);
        }
        if let Some(quiz) = &quiz {
            println!("{} {}: {} questions, sound", quiz.id, quiz.version, quiz.questions.len());
            print_odds(quiz);
        }
    }
    let sound = told.iter().all(Told::sound);
    if file.is_some() || json {
        return Ok(sound);
    }
    Ok(languages()? & reading()? & sound)
}

fn read(file: &Path) -> Result<String> {
    let bytes = std::fs::read(file).with_context(|| {
        format!("{}: it could not be read; give the path of a quiz file", file.display())
    })?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        anyhow::anyhow!("{}: byte {at} is not UTF-8; save the file as UTF-8", file.display())
    })
}

/// The files with the quiz's texts in other languages, which lie beside it.
fn overlays(quiz: &Quiz, file: &Path, told: &[Told]) -> Result<Vec<Told>> {
    let own: Value = match told.first() {
        Some(own) => serde_json::from_str(own.text.trim_start_matches('\u{feff}'))?,
        None => Value::Null,
    };
    let beside = file.parent().map_or_else(PathBuf::new, Path::to_owned);
    let near = quiz.languages.values().filter(|address| !address.contains("://"));
    near.map(|address| {
        let path = beside.join(address);
        let text = read(&path)?;
        let faults = match Language::read(&text) {
            Ok(language) => language.faults(&own),
            Err(error) => error.faults,
        };
        Ok(Told { name: path.display().to_string(), text, faults })
    })
    .collect()
}

fn print_odds(quiz: &Quiz) {
    match odds(quiz) {
        Some(odds) => {
            println!("Under random answers (exact):");
            for (path, about) in quiz.paths.iter().enumerate() {
                let hundredths = odds.hundredths(path);
                println!("{:>3}.{:02} %  {}", hundredths / 100, hundredths % 100, about.name);
            }
        }
        None => println!("Too many ways to answer to count them exactly."),
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
            eprintln!("{name}:{}:{}: {fault}", fault.line, fault.column);
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
