//! The matches as a picture, in words, and as a table.

use yew::prelude::*;

use super::super::bars;
use super::Drawing;
use crate::quiz::{Fraction, Outline, Word, rounded};

pub(super) fn draw(drawing: &Drawing) -> Html {
    let words = drawing.scene.words;
    let outline = Outline::of(drawing.scene.quiz, &drawing.answers);
    html! {
        <figure class="stack">
            { bars::all(drawing.scene.quiz, &outline) }
            <figcaption class="small soft">{ &words[Word::OpenPart] }</figcaption>
            { meaning(drawing) }
            { table(drawing) }
        </figure>
    }
}

/// What the percentages mean, and what the lead is called.
fn meaning(drawing: &Drawing) -> Html {
    let (quiz, result) = (drawing.scene.quiz, &drawing.result);
    let words = drawing.scene.words;
    let best = result.matches.first().map_or(Fraction::from(0), |best| best.percent);
    let pct = rounded(best).to_string();
    let meaning = match quiz.blend.as_ref().filter(|_| drawing.is_blended()) {
        None => {
            html! { <p key="meaning">{ words.fill(&words[Word::Match], &[("pct", &pct)]) }</p> }
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
            html! {
                <div key="meaning" class="stack">
                    <p>{ drawing.scene.sentence(&words[Word::MatchBlend], &values, |_| None) }</p>
                    <p>{ &words[Word::MatchOthers] }</p>
                </div>
            }
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
    html! {
        <div class="small soft stack">
            { meaning }
            <p key="lead">{ lead }</p>
            <p key="level" hidden={!level}>{ words.fill(&words[Word::Tie], &names) }</p>
        </div>
    }
}

fn table(drawing: &Drawing) -> Html {
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
        html! {
            <tr key={one.path}>
                <th scope="row">{ drawing.name(one.path) }</th>
                <td class="num">{ points }</td>
                <td class="num">{ words.numbers.exact_percent(one.percent) }</td>
            </tr>
        }
    });
    html! {
        <details>
            <summary>{ &words[Word::Table] }</summary>
            <table class="receipt">
                <thead>
                    <tr>
                        <th scope="col">{ &words[Word::TablePath] }</th>
                        <th scope="col" class="num">{ &words[Word::TablePoints] }</th>
                        <th scope="col" class="num">{ &words[Word::TableMatch] }</th>
                    </tr>
                </thead>
                <tbody>{ for rows }</tbody>
            </table>
        </details>
    }
}
