//! Questions that are asked only after certain answers.

use std::fs;
use std::path::Path;

use career_quiz::quiz::{
    Action, Answer, Answers, Band, Format, Fraction, Grade, Progress, Quiz, RUNS, Screen, Session,
    Shared, WhatIf, compare, export, recommend, share, stability, what_if,
};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::people::{any_answers_to, said, sheet, shipped, taken};
use crate::screens::draw;

/// The example that branches: four languages, ten questions, conditions two levels deep.
pub(crate) fn first_language() -> Quiz {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("quizzes/examples/branching.json");
    let mut quiz = Quiz::read(&fs::read_to_string(file).unwrap()).unwrap();
    quiz.words.borrow_from(&shipped().words);
    quiz
}

/// A beginner who learns for her work.
const BEGINNER: &str = r#"{"goal":"page","before":"never","reason":"work","work":"sites",
    "colleagues":["some-javascript"],"enjoy":{"find-pattern":1,"look-right":3,"fewer-taps":2,"own-world":0},
    "proudest":["strangers","always-there","saved-hours","laughed"]}"#;

/// The same with everything the beginner is not asked, as it was said before she changed her mind.
const LEFTOVERS: &str = r#"{"goal":"page","before":"never","tried":"mods","liked":"moved","reason":"work",
    "work":"sites","colleagues":["some-javascript"],"evening":"own-level",
    "enjoy":{"find-pattern":1,"look-right":3,"fewer-taps":2,"own-world":0},
    "proudest":["strangers","always-there","saved-hours","laughed"]}"#;

fn ids(quiz: &Quiz, flags: &[bool]) -> Vec<String> {
    let all = quiz.questions.iter().zip(flags).filter(|(_, flag)| **flag);
    all.map(|(question, _)| question.id.clone()).collect()
}

fn at(quiz: &Quiz, id: &str) -> usize {
    quiz.question_at(id).unwrap()
}

fn choose(quiz: &Quiz, session: &Session, id: &str, choice: &str) -> Session {
    let question = at(quiz, id);
    let choice = quiz.questions[question].choices().iter().position(|one| one.id == choice);
    session.apply(quiz, Action::Choose { question, choice: choice.unwrap() })
}

#[test]
fn what_is_not_asked_counts_for_nobody() {
    let quiz = first_language();
    let (beginner, leftovers) = (sheet(&quiz, BEGINNER), sheet(&quiz, LEFTOVERS));
    assert!(leftovers.get(at(&quiz, "evening")).is_some(), "it is kept");
    assert_eq!(leftovers.complete(&quiz, at(&quiz, "evening")), None);
    assert_eq!(leftovers.complete(&quiz, at(&quiz, "liked")), None, "nor two levels deep");
    assert_eq!(leftovers.finished(&quiz), beginner);
    assert_eq!(leftovers.count(&quiz), 7);
    assert_eq!(recommend(&quiz, &leftovers), recommend(&quiz, &beginner));
    assert_eq!(what_if(&quiz, &leftovers), what_if(&quiz, &beginner));
    assert_eq!(stability(&quiz, &leftovers), stability(&quiz, &beginner));
}

#[test]
fn what_is_not_asked_leaves_the_quiz_in_no_form() {
    let quiz = first_language();
    let (beginner, leftovers) = (sheet(&quiz, BEGINNER), sheet(&quiz, LEFTOVERS));
    for grade in [Grade::Result, Grade::Answers] {
        let link = share::link(&quiz, &leftovers, grade);
        assert_eq!(link, share::link(&quiz, &beginner, grade));
        assert!(!link.contains("own-level"), "{link}");
    }
    let session = taken(&quiz, &leftovers);
    for text in
        [export::file(&quiz, &session), export::markdown(&quiz, &leftovers, "https://example.com")]
    {
        assert!(!text.contains("Build a level"), "{text}");
    }
    let [one, two] = [&beginner, &leftovers].map(|answers| Shared::Answers(answers.clone()));
    let compared = compare(&quiz, &one, &two);
    assert_eq!((compared.both, compared.same, compared.apart.len()), (7, 7, 0));
}

#[test]
fn a_link_with_answers_to_what_is_not_asked_is_read_without_them() {
    let quiz = first_language();
    let code = share::encode(&quiz, &sheet(&quiz, LEFTOVERS));
    assert!(code.contains("own-level"), "what is remembered keeps them: {code}");
    let read = share::decode(&quiz, &code).unwrap().said;
    assert_eq!(read.finished(&quiz), sheet(&quiz, BEGINNER));
}

#[test]
fn going_on_and_back_passes_over_what_is_not_asked() {
    let quiz = first_language();
    let answers = sheet(&quiz, LEFTOVERS);
    let mut session = Session::new(1);
    let mut seen = Vec::new();
    while let Screen::Asking(at) = session.screen() {
        seen.push(at);
        for action in said(at, answers.get(at)) {
            session = session.apply(&quiz, action);
        }
        session = session.apply(&quiz, Action::Continue);
    }
    assert_eq!(seen, [0, 1, 4, 5, 6, 8, 9]);
    assert_eq!(session.screen(), Screen::Review);
    for expected in seen.iter().rev() {
        session = session.apply(&quiz, Action::Back);
        assert_eq!(session.screen(), Screen::Asking(*expected));
    }
    assert_eq!(session.apply(&quiz, Action::Back).screen(), Screen::Asking(0));
    let skipped = choose(&quiz, &session, "goal", "game").apply(&quiz, Action::Continue);
    let skipped = skipped.apply(&quiz, Action::Skip);
    assert_eq!(skipped.screen(), Screen::Asking(at(&quiz, "reason")), "no answer, no branch");
}

#[test]
fn a_question_that_an_answer_brings_up_comes_before_the_review() {
    let quiz = first_language();
    let review = taken(&quiz, &sheet(&quiz, BEGINNER));
    let before = review.apply(&quiz, Action::Open(at(&quiz, "before")));
    let unchanged = before.apply(&quiz, Action::Continue);
    assert_eq!(unchanged.screen(), Screen::Review);
    let changed = choose(&quiz, &before, "before", "now-and-then").apply(&quiz, Action::Continue);
    assert_eq!(changed.screen(), Screen::Asking(at(&quiz, "tried")));
    assert!(changed.reviewing());
    let deeper = choose(&quiz, &changed, "tried", "formulas").apply(&quiz, Action::Continue);
    assert_eq!(deeper.screen(), Screen::Asking(at(&quiz, "liked")));
    let done = choose(&quiz, &deeper, "liked", "exact").apply(&quiz, Action::Continue);
    assert_eq!(done.screen(), Screen::Review);
    assert_eq!(done.answers().count(&quiz), 9);

    let skipped = changed.apply(&quiz, Action::Skip);
    assert_eq!(skipped.screen(), Screen::Review);
    let markup = draw(&quiz, skipped.clone());
    assert!(markup.contains("What was it mostly?") && markup.contains("Not answered: 1."));
    assert!(!markup.contains("best moment"), "what hangs on it is not asked");
    let opened = skipped.apply(&quiz, Action::Open(at(&quiz, "liked")));
    assert_eq!(opened.screen(), Screen::Review, "it cannot be opened");
    let again =
        skipped.apply(&quiz, Action::Open(at(&quiz, "goal"))).apply(&quiz, Action::Continue);
    assert_eq!(again.screen(), Screen::Review, "what was skipped is not asked again");
}

#[test]
fn changing_an_answer_back_restores_what_hung_on_it() {
    let quiz = first_language();
    let review = taken(&quiz, &sheet(&quiz, BEGINNER));
    let reason = |session: &Session, choice| {
        let opened = session.apply(&quiz, Action::Open(at(&quiz, "reason")));
        choose(&quiz, &opened, "reason", choice).apply(&quiz, Action::Continue)
    };
    let fun = reason(&review, "fun");
    assert_eq!(fun.screen(), Screen::Asking(at(&quiz, "evening")));
    assert_eq!(fun.answers().complete(&quiz, at(&quiz, "colleagues")), None);
    let work = reason(&fun.apply(&quiz, Action::Back), "work");
    assert_eq!(work.screen(), Screen::Review);
    assert_eq!(work.answers(), review.answers());
}

#[test]
fn a_hidden_question_is_neither_missing_nor_asked_for() {
    let mut file: Value =
        serde_json::from_str(include_str!("../../quizzes/examples/branching.json")).unwrap();
    file["rules"]["enough"] =
        json!({"required": ["goal", "evening"], "at_least": 2, "of": ["work", "colleagues"]});
    let quiz = Quiz::read(&file.to_string()).unwrap();
    let work = sheet(&quiz, r#"{"goal":"page","reason":"work","work":"sites"}"#);
    assert_eq!(work.missing(&quiz), (vec![], 1));
    let hands = sheet(&quiz, r#"{"goal":"page","reason":"work","work":"hands"}"#);
    assert_eq!(hands.missing(&quiz), (vec![], 0), "only one of the two is asked");
    assert!(hands.enough(&quiz));
    let fun = sheet(&quiz, r#"{"goal":"page","reason":"fun"}"#);
    assert_eq!(fun.missing(&quiz), (vec![at(&quiz, "evening")], 0));
}

#[test]
fn she_comes_back_to_a_question_that_is_asked() {
    let quiz = first_language();
    let code = share::encode(&quiz, &sheet(&quiz, LEFTOVERS));
    for (place, screen) in [
        ("evening", Screen::Asking(at(&quiz, "enjoy"))),
        ("liked", Screen::Asking(at(&quiz, "reason"))),
        ("*liked", Screen::Review),
        ("*work", Screen::Asking(at(&quiz, "work"))),
        ("no-longer-there", Screen::Review),
    ] {
        let session = Session::restore(&quiz, &format!("1 {place} {code}")).unwrap();
        assert_eq!(session.screen(), screen, "{place}");
        assert_eq!(Session::restore(&quiz, &session.line(&quiz)).unwrap().screen(), screen);
    }
    let open = share::encode(&quiz, &sheet(&quiz, r#"{"goal":"page","before":"never"}"#));
    let session = Session::restore(&quiz, &format!("1 no-longer-there {open}")).unwrap();
    assert_eq!(session.screen(), Screen::Asking(at(&quiz, "reason")));
}

#[test]
fn the_progress_says_how_many_there_are_at_most() {
    let quiz = first_language();
    let number = |number, total, at_most| Progress { number, total, at_most };
    let session = taken(&quiz, &sheet(&quiz, BEGINNER));
    assert_eq!(session.progress(&quiz, 0), number(1, 10, true));
    assert_eq!(session.progress(&quiz, at(&quiz, "before")), number(2, 10, true));
    assert_eq!(session.progress(&quiz, at(&quiz, "reason")), number(3, 8, true));
    assert_eq!(session.progress(&quiz, at(&quiz, "work")), number(4, 7, true));
    assert_eq!(session.progress(&quiz, at(&quiz, "colleagues")), number(5, 7, false));
    assert_eq!(session.progress(&quiz, at(&quiz, "proudest")), number(7, 7, false));
    let markup = draw(&quiz, Session::new(1));
    assert!(markup.contains("<span>Question 1 of at most 10</span>"));
    let back = Session::recall(&quiz, &session.apply(&quiz, Action::Back).remember(&quiz)).unwrap();
    assert!(draw(&quiz, back).contains("You have answered 7 of 7 questions."));
    let early = choose(&quiz, &Session::new(1), "goal", "app").apply(&quiz, Action::Continue);
    let back = Session::recall(&quiz, &early.remember(&quiz)).unwrap();
    assert!(draw(&quiz, back).contains("You have answered 1 of at most 10 questions."));
}

#[test]
fn in_a_quiz_without_conditions_every_number_is_what_it_was() {
    let quiz = shipped();
    for at in 0..quiz.questions.len() {
        let progress = Session::new(1).progress(&quiz, at);
        assert_eq!(progress, Progress { number: at + 1, total: 12, at_most: false });
    }
}

#[test]
fn the_answer_that_decides_what_is_asked_can_turn_the_result() {
    let quiz = first_language();
    // Ahead by her evening only, which is not asked of somebody who learns for her work.
    let answers = sheet(
        &quiz,
        r#"{"goal":"chore","before":"never","reason":"fun","evening":"own-level","enjoy":
        {"find-pattern":1,"look-right":0,"fewer-taps":0,"own-world":3},"proudest":["saved-hours","laughed","strangers","always-there"]}"#,
    );
    assert_eq!(quiz.path_id(recommend(&quiz, &answers).path()), "python");
    let close = answers.with(at(&quiz, "goal"), Some(Answer::Choice(3)));
    assert_eq!(quiz.path_id(recommend(&quiz, &close).path()), "csharp");
    let evening = sheet(
        &quiz,
        r#"{"goal":"chore","before":"never","reason":"fun","evening":"own-level","proudest":["laughed","saved-hours","strangers","always-there"]}"#,
    );
    assert_eq!(quiz.path_id(recommend(&quiz, &evening).path()), "csharp");
    let WhatIf::Single(list) = what_if(&quiz, &evening) else { panic!("one change does it") };
    let reason = at(&quiz, "reason");
    let own = evening.with(reason, Some(Answer::Choice(0)));
    assert_eq!(quiz.path_id(recommend(&quiz, &own).path()), "python", "no evening, no csharp");
    assert!(list.iter().any(|one| quiz.path_id(one.path) == "python"));
    assert!(stability(&quiz, &evening) < RUNS);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn reasons_add_up_exactly_where_questions_are_left_out(answers in any_answers_to(&first_language())) {
        let quiz = first_language();
        let result = recommend(&quiz, &answers);
        let share = |path: usize| result.matches.iter().find(|one| one.path == path).unwrap().percent;
        let sum: Fraction = result.reasons.iter().map(|one| one.amount).sum();
        let winner = result.path();
        let others: Fraction = quiz.scored_paths().filter(|path| *path != winner).map(share).sum();
        prop_assert_eq!(sum, share(winner) - others / 3);
        for reason in &result.reasons {
            prop_assert!(answers.is_asked(&quiz, reason.question));
        }
        prop_assert!(result.band != Band::Close || result.lead < Fraction::from(quiz.rules.leaning_lead));
    }

    #[test]
    fn every_single_change_that_turns_the_result_is_found(answers in any_answers_to(&first_language())) {
        let quiz = first_language();
        let counted = answers.finished(&quiz);
        let winner = recommend(&quiz, &answers).path();
        let mut turned = Vec::new();
        for (at, question) in quiz.questions.iter().enumerate() {
            if let (Format::Single { choices }, Some(_)) = (&question.format, counted.get(at)) {
                turned.extend((0..choices.len()).map(|choice| {
                    recommend(&quiz, &counted.with(at, Some(Answer::Choice(choice)))).path()
                }));
            }
        }
        match what_if(&quiz, &answers) {
            WhatIf::Single(list) => for one in list {
                let changed = counted.with(one.change.question, Some(one.change.answer.clone()));
                prop_assert_eq!(recommend(&quiz, &changed).path(), one.path);
                prop_assert_ne!(one.path, winner);
            },
            _ => prop_assert!(turned.iter().all(|path| *path == winner)),
        }
    }

    #[test]
    fn what_she_tries_is_what_was_promised(answers in any_answers_to(&first_language())) {
        let quiz = first_language();
        let answers = answers.with(0, Some(Answer::Choice(0))).with(4, Some(Answer::Choice(2)));
        let result = taken(&quiz, &answers).apply(&quiz, Action::Continue);
        if let (Screen::Result, WhatIf::Single(list)) = (result.screen(), what_if(&quiz, result.answers())) {
            for one in list {
                let path = one.path;
                let tried = result.apply(&quiz, Action::Try(Box::new(one.change)));
                prop_assert_eq!(recommend(&quiz, &tried.shown()).path(), path);
            }
        }
    }

    #[test]
    fn no_actions_in_any_order_lead_to_a_question_that_is_not_asked(
        actions in proptest::collection::vec(any_action(), 0..80),
    ) {
        let quiz = first_language();
        let mut session = taken(&quiz, &sheet(&quiz, BEGINNER));
        for action in actions {
            session = session.apply(&quiz, action);
            if let Screen::Asking(at) = session.screen() {
                prop_assert!(session.answers().is_asked(&quiz, at));
            }
            let back = Session::restore(&quiz, &session.line(&quiz)).unwrap();
            prop_assert_eq!(back.screen(), session.screen());
            prop_assert_eq!(back.answers(), session.answers());
        }
    }
}

fn any_action() -> impl Strategy<Value = Action> {
    prop_oneof![
        6 => (0_usize..10, 0_usize..5).prop_map(|(question, choice)| Action::Choose { question, choice }),
        2 => (0_usize..10, 0_usize..4).prop_map(|(question, choice)| Action::Toggle { question, choice }),
        6 => Just(Action::Continue),
        2 => Just(Action::Skip),
        2 => Just(Action::Back),
        3 => (0_usize..11).prop_map(Action::Open),
        1 => Just(Action::Review),
        1 => any::<bool>().prop_map(|keep| Action::Retake { keep }),
        1 => Just(Action::PutBack),
        1 => Just(Action::Restart),
    ]
}

/// A condition in the example, written differently; gives the faults of the first place.
fn refused(question: &str, show_if: Value) -> String {
    let mut file: Value =
        serde_json::from_str(include_str!("../../quizzes/examples/branching.json")).unwrap();
    let questions = file["questions"].as_array_mut().unwrap();
    let asked = questions.iter_mut().find(|one| one["id"] == question).unwrap();
    asked["show_if"] = show_if;
    let error = Quiz::read(&file.to_string()).unwrap_err();
    error.faults.iter().map(|fault| format!("{fault}\n")).collect()
}

#[test]
fn conditions_that_cannot_be_are_refused_with_place_and_remedy() {
    let quiz = first_language();
    assert_eq!(
        ids(&quiz, &Answers::default().asked(&quiz)),
        ["goal", "before", "reason", "enjoy", "proudest"]
    );
    for (question, show_if, place, said) in [
        ("tried", json!({"befor": ["never"]}), ", befor", "did you mean `before`?"),
        ("tried", json!({"before": ["nevr"]}), ", before 1", "did you mean `never`?"),
        ("tried", json!({"before": []}), ", before", "it names no choice of `before`"),
        ("proudest", json!({"enjoy": ["find-pattern"]}), ", enjoy", "not answered by choosing"),
        ("goal", json!({"before": ["never"]}), ", before", "`before` comes after it"),
        ("goal", json!({"goal": ["page"]}), ", goal", "it hangs on its own answer"),
        ("before", json!({"tried": ["mods"]}), ", tried", "next: `before`, `tried`, `before`"),
        ("before", json!({"liked": ["moved"]}), ", liked", "`before`, `liked`, `tried`, `before`"),
        (
            "liked",
            json!({"tried": ["mods"], "before": ["never"]}),
            "",
            "leave no answer to `before`",
        ),
        (
            "evening",
            json!({"work": ["hands"], "reason": ["fun"]}),
            "",
            "leave no answer to `reason`",
        ),
    ] {
        let faults = refused(question, show_if);
        let first = faults.lines().find(|line| line.contains(said));
        let first = first.unwrap_or_else(|| panic!("“{said}” is not in:\n{faults}"));
        assert!(first.contains(&format!("question `{question}`, show_if{place}")), "{first}");
    }
}
