//! What shared links lead to: a page and a picture a path, in `r/` of what is hosted.
//!
//! ```text
//! r/nlp.html#1r.career-quiz.leaning.nlp73…    the page of her path; the fragment stays with her
//! r/nlp.png                                        what previews show of it
//! r/quiz.png                                       what they show of the quiz's own page
//! es/index.html r/es/nlp.html r/es/nlp.png …       the same in another language
//! ```
//! Previews need whole addresses, so without one the tags that hold any are left out.

mod head;

use std::fs;
use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, ensure};
use career_quiz::quiz::{Quiz, SHIPPED};
use career_quiz::view::{mark_class, outline, pages as draw};
use serde_json::{Value, json};

use crate::languages::translations;
use crate::markup::{escape, markup};
use crate::prerender::tree_of;
use crate::tools::cargo;
use head::{Head, Place, Site, html, index};

/// The pictures of the pages that were written, still to be drawn.
#[must_use]
pub(crate) struct Pictures(Vec<Value>);

impl Pictures {
    /// Draws them where the pages stand.
    pub(crate) fn draw(&self, into: &Path) -> Result<()> {
        let mut program = cargo();
        program.args(["run", "--quiet", "--package", "pictures", "--"]).arg(into);
        let mut program = program.stdin(Stdio::piped()).spawn()?;
        let wanted = program.stdin.take().context("the pictures cannot be told of")?;
        serde_json::to_writer(wanted, &self.0)?;
        let status = program.wait()?;
        ensure!(status.success(), "the pictures could not be drawn ({status})");
        Ok(())
    }
}

/// Writes every page, gives their pictures, and writes what previews read of index.html. The quiz's own pages stand in
/// `r/`, those of another language in `r/LANGUAGE/`.
pub(crate) fn write(into: &Path, base: Option<&str>) -> Result<Pictures> {
    let translations = translations()?;
    let files: Vec<_> = translations.iter().map(|one| one.file.as_str()).collect();
    write_of(&[&[SHIPPED], &files[..]].concat(), into, base)
}

fn write_of(quizzes: &[&str], into: &Path, base: Option<&str>) -> Result<Pictures> {
    let mut pictures = Vec::new();
    for (at, file) in quizzes.iter().enumerate() {
        let quiz = Quiz::read(file)?;
        let lang = &quiz.lang;
        let (folder, root, home, script) = match at {
            0 => ("r/".into(), "../", "../".into(), "career-quiz.js".into()),
            _ => (
                format!("r/{lang}/"),
                "../../",
                format!("../../{lang}/"),
                format!("career-quiz.{lang}.js"),
            ),
        };
        let site = Site { root, home: &home, script: &script };
        fs::create_dir_all(into.join(&folder))?;
        let drawn = draw(&quiz, &home);
        let paths = quiz.paths.iter().map(|path| {
            let mark = json!({"name": mark_class(path.mark), "outline": outline(path.mark)});
            json!({"id": path.id, "name": path.name, "tag": path.tag, "mark": mark})
        });
        let blocks = quiz.questions.iter().map(|question| question.block);
        pictures.push(json!({
            "folder": folder, "title": quiz.title, "length": drawn.length, "base": base,
            "mirrored": quiz.direction() == "rtl", "blocks": blocks.collect::<Vec<_>>(),
            "paths": paths.collect::<Vec<_>>(),
        }));
        for (path, page) in quiz.paths.iter().zip(&drawn.paths) {
            ensure!(path.id != "quiz", "a path may not be called quiz: its picture is the quiz's");
            let name = format!("{folder}{}", path.id);
            let head = Head {
                kind: "article",
                title: &escape(&page.title),
                description: &escape(&page.description),
                quiz: &quiz,
                locale: &drawn.locale,
                place: base.map(|base| Place {
                    page: format!("{base}{name}.html"),
                    picture: format!("{base}{name}.png"),
                    says: &page.picture,
                }),
            };
            let article = markup(&tree_of(&page.article)?)?;
            fs::write(into.join(format!("{name}.html")), html(&head, &site, &article))?;
        }
        let picture = format!("{folder}quiz.png");
        let place = |page: &str| {
            base.map(|base| Place {
                page: format!("{base}{page}"),
                picture: format!("{base}{picture}"),
                says: &drawn.picture,
            })
        };
        if at > 0 {
            let head = Head {
                kind: "website",
                title: &escape(&quiz.title),
                description: &escape(&quiz.intro.body),
                quiz: &quiz,
                locale: &drawn.locale,
                place: place(&format!("{lang}/")),
            };
            let site = Site { root: "../", home: "./", script: &script };
            let inside = format!("<p>{}</p>", escape(&quiz.intro.body));
            fs::create_dir_all(into.join(lang))?;
            fs::write(into.join(lang).join("index.html"), html(&head, &site, &inside))?;
        } else if let Some(place) = place("") {
            index(&into.join("index.html"), &quiz, &drawn.locale, place)?;
        }
    }
    Ok(Pictures(pictures))
}

#[cfg(test)]
mod tests {
    use super::head::meta;
    use super::*;

    const BASE: &str = "https://example.com/quiz/";

    /// The pages in a folder of their own, for as long as `use_them` takes.
    fn written<T>(quizzes: &[&str], base: Option<&str>, use_them: impl FnOnce(&Path) -> T) -> T {
        use std::sync::atomic::{AtomicUsize, Ordering};
        static FOLDERS: AtomicUsize = AtomicUsize::new(0);
        let number = FOLDERS.fetch_add(1, Ordering::Relaxed);
        let name = format!("career-quiz-pages-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder).unwrap();
        fs::copy(crate::tools::root().join("index.html"), folder.join("index.html")).unwrap();
        write_of(quizzes, &folder, base).unwrap().draw(&folder).unwrap();
        let result = use_them(&folder);
        fs::remove_dir_all(&folder).unwrap();
        result
    }

    fn read(folder: &Path, name: &str) -> String {
        fs::read_to_string(folder.join(name)).unwrap()
    }

    #[test]
    fn every_path_has_a_page_that_tells_previews_its_name_its_address_and_its_picture() {
        let quiz = Quiz::read(SHIPPED).unwrap();
        written(&[SHIPPED], Some(BASE), |folder| {
            for path in &quiz.paths {
                let (id, name) = (&path.id, escape(&path.name));
                let (tag, what) = (escape(&path.tag), escape(&path.what));
                let page = read(folder, &format!("r/{id}.html"));
                let title = format!("{name}: a path into machine learning");
                let description = format!("{tag}. {what}");
                let (address, picture) =
                    (format!("{BASE}r/{id}.html"), format!("{BASE}r/{id}.png"));
                for tag in [
                    format!("<title>{title}</title>"),
                    meta("name", "description", &description),
                    meta("property", "og:title", &title),
                    meta("property", "og:description", &description),
                    meta("property", "og:type", "article"),
                    meta("property", "og:url", &address),
                    meta("property", "og:site_name", &escape(&quiz.title)),
                    meta("property", "og:locale", "en_GB"),
                    meta("property", "og:image", &picture),
                    meta("property", "og:image:type", "image/png"),
                    meta("property", "og:image:width", "1200"),
                    meta("property", "og:image:height", "630"),
                    meta("name", "twitter:card", "summary_large_image"),
                    meta("name", "twitter:title", &title),
                    meta("name", "twitter:description", &description),
                    meta("name", "twitter:image", &picture),
                    format!(r#"<link rel="canonical" href="{address}">"#),
                ] {
                    assert_eq!(page.matches(&tag).count(), 1, "{id}: {tag}");
                }
                for alt in [
                    r#"property="og:image:alt" content=""#,
                    r#"name="twitter:image:alt" content=""#,
                ] {
                    assert!(page.contains(&format!("{alt}{name}. {tag}.")), "{id}: {alt}");
                }
                assert!(folder.join(format!("r/{id}.png")).is_file());
            }
        });
    }

    #[test]
    fn the_quizzes_own_page_is_told_as_it_names_itself_with_the_picture_of_all_paths() {
        written(&[SHIPPED], Some(BASE), |folder| {
            let page = read(folder, "index.html");
            let title = page.split("<title>").nth(1).unwrap().split("</title>").next().unwrap();
            for tag in [
                meta("property", "og:title", title),
                meta("property", "og:type", "website"),
                meta("property", "og:url", BASE),
                meta("property", "og:image", &format!("{BASE}r/quiz.png")),
                format!(r#"<link rel="canonical" href="{BASE}">"#),
            ] {
                assert_eq!(page.matches(&tag).count(), 1, "{tag}");
            }
            assert!(folder.join("r/quiz.png").is_file());
        });
    }

    #[test]
    fn without_its_address_no_page_names_one() {
        let quiz = Quiz::read(SHIPPED).unwrap();
        written(&[SHIPPED], None, |folder| {
            let own = fs::read_to_string(crate::tools::root().join("index.html")).unwrap();
            assert_eq!(read(folder, "index.html"), own);
            for path in &quiz.paths {
                let page = read(folder, &format!("r/{}.html", path.id));
                for absolute in ["canonical", "og:url", "og:image", "twitter:image", "://"] {
                    assert!(!page.contains(absolute), "{}: {absolute}", path.id);
                }
                assert!(page.contains(r#"property="og:title""#));
            }
        });
    }

    #[test]
    fn a_page_says_all_of_its_path_and_leads_to_the_quiz_and_to_the_others() {
        let quiz = Quiz::read(SHIPPED).unwrap();
        written(&[SHIPPED], None, |folder| {
            for path in &quiz.paths {
                let page = read(folder, &format!("r/{}.html", path.id));
                let article = page.split("<article").nth(1).unwrap();
                let texts = [&path.name, &path.tag, &path.what, &path.first_project];
                let lists = [&path.areas, &path.learn, &path.roles_today, &path.domains];
                let lists = lists.into_iter().flatten();
                for text in
                    texts.into_iter().chain(lists).chain(path.close_to.iter().map(|(_, text)| text))
                {
                    assert!(article.contains(&format!(">{}<", escape(text))), "{text}");
                }
                // A stranger has not answered anything.
                assert!(!page.contains(&escape(&path.summary)) && !page.contains("Your answers"));
                assert!(article.contains(r#"<a href="../">"#));
                for other in &quiz.paths {
                    let link = format!(r#"<a href="{}.html">"#, other.id);
                    assert_eq!(article.contains(&link), other.id != path.id, "{link}");
                }
                assert!(!page.contains("style=") && !page.contains(" hidden="), "{}", path.id);
            }
        });
    }

    #[test]
    fn whatever_a_quiz_is_called_its_pages_stay_whole() {
        let wild = r#"<script>"Ampersand" & 'Söhne'</script>"#;
        let mut file: serde_json::Value = serde_json::from_str(SHIPPED).unwrap();
        file["title"] = wild.into();
        file["paths"][0]["name"] = wild.into();
        file["paths"][0]["tag"] = wild.into();
        written(&[&file.to_string()], Some("https://example.com/?a=\"b\"&c/"), |folder| {
            let page = read(folder, "r/neural-networks.html");
            assert!(!page.contains("<script>") && !page.contains("Ampersand\""), "{page}");
            assert_eq!(page.matches("<script").count(), 2);
            let safe = escape(wild);
            assert!(page.contains(&format!(r#"<meta property="og:site_name" content="{safe}">"#)));
            assert!(
                page.contains("https://example.com/?a=&quot;b&quot;&amp;c/r/neural-networks.html")
            );
        });
    }

    #[test]
    fn another_language_has_its_own_folder_and_its_own_words() {
        let mut file: serde_json::Value = serde_json::from_str(SHIPPED).unwrap();
        file["lang"] = "ru".into();
        file["paths"][1]["name"] = "Обработка естественного языка".into();
        file["words"]["page_locale"] = "ru_RU".into();
        written(&[SHIPPED, &file.to_string()], Some(BASE), |folder| {
            let page = read(folder, "r/ru/nlp.html");
            for part in [
                r#"<html lang="ru" dir="ltr">"#,
                r#"<meta property="og:locale" content="ru_RU">"#,
                r#"content="https://example.com/quiz/r/ru/nlp.png""#,
                r#"href="../../page.css""#,
                r#"src="../../career-quiz.ru.js""#,
                ">Обработка естественного языка<",
            ] {
                assert!(page.contains(part), "{part}");
            }
            assert!(folder.join("r/ru/quiz.png").is_file());
            let own = read(folder, "ru/index.html");
            for part in [r#"<html lang="ru" dir="ltr">"#, r#"src="../career-quiz.ru.js""#] {
                assert!(own.contains(part), "{part}");
            }
            assert!(page.contains(r#"href="../../ru/""#));
            assert!(read(folder, "r/nlp.html").contains(r#"<html lang="en" dir="ltr">"#));
            assert!(read(folder, "index.html").contains("r/quiz.png"));
        });
    }

    #[test]
    fn every_picture_is_1200_by_630_small_and_the_same_each_time() {
        let pictures = |folder: &Path| {
            let files = fs::read_dir(folder.join("r")).unwrap().map(|file| file.unwrap().path());
            let pictures = files.filter(|file| file.extension().is_some_and(|end| end == "png"));
            let read = pictures
                .map(|file| (file.file_name().unwrap().to_owned(), fs::read(&file).unwrap()));
            read.collect::<std::collections::BTreeMap<_, _>>()
        };
        let first = written(&[SHIPPED], Some(BASE), pictures);
        assert_eq!(first.len(), 5);
        for (name, bytes) in &first {
            // The head of a PNG (its specification, 11.2.1).
            let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
            assert_eq!((side(16), side(20)), (1200, 630), "{name:?}");
            assert!(bytes.len() <= 60_000, "{name:?} has {} bytes", bytes.len());
        }
        assert!(first == written(&[SHIPPED], Some(BASE), pictures));
    }
}
