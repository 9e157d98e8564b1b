//! Every test, from the cheapest to the dearest.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;

use crate::bench::{SITE, core, site};
use crate::browser;
use crate::budgets;
use crate::bundle::dist;
use crate::packages::install_missing;
use crate::pages;
use crate::serve::Server;
use crate::tools::{cargo, command, npm_packages, npm_packages_of, root, run as run_command};

/// Node with what journeys need to know: the browser, the address, and this program for scores.
pub(crate) fn node(address: &str) -> Result<std::process::Command> {
    let mut node = command("node");
    node.env(browser::VARIABLE, browser::find()?);
    node.env("CAREER_QUIZ_URL", address);
    node.env("CAREER_QUIZ_CARGO", cargo().get_program());
    Ok(node)
}

/// Where the core stands that journeys try in the browser.
fn core_folder() -> PathBuf {
    root().join("target").join("core")
}

/// Where the pages stand as they are built with `--base-url`.
fn addressed() -> PathBuf {
    root().join("target").join("addressed")
}

/// Runs the test files of some folders, one after the other.
fn run_tests(folders: &[&str], name: Option<&str>) -> Result<()> {
    let server = Server::start(root().join("dist"), 0)?;
    let mut node = node(&server.address)?;
    let site = site()?;
    node.env(SITE, &site.address);
    node.env("CAREER_QUIZ_DIST", root().join("dist"));
    node.env("CAREER_QUIZ_CORE", core_folder());
    node.env("CAREER_QUIZ_ADDRESSED", addressed());
    node.args(["--test", "--test-concurrency=1", "--test-reporter=spec"]);
    if let Some(name) = name {
        node.arg(format!("--test-name-pattern={name}"));
    }
    let mut files = Vec::new();
    for folder in folders {
        for file in fs::read_dir(root().join(folder))? {
            let file = file?.path();
            if file.to_string_lossy().ends_with(".test.mjs") {
                files.push(file);
            }
        }
    }
    files.sort();
    run_command(node.args(files))
}

/// Takes pictures of every screen into tests/browser/shots/, for people to look at.
pub(crate) fn shots(only: Option<&str>) -> Result<ExitCode> {
    dist(None)?;
    let server = Server::start(root().join("dist"), 0)?;
    run_command(node(&server.address)?.arg("tests/browser/shots.mjs").args(only))?;
    println!("tests/browser/shots/");
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn run(journeys: Option<&str>) -> Result<ExitCode> {
    let start = Instant::now();
    let step = |name: &str| println!("\n== {name} ({:.0} s)", start.elapsed().as_secs_f32());
    if journeys.is_none() {
        step("style");
        run_quietly(&["fmt", "--all", "--check"])?;
        run_quietly(&["clippy", "--quiet", "--all-targets", "--", "-D", "warnings"])?;
        let rest = [
            "xtask",
            "check",
            "pictures",
            "core-bench",
            "career-quiz-reader",
            "career-quiz-studio",
        ]
        .map(|name| ["--package", name]);
        run_quietly(
            &[
                &["clippy", "--quiet", "--all-targets"],
                rest.as_flattened(),
                &["--", "-D", "warnings"],
            ]
            .concat(),
        )?;
        step("the core, the screens and the rooms");
        run_quietly(&["test", "--quiet"])?;
        let tested = ["xtask", "check", "pictures", "career-quiz-studio"];
        let tested = tested.map(|name| ["--package", name]);
        run_quietly(&[&["test", "--quiet"], tested.as_flattened()].concat())?;
    }
    step("the bundle");
    npm_packages()?;
    dist(None)?;
    budgets::check(&root().join("dist"))?;
    core(&core_folder())?;
    // The same pages with an address, which those of dist/ do not have.
    let addressed = addressed();
    fs::create_dir_all(&addressed)?;
    fs::copy(root().join("index.html"), addressed.join("index.html"))?;
    pages::write(&addressed, Some("https://example.com/quiz/"))?.draw(&addressed)?;
    step("journeys in a browser");
    run_tests(&["tests/browser", "tests/browser/hosts"], journeys)?;
    if journeys.is_none() {
        install_missing()?;
        step("Chromium, Firefox and WebKit");
        run_tests(&["tests/engines"], None)?;
        step("Lighthouse");
        npm_packages_of("tests/lighthouse")?;
        run_tests(&["tests/lighthouse"], None)?;
        step("web servers");
        run_tests(&["tests/hosting"], None)?;
        step("blogs");
        npm_packages_of("tests/blogs")?;
        run_tests(&["tests/blogs"], None)?;
        step("the twins it is compared with");
        run_tests(&["bench"], None)?;
    }
    step("all passed");
    Ok(ExitCode::SUCCESS)
}

fn run_quietly(arguments: &[&str]) -> Result<()> {
    run_command(cargo().args(arguments))
}
