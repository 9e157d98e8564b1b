//! Quizzes of any size, for measuring how cost grows.

use career_quiz::quiz::Quiz;
use serde_json::{Value, json};

/// A quiz of so many questions and outcomes, read from its [`file`]. `None` where there is no such
/// quiz.
#[must_use]
pub fn generated(questions: usize, outcomes: usize) -> Option<Quiz> {
    Quiz::read(&file(questions, outcomes)?).ok()
}

/// The file of a quiz of so many questions and outcomes, in the formats an author would mix: of five
/// questions three are single, one takes picks, one is a rating; with a rank at the end that breaks
/// ties. `None` where there is no such quiz.
#[must_use]
pub fn file(questions: usize, outcomes: usize) -> Option<String> {
    let ids: Vec<_> = (0..outcomes).map(|at| format!("p{at}")).collect();
    let own = |points: u32| -> Vec<Value> {
        let each = ids.iter().map(|id| json!({"id": id, "label": id, "points": {(id): points}}));
        each.collect()
    };
    let ranked: Vec<_> = ids.iter().map(|id| json!({"id": id, "label": id, "path": id})).collect();
    let question = |at: usize| {
        let id = format!("q{at}");
        if at + 1 == questions {
            let places: Vec<_> = (0..outcomes).rev().collect();
            return json!({"id": id, "prompt": id, "format": "rank", "place_points": places, "choices": ranked});
        }
        match at % 5 {
            3 => {
                json!({"id": id, "prompt": id, "format": "multiple", "min_picks": 1, "max_picks": 2.min(outcomes), "choices": own(1)})
            }
            4 => {
                json!({"id": id, "prompt": id, "format": "rating", "points_per_step": 1, "steps": ["no", "perhaps", "yes"], "rows": ranked})
            }
            _ => json!({"id": id, "prompt": id, "choices": own(2)}),
        }
    };
    let paths: Vec<_> = ids.iter().map(|id| json!({"id": id, "name": id})).collect();
    let file = json!({
        "format": 1, "id": "generated", "title": "Generated", "paths": paths,
        "questions": (0..questions).map(question).collect::<Vec<_>>(),
        "rules": {"tie_breaker": format!("q{}", questions.checked_sub(1)?)},
    });
    Some(file.to_string())
}
