//! Where she starts: the stage with what to do now, and the roadmap with what she has.

use super::super::element::{Element, el};
use super::super::scene::{given, list, spaced};
use super::Drawing;
use crate::quiz::{Action, RoadmapStep, Word};

pub(super) fn stage(drawing: &Drawing, stage: Option<usize>) -> Element {
    let scene = drawing.scene;
    let (words, quiz) = (scene.words, scene.quiz);
    let about = stage.and_then(|at| quiz.stages.get(at));
    let stops = (0..quiz.stages.len()).map(|at| {
        let here = Some(at) == stage;
        let done = stage.is_some_and(|stage| at <= stage);
        let name = quiz.stages.get(at).map_or("", |stage| &stage.name);
        el("li")
            .key(at)
            .class(done.then_some("done"))
            .class(here.then_some("here"))
            .child(el("span").class("rule"))
            .child(el("small").text(name))
    });
    let number = stage.map_or(0, |at| at + 1).to_string();
    let of = [("n", number.as_str()), ("total", &quiz.stages.len().to_string())];
    let content = match about {
        Some(about) => {
            let values = [("stage", about.name.as_str()), ("line", &about.line)];
            let marked = |name: &str| (name == "stage").then_some("name");
            let line = scene.sentence(&words[Word::StageLine], &values, marked);
            el("div")
                .key("set")
                .class("stack")
                .child(el("p").class("lede").child(line))
                .child(list("plain", &about.now))
        }
        None => el("div")
            .key("unset")
            .class("stack")
            .child(el("p").text(&words[Word::StageUnset]))
            .child(el("div").child(scene.link(&words[Word::ChangeAnswer], Action::Review))),
    };
    let stops = el("ol").attr("aria-hidden", "true").class("stages").children(stops);
    let of = words.fill(&words[Word::StageOf], &of);
    let ruler = el("div")
        .key("ruler")
        .class("tight")
        .hidden(about.is_none())
        .child(stops)
        .child(el("p").class("small soft").text(&of));
    let separation = given("small soft", &words[Word::Separation]);
    el("div")
        .class("stack")
        .child(ruler)
        .child(content)
        .child(el("div").key("separation").child(separation))
}

pub(super) fn roadmap(drawing: &Drawing, steps: &[RoadmapStep]) -> Element {
    let scene = drawing.scene;
    let words = scene.words;
    let steps = steps.iter().filter_map(|step| {
        let about = scene.quiz.roadmap.get(step.step)?;
        let now = match step.now {
            Some(0) => &words[Word::StartHere],
            Some(_) => &words[Word::ThenThis],
            None => "",
        };
        let has = step
            .has
            .iter()
            .enumerate()
            .map(|(at, text)| el("li").key(at).child(tick()).child(el("span").text(text)));
        let title = el(scene.h(2))
            .class("sub")
            .child(el("span").text(&about.title))
            .child(el("em").hidden(now.is_empty()).text(&spaced(now)));
        let step = el("li")
            .key(step.step)
            .class(step.now.map(|_| "now"))
            .child(title)
            .child(el("ul").class("has").hidden(step.has.is_empty()).children(has))
            .child(el("p").class("soft").text(&about.text));
        Some(step)
    });
    el("ol").class("roadmap").children(steps)
}

/// The sign of what she has.
fn tick() -> Element {
    let line = el("path").attr("d", "M2 8.5 6.2 13 14 3.5");
    el("svg").attr("viewBox", "0 0 16 16").attr("aria-hidden", "true").child(line)
}
