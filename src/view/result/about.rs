//! The path itself: what it is, what to learn, a first project, and what lies close by.

use super::super::element::{Element, el};
use super::super::mark;
use super::super::scene::{Scene, given, list};
use super::{beside, under};
use crate::quiz::Word;

/// Whether the quiz says anything of a path beyond its name.
pub(in crate::view) fn is_given(scene: &Scene, path: usize) -> bool {
    let Some(path) = scene.quiz.paths.get(path) else {
        return false;
    };
    let texts = [&path.tag, &path.what, &path.first_project, &scene.words[Word::Overlap]];
    let lists = [&path.areas, &path.learn, &path.roles_today, &path.domains];
    texts.iter().any(|text| !text.is_empty())
        || lists.iter().any(|lines| !lines.is_empty())
        || path.note.is_some()
        || !path.close_to.is_empty()
}

pub(in crate::view) fn draw(scene: &Scene, path: usize) -> Element {
    let words = scene.words;
    let overlap = &words[Word::Overlap];
    let Some(path) = scene.quiz.paths.get(path) else {
        return el("div");
    };
    let lists = [
        (&words[Word::Areas], &path.areas),
        (&words[Word::Learn], &path.learn),
        (&words[Word::Roles], &path.roles_today),
        (&words[Word::Domains], &path.domains),
    ];
    let no_lists = lists.iter().all(|(_, lines)| lines.is_empty());
    let lists = lists.into_iter().enumerate().map(|(at, (title, lines))| {
        let block = el("div").key(at).hidden(lines.is_empty());
        block.child(scene.small(title)).child(list("plain", lines))
    });
    let neighbours = path.close_to.iter().map(|(other, text)| {
        let mark = scene.quiz.paths.iter().find(|path| path.id == *other).map(|path| path.mark);
        beside(el("li").key(other.as_str()), mark, text)
    });
    let neighbours = el("ul").class("neighbours").children(neighbours);
    let neighbours = under(scene, &words[Word::Neighbours], neighbours);
    let near = under(scene, &words[Word::OverlapTitle], el("p").text(overlap));
    let close_by = el("div")
        .class("loose")
        .hidden(path.close_to.is_empty() && overlap.is_empty())
        .child(neighbours.hidden(path.close_to.is_empty()))
        .child(near.hidden(overlap.is_empty()));
    let what = el("div")
        .class("tight")
        .hidden(path.tag.is_empty() && path.what.is_empty())
        .child(given("soft", &path.tag))
        .child(given("lede", &path.what));
    let project = el("div")
        .class("project tight")
        .class(mark::class(path.mark))
        .hidden(path.first_project.is_empty())
        .child(scene.small(&words[Word::Project]))
        .child(el("p").text(&path.first_project));
    let note = path.note.as_deref();
    el("div")
        .class("loose")
        .child(what)
        .child(el("div").class("columns").hidden(no_lists).children(lists))
        .child(project)
        .child(el("p").hidden(note.is_none()).text(note.unwrap_or_default()))
        .child(close_by)
}
