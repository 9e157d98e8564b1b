//! The one component. It holds the session, and what it says and shows follows from that.
//!
//! A struct and not a function: what hooks bring along is 20 kB of WebAssembly.

use std::rc::Rc;

use yew::prelude::*;

use super::ask::Ask;
use super::said::{self, Said};
use super::scene::{Scene, focus};
use super::{Outside, screen};
use crate::quiz::{Action, Quiz, Screen, Session};

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

/// The whole quiz.
pub struct App {
    session: Session,
    said: Said,
    /// The move whose result is drawn to its end.
    settled: u32,
    /// The session the page was told of last.
    told: Option<Session>,
    heading: NodeRef,
    problem: NodeRef,
    first: NodeRef,
    share: NodeRef,
}

/// What happens to the quiz.
pub enum Message {
    /// She did something.
    Act(Action),
    /// What was drawn after this many moves is painted.
    Painted(u32),
}

impl Component for App {
    type Message = Message;
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> Self {
        let session = context.props().start.clone();
        let settled = session.moves();
        let [heading, problem, first, share] = std::array::from_fn(|_| NodeRef::default());
        let said = Said::default();
        Self { session, said, settled, told: None, heading, problem, first, share }
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Act(action) => {
                let quiz = &context.props().quiz;
                let session = self.session.apply(quiz, action.clone());
                self.said = self.said.after(quiz, &action, &self.session, &session);
                self.session = session;
            }
            Message::Painted(moves) => self.settled = moves,
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let send = context.link().callback(Message::Act);
        // Done within the press: a browser lets nothing be copied or shared after it.
        let ask = {
            let (quiz, session, send) = (props.quiz.clone(), self.session.clone(), send.clone());
            let outside = props.outside.clone();
            Callback::from(move |ask: Ask| {
                let errand = ask.errand(&quiz, &session, &outside.address);
                outside.errand.emit((errand, send.clone()));
            })
        };
        let scene = Scene {
            quiz: &props.quiz,
            words: &props.quiz.words,
            session: &self.session,
            level: props.level,
            send,
            ask,
            heading: self.heading.clone(),
            problem: self.problem.clone(),
            first: self.first.clone(),
            share: self.share.clone(),
            outside: props.outside.clone(),
            still: false,
            whole: self.is_whole(props),
        };
        screen(&scene, said::draw(&self.said).into()).into()
    }

    fn rendered(&mut self, context: &Context<Self>, _first: bool) {
        let props = context.props();
        let moves = self.session.moves();
        let before = self.told.replace(self.session.clone());
        if before.as_ref() == Some(&self.session) {
            return;
        }
        // Told before the focus moves: at the first drawing, that puts the quiz on the page.
        props.onsession.emit(self.session.clone());
        let way = |session: &Session| (session.moves(), session.early());
        let has_moved = before.as_ref().map(way) != Some(way(&self.session));
        let unasked = !props.focus && way(&props.start) == way(&self.session);
        match way(&self.session) {
            _ if unasked || !has_moved => {}
            (0, 0) => {}
            (_, 0) => focus(&self.heading),
            _ => focus(&self.problem),
        }
        if let Some(painted) = props.outside.painted.as_ref().filter(|_| !self.is_whole(props)) {
            painted.emit(context.link().callback(move |()| Message::Painted(moves)));
        }
    }
}

impl App {
    /// Of a result she has just reached the top is drawn first, and the rest once that is painted:
    /// all at once, a slow phone would show nothing new for a quarter of a second after her press.
    fn is_whole(&self, props: &AppProps) -> bool {
        let waits = self.session.screen() == Screen::Result && self.settled != self.session.moves();
        !waits || props.outside.painted.is_none()
    }
}
