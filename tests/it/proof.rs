//! The proof that a quiz is fair, against other ways to find the same.

use career_quiz::quiz::proof::reading::grade;
use career_quiz::quiz::proof::{
    Dead, Finding, Flips, Method, Progress, Proof, Prover, Reach, Severity, Task, prove, sampled,
};
use career_quiz::quiz::{
    Answer, Answers, Condition, Format, Quiz, odds, recommend, stability, what_if,
};
use serde_json::{Value, json};

use crate::people::shipped;
use crate::quizzes::{edited, question};

/// Three outcomes, or four with a blend, and five small questions: every format once.
fn small(blend: bool) -> Quiz {
    let ids = ["a", "b", "c"];
    let own = |points: u32| -> Vec<Value> {
        ids.iter().map(|id| json!({"id": id, "label": id, "points": {*id: points}})).collect()
    };
    let mut scale = own(1);
    scale.push(json!({"id": "wide", "label": "wide", "breadth": 2}));
    if !blend {
        scale.pop();
    }
    let ranked: Vec<_> = ids.iter().map(|id| json!({"id": id, "label": id, "path": id})).collect();
    let mut paths: Vec<_> = ids.iter().map(|id| json!({"id": id, "name": id})).collect();
    if blend {
        paths.push(json!({"id": "all", "name": "all"}));
    }
    let mut file = json!({
        "format": 1, "id": "small", "title": "Small", "paths": paths,
        "questions": [
            {"id": "one", "prompt": "p", "choices": own(2)},
            {"id": "picks", "prompt": "p", "format": "multiple", "min_picks": 0, "max_picks": 2, "choices": own(1)},
            {"id": "rows", "prompt": "p", "format": "rating", "points_per_step": 2, "steps": ["n", "m", "y"], "rows": ranked},
            {"id": "line", "prompt": "p", "format": "scale", "choices": scale},
            {"id": "order", "prompt": "p", "format": "rank", "place_points": [2, 1, 0], "choices": ranked},
            {"id": "last", "prompt": "p", "choices": own(3)},
        ],
        "rules": {"tie_breaker": "order", "enough": {"required": ["order"]}},
    });
    if blend {
        file["blend"] =
            json!({"path": "all", "base": 10, "per_breadth": 5, "breadth_max": 4, "note": "n"});
    }
    Quiz::read(&file.to_string()).unwrap()
}

fn after(question: usize, choices: &[usize]) -> Condition {
    Condition { question, choices: choices.to_vec() }
}

/// The small quiz with a rating, a rank and a chain of questions behind conditions.
fn branching(blend: bool) -> Quiz {
    let mut quiz = small(blend);
    quiz.questions[2].show_if = vec![after(0, &[0, 2]), after(1, &[0, 1])];
    quiz.questions[3].show_if = vec![after(1, &[2])];
    quiz.questions[5].show_if = vec![after(3, &[0, 1])];
    quiz
}

/// Every whole answer to a question, with how much each weighs; all together weigh 1.
fn all_answers(format: &Format) -> Vec<(Answer, f64)> {
    let every = |len: usize, of: usize| -> Vec<Vec<usize>> {
        (0..len).fold(vec![vec![]], |lists, _| {
            let longer =
                lists.iter().flat_map(|list| (0..of).map(|one| [list.as_slice(), &[one]].concat()));
            longer.collect()
        })
    };
    let parts = |list: &Vec<usize>| list.iter().copied().map(Some).collect();
    match format {
        Format::Single { choices } | Format::Scale { choices } => {
            (0..choices.len()).map(|at| (Answer::Choice(at), 1.0 / choices.len() as f64)).collect()
        }
        Format::Multiple { choices, min, max } => {
            let sets: Vec<Vec<usize>> = (0..1_usize << choices.len())
                .map(|bits| (0..choices.len()).filter(|at| bits >> at & 1 == 1).collect())
                .collect();
            let sized = |size: usize| sets.iter().filter(move |set| set.len() == size);
            (*min..=*max)
                .flat_map(|size| {
                    let weight = 1.0 / (max - min + 1) as f64 / sized(size).count() as f64;
                    sized(size).map(move |set| (Answer::Picks(set.clone()), weight))
                })
                .collect()
        }
        Format::Rating { steps, rows, .. } => {
            let all = every(rows.len(), steps.len());
            let weight = 1.0 / all.len() as f64;
            all.iter().map(|list| (Answer::Ratings(parts(list)), weight)).collect()
        }
        Format::Rank { choices, .. } => {
            let mut all = every(choices.len(), choices.len());
            all.retain(|order| (0..choices.len()).all(|place| order.contains(&place)));
            let weight = 1.0 / all.len() as f64;
            all.iter().map(|list| (Answer::Order(parts(list)), weight)).collect()
        }
    }
}

fn asked(quiz: &Quiz, at: usize, answers: &Answers) -> bool {
    quiz.questions[at].show_if.iter().all(|condition| match answers.get(condition.question) {
        Some(Answer::Choice(choice)) => condition.choices.contains(choice),
        Some(Answer::Picks(picks)) => picks.iter().any(|pick| condition.choices.contains(pick)),
        _ => false,
    })
}

/// Every way through the quiz, each scored as a visitor's: shares of each path, and of level ones.
fn by_hand(quiz: &Quiz) -> (Vec<f64>, f64) {
    fn walk(quiz: &Quiz, at: usize, answers: &Answers, weight: f64, found: &mut (Vec<f64>, f64)) {
        let Some(question) = quiz.questions.get(at) else {
            let result = recommend(quiz, answers);
            found.0[result.path()] += weight;
            let level = result.lead == career_quiz::quiz::Fraction::from(0);
            found.1 += if level { weight } else { 0.0 };
            return;
        };
        if !asked(quiz, at, answers) {
            return walk(quiz, at + 1, answers, weight, found);
        }
        for (answer, part) in all_answers(&question.format) {
            walk(quiz, at + 1, &answers.with(at, Some(answer)), weight * part, found);
        }
    }
    let mut found = (vec![0.0; quiz.paths.len()], 0.0);
    walk(quiz, 0, &Answers::default(), 1.0, &mut found);
    found
}

#[track_caller]
fn counted_as_by_hand(quiz: &Quiz) {
    let odds = odds(quiz);
    assert!(matches!(odds.method, Method::Exact { whole: true, .. }));
    let (paths, ties) = by_hand(quiz);
    for (path, share) in paths.iter().enumerate() {
        assert!((odds.share(path) - share).abs() < 1e-9, "{path}: {odds:?}, {paths:?}");
    }
    let counted = odds.ties as f64 / odds.all as f64;
    assert!((counted - ties).abs() < 1e-9, "{counted} {ties}");
    assert_eq!(odds.ways.iter().sum::<u128>(), odds.all);
}

#[test]
fn odds_are_those_of_every_way_tried_by_hand() {
    counted_as_by_hand(&small(false));
    counted_as_by_hand(&small(true));
}

#[test]
fn a_branch_keeps_its_weight_though_it_asks_less() {
    counted_as_by_hand(&branching(false));
    counted_as_by_hand(&branching(true));
}

#[test]
fn two_conditions_on_one_question_must_both_be_met_by_its_picks() {
    let mut quiz = small(true);
    quiz.questions[2].show_if = vec![after(1, &[0]), after(1, &[1])];
    counted_as_by_hand(&quiz);
}

#[test]
fn a_blend_that_is_held_at_100_is_level_with_a_full_path() {
    let mut quiz = small(true);
    if let Some(blend) = &mut quiz.blend {
        blend.base = 60;
    }
    counted_as_by_hand(&quiz);
}

#[test]
fn sampled_odds_lie_within_four_standard_errors_of_the_exact_ones() {
    for quiz in [shipped(), branching(true)] {
        let exact = odds(&quiz);
        let sampled = sampled(&quiz);
        assert!(exact.exact() && !sampled.exact());
        for path in 0..quiz.paths.len() {
            let apart = (exact.share(path) - sampled.share(path)).abs();
            assert!(apart < 4.0 * sampled.error(path), "{path}: {exact:?} {sampled:?}");
        }
    }
}

#[test]
fn the_shipped_quiz_is_clean_and_every_path_is_reached_by_the_answers_shown() {
    let quiz = shipped();
    let proof = prove(&quiz);
    assert_eq!(proof.findings(&quiz), []);
    for (path, (reach, archetype)) in proof.reach.iter().zip(&proof.archetypes).enumerate() {
        let Reach::Reached(Some(answers)) = reach else { panic!("{path}: {reach:?}") };
        assert_eq!(recommend(&quiz, answers).path(), path);
        assert_eq!(archetype.path, path);
        assert_eq!(archetype.lead, recommend(&quiz, &archetype.answers).lead);
        assert_eq!(archetype.stability, stability(&quiz, &archetype.answers));
        if archetype.flips == Flips::Exactly(1) {
            let what_if = what_if(&quiz, &archetype.answers);
            assert!(matches!(what_if, career_quiz::quiz::WhatIf::Single(_)));
        }
    }
    let weights: career_quiz::quiz::Fraction = proof.balance.iter().map(|one| one.weight).sum();
    assert_eq!(weights, career_quiz::quiz::Fraction::from(1));
}

#[test]
fn a_proof_in_slices_is_the_proof_in_one_go() {
    let quiz = branching(true);
    let mut prover = Prover::new(quiz.clone());
    let mut tasks: Vec<Task> = Vec::new();
    let proof = loop {
        let Progress { task, done, of } = prover.progress();
        assert!(done <= of);
        tasks.push(task);
        if let Some(proof) = prover.step(20) {
            break proof;
        }
    };
    assert_eq!(proof, prove(&quiz));
    tasks.dedup();
    assert_eq!(tasks, [Task::Counting, Task::Searching, Task::Shaking]);
}

/// The one finding of a kind.
#[track_caller]
fn found<'a>(findings: &'a [Finding], kind: &str) -> &'a Finding {
    let mut found = findings.iter().filter(|finding| finding.kind == kind);
    match (found.next(), found.next()) {
        (Some(one), None) => one,
        _ => panic!("not one `{kind}` in {findings:#?}"),
    }
}

fn proven(file: &str) -> (Quiz, Proof, Vec<Finding>) {
    let quiz = Quiz::read(file).unwrap();
    let proof = prove(&quiz);
    let findings = proof.findings(&quiz);
    (quiz, proof, findings)
}

#[test]
fn a_blend_that_always_wins_is_said_once() {
    let (_, proof, findings) = proven(&edited(|quiz| quiz["blend"]["base"] = json!(100)));
    let finding = found(&findings, "blend-always-wins");
    assert_eq!((finding.severity, finding.pointer.as_str()), (Severity::Error, "/blend"));
    assert_eq!(findings.len(), 1, "{findings:#?}");
    assert_eq!(proof.reach.iter().filter(|reach| **reach == Reach::Never).count(), 3);
}

#[test]
fn a_blend_that_never_wins_is_an_error() {
    let (_, _, findings) = proven(&edited(|quiz| {
        // Nobody can be level, since one single question gives all there is.
        quiz["blend"] = json!({"path": "generalist", "base": 0, "per_breadth": 0, "breadth_max": 1, "note": "n"});
        let one = quiz["questions"][0].clone();
        let mut choices = one["choices"].as_array().unwrap().clone();
        choices.pop();
        let mut breadth = question(quiz, "breadth").clone();
        breadth["block"] = one["block"].clone();
        let mut first = one;
        first["choices"] = json!(choices);
        let block = quiz["blocks"][0].clone();
        quiz["questions"] = json!([first, breadth]);
        quiz["blocks"] = json!([block]);
        quiz["rules"] = json!({});
        quiz["stages"] = json!([]);
        quiz["roadmap"] = json!([]);
    }));
    assert_eq!(found(&findings, "blend-never-wins").pointer, "/blend");
}

#[test]
fn an_outcome_with_the_points_of_another_wins_by_the_tie_rule_only() {
    let mut quiz = small(false);
    // The third path gets what the second gets, everywhere.
    for question in &mut quiz.questions {
        question.format = Format::Single {
            choices: (0..2)
                .map(|at| {
                    let points = |path| career_quiz::quiz::Points::for_path(path, 1);
                    let points = if at == 0 { points(0) } else { points(1) + points(2) };
                    let label = at.to_string();
                    career_quiz::quiz::Choice {
                        id: label.clone(),
                        label,
                        points,
                        level: 0,
                        path: None,
                    }
                })
                .collect(),
        };
        question.most = 1;
    }
    quiz.rules.tie_breaker = None;
    let proof = prove(&quiz);
    let findings = proof.findings(&quiz);
    assert_eq!(proof.reach[2], Reach::Never);
    let finding = found(&findings, "outcome-dominated");
    assert_eq!((finding.severity, finding.pointer.as_str()), (Severity::Error, "/paths/2"));
}

#[test]
fn the_second_choice_that_gives_nothing_is_dead_and_the_first_is_a_statement() {
    let (_, proof, findings) = proven(&edited(|quiz| {
        let choices = question(quiz, "field")["choices"].as_array_mut().unwrap();
        choices.push(json!({"id": "none", "label": "None of these"}));
        choices.push(json!({"id": "neither", "label": "Neither"}));
    }));
    assert_eq!(proof.dead, [Dead::Choice { question: 7, choice: 5, like: 4 }]);
    let finding = found(&findings, "choice-dead");
    assert_eq!(
        (finding.severity, finding.pointer.as_str()),
        (Severity::Warning, "/questions/7/choices/5")
    );
    assert!(finding.problem.contains("“Neither”"), "{}", finding.problem);
}

#[test]
fn a_question_without_any_consequence_is_dead_as_a_whole() {
    let (_, proof, findings) = proven(&edited(|quiz| quiz["stages"] = json!([])));
    // Code, maths and practice only ever decided the stage.
    assert_eq!(proof.dead, [Dead::Question(8), Dead::Question(9), Dead::Question(10)]);
    assert_eq!(findings.iter().filter(|one| one.kind == "question-dead").count(), 3);
}

#[test]
fn a_question_that_decides_nearly_everything_is_seen() {
    let (_, _, findings) = proven(&edited(|quiz| {
        for choice in question(quiz, "field")["choices"].as_array_mut().unwrap() {
            for points in choice["points"].as_object_mut().unwrap().values_mut() {
                *points = json!(points.as_i64().unwrap() * 40);
            }
        }
    }));
    assert_eq!(found(&findings, "question-heavy").pointer, "/questions/7");
}

#[test]
fn long_labels_and_hard_english_are_warned_of_where_they_stand() {
    let mut quiz = small(false);
    let long = "Notwithstanding the aforementioned stipulations, obligations remain enforceable. ";
    if let Format::Single { choices } = &mut quiz.questions[0].format {
        choices[1].label = long.repeat(3);
    }
    let findings = prove(&quiz).findings(&quiz);
    let label = "/questions/0/choices/1/label";
    assert_eq!(found(&findings, "text-long").pointer, label);
    let hard = found(&findings, "reading-hard");
    assert_eq!((hard.severity, hard.pointer.as_str()), (Severity::Warning, label));
    quiz.lang = "de".into();
    assert_eq!(prove(&quiz).reading, None, "the formula knows English only");
}

#[test]
fn easy_words_in_short_sentences_ask_for_less_than_a_contract() {
    let easy = grade("The cat sat on the mat. It was warm.").unwrap();
    let hard = grade("Notwithstanding the aforementioned stipulations, contractual obligations remain enforceable in perpetuity.").unwrap();
    assert!(easy < 2.0 && hard > 15.0, "{easy} {hard}");
    assert!(grade("{n} 73%").is_none());
    // Syllables as they are heard: one in `made` and `walked`, two in `table`, three in `beautiful`.
    let syllables = |word: &str| ((grade(word).unwrap() + 15.59 - 0.39) / 11.8).round();
    let heard = ["cat", "made", "table", "walked", "quiz", "beautiful", "I"].map(syllables);
    assert_eq!(heard, [1.0, 1.0, 2.0, 1.0, 1.0, 3.0, 1.0]);
}
