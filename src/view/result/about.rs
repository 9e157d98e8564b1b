//! The path itself: what it is, what to learn, a first project, and what lies close by.

use yew::prelude::*;

use super::super::mark;
use super::super::scene::{Scene, list};
use crate::quiz::Word;

pub(in crate::view) fn draw(scene: &Scene, path: usize) -> Html {
    let words = scene.words;
    let Some(path) = scene.quiz.paths.get(path) else {
        return html! { <div></div> };
    };
    let lists = [
        (&words[Word::Areas], &path.areas),
        (&words[Word::Learn], &path.learn),
        (&words[Word::Roles], &path.roles_today),
        (&words[Word::Domains], &path.domains),
    ];
    let lists = lists.into_iter().enumerate().map(|(at, (title, lines))| {
        html! { <div key={at} hidden={lines.is_empty()}>{ scene.small(title) }{ list("plain", lines) }</div> }
    });
    let neighbours = path.close_to.iter().map(|(other, text)| {
        let mark = scene.quiz.paths.iter().find(|path| path.id == *other).map(|path| path.mark);
        html! {
            <li key={other.clone()}>
                { mark.map_or(html! { <span></span> }, |mark| mark::draw(mark, None)) }
                <span>{ text }</span>
            </li>
        }
    });
    html! {
        <div class="loose">
            <div class="tight">
                <p class="soft">{ &path.tag }</p>
                <p class="lede">{ &path.what }</p>
            </div>
            <div class="columns">{ for lists }</div>
            <div class={classes!("project", "tight", mark::class(path.mark))}>
                { scene.small(&words[Word::Project]) }
                <p>{ &path.first_project }</p>
            </div>
            <p hidden={path.note.is_none()}>{ path.note.as_deref().unwrap_or("") }</p>
            <div class="loose">
                <div class="tight" hidden={path.close_to.is_empty()}>
                    { scene.small(&words[Word::Neighbours]) }
                    <ul class="neighbours">{ for neighbours }</ul>
                </div>
                <div class="tight">
                    { scene.small(&words[Word::OverlapTitle]) }
                    <p>{ &scene.words[Word::Overlap] }</p>
                </div>
            </div>
        </div>
    }
}
