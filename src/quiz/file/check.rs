//! The door: a document becomes a [`Quiz`], or a list of what keeps it from being one.

mod links;
mod questions;
mod references;
mod show_if;
mod texts;

pub(super) use texts::is_tag;

use std::collections::{BTreeMap, BTreeSet};

use super::document::Document;
use super::fault::{Severity, shown};
use super::forgive::{Misfit, one_of};
use super::place::Place;
use crate::quiz::content::{Block, Intro};
use crate::quiz::{MAX_PATHS, Quiz, Words};

/// The shape of quiz file this code reads.
const FORMAT: u32 = 1;
/// Longer quizzes are refused.
const MOST_QUESTIONS: usize = 100;
/// The language of a file that names none.
const LANG: &str = "en";
/// The leads of a file that gives none, in match points.
const CLEAR: i64 = 15;
const LEANING: i64 = 6;

/// The quiz, where there is one, and all that is wrong with the document. What depends on a misfit
/// is not spoken of again.
pub(super) fn check(
    document: Document,
    misfits: &[Misfit],
) -> (Option<Quiz>, Vec<(Severity, Misfit)>) {
    let mut door = Door { misfits, found: Vec::new() };
    let file = Place::file();
    door.format(document.format);
    texts::check(&document, &mut door);
    links::check(&document, &mut door);
    door.id(&file.name("id"), &document.id);
    let ids = |door: &mut Door, list: &str, what: &str, ids: Vec<&str>| {
        door.ids(&file.name(list), what, &ids);
    };
    ids(&mut door, "paths", "path", document.paths.iter().map(|one| &*one.id).collect());
    ids(&mut door, "blocks", "block", document.blocks.iter().map(|one| &*one.id).collect());
    ids(
        &mut door,
        "questions",
        "question",
        document.questions.iter().map(|one| &*one.id).collect(),
    );
    ids(&mut door, "stages", "stage", document.stages.iter().map(|one| &*one.id).collect());
    let library = &document.library;
    let place = file.name("library");
    let facts: Vec<_> = library.facts.iter().map(|one| &*one.id).collect();
    door.ids(&place.name("facts"), "fact", &facts);
    let sources: Vec<_> = library.sources.iter().map(|one| &*one.id).collect();
    door.ids(&place.name("sources"), "source", &sources);
    door.codes(&document);
    door.counts(&document);
    door.blocks(&document);

    let words = door.words(document.words.clone());
    let names = Names::new(&document);
    let blend = door.blend(&document, &names);
    let mut questions = questions::read(&document, &names, blend.as_ref(), &mut door);
    show_if::read(&document.questions, &names, &mut questions, &mut door);
    let rules = door.rules(document.rules, &names, &questions, blend.is_some());
    let steps = document.roadmap.len();
    let stages = document.stages.into_iter().enumerate();
    let stages =
        stages.map(|(at, stage)| door.stage(at, stage, &names, &questions, steps)).collect();
    let roadmap = document.roadmap.into_iter().enumerate();
    let roadmap = roadmap.map(|(at, step)| door.step(at, step, &names, &questions)).collect();
    for (at, path) in document.paths.iter().enumerate() {
        let place = file.name("paths").item(at).name("close_to");
        for other in path.close_to.keys() {
            door.resolve(&place.name_itself(other), "path", &names.paths, other);
        }
    }
    let refused = door.found.iter().any(|(severity, _)| *severity == Severity::Error);
    if refused || !misfits.is_empty() {
        return (None, door.found);
    }
    let ask = document.call_to_action.as_ref();
    let paths = document.paths.into_iter().enumerate();
    let mut blocks = document.blocks;
    if blocks.is_empty() {
        // One run of questions needs no name.
        blocks.push(Block { id: document.id.clone(), name: String::new() });
    }
    let intro = Intro { title: document.title.clone(), ..Intro::default() };
    let quiz = Quiz {
        id: document.id,
        version: document.version.unwrap_or_else(|| "1".to_owned()),
        date: document.date.unwrap_or_default(),
        lang: document.lang.unwrap_or_else(|| LANG.to_owned()),
        languages: document.languages.into_iter().collect(),
        title: document.title,
        intro: document.intro.unwrap_or(intro),
        paths: paths.map(|(at, path)| path.path(at, ask)).collect(),
        blend,
        blocks,
        questions: questions.into_iter().flatten().collect(),
        rules,
        stages,
        roadmap,
        library: document.library,
        words,
    };
    (Some(quiz), door.found)
}

/// The ids a file defines, in order.
struct Names {
    paths: Vec<String>,
    blocks: Vec<String>,
    questions: Vec<String>,
}

impl Names {
    fn new(document: &Document) -> Self {
        Self {
            paths: document.paths.iter().map(|path| path.id.clone()).collect(),
            blocks: document.blocks.iter().map(|block| block.id.clone()).collect(),
            questions: document.questions.iter().map(|question| question.id.clone()).collect(),
        }
    }
}

/// What was found wrong so far.
struct Door<'a> {
    /// What had not the shape it should have.
    misfits: &'a [Misfit],
    found: Vec<(Severity, Misfit)>,
}

impl Door<'_> {
    /// Notes what is wrong, unless it only follows from something that did not fit.
    fn refuse(
        &mut self,
        place: &Place,
        kind: &'static str,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let follows = |misfit: &Misfit| {
            let about = &misfit.about;
            place.is_within(about) || (place.is_of_an_item() && about.is_within(place))
        };
        if !self.misfits.iter().any(follows) {
            let misfit = Misfit::at(place.clone(), kind, problem, remedy);
            self.found.push((Severity::Error, misfit));
        }
    }

    fn format(&mut self, format: u32) {
        if format != FORMAT {
            let problem = format!("it says format {format}");
            let remedy = format!("write \"format\": {FORMAT}");
            self.refuse(&Place::file().name("format"), "unknown-format", problem, remedy);
        }
    }

    fn counts(&mut self, document: &Document) {
        let file = Place::file();
        let paths = document.paths.len();
        if !(2..=MAX_PATHS).contains(&paths) {
            let remedy = format!("give the quiz 2 to {MAX_PATHS}");
            self.refuse(&file.name("paths"), "count", format!("it lists {paths}"), remedy);
        }
        let questions = document.questions.len();
        let place = file.name("questions");
        if questions == 0 {
            self.refuse(&place, "count", "there are none", "add at least one question");
        } else if questions > MOST_QUESTIONS {
            let problem = format!("it lists {questions}");
            self.refuse(&place, "count", problem, format!("{MOST_QUESTIONS} are allowed"));
        }
        let clear = document.rules.clear_lead.unwrap_or(CLEAR);
        let leaning = document.rules.leaning_lead.unwrap_or(LEANING);
        if leaning < 0 || clear < leaning || clear > 100 {
            let problem = format!("leads of {leaning} and {clear}");
            let remedy = "give 0 ≤ leaning_lead ≤ clear_lead ≤ 100";
            self.refuse(&file.name("rules").name("clear_lead"), "out-of-range", problem, remedy);
        }
    }

    /// Every block has questions, and they stand together: the progress is drawn block by block.
    fn blocks(&mut self, document: &Document) {
        let mut runs: Vec<&str> =
            document.questions.iter().filter_map(|one| one.block.as_deref()).collect();
        runs.dedup();
        for (at, block) in document.blocks.iter().enumerate() {
            let place = Place::file().name("blocks").item(at);
            match runs.iter().filter(|run| **run == block.id).count() {
                0 => self.refuse(
                    &place,
                    "empty-block",
                    "it has no questions",
                    "remove it or give it some",
                ),
                1 => {}
                _ => self.refuse(
                    &place,
                    "split-block",
                    "its questions do not stand together",
                    "move them together",
                ),
            }
        }
    }

    /// Ids are `a` to `z`, `0` to `9`, `-` and `_`, at most 40 of them.
    fn id(&mut self, place: &Place, id: &str) -> bool {
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_".contains(c);
        let is_id = !id.is_empty() && id.len() <= 40 && id.chars().all(allowed);
        if !is_id {
            let problem = format!("`{}` is not an id", shown(id));
            self.refuse(place, "bad-id", problem, "use 1 to 40 of a-z, 0-9, - and _");
        }
        is_id
    }

    /// The ids of a list, each of which stands once.
    fn ids(&mut self, list: &Place, what: &str, ids: &[&str]) {
        let mut seen = BTreeSet::new();
        for (at, id) in ids.iter().enumerate() {
            let place = list.item(at).name("id");
            if self.id(&place, id) && !seen.insert(id) {
                let problem = format!("two have the id `{id}`");
                self.refuse(&place, "twice", problem, format!("give each {what} an id of its own"));
            }
        }
    }

    /// The short names of paths, which links use beside the ids of those that have none.
    fn codes(&mut self, document: &Document) {
        let mut seen = BTreeSet::new();
        for (at, path) in document.paths.iter().enumerate() {
            let Some(code) = path.code.as_deref() else { continue };
            let place = Place::file().name("paths").item(at).name("code");
            let other = document.paths.iter().find(|other| other.id != path.id && other.id == code);
            if !self.id(&place, code) {
            } else if !seen.insert(code) {
                let problem = format!("two have the code `{code}`");
                self.refuse(&place, "twice", problem, "give each path a code of its own");
            } else if let Some(other) = other {
                let problem = format!("it is the id of the path `{}`", shown(&other.id));
                self.refuse(&place, "twice", problem, "give it another");
            }
        }
    }

    /// The index of `id` among `known`, or a fault that names what there is.
    fn resolve(&mut self, place: &Place, what: &str, known: &[String], id: &str) -> Option<usize> {
        let found = known.iter().position(|name| name == id);
        let list = Place::file().name(&format!("{what}s"));
        // Where an id could not be read, it may be the one that is meant here.
        let unread = known.iter().any(String::is_empty)
            || self.misfits.iter().any(|misfit| misfit.about == list);
        if found.is_none() && !unread {
            let problem = format!("`{}` is not a {what} of this quiz", shown(id));
            let remedy = match known {
                [] => format!("the quiz names no {what}s; remove it"),
                known => one_of(id, known.iter().map(String::as_str)),
            };
            self.refuse(place, "unknown-id", problem, remedy);
        }
        found
    }

    fn words(&mut self, texts: BTreeMap<String, String>) -> Words {
        let place = Place::file().name("words");
        let (words, unknown) = Words::read(texts);
        for name in unknown {
            let problem = format!("`{}` is no text of a quiz", shown(&name));
            let remedy = one_of(&name, Words::names().iter().copied());
            self.refuse(&place.name_itself(&name), "unknown-name", problem, remedy);
        }
        words
    }
}
