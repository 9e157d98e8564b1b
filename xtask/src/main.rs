//! The commands of this project. `cargo xtask` is an alias in `.cargo/config.toml`.

mod bench;
mod browser;
mod budgets;
mod bundle;
mod fuzz;
mod languages;
mod markup;
mod optimize;
mod packages;
mod pages;
mod prerender;
mod reader;
mod score;
mod section;
mod serve;
mod studio;
mod test;
mod tools;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// Builds, serves, tests and measures career-quiz.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Builds the quiz, serves it on this machine, and builds it again on every change.
    Serve {
        /// The port to listen on; the next free one where it is taken.
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Writes what a blog hosts to dist/: small, with brotli and gzip twins, sizes printed.
    Dist {
        /// Where it will stand, as in https://example.com/quiz/: for oEmbed and the
        /// previews of shared links, which need whole addresses.
        #[arg(long)]
        base_url: Option<String>,
    },
    /// Runs every test, installing what it needs.
    Test {
        /// Only the browser journeys whose names contain this.
        #[arg(long)]
        journeys: Option<String>,
    },
    /// Reads answers (one object or a list of them) from standard input and prints their results.
    Score {
        /// The quiz to score by, in place of the shipped one.
        #[arg(long)]
        quiz: Option<PathBuf>,
    },
    /// Says whether a quiz file is sound, and how likely each path is under random answers;
    /// or whether a theme can be read and seen.
    #[command(disable_help_flag = true)]
    Check {
        /// A quiz file, or `--theme FILE`; `--json` for programs.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<OsString>,
    },
    /// Writes quizzes/quiz.schema.json, by which editors complete and check a quiz file.
    Schema,
    /// Takes a picture of every screen, narrow and wide, light and dark.
    Shots {
        /// Only sizes and schemes whose names contain this, as in 390-dark.
        only: Option<String>,
    },
    /// Feeds links that nobody would write to the reader of share codes (needs nightly Rust).
    Fuzz {
        /// How many.
        #[arg(long, default_value_t = 100_000)]
        runs: u32,
    },
    /// Times the core natively and in a browser, and measures the quiz beside the same one in
    /// vanilla JavaScript, Preact and SurveyJS: bench/RESULTS.md.
    Bench {
        /// Only beside the others.
        #[arg(long, group = "only")]
        peers: bool,
        /// Only what the core costs, against questions and outcomes: bench/GROWTH.md.
        #[arg(long, group = "only")]
        growth: bool,
        /// Only what a proof costs, against questions and outcomes: bench/PROOF.md.
        #[arg(long, group = "only")]
        proof: bool,
        /// Only where the module's bytes go: bench/FUNCTIONS.md.
        #[arg(long, group = "only")]
        functions: bool,
        /// Only what Lighthouse says, five times: bench/LIGHTHOUSE.md.
        #[arg(long, group = "only")]
        lighthouse: bool,
        /// Only how long serving takes to begin on a fresh clone, and to show a change: bench/SERVE.md.
        #[arg(long, group = "only")]
        serve: bool,
    },
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Serve { port } => serve::run(port),
        Command::Dist { base_url } => bundle::dist(base_url.as_deref()).map(|()| ExitCode::SUCCESS),
        Command::Test { journeys } => test::run(journeys.as_deref()),
        Command::Score { quiz } => Ok(score::run(quiz.as_deref())),
        Command::Check { arguments } => check(&arguments),
        Command::Schema => {
            let schema = ["run", "--quiet", "--package", "check", "--bin", "schema"];
            tools::run(tools::cargo().args(schema)).map(|()| ExitCode::SUCCESS)
        }
        Command::Shots { only } => test::shots(only.as_deref()),
        Command::Fuzz { runs } => fuzz::run(runs),
        Command::Bench { growth: true, .. } => bench::natively("growth"),
        Command::Bench { proof: true, .. } => bench::natively("proof"),
        Command::Bench { functions: true, .. } => bench::functions(),
        Command::Bench { lighthouse: true, .. } => bench::lighthouse(),
        Command::Bench { serve: true, .. } => bench::serve(),
        Command::Bench { peers, .. } => bench::run(peers),
    };
    done.unwrap_or_else(|error| {
        eprintln!("{error:#}");
        ExitCode::FAILURE
    })
}

/// Checks a file by the program of `xtask/check`; without one the shipped quiz, and its languages.
fn check(arguments: &[OsString]) -> Result<ExitCode> {
    let mut check = tools::cargo();
    // What the user names is named from where she stands.
    check.current_dir(std::env::current_dir()?);
    check.args(["run", "--quiet", "--config", tools::OPTIMIZED, "--package", "check"]);
    check.arg("--manifest-path").arg(tools::root().join("Cargo.toml"));
    let status = check.arg("--").args(arguments).status()?;
    let sound = !arguments.is_empty() || languages::review()?;
    let code = status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1);
    Ok(ExitCode::from(if sound { code } else { code.max(1) }))
}
