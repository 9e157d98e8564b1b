//! `cargo xtask check`: whether a quiz file is sound and fair, or whether a theme can be read and seen.
//!
//! A program of its own, since a proof takes an optimized core and half a minute without, and
//! whoever serves the quiz waits for neither.

mod check;
mod diagnostics;
mod proof;
mod theme;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

/// Says whether a quiz file is sound, and how likely each path is under random answers; or whether a
/// theme can be read and seen.
#[derive(Parser)]
#[command(bin_name = "cargo xtask check")]
struct Cli {
    /// The quiz to check, in place of the shipped one.
    #[arg(conflicts_with = "theme")]
    file: Option<PathBuf>,
    /// A style sheet for the quiz: its contrast in every state, in light and in dark.
    #[arg(long, value_name = "FILE")]
    theme: Option<PathBuf>,
    /// What was found as JSON.
    #[arg(long)]
    json: bool,
}

fn main() -> ExitCode {
    match Cli::parse() {
        Cli { theme: Some(theme), json, .. } => theme::run(&theme, json),
        Cli { file, json, .. } => check::run(file.as_deref(), json),
    }
}
