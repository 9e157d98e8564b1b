//! What a visitor's actions do.

use career_quiz::quiz::{Action, Answer, Screen, Session, WhatIf, what_if};

use crate::people::{nlp, shipped, taken};

#[test]
fn going_on_too_early_stays_and_says_so() {
    let quiz = shipped();
    let session = Session::new(1).apply(&quiz, Action::Continue);
    assert_eq!(session.screen(), Screen::Asking(0));
    assert_eq!(session.early(), 1);
    assert_eq!(session.moves(), 0, "focus is not taken to a heading");
}

#[test]
fn choosing_never_moves_on_by_itself() {
    let quiz = shipped();
    let session = Session::new(1).apply(&quiz, Action::Choose { question: 0, choice: 1 });
    assert_eq!(session.screen(), Screen::Asking(0));
    assert_eq!(session.apply(&quiz, Action::Continue).screen(), Screen::Asking(1));
}

#[test]
fn a_fourth_pick_is_not_taken_and_said_until_the_next_action() {
    let quiz = shipped();
    let question = quiz.question_at("help-build").unwrap();
    let mut session = Session::new(1);
    for choice in 0..4 {
        session = session.apply(&quiz, Action::Toggle { question, choice });
    }
    assert_eq!(session.answers().get(question), Some(&Answer::Picks(vec![0, 1, 2])));
    assert!(session.over_limit());
    let session = session.apply(&quiz, Action::Toggle { question, choice: 1 });
    assert_eq!(session.answers().get(question), Some(&Answer::Picks(vec![0, 2])));
    assert!(!session.over_limit());
}

#[test]
fn taking_a_taken_place_swaps_and_moving_goes_one_place() {
    let quiz = shipped();
    let question = quiz.question_at("reward").unwrap();
    let place = |choice, place| Action::Place { question, choice, place };
    let order = |session: &Session| match session.answers().get(question) {
        Some(Answer::Order(places)) => places.clone(),
        _ => Vec::new(),
    };
    let first = Session::new(1).apply(&quiz, place(0, 0));
    let pushed = first.apply(&quiz, place(1, 0));
    assert_eq!(order(&pushed), [Some(1), Some(0), None], "the nearest free place is next");
    let full = first.apply(&quiz, place(1, 1)).apply(&quiz, place(2, 2));
    let swapped = full.apply(&quiz, place(2, 0));
    assert_eq!(order(&swapped), [Some(2), Some(1), Some(0)]);
    let moved = full.apply(&quiz, Action::Move { question, choice: 2, up: true });
    assert_eq!(order(&moved), [Some(0), Some(2), Some(1)]);
    let ended = full.apply(&quiz, Action::Move { question, choice: 0, up: true });
    assert_eq!(order(&ended), order(&full), "the first cannot move up");
    let begun = Session::new(1).apply(&quiz, Action::Move { question, choice: 1, up: true });
    assert_eq!(order(&begun), [None, Some(2), None]);
}

#[test]
fn arrow_keys_that_pass_over_taken_places_leave_the_others_where_they_were() {
    let quiz = shipped();
    let question = quiz.question_at("reward").unwrap();
    let place = |choice, place| Action::Place { question, choice, place };
    let start = Session::new(1).apply(&quiz, place(0, 1));
    let passed =
        start.apply(&quiz, place(1, 0)).apply(&quiz, place(1, 1)).apply(&quiz, place(1, 2));
    let answer = Some(Answer::Order(vec![Some(1), Some(2), None]));
    assert_eq!(passed.answers().get(question).cloned(), answer);
    let full = passed.apply(&quiz, place(2, 0));
    let passed = full.apply(&quiz, place(0, 0)).apply(&quiz, place(0, 1)).apply(&quiz, place(0, 2));
    let swapped = Some(Answer::Order(vec![Some(2), Some(1), Some(0)]));
    assert_eq!(passed.answers().get(question).cloned(), swapped, "one swap, with the last place");
}

#[test]
fn trying_and_undoing_move_the_focus_and_no_answer() {
    let quiz = shipped();
    let result = taken(&quiz, &nlp(&quiz)).apply(&quiz, Action::Continue);
    let WhatIf::Single(list) = what_if(&quiz, result.answers()) else {
        panic!("there is a change")
    };
    let tried = result.apply(&quiz, Action::Try(Box::new(list[0].change.clone())));
    assert_eq!(tried.moves(), result.moves() + 1);
    assert_ne!(tried.shown(), result.shown());
    assert_eq!(tried.answers(), result.answers());
    let undone = tried.apply(&quiz, Action::Undo);
    assert_eq!(undone.moves(), tried.moves() + 1);
    assert_eq!(undone.shown(), result.shown());
    assert_eq!(undone.apply(&quiz, Action::Undo).moves(), undone.moves(), "nothing to undo");
}

#[test]
fn a_required_question_cannot_be_skipped_and_another_can() {
    let quiz = shipped();
    let required = quiz.question_at("help-build").unwrap();
    let session = Session::new(1).apply(&quiz, Action::Skip);
    assert_eq!(session.screen(), Screen::Asking(1));
    assert_eq!(required, 1);
    assert_eq!(session.apply(&quiz, Action::Skip).screen(), Screen::Asking(1));
}

#[test]
fn picking_nothing_is_an_answer_where_none_is_fine() {
    let quiz = shipped();
    let have = quiz.question_at("have").unwrap();
    let session = taken(&quiz, &nlp(&quiz).with(have, Some(Answer::Picks(Vec::new()))));
    assert_eq!(session.screen(), Screen::Review);
    assert_eq!(session.answers().complete(&quiz, have), Some(&Answer::Picks(Vec::new())));
}

#[test]
fn a_question_opened_from_the_review_leads_back_to_it() {
    let quiz = shipped();
    let review = taken(&quiz, &nlp(&quiz));
    let opened = review.apply(&quiz, Action::Open(3));
    assert_eq!(opened.screen(), Screen::Asking(3));
    assert_eq!(opened.apply(&quiz, Action::Continue).screen(), Screen::Review);
    assert_eq!(opened.apply(&quiz, Action::Back).screen(), Screen::Review);
}

#[test]
fn the_result_waits_until_enough_is_answered() {
    let quiz = shipped();
    let mut answers = nlp(&quiz);
    for id in ["free-week", "enjoy-first", "proudest"] {
        answers = answers.with(quiz.question_at(id).unwrap(), None);
    }
    let review = taken(&quiz, &answers);
    let pressed = review.apply(&quiz, Action::Continue);
    assert_eq!(pressed.screen(), Screen::Review);
    assert_eq!(pressed.early(), 1);
    assert_eq!(answers.missing(&quiz), (Vec::new(), 1));
}

#[test]
fn what_is_remembered_comes_back_where_she_left_off() {
    let quiz = shipped();
    let session = taken(&quiz, &nlp(&quiz)).apply(&quiz, Action::Open(4));
    let line = session.remember(&quiz);
    let back = Session::recall(&quiz, &line).unwrap();
    assert_eq!(back.screen(), Screen::Resume);
    assert_eq!(back.moves(), 0, "coming back takes no focus");
    let resumed = back.apply(&quiz, Action::Resume);
    assert_eq!(resumed.screen(), Screen::Asking(4));
    assert_eq!(resumed.answers(), session.answers());
    assert_eq!(
        resumed.apply(&quiz, Action::Continue).screen(),
        Screen::Review,
        "it was opened there"
    );
    let again = Session::recall(&quiz, &back.remember(&quiz)).unwrap();
    assert_eq!(
        again.apply(&quiz, Action::Resume).screen(),
        Screen::Asking(4),
        "leaving at once changes nothing"
    );
    for question in &quiz.questions {
        assert_eq!(resumed.order(question), session.order(question), "choices keep their order");
    }
}

#[test]
fn after_a_fresh_start_she_stands_where_she_stood_even_without_an_answer() {
    let quiz = shipped();
    let mut session = Session::new(7);
    let full = taken(&quiz, &nlp(&quiz));
    let asked = full.apply(&quiz, Action::Open(4));
    let shown = full.apply(&quiz, Action::Continue);
    for _ in 0..quiz.questions.len() {
        let back = Session::restore(&quiz, &session.remember(&quiz)).unwrap();
        assert_eq!(back.screen(), session.screen());
        assert_eq!(back.remember(&quiz), session.remember(&quiz));
        assert_eq!(back.order(&quiz.questions[0]), session.order(&quiz.questions[0]));
        session = session.apply(&quiz, Action::Skip);
    }
    for session in [full, asked, shown] {
        let back = Session::restore(&quiz, &session.remember(&quiz)).unwrap();
        assert_eq!((back.screen(), back.reviewing()), (session.screen(), session.reviewing()));
        assert_eq!((back.answers(), back.moves()), (session.answers(), 0));
    }
    assert_eq!(Session::restore(&quiz, "no line"), None);
}

#[test]
fn an_edited_quiz_keeps_what_it_still_knows() {
    let quiz = shipped();
    let line = "1f long-gone 1.career-quiz.free-week:rule-book.long-gone:x.proudest:no-more.enjoy-first:two-meanings=3+gone=1";
    let back = Session::recall(&quiz, line).unwrap();
    assert_eq!(back.answers().get(0), Some(&Answer::Choice(1)));
    let rating = quiz.question_at("enjoy-first").unwrap();
    assert_eq!(back.answers().get(rating), Some(&Answer::Ratings(vec![None, Some(3), None])));
    assert_eq!(
        back.apply(&quiz, Action::Resume).screen(),
        Screen::Asking(1),
        "the first open question"
    );
}

#[test]
fn lines_that_say_nothing_are_no_session() {
    let quiz = shipped();
    for line in [
        "",
        "x",
        "1f",
        "1f reward",
        "1f reward 1.career-quiz",
        "1f reward 9.career-quiz.a:b",
        "1f reward 1.other-quiz.free-week:rule-book",
        "nothex reward 1.career-quiz.free-week:rule-book",
    ] {
        assert_eq!(Session::recall(&quiz, line), None, "{line}");
    }
}

#[test]
fn an_answer_taken_back_is_remembered_as_taken_back() {
    let quiz = shipped();
    let chosen = Session::new(1).apply(&quiz, Action::Choose { question: 0, choice: 1 });
    let skipped = chosen.apply(&quiz, Action::Skip);
    assert!(!skipped.is_restarted(), "this is not starting again");
    assert_eq!(Session::recall(&quiz, &skipped.remember(&quiz)), None);
}

#[test]
fn forgetting_begins_again_with_nothing() {
    let quiz = shipped();
    let session = taken(&quiz, &nlp(&quiz)).apply(&quiz, Action::Forget);
    assert!(session.is_forgotten() && session.answers().is_blank());
    assert_eq!(session.screen(), Screen::Asking(0));
    assert!(!taken(&quiz, &nlp(&quiz)).apply(&quiz, Action::Restart).is_forgotten());
}

#[test]
fn choices_are_shuffled_by_the_seed_only_where_the_quiz_says_so() {
    let quiz = shipped();
    let orders = |id: &str| {
        let question = &quiz.questions[quiz.question_at(id).unwrap()];
        (0..40)
            .map(|seed| Session::new(seed).order(question))
            .collect::<std::collections::BTreeSet<_>>()
    };
    assert_eq!(orders("breadth").len(), 1);
    assert_eq!(orders("reward").len(), 6, "every order of three turns up");
    assert!(orders("free-week").iter().all(|order| {
        let mut sorted = order.clone();
        sorted.sort_unstable();
        sorted == [0, 1, 2, 3]
    }));
}
