//! What someone shares, what she had before, what she takes along.

use career_quiz::quiz::{
    Action, Grade, Heard, LinkError, Outline, Screen, Session, Shared, compare, export, server_in,
    share,
};
use serde_json::Value;

use crate::people::{close, generalist, nlp, shipped, taken};

fn link(grade: Grade) -> String {
    let quiz = shipped();
    share::link(&quiz, &generalist(&quiz), grade)
}

/// A visitor who follows a link, with a quiz of her own as far as this.
fn following(own: Session, grade: Grade) -> Session {
    own.with_shared(share::open(&shipped(), &link(grade)).unwrap(), true)
}

#[test]
fn a_link_opens_on_the_result_and_leaves_her_own_place_and_memory() {
    let quiz = shipped();
    let own = taken(&quiz, &nlp(&quiz)).apply(&quiz, Action::Open(4));
    let looking = following(own.clone(), Grade::Result);
    assert_eq!(looking.screen(), Screen::Shared);
    assert_eq!(looking.moves(), own.moves(), "no focus is taken");
    assert_eq!(looking.remember(&quiz), own.remember(&quiz));
    let back = looking.apply(&quiz, Action::Own);
    assert_eq!((back.screen(), back.reviewing()), (Screen::Asking(4), true));
    assert_eq!(back.remember(&quiz), own.remember(&quiz));
}

#[test]
fn after_a_failure_she_looks_at_what_she_looked_at() {
    let quiz = shipped();
    let looking = following(taken(&quiz, &nlp(&quiz)), Grade::Result);
    assert!(Session::looked_at_shared(&looking.line(&quiz)));
    let own = looking.apply(&quiz, Action::Own);
    assert!(!Session::looked_at_shared(&own.line(&quiz)));
    let back = Session::restore(&quiz, &looking.line(&quiz)).unwrap();
    assert_eq!((back.screen(), back.answers()), (Screen::Review, looking.answers()));
}

#[test]
fn a_newcomer_takes_the_quiz_from_its_first_question_and_compares_at_the_end() {
    let quiz = shipped();
    let looking = following(Session::new(1), Grade::Result);
    assert_eq!(
        looking.apply(&quiz, Action::Compare).screen(),
        Screen::Shared,
        "nothing to compare"
    );
    let start = looking.apply(&quiz, Action::Own);
    assert_eq!(start.screen(), Screen::Asking(0));
    let done = following(taken(&quiz, &nlp(&quiz)).apply(&quiz, Action::Continue), Grade::Result);
    let compared = done.apply(&quiz, Action::Compare);
    assert_eq!(compared.screen(), Screen::Compare);
    let back = compared.apply(&quiz, Action::Own);
    assert_eq!(back.screen(), Screen::Result);
    let forgotten = compared.apply(&quiz, Action::DropShared);
    assert_eq!((forgotten.screen(), forgotten.shared()), (Screen::Result, None));
}

#[test]
fn comparing_in_the_middle_of_the_quiz_leads_back_there() {
    let quiz = shipped();
    let half = taken(&quiz, &nlp(&quiz)).apply(&quiz, Action::Open(9));
    let compared = following(half.clone(), Grade::Answers).apply(&quiz, Action::Compare);
    assert_eq!(compared.screen(), Screen::Compare);
    assert_eq!(compared.remember(&quiz), half.remember(&quiz), "nothing of hers moves");
    let back = compared.apply(&quiz, Action::Own);
    assert_eq!((back.screen(), back.reviewing()), (Screen::Asking(9), true));
}

#[test]
fn a_link_that_cannot_be_shown_still_leads_to_the_quiz() {
    let quiz = shipped();
    let opened = share::open(&quiz, "1r.career-quiz.leaning.nlp73").unwrap();
    let looking = Session::new(1).with_shared(opened, true);
    assert_eq!(looking.opened().unwrap().shared, Err(LinkError::Damaged));
    assert_eq!(looking.apply(&quiz, Action::Own).screen(), Screen::Asking(0));
}

#[test]
fn taking_it_again_keeps_what_she_had_until_it_is_done_and_after() {
    let quiz = shipped();
    let result = taken(&quiz, &nlp(&quiz)).apply(&quiz, Action::Continue);
    let kept = result.apply(&quiz, Action::Retake { keep: true });
    assert_eq!((kept.screen(), kept.answers()), (Screen::Asking(0), result.answers()));
    assert_eq!(kept.moves(), result.moves() + 1, "the focus goes to the question");
    let blank = result.apply(&quiz, Action::Retake { keep: false });
    assert!(blank.answers().is_blank() && blank.is_restarted(), "what is remembered still stands");
    let begun = blank.apply(&quiz, Action::Choose { question: 0, choice: 0 });
    for again in [&kept, &begun] {
        let back = Session::recall(&quiz, &again.remember(&quiz)).unwrap();
        assert_eq!(back.previous(), Some(result.answers()), "a reload forgets nothing");
    }
    let taken_back = begun.apply(&quiz, Action::Skip);
    let back = Session::recall(&quiz, &taken_back.remember(&quiz)).unwrap();
    assert_eq!(back.answers(), result.answers(), "with nothing new, the earlier result is hers");
    let put_back = begun.apply(&quiz, Action::PutBack);
    assert_eq!((put_back.screen(), put_back.answers()), (Screen::Result, result.answers()));
    assert_eq!(put_back.previous(), None);
}

#[test]
fn a_saved_result_comes_back_and_what_it_replaced_can_too() {
    let quiz = shipped();
    let result = taken(&quiz, &generalist(&quiz)).apply(&quiz, Action::Continue);
    let file: Value = serde_json::from_str(&export::file(&quiz, &result)).unwrap();
    let code = file["code"].as_str().unwrap().to_owned();
    let fresh = Session::new(9).apply(&quiz, Action::Read(code.clone()));
    assert_eq!((fresh.screen(), fresh.answers()), (Screen::Result, result.answers()));
    assert_eq!(fresh.previous(), None);
    let other = taken(&quiz, &nlp(&quiz)).apply(&quiz, Action::Read(code));
    assert_eq!(other.answers(), result.answers());
    assert_eq!(other.apply(&quiz, Action::PutBack).answers(), &nlp(&quiz));
    let again = taken(&quiz, &nlp(&quiz)).apply(&quiz, Action::Continue);
    let again = again.apply(&quiz, Action::Retake { keep: false });
    let code = result.saved(&quiz);
    let opened = again.apply(&quiz, Action::Read(code.clone()));
    assert_eq!(opened.previous(), Some(&nlp(&quiz)), "what a retake began with is not lost either");
    let half = Session::new(3).apply(&quiz, Action::Choose { question: 0, choice: 2 });
    let opened = half.apply(&quiz, Action::Read(code));
    assert_eq!(opened.answers(), result.answers());
    let half_again = opened.apply(&quiz, Action::PutBack);
    assert_eq!((half_again.answers(), half_again.screen()), (half.answers(), Screen::Review));
    for none in ["", "{}", "1.career-quiz", &link(Grade::Result)] {
        let same = other.apply(&quiz, Action::Read(none.into()));
        assert_eq!((same.answers(), same.screen()), (other.answers(), other.screen()), "{none}");
        assert_eq!(same.panel().heard.0, Some(Heard::NotRead));
    }
}

#[test]
fn the_file_says_in_words_what_it_holds() {
    let quiz = shipped();
    let result = taken(&quiz, &nlp(&quiz)).apply(&quiz, Action::Continue);
    let file: Value = serde_json::from_str(&export::file(&quiz, &result)).unwrap();
    assert_eq!(file["path"], "nlp");
    assert_eq!(file["stage"], "foundation");
    assert_eq!(file["matches"]["nlp"], 73);
    assert_eq!(file["answers"]["reward"][0], "1st: Help machines understand and use language");
    assert_eq!(file["answers"].as_object().unwrap().len(), 12);
    let partly = nlp(&quiz).with(quiz.question_at("code").unwrap(), None);
    let partly = partly.with(quiz.question_at("maths").unwrap(), None);
    let partly = partly.with(quiz.question_at("practice").unwrap(), None);
    let file: Value = serde_json::from_str(&export::file(&quiz, &taken(&quiz, &partly))).unwrap();
    assert_eq!(file["stage"], Value::Null);
}

#[test]
fn texts_that_break_json_or_markdown_are_written_as_text() {
    let file = career_quiz::quiz::SHIPPED
        .replace("Which machine learning path fits you?", "A \\\"B\\\" \\\\ \\u0007\\n*c* <d>");
    let quiz = career_quiz::quiz::Quiz::read(&file).unwrap();
    let result = taken(&quiz, &nlp(&quiz)).apply(&quiz, Action::Continue);
    let read: Value = serde_json::from_str(&export::file(&quiz, &result)).unwrap();
    assert_eq!(read["title"], quiz.title.as_str());
    let card: Value = serde_json::from_str(&export::card(
        &quiz,
        &Outline::of(&quiz, result.answers()),
        "a\"b",
        |_| ("circle", "M0 0z"),
    ))
    .unwrap();
    assert_eq!(card["foot"][1], "a\"b");
    let text = export::markdown(&quiz, result.answers(), "https://example.com/");
    assert!(text.starts_with("# A \"B\" \\\\   \\*c\\* \\<d\\>\n"), "{text}");
}

#[test]
fn as_text_a_result_has_its_matches_reasons_steps_and_link() {
    let quiz = shipped();
    let text = export::markdown(&quiz, &nlp(&quiz), "https://example.com/#x");
    insta::assert_snapshot!("markdown", text);
}

#[test]
fn a_picture_shows_the_headline_with_its_path_marked_and_all_bars() {
    let quiz = shipped();
    for (answers, path, band) in [
        (nlp(&quiz), "nlp", "leaning"),
        (close(&quiz), "neural-networks", "close"),
        (generalist(&quiz), "generalist", "clear"),
    ] {
        let outline = Outline::of(&quiz, &answers);
        assert_eq!(outline.band.id(), band);
        let card: Value =
            serde_json::from_str(&export::card(&quiz, &outline, "example.com", |_| {
                ("square", "M0 0z")
            }))
            .unwrap();
        let marked: Vec<_> = card["head"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|piece| piece["mark"].is_string())
            .collect();
        let about = quiz.paths.iter().find(|one| one.id == path).unwrap();
        assert_eq!(marked.len(), 1);
        assert_eq!(marked[0]["text"], about.inline.as_str());
        assert_eq!(card["rows"].as_array().unwrap().len(), 4);
        assert_eq!(card["rows"][0]["name"], about.name.as_str());
        assert_eq!(card["dir"], "ltr");
    }
}

#[test]
fn two_results_stand_side_by_side_with_what_parts_them_first() {
    let quiz = shipped();
    let (mine, theirs) = (Shared::Answers(nlp(&quiz)), Shared::Answers(generalist(&quiz)));
    let compared = compare(&quiz, &mine, &theirs);
    let gaps: Vec<_> =
        compared.paths.iter().map(|(_, one, two)| std::cmp::Reverse(one.abs_diff(*two))).collect();
    assert!(gaps.is_sorted() && gaps.len() == 4);
    assert_eq!(compared.both, 12);
    assert_eq!(compared.same + compared.apart.len(), 12);
    let sizes: Vec<_> =
        compared.apart.iter().map(|one| std::cmp::Reverse(one.moved.size())).collect();
    assert!(sizes.is_sorted());
    let moved: i32 = compared.apart.iter().map(|one| one.moved.path(1)).sum();
    let points = |answers| -> i32 {
        quiz.questions
            .iter()
            .enumerate()
            .filter_map(|(at, question)| {
                Some(
                    question
                        .points(career_quiz::quiz::Answers::complete(answers, &quiz, at)?)
                        .path(1),
                )
            })
            .sum()
    };
    assert_eq!(moved, points(&generalist(&quiz)) - points(&nlp(&quiz)), "what moved adds up");
    let closed = compare(&quiz, &mine, &Shared::Result(Outline::of(&quiz, &generalist(&quiz))));
    assert_eq!(closed.paths, compared.paths, "a link without answers tells the same result");
    assert!(closed.apart.is_empty());
}

#[test]
fn forgetting_leaves_the_panel_as_for_a_newcomer() {
    let quiz = shipped();
    let result = taken(&quiz, &nlp(&quiz)).apply(&quiz, Action::Continue);
    let used = [Action::Grade(Grade::Answers), Action::Server("a.social".into()), Action::ShowQr]
        .into_iter()
        .fold(result, |session, action| session.apply(&quiz, action));
    let forgotten = used.apply(&quiz, Action::Forget);
    assert_eq!(forgotten.panel(), Session::new(1).panel());
    let again = used.apply(&quiz, Action::Retake { keep: true });
    assert_eq!(again.panel().server, "a.social");
}

#[test]
fn a_mastodon_server_is_understood_as_people_write_it() {
    for typed in [
        "mastodon.social",
        " https://Mastodon.social/home ",
        "@ada@mastodon.social",
        "http://mastodon.social",
    ] {
        assert_eq!(server_in(typed).as_deref(), Some("mastodon.social"), "{typed}");
    }
    assert_eq!(server_in("localhost.test:3000").as_deref(), Some("localhost.test:3000"));
    for none in [
        "",
        "mastodon",
        "a..b",
        "a b.c",
        "javascript:alert(1)",
        "a.b?c",
        "a.b#c",
        ".social",
        &"a.".repeat(200),
    ] {
        assert_eq!(server_in(none), None, "{none}");
    }
}
