//! Whether a quiz file is sound, and how likely each path is.

use std::path::Path;
use std::process::ExitCode;

use career_quiz::quiz::odds;

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
    ExitCode::SUCCESS
}
