//! The controls of the quiz's look, and the CSS that comes of them.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::{Link, code};
use crate::app::{App, Msg};
use crate::look::{COLOURS, Colour, FONTS, Look, THEMES};

pub(super) fn draw(app: &App, link: &Link) -> Html {
    let look = &app.look;
    let css = look.css();
    html! {
        <div class="look">
            <p class="soft">{ "One colour is enough: the others follow from it, in light and in dark. The preview shows every change." }</p>
            <div class="fields">
                { themes(look, link) }
                { field("Accent", "accent", html! {
                    <input type="color" id="accent" value={look.accent()} oninput={changed(look, link, |look, value| look.set("accent", value))} />
                }) }
                { field("Typeface", "font", html! {
                    <select id="font" onchange={listed(look, link, |look, value| look.set("font", value))}>
                        { for FONTS.map(|(value, label)| html! { <option {value} selected={look.get("font").unwrap_or_default() == value}>{ label }</option> }) }
                    </select>
                }) }
                { measure(look, link, ("radius", "Corners"), ("0", "1.5", ".25"), ".25") }
                { measure(look, link, ("space", "Space between things"), (".75", "1.5", ".125"), "1") }
            </div>
            <details>
                <summary>{ "Every colour, in light and in dark" }</summary>
                <table class="colours">
                    <thead><tr><th scope="col">{ "What it colours" }</th><th scope="col">{ "Light" }</th><th scope="col">{ "Dark" }</th></tr></thead>
                    <tbody>{ for COLOURS.iter().map(|colour| pair(look, colour, link)) }</tbody>
                </table>
            </details>
            <div role="status"><ul class="warnings">{ for look.warnings().into_iter().enumerate().map(|(at, one)| html! { <li key={at}>{ one }</li> }) }</ul></div>
            <h3>{ "The CSS for your page" }</h3>
            <p class="soft" hidden={!css.is_empty()}>{ "Nothing is set. The quiz has its own look, with your page’s typeface." }</p>
            <div hidden={css.is_empty()}>{ code::lines("css", "the CSS", &css, link) }</div>
        </div>
    }
}

fn field(label: &'static str, id: &'static str, control: Html) -> Html {
    html! { <p class="field"><label for={id}>{ label }</label>{ control }</p> }
}

fn changed(
    look: &Look,
    link: &Link,
    set: impl Fn(&mut Look, &str) + 'static,
) -> Callback<InputEvent> {
    let look = look.clone();
    link.batch_callback(move |event: InputEvent| {
        let mut look = look.clone();
        let field: HtmlInputElement = event.target_dyn_into()?;
        set(&mut look, &field.value());
        Some(Msg::Look(look))
    })
}

fn listed(look: &Look, link: &Link, set: impl Fn(&mut Look, &str) + 'static) -> Callback<Event> {
    let look = look.clone();
    link.batch_callback(move |event: Event| {
        let mut look = look.clone();
        let list: HtmlSelectElement = event.target_dyn_into()?;
        set(&mut look, &list.value());
        Some(Msg::Look(look))
    })
}

fn themes(look: &Look, link: &Link) -> Html {
    let start = listed(look, link, |look, value| *look = Look::starting(value.parse().ok()));
    let option = |(at, (name, _)): (usize, &(&'static str, &str))| {
        html! {
            <option key={at} value={at.to_string()} selected={look.theme == Some(at)}>{ *name }</option>
        }
    };
    field(
        "Start from",
        "theme",
        html! {
            <select id="theme" onchange={start}>
                <option value="" selected={look.theme.is_none()}>{ "The quiz’s own look" }</option>
                { for THEMES.iter().enumerate().map(option) }
            </select>
        },
    )
}

fn measure(
    look: &Look,
    link: &Link,
    (token, label): (&'static str, &'static str),
    (min, max, step): (&'static str, &'static str, &'static str),
    usual: &'static str,
) -> Html {
    let value = look.measure(token, usual);
    let set = changed(look, link, move |look, value| look.set(token, &format!("{value}em")));
    field(
        label,
        token,
        html! { <input type="range" id={token} {min} {max} {step} {value} oninput={set} /> },
    )
}

fn pair(look: &Look, colour: &'static Colour, link: &Link) -> Html {
    let input = |scheme: usize, name: &str| {
        html! {
            <td><input type="color" aria-label={format!("{}, {name}", colour.label)} value={look.colour(colour, scheme)}
                oninput={changed(look, link, move |look, value| look.set_in(colour, scheme, value))} /></td>
        }
    };
    html! { <tr key={colour.token}><th scope="row">{ colour.label }</th>{ input(0, "light") }{ input(1, "dark") }</tr> }
}
