//! The lines that put the quiz into a page, and where its file goes.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::{Link, code};
use crate::app::{App, Msg};
use crate::embed::Embed;

const THEMES: [(&str, &str); 4] = [
    ("", "As the page is"),
    ("light", "Always light"),
    ("dark", "Always dark"),
    ("auto", "As the visitor’s system is"),
];

pub(super) fn draw(app: &App, link: &Link) -> Html {
    let file = app
        .quiz
        .as_ref()
        .map_or_else(|| "quiz.json".to_owned(), |quiz| format!("{}.json", quiz.id));
    let lang = app.quiz.as_ref().map_or("en", |quiz| &quiz.lang);
    let embed = &app.embed;
    let styled = !app.look.css().is_empty();
    html! {
        <div class="publish">
            <ol class="steps">
                <li>
                    <p>{ format!("Save the file, and put it beside career-quiz.js on your site, as {file}.") }</p>
                    <button type="button" class="button quiet" onclick={link.callback(|_| Msg::Save)}>{ format!("Save {file}") }</button>
                </li>
                <li>
                    <p>{ "Paste these two lines where the quiz belongs." }</p>
                    { code::lines("snippet", "the two lines", &embed.lines(&file, lang), link) }
                    <div class="fields">{ fields(embed, link) }</div>
                </li>
                <li hidden={!styled}><p>{ "Add the CSS from the tab Look to your page’s styles." }</p></li>
            </ol>
        </div>
    }
}

fn fields(embed: &Embed, link: &Link) -> Html {
    let folder = {
        let embed = embed.clone();
        link.batch_callback(move |event: InputEvent| {
            let field: HtmlInputElement = event.target_dyn_into()?;
            Some(Msg::Embed(Embed { folder: field.value(), ..embed.clone() }))
        })
    };
    let theme = {
        let embed = embed.clone();
        link.batch_callback(move |event: Event| {
            let list: HtmlSelectElement = event.target_dyn_into()?;
            Some(Msg::Embed(Embed { theme: list.value(), ..embed.clone() }))
        })
    };
    let level = {
        let embed = embed.clone();
        link.batch_callback(move |event: Event| {
            let list: HtmlSelectElement = event.target_dyn_into()?;
            let level = list.value().parse().unwrap_or(2);
            Some(Msg::Embed(Embed { level, ..embed.clone() }))
        })
    };
    html! {
        <>
            <p class="field"><label for="folder">{ "The folder of the quiz on your site" }</label>
                <input id="folder" type="text" spellcheck="false" autocomplete="off" value={embed.folder.clone()} oninput={folder} /></p>
            <p class="field"><label for="scheme">{ "Light or dark" }</label>
                <select id="scheme" onchange={theme}>{ for THEMES.map(|(value, label)| html! { <option {value} selected={embed.theme == value}>{ label }</option> }) }</select></p>
            <p class="field"><label for="level">{ "Level of its headings" }</label>
                <select id="level" onchange={level}>{ for (1..=6_u8).map(|level| html! { <option value={level.to_string()} selected={embed.level == level}>{ level }</option> }) }</select></p>
        </>
    }
}
