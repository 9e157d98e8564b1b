//! The browser the journeys run in: the one a person has, or one installed for them.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::packages::{install, may_install};

/// Names a browser to use in place of the one that would be found.
pub(crate) const VARIABLE: &str = "CAREER_QUIZ_BROWSER";

const NAMES: [&str; 10] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
    "firefox",
    "firefox-esr",
];

const MAC: [&str; 4] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Firefox.app/Contents/MacOS/firefox",
];

/// Below `%ProgramFiles%`, `%ProgramFiles(x86)%` and `%LocalAppData%`.
const WINDOWS: [&str; 4] = [
    r"Google\Chrome\Application\chrome.exe",
    r"Chromium\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
    r"Mozilla Firefox\firefox.exe",
];

/// Finds a browser, or installs Chromium where this may: on Debian and its kin, as root.
pub(crate) fn find() -> Result<PathBuf> {
    if let Some(given) = std::env::var_os(VARIABLE) {
        let given = PathBuf::from(given);
        if !given.is_file() {
            bail!("{VARIABLE} is {}, which is no file; give a browser's program", given.display());
        }
        return Ok(given);
    }
    if let Some(found) = installed() {
        return Ok(found);
    }
    if may_install() {
        install(&["chromium", "fonts-liberation"])?;
        if let Some(found) = installed() {
            return Ok(found);
        }
    }
    bail!("no browser found: install Chrome, Chromium, Edge or Firefox, or set {VARIABLE} to one");
}

fn installed() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<_> = std::env::split_paths(&path).collect();
    let on_path = NAMES.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    let roots = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"];
    let windows = roots
        .iter()
        .filter_map(std::env::var_os)
        .flat_map(|root| WINDOWS.iter().map(move |program| PathBuf::from(&root).join(program)));
    let mut all = on_path.chain(MAC.iter().map(PathBuf::from)).chain(windows);
    all.find(|program| program.is_file())
}
