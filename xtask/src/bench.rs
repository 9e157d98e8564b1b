//! Times and bytes, for reading and comparing within one run; machines differ.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;

use crate::bundle::{Profile, bind, build, compile, optimize};
use crate::serve::Server;
use crate::test::node;
use crate::tools::{cargo, command, npm_packages_of, root, run as run_command};

/// What a proof costs, written to bench/PROOF.md and bench/proof.svg.
pub(crate) fn proof() -> Result<ExitCode> {
    let bench = ["bench", "--quiet", "--package", "core-bench", "--bench", "proof"];
    run_command(cargo().args(bench))?;
    Ok(ExitCode::SUCCESS)
}

/// Everything, or only what is measured beside others; that is written to bench/RESULTS.md.
pub(crate) fn run(only_peers: bool) -> Result<ExitCode> {
    if !only_peers {
        println!("== natively");
        let bench = ["bench", "--quiet", "--package", "core-bench", "--bench", "core"];
        run_command(cargo().args(bench))?;
    }
    println!("\n== in a browser");
    let folder = root().join("target").join("bench");
    build(Profile::Release, &folder, None)?;
    core(&folder)?;
    // Served as a blog would: brotli for all.
    run_command(command("node").arg("xtask/pack.mjs").arg("compress").arg(&folder))?;
    npm_packages_of("bench/survey")?;
    run_command(command("node").arg("bench/twins.mjs").arg(&folder))?;
    let server = Server::start(folder.clone(), 0)?;
    if !only_peers {
        run_command(node(&server.address)?.arg("bench/browser.mjs"))?;
    }
    println!("\n== beside the same quiz in vanilla JavaScript, Preact and SurveyJS");
    run_command(node(&server.address)?.arg("bench/load.mjs").arg(&folder))?;
    run_command(command("node").arg("bench/results.mjs").arg(&folder))?;
    Ok(ExitCode::SUCCESS)
}

/// Writes the core alone into a folder, as a module a page can import: `core_bench.js`.
pub(crate) fn core(folder: &Path) -> Result<()> {
    let wasm = compile(&["--package", "core-bench", "--lib"], Profile::Release, "core_bench")?;
    std::fs::create_dir_all(folder)?;
    bind(&wasm, "core_bench", folder)?;
    optimize(&folder.join("core_bench_bg.wasm"))
}
