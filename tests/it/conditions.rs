//! Quizzes with any conditions there can be, beside what their files alone tell.

use career_quiz::quiz::{
    Action, Answer, Answers, Fraction, Progress, Quiz, RUNS, Screen, Session, WhatIf, recommend,
    stability, what_if,
};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::people::taken;

/// A quiz of single questions with three choices each. `asks[at]` holds, for each earlier question,
/// which of its choices lead to this one, as bits; 0 where it is not asked about.
fn any_conditions(len: usize) -> impl Strategy<Value = Vec<Vec<u8>>> {
    let rows: Vec<_> = (0..len)
        .map(|at| proptest::collection::vec(prop_oneof![3 => Just(0_u8), 2 => 1_u8..7], at))
        .collect();
    rows
}

fn random_quiz(asks: &[Vec<u8>]) -> Value {
    let questions: Vec<_> = asks
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let choices = |bits: u8| -> Vec<String> {
                (0..3).filter(|bit| bits >> bit & 1 == 1).map(|bit| format!("c{bit}")).collect()
            };
            let show_if: serde_json::Map<_, _> = row
                .iter()
                .enumerate()
                .filter(|(_, bits)| **bits > 0)
                .map(|(earlier, bits)| (format!("q{earlier}"), json!(choices(*bits))))
                .collect();
            json!({"id": format!("q{at}"), "prompt": "p", "show_if": show_if, "choices": [
                {"id": "c0", "label": "0", "points": {"a": 1}},
                {"id": "c1", "label": "1", "points": {"b": 1}},
                {"id": "c2", "label": "2"},
            ]})
        })
        .collect();
    json!({"format": 1, "id": "random", "title": "t", "questions": questions,
        "paths": [{"id": "a", "name": "a"}, {"id": "b", "name": "b"}], "rules": {"enough": {}}})
}

/// Which questions are asked, told by the file alone: 0 stands for no answer.
fn asked(asks: &[Vec<u8>], given: &[u8]) -> Vec<bool> {
    let mut asked: Vec<bool> = Vec::new();
    for row in asks {
        let holds = |(earlier, bits): (usize, &u8)| {
            *bits == 0
                || (asked[earlier] && given[earlier] > 0 && bits >> (given[earlier] - 1) & 1 == 1)
        };
        asked.push(row.iter().enumerate().all(holds));
    }
    asked
}

/// Which questions some continuation of the first answers leads to.
fn reachable(asks: &[Vec<u8>], fixed: &[u8]) -> Vec<bool> {
    let free = asks.len() - fixed.len();
    let mut reachable = vec![false; asks.len()];
    for rest in 0..4_usize.pow(free as u32) {
        let rest = (0..free).map(|at| (rest >> (2 * at) & 3) as u8);
        let given: Vec<_> = fixed.iter().copied().chain(rest).collect();
        for (slot, asked) in reachable.iter_mut().zip(asked(asks, &given)) {
            *slot |= asked;
        }
    }
    reachable
}

fn answers_of(given: &[u8]) -> Answers {
    given.iter().enumerate().fold(Answers::default(), |answers, (at, one)| {
        answers.with(at, one.checked_sub(1).map(|choice| Answer::Choice(choice.into())))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_quiz_is_refused_exactly_where_no_answers_lead_to_a_question(asks in any_conditions(6)) {
        let file = random_quiz(&asks).to_string();
        match Quiz::read(&file) {
            Ok(_) => prop_assert!(reachable(&asks, &[]).iter().all(|one| *one)),
            Err(error) => {
                prop_assert!(error.faults.iter().all(|one| one.problem.contains("never be asked")), "{error}");
                let reachable = reachable(&asks, &[]);
                for fault in &error.faults {
                    let at: usize = fault.place[11..12].parse().unwrap();
                    prop_assert!(!reachable[at], "{error}");
                }
                prop_assert!(!reachable.iter().all(|one| *one));
            }
        }
    }

    #[test]
    fn what_can_still_be_asked_is_exact(
        asks in any_conditions(6),
        given in proptest::collection::vec(0_u8..4, 6),
        open in 0_usize..=6,
    ) {
        if let Ok(quiz) = Quiz::read(&random_quiz(&asks).to_string()) {
            let answers = answers_of(&given);
            prop_assert_eq!(answers.asked(&quiz), asked(&asks, &given));
            prop_assert_eq!(answers.askable(&quiz, open), reachable(&asks, &given[..open]));
        }
    }

    #[test]
    fn going_forward_the_progress_never_falls_and_ends_exact(
        asks in any_conditions(7),
        old in proptest::collection::vec(0_u8..4, 7),
        given in proptest::collection::vec(0_u8..4, 7),
    ) {
        if let Ok(quiz) = Quiz::read(&random_quiz(&asks).to_string()) {
            // From nothing, and with other answers kept from before.
            let kept = taken(&quiz, &answers_of(&old)).apply(&quiz, Action::Continue);
            let kept = kept.apply(&quiz, Action::Retake { keep: true });
            for (start, fresh) in [(Session::new(1), true), (kept, false)] {
                let mut session = start;
                let (mut seen, mut last, mut filled) = (0, None::<Progress>, Fraction::from(0));
                while let Screen::Asking(at) = session.screen() {
                    let now = session.progress(&quiz, at);
                    seen += 1;
                    prop_assert_eq!(now.number, seen);
                    prop_assert!(last.is_none_or(|last| now.total <= last.total && (last.at_most || !now.at_most)));
                    let stops = session.stops(&quiz);
                    prop_assert_eq!(stops.iter().filter(|stops| **stops).count(), now.total);
                    let share = Fraction::new(session.answers().count(&quiz) as i64, now.total as i64);
                    prop_assert!(!fresh || share >= filled, "{share} after {filled}");
                    (last, filled) = (Some(now), share);
                    let action = given[at].checked_sub(1).map(|choice| Action::Choose { question: at, choice: choice.into() });
                    let skip = action.is_none();
                    session = action.into_iter().fold(session, |session, action| session.apply(&quiz, action));
                    session = session.apply(&quiz, if skip { Action::Skip } else { Action::Continue });
                }
                prop_assert_eq!(session.screen(), Screen::Review);
                let total = session.stops(&quiz).iter().filter(|stops| **stops).count();
                prop_assert_eq!(total, seen, "the end is exact");
                prop_assert!(last.is_some_and(|last| last.at_most || last.total == total));
            }
        }
    }
}

/// How likely the winner stays first, told by trying every way to replace answers.
fn exact_stability(quiz: &Quiz, counted: &Answers) -> f64 {
    let winner = recommend(quiz, counted).path();
    let given: Vec<_> = (0..quiz.questions.len()).filter(|at| counted.get(*at).is_some()).collect();
    let mut stays = 0.0;
    for way in 0..4_usize.pow(given.len() as u32) {
        let (mut answers, mut likely) = (counted.clone(), 1.0);
        for (place, at) in given.iter().enumerate() {
            match way >> (2 * place) & 3 {
                3 => likely *= 0.9,
                choice => {
                    answers = answers.with(*at, Some(Answer::Choice(choice)));
                    likely /= 30.0;
                }
            }
        }
        if recommend(quiz, &answers).path() == winner {
            stays += likely;
        }
    }
    stays
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn stability_counts_what_a_replaced_answer_hides(
        asks in any_conditions(5),
        given in proptest::collection::vec(1_u8..4, 5),
    ) {
        if let Ok(quiz) = Quiz::read(&random_quiz(&asks).to_string()) {
            let answers = answers_of(&given);
            let exact = exact_stability(&quiz, &answers.finished(&quiz));
            let sampled = f64::from(stability(&quiz, &answers)) / f64::from(RUNS);
            // Five standard deviations of a thousand runs.
            let wide = 5.0 * (exact * (1.0 - exact) / f64::from(RUNS)).sqrt();
            prop_assert!((sampled - exact).abs() <= wide + 1e-9, "{sampled} for {exact}");
        }
    }

    #[test]
    fn two_changes_are_said_to_do_it_exactly_where_they_do(
        asks in any_conditions(5),
        given in proptest::collection::vec(1_u8..4, 5),
    ) {
        if let Ok(quiz) = Quiz::read(&random_quiz(&asks).to_string()) {
            let counted = answers_of(&given).finished(&quiz);
            let winner = recommend(&quiz, &counted).path();
            let changed = |answers: &Answers| -> Vec<Answers> {
                let given = (0..5).filter(|at| counted.get(*at).is_some());
                given.flat_map(|at| (0..3).map(move |choice| (at, choice)))
                    .map(|(at, choice)| answers.with(at, Some(Answer::Choice(choice))))
                    .collect()
            };
            let turns = |answers: &Answers| recommend(&quiz, answers).path() != winner;
            let once = changed(&counted);
            let expected = match () {
                () if once.iter().any(turns) => 1,
                () if once.iter().flat_map(&changed).any(|twice| turns(&twice)) => 2,
                () => 3,
            };
            let said = match what_if(&quiz, &answers_of(&given)) {
                WhatIf::Single(_) => 1,
                WhatIf::Two => 2,
                WhatIf::ThreeOrMore => 3,
            };
            prop_assert_eq!(said, expected);
        }
    }
}
