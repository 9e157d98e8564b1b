//! The proof as pictures: how often each outcome comes, and why.

use career_quiz::quiz::Quiz;
use yew::prelude::*;

use super::bars::{bar, name};
use super::{Link, nothing};
use crate::app::{App, Msg};
use crate::proof::{Balance, Outcome, Proof};

pub(super) fn draw(app: &App, link: &Link) -> Html {
    let Some(quiz) = &app.quiz else {
        return nothing();
    };
    let Some(proof) = &app.proof else {
        return html! { <p class="soft" aria-busy="true">{ "Counting the ways to answer …" }</p> };
    };
    // While another text is being proven, what stands here may speak of paths that are gone.
    if proof.outcomes.len() != quiz.paths.len() {
        return html! { <p class="soft" aria-busy="true">{ "Counting the ways to answer …" }</p> };
    }
    html! {
        <div class="proof" aria-busy={app.proving.to_string()}>
            <p class="verdict">{ verdict(quiz, proof) }</p>
            { outcomes(quiz, proof, link) }
            { findings(proof, link) }
            { balance(quiz, proof, link) }
            { texts(proof, link) }
        </div>
    }
}

fn percent(share: f64) -> String {
    format!("{:.2} %", share * 100.0)
}

/// The proof in a sentence.
fn verdict(quiz: &Quiz, proof: &Proof) -> String {
    let lost: Vec<_> = proof.unreached().map(|path| quiz.path_names(path).1).collect();
    if !lost.is_empty() {
        return format!("No answers were found that lead to {}.", lost.join(" or "));
    }
    let shares = proof.outcomes.iter().map(|one| one.share);
    let (least, most) =
        shares.fold((1.0_f64, 0.0_f64), |(least, most), share| (least.min(share), most.max(share)));
    let even = most < 1.5 * least;
    match even {
        true => "Every outcome can be reached, and all are about as likely.".to_owned(),
        false => {
            let times = most / least.max(1e-9);
            format!(
                "Every outcome can be reached. The most likely comes {times:.1} times as often as the least likely."
            )
        }
    }
}

fn outcomes(quiz: &Quiz, proof: &Proof, link: &Link) -> Html {
    let longest = proof.outcomes.iter().map(|one| one.share).fold(0.0, f64::max).max(1e-9);
    let row = |(path, one): (usize, &Outcome)| {
        let show = one.witness.clone().map(|witness| {
            let label = format!("Show me someone who gets {}", quiz.path_names(path).1);
            html! { <button type="button" class="link" aria-label={label} onclick={link.callback(move |_| Msg::Visit(witness.clone()))}>{ "Show me" }</button> }
        });
        let steady = one
            .witness
            .as_ref()
            .map_or_else(String::new, |one| format!("{:.0} %", f64::from(one.steady) / 10.0));
        let error =
            if one.error > 0.0 { format!(" ± {:.2}", one.error * 196.0) } else { String::new() };
        html! {
            <tr key={path}>
                <th scope="row">{ name(quiz, path) }{ bar(quiz, path, one.share / longest) }</th>
                <td class="number">{ percent(one.share) }{ error }</td>
                <td class="number">{ steady }</td>
                <td>{ show.unwrap_or_else(|| html! { <strong>{ "Never" }</strong> }) }</td>
            </tr>
        }
    };
    let how = match proof.runs {
        0 => "Exact: every way to answer was counted.".to_owned(),
        runs => {
            format!("Estimated from {runs} visitors who answer at random; ± is the margin at 95 %.")
        }
    };
    html! {
        <section aria-labelledby="outcomes">
            <h3 id="outcomes">{ "How often each outcome comes" }</h3>
            <p class="soft">{ format!("If visitors answered at random. {how}") }</p>
            <table class="outcomes">
                <thead><tr>
                    <th scope="col">{ "Outcome" }</th>
                    <th scope="col" class="number">{ "Share" }</th>
                    <th scope="col" class="number">{ "Steady" }</th>
                    <th scope="col">{ "Reached by" }</th>
                </tr></thead>
                <tbody>{ for proof.outcomes.iter().enumerate().map(row) }</tbody>
            </table>
            <p class="soft note-small">{ "Steady: of 1000 times that one in ten answers of its clearest visitor is changed at random, how often it still comes out first." }</p>
            <p hidden={proof.ties.is_none()}>{ proof.ties.map_or_else(String::new, |ties| format!("In {} of all ways to answer the first place is level, and the tie rule decides.", percent(ties))) }</p>
        </section>
    }
}

fn findings(proof: &Proof, link: &Link) -> Html {
    html! {
        <section aria-labelledby="findings" hidden={proof.findings.is_empty()}>
            <h3 id="findings">{ "Worth a look" }</h3>
            <ul class="places">{ for proof.findings.iter().enumerate().map(|(at, one)| place(at, &one.pointer, &one.text, None, link)) }</ul>
        </section>
    }
}

fn balance(quiz: &Quiz, proof: &Proof, link: &Link) -> Html {
    let scored: Vec<_> = quiz.scored_paths().collect();
    let one = |one: &Balance| {
        let at = one.question;
        let prompt = quiz.questions.get(at).map_or("", |question| &question.prompt);
        let most = one.points.iter().copied().fold(one.most, f64::max).max(1e-9);
        let row = |path: &usize| {
            let points = one.points.get(*path).copied().unwrap_or(0.0);
            html! { <li key={*path}><span class="for-readers">{ format!("{}: ", quiz.path_names(*path).1) }</span>{ bar(quiz, *path, points / most) }<span class="number">{ format!("{points:.1}") }</span></li> }
        };
        html! {
            <li key={at} class="small">
                <button type="button" class="link" onclick={link.callback(move |_| Msg::RevealAt(format!("/questions/{at}")))}>{ format!("{}. {prompt}", at + 1) }</button>
                <ul>{ for scored.iter().map(row) }</ul>
            </li>
        }
    };
    let shown = proof.balance.iter().filter(|one| one.most > 0.0);
    html! {
        <section aria-labelledby="balance">
            <h3 id="balance">{ "What each question gives" }</h3>
            <p class="soft">{ "Points for each outcome on average, out of the most it can give. Bars of the same length: the question favours nobody." }</p>
            <ul class="key" aria-hidden="true">{ for scored.iter().map(|path| html! { <li key={*path}>{ name(quiz, *path) }</li> }) }</ul>
            <ol class="multiples">{ for shown.map(one) }</ol>
        </section>
    }
}

fn texts(proof: &Proof, link: &Link) -> Html {
    html! {
        <section aria-labelledby="texts">
            <h3 id="texts">{ "The longest texts" }</h3>
            <p hidden={proof.grade.is_none()}>{ proof.grade.map_or_else(String::new, |grade| format!("Reading level: grade {grade:.1}.")) }</p>
            <ul class="places">{ for proof.longest.iter().enumerate().map(|(at, one)| place(at, &one.pointer, &one.text, Some(one.letters), link)) }</ul>
        </section>
    }
}

fn place(at: usize, pointer: &str, text: &str, letters: Option<usize>, link: &Link) -> Html {
    let pointer = pointer.to_owned();
    html! {
        <li key={at}>
            <button type="button" class="link" onclick={link.callback(move |_| Msg::RevealAt(pointer.clone()))}>{ text.to_owned() }</button>
            <span class="soft number">{ letters.map_or_else(String::new, |letters| format!("{letters} letters")) }</span>
        </li>
    }
}
