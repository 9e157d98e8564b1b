//! From sources to the files a page loads.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::tools::{cargo, command, npm_packages, npm_script, root, run, wasm_target};

/// How a bundle is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Quick to build; needs no Node.js.
    Dev,
    /// Small to load.
    Release,
}

/// Writes dist/.
pub(crate) fn dist() -> Result<()> {
    let into = root().join("dist");
    build(Profile::Release, &into)?;
    Ok(())
}

/// Builds the page, the shell, the styles and the widget into a folder.
pub(crate) fn build(profile: Profile, into: &Path) -> Result<()> {
    wasm_target()?;
    if profile == Profile::Release {
        npm_packages()?;
    }
    let wasm = compile(&["--lib"], profile, "career_quiz")?;
    if into.is_dir() {
        fs::remove_dir_all(into).with_context(|| format!("could not clear {}", into.display()))?;
    }
    fs::create_dir_all(into)?;
    bind(&wasm, "career_quiz", into)?;
    copy("index.html", &into.join("index.html"))?;
    copy("styles/page.css", &into.join("page.css"))?;
    copy("src/host/element.js", &into.join("career-quiz.js"))?;
    fs::write(into.join("career-quiz.css"), styles()?)?;
    if profile == Profile::Release {
        optimize(&into.join("career_quiz_bg.wasm"))?;
        run(command("node").arg("xtask/pack.mjs").arg(into))?;
    }
    Ok(())
}

/// Compiles a library to WebAssembly and gives the file.
pub(crate) fn compile(what: &[&str], profile: Profile, name: &str) -> Result<PathBuf> {
    let mut build = cargo();
    // As a cdylib alone: beside an rlib cargo leaves out link-time optimization, and the module a
    // visitor downloads is a fifth larger.
    build.args(["rustc", "--quiet", "--target", "wasm32-unknown-unknown"]).args(what);
    build.args(["--crate-type", "cdylib"]);
    let folder = match profile {
        Profile::Dev => "debug",
        Profile::Release => {
            build.arg("--release");
            "release"
        }
    };
    // Named, so that the module is found wherever a configuration would have put it.
    let target = std::env::var_os("CARGO_TARGET_DIR");
    let target = target.map_or_else(|| root().join("target"), |dir| root().join(dir));
    run(build.arg("--target-dir").arg(&target))?;
    Ok(target.join("wasm32-unknown-unknown").join(folder).join(format!("{name}.wasm")))
}

/// Writes the JavaScript that joins a module to the page.
pub(crate) fn bind(wasm: &Path, name: &str, into: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).out_name(name).typescript(false);
    bindgen.remove_name_section(true).remove_producers_section(true);
    bindgen.web(true)?.omit_default_module_path(false).generate(into)
}

/// Makes a module smaller with the wasm-opt of the npm package binaryen.
pub(crate) fn optimize(wasm: &Path) -> Result<()> {
    let mut wasm_opt = npm_script("binaryen/bin/wasm-opt");
    wasm_opt.args(["-Oz", "--converge", "-tnh", "--low-memory-unused", "--zero-filled-memory"]);
    wasm_opt.args(["--strip-debug", "--strip-producers", "--strip-target-features"]);
    run(wasm_opt.arg(wasm).arg("-o").arg(wasm))
}

fn copy(from: &str, to: &Path) -> Result<()> {
    fs::copy(root().join(from), to).with_context(|| format!("could not copy {from}"))?;
    Ok(())
}

/// styles/quiz.css with its imports put in place: one sheet, in the order it names.
fn styles() -> Result<String> {
    let folder = root().join("styles");
    let read = |name: &str| {
        fs::read_to_string(folder.join(name))
            .with_context(|| format!("could not read styles/{name}"))
    };
    let mut sheet = String::new();
    for line in read("quiz.css")?.lines() {
        match line.strip_prefix("@import \"").and_then(|rest| rest.strip_suffix("\";")) {
            Some(name) => sheet.push_str(&read(name)?),
            None if line.contains("@import") => {
                bail!("styles/quiz.css: write @import \"file.css\";")
            }
            None => sheet.push_str(line),
        }
        sheet.push('\n');
    }
    Ok(sheet)
}
