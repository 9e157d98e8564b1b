//! Results for answers on standard input, for scripts and for checking the browser against.

use std::io::Read as _;
use std::path::Path;
use std::process::ExitCode;

use career_quiz::quiz::{AnswerSheet, Answers, Quiz, SHIPPED, recommend, stage};
use serde_json::{Map, Value, json};

/// Bad input, as against a failure of this program.
const BAD_INPUT: u8 = 2;

pub(crate) fn run(quiz: Option<&Path>) -> ExitCode {
    match score(quiz) {
        Ok(results) => {
            println!("{results:#}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(BAD_INPUT)
        }
    }
}

/// The quiz in a file, or the shipped one; otherwise what is wrong with it.
pub(crate) fn read_quiz(file: Option<&Path>) -> Result<Quiz, String> {
    let Some(file) = file else {
        return Quiz::read(SHIPPED).map_err(|error| error.in_file("quizzes/career-quiz.json"));
    };
    let name = file.display().to_string();
    let text = std::fs::read_to_string(file)
        .map_err(|error| format!("{name}: {error}; give the path of a quiz file in UTF-8"))?;
    Quiz::read(&text).map_err(|error| error.in_file(&name))
}

fn score(quiz: Option<&Path>) -> Result<Value, String> {
    let quiz = read_quiz(quiz)?;
    let mut input = String::new();
    std::io::stdin()
        .read_to_string(&mut input)
        .map_err(|error| format!("standard input: {error}; give answers as JSON in UTF-8"))?;
    if input.trim().is_empty() {
        return Err(
            "standard input: it is empty; give one object of answers, or a list of them".into()
        );
    }
    let input: Value = serde_json::from_str(&input)
        .map_err(|error| format!("standard input: {error}; give answers as JSON"))?;
    let (sheets, single) = match input {
        Value::Array(sheets) => (sheets, false),
        one => (vec![one], true),
    };
    let mut results = Vec::new();
    for (at, sheet) in sheets.into_iter().enumerate() {
        let place =
            if single { "answers".to_owned() } else { format!("answers number {}", at + 1) };
        if !sheet.is_object() {
            return Err(format!("{place}: not an object; write {{\"question\": answer, …}}"));
        }
        let sheet: AnswerSheet = serde_json::from_value(sheet).map_err(|_| {
            format!("{place}: an answer is neither an id, a list of ids nor an object of steps")
        })?;
        let answers = sheet.answers(&quiz).map_err(|error| format!("{place}, {error}"))?;
        results.push(result(&quiz, &answers));
    }
    Ok(Value::Array(results))
}

fn result(quiz: &Quiz, answers: &Answers) -> Value {
    let result = recommend(quiz, answers);
    let by_path = result.matches.iter();
    let matches: Map<_, _> = by_path
        .map(|one| (quiz.path_id(one.path).to_owned(), json!(one.percent.to_string())))
        .collect();
    let contributions: Map<_, _> = result
        .reasons
        .iter()
        .filter_map(|one| {
            Some((quiz.questions.get(one.question)?.id.clone(), json!(one.amount.to_string())))
        })
        .collect();
    json!({
        "path": quiz.path_id(result.path()),
        "stage": stage(quiz, answers).and_then(|at| quiz.stages.get(at)).map(|stage| &stage.id),
        "match": matches,
        "lead": result.lead.to_string(),
        "band": result.band.id(),
        "enough": result.enough,
        "contributions": contributions,
    })
}
