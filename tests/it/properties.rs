//! What holds for every visitor, whatever she answers.

use career_quiz::quiz::{
    Action, Answer, Answers, Format, Fraction, Grade, Heard, Quiz, Screen, Session, WhatIf,
    recommend, share, stability, stage, what_if,
};
use proptest::prelude::*;

use crate::people::{any_answers, generalist, nlp, shipped, taken};

/// Every answer one step kinder to `path` than what was said.
fn kinder(quiz: &Quiz, answers: &Answers, path: usize) -> Vec<Answers> {
    let mut kinder = Vec::new();
    for (at, question) in quiz.questions.iter().enumerate() {
        let said = answers.complete(quiz, at);
        match (&question.format, said) {
            (Format::Single { choices }, Some(Answer::Choice(_))) => {
                let own = choices.iter().position(|one| one.points.path(path) == 2);
                kinder.extend(own.map(|own| answers.with(at, Some(Answer::Choice(own)))));
            }
            (Format::Rating { rows, steps, .. }, Some(Answer::Ratings(ratings))) => {
                for (row, _) in rows.iter().enumerate().filter(|(_, row)| row.path == path) {
                    let mut more = ratings.clone();
                    more[row] = more[row].map(|step| (step + 1).min(steps.len() - 1));
                    kinder.push(answers.with(at, Some(Answer::Ratings(more))));
                }
            }
            (Format::Multiple { choices, max, .. }, Some(Answer::Picks(picks)))
                if question.counts() =>
            {
                for (choice, one) in choices.iter().enumerate() {
                    if one.points.path(path) > 0 && picks.len() < *max && !picks.contains(&choice) {
                        let mut more = picks.clone();
                        more.push(choice);
                        more.sort_unstable();
                        kinder.push(answers.with(at, Some(Answer::Picks(more))));
                    }
                }
            }
            _ => {}
        }
    }
    kinder
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn more_support_for_the_winning_path_never_loses_it(answers in any_answers()) {
        let quiz = shipped();
        let winner = recommend(&quiz, &answers).path();
        if quiz.scored_paths().any(|path| path == winner) {
            for more in kinder(&quiz, &answers, winner) {
                prop_assert_eq!(recommend(&quiz, &more).path(), winner);
            }
        }
    }

    #[test]
    fn more_breadth_never_loses_the_blended_path(answers in any_answers()) {
        let quiz = shipped();
        let blend = quiz.blend.as_ref().unwrap().path;
        let breadth = quiz.question_at("breadth").unwrap();
        if let (true, Some(Answer::Choice(step))) =
            (recommend(&quiz, &answers).path() == blend, answers.get(breadth))
        {
            let broadest = quiz.questions[breadth].choices().len() - 1;
            let more = answers.with(breadth, Some(Answer::Choice((step + 1).min(broadest))));
            prop_assert_eq!(recommend(&quiz, &more).path(), blend);
        }
    }

    #[test]
    fn reasons_add_up_exactly(answers in any_answers()) {
        let quiz = shipped();
        let result = recommend(&quiz, &answers);
        let share = |path: usize| result.matches.iter().find(|one| one.path == path).unwrap().percent;
        let sum: Fraction = result.reasons.iter().map(|one| one.amount).sum();
        let winner = result.path();
        let others: Vec<_> = quiz.scored_paths().filter(|path| *path != winner).collect();
        if others.len() == 2 {
            let mean = (share(others[0]) + share(others[1])) / 2;
            prop_assert_eq!(sum, share(winner) - mean);
        } else {
            prop_assert_eq!(sum + result.base + result.cap, share(winner) - share(result.top));
        }
    }

    #[test]
    fn background_other_than_the_field_never_changes_the_path(one in any_answers(), other in any_answers()) {
        let quiz = shipped();
        let mut mixed = one.clone();
        for id in ["code", "maths", "practice", "have"] {
            let at = quiz.question_at(id).unwrap();
            mixed = mixed.with(at, other.get(at).cloned());
        }
        prop_assert_eq!(recommend(&quiz, &one), recommend(&quiz, &mixed));
    }

    #[test]
    fn what_she_has_changes_neither_path_nor_stage(one in any_answers(), other in any_answers()) {
        let quiz = shipped();
        let have = quiz.question_at("have").unwrap();
        let mixed = one.with(have, other.get(have).cloned());
        prop_assert_eq!(recommend(&quiz, &one), recommend(&quiz, &mixed));
        prop_assert_eq!(stage(&quiz, &one), stage(&quiz, &mixed));
    }

    #[test]
    fn no_actions_in_any_order_make_a_session_panic(actions in proptest::collection::vec(any_action(), 0..120)) {
        let quiz = shipped();
        let start = Session::recall(&quiz, &taken(&quiz, &nlp(&quiz)).remember(&quiz)).unwrap();
        let start = if actions.len() % 2 == 0 { start } else { Session::new(7) };
        let link = share::link(&quiz, &generalist(&quiz), Grade::Answers);
        let mut session = match actions.len() % 3 {
            0 => start.with_shared(share::open(&quiz, &link).unwrap(), actions.len() % 4 == 0),
            _ => start,
        };
        for action in actions {
            session = session.apply(&quiz, action);
            let shown = session.shown();
            prop_assert_eq!(recommend(&quiz, &shown).matches.len(), quiz.paths.len());
            if let Screen::Asking(at) = session.screen() {
                prop_assert!(at < quiz.questions.len());
            }
            if matches!(session.screen(), Screen::Result | Screen::Compare) {
                prop_assert!(session.answers().enough(&quiz));
            }
            let back = Session::restore(&quiz, &session.line(&quiz)).unwrap();
            prop_assert_eq!(back.answers(), session.answers());
            if !matches!(session.screen(), Screen::Resume | Screen::Shared | Screen::Compare) {
                prop_assert_eq!(back.screen(), session.screen());
            }
            let again = Session::recall(&quiz, &session.remember(&quiz));
            prop_assert!(again.is_none_or(|again| again.screen() == Screen::Resume));
        }
    }

    #[test]
    fn a_change_that_is_said_to_change_the_result_does(answers in any_answers()) {
        let quiz = shipped();
        let winner = recommend(&quiz, &answers).path();
        if let WhatIf::Single(list) = what_if(&quiz, &answers) {
            prop_assert!(list.len() <= 2);
            let sizes: Vec<_> = list.iter().map(|one| one.change.size).collect();
            prop_assert!(sizes.is_sorted());
            for one in list {
                let changed = answers.with(one.change.question, Some(one.change.answer.clone()));
                prop_assert_eq!(recommend(&quiz, &changed).path(), one.path);
                prop_assert_ne!(one.path, winner);
            }
        }
    }

    #[test]
    fn stability_is_the_same_every_time(answers in any_answers()) {
        let quiz = shipped();
        prop_assert_eq!(stability(&quiz, &answers), stability(&quiz, &answers));
    }
}

/// Actions with indices a little beyond what the quiz has.
fn any_action() -> impl Strategy<Value = Action> {
    let quiz = shipped();
    let changes: Vec<_> = [nlp(&quiz), generalist(&quiz)]
        .iter()
        .filter_map(|answers| match what_if(&quiz, answers) {
            WhatIf::Single(list) => Some(list),
            _ => None,
        })
        .flatten()
        .map(|one| Action::Try(Box::new(one.change)))
        .collect();
    assert!(!changes.is_empty(), "there is a change to try");
    let codes = vec![share::link(&quiz, &generalist(&quiz), Grade::Answers), "1.nothing".into()];
    let question = 0_usize..14;
    let small = 0_usize..13;
    prop_oneof![
        4 => (question.clone(), small.clone()).prop_map(|(question, choice)| Action::Choose { question, choice }),
        4 => (question.clone(), small.clone()).prop_map(|(question, choice)| Action::Toggle { question, choice }),
        4 => (question.clone(), 0_usize..5, 0_usize..7)
            .prop_map(|(question, row, step)| Action::Rate { question, row, step }),
        4 => (question.clone(), 0_usize..5, 0_usize..5)
            .prop_map(|(question, choice, place)| Action::Place { question, choice, place }),
        2 => (question.clone(), 0_usize..5, any::<bool>())
            .prop_map(|(question, choice, up)| Action::Move { question, choice, up }),
        8 => Just(Action::Continue),
        2 => Just(Action::Skip),
        1 => Just(Action::Back),
        1 => question.prop_map(Action::Open),
        1 => Just(Action::Review),
        1 => Just(Action::Resume),
        1 => proptest::sample::select(changes),
        1 => Just(Action::Undo),
        1 => Just(Action::Restart),
        1 => Just(Action::Forget),
        1 => Just(Action::Open(usize::MAX)),
        1 => any::<bool>().prop_map(|keep| Action::Retake { keep }),
        1 => Just(Action::PutBack),
        1 => Just(Action::Own),
        2 => Just(Action::Compare),
        1 => Just(Action::DropShared),
        1 => proptest::sample::select(codes).prop_map(Action::Read),
        1 => Just(Action::Grade(Grade::Answers)),
        1 => Just(Action::Heard(Heard::Saved)),
        1 => "[a-z.@]{0,12}".prop_map(Action::Server),
        1 => Just(Action::ShowQr),
    ]
}

#[test]
fn every_question_offers_every_path_the_same_points() {
    let quiz = shipped();
    for question in quiz.questions.iter().filter(|question| question.counts()) {
        let sums = quiz.scored_paths().map(|path| match &question.format {
            Format::Rating { rows, steps, points_per_step } => {
                let rows = rows.iter().filter(|row| row.path == path).count();
                rows as i32 * (steps.len() as i32 - 1) * points_per_step
            }
            Format::Rank { choices, place_points } => {
                choices.iter().filter(|one| one.path == Some(path)).count() as i32
                    * place_points.iter().sum::<i32>()
            }
            _ => question.choices().iter().map(|one| one.points.path(path)).sum(),
        });
        let sums: Vec<_> = sums.collect();
        assert!(sums.windows(2).all(|pair| pair[0] == pair[1]), "{}: {sums:?}", question.id);
    }
}
