//! What someone shared: the result, the reasons where the link tells them, and the way to her own.

use yew::prelude::*;

use super::bars;
use super::mark;
use super::result::{Drawing, about, section, why};
use super::scene::Scene;
use crate::quiz::{Action, Band, LinkError, Outline, Screen, Shared, Word, recommend};

pub(super) fn draw(scene: &Scene) -> Html {
    match scene.session.opened().map(|opened| &opened.shared) {
        Some(Ok(shared)) => result(scene, shared),
        Some(Err(error)) => closed(scene, *error),
        None => closed(scene, LinkError::Damaged),
    }
}

fn result(scene: &Scene, shared: &Shared) -> Html {
    let (words, quiz) = (scene.words, scene.quiz);
    let outline = shared.outline(quiz);
    let left_out = scene.session.opened().is_some_and(|opened| !opened.dropped.is_empty());
    let reasons = shared.answers().map(|answers| {
        let (answers, result) = (answers.clone(), recommend(quiz, answers));
        why::draw(&Drawing { scene, answers, result })
    });
    let only = html! { <p>{ &words[Word::SharedOnly] }</p> };
    html! {
        <article class="result" part="result" data-path={quiz.path_id(outline.path()).to_owned()}>
            { hero(scene, &outline, left_out) }
            { section(scene, &words[Word::SharedMatches], "matches", true, html! {
                <figure class="stack">
                    { bars::all(quiz, &outline) }
                    <figcaption class="small soft">{ &words[Word::OpenPart] }</figcaption>
                    <p class="small soft">{ &words[Word::SharedMeaning] }</p>
                </figure>
            }) }
            { section(scene, &words[Word::WhyTitle], "why", true, reasons.unwrap_or(only)) }
            { section(scene, &words[Word::PathTitle], "inside", about::is_given(scene, outline.path()), about::draw(scene, outline.path())) }
            <div class="actions">{ onward(scene) }</div>
        </article>
    }
}

fn hero(scene: &Scene, outline: &Outline, left_out: bool) -> Html {
    let (words, quiz) = (scene.words, scene.quiz);
    let head = match outline.band {
        Band::Clear => &words[Word::SharedClear],
        Band::Leaning => &words[Word::SharedLeaning],
        Band::Close => &words[Word::HeadClose],
    };
    let name = |path| quiz.path_names(path).0;
    let values = [("path", name(outline.path())), ("second", name(outline.second()))];
    let path = quiz.paths.get(outline.path());
    let marked = |name: &str| if name == "path" { mark::class_of(path) } else { None };
    let stage = outline.stage.and_then(|at| quiz.stages.get(at));
    let number = outline.stage.map_or(0, |at| at + 1).to_string();
    let total = quiz.stages.len().to_string();
    let starts = [
        ("stage", stage.map_or("", |stage| stage.name.as_str())),
        ("n", &number),
        ("total", &total),
    ];
    html! {
        <header class="hero">
            { mark::row(&quiz.paths, &[outline.path()]) }
            <p class="count">{ &words[Word::Shared] }</p>
            <@{scene.h(0)} class="title" part="title" tabindex="-1" ref={scene.heading.clone()}>
                { scene.sentence(head, &values, marked) }
            </@>
            <p hidden={stage.is_none()}>{ words.fill(&words[Word::SharedStage], &starts) }</p>
            <p class="small soft" hidden={!left_out}>{ &words[Word::SharedPart] }</p>
            <div class="actions">{ onward(scene) }</div>
        </header>
    }
}

/// A link that does not open: why, and what to do instead.
fn closed(scene: &Scene, error: LinkError) -> Html {
    let words = scene.words;
    let why = match error {
        LinkError::Newer => &words[Word::LinkNewer],
        LinkError::OtherQuiz => &words[Word::LinkOther],
        LinkError::Damaged => &words[Word::LinkDamaged],
        LinkError::Outdated => &words[Word::LinkOutdated],
    };
    html! {
        <section class="resume stack">
            <p class="count">{ &scene.quiz.title }</p>
            { scene.title(&words[Word::LinkNone]) }
            <p class="lede">{ why }</p>
            <div class="actions">{ onward(scene) }</div>
        </section>
    }
}

/// To her own quiz, wherever she is in it, and to both side by side.
fn onward(scene: &Scene) -> Html {
    let words = scene.words;
    let answers = scene.session.answers();
    let own = match () {
        () if scene.session.own_screen() == Screen::Result => &words[Word::SharedOwn],
        () if answers.is_blank() => &words[Word::SharedTake],
        () => &words[Word::SharedContinue],
    };
    let compares = answers.enough(scene.quiz) && scene.session.shared().is_some();
    html! {
        <>
            <button key="compare" type="button" class="button" part="button" hidden={!compares}
                onclick={scene.on(Action::Compare)}>{ &words[Word::Compare] }</button>
            <button key="own" type="button" class={classes!("button", compares.then_some("quiet"))}
                part={if compares { "button quiet" } else { "button" }}
                onclick={scene.on(Action::Own)}>{ own }</button>
        </>
    }
}
