//! A result to take along: as a file that brings it back, as text, and as what a picture shows.

use super::template::joined;
use super::{
    Answers, Band, Outline, Piece, Quiz, Session, Shared, Word, recommend, roadmap, stage,
};

/// What a result's file is: other programs look at this before anything else.
const KIND: &str = "career-quiz result";

/// The sentence that names the winner in the first person, for posts and pictures.
#[must_use]
pub fn headline(quiz: &Quiz, outline: &Outline) -> String {
    joined(&head(quiz, outline))
}

fn head<'a>(quiz: &'a Quiz, outline: &Outline) -> Vec<Piece<'a>> {
    let template = match outline.band {
        Band::Clear => &quiz.words[Word::MyClear],
        Band::Leaning => &quiz.words[Word::MyLeaning],
        Band::Close => &quiz.words[Word::HeadClose],
    };
    let name = |path| quiz.path_names(path).0;
    let values = [("path", name(outline.path())), ("second", name(outline.second()))];
    quiz.words.pieces(template, &values)
}

/// What a picture of a result shows, as JSON for `card.js`; `site` stands at its foot. `outlines`
/// gives each path's shape as SVG path data, with the name of its colour.
#[must_use]
pub fn card(
    quiz: &Quiz,
    outline: &Outline,
    site: &str,
    shape: impl Fn(usize) -> (&'static str, &'static str),
) -> String {
    let head = head(quiz, outline).into_iter().map(|piece| match piece {
        Piece::Filled { name: "path", value } => {
            object(&[("text", text(value)), ("mark", text(shape(outline.path()).0))])
        }
        Piece::Text(value) | Piece::Filled { value, .. } => object(&[("text", text(value))]),
    });
    let rows = outline.matches.iter().map(|(path, percent)| {
        let (mark, d) = shape(*path);
        object(&[
            ("name", text(quiz.path_names(*path).1)),
            ("percent", percent.to_string()),
            ("label", text(&quiz.words.numbers.percent(*percent))),
            ("mark", text(mark)),
            ("d", text(d)),
        ])
    });
    let foot = [&quiz.words[Word::PageLength], site].into_iter().filter(|line| !line.is_empty());
    object(&[
        ("lang", text(&quiz.lang)),
        ("dir", text(quiz.direction())),
        ("title", text(&quiz.title)),
        ("head", list(head)),
        ("foot", list(foot.map(text))),
        ("rows", list(rows)),
    ])
}

/// A result's file: what it says, for people and other programs, and `code`, which brings it back.
#[must_use]
pub fn file(quiz: &Quiz, session: &Session) -> String {
    let answers = session.answers();
    let outline = Outline::of(quiz, answers);
    let matches = outline.matches.iter();
    let matches: Vec<_> =
        matches.map(|(path, percent)| (quiz.path_id(*path), percent.to_string())).collect();
    let said = quiz.questions.iter().enumerate().filter_map(|(at, question)| {
        let said = question.said(answers.complete(quiz, at)?);
        let lines = said.iter().map(|said| text(&quiz.words.quote(said)));
        Some((question.id.as_str(), list(lines)))
    });
    let said: Vec<_> = said.collect();
    let stage = outline.stage.and_then(|at| quiz.stages.get(at));
    let file = object(&[
        ("kind", text(KIND)),
        ("quiz", text(&quiz.id)),
        ("version", text(&quiz.version)),
        ("title", text(&quiz.title)),
        ("path", text(quiz.path_id(outline.path()))),
        ("band", text(outline.band.id())),
        ("stage", stage.map_or_else(|| "null".to_owned(), |stage| text(&stage.id))),
        ("matches", object(&matches)),
        ("answers", object(&said)),
        ("code", text(&session.saved(quiz))),
    ]);
    file + "\n"
}

/// A result as Markdown, with its link at the end.
#[must_use]
pub fn markdown(quiz: &Quiz, answers: &Answers, link: &str) -> String {
    let words = &quiz.words;
    let result = recommend(quiz, answers);
    let outline = Shared::Answers(answers.clone()).outline(quiz);
    let mut lines = vec![format!("# {}", plain(&quiz.title)), String::new()];
    lines.push(format!("**{}**", plain(&headline(quiz, &outline))));
    let mut part = |title: &str, list: Vec<String>| {
        if !list.is_empty() {
            lines.extend([String::new(), format!("## {}", plain(title)), String::new()]);
            lines.extend(list);
        }
    };
    let name = |path: usize| quiz.path_names(path).1;
    let matches = outline.matches.iter();
    let matches = matches.map(|(path, percent)| {
        format!("- {}: {}", plain(name(*path)), words.numbers.percent(*percent))
    });
    part(&words[Word::Matches], matches.collect());
    let mut reasons: Vec<_> = result.reasons.iter().collect();
    super::sort_short(&mut reasons, |one| std::cmp::Reverse(one.amount));
    let reasons = reasons.into_iter().filter_map(|reason| {
        let question = quiz.questions.get(reason.question)?;
        let said = question.said(answers.complete(quiz, reason.question)?);
        let said: Vec<_> = said.iter().map(|said| plain(&words.quote(said))).collect();
        let amount = words.numbers.signed(result.shown(quiz, reason.amount));
        Some(format!("- {} {} ({amount})", plain(&question.prompt), said.join("; ")))
    });
    part(&words[Word::WhyTitle], reasons.collect());
    if let Some(stage) = stage(quiz, answers).and_then(|at| quiz.stages.get(at)) {
        let line = [("stage", stage.name.as_str()), ("line", stage.line.as_str())];
        let line = plain(&words.fill(&words[Word::StageLine], &line));
        let now = stage.now.iter().map(|now| format!("- {}", plain(now)));
        part(&words[Word::StageTitle], [line, String::new()].into_iter().chain(now).collect());
    }
    let steps = roadmap(quiz, answers).into_iter().enumerate().filter_map(|(at, step)| {
        let about = quiz.roadmap.get(step.step)?;
        let has = step.has.iter().map(|has| format!("\n   - {}", plain(has)));
        let (number, title, text) = (at + 1, plain(&about.title), plain(&about.text));
        Some(format!("{number}. **{title}** {text}{}", has.collect::<String>()))
    });
    part(&words[Word::RoadmapTitle], steps.collect());
    let path = quiz.paths.get(outline.path());
    if let Some(asked) = path.and_then(|path| path.call_to_action.as_ref()) {
        let note = asked.note.iter().flat_map(|note| [String::new(), plain(note)]);
        lines.extend(note);
        lines.extend([String::new(), format!("[{}](<{}>)", plain(&asked.text), asked.url)]);
    }
    lines.extend([String::new(), format!("<{link}>"), String::new()]);
    lines.join("\n")
}

/// Text whose marks Markdown does not read as its own.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for letter in text.chars() {
        if let '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' = letter {
            plain.push('\\');
        }
        plain.push(if letter.is_control() { ' ' } else { letter });
    }
    plain
}

/// A JSON string. Written out: serde_json's writer would be several times as much to download.
fn text(value: &str) -> String {
    let mut text = String::from("\"");
    for letter in value.chars() {
        match letter {
            '"' | '\\' => text.extend(['\\', letter]),
            letter if letter < ' ' => text.push_str(&format!("\\u{:04x}", u32::from(letter))),
            letter => text.push(letter),
        }
    }
    text.push('"');
    text
}

fn list(values: impl Iterator<Item = String>) -> String {
    format!("[{}]", values.collect::<Vec<_>>().join(","))
}

fn object(members: &[(&str, String)]) -> String {
    let members = members.iter().map(|(name, value)| format!("{}:{value}", text(name)));
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}
