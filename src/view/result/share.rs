//! Sharing and keeping a result. The link tells the result only, unless she says otherwise.

use yew::prelude::*;

use super::super::ask::{Ask, link};
use super::super::element::{Element, el};
use super::super::networks::{NETWORKS, mastodon};
use super::super::scene::{Scene, button, heard, open_saved};
use crate::quiz::{Action, Grade, Heard, Outline, Word, export, server_in};

/// What is shared: the link, and what is said beside it.
struct Message {
    link: String,
    text: String,
}

pub(super) fn draw(scene: &Scene) -> Element {
    let message = Message {
        link: link(scene.quiz, scene.session, &scene.outside.address),
        text: export::headline(scene.quiz, &Outline::of(scene.quiz, scene.session.answers())),
    };
    let heading = el(scene.h(1)).class("part").attr("tabindex", "-1").node(&scene.share);
    let panel = el("div")
        .class("loose")
        .child(grades(scene))
        .child(link_field(scene, &message.link))
        .child(networks(scene, &message))
        .child(keep(scene));
    el("section")
        .key("share")
        .class("section share")
        .part("share")
        .child(heading.text(&scene.words[Word::ShareTitle]))
        .child(panel)
}

/// The two grades of a link, each with what it tells.
fn grades(scene: &Scene) -> Element {
    let words = scene.words;
    let grade = |grade, id: &'static str, name: &str, note: &str| {
        let (named, described) = (format!("grade-{id}"), format!("grade-{id}-note"));
        let input = el("input")
            .attr("type", "radio")
            .attr("name", "grade")
            .value(id)
            .checked(scene.session.panel().grade == grade)
            .set("aria-labelledby", &named)
            .set("aria-describedby", &described)
            .on_change(scene.on(Action::Grade(grade)));
        let text = el("span")
            .class("tight")
            .child(el("span").set("id", &named).text(name))
            .child(el("small").set("id", &described).text(note));
        el("label").key(id).class("choice").child(input).child(text)
    };
    let (result, answers) = (Grade::Result, Grade::Answers);
    let grades = el("div")
        .class("choices")
        .child(grade(result, "result", &words[Word::ShareResult], &words[Word::ShareResultNote]))
        .child(grade(
            answers,
            "answers",
            &words[Word::ShareAnswers],
            &words[Word::ShareAnswersNote],
        ));
    let legend = el("legend").class("sub").text(&words[Word::ShareGrade]);
    el("fieldset").class("stack").child(legend).child(grades)
}

fn link_field(scene: &Scene, link: &str) -> Element {
    let words = scene.words;
    let panel = scene.session.panel();
    let code = scene.outside.qr.as_ref().filter(|_| panel.qr).map(|qr| qr.emit(link.to_owned()));
    let (modules, width) = code.unwrap_or_default();
    let field = el("input")
        .attr("id", "link")
        .attr("dir", "ltr")
        .flag("readonly", true)
        .value(link)
        .class("field");
    let label = el("label").attr("for", "link").class("sub").text(&words[Word::ShareLink]);
    let copy = scene.ask(&words[Word::ShareCopy], true, Ask::CopyLink);
    let native =
        scene.ask(&words[Word::ShareNative], false, Ask::Share).hidden(!scene.outside.can_share);
    let show = button("link")
        .attr("aria-expanded", if panel.qr { "true" } else { "false" })
        .hidden(scene.outside.qr.is_none())
        .on_click(scene.on(Action::ShowQr))
        .text(&words[Word::Qr]);
    let ground = el("rect").attr("x", "-4").attr("y", "-4").attr("width", "100%");
    let qr = el("svg")
        .attr("role", "img")
        .set("aria-label", &words[Word::QrAlt])
        .set("viewBox", &format!("-4 -4 {0} {0}", width + 8))
        .hidden(width == 0)
        .class("qr")
        .child(ground.attr("height", "100%"))
        .child(el("path").set("d", &modules));
    el("div")
        .class("stack")
        .child(el("div").class("tight").child(label).child(field))
        .child(el("div").class("actions").child(copy).child(native).child(show))
        .child(heard(scene, &[Heard::Copied, Heard::Refused, Heard::NotShared]))
        .child(qr)
}

fn networks(scene: &Scene, message: &Message) -> Element {
    let words = scene.words;
    let links = NETWORKS.iter().map(|network| {
        let name = if network.name.is_empty() { &words[Word::Email] } else { network.name };
        let href = (network.address)(&message.text, &message.link);
        el("li").key(network.id).child(follow(scene, network.id, name, &href))
    });
    let server = &scene.session.panel().server;
    let href = server_in(server).map(|server| mastodon(&server, &message.text, &message.link));
    let known = el("li").key("mastodon").hidden(href.is_none());
    let known =
        known.child(follow(scene, "mastodon", "Mastodon", href.as_deref().unwrap_or_default()));
    el("div")
        .class("tight")
        .hidden(!scene.outside.can_leave)
        .child(scene.small(&words[Word::ShareBy]))
        .child(el("ul").class("networks").children(links).child(known))
        .child(ask_for_server(scene, server))
}

/// Mastodon is many servers: hers is asked for.
fn ask_for_server(scene: &Scene, server: &str) -> Element {
    let words = scene.words;
    let wrong = is_no_server(server);
    let send = scene.send.clone();
    let typed = Callback::from(move |event: Event| {
        if let Some(input) = event.target_dyn_into::<web_sys::HtmlInputElement>() {
            send.emit(Action::Server(input.value()));
        }
    });
    let field = el("input")
        .attr("id", "server")
        .attr("dir", "ltr")
        .attr("inputmode", "url")
        .attr("autocapitalize", "none")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .value(server)
        .set_if("aria-invalid", wrong.then_some("true"))
        .attr("aria-describedby", "server-wrong")
        .class("field")
        .on_change(typed);
    let told = el("p")
        .attr("id", "server-wrong")
        .hidden(!wrong)
        .class("heard")
        .child(el("span").text(&words[Word::ServerWrong]));
    let asked = el("div")
        .class("tight")
        .child(el("label").attr("for", "server").text(&words[Word::Server]))
        .child(field)
        .child(told);
    let summary = el("summary").text("Mastodon");
    el("details").key("server").class("fold server").child(summary).child(asked)
}

/// Whether what she typed can be no server.
pub(in crate::view) fn is_no_server(typed: &str) -> bool {
    server_in(typed).is_none() && !typed.trim().is_empty()
}

/// A real link, which leads away only when it is followed.
fn follow(scene: &Scene, id: &'static str, name: &str, href: &str) -> Element {
    // A mail program opens no page.
    el("a")
        .set("href", href)
        .attr("rel", "noopener noreferrer")
        .set_if("target", (id != "email").then_some("_blank"))
        .attr("data-network", id)
        .on_click(scene.asks(Ask::Follow(id)))
        .text(name)
}

/// What she can take away: all of it is made here, and nothing is sent.
fn keep(scene: &Scene) -> Element {
    let words = scene.words;
    let leaving = [
        (&words[Word::KeepFile], Ask::Save),
        (&words[Word::Picture], Ask::Picture { square: false }),
        (&words[Word::PictureSquare], Ask::Picture { square: true }),
        (&words[Word::Print], Ask::Print),
    ];
    let leaving = leaving
        .into_iter()
        .map(|(word, ask)| scene.ask(word, false, ask).key(word).hidden(!scene.outside.can_leave));
    let keeps = el("div")
        .class("keeps")
        .child(scene.ask(&words[Word::KeepText], false, Ask::CopyText))
        .children(leaving)
        .child(open_saved(scene));
    let title = el("div")
        .class("tight")
        .child(scene.small(&words[Word::KeepTitle]))
        .child(el("p").class("small soft").text(&words[Word::KeepNote]));
    el("div")
        .class("stack")
        .child(title)
        .child(keeps)
        .child(heard(scene, &[Heard::TextCopied, Heard::Saved, Heard::NoPicture, Heard::NotRead]))
}
