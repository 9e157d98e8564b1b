//! Where in a file something stands.

use std::ops::Range;

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;

use super::fault::shown;
use super::tree::member;

/// The names and numbers that lead to a value, from the file's outermost object.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Place {
    steps: Vec<Step>,
    /// The name of the last step is meant, not what it leads to.
    at_name: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Name(String),
    Number(usize),
}

impl Place {
    /// The file as a whole.
    pub(super) fn file() -> Self {
        Self::default()
    }

    /// The member of this name.
    pub(super) fn name(&self, name: &str) -> Self {
        self.with(Step::Name(name.to_owned()), false)
    }

    /// The name itself, as where it is wrong.
    pub(super) fn name_itself(&self, name: &str) -> Self {
        self.with(Step::Name(name.to_owned()), true)
    }

    /// The item of this number, counted from 0.
    pub(super) fn item(&self, at: usize) -> Self {
        self.with(Step::Number(at), false)
    }

    fn with(&self, step: Step, at_name: bool) -> Self {
        let steps = self.steps.iter().cloned().chain([step]).collect();
        Self { steps, at_name }
    }

    /// Reads a JSON Pointer (RFC 6901).
    pub(super) fn of_pointer(pointer: &str) -> Self {
        let steps = pointer.split('/').skip(1).map(|step| match step.parse() {
            Ok(at) => Step::Number(at),
            Err(_) => Step::Name(step.replace("~1", "/").replace("~0", "~")),
        });
        Self { steps: steps.collect(), at_name: false }
    }

    /// The place as a JSON Pointer (RFC 6901).
    pub(super) fn pointer(&self) -> String {
        let steps = self.steps.iter().map(|step| match step {
            Step::Name(name) => format!("/{}", name.replace('~', "~0").replace('/', "~1")),
            Step::Number(at) => format!("/{at}"),
        });
        steps.collect()
    }

    /// Whether this is the other place, or stands inside it.
    pub(super) fn is_within(&self, other: &Self) -> bool {
        self.steps.starts_with(&other.steps)
    }

    /// Whether both stand in the same object or list.
    pub(super) fn is_beside(&self, other: &Self) -> bool {
        let around = |place: &Self| place.steps.split_last().map(|(_, around)| around.to_vec());
        around(self) == around(other)
    }

    /// Whether its last step is this name.
    pub(super) fn ends_with_name(&self, name: Option<&str>) -> bool {
        matches!((self.steps.last(), name), (Some(Step::Name(last)), Some(name)) if last == name)
    }

    /// Whether it is, or is in, an item of a list of the file: deep enough that what is wrong there
    /// is about that item.
    pub(super) fn is_of_an_item(&self) -> bool {
        self.steps.iter().any(|step| matches!(step, Step::Number(_)))
    }

    /// The bytes it has in the file; of the nearest thing around it, where it is missing.
    pub(super) fn span(&self, root: &Value) -> Range<usize> {
        let mut at = root;
        for (number, step) in self.steps.iter().enumerate() {
            let last = number + 1 == self.steps.len();
            let next = match (step, at) {
                (Step::Name(wanted), Value::Object(object)) => {
                    let found = member(object, wanted);
                    if let Some(found) = found.filter(|_| last && self.at_name) {
                        return bytes(found.name.range());
                    }
                    found.map(|found| &found.value)
                }
                // Numbers can be names too: a pointer does not tell them apart.
                (Step::Number(item), Value::Object(object)) => {
                    member(object, &item.to_string()).map(|found| &found.value)
                }
                (Step::Number(item), Value::Array(array)) => array.elements.get(*item),
                _ => None,
            };
            match next {
                Some(next) => at = next,
                None => break,
            }
        }
        opening(at)
    }

    /// The place as a person says it: ``question `code`, choice `none`, label``.
    pub(super) fn said(&self, root: &Value) -> String {
        let mut parts: Vec<String> = Vec::new();
        let mut at = Some(root);
        for step in &self.steps {
            let next = at.and_then(|at| match (step, at) {
                (Step::Name(name), Value::Object(object)) => {
                    member(object, name).map(|found| &found.value)
                }
                (Step::Number(item), Value::Array(array)) => array.elements.get(*item),
                _ => None,
            });
            match step {
                Step::Name(name) => parts.push(shown(name)),
                Step::Number(number) => {
                    let list = parts.pop().unwrap_or_default();
                    parts.push(item(&list, *number, next));
                }
            }
            at = next;
        }
        if parts.is_empty() { "the file".to_owned() } else { parts.join(", ") }
    }
}

/// What an item of a list is called: by its id or name where it has one, else by its number.
fn item(list: &str, number: usize, value: Option<&Value>) -> String {
    let what = match list {
        "paths" => "path",
        "questions" => "question",
        "choices" => "choice",
        "rows" => "row",
        "blocks" => "block",
        "stages" => "stage",
        "facts" => "fact",
        "resources" => "resource",
        "sources" => "source",
        "roadmap" => "roadmap step",
        "steps" => "step",
        list => list,
    };
    let own = |name| match member(value?.as_object()?, name).map(|found| &found.value) {
        Some(Value::StringLit(text)) if !text.value.is_empty() => Some(text.value.as_ref()),
        _ => None,
    };
    match own("id").or_else(|| own("name")) {
        Some(name) => format!("{what} `{}`", shown(name)),
        None => format!("{what} {}", number + 1),
    }
}

/// Of a text or number all of it; of what holds others only the bracket that opens it.
fn opening(value: &Value) -> Range<usize> {
    let range = bytes(value.range());
    match value {
        Value::Object(_) | Value::Array(_) => range.start..range.start + 1,
        _ => range,
    }
}

fn bytes(range: jsonc_parser::common::Range) -> Range<usize> {
    range.start..range.end
}
