//! A quiz in another language: its texts in place of the quiz's own, by the ids that lead to them.
//!
//! ```text
//! { "lang": "es", "name": "Español", "reviewed": null,
//!   "texts": { "questions.free-week.prompt": "…", "words.back": "…", … } }
//! ```
//! Points, ids, rules and sources stay the quiz's own, so that an answer counts the same in every
//! language.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::Value;

use super::fault::{QuizError, Severity, shown};
use super::forgive::{self, Misfit};
use super::place::Place;
use super::source::Source;
use super::{Fault, check};

/// One language file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// BCP 47 tag of its texts.
    pub lang: String,
    /// What the language calls itself.
    pub name: String,
    /// The native speaker who reviewed the texts, and when; `None` while nobody has.
    pub reviewed: Option<String>,
    /// Every text, by the place that [`places`] gives it.
    pub texts: BTreeMap<String, String>,
    /// The file as it was read, for the places of faults.
    #[serde(skip)]
    text: String,
}

/// Members of a quiz file that are the same in every language.
const SAME: [&str; 32] = [
    "$schema",
    "id",
    "code",
    "mark",
    "format",
    "version",
    "date",
    "lang",
    "url",
    "source",
    "via",
    "year",
    "checked",
    "kind",
    "status",
    "by",
    "source_step",
    "measures",
    "block",
    "path",
    "question",
    "choice",
    "tie_breaker",
    "required",
    "of",
    "steps_now",
    "sources",
    "when",
    "points",
    "breadth",
    "show_if",
    "languages",
];

/// Every text of a quiz file that a language must give, by its place: names and ids, joined by
/// dots, and numbers (from 0) in lists without ids.
#[must_use]
pub fn places(quiz: &Value) -> BTreeMap<String, String> {
    let mut places = BTreeMap::new();
    visit(&mut quiz.clone(), "", &mut |place, text| {
        places.insert(place.to_owned(), text.clone());
    });
    places
}

/// Calls `each` with every text that a language gives, and its place.
fn visit(value: &mut Value, place: &str, each: &mut impl FnMut(&str, &mut String)) {
    let below =
        |name: &str| if place.is_empty() { name.to_owned() } else { format!("{place}.{name}") };
    match value {
        Value::String(text) => each(place, text),
        Value::Object(members) => {
            let is_resource = place.starts_with("library.resources.");
            for (name, member) in members {
                // Within the words, names are names of texts. A course keeps the name it is sold by.
                let dated = name == "year" && has_letters(member);
                let same = place != "words" && SAME.contains(&name.as_str()) && !dated;
                if !(same || (is_resource && name == "name")) {
                    visit(member, &below(name), each);
                }
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter_mut().enumerate() {
                let id = item.get("id").and_then(Value::as_str).map(str::to_owned);
                visit(item, &below(&id.unwrap_or_else(|| at.to_string())), each);
            }
        }
        _ => {}
    }
}

/// As in “about 2019-20”.
fn has_letters(value: &Value) -> bool {
    value.as_str().is_some_and(|text| text.chars().any(char::is_alphabetic))
}

impl Language {
    /// Reads a language file.
    ///
    /// # Errors
    ///
    /// Where it is no such file, and what is wrong there.
    pub fn read(json: &str) -> Result<Self, QuizError> {
        let source = Source::read(json).map_err(|fault| QuizError { faults: vec![*fault] })?;
        let (language, misfits) = forgive::read::<Self>(&source.root);
        let mut found: Vec<_> =
            misfits.into_iter().map(|misfit| (Severity::Error, misfit)).collect();
        if let Some(lang) = language.as_ref().map(|language| &language.lang)
            && !check::is_tag(lang)
        {
            let problem = format!("`{}` is no language tag", shown(lang));
            let place = Place::file().name("lang");
            let misfit = Misfit::at(place, "bad-language", problem, "give one such as en or es-MX");
            found.push((Severity::Error, misfit));
        }
        let faults = source.faults(found);
        match language {
            Some(language) if faults.is_empty() => {
                Ok(Self { text: source.text.to_owned(), ..language })
            }
            _ => Err(QuizError { faults }),
        }
    }

    /// What keeps it from being this quiz in its language; empty where nothing does.
    #[must_use]
    pub fn faults(&self, quiz: &Value) -> Vec<Fault> {
        let own = places(quiz);
        let texts = Place::file().name("texts");
        let mut found = Vec::new();
        let mut refuse = |place: Place, kind, problem: String, remedy: &str| {
            found.push((Severity::Error, Misfit::at(place, kind, problem, remedy)));
        };
        for (place, text) in &own {
            let at = texts.name(place);
            match self.texts.get(place) {
                None => refuse(at, "missing", "it is missing".into(), "translate it"),
                Some(ours) if ours.trim().is_empty() => {
                    refuse(at, "empty", "it is empty".into(), "translate it");
                }
                Some(ours) if filled(ours) != filled(text) => {
                    let (has, wants) = (filled(ours), filled(text));
                    let problem = format!("it fills {has:?}, the quiz fills {wants:?}");
                    refuse(at, "other-places", problem, "name the same places in braces");
                }
                Some(_) => {}
            }
        }
        for place in self.texts.keys().filter(|place| !own.contains_key(*place)) {
            let problem = "the quiz has no such text".into();
            let at = texts.name_itself(place);
            refuse(at, "unknown-name", problem, "remove it or correct its place");
        }
        Source::read(&self.text).map_or_else(|fault| vec![*fault], |source| source.faults(found))
    }

    /// The quiz file with its texts in this language; a text that is missing stays as it was.
    #[must_use]
    pub fn translate(&self, quiz: &Value) -> Value {
        let mut quiz = quiz.clone();
        visit(&mut quiz, "", &mut |place, text| {
            if let Some(ours) = self.texts.get(place) {
                text.clone_from(ours);
            }
        });
        if let Some(members) = quiz.as_object_mut() {
            members.insert("lang".to_owned(), self.lang.as_str().into());
        }
        quiz
    }
}

/// The names of the places that a text fills.
fn filled(text: &str) -> BTreeSet<&str> {
    let names = text.split('{').skip(1).filter_map(|rest| rest.split('}').next());
    names.map(|name| name.split(':').next().unwrap_or(name)).collect()
}
