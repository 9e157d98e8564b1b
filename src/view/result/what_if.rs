//! What would have changed the result, each change a press away from being tried.

use yew::prelude::*;

use super::super::element::{Element, el};
use super::super::mark;
use super::{Drawing, under};
use crate::quiz::{
    Action, Change, ChangeKind, Counterfactual, Format, Said, WhatIf, Word, Words, stability,
    what_if,
};

pub(super) fn draw(drawing: &Drawing) -> Element {
    let scene = drawing.scene;
    let words = scene.words;
    // Always from her own answers: what she tries does not change what there is to try.
    let own = scene.session.answers();
    let changes = match what_if(scene.quiz, own) {
        WhatIf::Single(list) => list
            .iter()
            .enumerate()
            .map(|(at, one)| el("div").key(at).child(change(drawing, one)))
            .collect::<Html>(),
        WhatIf::Two => none(words, &words[Word::Two]).into(),
        WhatIf::ThreeOrMore => none(words, &words[Word::Three]).into(),
    };
    let stayed = stability(scene.quiz, &drawing.answers);
    let steady = words.fill(
        &words[Word::Stability],
        &[("path", drawing.name(drawing.result.path())), ("n", &stayed.to_string())],
    );
    let steady = under(scene, &words[Word::Steady], el("p").text(&steady));
    el("div").class("loose").child(el("div").class("stack").child(changes)).child(steady)
}

fn none(words: &Words, many: &str) -> Element {
    let none = words.fill(&words[Word::CounterfactualNone], &[("k", many)]);
    el("p").key("none").class("lede").text(&none)
}

fn change(drawing: &Drawing, one: &Counterfactual) -> Element {
    let scene = drawing.scene;
    let words = scene.words;
    let tried = scene.session.trial() == Some(&one.change);
    let (verb, action) = match tried {
        true => (&words[Word::Undo], Action::Undo),
        false => (&words[Word::Try], Action::Try(Box::new(one.change.clone()))),
    };
    el("div")
        .class("change")
        .class(mark::class_of(drawing.path(one.path)))
        .child(el("p").child(words_of(drawing, one)))
        .child(el("div").class("actions").child(scene.quiet(verb, action)))
}

/// The change as a sentence in the quiz's words.
fn words_of(drawing: &Drawing, one: &Counterfactual) -> Html {
    let (quiz, words) = (drawing.scene.quiz, drawing.scene.words);
    let Some(question) = quiz.questions.get(one.change.question) else {
        return el("span").into();
    };
    let label = |at: usize| question.choices().get(at).map_or("", |choice| &choice.label);
    let Change { kind, answer, .. } = &one.change;
    let order;
    let (template, option, old, asked) = match *kind {
        ChangeKind::Choose(choice) => {
            (&words[Word::Counterfactual], label(choice), "", &question.prompt)
        }
        ChangeKind::Rate { row, step } => {
            let row = question.rows().get(row).map_or(&question.prompt, |row| &row.label);
            let step = match &question.format {
                Format::Rating { steps, .. } => steps.get(step).map_or("", String::as_str),
                _ => "",
            };
            (&words[Word::Counterfactual], step, "", row)
        }
        ChangeKind::Add(choice) => {
            (&words[Word::CounterfactualAdded], label(choice), "", &question.prompt)
        }
        ChangeKind::Remove(choice) => {
            (&words[Word::CounterfactualRemoved], label(choice), "", &question.prompt)
        }
        ChangeKind::Swap { out, into } => {
            (&words[Word::CounterfactualSwapped], label(into), label(out), &question.prompt)
        }
        ChangeKind::Order => {
            let said = question.said(answer);
            let place = |said: &Said| {
                let place = words.place(said.place.unwrap_or(0));
                words.fill(&words[Word::OrderItem], &[("place", place), ("label", said.label)])
            };
            order = said.iter().map(place).collect::<Vec<_>>().join(&words[Word::OrderJoin]);
            (&words[Word::CounterfactualOrder], order.as_str(), "", &question.prompt)
        }
    };
    let other = drawing.inline(one.path);
    let values = [("option", option), ("old", old), ("question", asked), ("other", other)];
    let marked = |name: &str| {
        if name == "other" { mark::class_of(drawing.path(one.path)) } else { None }
    };
    drawing.scene.sentence(template, &values, marked)
}
