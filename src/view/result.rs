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

use super::element::{Element, el};
use super::mark;
use super::resume::forget;
use super::scene::{Scene, focus, framed, given};
use crate::quiz::{
    Action, Answers, Band, CareerPath, Mark, Recommendation, Word, notes, recommend, roadmap, stage,
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

pub(super) fn draw(scene: &Scene) -> Element {
    let words = scene.words;
    let answers = scene.session.shown();
    let result = recommend(scene.quiz, &answers);
    let drawing = Drawing { scene, answers, result };
    let stage = stage(scene.quiz, &drawing.answers);
    let path = drawing.result.path();
    // A tried change replaces the whole result: every text in it may differ.
    let shown = format!("{}{}", scene.quiz.path_id(path), scene.session.moves());
    let stage_id = stage.and_then(|at| scene.quiz.stages.get(at)).map_or("", |stage| &stage.id);
    el("article")
        .key(shown)
        .class("result")
        .part("result")
        .set("data-path", scene.quiz.path_id(path))
        .set("data-stage", stage_id)
        .child(hero(&drawing, stage))
        .child(changed::draw(scene))
        .child(section(scene, &words[Word::Matches], "matches", true, matches::draw(&drawing)))
        // A list within the list, so that nothing above moves when it is filled.
        .child(scene.whole.then(|| rest(&drawing, stage)).into_iter().flatten().collect::<Html>())
}

/// What lies below the first screenful.
fn rest(drawing: &Drawing, stage: Option<usize>) -> Vec<Element> {
    let scene = drawing.scene;
    let words = scene.words;
    let path = drawing.result.path();
    let roadmap = roadmap(scene.quiz, &drawing.answers);
    let has_stages = !scene.quiz.stages.is_empty();
    let has_steps = !roadmap.is_empty();
    let steps = start::roadmap(drawing, &roadmap);
    let has_about = about::is_given(scene, path);
    let has_figures = library::has_figures(scene);
    let has_more = library::has_more(scene);
    let part = |title: &str, class: &'static str, shown: bool, content: Element| {
        section(scene, title, class, shown, content)
    };
    let review = scene.quiet(&words[Word::ChangeAnswer], Action::Review);
    vec![
        part(&words[Word::WhyTitle], "why", true, why::draw(drawing)),
        part(&words[Word::WhatIf], "what-if", true, what_if::draw(drawing)),
        part(&words[Word::StageTitle], "stage", has_stages, start::stage(drawing, stage)),
        part(&words[Word::RoadmapTitle], "steps", has_steps, steps),
        call_to_action::draw(drawing),
        share::draw(scene),
        el("slot").key("slot").attr("name", "result"),
        part(&words[Word::PathTitle], "inside", has_about, about::draw(scene, path)),
        part(&words[Word::Figures], "figures", has_figures, library::figures(scene)),
        part(&words[Word::More], "reading", has_more, library::more(scene)),
        el("div").class("actions").child(review),
        el("div").child(changed::retake(scene)).child(forget(scene)),
        el("p").class("small soft").text(&words[Word::Privacy]),
    ]
}

pub(super) fn section(
    scene: &Scene,
    title: &str,
    class: &'static str,
    shown: bool,
    content: Element,
) -> Element {
    el("section")
        .key(class)
        .class("section")
        .class(class)
        .hidden(!shown)
        .child(scene.part(title))
        .child(el("div").class("loose").child(content))
}

/// Something short under its heading.
fn under(scene: &Scene, title: &str, content: Element) -> Element {
    el("div").class("tight").child(scene.small(title)).child(content)
}

/// A text in this element, beside the shape of its path; its place stays empty where there is none.
fn beside(element: Element, mark: Option<Mark>, text: &str) -> Element {
    let element = match mark {
        Some(mark) => element.child(mark::draw(mark, None)),
        None => element.child(el("span")),
    };
    element.child(el("span").text(text))
}

/// The row of shapes with hers filled, and the one sentence everything below explains.
fn hero(drawing: &Drawing, stage: Option<usize>) -> Element {
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
    let notes = notes.iter().enumerate().map(|(at, note)| el("p").key(at).text(note));
    let number = stage.map_or(0, |at| at + 1).to_string();
    let name = stage.and_then(|at| scene.quiz.stages.get(at)).map_or("", |stage| &stage.name);
    let total = scene.quiz.stages.len().to_string();
    let next = [("stage", name), ("n", &number), ("total", &total)];
    let next = words.fill(&words[Word::HeroStage], &next);
    let share = scene.share.clone();
    let to_share = Callback::from(move |_| focus(&share));
    let summary = drawing.path(path).map_or("", |path| &path.summary);
    let trial = el("div")
        .class("trial actions")
        .hidden(scene.session.trial().is_none())
        .child(el("p").text(&words[Word::Trying]))
        .child(scene.quiet(&words[Word::Undo], Action::Undo));
    let to_share = framed(&words[Word::ShareTitle], false).on_click(to_share);
    let to_compare = scene
        .link(&words[Word::CompareShared], Action::Compare)
        .hidden(scene.session.shared().is_none());
    el("header")
        .class("hero")
        .child(trial)
        .child(mark::row(&scene.quiz.paths, &[path]))
        .child(el("p").class("count").text(&words[Word::Result]))
        .child(scene.titled().child(scene.sentence(head, &values, marked)))
        .child(given("lede", summary))
        .child(el("div").class("stack").children(notes))
        .child(el("p").hidden(stage.is_none()).text(&next))
        .child(el("div").class("actions").child(to_share).child(to_compare))
}
