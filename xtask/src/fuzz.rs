//! Codes as libFuzzer writes them, with cargo-fuzz. Not among the tests: it needs a nightly
//! toolchain. `tests/it/codes.rs` shreds as many codes on every run.

use std::fs;
use std::process::ExitCode;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::tools::{command, output, root, run as run_command};

const CARGO_FUZZ: &str = "0.13.2";

pub(crate) fn run(runs: u32) -> Result<ExitCode> {
    output(command("cargo").args(["+nightly", "--version"]))
        .context("a nightly toolchain is needed: rustup toolchain install nightly")?;
    if output(command("cargo").args(["fuzz", "--version"])).is_err() {
        let version = ["--version", CARGO_FUZZ];
        run_command(command("cargo").args(["install", "--locked", "cargo-fuzz"]).args(version))?;
    }
    let corpus = root().join("fuzz/corpus/codes");
    fs::create_dir_all(&corpus)?;
    let golden = fs::read_to_string(root().join("tests/fixtures/codes.json"))?;
    let golden: Vec<Value> = serde_json::from_str(&golden)?;
    for (at, one) in golden.iter().enumerate() {
        let code = one["code"].as_str().context("tests/fixtures/codes.json: no code")?;
        fs::write(corpus.join(format!("golden-{at}")), code)?;
    }
    let mut fuzz = command("cargo");
    fuzz.args(["+nightly", "fuzz", "run", "codes", "--", "-max_len=6000", "-timeout=5"]);
    run_command(fuzz.arg(format!("-runs={runs}")))?;
    Ok(ExitCode::SUCCESS)
}
