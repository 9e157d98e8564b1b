//! The five ways a question can be asked, in native inputs.

use super::element::{Element, el};
use super::scene::{Scene, button};
use crate::quiz::{Action, Answer, Choice, Format, Question, Row, Word};

pub(super) fn draw(scene: &Scene, at: usize, question: &Question) -> Element {
    match &question.format {
        Format::Single { choices } => single(scene, at, question, choices, "choices"),
        Format::Scale { choices } => single(scene, at, question, choices, "choices scale"),
        Format::Multiple { choices, .. } => multiple(scene, at, question, choices),
        Format::Rating { steps, rows, .. } => rating(scene, at, question, rows, steps),
        Format::Rank { choices, .. } => rank(scene, at, question, choices),
    }
}

fn single(
    scene: &Scene,
    at: usize,
    question: &Question,
    choices: &[Choice],
    class: &'static str,
) -> Element {
    let labels =
        scene.session.order(question).into_iter().enumerate().filter_map(|(shown, choice)| {
            let chosen = scene.session.answers().get(at) == Some(&Answer::Choice(choice));
            let action = Action::Choose { question: at, choice };
            label(scene, question, choices.get(choice), "radio", chosen, shown == 0, action)
        });
    el("div").class(class).children(labels)
}

fn multiple(scene: &Scene, at: usize, question: &Question, choices: &[Choice]) -> Element {
    let picks = match scene.session.answers().get(at) {
        Some(Answer::Picks(picks)) => picks.as_slice(),
        _ => &[],
    };
    let labels =
        scene.session.order(question).into_iter().enumerate().filter_map(|(shown, choice)| {
            let picked = picks.contains(&choice);
            let action = Action::Toggle { question: at, choice };
            label(scene, question, choices.get(choice), "checkbox", picked, shown == 0, action)
        });
    el("div").class("choices many").children(labels)
}

/// One choice to press, with its input.
fn label(
    scene: &Scene,
    question: &Question,
    choice: Option<&Choice>,
    input: &'static str,
    checked: bool,
    is_first: bool,
    action: Action,
) -> Option<Element> {
    let about = choice?;
    let pressed = Input { kind: input, name: &question.id, value: &about.id, checked, is_first };
    let label = pressed.labelled(scene, action, "choice", &about.label);
    Some(label.key(about.id.as_str()).part("choice"))
}

/// A native input.
struct Input<'a> {
    kind: &'static str,
    name: &'a str,
    value: &'a str,
    checked: bool,
    /// Whether the problem's link leads to it.
    is_first: bool,
}

impl Input<'_> {
    /// The input in the label that is pressed.
    fn labelled(&self, scene: &Scene, action: Action, class: &'static str, text: &str) -> Element {
        let input = el("input").attr("type", self.kind).set("name", self.name).value(self.value);
        let input = input.checked(self.checked).on_change(scene.on(action));
        let input = if self.is_first { input.node(&scene.first) } else { input };
        el("label").class(class).child(input).child(el("span").text(text))
    }
}

fn rating(
    scene: &Scene,
    at: usize,
    question: &Question,
    rows: &[Row],
    steps: &[String],
) -> Element {
    let given = match scene.session.answers().get(at) {
        Some(Answer::Ratings(ratings)) => ratings.as_slice(),
        _ => &[],
    };
    let order = scene.session.order(question);
    let open = first_open(&order, given);
    let rows = order.iter().filter_map(|&row| {
        let about = rows.get(row)?;
        let said = given.get(row).copied().flatten();
        let stops = steps.iter().enumerate().map(|(step, label)| {
            let input = Input {
                kind: "radio",
                name: &about.id,
                value: &step.to_string(),
                checked: said == Some(step),
                is_first: step == 0 && open == Some(row),
            };
            let action = Action::Rate { question: at, row, step };
            input.labelled(scene, action, "stop", label).key(step)
        });
        let stops = el("div").class("stops").children(stops);
        Some(row_of(scene, &about.id, &about.label, said).child(stops))
    });
    el("div").class("rows").children(rows)
}

fn rank(scene: &Scene, at: usize, question: &Question, choices: &[Choice]) -> Element {
    let words = scene.words;
    let given = match scene.session.answers().get(at) {
        Some(Answer::Order(places)) => places.as_slice(),
        _ => &[],
    };
    let order = scene.session.order(question);
    let open = first_open(&order, given);
    let last = choices.len().saturating_sub(1);
    let rows = order.iter().filter_map(|&choice| {
        let about = choices.get(choice)?;
        let said = given.get(choice).copied().flatten();
        let places = (0..choices.len()).map(|place| {
            let input = Input {
                kind: "radio",
                name: &about.id,
                value: &(place + 1).to_string(),
                checked: said == Some(place),
                is_first: place == 0 && open == Some(choice),
            };
            let action = Action::Place { question: at, choice, place };
            input.labelled(scene, action, "place", words.place(place)).key(place)
        });
        // A button at its end stays where it is and keeps the focus; it only says so.
        let mover = |up: bool, word: &str, end: bool| {
            let name = [("direction", word), ("label", &about.label)];
            button("link")
                .set("aria-label", &words.fill(&words[Word::Move], &name))
                .set_if("aria-disabled", end.then_some("true"))
                .on_click(scene.on(Action::Move { question: at, choice, up }))
                .text(word)
        };
        let moves = el("div")
            .key("moves")
            .class("moves")
            .child(mover(true, &words[Word::Up], said == Some(0)))
            .child(mover(false, &words[Word::Down], said == Some(last)));
        let places = el("div").class("places").children(places).child(moves);
        Some(row_of(scene, &about.id, &about.label, said).child(places))
    });
    el("div").class("rows").children(rows)
}

/// A row of its own, marked where it is missing when Continue was pressed.
fn row_of(scene: &Scene, id: &str, label: &str, said: Option<usize>) -> Element {
    let missing = scene.session.early() > 0 && said.is_none();
    let row = el("fieldset").key(id).class("row").class(missing.then_some("missing"));
    row.child(el("legend").text(label))
}

/// What the problem's link leads to: the first row still open.
fn first_open(order: &[usize], given: &[Option<usize>]) -> Option<usize> {
    let open = |row: &usize| given.get(*row).copied().flatten().is_none();
    order.iter().copied().find(open).or(order.first().copied())
}
