//! Everything about the quiz that needs no browser. Each test is a sentence.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

#[path = "it/branching.rs"]
mod branching;
#[path = "it/broken.rs"]
mod broken;
#[path = "it/codes.rs"]
mod codes;
#[path = "it/conditions.rs"]
mod conditions;
#[path = "it/content.rs"]
mod content;
#[path = "it/documented.rs"]
mod documented;
#[path = "it/embedding.rs"]
mod embedding;
#[path = "it/examples.rs"]
mod examples;
#[path = "it/faults.rs"]
mod faults;
#[path = "it/general.rs"]
mod general;
#[path = "it/languages.rs"]
mod languages;
#[path = "it/look.rs"]
mod look;
#[path = "it/packed.rs"]
mod packed;
#[path = "it/people.rs"]
mod people;
#[path = "it/proof.rs"]
mod proof;
#[path = "it/properties.rs"]
mod properties;
#[path = "it/quizzes.rs"]
mod quizzes;
#[path = "it/result.rs"]
mod result;
#[path = "it/rooms.rs"]
mod rooms;
#[path = "it/screens.rs"]
mod screens;
#[path = "it/session.rs"]
mod session;
#[path = "it/sharing.rs"]
mod sharing;
#[path = "it/vectors.rs"]
mod vectors;
