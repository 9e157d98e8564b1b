//! The proof as pictures: how often each outcome comes, and why.

use career_quiz::quiz::Quiz;
use yew::prelude::*;

use super::bars::{bar, name, words};
use super::{Link, nothing};
use crate::app::{App, Msg};
use crate::proof::{Balance, Long, Outcome, Proof};

pub(super) fn draw(app: &App, link: &Link) -> Html {
    let Some(quiz) = &app.quiz else {
        return nothing();
    };
    // While another text is being proven, the last proof may speak of paths that are gone.
    let proof = app.proof.as_ref().filter(|proof| proof.outcomes.len() == quiz.paths.len());
    let Some(proof) = proof else {
        let text = match app.proving {
            true => "Counting the ways to answer …",
            false => "The proof failed. It is tried again with the next change.",
        };
        return html! { <p class="soft" aria-busy={app.proving.to_string()}>{ text }</p> };
    };
    html! {
        <div class="proof" aria-busy={app.proving.to_string()}>
            <p class="verdict">{ verdict(quiz, proof) }</p>
            { outcomes(quiz, proof, link) }
            { balance(quiz, proof, link) }
            { texts(proof, link) }
        </div>
    }
}

fn percent(hundredths: u32) -> String {
    format!("{}.{:02} %", hundredths / 100, hundredths % 100)
}

/// The proof in a sentence.
fn verdict(quiz: &Quiz, proof: &Proof) -> String {
    let lost = proof.outcomes.iter().enumerate().filter(|(_, one)| !one.reached);
    let lost: Vec<_> = lost.map(|(path, _)| quiz.path_names(path).1).collect();
    if !lost.is_empty() {
        return format!("No answers lead to “{}”.", lost.join("” or “"));
    }
    let shares = || proof.outcomes.iter().map(|one| one.hundredths);
    let (least, most) = (shares().min().unwrap_or(0), shares().max().unwrap_or(0));
    if most < least + least / 2 {
        return "Every outcome can be reached, and all are about as likely.".to_owned();
    }
    let times = f64::from(most) / f64::from(least.max(1));
    format!(
        "Every outcome can be reached. The most likely comes {times:.1} times as often as the \
         least likely."
    )
}

fn outcomes(quiz: &Quiz, proof: &Proof, link: &Link) -> Html {
    let most = proof.outcomes.iter().map(|one| one.hundredths).max().unwrap_or(0).max(1);
    let row = |(path, one): (usize, &Outcome)| {
        let share = f64::from(one.hundredths) / f64::from(most);
        let error = match one.error > 0.0 {
            true => format!(" ± {:.2}", one.error * 196.0),
            false => String::new(),
        };
        html! {
            <tr key={path}>
                <th scope="row">{ name(quiz, path) }{ bar(quiz, path, share) }</th>
                <td class="number">{ percent(one.hundredths) }{ error }</td>
                <td class="number">{ steady(one) }</td>
                <td class="number">{ flips(one) }</td>
                <td>{ reached_by(quiz, path, one, link) }</td>
            </tr>
        }
    };
    let how = match proof.runs {
        0 => "Exact: every way to answer was counted.".to_owned(),
        runs => {
            format!("Estimated from {runs} visitors who answer at random; ± is the margin at 95 %.")
        }
    };
    let ties = match proof.ties {
        0 => "The first place is hardly ever level.".to_owned(),
        ties => format!(
            "In {} of all ways to answer the first place is level, and the tie rule decides.",
            percent(ties)
        ),
    };
    let noise = format!("{}.{} %", proof.noise / 10, proof.noise % 10);
    html! {
        <section aria-labelledby="outcomes">
            <h3 id="outcomes">{ "How often each outcome comes" }</h3>
            <p class="soft">{ format!("If visitors answered at random. {how}") }</p>
            <table class="outcomes">
                <thead><tr>
                    <th scope="col">{ "Outcome" }</th>
                    <th scope="col" class="number">{ "Share" }</th>
                    <th scope="col" class="number">{ "Steady" }</th>
                    <th scope="col" class="number">{ "Turns" }</th>
                    <th scope="col">{ "Reached" }</th>
                </tr></thead>
                <tbody>{ for proof.outcomes.iter().enumerate().map(row) }</tbody>
            </table>
            <p class="soft explained">
                { "Of each outcome’s clearest visitor: how often it still comes first when every tenth \
                   of her answers is changed at random (steady), and how many changed answers turn it \
                   into another (turns)." }
            </p>
            <p>{ format!("Random visitors keep their outcome in {noise} of such tries. {ties}") }</p>
        </section>
    }
}

fn steady(one: &Outcome) -> String {
    let per_mille = one.witness.as_ref().map(|one| one.steady);
    per_mille.map_or_else(String::new, |steady| format!("{}.{} %", steady / 10, steady % 10))
}

fn flips(one: &Outcome) -> String {
    match one.flips {
        Some((changes, true)) => changes.to_string(),
        Some((changes, false)) => format!("≤ {changes}"),
        None => String::new(),
    }
}

fn reached_by(quiz: &Quiz, path: usize, one: &Outcome, link: &Link) -> Html {
    match (&one.witness, one.reached) {
        (Some(witness), _) => {
            let label = format!("Yes: show me someone who gets {}", quiz.path_names(path).0);
            let witness = witness.clone();
            let show = link.callback(move |_| Msg::Visit(witness.clone()));
            html! { <button type="button" class="link" aria-label={label} onclick={show}>{ "Show me" }</button> }
        }
        (None, true) => html! { <span>{ "Yes" }</span> },
        (None, false) => html! { <strong>{ "Never" }</strong> },
    }
}

fn balance(quiz: &Quiz, proof: &Proof, link: &Link) -> Html {
    let scored: Vec<_> = quiz.scored_paths().collect();
    let one = |one: &Balance| {
        let at = one.question;
        let prompt = quiz.questions.get(at).map_or("", |question| &question.prompt);
        let most = one.gifts.iter().map(|gift| gift.1).fold(1e-9, f64::max);
        let row = |path: &usize| {
            let points = one.gifts.get(*path).map_or(0.0, |gift| gift.0);
            html! { <li key={*path}><span class="for-readers">{ format!("{}: ", quiz.path_names(*path).1) }</span>{ bar(quiz, *path, points / most) }<span class="number">{ format!("{points:.1}") }</span></li> }
        };
        html! {
            <li key={at} class="small">
                <button type="button" class="link" onclick={link.callback(move |_| Msg::RevealAt(format!("/questions/{at}")))}>{ format!("{}. {prompt}", at + 1) }</button>
                <p class="soft number">{ format!("{} % of the decision", one.weight) }</p>
                <ul>{ for scored.iter().map(row) }</ul>
            </li>
        }
    };
    let shown = proof.balance.iter().filter(|one| one.gifts.iter().any(|gift| gift.1 > 0.0));
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
    let grade = proof.grade.map(|tenths| {
        let tenths = tenths.max(0);
        format!(
            "The English asks for school grade {}.{}; up to 8 is easy.",
            tenths / 10,
            tenths % 10
        )
    });
    let row = |(at, one): (usize, &Long)| {
        let pointer = one.pointer.clone();
        let reveal = link.callback(move |_| Msg::RevealAt(pointer.clone()));
        html! {
            <tr key={at}>
                <th scope="row"><button type="button" class="link" onclick={reveal}>{ words(&one.place) }</button></th>
                <td class="number">{ one.letters }</td>
                <td class="number">{ one.limit }</td>
            </tr>
        }
    };
    html! {
        <section aria-labelledby="texts">
            <h3 id="texts">{ "What there is to read" }</h3>
            <p hidden={grade.is_none()}>{ grade.unwrap_or_default() }</p>
            <p class="soft">{ "The texts that fill most of the room a small phone has for them." }</p>
            <table>
                <thead><tr>
                    <th scope="col">{ "Place in the file" }</th>
                    <th scope="col" class="number">{ "Letters" }</th>
                    <th scope="col" class="number">{ "Room for" }</th>
                </tr></thead>
                <tbody>{ for proof.longest.iter().enumerate().map(row) }</tbody>
            </table>
        </section>
    }
}
