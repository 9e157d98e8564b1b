//! What would have changed the result, each change a press away from being tried.

use yew::prelude::*;

use super::super::mark;
use super::Drawing;
use crate::quiz::{
    Action, Change, ChangeKind, Counterfactual, Format, Said, WhatIf, Word, Words, stability,
    what_if,
};

pub(super) fn draw(drawing: &Drawing) -> Html {
    let scene = drawing.scene;
    let words = scene.words;
    // Always from her own answers: what she tries does not change what there is to try.
    let own = scene.session.answers();
    let changes = match what_if(scene.quiz, own) {
        WhatIf::Single(list) => list
            .iter()
            .enumerate()
            .map(|(at, one)| {
                html! { <div key={at}>{ change(drawing, one) }</div> }
            })
            .collect::<Html>(),
        WhatIf::Two => none(words, &words[Word::CounterfactualNone], &words[Word::Two]),
        WhatIf::ThreeOrMore => none(words, &words[Word::CounterfactualNone], &words[Word::Three]),
    };
    let stayed = stability(scene.quiz, &drawing.answers);
    let steady = words.fill(
        &words[Word::Stability],
        &[("path", drawing.name(drawing.result.path())), ("n", &stayed.to_string())],
    );
    html! {
        <div class="loose">
            <div class="stack">{ changes }</div>
            <div class="tight">
                { scene.small(&words[Word::Steady]) }
                <p>{ steady }</p>
            </div>
        </div>
    }
}

fn none(words: &Words, template: &str, many: &str) -> Html {
    html! { <p key="none" class="lede">{ words.fill(template, &[("k", many)]) }</p> }
}

fn change(drawing: &Drawing, one: &Counterfactual) -> Html {
    let scene = drawing.scene;
    let words = scene.words;
    let tried = scene.session.trial() == Some(&one.change);
    let (verb, action) = match tried {
        true => (&words[Word::Undo], Action::Undo),
        false => (&words[Word::Try], Action::Try(Box::new(one.change.clone()))),
    };
    html! {
        <div class={classes!("change", mark::class_of(drawing.path(one.path)))}>
            <p>{ words_of(drawing, one) }</p>
            <div class="actions">
                <button type="button" class="button quiet" part="button quiet" onclick={scene.on(action)}>{ verb }</button>
            </div>
        </div>
    }
}

/// The change as a sentence in the quiz's words.
fn words_of(drawing: &Drawing, one: &Counterfactual) -> Html {
    let (quiz, words) = (drawing.scene.quiz, drawing.scene.words);
    let Some(question) = quiz.questions.get(one.change.question) else {
        return html! { <span></span> };
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
