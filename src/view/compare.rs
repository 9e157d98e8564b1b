//! Two results side by side, in words and as a picture.

use yew::prelude::*;

use super::bars::{self, Bar};
use super::mark;
use super::scene::Scene;
use crate::quiz::{Action, Answers, Comparison, Fraction, Points, Screen, Shared, Word, compare};

pub(super) fn draw(scene: &Scene) -> Html {
    let (words, quiz) = (scene.words, scene.quiz);
    let Some(theirs) = scene.session.shared() else {
        return html! { <article></article> };
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
    html! {
        <article class="result compare" part="result">
            <header class="hero">
                { mark::row(&quiz.paths, &[me.path(), they.path()]) }
                <p class="count">{ &words[Word::CompareTitle] }</p>
                <@{scene.h(0)} class="title" part="title" tabindex="-1" ref={scene.heading.clone()}>
                    { scene.sentence(head, &values, marked) }
                </@>
                <p class="lede">{ count }</p>
            </header>
            <section key="bars" class="section">
                { scene.part(&words[Word::CompareBars]) }
                <figure class="stack">
                    { pairs(scene, &compared, whose, false) }
                    <figcaption class="small soft">{ &words[Word::CompareOrder] }</figcaption>
                </figure>
            </section>
            <section key="answers" class="section" hidden={compared.apart.is_empty()}>
                { scene.part(&words[Word::CompareAnswers]) }
                <div>{ theirs.answers().map(|theirs| apart(scene, &compared, (own, theirs), whose, false)).unwrap_or_default() }</div>
            </section>
            <section key="stages" class="section" hidden={me.stage.is_none() && they.stage.is_none()}>
                { scene.part(&words[Word::CompareStages]) }
                <dl class="columns">
                    { stage(scene, whose.0, me.stage) }
                    { stage(scene, whose.1, they.stage) }
                </dl>
            </section>
            <div class="actions">
                { scene.quiet(back, Action::Own) }
                { scene.link(&words[Word::DropShared], Action::DropShared) }
            </div>
        </article>
    }
}

/// Each path with two bars under its name, filled and open. The second result's come first where
/// `newer` says that it took the first one's place.
pub(super) fn pairs(
    scene: &Scene,
    compared: &Comparison,
    whose: (&str, &str),
    newer: bool,
) -> Html {
    let pairs = compared.paths.iter().filter_map(|&(path, one, two)| {
        let about = scene.quiz.paths.get(path)?;
        let (first, second) = if newer { (two, one) } else { (one, two) };
        let bar = |name, percent, open| {
            let bar = Bar { name, percent, second: None, open };
            html! { <div class="bar">{ bars::draw(&scene.words.numbers, about, bar) }</div> }
        };
        Some(html! {
            <li key={path} class={classes!("pair", mark::class(about.mark))}>
                { scene.small(&about.name) }
                { bar(whose.0, first, false) }
                { bar(whose.1, second, true) }
            </li>
        })
    });
    html! { <ol class="bars pairs">{ for pairs }</ol> }
}

/// What the two said to each question that they did not answer in the same way, and, where it is one
/// person's answer that `moved`, what that did.
pub(super) fn apart(
    scene: &Scene,
    compared: &Comparison,
    answers: (&Answers, &Answers),
    whose: (&str, &str),
    moved: bool,
) -> Html {
    let apart = compared.apart.iter().filter_map(|one| {
        let question = scene.quiz.questions.get(one.question)?;
        let words = scene.words;
        let said = |whose: &str, answers: &Answers| {
            let answer = answers.complete(scene.quiz, one.question);
            let said = answer.map(|answer| question.said(answer)).unwrap_or_default();
            let lines = said.iter().enumerate();
            let lines = lines.map(|(at, said)| html! { <li key={at}>{ words.quote(said) }</li> });
            let none =
                if answer.is_some() { &words[Word::NonePicked] } else { &words[Word::NotAnswered] };
            html! {
                <div class="tight">
                    <small>{ whose }</small>
                    <ul class="lines" hidden={said.is_empty()}>{ for lines }</ul>
                    <p class="soft" hidden={!said.is_empty()}>{ none }</p>
                </div>
            }
        };
        Some(html! {
            <li key={question.id.clone()} class="stack">
                { scene.small(&question.prompt) }
                <div class="columns">
                    { said(whose.0, answers.0) }
                    { said(whose.1, answers.1) }
                </div>
                <p class="small soft" hidden={!moved || one.moved.is_zero()}>{ points(scene, &one.moved) }</p>
            </li>
        })
    });
    html! { <ol class="apart">{ for apart }</ol> }
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

fn stage(scene: &Scene, whose: &str, stage: Option<usize>) -> Html {
    let stage = stage.and_then(|at| scene.quiz.stages.get(at));
    let name = stage.map_or(&scene.words[Word::NotAnswered], |stage| &stage.name);
    html! {
        <div class="tight">
            <dt>{ whose }</dt>
            <dd class="lede">{ name }</dd>
        </div>
    }
}
