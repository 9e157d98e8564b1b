//! What the result says besides the path.

use career_quiz::quiz::{
    Answer, Answers, Band, Format, Fraction, Numbers, Quiz, WhatIf, exact, notes, recommend,
    roadmap, rounded, sort_short, stability, stage, what_if,
};

use crate::people::{close, generalist, nlp, sheet, shipped};

#[test]
fn without_code_maths_and_practice_no_stage_is_set() {
    let quiz = shipped();
    let mut answers = nlp(&quiz);
    for id in ["code", "maths", "practice"] {
        answers = answers.with(quiz.question_at(id).unwrap(), None);
    }
    assert_eq!(stage(&quiz, &answers), None);
    assert!(roadmap(&quiz, &answers).iter().all(|step| step.now.is_none()));
}

#[test]
fn the_roadmap_ticks_what_she_has_and_marks_where_she_starts() {
    let quiz = shipped();
    let steps = roadmap(&quiz, &nlp(&quiz));
    let has: Vec<_> = steps.iter().map(|step| step.has.len()).collect();
    assert_eq!(has, [1, 1, 0, 1, 0]);
    let now: Vec<_> = steps.iter().map(|step| step.now).collect();
    assert_eq!(now, [None, Some(0), Some(1), None, None], "foundation starts at steps 2 and 3");
}

#[test]
fn the_smallest_change_is_offered_first_and_each_leads_elsewhere() {
    let quiz = shipped();
    let answers = nlp(&quiz);
    let WhatIf::Single(list) = what_if(&quiz, &answers) else { panic!("a single change does it") };
    assert_eq!(quiz.path_id(list[0].path), "deep-learning");
    assert_eq!(list[0].change.size, 2);
}

#[test]
fn a_result_that_no_single_change_turns_says_how_many_it_takes() {
    let quiz = shipped();
    let all_in = sheet(
        &quiz,
        r#"{"free-week":"plant-photo","help-build":["fake-notes","face-lock","spam-feed"],
        "enjoy-first":{"flaw-in-picture":4,"two-meanings":0,"stubborn-program":0},
        "reward":["recognise","decide","language"],
        "enjoy-second":{"past-records":4,"better-replies":0,"plan-ahead":0},
        "proudest":"right-every-day","breadth":"one-definitely","field":"pictures-signals"}"#,
    );
    assert_eq!(recommend(&quiz, &all_in).band, Band::Clear);
    assert_eq!(what_if(&quiz, &all_in), WhatIf::ThreeOrMore);
    assert!(stability(&quiz, &all_in) > 990);
}

#[test]
fn a_steadier_result_survives_more_changes() {
    let quiz = shipped();
    let close = close(&quiz);
    assert_eq!(recommend(&quiz, &close).band, Band::Close);
    assert!(stability(&quiz, &close) < stability(&quiz, &nlp(&quiz)));
}

#[test]
fn low_ratings_keep_the_result_and_add_a_note() {
    let quiz = shipped();
    let row = |step| Some(Answer::Ratings(vec![Some(step); 3]));
    let answers = nlp(&quiz);
    let (first, second) =
        (quiz.question_at("enjoy-first").unwrap(), quiz.question_at("enjoy-second").unwrap());
    let low = answers.with(first, row(1)).with(second, row(1));
    let at_the_edge = answers.with(first, row(1)).with(second, row(2));
    let result = |answers| recommend(&quiz, answers);
    let note = &quiz.rules.low_ratings.as_ref().unwrap().note;
    assert!(notes(&quiz, &low, &result(&low)).contains(note));
    assert!(
        !notes(&quiz, &at_the_edge, &result(&at_the_edge)).contains(note),
        "1.5 is not under 1.5"
    );
}

#[test]
fn a_generalist_who_asked_for_breadth_is_told_her_strongest_path() {
    let quiz = shipped();
    let answers = generalist(&quiz);
    let result = recommend(&quiz, &answers);
    assert_eq!(quiz.path_id(result.path()), "generalist");
    let said = notes(&quiz, &answers, &result);
    assert!(
        said.iter()
            .any(|note| Some(note) == quiz.rules.high_ratings.as_ref().map(|high| &high.note))
    );
    let base: i64 = result.base.to_integer();
    assert_eq!(base, 2);
}

#[test]
fn numbers_are_shown_exactly_or_rounded_half_up() {
    let part = Fraction::new;
    let shown =
        [(19, 2), (43, 3), (-5, 3), (0, 1), (50, 11), (-1, 2), (1, 3), (12, 1), (-50, 11), (5, 11)]
            .map(|(top, bottom)| exact(part(top, bottom)));
    assert_eq!(
        shown,
        ["9.5", "14⅓", "−1⅔", "0", "4\u{a0}6⁄11", "−0.5", "⅓", "12", "−4\u{a0}6⁄11", "5⁄11"]
    );
    let numbers = Numbers::default();
    let signed = |value| numbers.signed(value);
    assert_eq!([signed(part(3, 2)), signed(part(-3, 1)), signed(part(0, 1))], ["+1.5", "−3", "0"]);
    assert_eq!([part(145, 2), part(29, 2), part(1, 3)].map(rounded), [73, 15, 0]);
}

/// Re-runs over whole answers, written apart from the core: another generator, no tallies.
fn stayed_by_hand(quiz: &Quiz, answers: &Answers, runs: u32) -> u32 {
    let mut state = 12_345_u64;
    let mut below = move |bound: usize| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((state >> 33) as usize) % bound
    };
    let winner = recommend(quiz, answers).path();
    let mut stayed = 0;
    for _ in 0..runs {
        let mut run = answers.clone();
        for (at, question) in quiz.questions.iter().enumerate().filter(|(_, one)| one.counts()) {
            let changed = match (&question.format, answers.get(at).unwrap()) {
                (Format::Rating { steps, .. }, Answer::Ratings(given)) => {
                    let rows = given
                        .iter()
                        .map(|step| if below(10) == 0 { Some(below(steps.len())) } else { *step });
                    Answer::Ratings(rows.collect())
                }
                (_, said) if below(10) > 0 => said.clone(),
                (Format::Multiple { choices, min, max }, _) => {
                    let size = min + below(max - min + 1);
                    let mut picks = std::collections::BTreeSet::new();
                    while picks.len() < size {
                        picks.insert(below(choices.len()));
                    }
                    Answer::Picks(picks.into_iter().collect())
                }
                (Format::Rank { choices, .. }, _) => {
                    let mut free: Vec<_> = (0..choices.len()).collect();
                    Answer::Order(
                        choices.iter().map(|_| Some(free.remove(below(free.len())))).collect(),
                    )
                }
                _ => Answer::Choice(below(question.choices().len())),
            };
            run = run.with(at, Some(changed));
        }
        stayed += u32::from(recommend(quiz, &run).path() == winner);
    }
    stayed
}

#[test]
fn stability_agrees_with_re_runs_written_by_hand() {
    let quiz = shipped();
    for answers in [nlp(&quiz), generalist(&quiz)] {
        let by_hand = stayed_by_hand(&quiz, &answers, 4000) / 4;
        let stayed = stability(&quiz, &answers);
        assert!(
            stayed.abs_diff(by_hand) < 45,
            "{stayed} against {by_hand}: over four standard errors"
        );
    }
}

#[test]
fn stability_never_changes_between_releases() {
    let quiz = shipped();
    assert_eq!(
        [nlp(&quiz), generalist(&quiz)].map(|answers| stability(&quiz, &answers)),
        [852, 986]
    );
}

#[test]
fn short_lists_are_sorted_and_equals_keep_their_order() {
    let mut list = [(3, 'a'), (1, 'b'), (3, 'c'), (2, 'd'), (1, 'e')];
    sort_short(&mut list, |one| one.0);
    assert_eq!(list, [(1, 'b'), (1, 'e'), (2, 'd'), (3, 'a'), (3, 'c')]);
    sort_short(&mut [0_u8; 0], |one| *one);
}
