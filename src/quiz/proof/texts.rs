//! Every text of a quiz with its place in the file.

use std::collections::BTreeMap;

use super::super::{Format, Quiz};

/// The screen a text stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Above the first question, and everywhere else.
    Around,
    /// One question.
    Question(usize),
    /// The result of one path.
    Result(usize),
}

/// A text, where it stands and how long it may be.
#[derive(Debug, Clone)]
pub(super) struct Text<'q> {
    pub(super) text: &'q str,
    /// Its place in the quiz file, as a JSON pointer.
    pub(super) pointer: String,
    pub(super) place: Place,
    /// In characters, on a phone 320 px wide: some 36 characters a line.
    pub(super) limit: usize,
}

/// Two lines: what stands on a bar or in a heading.
const NAME: usize = 60;
/// Four lines: what is chosen, picked, rated or ranked.
const LABEL: usize = 120;
/// Five lines: what is asked.
const PROMPT: usize = 180;
/// Some fifteen lines: what is read.
const PARAGRAPH: usize = 500;

/// All that are given, in the order of the file.
pub(super) fn texts<'q>(quiz: &'q Quiz) -> Vec<Text<'q>> {
    let mut all = Vec::new();
    let mut add = |place: Place, limit: usize, pointer: String, text: &'q str| {
        if !text.trim().is_empty() {
            all.push(Text { text, pointer, place, limit });
        }
    };
    let around = Place::Around;
    add(around, NAME, "/title".into(), &quiz.title);
    add(around, PROMPT, "/intro/title".into(), &quiz.intro.title);
    add(around, PARAGRAPH, "/intro/body".into(), &quiz.intro.body);
    add(around, PARAGRAPH, "/intro/promise".into(), &quiz.intro.promise);
    for (at, path) in quiz.paths.iter().enumerate() {
        let place = Place::Result(at);
        let own = |name: &str| format!("/paths/{at}/{name}");
        add(place, NAME, own("name"), &path.name);
        add(place, NAME, own("tag"), &path.tag);
        add(place, PARAGRAPH, own("summary"), &path.summary);
        add(place, PARAGRAPH, own("what"), &path.what);
        add(place, PARAGRAPH, own("first_project"), &path.first_project);
        add(place, PARAGRAPH, own("note"), path.note.as_deref().unwrap_or(""));
        let lists = [
            ("areas", &path.areas),
            ("learn", &path.learn),
            ("roles_today", &path.roles_today),
            ("domains", &path.domains),
        ];
        for (name, list) in lists {
            for (item, text) in list.iter().enumerate() {
                add(place, LABEL, format!("/paths/{at}/{name}/{item}"), text);
            }
        }
        for (other, text) in &path.close_to {
            add(place, PARAGRAPH, format!("/paths/{at}/close_to/{other}"), text);
        }
        if let Some(ask) = &path.call_to_action {
            add(place, NAME, own("call_to_action/text"), &ask.text);
            add(place, PARAGRAPH, own("call_to_action/note"), ask.note.as_deref().unwrap_or(""));
        }
    }
    if let Some(blend) = &quiz.blend {
        add(Place::Result(blend.path), PARAGRAPH, "/blend/note".into(), &blend.note);
    }
    for (at, question) in quiz.questions.iter().enumerate() {
        let place = Place::Question(at);
        add(place, PROMPT, format!("/questions/{at}/prompt"), &question.prompt);
        add(place, PROMPT, format!("/questions/{at}/help"), question.help.as_deref().unwrap_or(""));
        for (choice, one) in question.choices().iter().enumerate() {
            add(place, LABEL, format!("/questions/{at}/choices/{choice}/label"), &one.label);
        }
        for (row, one) in question.rows().iter().enumerate() {
            add(place, LABEL, format!("/questions/{at}/rows/{row}/label"), &one.label);
        }
        if let Format::Rating { steps, .. } = &question.format {
            for (step, text) in steps.iter().enumerate() {
                add(place, NAME, format!("/questions/{at}/steps/{step}"), text);
            }
        }
    }
    for (at, stage) in quiz.stages.iter().enumerate() {
        add(around, NAME, format!("/stages/{at}/name"), &stage.name);
        add(around, PARAGRAPH, format!("/stages/{at}/line"), &stage.line);
        for (item, text) in stage.now.iter().enumerate() {
            add(around, PARAGRAPH, format!("/stages/{at}/now/{item}"), text);
        }
    }
    for (at, step) in quiz.roadmap.iter().enumerate() {
        add(around, NAME, format!("/roadmap/{at}/title"), &step.title);
        add(around, PARAGRAPH, format!("/roadmap/{at}/text"), &step.text);
        for (item, (_, _, text)) in step.if_has.iter().enumerate() {
            add(around, PARAGRAPH, format!("/roadmap/{at}/if_has/{item}/text"), text);
        }
    }
    for (name, text) in quiz.words.all() {
        add(around, PARAGRAPH, format!("/words/{name}"), text);
    }
    all
}

/// The longest text of a screen, measured against what it may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Longest {
    /// The screen.
    pub place: Place,
    /// Its place in the quiz file, as a JSON pointer.
    pub pointer: String,
    /// How many characters it has.
    pub characters: usize,
    /// How many fit on a phone 320 px wide without crowding the rest.
    pub limit: usize,
}

/// One for each screen that has texts.
pub(super) fn longest(texts: &[Text]) -> Vec<Longest> {
    let mut longest: BTreeMap<Place, Longest> = BTreeMap::new();
    for Text { text, pointer, place, limit } in texts {
        let (pointer, characters) = (pointer.clone(), text.chars().count());
        let one = Longest { place: *place, pointer, characters, limit: *limit };
        let known = longest.get(place);
        if known.is_none_or(|known| known.characters * limit < characters * known.limit) {
            longest.insert(*place, one);
        }
    }
    longest.into_values().collect()
}
