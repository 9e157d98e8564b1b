//! The most that files of dist/ may weigh, each with its reason: bench/budgets.json.
//!
//! Bytes are the same on every machine, so a broken budget fails `cargo xtask test`; times are only
//! reported, by `cargo xtask bench`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::tools::{cargo_home, root};

/// What a kind of file may weigh.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Budget {
    /// Its path below dist/. A `*` stands for a hash, a language: anything without dots or slashes.
    file: String,
    /// How many bytes each such file may have, packed with brotli.
    brotli: u64,
    /// Why it may have no more.
    reason: String,
}

/// Holds a folder, packed as `dist` packs it, to the budgets.
pub(crate) fn check(folder: &Path) -> Result<()> {
    let path = root().join("bench").join("budgets.json");
    let budgets =
        fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
    let budgets: Vec<Budget> =
        serde_json::from_str(&budgets).with_context(|| format!("in {}", path.display()))?;
    let sizes = sizes(folder, Path::new(""))?;
    let mut broken = broken(&budgets, &sizes);
    if let Some(home) = cargo_home() {
        broken.extend(local(folder, &sizes, &home.to_string_lossy())?);
    }
    if !broken.is_empty() {
        bail!("{}\nThe budgets are in bench/budgets.json.", broken.join("\n"));
    }
    Ok(())
}

/// A sentence for each file over its budget, and for each budget that is nobody's.
fn broken(budgets: &[Budget], sizes: &[(String, u64)]) -> Vec<String> {
    let mut said = Vec::new();
    for Budget { file: pattern, brotli, reason } in budgets {
        let mut files = sizes.iter().filter(|(file, _)| matches(pattern, file)).peekable();
        if files.peek().is_none() {
            said.push(format!("{pattern} has a budget, but no such file was built."));
        }
        for (file, size) in files.filter(|(_, size)| size > brotli) {
            said.push(format!(
                "{file} has {size} bytes in brotli, {} over its budget of {brotli}. {reason}",
                size - brotli
            ));
        }
    }
    said
}

/// A sentence for each file that names a folder of this machine: built on another, it weighs something
/// else.
fn local(folder: &Path, sizes: &[(String, u64)], home: &str) -> Result<Vec<String>> {
    let mut said = Vec::new();
    for (file, _) in sizes {
        let bytes = fs::read(folder.join(file))?;
        if bytes.windows(home.len()).any(|part| part == home.as_bytes()) {
            said.push(format!("{file} names {home}, a folder of the machine that built it."));
        }
    }
    Ok(said)
}

/// Whether a path is as a pattern says, piece for piece between dots and slashes.
fn matches(pattern: &str, file: &str) -> bool {
    let pieces = |path| str::split(path, ['.', '/']).collect::<Vec<_>>();
    let (pattern, file) = (pieces(pattern), pieces(file));
    let fits = |(pattern, piece): (&&str, &&str)| *pattern == "*" || pattern == piece;
    pattern.len() == file.len() && pattern.iter().zip(&file).all(fits)
}

/// Every file that has a brotli twin, by its path below `folder`, and what the twin weighs.
fn sizes(folder: &Path, below: &Path) -> Result<Vec<(String, u64)>> {
    let here = folder.join(below);
    let entries =
        fs::read_dir(&here).with_context(|| format!("could not read {}", here.display()))?;
    let mut all = Vec::new();
    for entry in entries {
        let entry = entry?;
        let path: PathBuf = below.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            all.extend(sizes(folder, &path)?);
        } else if let Some(name) = path.to_string_lossy().strip_suffix(".br") {
            all.push((name.replace('\\', "/"), entry.metadata()?.len()));
        }
    }
    all.sort();
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn budget(file: &str, brotli: u64) -> Budget {
        Budget { file: file.into(), brotli, reason: "Slow networks.".into() }
    }

    #[test]
    fn a_file_over_its_budget_is_named_with_size_limit_and_reason() {
        let sizes = [("career-quiz.js".to_owned(), 6145), ("page.js".to_owned(), 340)];
        let said = broken(&[budget("career-quiz.js", 6144), budget("page.js", 340)], &sizes);
        let expected =
            "career-quiz.js has 6145 bytes in brotli, 1 over its budget of 6144. Slow networks.";
        assert_eq!(said, [expected]);
    }

    #[test]
    fn a_budget_nothing_was_built_for_is_broken_too() {
        let said = broken(&[budget("parts/gone.*.js", 1)], &[("parts/here.0.js".to_owned(), 1)]);
        assert_eq!(said, ["parts/gone.*.js has a budget, but no such file was built."]);
    }

    #[test]
    fn a_star_stands_for_one_piece_of_a_name() {
        assert!(matches("parts/career-quiz.*.wasm", "parts/career-quiz.82b488b4.wasm"));
        assert!(!matches("parts/career-quiz.*.wasm", "parts/career-quiz.ar.28d8885d.wasm"));
        assert!(matches("parts/career-quiz.*.*.wasm", "parts/career-quiz.ar.28d8885d.wasm"));
        assert!(!matches("career-quiz.*", "parts/career-quiz.js"));
    }

    #[test]
    fn brotli_twins_are_found_in_folders_too_and_under_their_files_names() {
        let folder =
            std::env::temp_dir().join(format!("career-quiz-budgets-{}", std::process::id()));
        fs::create_dir_all(folder.join("parts")).unwrap();
        for (file, size) in [("a.js", 9), ("a.js.br", 3), ("parts/b.wasm.br", 5)] {
            fs::write(folder.join(file), vec![0; size]).unwrap();
        }
        let found = sizes(&folder, Path::new("")).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(found, [("a.js".to_owned(), 3), ("parts/b.wasm".to_owned(), 5)]);
    }

    #[test]
    fn a_file_that_names_a_folder_of_its_builder_is_told() {
        let folder = std::env::temp_dir().join(format!("career-quiz-local-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("a.wasm"), "\0/home/ada/.cargo/registry/yew.rs\0").unwrap();
        fs::write(folder.join("b.wasm"), "\0/cargo/registry/yew.rs\0").unwrap();
        let sizes = ["a.wasm", "b.wasm"].map(|file| (file.to_owned(), 1));
        let said = local(&folder, &sizes, "/home/ada/.cargo").unwrap();
        fs::remove_dir_all(&folder).unwrap();
        let expected = "a.wasm names /home/ada/.cargo, a folder of the machine that built it.";
        assert_eq!(said, [expected]);
    }

    #[test]
    fn every_budget_has_a_reason_in_a_sentence() {
        let budgets = fs::read_to_string(root().join("bench/budgets.json")).unwrap();
        for Budget { file, reason, .. } in serde_json::from_str::<Vec<Budget>>(&budgets).unwrap() {
            assert!(reason.len() > 20 && reason.ends_with('.'), "{file}: {reason}");
        }
    }
}
