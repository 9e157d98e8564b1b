//! Draws the pictures that previews of shared links show: one a path, and one of the whole quiz.
//!
//! A program of its own: what draws letters takes as long to compile as the quiz, and whoever works
//! on the quiz need not wait for it. Reads from standard input what `xtask/src/pages.rs` writes, a
//! JSON list of quizzes with the folders their pictures go to, below the one it is called with.

mod letters;
mod preview;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use letters::Letters;
use preview::{Preview, Quiz};

fn main() -> Result<()> {
    let into = PathBuf::from(std::env::args_os().nth(1).context("name the folder to write to")?);
    let quizzes: Vec<Quiz> = serde_json::from_reader(std::io::stdin())?;
    let letters = Letters::new();
    for quiz in &quizzes {
        let preview = Preview { letters: &letters, quiz };
        let write = |name: &str, picture: Vec<u8>| {
            let file = into.join(&quiz.folder).join(format!("{name}.png"));
            fs::write(&file, picture).with_context(|| format!("could not write {}", file.display()))
        };
        for path in &quiz.paths {
            write(&path.id, preview.path(path)?)?;
        }
        write("quiz", preview.all()?)?;
    }
    Ok(())
}
