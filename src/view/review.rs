//! Every answer before the result, each one press from being changed.

use super::element::{Element, el};
use super::question::problem_box;
use super::scene::{Scene, button, spaced};
use crate::quiz::{Action, Answer, Question, Word};

pub(super) fn draw(scene: &Scene) -> Element {
    let words = scene.words;
    let quiz = scene.quiz;
    let answers = scene.session.answers();
    let asked = answers.asked(quiz);
    let open = (0..quiz.questions.len()).filter(|at| answers.is_open(quiz, *at)).count();
    let state = match open {
        _ if !answers.enough(quiz) => words[Word::ReviewMissing].to_owned(),
        0 => words[Word::ReviewAll].to_owned(),
        open => words.fill(&words[Word::ReviewOpen], &[("n", &open.to_string())]),
    };
    let blocks = quiz.blocks.iter().enumerate().map(|(block, about)| {
        let questions = || {
            let all = quiz.questions.iter().zip(&asked).enumerate();
            all.filter(|(_, (one, asked))| one.block == block && **asked)
        };
        let lines = questions().map(|(at, (question, _))| line(scene, at, question));
        el("section")
            .key(about.id.as_str())
            .class("stack")
            .hidden(questions().next().is_none())
            .child(scene.part(&about.name))
            .child(el("dl").class("answers").children(lines))
    });
    let head = el("header")
        .child(scene.title(&words[Word::Review]))
        .child(el("p").class("help").text(&state));
    el("form")
        .class("question review")
        .attr("method", "dialog")
        .child(scene.link(&words[Word::Back], Action::Back).class("back"))
        .child(head)
        .child(el("div").class("loose").children(blocks))
        .child(el("div").class("actions").child(scene.submit(&words[Word::SeeResult])))
        .child(problem(scene))
}

fn line(scene: &Scene, at: usize, question: &Question) -> Element {
    let words = scene.words;
    let answer = scene.session.answers().complete(scene.quiz, at);
    let (lines, none) = quoted(scene, question, answer);
    let verb = if answer.is_some() { &words[Word::Change] } else { &words[Word::Answer] };
    let open = button("link")
        .on_click(scene.on(Action::Open(at)))
        .child(el("span").text(verb))
        .child(el("span").class("for-readers").text(&spaced(&question.prompt)));
    el("div")
        .key(question.id.as_str())
        .child(el("dt").text(&question.prompt))
        .child(el("dd").class("said").child(lines).child(none))
        .child(el("dd").child(open))
}

/// An answer in its own words, and what stands there where there are none.
pub(super) fn quoted(
    scene: &Scene,
    question: &Question,
    answer: Option<&Answer>,
) -> (Element, Element) {
    let words = scene.words;
    let said = answer.map(|answer| question.said(answer)).unwrap_or_default();
    let lines = said.iter().enumerate();
    let lines = lines.map(|(at, said)| el("li").key(at).text(&words.quote(said)));
    let none = if answer.is_some() { &words[Word::NonePicked] } else { &words[Word::NotAnswered] };
    (
        el("ul").class("lines").hidden(said.is_empty()).children(lines),
        el("p").class("soft").hidden(!said.is_empty()).text(none),
    )
}

/// What must be answered before a path can be shown, each a press away.
fn problem(scene: &Scene) -> Element {
    let words = scene.words;
    let answers = scene.session.answers();
    let (required, more) = answers.missing(scene.quiz);
    let shown = scene.session.early() > 0 && (!required.is_empty() || more > 0);
    let required = required.iter().filter_map(|&at| {
        let question = scene.quiz.questions.get(at)?;
        let text = words.fill(&words[Word::NeedQuestion], &[("question", &question.prompt)]);
        Some(el("li").key(at).child(scene.link(&text, Action::Open(at))))
    });
    let is_open = |at: &usize| answers.is_open(scene.quiz, *at);
    let next = scene.quiz.rules.counted.iter().copied().find(is_open).unwrap_or(0);
    let text = words.fill(&words[Word::NeedMore], &[("n", &more.to_string())]);
    let more = el("li").key("more").hidden(more == 0).child(scene.link(&text, Action::Open(next)));
    problem_box(scene, shown).child(el("ul").children(required).child(more))
}
