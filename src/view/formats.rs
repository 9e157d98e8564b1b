//! The five ways a question can be asked, in native inputs.

use yew::prelude::*;

use super::scene::Scene;
use crate::quiz::{Action, Answer, Choice, Format, Question, Row, Word};

pub(super) fn draw(scene: &Scene, at: usize, question: &Question) -> Html {
    match &question.format {
        Format::Single { choices } => single(scene, at, question, choices, "choices"),
        Format::Scale { choices } => single(scene, at, question, choices, "choices scale"),
        Format::Multiple { choices, .. } => multiple(scene, at, question, choices),
        Format::Rating { steps, rows, .. } => rating(scene, at, question, rows, steps),
        Format::Rank { choices, .. } => rank(scene, at, question, choices),
    }
}

fn single(
    scene: &Scene,
    at: usize,
    question: &Question,
    choices: &[Choice],
    class: &'static str,
) -> Html {
    let labels =
        scene.session.order(question).into_iter().enumerate().filter_map(|(shown, choice)| {
            let chosen = scene.session.answers().get(at) == Some(&Answer::Choice(choice));
            let action = Action::Choose { question: at, choice };
            label(scene, question, choices.get(choice), "radio", chosen, shown == 0, action)
        });
    html! { <div class={class}>{ for labels }</div> }
}

fn multiple(scene: &Scene, at: usize, question: &Question, choices: &[Choice]) -> Html {
    let picks = match scene.session.answers().get(at) {
        Some(Answer::Picks(picks)) => picks.as_slice(),
        _ => &[],
    };
    let labels =
        scene.session.order(question).into_iter().enumerate().filter_map(|(shown, choice)| {
            let picked = picks.contains(&choice);
            let action = Action::Toggle { question: at, choice };
            label(scene, question, choices.get(choice), "checkbox", picked, shown == 0, action)
        });
    html! { <div class="choices many">{ for labels }</div> }
}

/// One choice to press, with its input.
fn label(
    scene: &Scene,
    question: &Question,
    choice: Option<&Choice>,
    input: &'static str,
    checked: bool,
    is_first: bool,
    action: Action,
) -> Option<Html> {
    let about = choice?;
    Some(html! {
        <label key={about.id.clone()} class="choice" part="choice">
            <input type={input} name={question.id.clone()} value={about.id.clone()} {checked}
                ref={first(scene, is_first)} onchange={scene.on(action)} />
            <span>{ &about.label }</span>
        </label>
    })
}

fn rating(scene: &Scene, at: usize, question: &Question, rows: &[Row], steps: &[String]) -> Html {
    let given = match scene.session.answers().get(at) {
        Some(Answer::Ratings(ratings)) => ratings.as_slice(),
        _ => &[],
    };
    let order = scene.session.order(question);
    let open = first_open(&order, given);
    let rows = order.iter().filter_map(|&row| {
        let about = rows.get(row)?;
        let said = given.get(row).copied().flatten();
        let stops = steps.iter().enumerate().map(|(step, label)| {
            html! {
                <label key={step} class="stop">
                    <input type="radio" name={about.id.clone()} value={step.to_string()}
                        checked={said == Some(step)} ref={first(scene, step == 0 && open == Some(row))}
                        onchange={scene.on(Action::Rate { question: at, row, step })} />
                    <span>{ label }</span>
                </label>
            }
        });
        Some(html! {
            <fieldset key={about.id.clone()} class={row_class(scene, said)}>
                <legend>{ &about.label }</legend>
                <div class="stops">{ for stops }</div>
            </fieldset>
        })
    });
    html! { <div class="rows">{ for rows }</div> }
}

fn rank(scene: &Scene, at: usize, question: &Question, choices: &[Choice]) -> Html {
    let words = scene.words;
    let given = match scene.session.answers().get(at) {
        Some(Answer::Order(places)) => places.as_slice(),
        _ => &[],
    };
    let order = scene.session.order(question);
    let open = first_open(&order, given);
    let last = choices.len().saturating_sub(1);
    let rows = order.iter().filter_map(|&choice| {
        let about = choices.get(choice)?;
        let said = given.get(choice).copied().flatten();
        let places = (0..choices.len()).map(|place| {
            html! {
                <label key={place} class="place">
                    <input type="radio" name={about.id.clone()} value={(place + 1).to_string()}
                        checked={said == Some(place)} ref={first(scene, place == 0 && open == Some(choice))}
                        onchange={scene.on(Action::Place { question: at, choice, place })} />
                    <span>{ words.place(place) }</span>
                </label>
            }
        });
        // A button at its end stays where it is and keeps the focus; it only says so.
        let mover = |up: bool, word: &str, end: bool| {
            let name = words.fill(&words[Word::Move], &[("direction", word), ("label", &about.label)]);
            html! {
                <button type="button" class="link" aria-label={name}
                    aria-disabled={end.then_some("true")}
                    onclick={scene.on(Action::Move { question: at, choice, up })}>{ word }</button>
            }
        };
        Some(html! {
            <fieldset key={about.id.clone()} class={row_class(scene, said)}>
                <legend>{ &about.label }</legend>
                <div class="places">
                    { for places }
                    <div key="moves" class="moves">
                        { mover(true, &words[Word::Up], said == Some(0)) }
                        { mover(false, &words[Word::Down], said == Some(last)) }
                    </div>
                </div>
            </fieldset>
        })
    });
    html! { <div class="rows">{ for rows }</div> }
}

/// Where the problem's link leads: the first thing to choose, or the first row still open.
fn first(scene: &Scene, is_first: bool) -> NodeRef {
    if is_first { scene.first.clone() } else { NodeRef::default() }
}

fn first_open(order: &[usize], given: &[Option<usize>]) -> Option<usize> {
    let open = |row: &usize| given.get(*row).copied().flatten().is_none();
    order.iter().copied().find(open).or(order.first().copied())
}

fn row_class(scene: &Scene, said: Option<usize>) -> Classes {
    let missing = scene.session.early() > 0 && said.is_none();
    classes!("row", missing.then_some("missing"))
}
