//! Where she starts: the stage with what to do now, and the roadmap with what she has.

use yew::prelude::*;

use super::super::scene::{given, list, spaced};
use super::Drawing;
use crate::quiz::{Action, RoadmapStep, Word};

pub(super) fn stage(drawing: &Drawing, stage: Option<usize>) -> Html {
    let scene = drawing.scene;
    let (words, quiz) = (scene.words, scene.quiz);
    let about = stage.and_then(|at| quiz.stages.get(at));
    let stops = (0..quiz.stages.len()).map(|at| {
        let here = Some(at) == stage;
        let done = stage.is_some_and(|stage| at <= stage);
        let name = quiz.stages.get(at).map_or("", |stage| &stage.name);
        html! {
            <li key={at} class={classes!(done.then_some("done"), here.then_some("here"))}>
                <span class="rule"></span>
                <small>{ name }</small>
            </li>
        }
    });
    let number = stage.map_or(0, |at| at + 1).to_string();
    let of = [("n", number.as_str()), ("total", &quiz.stages.len().to_string())];
    let content = match about {
        Some(about) => html! {
            <div key="set" class="stack">
                <p class="lede">
                    { scene.sentence(&words[Word::StageLine], &[("stage", &about.name), ("line", &about.line)], |name| (name == "stage").then_some("name")) }
                </p>
                { list("plain", &about.now) }
            </div>
        },
        None => html! {
            <div key="unset" class="stack">
                <p>{ &words[Word::StageUnset] }</p>
                <div>{ scene.link(&words[Word::ChangeAnswer], Action::Review) }</div>
            </div>
        },
    };
    html! {
        <div class="stack">
            <div key="ruler" class="tight" hidden={about.is_none()}>
                <ol class="stages" aria-hidden="true">{ for stops }</ol>
                <p class="small soft">{ words.fill(&words[Word::StageOf], &of) }</p>
            </div>
            { content }
            <div key="separation">{ given("small soft", &words[Word::Separation]) }</div>
        </div>
    }
}

pub(super) fn roadmap(drawing: &Drawing, steps: &[RoadmapStep]) -> Html {
    let scene = drawing.scene;
    let words = scene.words;
    let steps = steps.iter().filter_map(|step| {
        let about = scene.quiz.roadmap.get(step.step)?;
        let now = match step.now {
            Some(0) => &words[Word::StartHere],
            Some(_) => &words[Word::ThenThis],
            None => "",
        };
        let has = step.has.iter().enumerate().map(|(at, text)| {
            html! {
                <li key={at}>
                    <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M2 8.5 6.2 13 14 3.5" /></svg>
                    <span>{ *text }</span>
                </li>
            }
        });
        Some(html! {
            <li key={step.step} class={classes!(step.now.is_some().then_some("now"))}>
                <@{scene.h(2)} class="sub">
                    <span>{ &about.title }</span>
                    <em hidden={now.is_empty()}>{ spaced(now) }</em>
                </@>
                <ul class="has" hidden={step.has.is_empty()}>{ for has }</ul>
                <p class="soft">{ &about.text }</p>
            </li>
        })
    });
    html! { <ol class="roadmap">{ for steps }</ol> }
}
