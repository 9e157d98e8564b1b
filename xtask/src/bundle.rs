//! From sources to the files a page loads.
//!
//! ```text
//! career-quiz.js          the shell with the first question and its styles: all that loads at first
//! career-quiz.LANG.js     the same with the first question in another language
//! parts/career-quiz.HASH.js         what runs the module, and the other screens' styles
//! parts/career-quiz.HASH.wasm       the module, with the quiz packed in it
//! parts/career-quiz.LANG.HASH.wasm  the quiz in another language
//! parts/reader.HASH.js .wasm        what reads a quiz of the page's own: see reader.rs
//! index.html page.css page.js  the quiz's own page, also for iframes
//! career-quiz-frame.js    for pages that show that page in an iframe
//! themes/                 looks to start from, for a page that links one
//! studio.html             where authors write a quiz: see studio.rs
//! r/                      the pages of shared links, one a path, and their pictures
//! ```
//! The shell names its parts by hash and checks them, so one `integrity` on the shell pins all.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use career_quiz::quiz::{Quiz, SHIPPED};
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};
use wasm_bindgen_cli_support::Bindgen;

use crate::languages::translations;
use crate::optimize::{optimize, optimize_named};
use crate::pages;
use crate::prerender::prerender;
use crate::reader;
use crate::section::{EMPTY, with_quiz};
use crate::studio;
use crate::tools::{cargo, cargo_home, command, npm_packages, output, root, run, wasm_target};

/// How a bundle is built.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Quick to build.
    Dev,
    /// Small to load.
    Release,
}

/// The shell's own sources, the entry first.
const SHELL: [&str; 5] = ["element.js", "first.js", "load.js", "problem.js", "script.js"];
/// Those of the part that runs the module, the entry first.
const RUN: [&str; 5] = ["run.js", "numbers.js", "share.js", "card.js", "print.js"];
/// What is compiled of the crate, and what the module is called.
const WIDGET: (&[&str], &str) =
    (&["--lib", "--no-default-features", "--features", "widget"], "career_quiz");
/// The widget's stack, in bytes. Of a whole MB, which every page with a quiz would set aside else, its
/// deepest screens fill 19 kB; the others read files that are nested as deeply as their authors like.
const STACK: &str = "link-arg=-zstack-size=131072";
/// What LLVM does for speed even where all is to be small: loops count up every address in a variable
/// of its own; what is moved goes in pieces of eight bytes, two instructions each; what one way to a
/// place has worked out is worked out on the others too. Told not to, it writes a thirtieth less, which
/// takes no longer (`cargo xtask bench`).
const SMALL: [&str; 3] =
    ["llvm-args=-disable-lsr", "llvm-args=-max-store-memcpy=1", "llvm-args=-enable-pre=false"];
/// Files that go out under their own names, and where they come from.
const PAGES: [(&str, &str); 8] = [
    ("index.html", "index.html"),
    ("page.css", "styles/page.css"),
    ("page.js", "src/host/page.js"),
    ("career-quiz-frame.js", "src/host/frame.js"),
    ("custom-elements.json", "custom-elements.json"),
    ("themes/plain.css", "themes/plain.css"),
    ("themes/editorial.css", "themes/editorial.css"),
    ("themes/playful.css", "themes/playful.css"),
];

/// Writes dist/. With the address it will stand at, oEmbed and what previews need are written too.
pub(crate) fn dist(base: Option<&str>) -> Result<()> {
    let base = base.map(address).transpose()?;
    let into = root().join("dist");
    build(Profile::Release, &into, base.as_deref())?;
    studio::build(Profile::Release, &into)?;
    pages::write(&into, base.as_deref())?.draw(&into)?;
    match base {
        Some(base) => oembed(&into, &base)?,
        None => println!(
            "For oEmbed and the previews of shared links, say where it will stand: \
             --base-url https://example.com/quiz/"
        ),
    }
    run(command("node").arg("xtask/pack.mjs").arg("compress").arg(into))
}

/// Builds the page, the shell and its parts into a folder, for the address `base` where that is
/// known.
pub(crate) fn build(profile: Profile, into: &Path, base: Option<&str>) -> Result<()> {
    wasm_target()?;
    // Both take a while, and neither needs the other.
    let packages = std::thread::spawn(npm_packages);
    let wasm = compile(WIDGET.0, profile, WIDGET.1);
    let stage = into.with_extension("stage");
    empty(&stage)?;
    empty(into)?;
    fs::create_dir_all(into.join("parts"))?;
    for folder in [&stage, into] {
        fs::create_dir_all(folder.join("themes"))?;
    }
    let installed = packages.join();
    installed.unwrap_or_else(|_| bail!("the npm packages could not be installed"))?;
    bind(&wasm?, WIDGET.1, &stage)?;
    if profile == Profile::Release {
        optimize(&stage, WIDGET.1)?;
    }
    for source in SHELL.iter().chain(&RUN) {
        copy(&format!("src/host/{source}"), &stage.join(source))?;
    }
    for (name, source) in PAGES {
        copy(source, &stage.join(name))?;
    }
    fs::write(stage.join("first.css"), styles("first.css")?)?;
    fs::write(stage.join("rest.css"), styles("rest.css")?)?;
    if profile == Profile::Release {
        run(command("node").arg("xtask/pack.mjs").arg("minify").arg(&stage))?;
    }
    let translations = translations()?;
    let own = Quiz::read(SHIPPED)?;
    let module = fs::read(stage.join("career_quiz_bg.wasm"))?;
    fs::write(stage.join("career_quiz_bg.wasm"), with_quiz(&module, &packed(&own)))?;
    let mut languages = Map::new();
    for translation in &translations {
        let name = format!("career-quiz.{}", translation.lang);
        let file = format!("{name}.wasm");
        fs::write(stage.join(&file), with_quiz(EMPTY, &packed(&translation.quiz)))?;
        languages.insert(translation.lang.clone(), part(&stage, into, &file, &name, "wasm")?);
    }
    let reader = match profile {
        Profile::Dev => reader::served(),
        Profile::Release => reader::dist(into)?,
    };
    let mut rest = exported("styles", &read(&stage, "rest.css")?.into());
    rest.push_str(&exported("base", &base.unwrap_or_default().into()));
    rest.push_str(&exported("languages", &languages.into()));
    rest.push_str(&exported("reader", &reader));
    let tags: Vec<_> = translations.iter().map(|one| one.lang.as_str()).collect();
    let tags = [&[own.lang.as_str()], &tags[..]].concat();
    let written = output(command("node").args(["xtask/pack.mjs", "written"]).args(&tags))?;
    rest.push_str(&exported("written", &serde_json::from_str(&written)?));
    fs::write(stage.join("rest.js"), rest)?;
    join(&stage.join(RUN[0]), &stage.join("run.joined.js"), profile)?;
    let built = built(&stage, into)? + &exported("languages", &json!(tags));
    // One shell a language, each with its first question; any of them speaks all languages after it.
    let shells = translations.iter().map(|one| (format!(".{}", one.lang), one.quiz.clone()));
    for (ending, quiz) in std::iter::once((String::new(), own.clone())).chain(shells) {
        let first = exported("first", &prerender(quiz)?);
        fs::write(stage.join(format!("built{ending}.js")), built.clone() + &first)?;
    }
    pack("shells", &stage.join(SHELL[0]), into, profile)?;
    for (name, _) in PAGES {
        fs::copy(stage.join(name), into.join(name))?;
    }
    fs::remove_dir_all(&stage)?;
    Ok(())
}

/// Joins a script with what it imports.
pub(crate) fn join(entry: &Path, to: &Path, profile: Profile) -> Result<()> {
    pack("bundle", entry, to, profile)
}

fn pack(how: &str, entry: &Path, to: &Path, profile: Profile) -> Result<()> {
    let mut pack = command("node");
    pack.args(["xtask/pack.mjs", how]).arg(entry).arg(to);
    run(pack.args((profile == Profile::Release).then_some("minify")))
}

fn read(stage: &Path, name: &str) -> Result<String> {
    let text = fs::read_to_string(stage.join(name));
    Ok(text.with_context(|| format!("{name} is not built"))?.trim().to_owned())
}

fn exported(name: &str, value: &Value) -> String {
    format!("export const {name} = {value};\n")
}

/// Writes a part under a name that says what is in it; gives its place and its digest.
pub(crate) fn part(
    stage: &Path,
    into: &Path,
    file: &str,
    name: &str,
    ending: &str,
) -> Result<Value> {
    let bytes = fs::read(stage.join(file)).with_context(|| format!("{file} is not built"))?;
    let digest = Sha256::digest(&bytes);
    let hash: String = digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    let name = format!("parts/{name}.{hash}.{ending}");
    fs::write(into.join(&name), bytes)?;
    Ok(json!([name, format!("sha256-{}", BASE64_STANDARD.encode(digest))]))
}

/// A quiz as the widget unpacks it, without what only static pages say.
fn packed(quiz: &Quiz) -> Vec<u8> {
    let mut quiz = quiz.clone();
    quiz.words.leave_out_pages();
    quiz.pack()
}

/// What every shell must know.
fn built(stage: &Path, into: &Path) -> Result<String> {
    let run = part(stage, into, "run.joined.js", "career-quiz", "js")?;
    let wasm = part(stage, into, "career_quiz_bg.wasm", "career-quiz", "wasm")?;
    let mut built = exported("version", &version()?.into());
    built.push_str(&exported("parts", &json!({ "run": run, "wasm": wasm })));
    built.push_str(&exported("styles", &read(stage, "first.css")?.into()));
    Ok(built)
}

/// The widget's version, which is not this program's.
fn version() -> Result<String> {
    let manifest = fs::read_to_string(root().join("Cargo.toml"))?;
    let line = manifest.lines().find_map(|line| line.strip_prefix("version = "));
    Ok(line.context("Cargo.toml has no version")?.trim_matches('"').to_owned())
}

/// Compiles a library to WebAssembly and gives the file.
pub(crate) fn compile(what: &[&str], profile: Profile, name: &str) -> Result<PathBuf> {
    let mut build = cargo();
    // As a cdylib alone: beside an rlib cargo leaves out link-time optimization, and the module a
    // visitor downloads is a fifth larger.
    build.args(["rustc", "--quiet", "--target", "wasm32-unknown-unknown"]).args(what);
    build.args(["--crate-type", "cdylib"]);
    let folder = match profile {
        Profile::Dev => {
            // What binds the module reads all of it, and then throws this away.
            build.envs([
                ("CARGO_PROFILE_DEV_DEBUG", "false"),
                ("CARGO_PROFILE_DEV_STRIP", "debuginfo"),
            ]);
            "debug"
        }
        Profile::Release => {
            build.arg("--release").envs(anywhere());
            "release"
        }
    };
    // Named, so that the module is found wherever a configuration would have put it.
    let target = std::env::var_os("CARGO_TARGET_DIR");
    let target = target.map_or_else(|| root().join("target"), |dir| root().join(dir));
    build.arg("--target-dir").arg(&target);
    if profile == Profile::Release {
        build.arg("--").args(SMALL.iter().flat_map(|flag| ["-C", flag]));
        if name == WIDGET.1 {
            build.args(["-C", STACK]);
        }
    }
    run(&mut build)?;
    Ok(target.join("wasm32-unknown-unknown").join(folder).join(format!("{name}.wasm")))
}

/// Has the compiler write no folder of this machine into the module. Each place that can panic names
/// its file: the builder's home would be on every page, and the module another on every machine.
fn anywhere() -> Option<(&'static str, String)> {
    let given = |name| std::env::var(name).ok();
    let flags = given("CARGO_ENCODED_RUSTFLAGS");
    let flags = flags.or_else(|| Some(given("RUSTFLAGS")?.replace(' ', "\x1f")));
    let ours = format!("--remap-path-prefix={}=/cargo", cargo_home()?.display());
    let all = [flags.filter(|flags| !flags.is_empty()), Some(ours)].into_iter().flatten();
    Some(("CARGO_ENCODED_RUSTFLAGS", all.collect::<Vec<_>>().join("\x1f")))
}

/// Writes the JavaScript that joins a module to the page.
pub(crate) fn bind(wasm: &Path, name: &str, into: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).out_name(name).typescript(false).remove_producers_section(true);
    bindgen.web(true)?.reset_state_function(true).generate(into)
}

/// The module as a page gets it, with its functions' names and without a quiz.
pub(crate) fn named_widget(into: &Path) -> Result<PathBuf> {
    let wasm = compile(WIDGET.0, Profile::Release, WIDGET.1)?;
    fs::create_dir_all(into)?;
    bind(&wasm, WIDGET.1, into)?;
    optimize_named(into, WIDGET.1)?;
    Ok(into.join(format!("{}_bg.wasm", WIDGET.1)))
}

/// Where the files will stand, ending in a slash.
fn address(given: &str) -> Result<String> {
    if !given.starts_with("https://") && !given.starts_with("http://") {
        bail!("--base-url is {given:?}; give a whole address, such as https://example.com/quiz/");
    }
    Ok(format!("{}/", given.trim_end_matches('/')))
}

/// What a site needs that shows the quiz when its address is pasted: one answer, the same for all.
fn oembed(into: &Path, base: &str) -> Result<()> {
    let page = into.join("index.html");
    let html = fs::read_to_string(&page)?;
    let title = html.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next());
    let title = title.context("index.html has no title")?;
    let frame = format!(
        r#"<iframe src="{base}" width="600" height="900" title="{title}" data-career-quiz></iframe>"#
    );
    let answer = json!({
        "version": "1.0", "type": "rich", "title": title, "provider_name": "career-quiz",
        "provider_url": base, "width": 600, "height": 900, "html": frame,
    });
    fs::write(into.join("oembed.json"), answer.to_string())?;
    let link = format!(
        r#"<link rel="alternate" type="application/json+oembed" href="{base}oembed.json" title="{title}">"#
    );
    fs::write(page, html.replacen("</title>", &format!("</title>\n{link}"), 1))?;
    Ok(())
}

pub(crate) fn empty(folder: &Path) -> Result<()> {
    if folder.is_dir() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("could not clear {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("could not make {}", folder.display()))
}

pub(crate) fn copy(from: &str, to: &Path) -> Result<()> {
    fs::copy(root().join(from), to).with_context(|| format!("could not copy {from}"))?;
    Ok(())
}

/// A sheet of styles/ with its imports put in place, in the order it names.
pub(crate) fn styles(sheet: &str) -> Result<String> {
    let folder = root().join("styles");
    let read = |name: &str| {
        fs::read_to_string(folder.join(name))
            .with_context(|| format!("could not read styles/{name}"))
    };
    let mut whole = String::new();
    for line in read(sheet)?.lines() {
        match line.strip_prefix("@import \"").and_then(|rest| rest.strip_suffix("\";")) {
            Some(name) => whole.push_str(&read(name)?),
            None if line.contains("@import") => {
                bail!("styles/{sheet}: write @import \"file.css\";")
            }
            None => whole.push_str(line),
        }
        whole.push('\n');
    }
    Ok(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_in_one_slash_and_must_be_whole() {
        assert_eq!(address("https://example.com/quiz").unwrap(), "https://example.com/quiz/");
        assert_eq!(address("https://example.com/quiz//").unwrap(), "https://example.com/quiz/");
        for wrong in ["", "example.com", "/quiz/", "ftp://example.com/"] {
            assert!(address(wrong).unwrap_err().to_string().contains("--base-url"), "{wrong}");
        }
    }

    #[test]
    fn the_page_leads_to_an_answer_that_shows_the_page_in_a_frame() {
        let folder =
            std::env::temp_dir().join(format!("career-quiz-oembed-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        copy("index.html", &folder.join("index.html")).unwrap();
        oembed(&folder, "https://example.com/quiz/").unwrap();
        let page = fs::read_to_string(folder.join("index.html")).unwrap();
        let answer = fs::read_to_string(folder.join("oembed.json")).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        let link = r#"type="application/json+oembed" href="https://example.com/quiz/oembed.json""#;
        assert_eq!(page.matches(link).count(), 1);
        let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
        // What oembed.com asks of a rich answer, and WordPress and Ghost besides.
        assert_eq!((&answer["version"], &answer["type"]), (&"1.0".into(), &"rich".into()));
        assert!(answer["width"].is_u64() && answer["height"].is_u64());
        let frame = answer["html"].as_str().unwrap();
        assert!(frame.starts_with(r#"<iframe src="https://example.com/quiz/""#), "{frame}");
        assert!(page.contains(&format!("<title>{}</title>", answer["title"].as_str().unwrap())));
    }
}
