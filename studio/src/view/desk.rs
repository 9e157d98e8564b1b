//! The desk: where the file comes from, the editor, and what is wrong.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::Link;
use super::bars::words;
use crate::app::{App, Msg};
use crate::draft::{Flaw, sentence};

/// So many faults are listed; whoever has more begins with these.
const LISTED: usize = 50;

pub(super) fn draw(app: &App, place: &NodeRef, link: &Link) -> Html {
    let more = app.draft.faults.len().saturating_sub(LISTED);
    html! {
        <section class="desk" aria-labelledby="file">
            <h2 id="file" class="for-readers">{ "The quiz file" }</h2>
            { tools(app, link) }
            <div class="editor" ref={place}></div>
            <p class="state" role="status">{ state(app) }</p>
            <p class="note" hidden={app.kept} role="alert">
                { if app.kept { "" } else { "The browser does not keep this text. Save the file before you leave." } }
            </p>
            <ol class="faults of-file" aria-label="What is wrong" hidden={app.draft.faults.is_empty()}>
                { for app.draft.faults.iter().take(LISTED).enumerate().map(|(at, flaw)| fault(at, flaw, link)) }
            </ol>
            <p class="soft" hidden={more == 0}>{ format!("And {more} more.") }</p>
        </section>
    }
}

fn tools(app: &App, link: &Link) -> Html {
    let start = link.batch_callback(|event: Event| {
        let list: HtmlSelectElement = event.target_dyn_into()?;
        let chosen = list.value().parse().ok();
        // The list is a button in all but form: what was started from may be started from again.
        list.set_value("");
        chosen.map(Msg::Start)
    });
    let open = link
        .batch_callback(|event: Event| event.target_dyn_into::<HtmlInputElement>().map(Msg::Open));
    html! {
        <div class="tools">
            <select aria-label="Start from a quiz" onchange={start}>
                    <option value="" selected=true>{ "Start from …" }</option>
                    { for app.examples.iter().enumerate().map(|(at, one)| html! {
                        <option key={at} value={at.to_string()}>{ &one.title }</option>
                    }) }
                </select>
            <label class="button quiet file">
                <span>{ "Open a file" }</span>
                <input type="file" accept=".json,application/json" onchange={open} />
            </label>
            <button type="button" class="button quiet" onclick={link.callback(|_| Msg::Save)}>{ "Save the file" }</button>
            <p class="notice" role="status">
                <span>{ &app.notice }</span>
                <button type="button" class="link" hidden={!app.replaced} onclick={link.callback(|_| Msg::Undo)}>{ "Bring back what was there" }</button>
            </p>
        </div>
    }
}

/// What can be said of the file in a line.
fn state(app: &App) -> String {
    let counted = |count: usize, one: &str| match count {
        1 => format!("1 {one}"),
        _ => format!("{count} {one}s"),
    };
    let (errors, warnings) = app.draft.counts();
    let wrong = [(errors, "mistake"), (warnings, "hint")].into_iter();
    let wrong: Vec<_> =
        wrong.filter(|(count, _)| *count > 0).map(|(count, one)| counted(count, one)).collect();
    match &app.draft.quiz {
        None => format!("{}. The quiz cannot be shown.", wrong.join(", ")),
        Some(_) if !wrong.is_empty() => format!("{}. The quiz can be shown.", wrong.join(", ")),
        Some(quiz) => format!(
            "No mistakes. {}, {}.",
            counted(quiz.questions.len(), "question"),
            counted(quiz.paths.len(), "outcome")
        ),
    }
}

fn fault(at: usize, flaw: &Flaw, link: &Link) -> Html {
    let (from, to) = flaw.range;
    let fault = &flaw.fault;
    let kind = if flaw.is_error() { "Mistake" } else { "Hint" };
    html! {
        <li key={at} class={if flaw.is_error() { "error" } else { "hint" }} data-kind={fault.kind}>
            <button type="button" onclick={link.callback(move |_| Msg::Reveal(from, to))}>
                <span class="where">{ words(&format!("{kind} in line {}, {}", fault.line, fault.place)) }</span>
                <span class="problem">{ words(&sentence(&fault.problem)) }</span>
                <span class="soft">{ words(&sentence(&fault.remedy)) }</span>
            </button>
        </li>
    }
}
