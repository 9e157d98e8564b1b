//! Texts: none empty, none so long that a screen could not hold it.

use super::super::document::{Document, PathDocument, QuestionDocument};
use super::super::fault::shown;
use super::super::place::Place;
use super::{Door, LANG};
use crate::quiz::content::{CallToAction, Library};

/// Longer texts are refused, in characters.
const LONGEST: usize = 2000;

pub(super) fn check(document: &Document, door: &mut Door) {
    let file = Place::file();
    let mut texts = Texts { door };
    texts.one(&file, "version", document.version.as_deref());
    texts.one(&file, "date", document.date.as_deref());
    texts.one(&file, "title", Some(&document.title));
    if let Some(intro) = &document.intro {
        texts.one(&file.name("intro"), "title", Some(&intro.title));
        texts.length(&file.name("intro").name("body"), &intro.body);
        texts.length(&file.name("intro").name("promise"), &intro.promise);
    }
    texts.ask(&file, document.call_to_action.as_ref());
    for (at, path) in document.paths.iter().enumerate() {
        texts.path(&file.name("paths").item(at), path);
    }
    let blend = document.blend.as_ref();
    texts.one(&file.name("blend"), "note", blend.map(|blend| &*blend.note));
    let rules = &document.rules;
    let low = rules.low_ratings.as_ref().map(|low| &*low.note);
    texts.one(&file.name("rules").name("low_ratings"), "note", low);
    let high = rules.high_ratings.as_ref().map(|high| &*high.note);
    texts.one(&file.name("rules").name("high_ratings"), "note", high);
    for (at, block) in document.blocks.iter().enumerate() {
        texts.one(&file.name("blocks").item(at), "name", Some(&block.name));
    }
    for (at, question) in document.questions.iter().enumerate() {
        texts.question(&file.name("questions").item(at), question);
    }
    for (at, stage) in document.stages.iter().enumerate() {
        let place = file.name("stages").item(at);
        texts.one(&place, "name", Some(&stage.name));
        texts.one(&place, "line", Some(&stage.line));
        texts.list(&place, "now", &stage.now);
    }
    for (at, step) in document.roadmap.iter().enumerate() {
        let place = file.name("roadmap").item(at);
        texts.one(&place, "title", Some(&step.title));
        texts.one(&place, "text", Some(&step.text));
        for (at, line) in step.if_has.iter().enumerate() {
            texts.one(&place.name("if_has").item(at), "text", Some(&line.text));
        }
    }
    texts.library(&file.name("library"), &document.library);
    for (name, text) in &document.words {
        texts.one(&file.name("words"), name, Some(text));
    }
    let lang = document.lang.as_deref().unwrap_or(LANG);
    for (place, tag) in std::iter::once((file.name("lang"), lang)).chain(
        document.languages.keys().map(|tag| (file.name("languages").name_itself(tag), &**tag)),
    ) {
        if !is_tag(tag) {
            let problem = format!("`{}` is no language tag", shown(tag));
            door.refuse(&place, "bad-language", problem, "give one such as en or es-MX");
        }
    }
}

struct Texts<'d, 'm> {
    door: &'d mut Door<'m>,
}

impl Texts<'_, '_> {
    /// A text that may be left out, but not left empty.
    fn one(&mut self, place: &Place, name: &str, text: Option<&str>) {
        let Some(text) = text else { return };
        if text.trim().is_empty() {
            self.door.refuse(&place.name(name), "empty", "it is empty", "write its text");
        } else {
            self.length(&place.name(name), text);
        }
    }

    fn length(&mut self, place: &Place, text: &str) {
        if text.chars().count() > LONGEST {
            let problem = format!("it has more than {LONGEST} characters");
            self.door.refuse(place, "too-long", problem, "shorten it");
        }
    }

    fn list(&mut self, place: &Place, name: &str, lines: &[String]) {
        let place = place.name(name);
        for (at, line) in lines.iter().enumerate() {
            if line.trim().is_empty() {
                let remedy = "write its text, or remove the line";
                self.door.refuse(&place.item(at), "empty", "it is empty", remedy);
            } else {
                self.length(&place.item(at), line);
            }
        }
    }

    fn ask(&mut self, place: &Place, ask: Option<&CallToAction>) {
        let place = place.name("call_to_action");
        self.one(&place, "text", ask.map(|ask| &*ask.text));
        self.one(&place, "note", ask.and_then(|ask| ask.note.as_deref()));
    }

    fn path(&mut self, place: &Place, path: &PathDocument) {
        for (name, text) in [
            ("name", Some(&path.name)),
            ("inline", path.inline.as_ref()),
            ("tag", path.tag.as_ref()),
            ("summary", path.summary.as_ref()),
            ("what", path.what.as_ref()),
            ("first_project", path.first_project.as_ref()),
            ("note", path.note.as_ref()),
        ] {
            self.one(place, name, text.map(String::as_str));
        }
        for (name, list) in [
            ("areas", &path.areas),
            ("learn", &path.learn),
            ("roles_today", &path.roles_today),
            ("domains", &path.domains),
        ] {
            self.list(place, name, list);
        }
        for (other, line) in &path.close_to {
            self.one(&place.name("close_to"), other, Some(line));
        }
        self.ask(place, path.call_to_action.as_ref());
    }

    fn question(&mut self, place: &Place, question: &QuestionDocument) {
        self.one(place, "prompt", Some(&question.prompt));
        self.one(place, "help", question.help.as_deref());
        self.list(place, "steps", &question.steps);
        for (at, choice) in question.choices.iter().enumerate() {
            self.one(&place.name("choices").item(at), "label", Some(&choice.label));
        }
        for (at, row) in question.rows.iter().enumerate() {
            self.one(&place.name("rows").item(at), "label", Some(&row.label));
        }
    }

    fn library(&mut self, place: &Place, library: &Library) {
        for (at, fact) in library.facts.iter().enumerate() {
            let place = place.name("facts").item(at);
            for (name, text) in [
                ("label", &fact.label),
                ("value", &fact.value),
                ("country", &fact.country),
                ("year", &fact.year),
                ("source", &fact.source),
                ("checked", &fact.checked),
            ] {
                self.one(&place, name, Some(text));
            }
            self.one(&place, "via", fact.via.as_deref());
        }
        for (at, resource) in library.resources.iter().enumerate() {
            let place = place.name("resources").item(at);
            for (name, text) in [
                ("name", &resource.name),
                ("by", &resource.by),
                ("source_says", &resource.source_says),
                ("now", &resource.now),
                ("source", &resource.source),
            ] {
                self.one(&place, name, Some(text));
            }
        }
        for (at, source) in library.sources.iter().enumerate() {
            self.one(&place.name("sources").item(at), "text", Some(&source.text));
        }
        for (at, job) in library.related_careers.iter().enumerate() {
            let place = place.name("related_careers").item(at);
            self.one(&place, "name", Some(&job.name));
            self.one(&place, "does", Some(&job.does));
        }
        self.list(place, "continuing", &library.continuing);
        self.list(place, "day_in_the_life", &library.day_in_the_life);
        self.list(place, "ladder", &library.ladder);
    }
}

/// Whether it has the form of a language tag (BCP 47): a language of two or three letters, and parts
/// of letters and digits after it.
pub(in crate::quiz::file) fn is_tag(tag: &str) -> bool {
    let is_part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|c| c.is_ascii_alphanumeric())
    };
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let is_language = language.bytes().all(|c| c.is_ascii_alphabetic());
    (2..=3).contains(&language.len()) && is_language && parts.all(is_part)
}
