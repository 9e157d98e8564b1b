//! The receipt: what each answer added or took away, and the exact sum.

use std::cmp::Reverse;

use yew::prelude::*;

use super::super::mark;
use super::Drawing;
use crate::quiz::{Fraction, Points, Reason, Word, sort_short};

pub(in crate::view) fn draw(drawing: &Drawing) -> Html {
    let scene = drawing.scene;
    let words = scene.words;
    let zero = Fraction::from(0);
    let (mut pros, mut cons): (Vec<_>, Vec<_>) = drawing
        .result
        .reasons
        .iter()
        .filter(|one| one.amount != zero)
        .partition(|one| one.amount > zero);
    sort_short(&mut pros, |one| Reverse(one.amount));
    sort_short(&mut cons, |one| one.amount);
    let blended = drawing.is_blended();
    let path = drawing.inline(drawing.result.path());
    let sum: Fraction = drawing.result.reasons.iter().map(|one| one.amount).sum();
    let (base, cap) = (drawing.result.base, drawing.result.cap);
    let others = scene.quiz.scored_paths().count().saturating_sub(1).to_string();
    let others = [("n", others.as_str())];
    let (unit, total) = match blended {
        true => (
            words[Word::UnitsMatch].to_owned(),
            words.fill(&words[Word::SumBlend], &[("path", drawing.inline(drawing.result.top))]),
        ),
        false => (
            words.fill(&words[Word::UnitsPoints], &others),
            words.fill(&words[Word::SumPoints], &others),
        ),
    };
    html! {
        <div class="stack">
            <p class="small soft">{ unit }</p>
            <table class="receipt">
                <tbody>
                    <tr key="why" class="group">
                        <th scope="rowgroup" colspan="2" id="for">{ words.fill(&words[Word::Why], &[("path", path)]) }</th>
                    </tr>
                    { for pros.iter().map(|reason| line(drawing, reason, "for")) }
                    <tr key="nothing" hidden={!pros.is_empty()}>
                        <td colspan="2" headers="for"><span class="soft">{ &words[Word::NoReasons] }</span></td>
                    </tr>
                </tbody>
                <tbody hidden={cons.is_empty()}>
                    <tr key="against" class="group">
                        <th scope="rowgroup" colspan="2" id="against">{ &words[Word::Against] }</th>
                    </tr>
                    { for cons.iter().map(|reason| line(drawing, reason, "against")) }
                </tbody>
                <tfoot>
                    <tr hidden={!blended}>
                        <th scope="row" id="base">{ words.fill(&words[Word::BlendBase], &[("path", path)]) }</th>
                        <td class="num" headers="base">{ words.numbers.signed(base) }</td>
                    </tr>
                    <tr hidden={cap == zero}>
                        <th scope="row" id="cap">{ &words[Word::BlendCap] }</th>
                        <td class="num" headers="cap">{ words.numbers.signed(cap) }</td>
                    </tr>
                    <tr class="sum">
                        <th scope="row" id="sum">{ total }</th>
                        <td class="num" headers="sum">{ words.numbers.signed(drawing.result.shown(scene.quiz, sum) + base + cap) }</td>
                    </tr>
                </tfoot>
            </table>
        </div>
    }
}

/// One answer, in her own words, with what it came to, under the header of its group.
fn line(drawing: &Drawing, reason: &Reason, group: &str) -> Html {
    let scene = drawing.scene;
    let Some(question) = scene.quiz.questions.get(reason.question) else {
        return html! { <tr key={reason.question}></tr> };
    };
    let Some(answer) = drawing.answers.complete(scene.quiz, reason.question) else {
        return html! { <tr key={reason.question}></tr> };
    };
    let (spoke_for, other) = toward(drawing, reason, &question.points(answer));
    let said = question.said(answer);
    let mut parts: Vec<_> = said.iter().filter(|said| spoke_for(&said.points)).collect();
    if parts.is_empty() {
        parts = said.iter().collect();
    }
    let parts = parts.into_iter().enumerate();
    let parts = parts.map(|(at, said)| html! { <li key={at}>{ scene.words.quote(said) }</li> });
    let other = other.and_then(|path| drawing.path(path));
    let id = format!("reason-{}", question.id);
    html! {
        <tr key={reason.question}>
            <th scope="row" id={id.clone()}>
                <ul class="lines">{ for parts }</ul>
                <small>{ &question.prompt }</small>
                <small class="toward" hidden={other.is_none()}>
                    { other.map(|path| mark::draw(path.mark, None).into()).unwrap_or(html! { <span></span> }) }
                    <span>{ other.map_or("", |path| &path.name) }</span>
                </small>
            </th>
            <td class="num" headers={format!("{group} {id}")}>{ scene.words.numbers.signed(drawing.result.shown(scene.quiz, reason.amount)) }</td>
        </tr>
    }
}

type SpokeFor = Box<dyn Fn(&Points) -> bool>;

/// Which parts of an answer to quote, and the path they pointed to where that is not the winner.
fn toward(drawing: &Drawing, reason: &Reason, points: &Points) -> (SpokeFor, Option<usize>) {
    let quiz = drawing.scene.quiz;
    let (winner, top) = (drawing.result.path(), drawing.result.top);
    let pro = reason.amount > Fraction::from(0);
    let strongest_but = |not: usize| {
        let others = quiz.scored_paths().filter(|path| *path != not);
        // The first of the largest, where max_by_key would give the last.
        others.min_by_key(|path| Reverse(points.path(*path)))
    };
    let gives = |path: usize| -> SpokeFor { Box::new(move |points| points.path(path) > 0) };
    match (drawing.is_blended(), pro) {
        (false, true) => (gives(winner), None),
        (false, false) => {
            let other = strongest_but(winner);
            (gives(other.unwrap_or(winner)), other)
        }
        (true, true) if points.breadth > 0 => (Box::new(|points| points.breadth > 0), None),
        (true, true) => {
            let other = strongest_but(top);
            (gives(other.unwrap_or(top)), other)
        }
        (true, false) => (gives(top), Some(top)),
    }
}
