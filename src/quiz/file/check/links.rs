//! Links: a quiz may only point to web pages and mail addresses.

use super::super::document::Document;
use super::super::fault::shown;
use super::super::place::Place;
use super::Door;

pub(super) fn check(document: &Document, door: &mut Door) {
    let file = Place::file();
    let mut link = |place: Place, url: Option<&String>| {
        if let Some(url) = url.filter(|url| !is_allowed(url)) {
            let problem = format!("`{}` is not a link to follow", shown(url));
            let remedy = "begin it with https://, http:// or mailto:";
            door.refuse(&place.name("url"), "unsafe-link", problem, remedy);
        }
    };
    let ask = document.call_to_action.as_ref();
    link(file.name("call_to_action"), ask.map(|ask| &ask.url));
    for (at, path) in document.paths.iter().enumerate() {
        let place = file.name("paths").item(at).name("call_to_action");
        link(place, path.call_to_action.as_ref().map(|ask| &ask.url));
    }
    let (place, library) = (file.name("library"), &document.library);
    for (at, fact) in library.facts.iter().enumerate() {
        link(place.name("facts").item(at), fact.url.as_ref());
    }
    for (at, resource) in library.resources.iter().enumerate() {
        link(place.name("resources").item(at), resource.url.as_ref());
    }
    for (at, source) in library.sources.iter().enumerate() {
        link(place.name("sources").item(at), source.url.as_ref());
    }
    for (lang, address) in &document.languages {
        let place = file.name("languages").name(lang);
        if !is_relative(address) && !is_allowed(address) {
            let problem = format!("`{}` is no address of a file", shown(address));
            let remedy = "give the file's place beside this one, as in my-quiz.de.json";
            door.refuse(&place, "unsafe-link", problem, remedy);
        }
    }
}

/// Whether an address begins with no scheme at all, so that it lies beside the quiz file.
fn is_relative(address: &str) -> bool {
    let clean = !address.chars().any(|c| c.is_control() || c.is_whitespace());
    clean && !address.is_empty() && !address.split('/').next().unwrap_or_default().contains(':')
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
