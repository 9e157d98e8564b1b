//! Links, codes and remembered lines as anyone may write them: reading them never panics, never
//! takes a millisecond, and what was understood is written and read the same again.
#![no_main]

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use career_quiz::quiz::{Grade, Quiz, SHIPPED, Session, Shared, share};
use libfuzzer_sys::fuzz_target;

static QUIZ: LazyLock<Quiz> = LazyLock::new(|| Quiz::read(SHIPPED).unwrap());

fuzz_target!(|text: &str| {
    let quiz = &*QUIZ;
    // Another program may run in between: the shortest of some tries is what it takes.
    let fast = (0..20).any(|_| {
        let start = Instant::now();
        let _ = share::open(quiz, text);
        start.elapsed() < Duration::from_millis(1)
    });
    assert!(fast, "a link takes a millisecond");
    if let Some(opened) = share::open(quiz, text)
        && let Ok(Shared::Answers(answers)) = opened.shared
    {
        let link = share::link(quiz, &answers, Grade::Answers);
        let again = share::open(quiz, &link).unwrap();
        assert_eq!(again.shared, Ok(Shared::Answers(answers.finished(quiz))));
    }
    if let Ok(decoded) = share::decode(quiz, text) {
        let code = share::encode(quiz, &decoded.said);
        assert_eq!(share::decode(quiz, &code).unwrap().said, decoded.said);
    }
    let _ = Session::recall(quiz, text);
});
