//! Sharing and keeping a result. The link tells the result only, unless she says otherwise.

use yew::prelude::*;

use super::super::mark;
use super::super::networks::{NETWORKS, mastodon};
use super::super::outside::Errand;
use super::super::scene::{Scene, heard, open_saved};
use crate::quiz::{Action, Grade, Heard, Outline, Word, export, server_in};

/// What is shared: the link, and what is said beside it.
pub(super) struct Message {
    pub(super) link: String,
    pub(super) text: String,
    pub(super) card: String,
}

impl Message {
    pub(super) fn of(scene: &Scene, outline: &Outline) -> Self {
        let quiz = scene.quiz;
        let template = scene.outside.address.as_str();
        let address = template.replace(":path", quiz.path_id(outline.path()));
        let site = template.split("://").nth(1).unwrap_or(template);
        // The page of a path is one of many: what it is a page of says more.
        let site = site.split('?').next().unwrap_or(site);
        let site = site.split(":path").next().unwrap_or(site).trim_end_matches('/');
        let site = site.strip_suffix("/r").unwrap_or(site);
        let shape = |path: usize| {
            let mark = quiz.paths.get(path).map(|path| path.mark);
            mark.map_or(("", ""), |mark| (mark::class(mark), mark::outline(mark)))
        };
        let card = export::card(quiz, outline, site, shape);
        let link = format!("{address}#{}", scene.session.link(quiz));
        Self { link, text: export::headline(quiz, outline), card }
    }
}

pub(super) fn draw(scene: &Scene) -> Html {
    let words = scene.words;
    let message = Message::of(scene, &Outline::of(scene.quiz, scene.session.answers()));
    html! {
        <section key="share" class="section share" part="share">
            <@{scene.h(1)} class="part" tabindex="-1" ref={scene.share.clone()}>{ &words[Word::ShareTitle] }</@>
            <div class="loose">
                { grades(scene) }
                { link(scene, &message) }
                { networks(scene, &message) }
                { keep(scene, &message) }
            </div>
        </section>
    }
}

/// The two grades of a link, each with what it tells.
fn grades(scene: &Scene) -> Html {
    let words = scene.words;
    let grade = |grade, id: &'static str, name: &str, note: &str| {
        let (named, described) = (format!("grade-{id}"), format!("grade-{id}-note"));
        html! {
            <label key={id} class="choice">
                <input type="radio" name="grade" value={id} checked={scene.session.panel().grade == grade}
                    aria-labelledby={named.clone()} aria-describedby={described.clone()}
                    onchange={scene.on(Action::Grade(grade))} />
                <span class="tight">
                    <span id={named}>{ name }</span>
                    <small id={described}>{ note }</small>
                </span>
            </label>
        }
    };
    html! {
        <fieldset class="stack">
            <legend class="sub">{ &words[Word::ShareGrade] }</legend>
            <div class="choices">
                { grade(Grade::Result, "result", &words[Word::ShareResult], &words[Word::ShareResultNote]) }
                { grade(Grade::Answers, "answers", &words[Word::ShareAnswers], &words[Word::ShareAnswersNote]) }
            </div>
        </fieldset>
    }
}

fn link(scene: &Scene, message: &Message) -> Html {
    let words = scene.words;
    let Message { link, text, card } = message;
    let share = Errand::Share { text: text.clone(), link: link.clone(), card: card.clone() };
    let panel = scene.session.panel();
    let code = scene.outside.qr.as_ref().filter(|_| panel.qr).map(|qr| qr.emit(link.clone()));
    let (modules, width) = code.unwrap_or_default();
    html! {
        <div class="stack">
            <div class="tight">
                <label class="sub" for="link">{ &words[Word::ShareLink] }</label>
                <input id="link" class="field" readonly=true dir="ltr" value={link.clone()} />
            </div>
            <div class="actions">
                { scene.ask(&words[Word::ShareCopy], true, Errand::CopyLink(link.clone())) }
                <button type="button" class="button quiet" part="button quiet" hidden={!scene.outside.can_share}
                    onclick={scene.errand(share)}>{ &words[Word::ShareNative] }</button>
                <button type="button" class="link" aria-expanded={panel.qr.to_string()}
                    hidden={scene.outside.qr.is_none()} onclick={scene.on(Action::ShowQr)}>{ &words[Word::Qr] }</button>
            </div>
            { heard(scene, &[Heard::Copied, Heard::Refused, Heard::NotShared]) }
            <svg class="qr" hidden={width == 0} role="img" aria-label={words[Word::QrAlt].to_owned()}
                viewBox={format!("-4 -4 {0} {0}", width + 8)}>
                <rect x="-4" y="-4" width="100%" height="100%" />
                <path d={modules} />
            </svg>
        </div>
    }
}

fn networks(scene: &Scene, message: &Message) -> Html {
    let words = scene.words;
    let links = NETWORKS.iter().map(|network| {
        let name = if network.name.is_empty() { &words[Word::Email] } else { network.name };
        let href = (network.address)(&message.text, &message.link);
        html! { <li key={network.id}>{ follow(scene, network.id, name, href) }</li> }
    });
    let server = scene.session.panel().server.clone();
    let href = server_in(&server).map(|server| mastodon(&server, &message.text, &message.link));
    let wrong = is_no_server(&server);
    let typed = {
        let send = scene.send.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<web_sys::HtmlInputElement>() {
                send.emit(Action::Server(input.value()));
            }
        })
    };
    html! {
        <div class="tight" hidden={!scene.outside.can_leave}>
            { scene.small(&words[Word::ShareBy]) }
            <ul class="networks">
                { for links }
                <li key="mastodon" hidden={href.is_none()}>
                    { follow(scene, "mastodon", "Mastodon", href.clone().unwrap_or_default()) }
                </li>
            </ul>
            <details key="server" class="fold server">
                <summary>{ "Mastodon" }</summary>
                <div class="tight">
                    <label for="server">{ &words[Word::Server] }</label>
                    <input id="server" class="field" dir="ltr" inputmode="url" autocapitalize="none"
                        autocomplete="off" spellcheck="false" value={server} onchange={typed}
                        aria-invalid={wrong.then_some("true")} aria-describedby="server-wrong" />
                    <p class="heard" id="server-wrong" hidden={!wrong}>
                        <span>{ &words[Word::ServerWrong] }</span>
                    </p>
                </div>
            </details>
        </div>
    }
}

/// Whether what she typed can be no server.
pub(in crate::view) fn is_no_server(typed: &str) -> bool {
    server_in(typed).is_none() && !typed.trim().is_empty()
}

/// A real link, which leads away only when it is followed.
fn follow(scene: &Scene, id: &'static str, name: &str, href: String) -> Html {
    // A mail program opens no page.
    let target = (id != "email").then_some("_blank");
    html! {
        <a {href} rel="noopener noreferrer" {target} data-network={id}
            onclick={scene.errand(Errand::Follow(id))}>{ name }</a>
    }
}

/// What she can take away: all of it is made here, and nothing is sent.
fn keep(scene: &Scene, message: &Message) -> Html {
    let words = scene.words;
    let quiz = scene.quiz;
    let file = export::file(quiz, scene.session);
    let text = export::markdown(quiz, scene.session.answers(), &message.link);
    let picture = |square| Errand::Picture { card: message.card.clone(), square };
    let leaving = [
        (&words[Word::KeepFile], Errand::Save(file)),
        (&words[Word::Picture], picture(false)),
        (&words[Word::PictureSquare], picture(true)),
        (&words[Word::Print], Errand::Print),
    ];
    html! {
        <div class="stack">
            <div class="tight">
                { scene.small(&words[Word::KeepTitle]) }
                <p class="small soft">{ &words[Word::KeepNote] }</p>
            </div>
            <div class="keeps">
                { scene.ask(&words[Word::KeepText], false, Errand::CopyText(text)) }
                { for leaving.into_iter().map(|(word, errand)| html! {
                    <button key={word} type="button" class="button quiet" part="button quiet"
                        hidden={!scene.outside.can_leave} onclick={scene.errand(errand)}>{ word }</button>
                }) }
                { open_saved(scene) }
            </div>
            { heard(scene, &[Heard::TextCopied, Heard::Saved, Heard::NoPicture, Heard::NotRead]) }
        </div>
    }
}
