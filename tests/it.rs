//! Everything about the quiz that needs no browser. Each test is a sentence.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

#[path = "it/content.rs"]
mod content;
#[path = "it/vectors.rs"]
mod vectors;
