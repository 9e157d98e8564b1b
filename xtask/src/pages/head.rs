//! What stands around the words of a page: its head, for previews and search engines, and the quiz.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use career_quiz::quiz::Quiz;

use crate::markup::escape;

/// Where things stand, as seen from a page.
pub(super) struct Site<'a> {
    /// What all languages share.
    pub(super) root: &'a str,
    /// The quiz's own page in the page's language.
    pub(super) home: &'a str,
    /// The script whose first question is in that language.
    pub(super) script: &'a str,
}

/// Where a page and its picture stand.
pub(super) struct Place<'a> {
    pub(super) page: String,
    pub(super) picture: String,
    /// The picture in words.
    pub(super) says: &'a str,
}

/// What previews and search engines read. Title and description are escaped already.
pub(super) struct Head<'a> {
    pub(super) kind: &'a str,
    pub(super) title: &'a str,
    pub(super) description: &'a str,
    pub(super) quiz: &'a Quiz,
    pub(super) locale: &'a str,
    pub(super) place: Option<Place<'a>>,
}

impl Head<'_> {
    /// Open Graph, which most read, and what X reads besides.
    fn tags(&self) -> String {
        let mut tags = vec![
            meta("property", "og:type", self.kind),
            meta("property", "og:title", self.title),
            meta("property", "og:description", self.description),
            meta("property", "og:site_name", &escape(&self.quiz.title)),
            meta("property", "og:locale", &escape(self.locale)),
        ];
        if let Some(Place { page, picture, says }) = &self.place {
            let (page, picture, says) = (escape(page), escape(picture), escape(says));
            tags.extend([
                format!(r#"<link rel="canonical" href="{page}">"#),
                meta("property", "og:url", &page),
                meta("property", "og:image", &picture),
                meta("property", "og:image:type", "image/png"),
                meta("property", "og:image:width", "1200"),
                meta("property", "og:image:height", "630"),
                meta("property", "og:image:alt", &says),
                meta("name", "twitter:image", &picture),
                meta("name", "twitter:image:alt", &says),
            ]);
        }
        tags.extend([
            meta("name", "twitter:card", "summary_large_image"),
            meta("name", "twitter:title", self.title),
            meta("name", "twitter:description", self.description),
        ]);
        tags.join("\n")
    }
}

pub(super) fn meta(key: &str, name: &str, content: &str) -> String {
    format!(r#"<meta {key}="{name}" content="{content}">"#)
}

/// page.js goes first: it puts the article where it stays before the element would hide it.
pub(super) fn html(head: &Head, site: &Site, inside: &str) -> String {
    let Site { root, home, script } = site;
    let Head { title, description, quiz, .. } = head;
    let (lang, dir, heading) = (escape(&quiz.lang), quiz.direction(), escape(&quiz.title));
    let tags = head.tags();
    format!(
        r#"<!DOCTYPE html>
<html lang="{lang}" dir="{dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta name="description" content="{description}">
<link rel="icon" href="data:,">
{tags}
<link rel="stylesheet" href="{root}page.css">
<script type="module" src="{root}page.js"></script>
<script type="module" src="{root}{script}"></script>
</head>
<body>
<header><h1><a href="{home}">{heading}</a></h1></header>
<main>
<career-quiz>
{inside}
</career-quiz>
</main>
</body>
</html>
"#
    )
}

/// Gives index.html the tags, with the title and the description it has.
pub(super) fn index(file: &Path, quiz: &Quiz, locale: &str, place: Place) -> Result<()> {
    let html = fs::read_to_string(file)?;
    let between = |open: &str, close: &str| {
        let found = html.split(open).nth(1).and_then(|rest| rest.split(close).next());
        found.with_context(|| format!("index.html has no {open}"))
    };
    let head = Head {
        kind: "website",
        title: between("<title>", "</title>")?,
        description: between(r#"<meta name="description" content=""#, "\"")?,
        quiz,
        locale,
        place: Some(place),
    };
    let tagged = html.replacen("</title>", &format!("</title>\n{}", head.tags()), 1);
    fs::write(file, tagged)?;
    Ok(())
}
