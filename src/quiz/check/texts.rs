//! Texts: none missing, none so long that a screen could not hold it.

use super::super::content::Document;
use super::{Door, LANG, shown};

/// Longer texts are refused, in characters.
const LONGEST: usize = 2000;

pub(super) fn check(document: &Document, door: &mut Door) {
    let mut text = |place: &str, field: &str, text: &str| {
        if text.trim().is_empty() {
            door.refuse(place, format!("`{field}` is empty"), "write its text");
        } else if text.chars().count() > LONGEST {
            let problem = format!("`{field}` has more than {LONGEST} characters");
            door.refuse(place, problem, "shorten it");
        }
    };
    for (field, value) in [
        ("id", Some(&document.id)),
        ("version", document.version.as_ref()),
        ("date", document.date.as_ref()),
        ("title", Some(&document.title)),
        ("lang", document.lang.as_ref()),
        ("intro, title", document.intro.as_ref().map(|intro| &intro.title)),
    ] {
        value.into_iter().for_each(|value| text("the file", field, value));
    }
    let asks = document.paths.iter().filter_map(|path| path.call_to_action.as_ref());
    for ask in asks.chain(&document.call_to_action) {
        text("call_to_action", "text", &ask.text);
        ask.note.iter().for_each(|note| text("call_to_action", "note", note));
    }
    for path in &document.paths {
        let place = format!("path `{}`", shown(&path.id));
        for (field, value) in [
            ("name", Some(&path.name)),
            ("inline", path.inline.as_ref()),
            ("tag", path.tag.as_ref()),
            ("summary", path.summary.as_ref()),
            ("what", path.what.as_ref()),
            ("first_project", path.first_project.as_ref()),
        ] {
            value.into_iter().for_each(|value| text(&place, field, value));
        }
        for list in [&path.areas, &path.learn, &path.roles_today, &path.domains] {
            list.iter().for_each(|line| text(&place, "a line of its lists", line));
        }
        path.note.iter().for_each(|note| text(&place, "note", note));
        path.close_to.values().for_each(|line| text(&place, "close_to", line));
    }
    document.blend.iter().for_each(|blend| text("blend", "note", &blend.note));
    document.rules.low_ratings.iter().for_each(|low| text("rules, low_ratings", "note", &low.note));
    document
        .rules
        .high_ratings
        .iter()
        .for_each(|high| text("rules, high_ratings", "note", &high.note));
    for block in &document.blocks {
        text(&format!("block `{}`", shown(&block.id)), "name", &block.name);
    }
    for question in &document.questions {
        let place = format!("question `{}`", shown(&question.id));
        text(&place, "prompt", &question.prompt);
        question.help.iter().for_each(|help| text(&place, "help", help));
        question.steps.iter().for_each(|step| text(&place, "a step", step));
        for choice in &question.choices {
            text(&format!("{place}, choice `{}`", shown(&choice.id)), "label", &choice.label);
        }
        for row in &question.rows {
            text(&format!("{place}, row `{}`", shown(&row.id)), "label", &row.label);
        }
    }
    for stage in &document.stages {
        let place = format!("stage `{}`", shown(&stage.id));
        text(&place, "name", &stage.name);
        text(&place, "line", &stage.line);
        stage.now.iter().for_each(|line| text(&place, "a line of `now`", line));
    }
    for (at, step) in document.roadmap.iter().enumerate() {
        let place = format!("roadmap step {}", at + 1);
        text(&place, "title", &step.title);
        text(&place, "text", &step.text);
        step.if_has.iter().for_each(|line| text(&place, "a line of `if_has`", &line.text));
    }
    let library = &document.library;
    for fact in &library.facts {
        let place = format!("fact `{}`", shown(&fact.id));
        for (field, value) in [
            ("label", &fact.label),
            ("value", &fact.value),
            ("country", &fact.country),
            ("year", &fact.year),
            ("source", &fact.source),
            ("checked", &fact.checked),
        ] {
            text(&place, field, value);
        }
        fact.via.iter().for_each(|via| text(&place, "via", via));
    }
    for resource in &library.resources {
        let place = format!("resource `{}`", shown(&resource.name));
        for (field, value) in [
            ("name", &resource.name),
            ("by", &resource.by),
            ("source_says", &resource.source_says),
            ("now", &resource.now),
            ("source", &resource.source),
        ] {
            text(&place, field, value);
        }
    }
    for source in &library.sources {
        text(&format!("source `{}`", shown(&source.id)), "text", &source.text);
    }
    for job in &library.related_careers {
        text("related_careers", "name", &job.name);
        text("related_careers", "does", &job.does);
    }
    for list in [&library.continuing, &library.day_in_the_life, &library.ladder] {
        list.iter().for_each(|line| text("library", "a line of its lists", line));
    }
    document.words.iter().for_each(|(name, value)| text("words", name, value));
    let lang = document.lang.as_deref().unwrap_or(LANG);
    let tag = lang.split('-');
    let is_part = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|c| c.is_ascii_alphanumeric())
    };
    if !tag.clone().all(is_part) || tag.clone().next().is_none_or(|first| first.len() < 2) {
        let problem = format!("`lang` is `{}`", shown(lang));
        door.refuse("the file", problem, "give a language tag such as en or es-MX");
    }
}
