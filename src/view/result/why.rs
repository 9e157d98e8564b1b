//! The receipt: what each answer added or took away, and the exact sum.

use std::cmp::Reverse;

use super::super::element::{Element, el};
use super::{Drawing, beside};
use crate::quiz::{Fraction, Points, Reason, Word, Words, sort_short};

pub(in crate::view) fn draw(drawing: &Drawing) -> Element {
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
    let why = words.fill(&words[Word::Why], &[("path", path)]);
    let nothing = el("td")
        .attr("colspan", "2")
        .attr("headers", "for")
        .child(el("span").class("soft").text(&words[Word::NoReasons]));
    let pros_given = el("tbody")
        .child(header("why", "for", &why))
        .children(pros.iter().map(|reason| line(drawing, reason, "for")))
        .child(el("tr").key("nothing").hidden(!pros.is_empty()).child(nothing));
    let cons_given = el("tbody")
        .hidden(cons.is_empty())
        .child(header("against", "against", &words[Word::Against]))
        .children(cons.iter().map(|reason| line(drawing, reason, "against")));
    let blend_base = words.fill(&words[Word::BlendBase], &[("path", path)]);
    let all = drawing.result.shown(scene.quiz, sum) + base + cap;
    let summed = el("tfoot")
        .child(summand(words, "base", &blend_base, base).hidden(!blended))
        .child(summand(words, "cap", &words[Word::BlendCap], cap).hidden(cap == zero))
        .child(summand(words, "sum", &total, all).class("sum"));
    let receipt = el("table").class("receipt").child(pros_given).child(cons_given).child(summed);
    el("div").class("stack").child(el("p").class("small soft").text(&unit)).child(receipt)
}

/// What the lines under it are.
fn header(key: &'static str, id: &'static str, text: &str) -> Element {
    let header = el("th").attr("scope", "rowgroup").attr("colspan", "2").attr("id", id).text(text);
    el("tr").key(key).class("group").child(header)
}

/// A line of the sum, its amount under its own header.
fn summand(words: &Words, id: &'static str, text: &str, amount: Fraction) -> Element {
    let amount = words.numbers.signed(amount);
    el("tr")
        .child(el("th").attr("scope", "row").attr("id", id).text(text))
        .child(el("td").attr("headers", id).class("num").text(&amount))
}

/// One answer, in her own words, with what it came to, under the header of its group.
fn line(drawing: &Drawing, reason: &Reason, group: &str) -> Element {
    let scene = drawing.scene;
    let row = el("tr").key(reason.question);
    let Some(question) = scene.quiz.questions.get(reason.question) else {
        return row;
    };
    let Some(answer) = drawing.answers.complete(scene.quiz, reason.question) else {
        return row;
    };
    let (spoke_for, other) = toward(drawing, reason, &question.points(answer));
    let said = question.said(answer);
    let mut parts: Vec<_> = said.iter().filter(|said| spoke_for(&said.points)).collect();
    if parts.is_empty() {
        parts = said.iter().collect();
    }
    let parts = parts.into_iter().enumerate();
    let parts = parts.map(|(at, said)| el("li").key(at).text(&scene.words.quote(said)));
    let other = other.and_then(|path| drawing.path(path));
    let id = format!("reason-{}", question.id);
    let toward = beside(
        el("small").class("toward").hidden(other.is_none()),
        other.map(|path| path.mark),
        other.map_or("", |path| &path.name),
    );
    let answered = el("th")
        .attr("scope", "row")
        .set("id", &id)
        .child(el("ul").class("lines").children(parts))
        .child(el("small").text(&question.prompt))
        .child(toward);
    let amount = drawing.result.shown(scene.quiz, reason.amount);
    let amount = el("td")
        .set("headers", &format!("{group} {id}"))
        .class("num")
        .text(&scene.words.numbers.signed(amount));
    row.child(answered).child(amount)
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
