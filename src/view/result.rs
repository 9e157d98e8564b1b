//! The result: the path, why, what would have changed it, and where to start.

pub(super) mod about;
mod call_to_action;
mod changed;
mod library;
mod matches;
pub(super) mod share;
mod start;
mod what_if;
pub(super) mod why;

use yew::prelude::*;

use super::mark;
use super::resume::forget;
use super::scene::{Scene, focus, given};
use crate::quiz::{
    Action, Answers, Band, CareerPath, Recommendation, Word, notes, recommend, roadmap, stage,
};

/// What one result is drawn from: her own answers, or with the change she is trying.
pub(super) struct Drawing<'a> {
    pub(super) scene: &'a Scene<'a>,
    pub(super) answers: Answers,
    pub(super) result: Recommendation,
}

impl<'a> Drawing<'a> {
    fn path(&self, path: usize) -> Option<&'a CareerPath> {
        self.scene.quiz.paths.get(path)
    }

    /// A path's name within a sentence.
    fn inline(&self, path: usize) -> &'a str {
        self.path(path).map_or("", |path| &path.inline)
    }

    /// A path's name at the start of a sentence or on its own.
    fn name(&self, path: usize) -> &'a str {
        self.path(path).map_or("", |path| &path.name)
    }

    /// Whether the winner is the blended path.
    fn is_blended(&self) -> bool {
        self.scene.quiz.blend.as_ref().is_some_and(|blend| blend.path == self.result.path())
    }
}

pub(super) fn draw(scene: &Scene) -> Html {
    let words = scene.words;
    let answers = scene.session.shown();
    let result = recommend(scene.quiz, &answers);
    let drawing = Drawing { scene, answers, result };
    let stage = stage(scene.quiz, &drawing.answers);
    let path = drawing.result.path();
    let roadmap = roadmap(scene.quiz, &drawing.answers);
    // A tried change replaces the whole result: every text in it may differ.
    let shown = format!("{}{}", scene.quiz.path_id(path), scene.session.moves());
    let stage_id = stage.and_then(|at| scene.quiz.stages.get(at)).map(|stage| stage.id.clone());
    html! {
        <article key={shown} class="result" part="result" data-path={scene.quiz.path_id(path).to_owned()}
            data-stage={stage_id.unwrap_or_default()}>
            { hero(&drawing, stage) }
            { changed::draw(scene) }
            { section(scene, &words[Word::Matches], "matches", true, matches::draw(&drawing)) }
            { section(scene, &words[Word::WhyTitle], "why", true, why::draw(&drawing)) }
            { section(scene, &words[Word::WhatIf], "what-if", true, what_if::draw(&drawing)) }
            { section(scene, &words[Word::StageTitle], "stage", !scene.quiz.stages.is_empty(), start::stage(&drawing, stage)) }
            { section(scene, &words[Word::RoadmapTitle], "steps", !roadmap.is_empty(), start::roadmap(&drawing, &roadmap)) }
            { call_to_action::draw(&drawing) }
            { share::draw(scene) }
            <slot key="slot" name="result"></slot>
            { section(scene, &words[Word::PathTitle], "inside", about::is_given(scene, path), about::draw(scene, path)) }
            { section(scene, &words[Word::Figures], "figures", library::has_figures(scene), library::figures(scene)) }
            { section(scene, &words[Word::More], "reading", library::has_more(scene), library::more(scene)) }
            <div class="actions">{ scene.quiet(&words[Word::ChangeAnswer], Action::Review) }</div>
            <div>
                { changed::retake(scene) }
                { forget(scene) }
            </div>
            <p class="small soft">{ &scene.words[Word::Privacy] }</p>
        </article>
    }
}

pub(super) fn section(
    scene: &Scene,
    title: &str,
    class: &'static str,
    shown: bool,
    content: Html,
) -> Html {
    html! {
        <section key={class} class={classes!("section", class)} hidden={!shown}>
            { scene.part(title) }
            <div class="loose">{ content }</div>
        </section>
    }
}

/// The row of shapes with hers filled, and the one sentence everything below explains.
fn hero(drawing: &Drawing, stage: Option<usize>) -> Html {
    let scene = drawing.scene;
    let words = scene.words;
    let (path, second) = (drawing.result.path(), drawing.result.second());
    let head = match drawing.result.band {
        Band::Clear => &words[Word::HeadClear],
        Band::Leaning => &words[Word::HeadLeaning],
        Band::Close => &words[Word::HeadClose],
    };
    let values = [("path", drawing.inline(path)), ("second", drawing.inline(second))];
    let marked = |name: &str| {
        if name == "path" { mark::class_of(drawing.path(path)) } else { None }
    };
    let notes = notes(scene.quiz, &drawing.answers, &drawing.result);
    let notes = notes.iter().enumerate().map(|(at, note)| html! { <p key={at}>{ note }</p> });
    let number = stage.map_or(0, |at| at + 1).to_string();
    let name = stage.and_then(|at| scene.quiz.stages.get(at)).map_or("", |stage| &stage.name);
    let total = scene.quiz.stages.len().to_string();
    let next = [("stage", name), ("n", &number), ("total", &total)];
    let next = words.fill(&words[Word::HeroStage], &next);
    let share = scene.share.clone();
    let to_share = Callback::from(move |_: MouseEvent| focus(&share));
    let summary = drawing.path(path).map_or("", |path| &path.summary);
    html! {
        <header class="hero">
            <div class="trial actions" hidden={scene.session.trial().is_none()}>
                <p>{ &words[Word::Trying] }</p>
                <button type="button" class="button quiet" part="button quiet" onclick={scene.on(Action::Undo)}>
                    { &words[Word::Undo] }
                </button>
            </div>
            { mark::row(&scene.quiz.paths, &[path]) }
            <p class="count">{ &words[Word::Result] }</p>
            <@{scene.h(0)} class="title" part="title" tabindex="-1" ref={scene.heading.clone()}>
                { scene.sentence(head, &values, marked) }
            </@>
            { given("lede", summary) }
            <div class="stack">{ for notes }</div>
            <p hidden={stage.is_none()}>{ next }</p>
            <div class="actions">
                <button type="button" class="button quiet" part="button quiet" onclick={to_share}>
                    { &words[Word::ShareTitle] }
                </button>
                <button type="button" class="link" hidden={scene.session.shared().is_none()}
                    onclick={scene.on(Action::Compare)}>{ &words[Word::CompareShared] }</button>
            </div>
        </header>
    }
}
