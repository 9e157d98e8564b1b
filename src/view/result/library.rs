//! Figures with country, year and source, and what can be read on about.

use yew::prelude::*;

use super::super::scene::{Scene, given, linked, list, spaced};
use crate::quiz::{Fact, FactKind, Library, Resource, Status, Word};

/// Whether there are any figures that hold today.
pub(super) fn has_figures(scene: &Scene) -> bool {
    scene.quiz.library.facts.iter().any(|fact| fact.kind != FactKind::Dated)
}

/// The figures that hold today.
pub(super) fn figures(scene: &Scene) -> Html {
    let facts = scene.quiz.library.facts.iter().filter(|fact| fact.kind != FactKind::Dated);
    html! {
        <div class="stack">
            <dl class="columns">{ for facts.map(|one| fact(scene, one)) }</dl>
            { given("small soft", &scene.words[Word::FactsNote]) }
        </div>
    }
}

fn fact(scene: &Scene, fact: &Fact) -> Html {
    let words = scene.words;
    let via = fact.via.as_deref();
    let via = via.map(|via| words.fill(&words[Word::Via], &[("via", via)])).unwrap_or_default();
    let checked = words.fill(&words[Word::Checked], &[("date", &fact.checked)]);
    html! {
        <div key={fact.id.clone()} class="tight fact">
            <dt>{ &fact.label }</dt>
            <dd>{ &fact.value }</dd>
            <dd class="small soft where">
                <span>{ &fact.country }</span>
                <span>{ spaced(&fact.year) }</span>
                { linked(&spaced(&fact.source), fact.url.as_ref()) }
                <span hidden={via.is_empty()}>{ spaced(&via) }</span>
                <span>{ spaced(&checked) }</span>
            </dd>
        </div>
    }
}

/// Whether there is anything to read on about.
pub(super) fn has_more(scene: &Scene) -> bool {
    let library = &scene.quiz.library;
    let lists = [&library.continuing, &library.day_in_the_life, &library.ladder];
    lists.iter().any(|lines| !lines.is_empty())
        || !library.related_careers.is_empty()
        || !library.resources.is_empty()
        || !library.sources.is_empty()
        || library.facts.iter().any(|fact| fact.kind == FactKind::Dated)
        || !scene.words[Word::Limits].is_empty()
}

pub(super) fn more(scene: &Scene) -> Html {
    let words = scene.words;
    let Library { continuing, day_in_the_life, ladder, related_careers, resources, facts, sources } =
        &scene.quiz.library;
    let related = related_careers.iter().enumerate().map(|(at, job)| {
        html! { <div key={at}><dt>{ &job.name }</dt><dd>{ &job.does }</dd></div> }
    });
    let limits = &words[Word::Limits];
    let older = facts.iter().filter(|fact| fact.kind == FactKind::Dated);
    let older = older.map(|fact| {
        html! { <div key={fact.id.clone()} class="tight"><p class="year">{ &fact.year }</p><dl>{ self::fact(scene, fact) }</dl></div> }
    });
    let cited = sources.iter().enumerate().map(|(at, source)| {
        let number = (at + 1).to_string();
        let text = words.fill(&words[Word::Source], &[("n", &number), ("text", &source.text)]);
        html! { <li key={source.id.clone()}>{ linked(&text, source.url.as_ref()) }</li> }
    });
    html! {
        <div class="more">
            { fold(&words[Word::Day], "day", !day_in_the_life.is_empty(), list("plain", day_in_the_life).into()) }
            { fold(&words[Word::Related], "related", !related_careers.is_empty(), html! { <dl class="stack">{ for related }</dl> }) }
            { fold(&words[Word::Ladder], "ladder", !ladder.is_empty(), list("plain", ladder).into()) }
            { fold(&words[Word::Continuing], "continuing", !continuing.is_empty(), list("plain", continuing).into()) }
            { fold(&words[Word::Certificates], "certificates", !resources.is_empty(), html! {
                <dl class="stack">{ for resources.iter().enumerate().map(|(at, one)| resource(scene, at, one)) }</dl>
            }) }
            { fold(&words[Word::History], "history", facts.iter().any(|fact| fact.kind == FactKind::Dated), html! {
                <div class="stack"><p key="dated" class="soft">{ &words[Word::Dated] }</p>{ for older }</div>
            }) }
            { fold(&words[Word::LimitsTitle], "limits", !limits.is_empty(), html! { <p>{ limits }</p> }) }
            { fold(&words[Word::Sources], "sources", !sources.is_empty(), html! { <ul class="plain">{ for cited }</ul> }) }
        </div>
    }
}

fn fold(title: &str, key: &'static str, shown: bool, content: Html) -> Html {
    html! {
        <details {key} class={key} hidden={!shown}>
            <summary>{ title }</summary>
            <div class="folded">{ content }</div>
        </details>
    }
}

fn resource(scene: &Scene, at: usize, resource: &Resource) -> Html {
    let words = scene.words;
    let status = match resource.status {
        Status::Current => &words[Word::StatusCurrent],
        Status::Updated => &words[Word::StatusUpdated],
        Status::Replaced => &words[Word::StatusReplaced],
        Status::Check => &words[Word::StatusCheck],
    };
    html! {
        <div key={at} class="tight">
            <dt>
                { linked(&resource.name, resource.url.as_ref()) }
                <span class="soft by">{ spaced(&resource.by) }</span>
            </dt>
            <dd><strong>{ status }</strong></dd>
            <dd>{ &resource.now }</dd>
            <dd class="small soft">{ words.fill(&words[Word::SourceSays], &[("text", &resource.source_says)]) }</dd>
            <dd class="small soft">{ words.fill(&words[Word::StatusSource], &[("source", &resource.source)]) }</dd>
        </div>
    }
}
