//! The matches as a picture, in words, and as a table.

use super::super::bars;
use super::super::element::{Element, el};
use super::Drawing;
use crate::quiz::{Fraction, Outline, Word, rounded};

pub(super) fn draw(drawing: &Drawing) -> Element {
    let words = drawing.scene.words;
    let outline = Outline::of(drawing.scene.quiz, &drawing.answers);
    el("figure")
        .class("stack")
        .child(bars::all(drawing.scene.quiz, &outline))
        .child(el("figcaption").class("small soft").text(&words[Word::OpenPart]))
        .child(meaning(drawing))
        .child(table(drawing))
}

/// What the percentages mean, and what the lead is called.
fn meaning(drawing: &Drawing) -> Element {
    let (quiz, result) = (drawing.scene.quiz, &drawing.result);
    let words = drawing.scene.words;
    let best = result.matches.first().map_or(Fraction::from(0), |best| best.percent);
    let pct = rounded(best).to_string();
    let meaning = match quiz.blend.as_ref().filter(|_| drawing.is_blended()) {
        None => {
            let meaning = words.fill(&words[Word::Match], &[("pct", &pct)]);
            el("p").key("meaning").text(&meaning)
        }
        Some(blend) => {
            let values = [
                ("path", drawing.inline(result.path())),
                ("mean", &words.numbers.exact_percent(result.lower_mean)),
                ("base", &blend.base.to_string()),
                ("per", &blend.per_breadth.to_string()),
                ("breadth", &words.numbers.exact(result.breadth)),
                ("most", &blend.breadth_max.to_string()),
            ];
            let blended = drawing.scene.sentence(&words[Word::MatchBlend], &values, |_| None);
            el("div")
                .key("meaning")
                .class("stack")
                .child(el("p").child(blended))
                .child(el("p").text(&words[Word::MatchOthers]))
        }
    };
    let level = result.lead <= Fraction::from(0);
    let names =
        [("path", drawing.name(result.path())), ("second", drawing.inline(result.second()))];
    let lead = words.fill(
        &words[Word::Lead],
        &[
            ("lead", &words.numbers.exact(result.lead.max(Fraction::from(0)))),
            ("clear", &quiz.rules.clear_lead.to_string()),
            ("leaning", &quiz.rules.leaning_lead.to_string()),
        ],
    );
    let tie = words.fill(&words[Word::Tie], &names);
    el("div")
        .class("small soft stack")
        .child(meaning)
        .child(el("p").key("lead").text(&lead))
        .child(el("p").key("level").hidden(!level).text(&tie))
}

fn table(drawing: &Drawing) -> Element {
    let words = drawing.scene.words;
    let result = &drawing.result;
    let rows = result.matches.iter().map(|one| {
        let points = match drawing.scene.quiz.blend.as_ref().filter(|blend| blend.path == one.path)
        {
            None => words.fill(
                &words[Word::PointsOf],
                &[("points", &one.points.to_string()), ("most", &result.most.to_string())],
            ),
            Some(blend) => words.fill(
                &words[Word::BlendSum],
                &[
                    ("mean", &words.numbers.exact(result.lower_mean)),
                    ("base", &blend.base.to_string()),
                    ("per", &blend.per_breadth.to_string()),
                    ("breadth", &words.numbers.exact(result.breadth)),
                ],
            ),
        };
        let percent = words.numbers.exact_percent(one.percent);
        el("tr")
            .key(one.path)
            .child(el("th").attr("scope", "row").text(drawing.name(one.path)))
            .child(el("td").class("num").text(&points))
            .child(el("td").class("num").text(&percent))
    });
    let column = |text: &str| el("th").attr("scope", "col").text(text);
    let head = el("tr")
        .child(column(&words[Word::TablePath]))
        .child(column(&words[Word::TablePoints]).class("num"))
        .child(column(&words[Word::TableMatch]).class("num"));
    let table = el("table")
        .class("receipt")
        .child(el("thead").child(head))
        .child(el("tbody").children(rows));
    el("details").child(el("summary").text(&words[Word::Table])).child(table)
}
