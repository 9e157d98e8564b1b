//! 400 sets of answers with what they must give, worked out apart from this code.

use std::collections::BTreeMap;

use career_quiz::quiz::{AnswerSheet, Fraction, Quiz, SHIPPED, recommend, stage};
use serde::Deserialize;

#[derive(Deserialize)]
struct Vector {
    answers: AnswerSheet,
    enough: bool,
    path: String,
    stage: String,
    r#match: BTreeMap<String, String>,
    lead: String,
    contributions: BTreeMap<String, String>,
}

#[test]
fn all_400_vectors_agree_exactly() {
    hold(&Quiz::read(SHIPPED).unwrap());
}

/// Scores every vector with a quiz.
pub(crate) fn hold(quiz: &Quiz) {
    let vectors: Vec<Vector> =
        serde_json::from_str(include_str!("../fixtures/vectors.json")).unwrap();
    assert_eq!(vectors.len(), 400);
    for (at, vector) in vectors.iter().enumerate() {
        let answers = vector.answers.answers(quiz).unwrap();
        let result = recommend(quiz, &answers);
        let id = |path| quiz.path_id(path).to_owned();
        assert_eq!(result.enough, vector.enough, "enough of vector {at}");
        assert_eq!(id(result.path()), vector.path, "path of vector {at}");
        let stage = stage(quiz, &answers).map(|at| quiz.stages[at].id.as_str());
        assert_eq!(stage, Some(vector.stage.as_str()), "stage of vector {at}");
        let matches: BTreeMap<_, _> =
            result.matches.iter().map(|one| (id(one.path), one.percent.to_string())).collect();
        assert_eq!(matches, vector.r#match, "matches of vector {at}");
        assert_eq!(result.lead, vector.lead.parse::<Fraction>().unwrap(), "lead of vector {at}");
        let reasons: BTreeMap<_, _> = result
            .reasons
            .iter()
            .map(|reason| (quiz.questions[reason.question].id.clone(), reason.amount.to_string()))
            .collect();
        assert_eq!(reasons, vector.contributions, "contributions of vector {at}");
    }
}
