//! The quiz as browsers get it: packed, and unpacked from whatever bytes come.

use career_quiz::quiz::language::Language;
use career_quiz::quiz::{Numbers, Quiz, SHIPPED, UnpackError};
use proptest::prelude::*;

use crate::vectors;

fn shipped() -> Quiz {
    Quiz::read(SHIPPED).unwrap()
}

/// All that a quiz says, as text; how its numbers are written, which is not packed, aside.
fn said(mut quiz: Quiz) -> String {
    quiz.words.numbers = Numbers::default();
    // The address of a function differs from build to build.
    format!("{quiz:?}").split("plural: ").next().unwrap().to_owned()
}

#[test]
fn the_unpacked_quiz_is_the_one_that_was_packed() {
    let packed = shipped().pack();
    let unpacked = Quiz::unpack(&packed).unwrap();
    assert_eq!(unpacked.pack(), packed);
    assert_eq!(said(unpacked), said(shipped()));
    assert!(packed.len() < SHIPPED.len() * 3 / 4, "{} bytes", packed.len());
}

#[test]
fn all_400_vectors_agree_with_the_unpacked_quiz_in_every_language() {
    let quizzes = ["ar", "de", "es", "fr", "uk"].map(|lang| {
        let path = format!("{}/quizzes/career-quiz.{lang}.json", env!("CARGO_MANIFEST_DIR"));
        let language = Language::read(&std::fs::read_to_string(path).unwrap()).unwrap();
        let file = language.translate(&serde_json::from_str(SHIPPED).unwrap()).to_string();
        Quiz::read(&file).unwrap()
    });
    for quiz in quizzes.into_iter().chain([shipped()]) {
        vectors::hold(&Quiz::unpack(&quiz.pack()).unwrap());
    }
}

#[test]
fn a_packed_quiz_cut_anywhere_is_refused() {
    let packed = shipped().pack();
    for end in (0..packed.len()).step_by(7).chain(packed.len() - 40..packed.len()) {
        assert!(Quiz::unpack(&packed[..end]).is_err(), "cut at byte {end}");
    }
    let longer = [&packed[..], &[0]].concat();
    assert_eq!(Quiz::unpack(&longer).unwrap_err(), UnpackError::Damaged);
}

#[test]
fn a_quiz_of_another_build_is_named_as_such() {
    for at in 0..5 {
        let mut packed = shipped().pack();
        packed[at] ^= 1;
        assert_eq!(Quiz::unpack(&packed).unwrap_err(), UnpackError::OtherBuild);
    }
    assert_eq!(Quiz::unpack(SHIPPED.as_bytes()).unwrap_err(), UnpackError::OtherBuild);
}

#[test]
fn lengths_that_promise_more_than_there_is_take_no_memory() {
    let head = shipped().pack()[..5].to_vec();
    // The largest length there can be, in place of the first text's and of every one after it.
    let most = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01];
    for before in 0..40 {
        let bytes = [&head[..], &vec![0; before], &most, &[0; 40]].concat();
        assert!(Quiz::unpack(&bytes).is_err());
    }
    for at in (5..shipped().pack().len()).step_by(61) {
        let mut packed = shipped().pack();
        packed.splice(at..at, most);
        let _ = Quiz::unpack(&packed);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn no_change_to_a_packed_quiz_makes_it_panic(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)
    ) {
        let mut packed = PACKED.with(Clone::clone);
        for (at, byte) in changes {
            let at = at.index(packed.len());
            packed[at] = byte;
        }
        // Where what is left is a quiz still, it can be asked like any other.
        if let Ok(quiz) = Quiz::unpack(&packed) {
            prop_assert!(Quiz::unpack(&quiz.pack()).is_ok());
        }
    }
}

thread_local! {
    static PACKED: Vec<u8> = shipped().pack();
}
