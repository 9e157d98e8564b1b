//! The matches as a picture, in words, and as a table.

use yew::prelude::*;

use super::super::mark;
use super::super::scene::sentence;
use super::Drawing;
use crate::quiz::{Fraction, Match, Word, exact, fill_text, rounded};

pub(super) fn draw(drawing: &Drawing) -> Html {
    let words = drawing.scene.words;
    let matches = &drawing.result.matches;
    let second = matches.get(1).map_or(0, |next| rounded(next.percent));
    let bars =
        matches.iter().enumerate().map(|(at, one)| bar(drawing, one, (at == 0).then_some(second)));
    html! {
        <figure class="stack">
            <div>
                <ol class="bars">{ for bars }</ol>
                <p class="ends small soft" aria-hidden="true">
                    <span>{ "0" }</span>
                    <span>{ "50" }</span>
                    <span>{ "100%" }</span>
                </p>
            </div>
            <figcaption class="small soft stack">
                <p>{ &words[Word::OpenPart] }</p>
                { meaning(drawing) }
            </figcaption>
            { table(drawing) }
        </figure>
    }
}

fn percent(share: Fraction) -> String {
    format!("{}%", rounded(share))
}

/// A line on a ruler that ends in the path's shape. For the winner the part ahead of the second is
/// left open. Every length is an attribute, so that no style is set.
fn bar(drawing: &Drawing, one: &Match, second: Option<i64>) -> Html {
    let Some(path) = drawing.path(one.path) else {
        return html! { <li key={one.path}></li> };
    };
    let share = rounded(one.percent);
    let (top, height, scale) =
        if second.is_some() { ("30%", "40%", "scale(1.5)") } else { ("40%", "20%", "scale(1.05)") };
    let solid = second.map_or(share, |second| second.min(share));
    let ticks = ["0%", "25%", "50%", "75%", "100%"];
    let ticks =
        ticks.map(|x| html! { <line key={x} class="tick" x1={x} x2={x} y1="28%" y2="72%" /> });
    let ahead = format!("{}%", share - solid);
    html! {
        <li key={one.path} class={classes!("bar", mark::class(path.mark), second.map(|_| "lead"))}>
            <span class="name">{ &path.name }</span>
            <span class="num">{ percent(one.percent) }</span>
            <svg class="ruler" aria-hidden="true">
                <line class="tick" x1="0" x2="100%" y1="50%" y2="50%" />
                <g>{ for ticks }</g>
                <rect width={format!("{solid}%")} y={top} {height} />
                <rect class="ahead" x={format!("{solid}%")} width={ahead} y={top} {height} />
                <svg x={percent(one.percent)} y="50%" overflow="visible">
                    <g transform={scale}>{ mark::shape(path.mark) }</g>
                </svg>
            </svg>
        </li>
    }
}

/// What the percentages mean, and what the lead is called.
fn meaning(drawing: &Drawing) -> Html {
    let (quiz, result) = (drawing.scene.quiz, &drawing.result);
    let words = drawing.scene.words;
    let best = result.matches.first().map_or(Fraction::from(0), |best| best.percent);
    let pct = rounded(best).to_string();
    let meaning = match quiz.blend.as_ref().filter(|_| drawing.is_blended()) {
        None => html! { <p key="meaning">{ fill_text(&words[Word::Match], &[("pct", &pct)]) }</p> },
        Some(blend) => {
            let values = [
                ("path", drawing.inline(result.path())),
                ("mean", &format!("{}%", exact(result.lower_mean))),
                ("base", &blend.base.to_string()),
                ("per", &blend.per_breadth.to_string()),
                ("breadth", &exact(result.breadth)),
                ("most", &blend.breadth_max.to_string()),
            ];
            html! {
                <div key="meaning" class="stack">
                    <p>{ sentence(&words[Word::MatchBlend], &values, |_| None) }</p>
                    <p>{ &words[Word::MatchOthers] }</p>
                </div>
            }
        }
    };
    let level = result.lead <= Fraction::from(0);
    let names =
        [("path", drawing.name(result.path())), ("second", drawing.inline(result.second()))];
    let lead = fill_text(
        &words[Word::Lead],
        &[
            ("lead", &exact(result.lead.max(Fraction::from(0)))),
            ("clear", &quiz.rules.clear_lead.to_string()),
            ("leaning", &quiz.rules.leaning_lead.to_string()),
        ],
    );
    html! {
        <div class="stack">
            { meaning }
            <p key="lead">{ lead }</p>
            <p key="level" hidden={!level}>{ fill_text(&words[Word::Tie], &names) }</p>
        </div>
    }
}

fn table(drawing: &Drawing) -> Html {
    let words = drawing.scene.words;
    let result = &drawing.result;
    let rows = result.matches.iter().map(|one| {
        let points = match drawing.scene.quiz.blend.as_ref().filter(|blend| blend.path == one.path)
        {
            None => fill_text(
                &words[Word::PointsOf],
                &[("points", &one.points.to_string()), ("most", &result.most.to_string())],
            ),
            Some(blend) => fill_text(
                &words[Word::BlendSum],
                &[
                    ("mean", &exact(result.lower_mean)),
                    ("base", &blend.base.to_string()),
                    ("per", &blend.per_breadth.to_string()),
                    ("breadth", &exact(result.breadth)),
                ],
            ),
        };
        html! {
            <tr key={one.path}>
                <th scope="row">{ drawing.name(one.path) }</th>
                <td class="num">{ points }</td>
                <td class="num">{ format!("{}%", exact(one.percent)) }</td>
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
