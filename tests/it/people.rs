//! Answers for tests: random ones, and those of a few people.

use career_quiz::quiz::{
    Action, Answer, AnswerSheet, Answers, Format, Quiz, SHIPPED, Screen, Session,
};
use proptest::prelude::*;

pub(crate) fn shipped() -> Quiz {
    Quiz::read(SHIPPED).unwrap()
}

/// Leans toward language, knows a little code.
pub(crate) fn nlp(quiz: &Quiz) -> Answers {
    sheet(
        quiz,
        r#"{"free-week":"rule-book","help-build":["translator","chat-assistant","brain-model"],
        "enjoy-first":{"flaw-in-picture":2,"two-meanings":4,"stubborn-program":3},
        "reward":["language","decide","recognise"],
        "enjoy-second":{"past-records":1,"better-replies":3,"plan-ahead":3},
        "proudest":"new-idea","breadth":"one-mostly","field":"systems-science",
        "code":"small-programs","maths":"school","practice":"tutorial",
        "have":["other-degree","python","explaining"]}"#,
    )
}

/// Likes everything and wants breadth.
pub(crate) fn generalist(quiz: &Quiz) -> Answers {
    sheet(
        quiz,
        r#"{"free-week":"ready-made-parts","help-build":["fake-notes","translator","walking-robot"],
        "enjoy-first":{"flaw-in-picture":3,"two-meanings":3,"stubborn-program":3},
        "reward":["decide","language","recognise"],
        "enjoy-second":{"past-records":3,"better-replies":3,"plan-ahead":3},
        "proudest":"whole-project","breadth":"many-mostly","field":"mixed",
        "code":"none","maths":"long-ago","practice":"not-started","have":[]}"#,
    )
}

/// Torn between pictures and language.
pub(crate) fn close(quiz: &Quiz) -> Answers {
    sheet(
        quiz,
        r#"{"free-week":"plant-photo","help-build":["fake-notes","translator"],
        "enjoy-first":{"flaw-in-picture":3,"two-meanings":3,"stubborn-program":0},
        "reward":["language","recognise","decide"],
        "enjoy-second":{"past-records":3,"better-replies":3,"plan-ahead":0},
        "proudest":"right-every-day","breadth":"one-definitely","field":"words"}"#,
    )
}

pub(crate) fn sheet(quiz: &Quiz, json: &str) -> Answers {
    serde_json::from_str::<AnswerSheet>(json).unwrap().answers(quiz).unwrap()
}

/// A session that went through every question with these answers and stands on the review.
pub(crate) fn taken(quiz: &Quiz, answers: &Answers) -> Session {
    let mut session = Session::new(1);
    while let Screen::Asking(at) = session.screen() {
        for action in said(at, answers.get(at)) {
            session = session.apply(quiz, action);
        }
        let skips = answers.get(at).is_none() && session.can_skip(quiz, at);
        session = session.apply(quiz, if skips { Action::Skip } else { Action::Continue });
        assert_ne!(session.screen(), Screen::Asking(at), "question {at} can be left");
    }
    session
}

/// The actions by which a visitor gives an answer.
pub(crate) fn said(question: usize, answer: Option<&Answer>) -> Vec<Action> {
    match answer {
        None => Vec::new(),
        Some(Answer::Choice(choice)) => vec![Action::Choose { question, choice: *choice }],
        Some(Answer::Picks(picks)) => {
            picks.iter().map(|&choice| Action::Toggle { question, choice }).collect()
        }
        Some(Answer::Ratings(ratings)) => (0..)
            .zip(ratings)
            .filter_map(|(row, step)| Some(Action::Rate { question, row, step: (*step)? }))
            .collect(),
        Some(Answer::Order(places)) => (0..)
            .zip(places)
            .filter_map(|(choice, place)| {
                Some(Action::Place { question, choice, place: (*place)? })
            })
            .collect(),
    }
}

/// Whole answers to every question, some of them skipped, as random as a visitor can be.
pub(crate) fn any_answers() -> impl Strategy<Value = Answers> {
    any_answers_to(&shipped())
}

/// The same for any quiz; questions that are not asked are answered too, as if they once had been.
pub(crate) fn any_answers_to(quiz: &Quiz) -> impl Strategy<Value = Answers> + use<> {
    let each: Vec<_> = quiz.questions.iter().map(|question| any_answer(&question.format)).collect();
    each.prop_map(|all| {
        all.into_iter()
            .enumerate()
            .fold(Answers::default(), |answers, (at, answer)| answers.with(at, answer))
    })
}

fn any_answer(format: &Format) -> BoxedStrategy<Option<Answer>> {
    let answer = match format {
        Format::Single { choices } | Format::Scale { choices } => {
            (0..choices.len()).prop_map(Answer::Choice).boxed()
        }
        Format::Multiple { choices, min, max } => {
            let all: Vec<_> = (0..choices.len()).collect();
            proptest::sample::subsequence(all, *min..=*max).prop_map(Answer::Picks).boxed()
        }
        Format::Rating { steps, rows, .. } => {
            proptest::collection::vec((0..steps.len()).prop_map(Some), rows.len())
                .prop_map(Answer::Ratings)
                .boxed()
        }
        Format::Rank { choices, .. } => Just((0..choices.len()).map(Some).collect::<Vec<_>>())
            .prop_shuffle()
            .prop_map(Answer::Order)
            .boxed(),
    };
    prop_oneof![9 => answer.prop_map(Some), 1 => Just(None)].boxed()
}
