//! Times and bytes, for reading and comparing within one run; machines differ.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;

use crate::bundle::{Profile, bind, build, compile, dist, named_widget};
use crate::optimize::optimize;
use crate::serve::Server;
use crate::test::node;
use crate::tools::{cargo, command, npm_packages, npm_packages_of, root, run as run_command};

/// One of bench/core/benches/: `growth` writes bench/GROWTH.md and its chart, `proof` bench/PROOF.md.
pub(crate) fn natively(name: &str) -> Result<ExitCode> {
    let bench = ["bench", "--quiet", "--package", "core-bench", "--bench", name];
    run_command(cargo().args(bench))?;
    Ok(ExitCode::SUCCESS)
}

/// The module's functions and their bytes, written to bench/FUNCTIONS.md.
pub(crate) fn functions() -> Result<ExitCode> {
    npm_packages()?;
    let module = named_widget(&root().join("target").join("functions"))?;
    run_command(command("node").arg("bench/functions.mjs").arg(module))?;
    Ok(ExitCode::SUCCESS)
}

/// Five runs of Lighthouse on the quiz's own page and on a post, written to bench/LIGHTHOUSE.md.
pub(crate) fn lighthouse() -> Result<ExitCode> {
    npm_packages()?;
    npm_packages_of("tests/lighthouse")?;
    dist(None)?;
    let site = site()?;
    let mut node = node(&site.address)?;
    run_command(node.env(SITE, &site.address).arg("bench/lighthouse.mjs"))?;
    Ok(ExitCode::SUCCESS)
}

/// A fresh clone of what is committed, served; written to bench/SERVE.md.
pub(crate) fn serve() -> Result<ExitCode> {
    run_command(command("node").arg("bench/serve.mjs"))?;
    Ok(ExitCode::SUCCESS)
}

/// Where a site is served that has the quiz under /quiz/ and a post with it.
pub(crate) const SITE: &str = "CAREER_QUIZ_SITE";

/// Serves that site, made of dist/.
pub(crate) fn site() -> Result<Server> {
    let folder = root().join("target").join("site");
    if folder.is_dir() {
        std::fs::remove_dir_all(&folder)?;
    }
    copy_all(&root().join("dist"), &folder.join("quiz"))?;
    std::fs::copy(root().join("tests/lighthouse/post.html"), folder.join("post.html"))?;
    Server::hosted(folder)
}

fn copy_all(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_all(&entry.path(), &to)?;
        } else {
            std::fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}

/// Everything, or only what is measured beside others; that is written to bench/RESULTS.md.
pub(crate) fn run(only_peers: bool) -> Result<ExitCode> {
    if !only_peers {
        println!("== natively");
        natively("core")?;
        println!("\n== against questions and outcomes");
        natively("growth")?;
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
    optimize(folder, "core_bench")
}
