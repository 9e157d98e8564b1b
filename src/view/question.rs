//! One question: what is asked, what is missing, and the way on and back.

use yew::prelude::*;

use super::element::{Element, el};
use super::formats;
use super::scene::{Scene, button, focus, fresh, given, heard, open_saved, spaced};
use crate::quiz::{Action, Answer, Format, Heard, Question, Quiz, Session, Word};

pub(super) fn draw(scene: &Scene, at: usize, question: &Question) -> Element {
    let words = scene.words;
    let problem = problem(scene, at, question);
    let wrong = problem.is_some();
    let progress = scene.session.progress(scene.quiz, at);
    let (number, total) = (progress.number.to_string(), progress.total.to_string());
    let count = if progress.at_most { &words[Word::CountMost] } else { &words[Word::Count] };
    let count = words.fill(count, &[("n", &number), ("total", &total)]);
    let block = scene.quiz.blocks.get(question.block).map_or("", |block| &block.name);
    let block = match block {
        "" => String::new(),
        block => words.fill(&words[Word::InBlock], &[("block", block)]),
    };
    let help = question.help.as_deref();
    let note = note(scene.quiz, scene.session, at);
    let described = [
        help.map(|_| "help"),
        (!wrong && !note.is_empty()).then_some("note"),
        wrong.then_some("error"),
    ];
    let described: Vec<_> = described.into_iter().flatten().collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    let count = el("span")
        .class("count")
        .child(el("span").text(&count))
        .child(el("span").class("for-readers").text(&spaced(&block)));
    let told = el("p")
        .class("error")
        .attr("id", "error")
        .hidden(!wrong)
        .child(el("span").key("error").class("for-readers").text(&words[Word::Error]))
        .child(fresh(&spaced(problem.as_deref().unwrap_or_default())));
    let note = el("p")
        .class("note")
        .attr("id", "note")
        .set_if("role", scene.still.then_some("status"))
        .hidden(wrong)
        .child(fresh(&note));
    let asked = el("fieldset")
        .class("asked")
        .class(wrong.then_some("wrong"))
        .set_if("aria-describedby", described.as_deref())
        .child(el("legend").child(count).child(scene.title(&question.prompt)))
        .child(
            el("p")
                .class("help")
                .attr("id", "help")
                .hidden(help.is_none())
                .text(help.unwrap_or_default()),
        )
        .child(el("div").class("notes").child(note).child(told))
        .child(formats::draw(scene, at, question));
    let skip = scene
        .link(&words[Word::Skip], Action::Skip)
        .hidden(!scene.session.can_skip(scene.quiz, at));
    let before = el("div")
        .hidden(at > 0 || scene.session.can_go_back())
        .child(open_saved(scene))
        .child(
            scene
                .link(&words[Word::PutBack], Action::PutBack)
                .hidden(scene.session.previous().is_none()),
        )
        .child(heard(scene, &[Heard::NotRead]));
    el("form")
        .class("question")
        .part("question")
        .attr("method", "dialog")
        .child(
            scene
                .link(&words[Word::Back], Action::Back)
                .class("back")
                .hidden(!scene.session.can_go_back()),
        )
        .child(intro(scene, at))
        .child(asked)
        .child(el("div").class("actions").child(scene.submit(&words[Word::Continue])).child(skip))
        .child(before)
        .child(summary(scene, problem.as_deref()))
}

/// What the quiz is, above its first question.
fn intro(scene: &Scene, at: usize) -> Element {
    let intro = &scene.quiz.intro;
    el("header")
        .class("intro tight")
        .hidden(at > 0 || scene.session.can_go_back())
        .child(el(scene.h(0)).class("part").text(&intro.title))
        .child(given("soft", &intro.body))
        .child(given("soft", &intro.promise))
}

/// The problem once more where Continue was pressed. It stands below the button, so that nothing
/// the visitor is looking at moves when it appears; the focus goes to it.
fn summary(scene: &Scene, problem: Option<&str>) -> Element {
    let first = scene.first.clone();
    let go = Callback::from(move |_| focus(&first));
    let go = button("link").on_click(go).child(fresh(problem.unwrap_or_default()));
    problem_box(scene, problem.is_some()).child(go)
}

/// What takes the focus when Continue came too early, with its heading.
pub(super) fn problem_box(scene: &Scene, shown: bool) -> Element {
    el("div")
        .class("problem")
        .attr("tabindex", "-1")
        .attr("role", "group")
        .attr("aria-labelledby", "problem")
        .hidden(!shown)
        .node(&scene.problem)
        .child(el(scene.h(1)).class("sub").attr("id", "problem").text(&scene.words[Word::Problem]))
}

/// What is missing, once Continue was pressed too early.
fn problem(scene: &Scene, at: usize, question: &Question) -> Option<String> {
    let words = scene.words;
    if scene.session.early() == 0 || scene.session.answers().complete(scene.quiz, at).is_some() {
        return None;
    }
    let needed = match &question.format {
        Format::Single { .. } | Format::Scale { .. } => words[Word::NeedChoice].to_owned(),
        Format::Multiple { min, .. } => {
            words.fill(&words[Word::NeedPicks], &[("min", &min.to_string())])
        }
        Format::Rating { .. } => words[Word::NeedRatings].to_owned(),
        Format::Rank { .. } => words[Word::NeedOrder].to_owned(),
    };
    Some(match scene.session.can_skip(scene.quiz, at) {
        true => format!("{needed} {}", &words[Word::OrSkip]),
        false => needed,
    })
}

/// How many are picked, and that there are no more to pick.
pub(super) fn note(quiz: &Quiz, session: &Session, at: usize) -> String {
    let format = quiz.questions.get(at).map(|question| &question.format);
    let Some(Format::Multiple { choices, max, .. }) = format else {
        return String::new();
    };
    let picked = match session.answers().get(at) {
        Some(Answer::Picks(picks)) => picks.len(),
        _ => 0,
    };
    let words = &quiz.words;
    let template = match () {
        () if session.over_limit() => &words[Word::PicksFull],
        () if *max < choices.len() => &words[Word::Picks],
        () => &words[Word::PicksOpen],
    };
    words.fill(template, &[("n", &picked.to_string()), ("max", &max.to_string())])
}
