//! The pages shared links lead to, one a path, drawn at build time. Servers and previews never see
//! her answers: they stand in the address's fragment, and the page alone says the path.
//!
//! A stranger reads them too, so nothing here speaks of "your" result.

use yew::prelude::Html;

use super::element::{Element, el};
use super::mark;
use super::result::about;
use super::scene::Scene;
use crate::quiz::{CareerPath, Quiz, Session, Word};

/// What the pages of one quiz say.
pub struct Pages {
    /// Language and territory, as in `en_GB`.
    pub locale: String,
    /// How long the quiz is.
    pub length: String,
    /// The picture of all paths in words.
    pub picture: String,
    /// One page a path, in the quiz's order.
    pub paths: Vec<Page>,
}

/// What the page of one path says.
pub struct Page {
    /// Its title.
    pub title: String,
    /// What a preview says under the title.
    pub description: String,
    /// Its picture in words.
    pub picture: String,
    /// What the page says without the quiz.
    pub article: Html,
}

/// Draws the pages of a quiz that stands at `home`, as an address relative to them.
#[must_use]
pub fn pages(quiz: &Quiz, home: &str) -> Pages {
    let words = &quiz.words;
    let session = Session::new(0);
    // The page's own heading is the quiz's title.
    let scene = Scene::still(quiz, &session, 1);
    let names: Vec<_> = quiz.paths.iter().map(|path| path.name.as_str()).collect();
    let names = names.join(&words[Word::OrderJoin]);
    let picture = [("quiz", quiz.title.as_str()), ("paths", &names)];
    let paths = quiz.paths.iter().enumerate().map(|(at, path)| {
        let values = [("path", path.name.as_str()), ("tag", &path.tag), ("what", &path.what)];
        // A sentence that would have a hole is not said; the name and the title are always there.
        let or = |whole: bool, template: &str, other: &str| match whole && !template.is_empty() {
            true => words.fill(template, &values),
            false => other.to_owned(),
        };
        let (tag, what) = (!path.tag.is_empty(), !path.what.is_empty());
        let alone = [&path.tag, &path.what].into_iter().find(|text| !text.is_empty());
        Page {
            title: or(true, &words[Word::PageTitle], &path.name),
            description: or(
                tag && what,
                &words[Word::PageDescription],
                alone.unwrap_or(&quiz.title),
            ),
            picture: or(tag, &words[Word::PagePicture], &path.name),
            article: article(&scene, at, path, home).into(),
        }
    });
    Pages {
        locale: words[Word::PageLocale].to_owned(),
        length: words[Word::PageLength].to_owned(),
        picture: words.fill(&words[Word::PagePictureAll], &picture),
        paths: paths.collect(),
    }
}

fn article(scene: &Scene, at: usize, path: &CareerPath, home: &str) -> Element {
    let words = scene.words;
    let others = scene.quiz.paths.iter().filter(|other| other.id != path.id).map(|other| {
        let link = el("a").set("href", &format!("{}.html", other.id)).text(&other.name);
        el("li")
            .key(other.id.as_str())
            .child(mark::draw(other.mark, None))
            .child(link)
            .child(aside(&other.tag))
    });
    let others = el("nav")
        .class("tight")
        .attr("aria-labelledby", "others")
        .child(scene.small(&words[Word::PageOthers]).attr("id", "others"))
        .child(el("ul").class("neighbours").children(others));
    let take = el("p")
        .class("take")
        .child(el("a").set("href", home).text(&words[Word::PageTake]))
        .child(aside(&words[Word::PageLength]));
    el("article")
        .class(mark::class(path.mark))
        .child(mark::row(&scene.quiz.paths, &[at]))
        .child(el(scene.h(1)).text(&path.name))
        .child(about::draw(scene, at))
        .child(others)
        .child(take)
}

fn aside(text: &str) -> Element {
    el("span").class("soft").hidden(text.is_empty()).text(text)
}
