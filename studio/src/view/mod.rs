//! Draws the studio.

mod bars;
mod code;
mod desk;
mod look;
mod preview;
mod proof;
mod publish;

use yew::html::Scope;
use yew::prelude::*;

use crate::app::{App, Msg, Tab};

type Link = Scope<App>;

/// All of it; the editor is put into `place`.
pub(crate) fn page(app: &App, place: &NodeRef, link: &Link) -> Html {
    html! {
        <div class="studio">
            { header(app, link) }
            <main class="columns">
                { desk::draw(app, place, link) }
                <section class="beside" aria-labelledby="beside">
                    <h2 id="beside" class="for-readers">{ "What comes of it" }</h2>
                    { tabs(app.tab, link) }
                    { panel(app, Tab::Proof, proof::draw(app, link)) }
                    { panel(app, Tab::Preview, preview::draw(app, link)) }
                    { panel(app, Tab::Look, look::draw(app, link)) }
                    { panel(app, Tab::Publish, publish::draw(app, link)) }
                </section>
            </main>
        </div>
    }
}

fn header(app: &App, link: &Link) -> Html {
    html! {
        <header class="masthead">
            <h1>{ "Quiz studio" }</h1>
            <p class="soft">{ "Write a quiz, and see it proven. Nothing you write leaves this device." }</p>
            <p class="newer" hidden={!app.newer}>
                <span>{ "A newer version of the studio is here. " }</span>
                <button type="button" class="link" onclick={link.callback(|_| Msg::Renew)}>{ "Load it" }</button>
            </p>
        </header>
    }
}

fn tabs(now: Tab, link: &Link) -> Html {
    let tab = |tab: Tab| {
        let chosen = tab == now;
        html! {
            <button key={tab.id()} type="button" role="tab" id={format!("tab-{}", tab.id())}
                aria-controls={tab.id()} aria-selected={chosen.to_string()}
                tabindex={if chosen { "0" } else { "-1" }}
                onclick={link.callback(move |_| Msg::Tab(tab))}>{ tab.name() }</button>
        }
    };
    // The arrow keys move between tabs in studio.js, where focus can be moved.
    html! { <div class="tabs" role="tablist" aria-labelledby="beside">{ for Tab::ALL.map(tab) }</div> }
}

fn panel(app: &App, tab: Tab, inside: Html) -> Html {
    html! {
        <div class="panel" role="tabpanel" id={tab.id()} aria-labelledby={format!("tab-{}", tab.id())}
            hidden={app.tab != tab}>
            <p class="note stale" hidden={app.draft.quiz.is_some() || app.quiz.is_none()}>
                { "The file has mistakes. This is the last version without." }
            </p>
            { inside }
        </div>
    }
}

/// What stands where there is no sound quiz yet.
fn nothing() -> Html {
    html! { <p class="soft">{ "There is something to see here once the file has no mistakes." }</p> }
}
