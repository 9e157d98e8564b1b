//! The other programs these commands call, and clear words where one is missing.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

const LEAST_NODE: u32 = 20;

/// The project's own folder.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// A command that runs in the project's folder.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    command
}

/// Cargo, the one that runs this.
pub(crate) fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Where cargo keeps the sources of crates, where this machine tells.
pub(crate) fn cargo_home() -> Option<PathBuf> {
    let named = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let named = named.filter(|home| home.is_absolute());
    named.or_else(|| Some(std::env::home_dir()?.join(".cargo")))
}

/// Has cargo optimize the core, for those who count all ways through a quiz.
pub(crate) const OPTIMIZED: &str = "profile.dev.package.career-quiz.opt-level=1";

/// Runs a command to its end; an error where it fails.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let shown = shown(command);
    let status = command.status().with_context(|| format!("could not start `{shown}`"))?;
    if !status.success() {
        bail!("`{shown}` failed ({status})");
    }
    Ok(())
}

/// What a command prints; an error where it fails.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let shown = shown(command);
    let output = command.output().with_context(|| format!("could not start `{shown}`"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("`{shown}` failed ({}): {}", output.status, said.trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

/// Adds the WebAssembly target where it is missing.
pub(crate) fn wasm_target() -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let sysroot = output(command("rustc").args(["--print", "sysroot"]))?;
    if Path::new(&sysroot).join("lib/rustlib").join(TARGET).join("lib").is_dir() {
        return Ok(());
    }
    eprintln!("Adding the {TARGET} target");
    run(command("rustup").args(["target", "add", TARGET]))
        .context("install it by hand: https://rust-lang.org/tools/install")
}

/// Installs the npm packages of the lockfile where they are missing or others.
pub(crate) fn npm_packages() -> Result<()> {
    let node = output(command("node").arg("--version"))
        .with_context(|| format!("Node.js {LEAST_NODE} or newer is needed: https://nodejs.org"))?;
    let major = node.trim_start_matches('v').split('.').next().and_then(|major| major.parse().ok());
    if major.is_none_or(|major: u32| major < LEAST_NODE) {
        bail!("Node.js {LEAST_NODE} or newer is needed, this is {node}: https://nodejs.org");
    }
    npm_packages_of(".")
}

/// Installs the npm packages of a folder's lockfile where they are missing or others.
pub(crate) fn npm_packages_of(folder: &str) -> Result<()> {
    let folder = root().join(folder);
    let time = |path: &str| folder.join(path).metadata().and_then(|file| file.modified()).ok();
    let installed = time("node_modules/.package-lock.json");
    if installed.is_some() && installed >= time("package-lock.json") {
        return Ok(());
    }
    eprintln!("Installing the npm packages of {}", folder.join("package-lock.json").display());
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut npm = command(npm);
    npm.current_dir(folder).args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
    run(&mut npm)
}

/// A program an npm package brings.
pub(crate) fn npm_script(path: &str) -> Command {
    let mut node = command("node");
    node.arg(root().join("node_modules").join(path));
    node
}
