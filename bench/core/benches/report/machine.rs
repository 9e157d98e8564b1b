//! What it was measured on, in a sentence; machines differ.

use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

/// The processor, the memory and the compiler.
pub fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let processor = field("/proc/cpuinfo", "model name").unwrap_or_else(|| "unknown".to_owned());
    let memory = field("/proc/meminfo", "MemTotal")
        .and_then(|text| text.split(' ').next()?.parse::<f64>().ok())
        .map_or_else(String::new, |kb| format!(", {:.0} GB memory", kb / 1024.0 / 1024.0));
    let rustc = Command::new("rustc").arg("--version").output().ok();
    let rustc = rustc.and_then(|said| String::from_utf8(said.stdout).ok()).unwrap_or_default();
    let rustc = rustc.split(' ').nth(1).unwrap_or("unknown").to_owned();
    format!("{cores} cores ({processor}){memory}, rustc {rustc}")
}

/// The day and the time (UTC), and how busy the machine is.
pub fn now() -> (String, String) {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    let (days, minutes) = (since / 86_400, since % 86_400 / 60);
    // The calendar from days (Hinnant, chrono-compatible low-level date algorithms).
    let shifted = days + 719_468;
    let (era, day) = (shifted / 146_097, shifted % 146_097);
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let (day, month) = (day - (153 * month + 2) / 5 + 1, (month + 2) % 12 + 1);
    let year = era * 400 + year + u64::from(month <= 2);
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().filter(|load| !load.is_empty()).unwrap_or("unknown");
    let (hour, minute) = (minutes / 60, minutes % 60);
    (format!("{year}-{month:02}-{day:02} {hour:02}:{minute:02}"), load.to_owned())
}

fn field(file: &str, name: &str) -> Option<String> {
    let text = std::fs::read_to_string(file).ok()?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}
