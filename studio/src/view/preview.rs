//! The real widget with the quiz that is being written, and visitors to try on it.
//!
//! It stands in a frame: only so has a phone's width a phone's screen, has a link's fragment an
//! address of its own, and does the studio's look stay out of it.

use career_quiz::quiz::Quiz;
use web_sys::Element;
use yew::prelude::*;

use super::bars::{bar, name};
use super::{Link, nothing};
use crate::app::{App, Frame, Msg};
use crate::visitor::Visitor;

pub(super) fn draw(app: &App, link: &Link) -> Html {
    let framed =
        link.batch_callback(|event: Event| event.target_dyn_into::<Element>().map(Msg::Framed));
    let Frame { wide, .. } = app.frame;
    html! {
        <div class="trial">
            { app.quiz.as_ref().map_or_else(nothing, |quiz| visitors(app, quiz, link)) }
            <section aria-labelledby="widget" hidden={app.quiz.is_none()}>
                <h3 id="widget" class="for-readers">{ "The quiz as visitors see it" }</h3>
                { switches(app.frame, link) }
                <iframe class={classes!("stage", wide.then_some("wide"))} title="Preview of the quiz" src="studio-preview.html" onload={framed}></iframe>
            </section>
        </div>
    }
}

fn switches(frame: Frame, link: &Link) -> Html {
    let choice = |group: &'static str, label: &'static str, checked: bool, to: Frame| {
        html! {
            <label class="switch"><input type="radio" name={group} {checked} onchange={link.callback(move |_| Msg::Frame(to))} /><span>{ label }</span></label>
        }
    };
    html! {
        <div class="switches">
            <fieldset><legend class="for-readers">{ "Width" }</legend>
                { choice("width", "Phone", !frame.wide, Frame { wide: false, ..frame }) }
                { choice("width", "Wide", frame.wide, Frame { wide: true, ..frame }) }
            </fieldset>
            <fieldset><legend class="for-readers">{ "Colours" }</legend>
                { choice("scheme", "Light", !frame.dark, Frame { dark: false, ..frame }) }
                { choice("scheme", "Dark", frame.dark, Frame { dark: true, ..frame }) }
            </fieldset>
            <button type="button" class="link" onclick={link.callback(|_| Msg::Again)}>{ "Start again" }</button>
        </div>
    }
}

fn visitors(app: &App, quiz: &Quiz, link: &Link) -> Html {
    let found = app.proof.as_ref().filter(|proof| proof.outcomes.len() == quiz.paths.len());
    let witness = |path: usize| found.and_then(|proof| proof.outcomes.get(path)?.witness.clone());
    let archetype = |path: usize| {
        let (inline, who) = (quiz.path_names(path).0, witness(path));
        let disabled = who.is_none();
        let visit = link.batch_callback(move |_| who.clone().map(Msg::Visit));
        html! { <li key={path}><button type="button" class="button quiet" {disabled} onclick={visit}>{ inline.to_owned() }</button></li> }
    };
    html! {
        <section class="visitors" aria-labelledby="visitors">
            <h3 id="visitors">{ "Answer as someone who is most like …" }</h3>
            <ul class="people">
                { for (0..quiz.paths.len()).map(archetype) }
                <li key="anyone"><button type="button" class="button quiet" onclick={link.callback(|_| Msg::Anyone)}>{ "anyone, at random" }</button></li>
            </ul>
            <div role="status">{ app.visitor.as_ref().map(|visitor| result(quiz, visitor)) }</div>
        </section>
    }
}

fn result(quiz: &Quiz, visitor: &Visitor) -> Html {
    let row = |(path, percent): &(usize, i64)| {
        html! {
            <li key={*path}>{ name(quiz, *path) }<span class="number">{ format!("{percent} %") }</span>{ bar(quiz, *path, *percent as f64 / 100.0) }</li>
        }
    };
    html! {
        <div class="result">
            <p>{ "She gets " }<strong>{ quiz.path_names(visitor.path()).0.to_owned() }</strong>{ "; her result is open in the preview." }</p>
            <ol class="matches">{ for visitor.matches.iter().map(row) }</ol>
        </div>
    }
}
