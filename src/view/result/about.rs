//! The path itself: what it is, what to learn, a first project, and what lies close by.

use yew::prelude::*;

use super::super::mark;
use super::super::scene::{Scene, given, list};
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

pub(in crate::view) fn draw(scene: &Scene, path: usize) -> Html {
    let words = scene.words;
    let overlap = &words[Word::Overlap];
    let Some(path) = scene.quiz.paths.get(path) else {
        return html! { <div></div> };
    };
    let lists = [
        (&words[Word::Areas], &path.areas),
        (&words[Word::Learn], &path.learn),
        (&words[Word::Roles], &path.roles_today),
        (&words[Word::Domains], &path.domains),
    ];
    let no_lists = lists.iter().all(|(_, lines)| lines.is_empty());
    let lists = lists.into_iter().enumerate().map(|(at, (title, lines))| {
        html! { <div key={at} hidden={lines.is_empty()}>{ scene.small(title) }{ list("plain", lines) }</div> }
    });
    let neighbours = path.close_to.iter().map(|(other, text)| {
        let mark = scene.quiz.paths.iter().find(|path| path.id == *other).map(|path| path.mark);
        html! {
            <li key={other.clone()}>
                { mark.map_or(html! { <span></span> }, |mark| mark::draw(mark, None).into()) }
                <span>{ text }</span>
            </li>
        }
    });
    html! {
        <div class="loose">
            <div class="tight" hidden={path.tag.is_empty() && path.what.is_empty()}>
                { given("soft", &path.tag) }
                { given("lede", &path.what) }
            </div>
            <div class="columns" hidden={no_lists}>{ for lists }</div>
            <div class={classes!("project", "tight", mark::class(path.mark))} hidden={path.first_project.is_empty()}>
                { scene.small(&words[Word::Project]) }
                <p>{ &path.first_project }</p>
            </div>
            <p hidden={path.note.is_none()}>{ path.note.as_deref().unwrap_or("") }</p>
            <div class="loose" hidden={path.close_to.is_empty() && overlap.is_empty()}>
                <div class="tight" hidden={path.close_to.is_empty()}>
                    { scene.small(&words[Word::Neighbours]) }
                    <ul class="neighbours">{ for neighbours }</ul>
                </div>
                <div class="tight" hidden={overlap.is_empty()}>
                    { scene.small(&words[Word::OverlapTitle]) }
                    <p>{ overlap }</p>
                </div>
            </div>
        </div>
    }
}
