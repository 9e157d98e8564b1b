//! The studio's files: `studio.html` with what it loads, the page in its preview, and the service
//! worker that keeps all of it for when there is no network.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::bundle::{Profile, bind, compile, join, styles};
use crate::optimize::optimize;
use crate::tools::{OPTIMIZED, root};

const MODULE: &str = "career_quiz_studio";
/// What the preview loads of the widget, besides its parts.
const WIDGET: [&str; 2] = ["career-quiz.js", "page.css"];
const WORKER: &str = "studio-worker.js";
const PAGES: [&str; 2] = ["studio.html", "studio-preview.html"];

/// Builds the studio into a folder that has the widget already.
pub(crate) fn build(profile: Profile, into: &Path) -> Result<()> {
    // Optimized: it proves quizzes.
    let what = ["--package", "career-quiz-studio", "--lib", "--config", OPTIMIZED];
    let wasm = compile(&what, profile, MODULE)?;
    let stage = into.with_extension("studio");
    if stage.is_dir() {
        fs::remove_dir_all(&stage)?;
    }
    fs::create_dir_all(&stage)?;
    bind(&wasm, MODULE, &stage)?;
    if profile == Profile::Release {
        optimize(&stage, MODULE)?;
    }
    for file in fs::read_dir(root().join("studio"))? {
        let file = file?.path();
        if file.extension().is_some_and(|ending| ending == "js" || ending == "html") {
            fs::copy(&file, stage.join(file.file_name().unwrap_or_default()))?;
        }
    }
    let joined = |script: &str| -> Result<Vec<u8>> {
        let to = stage.join(script).with_extension("joined.js");
        join(&stage.join(script), &to, profile)?;
        Ok(fs::read(to)?)
    };
    let wasm = part(into, "wasm", &fs::read(stage.join(format!("{MODULE}_bg.wasm")))?)?;
    // In the service worker's scope, as parts/ is not: it keeps a worker by the worker's address.
    let worker = joined("worker.js")?;
    let asked = format!("../{WORKER}?{}", hash(&worker));
    fs::write(into.join(WORKER), worker)?;
    // As the scripts in parts/ see them.
    let beside = |path: &str| path.trim_start_matches("parts/").to_owned();
    let parts = json!({ "wasm": beside(&wasm), "worker": asked });
    let built =
        format!("export const parts = {parts};\nexport const examples = {};\n", examples()?);
    fs::write(stage.join("built.js"), built)?;
    let script = part(into, "js", &joined("studio.js")?)?;
    let preview = part(into, "js", &joined("preview.js")?)?;
    // The widget's own tokens, on a page of its own.
    let sheet = styles("studio.css")?.replace(":host(", ":root:is(").replace(":host", ":root");
    let sheet = part(into, "css", sheet.as_bytes())?;
    let page = |from: &str, to: &str, script: &str| -> Result<()> {
        let html = fs::read_to_string(stage.join(from))?;
        let html = html.replace("\"SCRIPT\"", &format!("\"{script}\""));
        Ok(fs::write(into.join(to), html.replace("\"STYLES\"", &format!("\"{sheet}\"")))?)
    };
    page("studio.html", PAGES[0], &script)?;
    page("preview.html", PAGES[1], &preview)?;
    fs::write(stage.join("files.js"), files(into)?)?;
    fs::write(into.join("studio-offline.js"), joined("offline.js")?)?;
    fs::remove_dir_all(&stage)?;
    Ok(())
}

/// Writes a part under a name that says what is in it, and gives that.
fn part(into: &Path, ending: &str, bytes: &[u8]) -> Result<String> {
    let hash = hash(bytes);
    let name = format!("parts/studio.{hash}.{ending}");
    fs::write(into.join(&name), bytes)?;
    Ok(name)
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}

/// The quizzes to start from, in the order of their files' names.
fn examples() -> Result<Value> {
    let folder = root().join("quizzes/examples");
    let mut examples = BTreeMap::new();
    for file in folder.is_dir().then(|| fs::read_dir(folder)).transpose()?.into_iter().flatten() {
        let file = file?.path();
        if file.extension().is_none_or(|ending| ending != "json") {
            continue;
        }
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = fs::read_to_string(&file)?;
        let quiz: Value =
            serde_json::from_str(&text).with_context(|| format!("{name} is no JSON"))?;
        let title = quiz.get("title").and_then(Value::as_str).unwrap_or(&name).to_owned();
        examples.insert(name.clone(), json!({ "name": name, "title": title, "text": text }));
    }
    Ok(examples.into_values().collect())
}

/// What the service worker keeps: each file with its digest, and a name for all of them.
fn files(into: &Path) -> Result<String> {
    let mut names: Vec<_> =
        PAGES.iter().chain(&WIDGET).chain([&WORKER]).map(|name| (*name).to_owned()).collect();
    for file in fs::read_dir(into.join("parts"))? {
        names.push(format!("parts/{}", file?.file_name().to_string_lossy()));
    }
    let mut files = BTreeMap::new();
    for name in names {
        let digest = Sha256::digest(fs::read(into.join(&name))?);
        files.insert(name, format!("sha256-{}", BASE64_STANDARD.encode(digest)));
    }
    let files = json!(files);
    let version = hash(files.to_string().as_bytes());
    Ok(format!("export const version = {};\nexport const files = {files};\n", json!(version)))
}
