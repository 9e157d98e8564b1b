//! YEW. Draws a session and emits actions. Never touches window, storage or URL.
//!
//! [`App`] holds the one reducer; everything below it is a function from a `Scene` to markup.
//! Four habits keep page translators from breaking Yew: every screen is one keyed element, every
//! text is the only child of its own element, a text that changes is keyed by what it says, and what
//! comes and goes is always there and `hidden`.

mod bars;
mod compare;
mod element;
mod first;
mod formats;
mod mark;
mod networks;
mod outside;
mod page;
mod progress;
mod question;
mod result;
mod resume;
mod review;
mod said;
mod scene;
mod shared;

use std::rc::Rc;

use yew::prelude::*;

use crate::quiz::{Action, Quiz, Screen, Session};
use element::{Element, el};
use said::Said;
use scene::Scene;

pub use first::{First, first};
pub use mark::{class as mark_class, outline};
pub use outside::{Errand, Outside};
pub use page::{Page, Pages, pages};

/// What the quiz is drawn from.
#[derive(Properties)]
pub struct AppProps {
    /// The quiz.
    pub quiz: Rc<Quiz>,
    /// Where the visitor begins.
    pub start: Session,
    /// Level of the quiz's own headings, 1 to 6.
    #[prop_or(2)]
    pub level: u8,
    /// Whether the first drawing may take the focus, where she has moved already.
    #[prop_or(true)]
    pub focus: bool,
    /// The world around it.
    #[prop_or_default]
    pub outside: Outside,
    /// Told of every new session.
    #[prop_or_default]
    pub onsession: Callback<Session>,
}

impl PartialEq for AppProps {
    /// A mounted quiz never gets another quiz or start.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.quiz, &other.quiz)
            && (self.level, self.focus) == (other.level, other.focus)
            && (&self.outside, &self.onsession) == (&other.outside, &other.onsession)
    }
}

struct State {
    quiz: Rc<Quiz>,
    session: Session,
    said: Said,
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let session = self.session.apply(&self.quiz, action.clone());
        let said = self.said.after(&self.quiz, &action, &self.session, &session);
        Rc::new(Self { quiz: self.quiz.clone(), session, said })
    }
}

/// The whole quiz.
#[component]
pub fn App(props: &AppProps) -> Html {
    let state = use_reducer(|| State {
        quiz: props.quiz.clone(),
        session: props.start.clone(),
        said: Said::default(),
    });
    let heading = use_node_ref();
    let problem = use_node_ref();
    let first = use_node_ref();
    let share = use_node_ref();

    // Told before the focus moves: at the first drawing, that puts the quiz on the page.
    use_effect_with(state.session.clone(), {
        let onsession = props.onsession.clone();
        move |session| onsession.emit(session.clone())
    });
    let moved = (state.session.moves(), state.session.early());
    use_effect_with(moved, {
        let (heading, problem) = (heading.clone(), problem.clone());
        let unasked = !props.focus && moved == (props.start.moves(), props.start.early());
        move |(moves, early)| match (moves, early) {
            _ if unasked => {}
            (0, 0) => {}
            (_, 0) => scene::focus(&heading),
            _ => scene::focus(&problem),
        }
    });

    // Of a result she has just reached the top is drawn first, and the rest once that is painted: all
    // at once, a slow phone would show nothing new for a quarter of a second after her press.
    let settled = use_state_eq(|| props.start.moves());
    let moves = state.session.moves();
    let waits = state.session.screen() == Screen::Result && *settled != moves;
    let painted = props.outside.painted.clone().filter(|_| waits);
    let whole = painted.is_none();
    use_effect_with((moves, whole), {
        let settled = settled.clone();
        move |_| {
            if let Some(painted) = painted {
                painted.emit(Callback::from(move |()| settled.set(moves)));
            }
        }
    });

    let send = {
        let dispatcher = state.dispatcher();
        Callback::from(move |action| dispatcher.dispatch(action))
    };
    let scene = Scene {
        quiz: &state.quiz,
        words: &state.quiz.words,
        session: &state.session,
        level: props.level,
        send,
        heading,
        problem,
        first,
        share,
        outside: props.outside.clone(),
        still: false,
        whole,
    };
    screen(&scene, said::draw(&state.said).into()).into()
}

/// The screen a session is on, with the progress above it and what is announced after it.
fn screen(scene: &Scene, said: Html) -> Element {
    let (quiz, session) = (scene.quiz, scene.session);
    let page = |key: &str| el("div").key(key).class("page");
    let shown = match session.screen() {
        Screen::Resume => page("resume").child(resume::draw(scene)),
        Screen::Asking(at) => match quiz.questions.get(at) {
            Some(question) => page(&format!("question-{}", question.id))
                .child(question::draw(scene, at, question)),
            None => page("review").child(review::draw(scene)),
        },
        Screen::Review => page("review").child(review::draw(scene)),
        Screen::Result => page("result").child(result::draw(scene)),
        Screen::Shared => page("shared").child(shared::draw(scene)),
        Screen::Compare => page("compare").child(compare::draw(scene)),
    };
    el("div")
        .class("quiz")
        .part("quiz")
        .set("lang", &quiz.lang)
        .attr("dir", quiz.direction())
        .child(el("div").key("progress").child(progress::draw(scene)))
        .child(shown)
        .child(said)
}
