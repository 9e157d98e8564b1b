//! Figures with country, year and source, and what can be read on about.

use super::super::element::{Element, el};
use super::super::scene::{Scene, given, linked, list, spaced};
use crate::quiz::{Fact, FactKind, Library, Resource, Status, Word};

/// Whether there are any figures that hold today.
pub(super) fn has_figures(scene: &Scene) -> bool {
    scene.quiz.library.facts.iter().any(|fact| fact.kind != FactKind::Dated)
}

/// The figures that hold today.
pub(super) fn figures(scene: &Scene) -> Element {
    let facts = scene.quiz.library.facts.iter().filter(|fact| fact.kind != FactKind::Dated);
    let facts = facts.map(|one| fact(scene, one));
    el("div")
        .class("stack")
        .child(el("dl").class("columns").children(facts))
        .child(given("small soft", &scene.words[Word::FactsNote]))
}

fn fact(scene: &Scene, fact: &Fact) -> Element {
    let words = scene.words;
    let via = fact.via.as_deref();
    let via = via.map(|via| words.fill(&words[Word::Via], &[("via", via)])).unwrap_or_default();
    let checked = words.fill(&words[Word::Checked], &[("date", &fact.checked)]);
    let found = el("dd")
        .class("small soft where")
        .child(el("span").text(&fact.country))
        .child(el("span").text(&spaced(&fact.year)))
        .child(linked(&spaced(&fact.source), fact.url.as_ref()))
        .child(el("span").hidden(via.is_empty()).text(&spaced(&via)))
        .child(el("span").text(&spaced(&checked)));
    el("div")
        .key(fact.id.as_str())
        .class("tight fact")
        .child(el("dt").text(&fact.label))
        .child(el("dd").text(&fact.value))
        .child(found)
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

pub(super) fn more(scene: &Scene) -> Element {
    let words = scene.words;
    let Library { continuing, day_in_the_life, ladder, related_careers, resources, facts, sources } =
        &scene.quiz.library;
    let related = related_careers.iter().enumerate().map(|(at, job)| {
        el("div").key(at).child(el("dt").text(&job.name)).child(el("dd").text(&job.does))
    });
    let related = el("dl").class("stack").children(related);
    let has_resources = !resources.is_empty();
    let certificates = resources.iter().enumerate().map(|(at, one)| resource(scene, at, one));
    let certificates = el("dl").class("stack").children(certificates);
    let older = facts.iter().filter(|fact| fact.kind == FactKind::Dated);
    let older = older.map(|fact| {
        let year = el("p").class("year").text(&fact.year);
        let told = el("dl").child(self::fact(scene, fact));
        el("div").key(fact.id.as_str()).class("tight").child(year).child(told)
    });
    let dated = el("p").key("dated").class("soft").text(&words[Word::Dated]);
    let older = el("div").class("stack").child(dated).children(older);
    let has_older = facts.iter().any(|fact| fact.kind == FactKind::Dated);
    let limits = &words[Word::Limits];
    let cited = sources.iter().enumerate().map(|(at, source)| {
        let number = (at + 1).to_string();
        let text = words.fill(&words[Word::Source], &[("n", &number), ("text", &source.text)]);
        el("li").key(source.id.as_str()).child(linked(&text, source.url.as_ref()))
    });
    let cited = el("ul").class("plain").children(cited);
    let lines = |title: &str, key: &'static str, lines: &[String]| {
        fold(title, key, !lines.is_empty(), list("plain", lines))
    };
    el("div")
        .class("more")
        .child(lines(&words[Word::Day], "day", day_in_the_life))
        .child(fold(&words[Word::Related], "related", !related_careers.is_empty(), related))
        .child(lines(&words[Word::Ladder], "ladder", ladder))
        .child(lines(&words[Word::Continuing], "continuing", continuing))
        .child(fold(&words[Word::Certificates], "certificates", has_resources, certificates))
        .child(fold(&words[Word::History], "history", has_older, older))
        .child(fold(&words[Word::LimitsTitle], "limits", !limits.is_empty(), el("p").text(limits)))
        .child(fold(&words[Word::Sources], "sources", !sources.is_empty(), cited))
}

fn fold(title: &str, key: &'static str, shown: bool, content: Element) -> Element {
    el("details")
        .key(key)
        .class(key)
        .hidden(!shown)
        .child(el("summary").text(title))
        .child(el("div").class("folded").child(content))
}

fn resource(scene: &Scene, at: usize, resource: &Resource) -> Element {
    let words = scene.words;
    let status = match resource.status {
        Status::Current => &words[Word::StatusCurrent],
        Status::Updated => &words[Word::StatusUpdated],
        Status::Replaced => &words[Word::StatusReplaced],
        Status::Check => &words[Word::StatusCheck],
    };
    let by = el("span").class("soft by").text(&spaced(&resource.by));
    let name = el("dt").child(linked(&resource.name, resource.url.as_ref())).child(by);
    let says = words.fill(&words[Word::SourceSays], &[("text", &resource.source_says)]);
    let source = words.fill(&words[Word::StatusSource], &[("source", &resource.source)]);
    el("div")
        .key(at)
        .class("tight")
        .child(name)
        .child(el("dd").child(el("strong").text(status)))
        .child(el("dd").text(&resource.now))
        .child(el("dd").class("small soft").text(&says))
        .child(el("dd").class("small soft").text(&source))
}
