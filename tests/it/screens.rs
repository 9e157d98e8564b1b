//! Every screen as markup, from Yew's own server renderer.
//!
//! After a wanted change: `INSTA_UPDATE=always cargo test --test it screens`, then read the diff.

use std::rc::Rc;

use career_quiz::quiz::{
    Action, Answer, Answers, Grade, Heard, Quiz, Session, WhatIf, share, what_if,
};
use career_quiz::view::{App, AppProps, Outside};
use yew::{Callback, LocalServerRenderer};

use crate::branching::first_language;
use crate::general::gardens;
use crate::people::{close, generalist, nlp, said, sheet, shipped, taken};

pub(crate) fn draw(quiz: &Quiz, start: Session) -> String {
    let props = AppProps {
        quiz: Rc::new(quiz.clone()),
        start,
        level: 2,
        focus: true,
        outside: outside(),
        onsession: Callback::noop(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let renderer = LocalServerRenderer::<App>::with_props(props).hydratable(false);
    let local = tokio::task::LocalSet::new();
    local.block_on(&runtime, renderer.render())
}

/// The world around a quiz on a blog, as its screens see it.
fn outside() -> Outside {
    Outside {
        address: "https://example.com/quiz/r/:path.html".into(),
        can_share: true,
        can_leave: true,
        qr: Some(Callback::from(|_| ("M0 0h1v1h-1z".into(), 1))),
        ..Outside::default()
    }
}

/// One tag or text a line, so that a diff shows what changed.
fn lines(markup: &str) -> String {
    let broken = markup.replace("><", ">\n<");
    let mut depth = 0_usize;
    let mut shown = String::new();
    for line in broken.lines() {
        let closes = line.starts_with("</");
        depth = if closes { depth.saturating_sub(1) } else { depth };
        shown.push_str(&" ".repeat(depth));
        shown.push_str(line);
        shown.push('\n');
        let opens = line.starts_with('<') && !closes && !line.contains("</") && !is_void(line);
        depth += usize::from(opens);
    }
    shown
}

fn is_void(line: &str) -> bool {
    ["<input", "<br", "<img"].iter().any(|void| line.starts_with(void)) || line.ends_with("/>")
}

/// Every screen a visitor can come to, by name.
fn screens() -> Vec<(String, String)> {
    let quiz = shipped();
    let full = nlp(&quiz);
    let mut screens = Vec::new();
    let mut session = Session::new(1);
    for (at, question) in quiz.questions.iter().enumerate() {
        let name = |state: &str| format!("{:02}-{}-{state}", at + 1, question.id);
        if at < 5 || at == 6 {
            screens.push((name("open"), draw(&quiz, session.clone())));
            screens.push((name("early"), draw(&quiz, session.apply(&quiz, Action::Continue))));
        }
        for action in said(at, full.get(at)) {
            session = session.apply(&quiz, action);
        }
        screens.push((name("answered"), draw(&quiz, session.clone())));
        if question.id == "help-build" {
            let over = session.apply(&quiz, Action::Toggle { question: at, choice: 0 });
            screens.push((name("full"), draw(&quiz, over)));
        }
        session = session.apply(&quiz, Action::Continue);
    }
    screens.push(("review-full".into(), draw(&quiz, session.clone())));
    let few = sheet(
        &quiz,
        r#"{"help-build":["translator"],"reward":["language","decide","recognise"],"breadth":"in-between"}"#,
    );
    let partly = taken(&quiz, &few);
    screens.push(("review-open".into(), draw(&quiz, partly.clone())));
    screens.push(("review-early".into(), draw(&quiz, partly.apply(&quiz, Action::Continue))));
    let result = session.apply(&quiz, Action::Continue);
    screens.push(("result-leaning".into(), draw(&quiz, result.clone())));
    let WhatIf::Single(list) = what_if(&quiz, &full) else { panic!("a single change does it") };
    let tried = result.apply(&quiz, Action::Try(Box::new(list[0].change.clone())));
    screens.push(("result-tried".into(), draw(&quiz, tried)));
    let outcome =
        |answers: &Answers| draw(&quiz, taken(&quiz, answers).apply(&quiz, Action::Continue));
    screens.push(("result-generalist".into(), outcome(&generalist(&quiz))));
    let mut unset = full.clone();
    for id in ["code", "maths", "practice"] {
        unset = unset.with(quiz.question_at(id).unwrap(), None);
    }
    let have = quiz.question_at("have").unwrap();
    screens
        .push(("result-no-stage".into(), outcome(&unset.with(have, Some(Answer::Picks(vec![]))))));
    screens.push(("result-close".into(), outcome(&close(&quiz))));
    let gardens = gardens();
    let moss =
        sheet(&gardens, r#"{"smell":"moss-smell","order":["moss","trees","herbs","roses"]}"#);
    let garden = taken(&gardens, &moss);
    screens.push(("gardens-review".into(), draw(&gardens, garden.clone())));
    screens
        .push(("gardens-result".into(), draw(&gardens, garden.apply(&gardens, Action::Continue))));
    let back = Session::recall(&quiz, &result.remember(&quiz)).unwrap();
    screens.push(("resume".into(), draw(&quiz, back)));
    let branching = first_language();
    let beginner =
        taken(&branching, &sheet(&branching, r#"{"goal":"game","before":"never","reason":"fun"}"#));
    let reason = beginner.apply(&branching, Action::Open(branching.question_at("reason").unwrap()));
    screens.push(("branching-at-most".into(), draw(&branching, reason)));
    screens.push(("branching-review".into(), draw(&branching, beginner)));
    for (name, fragment) in [
        ("result", share::link(&quiz, &generalist(&quiz), Grade::Result)),
        ("answers", share::link(&quiz, &generalist(&quiz), Grade::Answers)),
        ("damaged", "1r.career-quiz.clear".into()),
    ] {
        let opened = share::open(&quiz, &fragment).unwrap();
        let newcomer = Session::new(1).with_shared(opened.clone(), true);
        screens.push((format!("shared-{name}"), draw(&quiz, newcomer)));
        let compared = result.clone().with_shared(opened, true).apply(&quiz, Action::Compare);
        screens.push((format!("compare-{name}"), draw(&quiz, compared)));
    }
    let again = result.apply(&quiz, Action::Retake { keep: true });
    let again = [
        Action::Choose { question: 0, choice: 0 },
        Action::Review,
        Action::Continue,
        Action::Grade(Grade::Answers),
        Action::ShowQr,
        Action::Heard(Heard::Copied),
    ]
    .into_iter()
    .fold(again, |session, action| session.apply(&quiz, action));
    screens.push(("result-again".into(), draw(&quiz, again)));
    screens
}

#[test]
fn every_screen_draws_what_it_drew_before() {
    for (name, markup) in screens() {
        insta::assert_snapshot!(name, lines(&markup));
    }
}

#[test]
fn every_text_is_the_only_child_of_its_element() {
    for (name, markup) in screens() {
        for (before, text, after) in texts(&markup) {
            let tag = before.trim_start_matches('<').split([' ', '>']).next().unwrap();
            let alone = !before.starts_with("</") && after == format!("</{tag}>");
            assert!(alone, "{name}: “{text}” stands between {before} and {after}");
        }
    }
}

/// Each text with the tags around it.
fn texts(markup: &str) -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    let mut before = String::new();
    let mut rest = markup;
    while let Some(open) = rest.find('<') {
        let text = &rest[..open];
        let close = open + rest[open..].find('>').unwrap() + 1;
        let tag = &rest[open..close];
        if !text.is_empty() {
            found.push((before.clone(), text.to_owned(), tag.to_owned()));
        }
        before = tag.to_owned();
        rest = &rest[close..];
    }
    found
}

#[test]
fn sections_without_content_are_hidden() {
    let screens = screens();
    let (_, markup) = screens.iter().find(|(name, _)| name == "gardens-result").unwrap();
    for section in ["stage", "steps", "figures"] {
        let tag = markup
            .split('<')
            .find(|tag| tag.contains(&format!("class=\"section {section}\"")))
            .unwrap();
        assert!(tag.contains("hidden"), "{tag}");
    }
}

#[test]
fn no_screen_sets_a_style_or_runs_a_script() {
    for (name, markup) in screens() {
        for never in [" style=", "<style", "<script", "javascript:", " on"] {
            let tags = markup.split('<').filter_map(|tag| tag.split('>').next());
            assert!(!tags.into_iter().any(|tag| tag.contains(never)), "{name} has {never}");
        }
    }
}

#[test]
fn an_author_link_is_drawn_with_its_rel() {
    let file = career_quiz::quiz::SHIPPED.replacen(
        "\"by\": \"Amazon\",",
        "\"by\": \"Amazon\", \"url\": \"https://example.org/?a=1&b\",",
        1,
    );
    let quiz = Quiz::read(&file).unwrap();
    let markup = draw(&quiz, taken(&quiz, &nlp(&quiz)).apply(&quiz, Action::Continue));
    assert!(markup.contains("href=\"https://example.org/?a=1&amp;b\""));
    assert!(markup.contains("rel=\"noopener noreferrer\""));
}

#[test]
fn markup_in_a_quiz_is_shown_as_text() {
    let file = career_quiz::quiz::SHIPPED.replacen(
        "You have one free week",
        "<img src=x onerror=alert(1)>",
        1,
    );
    let quiz = Quiz::read(&file).unwrap();
    let markup = draw(&quiz, Session::new(1));
    assert!(markup.contains("&lt;img src=x"));
}

#[test]
fn a_text_and_a_link_reach_each_network_as_one_value_each() {
    let quiz = shipped();
    let result = taken(&quiz, &nlp(&quiz)).apply(&quiz, Action::Continue);
    let markup = draw(&quiz, result.with_server("mastodon.example".into()));
    let links: Vec<_> = markup
        .split("<a ")
        .filter(|tag| tag.split('>').next().unwrap().contains("data-network"))
        .map(|tag| tag.split("href=\"").nth(1).unwrap().split('"').next().unwrap())
        .collect();
    assert_eq!(links.len(), 8);
    for link in links {
        let (_, query) = link.split_once('?').unwrap();
        let escaped =
            "https%3A%2F%2Fexample.com%2Fquiz%2Fr%2Fnlp.html%231r.career-quiz.leaning.nlp73";
        assert!(query.contains(escaped), "{link}");
        assert!(!query.contains([' ', '#', '+', ':']), "{link}");
    }
    let mastodon = "https://mastodon.example/share?text=My%20answers%20lean%20toward%20natural%20language%20processing.%20https";
    assert!(markup.contains(mastodon));
}
