//! Makes a module smaller, and the JavaScript that joins it to the page.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::tools::{npm_script, output};

/// Makes what wasm-bindgen wrote smaller, with the wasm-opt of the npm package binaryen.
pub(crate) fn optimize(folder: &Path, name: &str) -> Result<()> {
    optimize_with(&["--strip-debug"], folder, name)
}

/// The same, but functions keep their names, which no page needs.
pub(crate) fn optimize_named(folder: &Path, name: &str) -> Result<()> {
    optimize_with(&["--debuginfo"], folder, name)
}

fn optimize_with(more: &[&str], folder: &Path, name: &str) -> Result<()> {
    let module = folder.join(format!("{name}_bg.wasm"));
    let mut wasm_opt = npm_script("binaryen/bin/wasm-opt");
    wasm_opt.args(["-tnh", "--low-memory-unused", "--zero-filled-memory"]);
    // A function that is called once stays one where it is longer than this: whole screens put into
    // one have so many locals that each takes two bytes to name, a hundredth of the whole.
    wasm_opt.args(["--one-caller-inline-max-function-size", "20"]);
    // Taken apart first, much is put together better than the compiler left it. The second time
    // finds what the first made possible.
    wasm_opt.args(["--flatten", "--rereloop", "--simplify-locals-notee-nostructure"]);
    wasm_opt.args(["-Oz", "-Oz"]);
    // By name, functions of one kind stand together, as all that drop a list do: a hundredth less
    // once packed.
    wasm_opt.args(["--reorder-functions-by-name"]);
    wasm_opt.args(["--strip-producers", "--strip-target-features"]).args(more);
    wasm_opt.arg("--minify-imports-and-exports-and-modules");
    let names = output(wasm_opt.arg(&module).arg("-o").arg(&module))?;
    let names: Names = serde_json::from_str(&names).context("wasm-opt told no short names")?;
    let script = folder.join(format!("{name}.js"));
    let long = fs::read_to_string(&script)?;
    fs::write(&script, names.in_script(&long, name)?)?;
    Ok(())
}

/// What a module and its JavaScript call each other's parts by, as wasm-opt tells it. Those of
/// wasm-bindgen have sixteen random digits each, which nothing packs: in both files together they
/// are 3 kB of what a page loads.
#[derive(Deserialize)]
struct Names {
    /// Of each import the module it comes from, its long name and its short one.
    imports: Vec<[String; 3]>,
    /// Of each export its long name and its short one.
    exports: Vec<[String; 2]>,
}

/// The one module that all imports come from, in short.
const MODULE: &str = "a";

impl Names {
    /// The JavaScript with the short names.
    fn in_script(&self, script: &str, name: &str) -> Result<String> {
        let mut short = replaced(script, &format!("\"./{name}_bg.js\""), &format!("\"{MODULE}\""))?;
        for [_, long, to] in &self.imports {
            short = replaced(&short, &format!(" {long}: "), &format!(" {to}: "))?;
        }
        for [long, to] in &self.exports {
            // Some are there for other programs, and some are how another's name begins.
            for end in ["(", ",", ")", ".", ";"] {
                let (long, to) = (format!("wasm.{long}{end}"), format!("wasm.{to}{end}"));
                short = short.replace(&long, &to);
            }
        }
        Ok(short)
    }
}

fn replaced(text: &str, from: &str, to: &str) -> Result<String> {
    if !text.contains(from) {
        bail!("wasm-bindgen's JavaScript names no {from}");
    }
    Ok(text.replace(from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_and_its_script_agree_on_short_names() {
        let names = r#"{
            "imports": [["./quiz_bg.js", "__wbg_now_46", "a"], ["./quiz_bg.js", "__wbg_key_7c", "b"]],
            "exports": [["mount", "c"], ["mounted_free", "d"], ["__abort_handler", "e"]]
        }"#;
        let names: Names = serde_json::from_str(names).unwrap();
        let script = r#"mount = () => wasm.mount(wasm.mounted_free, wasm.mount); ({ "./quiz_bg.js": {
            __wbg_now_46: Date.now, __wbg_key_7c: (key) => key } })"#;
        let short = r#"mount = () => wasm.c(wasm.d, wasm.c); ({ "a": {
            a: Date.now, b: (key) => key } })"#;
        assert_eq!(names.in_script(script, "quiz").unwrap(), short);
        let wrong = names.in_script("", "quiz").unwrap_err().to_string();
        assert!(wrong.contains("./quiz_bg.js"), "{wrong}");
    }
}
