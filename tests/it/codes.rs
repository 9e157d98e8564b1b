//! Share codes: what goes in comes out, what was once made is read for ever, and nothing that
//! arrives in an address does harm.

use std::time::{Duration, Instant};

use career_quiz::quiz::{
    Answer, Answers, Band, CodeError, Format, Grade, LinkError, Outline, Quiz, Shared, share,
};
use proptest::prelude::*;
use serde_json::Value;

use crate::general::gardens;
use crate::people::{any_answers, close, generalist, nlp, sheet, shipped};

/// The codes that were ever made, with what they say.
const GOLDEN: &str = include_str!("../fixtures/codes.json");

fn opened(quiz: &Quiz, link: &str) -> Result<Shared, LinkError> {
    let opened = share::open(quiz, link).unwrap();
    assert_eq!(opened.dropped, Vec::<String>::new(), "{link}");
    opened.shared
}

/// Answers in any state a session can be in: whole, half done or not begun.
fn any_state() -> impl Strategy<Value = Answers> {
    let holes = proptest::collection::vec(any::<bool>(), 64);
    (any_answers(), holes).prop_map(|(answers, holes)| {
        let quiz = shipped();
        (0..quiz.questions.len()).fold(answers.clone(), |state, at| {
            let hole = |row: usize| holes[(at * 5 + row) % holes.len()];
            let dig = |values: &[Option<usize>]| {
                let dug = values.iter().enumerate().map(|(row, one)| one.filter(|_| hole(row)));
                let dug: Vec<_> = dug.collect();
                dug.iter().any(Option::is_some).then_some(dug)
            };
            match answers.get(at) {
                Some(Answer::Ratings(values)) => state.with(at, dig(values).map(Answer::Ratings)),
                Some(Answer::Order(values)) => state.with(at, dig(values).map(Answer::Order)),
                _ => state,
            }
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn answers_come_back_as_they_were_half_done_ones_too(state in any_state()) {
        let quiz = shipped();
        let code = share::encode(&quiz, &state);
        let decoded = share::decode(&quiz, &code).unwrap();
        prop_assert!(decoded.dropped.is_empty(), "{code}: {:?}", decoded.dropped);
        for at in 0..quiz.questions.len() {
            prop_assert_eq!(decoded.said.get(at), state.get(at));
        }
        prop_assert_eq!(share::encode(&quiz, &decoded.said), code, "one state, one code");
    }

    #[test]
    fn a_link_of_either_grade_tells_what_it_says_and_stays_short(answers in any_answers()) {
        let quiz = shipped();
        if !answers.enough(&quiz) {
            return Ok(());
        }
        let result = share::link(&quiz, &answers, Grade::Result);
        prop_assert!(result.len() <= 60, "{} {result}", result.len());
        prop_assert_eq!(opened(&quiz, &result), Ok(Shared::Result(Outline::of(&quiz, &answers))));
        let whole = share::link(&quiz, &answers, Grade::Answers);
        prop_assert!(whole.len() <= 420, "{} {whole}", whole.len());
        prop_assert_eq!(opened(&quiz, &whole), Ok(Shared::Answers(answers.finished(&quiz))));
    }

    #[test]
    fn one_wrong_letter_never_shows_another_result(answers in any_answers(), place in any::<prop::sample::Index>(), letter in "[a-z0-9.:=+~-]") {
        let quiz = shipped();
        for grade in [Grade::Result, Grade::Answers] {
            let link = share::link(&quiz, &answers, grade);
            let at = place.index(link.len());
            let spoiled = format!("{}{letter}{}", &link[..at], &link[at + 1..]);
            if spoiled != link && let Some(opened) = share::open(&quiz, &spoiled) {
                prop_assert!(opened.shared.is_err(), "{spoiled}");
            }
        }
    }

    #[test]
    fn no_text_makes_reading_a_link_panic(text in ".{0,300}", tail in "[a-z0-9:=+.~ %-]{0,200}") {
        let quiz = shipped();
        for fragment in [text.clone(), format!("1.career-quiz.{tail}"), format!("1r.career-quiz.{tail}"), format!("1.{text}")] {
            let _ = share::open(&quiz, &fragment);
            if let Ok(decoded) = share::decode(&quiz, &fragment) {
                let again = share::encode(&quiz, &decoded.said);
                prop_assert_eq!(share::encode(&quiz, &share::decode(&quiz, &again).unwrap().said), again);
            }
        }
    }
}

/// The longest answer to each question, as a code writes it.
fn longest(quiz: &Quiz) -> Answers {
    let by_length = |question: &career_quiz::quiz::Question, most: usize| {
        let mut all: Vec<_> = (0..question.choices().len()).collect();
        all.sort_by_key(|at| std::cmp::Reverse(question.choices()[*at].id.len()));
        all.truncate(most);
        all.sort_unstable();
        all
    };
    quiz.questions.iter().enumerate().fold(Answers::default(), |answers, (at, question)| {
        let answer = match &question.format {
            Format::Single { .. } | Format::Scale { .. } => {
                Answer::Choice(by_length(question, 1)[0])
            }
            Format::Multiple { max, .. } => Answer::Picks(by_length(question, *max)),
            Format::Rating { steps, rows, .. } => {
                Answer::Ratings(vec![Some(steps.len() - 1); rows.len()])
            }
            Format::Rank { choices, .. } => Answer::Order((0..choices.len()).map(Some).collect()),
        };
        answers.with(at, Some(answer))
    })
}

#[test]
fn the_longest_link_there_can_be_has_420_characters_at_most() {
    let quiz = shipped();
    let link = share::link(&quiz, &longest(&quiz), Grade::Answers);
    assert!((400..=420).contains(&link.len()), "{} {link}", link.len());
}

#[test]
fn a_link_holds_only_what_needs_no_escaping_in_a_fragment() {
    let quiz = shipped();
    for grade in [Grade::Result, Grade::Answers] {
        let link = share::link(&quiz, &longest(&quiz), grade);
        assert!(
            link.chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_.:+=~".contains(c)),
            "{link}"
        );
        assert!(
            link.ends_with(|c: char| c.is_ascii_alphanumeric()),
            "nothing that is cut off as punctuation"
        );
    }
}

#[test]
fn the_codes_that_were_ever_made_are_read_as_they_were_meant() {
    let quiz = shipped();
    let golden: Vec<Value> = serde_json::from_str(GOLDEN).unwrap();
    assert!(golden.len() >= 8);
    for one in golden {
        let code = one["code"].as_str().unwrap();
        if let Some(answers) = one.get("answers") {
            let meant = sheet(&quiz, &answers.to_string());
            assert_eq!(opened(&quiz, code), Ok(Shared::Answers(meant.clone())), "{code}");
            assert_eq!(share::link(&quiz, &meant, Grade::Answers), code, "and is written so today");
        } else {
            let Ok(Shared::Result(outline)) = opened(&quiz, code) else { panic!("{code}") };
            let matches: Vec<_> = outline
                .matches
                .iter()
                .map(|(path, percent)| (quiz.path_id(*path), *percent))
                .collect();
            let meant: Vec<(String, i64)> = serde_json::from_value(one["matches"].clone()).unwrap();
            let meant: Vec<_> =
                meant.iter().map(|(path, percent)| (path.as_str(), *percent)).collect();
            assert_eq!(matches, meant, "{code}");
            assert_eq!(Some(outline.band), Band::named(one["band"].as_str().unwrap()));
            let stage = outline.stage.map(|at| quiz.stages[at].id.as_str());
            assert_eq!(stage, one["stage"].as_str());
        }
    }
}

#[test]
fn a_fragment_that_is_no_code_belongs_to_the_page() {
    let quiz = shipped();
    for fragment in [
        "",
        "introduction",
        "1-introduction",
        "?secret=a1b2",
        ":~:text=1.5",
        "1",
        "1.2-setup",
        "2.0.1",
        "1.career.quiz",
        "r.career-quiz.x",
        "0.career-quiz.x",
        "v1.career-quiz.x",
    ] {
        assert_eq!(share::open(&quiz, fragment), None, "{fragment}");
    }
}

#[test]
fn what_cannot_be_shown_says_why() {
    let quiz = shipped();
    let whole = share::link(&quiz, &nlp(&quiz), Grade::Result);
    let cases = [
        (whole.replacen("1r", "2r", 1), LinkError::Newer),
        ("17.career-quiz.rule-book~aaaa".into(), LinkError::Newer),
        (share::link(&gardens(), &Answers::default(), Grade::Result), LinkError::OtherQuiz),
        (whole[..whole.len() - 6].into(), LinkError::Damaged),
        (whole.replace('~', ""), LinkError::Damaged),
        ("1.career-quiz".into(), LinkError::Damaged),
        (format!("1.career-quiz.{}", "rule-book.".repeat(2000)), LinkError::Damaged),
    ];
    for (link, error) in cases {
        assert_eq!(share::open(&quiz, &link).unwrap().shared, Err(error), "{link}");
    }
}

#[test]
fn what_programs_do_to_a_link_on_its_way_is_undone() {
    let quiz = shipped();
    let link = share::link(&quiz, &nlp(&quiz), Grade::Answers);
    for travelled in [
        link.replace('+', " "),
        format!("{link})"),
        format!("{link}."),
        format!("{link}&utm_source=x"),
    ] {
        assert_eq!(opened(&quiz, &travelled), Ok(Shared::Answers(nlp(&quiz))), "{travelled}");
    }
}

#[test]
fn a_quiz_that_lost_a_path_or_a_question_shows_what_is_left_and_says_so() {
    let (quiz, answers) = (shipped(), nlp(&shipped()));
    let mut later = quiz.clone();
    later.paths.retain(|path| path.id != "deep-learning");
    let link = share::link(&quiz, &answers, Grade::Result);
    let opened = share::open(&later, &link).unwrap();
    assert!(matches!(opened.shared, Ok(Shared::Result(outline)) if outline.matches.len() == 3));
    assert_eq!(opened.dropped.len(), 1);
    later.paths.retain(|path| path.id != "nlp");
    assert_eq!(
        share::open(&later, &link).unwrap().shared,
        Err(LinkError::Outdated),
        "its winner is gone"
    );

    let mut later = quiz.clone();
    later.questions.retain(|question| question.id != "field");
    let link = share::link(&quiz, &answers, Grade::Answers);
    let opened = share::open(&later, &link).unwrap();
    assert!(opened.shared.is_ok());
    assert_eq!(opened.dropped, ["systems-science"]);
}

#[test]
fn an_id_that_two_questions_share_is_never_taken_for_the_other() {
    let quiz = gardens();
    // In the gardens the rows of `care` and the choices of `order` have the same ids.
    let answers = sheet(
        &quiz,
        r#"{"care":{"herbs":0,"roses":0,"trees":0,"moss":1},"order":["moss","trees","herbs","roses"]}"#,
    );
    let code = share::encode(&quiz, &answers);
    assert!(
        code.contains("care:herbs0+roses0+trees0+moss1") && code.contains("order:herbs3"),
        "{code}"
    );
    assert_eq!(share::decode(&quiz, &code).unwrap().said, answers);
    let bare = share::decode(&quiz, "1.gardens.moss1").unwrap();
    assert!(bare.said.is_blank());
    assert_eq!(bare.dropped, ["moss1"]);
}

#[test]
fn ids_that_end_in_digits_keep_their_digits() {
    let file = career_quiz::quiz::SHIPPED
        .replace("\"two-meanings\"", "\"two-meanings-2\"")
        .replace("\"code\": \"nn\"", "\"code\": \"n2\"");
    let quiz = Quiz::read(&file).unwrap();
    let answers = sheet(
        &quiz,
        r#"{"enjoy-first":{"two-meanings-2":3,"flaw-in-picture":1,"stubborn-program":0}}"#,
    );
    let code = share::encode(&quiz, &answers);
    assert!(code.contains("two-meanings-2=3"), "{code}");
    assert_eq!(share::decode(&quiz, &code).unwrap().said, answers);
    let link = share::link(&quiz, &answers, Grade::Result);
    assert!(link.contains(".n2="), "{link}");
    assert_eq!(opened(&quiz, &link), Ok(Shared::Result(Outline::of(&quiz, &answers))));
}

#[test]
fn a_code_of_the_other_kind_is_no_code() {
    let quiz = shipped();
    assert_eq!(share::decode(&quiz, "1r.career-quiz.leaning.nlp73"), Err(CodeError::NotACode));
    assert_eq!(share::decode(&quiz, "1.other"), Err(CodeError::OtherQuiz));
    assert_eq!(share::decode(&quiz, "2.career-quiz"), Err(CodeError::OtherVersion));
    assert_eq!(share::decode(&quiz, "2.other"), Err(CodeError::OtherQuiz));
}

/// Codes as they come out of a shredder: real ones with letters changed, cut, doubled and mixed.
struct Shredder(u64);

impl Shredder {
    fn below(&mut self, bound: usize) -> usize {
        // xorshift64 (Marsaglia, 2003).
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound.max(1) as u64) as usize
    }

    fn shred(&mut self, codes: &[String]) -> String {
        let mut code: Vec<char> = codes[self.below(codes.len())].chars().collect();
        for _ in 0..=self.below(6) {
            let (at, to) = (self.below(code.len()), self.below(code.len()));
            match self.below(6) {
                0 => code.truncate(at),
                1 => code.extend_from_within(at.min(to)..at.max(to)),
                2 if !code.is_empty() => drop(code.remove(at)),
                3 if !code.is_empty() => {
                    code[at] = ['.', '+', ':', '=', '~', '0', '9', 'é', '\u{0}', ' '][to % 10]
                }
                4 => code.insert(at, char::from_digit((to % 36) as u32, 36).unwrap()),
                _ => code.extend(codes[to % codes.len()].chars()),
            }
            code.truncate(9000);
        }
        code.into_iter().collect()
    }
}

#[test]
fn a_hundred_thousand_spoiled_links_neither_panic_nor_take_a_millisecond() {
    let quiz = shipped();
    let people = [nlp(&quiz), generalist(&quiz), close(&quiz), longest(&quiz)];
    let links = people.iter().flat_map(|one| {
        [Grade::Result, Grade::Answers].map(|grade| share::link(&quiz, one, grade))
    });
    let links: Vec<_> = links.collect();
    let mut shredder = Shredder(0x2545_f491_4f6c_dd1d);
    let mut understood = 0;
    for _ in 0..100_000 {
        let link = shredder.shred(&links);
        // Another program may run in between: the shortest of some tries is what it takes.
        let mut tries = 0;
        let opened = loop {
            let start = Instant::now();
            let opened = share::open(&quiz, &link);
            let took = start.elapsed();
            if took < Duration::from_millis(1) {
                break opened;
            }
            tries += 1;
            assert!(tries < 20, "{took:?} for {link}");
        };
        understood += usize::from(opened.is_some_and(|opened| opened.shared.is_ok()));
    }
    assert!(understood > 100, "some of them are still whole: {understood}");
}
