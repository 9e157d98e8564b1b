//! Two results side by side, in words and as a picture.

use super::bars::{self, Bar};
use super::element::{Element, el};
use super::mark;
use super::review::quoted;
use super::scene::Scene;
use crate::quiz::{Action, Answers, Comparison, Fraction, Points, Screen, Shared, Word, compare};

pub(super) fn draw(scene: &Scene) -> Element {
    let (words, quiz) = (scene.words, scene.quiz);
    let Some(theirs) = scene.session.shared() else {
        return el("article");
    };
    let own = scene.session.answers();
    let mine = Shared::Answers(own.clone());
    let (me, they) = (mine.outline(quiz), theirs.outline(quiz));
    let compared = compare(quiz, &mine, theirs);
    let same = me.path() == they.path();
    let head = if same { &words[Word::CompareSame] } else { &words[Word::CompareOther] };
    let values =
        [("path", quiz.path_names(me.path()).0), ("other", quiz.path_names(they.path()).0)];
    let marked = |name: &str| {
        let path = if name == "path" { me.path() } else { they.path() };
        mark::class_of(quiz.paths.get(path))
    };
    let count = [("both", compared.both.to_string()), ("same", compared.same.to_string())];
    let count = count.each_ref().map(|(name, value)| (*name, value.as_str()));
    let count = match theirs.answers() {
        Some(_) => words.fill(&words[Word::CompareCount], &count),
        None => words[Word::CompareClosed].to_owned(),
    };
    let done = scene.session.own_screen() == Screen::Result;
    let back = if done { &words[Word::Return] } else { &words[Word::SharedContinue] };
    let whose = (&words[Word::You], &words[Word::They]);
    let sentence = scene.sentence(head, &values, marked);
    let hero = mark::head(scene, &[me.path(), they.path()], &words[Word::CompareTitle], sentence)
        .child(el("p").class("lede").text(&count));
    let bars = el("figure")
        .class("stack")
        .child(pairs(scene, &compared, whose, false))
        .child(el("figcaption").class("small soft").text(&words[Word::CompareOrder]));
    let apart = theirs.answers().map(|theirs| apart(scene, &compared, (own, theirs), whose, false));
    let stages = el("dl")
        .class("columns")
        .child(stage(scene, whose.0, me.stage))
        .child(stage(scene, whose.1, they.stage));
    let ways = el("div")
        .class("actions")
        .child(scene.quiet(back, Action::Own))
        .child(scene.link(&words[Word::DropShared], Action::DropShared));
    el("article")
        .class("result compare")
        .part("result")
        .child(hero)
        .child(section(scene, "bars", &words[Word::CompareBars]).child(bars))
        .child(
            section(scene, "answers", &words[Word::CompareAnswers])
                .hidden(compared.apart.is_empty())
                .child(el("div").children(apart)),
        )
        .child(
            section(scene, "stages", &words[Word::CompareStages])
                .hidden(me.stage.is_none() && they.stage.is_none())
                .child(stages),
        )
        .child(ways)
}

fn section(scene: &Scene, key: &'static str, title: &str) -> Element {
    el("section").key(key).class("section").child(scene.part(title))
}

/// Each path with two bars under its name, filled and open. The second result's come first where
/// `newer` says that it took the first one's place.
pub(super) fn pairs(
    scene: &Scene,
    compared: &Comparison,
    whose: (&str, &str),
    newer: bool,
) -> Element {
    let pairs = compared.paths.iter().filter_map(|&(path, one, two)| {
        let about = scene.quiz.paths.get(path)?;
        let (first, second) = if newer { (two, one) } else { (one, two) };
        let bar = |name, percent, open| {
            let bar = Bar { name, percent, second: None, open };
            bars::draw(el("div").class("bar"), &scene.words.numbers, about, bar)
        };
        let pair = el("li")
            .key(path)
            .class("pair")
            .class(mark::class(about.mark))
            .child(scene.small(&about.name))
            .child(bar(whose.0, first, false))
            .child(bar(whose.1, second, true));
        Some(pair)
    });
    el("ol").class("bars pairs").children(pairs)
}

/// What the two said to each question that they did not answer in the same way, and, where it is one
/// person's answer that `moved`, what that did.
pub(super) fn apart(
    scene: &Scene,
    compared: &Comparison,
    answers: (&Answers, &Answers),
    whose: (&str, &str),
    moved: bool,
) -> Element {
    let apart = compared.apart.iter().filter_map(|one| {
        let question = scene.quiz.questions.get(one.question)?;
        let said = |whose: &str, answers: &Answers| {
            let answer = answers.complete(scene.quiz, one.question);
            let (lines, none) = quoted(scene, question, answer);
            el("div").class("tight").child(el("small").text(whose)).child(lines).child(none)
        };
        let both = el("div")
            .class("columns")
            .child(said(whose.0, answers.0))
            .child(said(whose.1, answers.1));
        let points = el("p")
            .class("small soft")
            .hidden(!moved || one.moved.is_zero())
            .text(&points(scene, &one.moved));
        let question = el("li")
            .key(question.id.as_str())
            .class("stack")
            .child(scene.small(&question.prompt))
            .child(both)
            .child(points);
        Some(question)
    });
    el("ol").class("apart").children(apart)
}

/// The points that the second answer gave more or less than the first.
fn points(scene: &Scene, moved: &Points) -> String {
    let words = scene.words;
    let points = |points: i32| words.numbers.signed(Fraction::from(i64::from(points)));
    let mut parts: Vec<_> = scene
        .quiz
        .scored_paths()
        .filter(|path| moved.path(*path) != 0)
        .map(|path| {
            let name = scene.quiz.path_names(path).0;
            words.fill(
                &words[Word::ChangedMoved],
                &[("points", &points(moved.path(path))), ("path", name)],
            )
        })
        .collect();
    if moved.breadth != 0 {
        let breadth = points(moved.breadth);
        parts.push(words.fill(&words[Word::ChangedBreadth], &[("points", &breadth)]));
    }
    parts.join(&words[Word::OrderJoin])
}

fn stage(scene: &Scene, whose: &str, stage: Option<usize>) -> Element {
    let stage = stage.and_then(|at| scene.quiz.stages.get(at));
    let name = stage.map_or(&scene.words[Word::NotAnswered], |stage| &stage.name);
    el("div").class("tight").child(el("dt").text(whose)).child(el("dd").class("lede").text(name))
}
