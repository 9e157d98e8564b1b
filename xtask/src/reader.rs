//! What reads a quiz of the page's own: a script and a module that only pages with `src` load.

use std::fs;
use std::path::Path;

use anyhow::Result;
use serde_json::{Value, json};

use crate::bundle::{Profile, bind, compile, copy, empty, join, part};
use crate::optimize::optimize;

const MODULE: &str = "career_quiz_reader";
const SCRIPT: &str = "own.js";
/// Where both stand while the quiz is worked on: unchecked, so that no page waits for them.
const SERVED: [&str; 2] = ["parts/reader.js", "parts/reader.wasm"];

/// Where both will stand, for what loads them: see [`serve`].
pub(crate) fn served() -> Value {
    json!(SERVED.map(|path| [path, ""]))
}

/// Builds both into a folder that has the widget already.
pub(crate) fn serve(into: &Path) -> Result<()> {
    built(Profile::Dev, into, |stage| {
        fs::copy(stage.join("joined.js"), into.join(SERVED[0]))?;
        fs::copy(stage.join(format!("{MODULE}_bg.wasm")), into.join(SERVED[1]))?;
        Ok(())
    })
}

/// Builds both into a folder, and gives where each stands, with its digest.
pub(crate) fn dist(into: &Path) -> Result<Value> {
    built(Profile::Release, into, |stage| {
        Ok(json!([
            part(stage, into, "joined.js", "reader", "js")?,
            part(stage, into, &format!("{MODULE}_bg.wasm"), "reader", "wasm")?,
        ]))
    })
}

fn built<T>(profile: Profile, into: &Path, then: impl FnOnce(&Path) -> Result<T>) -> Result<T> {
    let wasm = compile(&["--package", "career-quiz-reader", "--lib"], profile, MODULE)?;
    let stage = into.with_extension("reader");
    empty(&stage)?;
    bind(&wasm, MODULE, &stage)?;
    if profile == Profile::Release {
        optimize(&stage, MODULE)?;
    }
    copy(&format!("src/host/{SCRIPT}"), &stage.join(SCRIPT))?;
    join(&stage.join(SCRIPT), &stage.join("joined.js"), profile)?;
    let done = then(&stage)?;
    fs::remove_dir_all(&stage)?;
    Ok(done)
}
