//! The door: a quiz file becomes a [`Quiz`] or a list of faults, each with place and remedy.

mod links;
mod questions;
mod references;
mod texts;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde_json::error::Category;

use super::content::{Block, Document, Intro};
use super::{MAX_PATHS, Quiz, Words};

/// Larger files are refused, in bytes.
const MOST_BYTES: usize = 256 * 1024;
/// Larger files are not even read, so that a file that is a little too large can still be told
/// what makes it so.
const MOST_READ: usize = 4 * 1024 * 1024;
/// The shape of quiz file this code reads.
const FORMAT: u32 = 1;
const MOST_QUESTIONS: usize = 100;
/// The language of a file that names none.
const LANG: &str = "en";
/// The leads of a file that gives none, in match points.
const CLEAR: i64 = 15;
const LEANING: i64 = 6;

/// One thing wrong with a quiz file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where: a line and column, or the ids that lead there.
    pub place: String,
    /// What is wrong.
    pub problem: String,
    /// What to do about it.
    pub remedy: String,
}

/// Everything that keeps a quiz file from being a quiz; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuizError {
    /// In the order of the file.
    pub faults: Vec<Fault>,
}

impl QuizError {
    /// The faults, one a line, each beginning with the file's name.
    #[must_use]
    pub fn in_file(&self, file: &str) -> String {
        let lines: Vec<_> = self.faults.iter().map(|fault| format!("{file}: {fault}")).collect();
        lines.join("\n")
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}; {}", self.place, self.problem, self.remedy)
    }
}

impl fmt::Display for QuizError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_file("quiz"))
    }
}

impl std::error::Error for QuizError {}

impl Quiz {
    /// Reads a quiz file.
    ///
    /// # Errors
    ///
    /// Everything wrong with the file: its JSON, its ids, its texts, its links, its balance.
    pub fn read(json: &str) -> Result<Self, QuizError> {
        let alone = |fault| QuizError { faults: vec![fault] };
        if json.trim().is_empty() {
            return Err(alone(fault(
                "the file",
                "it is empty",
                "start from quizzes/career-quiz.json",
            )));
        }
        if json.len() > MOST_READ {
            return Err(alone(too_large(json.len())));
        }
        let json = json.strip_prefix('\u{feff}').unwrap_or(json);
        let document = serde_json::from_str(json).map_err(|error| alone(json_fault(&error)))?;
        let mut door = Door::default();
        if json.len() > MOST_BYTES {
            door.faults.push(too_large(json.len()));
        }
        Self::check(document, door)
    }

    fn check(document: Document, mut door: Door) -> Result<Self, QuizError> {
        door.format(document.format);
        texts::check(&document, &mut door);
        links::check(&document, &mut door);
        door.ids("the file", "quiz", std::iter::once(document.id.as_str()));
        door.ids("paths", "path", document.paths.iter().map(|path| path.id.as_str()));
        door.codes(&document);
        door.ids("blocks", "block", document.blocks.iter().map(|block| block.id.as_str()));
        door.ids("questions", "question", document.questions.iter().map(|asked| asked.id.as_str()));
        door.ids("stages", "stage", document.stages.iter().map(|stage| stage.id.as_str()));
        let library = &document.library;
        door.ids("facts", "fact", library.facts.iter().map(|fact| fact.id.as_str()));
        door.ids("sources", "source", library.sources.iter().map(|source| source.id.as_str()));
        door.counts(&document);
        door.blocks(&document);

        let words = door.words(document.words.clone());
        let names = Names::new(&document);
        let blend = door.blend(&document, &names);
        let questions = questions::read(&document, &names, blend.as_ref(), &mut door);
        let rules = door.rules(document.rules, &names, &questions, blend.is_some());
        let steps = document.roadmap.len();
        let stages = document.stages.into_iter();
        let stages = stages.map(|stage| door.stage(stage, &names, &questions, steps)).collect();
        let roadmap = document.roadmap.into_iter().enumerate();
        let roadmap = roadmap.map(|(at, step)| door.step(at, step, &names, &questions)).collect();
        for path in &document.paths {
            for other in path.close_to.keys() {
                let place = format!("path `{}`, close_to", path.id);
                door.resolve(&place, "path", &names.paths, other);
            }
        }
        if !door.faults.is_empty() {
            return Err(QuizError { faults: door.faults });
        }
        let ask = document.call_to_action.as_ref();
        let paths = document.paths.into_iter().enumerate();
        let mut blocks = document.blocks;
        if blocks.is_empty() {
            // One run of questions needs no name.
            blocks.push(Block { id: document.id.clone(), name: String::new() });
        }
        Ok(Self {
            id: document.id,
            version: document.version.unwrap_or_else(|| "1".to_owned()),
            date: document.date.unwrap_or_default(),
            lang: document.lang.unwrap_or_else(|| LANG.to_owned()),
            languages: document.languages,
            intro: document
                .intro
                .unwrap_or_else(|| Intro { title: document.title.clone(), ..Intro::default() }),
            title: document.title,
            paths: paths.map(|(at, path)| path.path(at, ask)).collect(),
            blend,
            blocks,
            questions: questions.into_iter().flatten().collect(),
            rules,
            stages,
            roadmap,
            library: document.library,
            words,
        })
    }
}

fn fault(place: &str, problem: impl Into<String>, remedy: impl Into<String>) -> Fault {
    Fault { place: place.into(), problem: problem.into(), remedy: remedy.into() }
}

fn too_large(bytes: usize) -> Fault {
    let problem = format!("it has {bytes} bytes, {MOST_BYTES} are allowed");
    fault("the file", problem, "shorten its texts or lists")
}

/// A name from the file as it can be shown on one line.
fn shown(name: &str) -> String {
    let mut shown: String = name.chars().filter(|c| !c.is_control()).take(40).collect();
    if name.chars().count() > 40 {
        shown.push('…');
    }
    shown
}

fn json_fault(error: &serde_json::Error) -> Fault {
    let place = format!("line {}, column {}", error.line(), error.column());
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or(&said);
    let remedy = match error.classify() {
        Category::Eof => "the file ends too early; check that it was saved whole",
        Category::Syntax | Category::Io => {
            "the file is not JSON here; check commas, quotes and brackets"
        }
        Category::Data => "compare this place with quizzes/career-quiz.json",
    };
    fault(&place, said, remedy)
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
#[derive(Default)]
struct Door {
    faults: Vec<Fault>,
}

impl Door {
    fn refuse(&mut self, place: &str, problem: impl Into<String>, remedy: impl Into<String>) {
        self.faults.push(fault(place, problem, remedy));
    }

    fn format(&mut self, format: u32) {
        if format != FORMAT {
            let problem = format!("it says format {format}");
            self.refuse("the file", problem, format!("write \"format\": {FORMAT}"));
        }
    }

    fn counts(&mut self, document: &Document) {
        let paths = document.paths.len();
        if !(2..=MAX_PATHS).contains(&paths) {
            let remedy = format!("give the quiz 2 to {MAX_PATHS}");
            self.refuse("paths", format!("there are {paths}"), remedy);
        }
        let questions = document.questions.len();
        if questions == 0 {
            self.refuse("questions", "there are none", "add at least one question");
        } else if questions > MOST_QUESTIONS {
            let problem = format!("there are {questions}");
            self.refuse("questions", problem, format!("{MOST_QUESTIONS} are allowed"));
        }
        let clear = document.rules.clear_lead.unwrap_or(CLEAR);
        let leaning = document.rules.leaning_lead.unwrap_or(LEANING);
        if leaning < 0 || clear < leaning || clear > 100 {
            let problem = format!("leads of {leaning} and {clear}");
            self.refuse("rules", problem, "give 0 ≤ leaning_lead ≤ clear_lead ≤ 100");
        }
    }

    /// Every block has questions, and they stand together: the progress is drawn block by block.
    fn blocks(&mut self, document: &Document) {
        let mut runs: Vec<&str> =
            document.questions.iter().filter_map(|one| one.block.as_deref()).collect();
        runs.dedup();
        for block in &document.blocks {
            let place = format!("block `{}`", shown(&block.id));
            match runs.iter().filter(|run| **run == block.id).count() {
                0 => self.refuse(&place, "it has no questions", "remove it or give it some"),
                1 => {}
                _ => {
                    self.refuse(&place, "its questions do not stand together", "move them together")
                }
            }
        }
    }

    /// Ids are `a` to `z`, `0` to `9`, `-` and `_`, at most 40 of them, and each stands once.
    fn ids<'a>(&mut self, place: &str, what: &str, ids: impl Iterator<Item = &'a str>) {
        let mut seen = BTreeSet::new();
        for (at, id) in ids.enumerate() {
            let allowed =
                |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_".contains(c);
            if id.is_empty() || id.len() > 40 || !id.chars().all(allowed) {
                let problem = format!("`{}` is not an id (number {})", shown(id), at + 1);
                self.refuse(place, problem, "use 1 to 40 of a-z, 0-9, - and _");
            } else if !seen.insert(id) {
                let problem = format!("two have the id `{id}`");
                self.refuse(place, problem, format!("give each {what} an id of its own"));
            }
        }
    }

    /// The short names of paths, which links use beside the ids of those that have none.
    fn codes(&mut self, document: &Document) {
        let codes = document.paths.iter().filter_map(|path| path.code.as_deref());
        self.ids("paths, code", "path", codes);
        for path in &document.paths {
            if let Some(other) = document.paths.iter().find(|other| {
                other.id != path.id && path.code.as_deref() == Some(other.id.as_str())
            }) {
                let problem = format!("`code` is the id of the path `{}`", shown(&other.id));
                self.refuse(&format!("path `{}`", shown(&path.id)), problem, "give it another");
            }
        }
    }

    /// The index of `id` among `known`, or a fault that names what there is.
    fn resolve(&mut self, place: &str, what: &str, known: &[String], id: &str) -> Option<usize> {
        let found = known.iter().position(|name| name == id);
        if found.is_none() {
            let some: Vec<_> = known.iter().take(12).map(|name| shown(name)).collect();
            let problem = format!("`{}` is not a {what} of this quiz", shown(id));
            self.refuse(place, problem, format!("use one of: {}", some.join(", ")));
        }
        found
    }

    fn words(&mut self, texts: BTreeMap<String, String>) -> Words {
        let (words, unknown) = Words::read(texts);
        for name in unknown {
            let problem = format!("`{}` is no text of a quiz", shown(&name));
            self.refuse("words", problem, "remove it or correct its name");
        }
        words
    }
}
