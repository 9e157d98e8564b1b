//! Links: a quiz may only point to web pages and mail addresses.

use super::super::content::Document;
use super::{Door, shown};

pub(super) fn check(document: &Document, door: &mut Door) {
    let library = &document.library;
    let mut link = |place: String, url: Option<&String>| {
        if let Some(url) = url
            && !is_allowed(url)
        {
            let problem = format!("`{}` is not a link to follow", shown(url));
            door.refuse(&place, problem, "begin it with https://, http:// or mailto:");
        }
    };
    for fact in &library.facts {
        link(format!("fact `{}`", shown(&fact.id)), fact.url.as_ref());
    }
    let asks = document.paths.iter().filter_map(|path| path.call_to_action.as_ref());
    for ask in asks.chain(&document.call_to_action) {
        link("call_to_action".into(), Some(&ask.url));
    }
    for resource in &library.resources {
        link(format!("resource `{}`", shown(&resource.name)), resource.url.as_ref());
    }
    for source in &library.sources {
        link(format!("source `{}`", shown(&source.id)), source.url.as_ref());
    }
}

/// Browsers drop control characters and blanks before they read the scheme; so nothing that
/// holds any is allowed, and `java\tscript:` never gets as far as a scheme.
fn is_allowed(url: &str) -> bool {
    if url.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return false;
    }
    let url = url.to_ascii_lowercase();
    ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| url.strip_prefix(scheme).is_some_and(|rest| !rest.is_empty()))
}
