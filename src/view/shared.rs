//! What someone shared: the result, the reasons where the link tells them, and the way to her own.

use super::bars;
use super::element::{Element, el};
use super::mark;
use super::result::{Drawing, about, section, why};
use super::resume;
use super::scene::Scene;
use crate::quiz::{Action, Band, LinkError, Outline, Screen, Shared, Word, recommend};

pub(super) fn draw(scene: &Scene) -> Element {
    match scene.session.opened().map(|opened| &opened.shared) {
        Some(Ok(shared)) => result(scene, shared),
        Some(Err(error)) => closed(scene, *error),
        None => closed(scene, LinkError::Damaged),
    }
}

fn result(scene: &Scene, shared: &Shared) -> Element {
    let (words, quiz) = (scene.words, scene.quiz);
    let outline = shared.outline(quiz);
    let path = outline.path();
    let left_out = scene.session.opened().is_some_and(|opened| !opened.dropped.is_empty());
    let matches = el("figure")
        .class("stack")
        .child(bars::all(quiz, &outline))
        .child(el("figcaption").class("small soft").text(&words[Word::OpenPart]))
        .child(el("p").class("small soft").text(&words[Word::SharedMeaning]));
    let why = match shared.answers() {
        None => el("p").text(&words[Word::SharedOnly]),
        Some(answers) => {
            let (answers, result) = (answers.clone(), recommend(quiz, answers));
            why::draw(&Drawing { scene, answers, result })
        }
    };
    let is_given = about::is_given(scene, path);
    let inside = about::draw(scene, path);
    el("article")
        .class("result")
        .part("result")
        .set("data-path", quiz.path_id(path))
        .child(hero(scene, &outline, left_out))
        .child(section(scene, &words[Word::SharedMatches], "matches", true, matches))
        .child(section(scene, &words[Word::WhyTitle], "why", true, why))
        .child(section(scene, &words[Word::PathTitle], "inside", is_given, inside))
        .child(onward(scene))
}

fn hero(scene: &Scene, outline: &Outline, left_out: bool) -> Element {
    let (words, quiz) = (scene.words, scene.quiz);
    let head = match outline.band {
        Band::Clear => &words[Word::SharedClear],
        Band::Leaning => &words[Word::SharedLeaning],
        Band::Close => &words[Word::HeadClose],
    };
    let name = |path| quiz.path_names(path).0;
    let values = [("path", name(outline.path())), ("second", name(outline.second()))];
    let path = quiz.paths.get(outline.path());
    let marked = |name: &str| if name == "path" { mark::class_of(path) } else { None };
    let stage = outline.stage.and_then(|at| quiz.stages.get(at));
    let number = outline.stage.map_or(0, |at| at + 1).to_string();
    let total = quiz.stages.len().to_string();
    let starts = [
        ("stage", stage.map_or("", |stage| stage.name.as_str())),
        ("n", &number),
        ("total", &total),
    ];
    let sentence = scene.sentence(head, &values, marked);
    mark::head(scene, &[outline.path()], &words[Word::Shared], sentence)
        .child(
            el("p").hidden(stage.is_none()).text(&words.fill(&words[Word::SharedStage], &starts)),
        )
        .child(el("p").class("small soft").hidden(!left_out).text(&words[Word::SharedPart]))
        .child(onward(scene))
}

/// A link that does not open: why, and what to do instead.
fn closed(scene: &Scene, error: LinkError) -> Element {
    let words = scene.words;
    let why = match error {
        LinkError::Newer => &words[Word::LinkNewer],
        LinkError::OtherQuiz => &words[Word::LinkOther],
        LinkError::Damaged => &words[Word::LinkDamaged],
        LinkError::Outdated => &words[Word::LinkOutdated],
    };
    resume::before(scene, &words[Word::LinkNone], why).child(onward(scene))
}

/// To her own quiz, wherever she is in it, and to both side by side.
fn onward(scene: &Scene) -> Element {
    let words = scene.words;
    let answers = scene.session.answers();
    let own = match () {
        () if scene.session.own_screen() == Screen::Result => &words[Word::SharedOwn],
        () if answers.is_blank() => &words[Word::SharedTake],
        () => &words[Word::SharedContinue],
    };
    let compares = answers.enough(scene.quiz) && scene.session.shared().is_some();
    let both = scene.act(&words[Word::Compare], true, Action::Compare);
    el("div")
        .class("actions")
        .child(both.key("compare").hidden(!compares))
        .child(scene.act(own, !compares, Action::Own).key("own"))
}
