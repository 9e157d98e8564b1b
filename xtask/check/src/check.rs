//! Whether a quiz file is sound, and whether the quiz in it is fair.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use career_quiz::quiz::file::Checked;
use career_quiz::quiz::language::Language;
use career_quiz::quiz::proof::{Proof, Severity};
use career_quiz::quiz::{Fault, Quiz, SHIPPED};
use serde_json::{Value, json};

use crate::{diagnostics, proof};

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
        Some(file) => {
            let text = read(file).context("give the path of a quiz file")?;
            (file.display().to_string(), text)
        }
        None => (OWN.to_owned(), SHIPPED.to_owned()),
    };
    let Checked { quiz, mut faults } = Checked::of(&text);
    let proven = quiz.as_ref().map(|quiz| (quiz, proof::prove(quiz)));
    if let Some((quiz, proof)) = &proven {
        faults.extend(found(&text, quiz, proof));
        faults.sort_by_key(|fault| fault.span.start);
    }
    let mut told = vec![Told { name, text, faults }];
    if let (Some(quiz), Some(file)) = (&quiz, file) {
        overlays(quiz, file, &mut told)?;
    }
    let sound = told.iter().all(Told::sound);
    if json {
        let files: Vec<_> = told.iter().map(Told::json).collect();
        let proof = proven.as_ref().map(|(quiz, proof)| proof::json(proof, quiz));
        println!("{:#}", json!({ "sound": sound, "files": files, "proof": proof }));
        return Ok(sound);
    }
    if let Some((quiz, proof)) = &proven {
        println!("{} {}: {} questions\n", quiz.id, quiz.version, quiz.questions.len());
        proof::print(proof, quiz);
    }
    for told in &told {
        diagnostics::print(&told.name, &told.text, &told.faults);
    }
    println!("{}", verdict(&told));
    Ok(sound)
}

/// What the proof found, each at its place in the file.
fn found(text: &str, quiz: &Quiz, proof: &Proof) -> Vec<Fault> {
    proof.findings(quiz).into_iter().map(|finding| Fault::of(text, finding)).collect()
}

/// Whether it can be published, in a sentence.
fn verdict(told: &[Told]) -> String {
    let count = |wanted| {
        let faults = told.iter().flat_map(|one| &one.faults);
        faults.filter(|fault| fault.severity == wanted).count()
    };
    let number = |number: usize, what: &str| match number {
        1 => format!("1 {what}"),
        number => format!("{number} {what}s"),
    };
    match (count(Severity::Error), count(Severity::Warning)) {
        (0, 0) => "Sound and fair.".to_owned(),
        (0, warnings) => {
            format!("It can be published; {} to look at.", number(warnings, "warning"))
        }
        (errors, 0) => format!("It cannot be published: {} to mend.", number(errors, "error")),
        (errors, warnings) => format!(
            "It cannot be published: {} to mend, {} to look at.",
            number(errors, "error"),
            number(warnings, "warning")
        ),
    }
}

fn read(file: &Path) -> Result<String> {
    let bytes =
        std::fs::read(file).with_context(|| format!("{}: it could not be read", file.display()))?;
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        anyhow::anyhow!("{}: byte {at} is not UTF-8; save the file as UTF-8", file.display())
    })
}

/// The files with the quiz's texts in other languages, which lie beside it. One that cannot be read
/// is a fault of the file that names it.
fn overlays(quiz: &Quiz, file: &Path, told: &mut Vec<Told>) -> Result<()> {
    let Some(own) = told.first_mut() else { return Ok(()) };
    let texts: Value = serde_json::from_str(own.text.trim_start_matches('\u{feff}'))?;
    let beside = file.parent().map_or_else(PathBuf::new, Path::to_owned);
    let near = quiz.languages.iter().filter(|(_, address)| !address.contains("://"));
    let mut others = Vec::new();
    for (lang, address) in near {
        let path = beside.join(address);
        match read(&path) {
            Ok(text) => {
                let faults = match Language::read(&text) {
                    Ok(language) => language.faults(&texts),
                    Err(error) => error.faults,
                };
                others.push(Told { name: path.display().to_string(), text, faults });
            }
            Err(error) => own.faults.push(Fault::found(
                &own.text,
                ("unreadable", Severity::Error),
                &format!("/languages/{lang}"),
                format!("{error:#}"),
                "put the file there, or remove the language".to_owned(),
            )),
        }
    }
    told.extend(others);
    Ok(())
}
