//! The one door: introduces the rooms to each other.

mod errands;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, Callback, Renderer};

use crate::host::{self, Memory, Shell};
use crate::quiz::{Action, LinkError, Quiz, Session, UnpackError, server_in, share};
use crate::view::{App, AppProps};

/// Calls `lost` when this module panics: after that, nothing in it works any more.
#[wasm_bindgen]
pub fn watch(lost: Function) {
    host::watch(lost);
    yew::set_custom_panic_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        host::last_words();
    }));
}

/// A quiz on the page.
#[wasm_bindgen]
pub struct Mounted {
    quiz: Rc<Quiz>,
    app: AppHandle<App>,
}

#[wasm_bindgen]
impl Mounted {
    /// The quiz's id.
    #[wasm_bindgen(getter)]
    pub fn quiz(&self) -> String {
        self.quiz.id.clone()
    }

    /// Takes the quiz off the page, and every listener with it.
    pub fn unmount(self) {
        self.app.destroy();
    }
}

/// Draws a quiz inside `root`: the shipped one, or one of the page's own.
///
/// # Errors
///
/// Where the shell's quiz is not of this build; nothing is drawn then.
#[wasm_bindgen]
pub fn mount(root: Element, shell: Shell) -> Result<Mounted, JsError> {
    let shell = Rc::new(shell);
    let quiz = match shell.own() {
        Some(packed) => own(&shell, &packed),
        None => shipped(&shell),
    }?;
    let memory = Memory::of(&quiz.id, &shell.instance());
    let (before, start) = begin(&quiz, &shell, &memory);
    let (level, focus) = (shell.level(), shell.focus());
    let outside = errands::outside(&shell);
    let onsession = {
        let (quiz, before) = (quiz.clone(), RefCell::new((before, false)));
        Callback::from(move |now: Session| {
            shell.keep(&now.line(&quiz));
            let (before, ready) = before.replace((now.clone(), true));
            if !ready {
                shell.ready(&quiz, &before);
            }
            shell.report(&quiz, &before, &now);
            let typed = &now.panel().server;
            if *typed != before.panel().server {
                host::remember_server(&server_in(typed).unwrap_or_default());
            }
            let (had, has) = (before.remember(&quiz), now.remember(&quiz));
            let nothing = now.answers().is_blank() && now.previous().is_none();
            let taken_back = nothing && !before.answers().is_blank();
            if now.is_forgotten() || (taken_back && !now.is_restarted()) {
                memory.forget();
            } else if had != has && !now.is_restarted() {
                // What someone shared leaves her own memory as it is.
                memory.remember(has);
            }
        })
    };
    let props = AppProps { quiz: quiz.clone(), start, level, focus, outside, onsession };
    Ok(Mounted { quiz, app: Renderer::<App>::with_root_and_props(root, props).render() })
}

/// The shipped quiz in the shell's language, unpacked once for all that show it.
fn shipped(shell: &Rc<Shell>) -> Result<Rc<Quiz>, UnpackError> {
    thread_local! {
        static UNPACKED: RefCell<Vec<(String, Rc<Quiz>)>> = const { RefCell::new(Vec::new()) };
    }
    let language = shell.words();
    let known = UNPACKED.with_borrow(|all| {
        all.iter().find(|(of, _)| *of == language).map(|(_, quiz)| quiz.clone())
    });
    if let Some(quiz) = known {
        return Ok(quiz);
    }
    let mut quiz = Quiz::unpack(&shell.shipped())?;
    quiz.words.numbers = shell.numbers_of(&quiz);
    let quiz = Rc::new(quiz);
    UNPACKED.with_borrow_mut(|all| all.push((language, quiz.clone())));
    Ok(quiz)
}

/// A quiz of the page's own. What it leaves unsaid, the shipped one says.
fn own(shell: &Rc<Shell>, packed: &[u8]) -> Result<Rc<Quiz>, UnpackError> {
    let mut quiz = Quiz::unpack(packed)?;
    quiz.words.numbers = shell.numbers_of(&quiz);
    quiz.words.borrow_from(&shipped(shell)?.words);
    Ok(Rc::new(quiz))
}

/// The session the page knows of, and the one to draw. They differ where she answered before
/// this was here.
fn begin(quiz: &Quiz, shell: &Shell, memory: &Memory) -> (Session, Session) {
    let line = shell.line();
    let looking = line.as_deref().is_some_and(Session::looked_at_shared);
    let start = match line {
        Some(line) => Session::restore(quiz, &line),
        None => memory.recall().and_then(|line| {
            let session = Session::recall(quiz, &line);
            if session.is_none() {
                memory.forget();
            }
            session
        }),
    };
    let mut start = start.unwrap_or_else(|| Session::new(host::seed()));
    start = start.with_server(host::server());
    if let Some(opened) = share::open(quiz, &shell.fragment())
        // Another quiz on this page may be the one that is meant.
        && (shell.alone() || opened.shared != Err(LinkError::OtherQuiz))
    {
        start = start.with_shared(opened, looking || shell.fresh());
    }
    match shell.early().as_deref() {
        Some("continue") => (Session::new(0), start.apply(quiz, Action::Continue)),
        Some("skip") => (Session::new(0), start.apply(quiz, Action::Skip)),
        Some(_) => (Session::new(0), start),
        None => (start.clone(), start),
    }
}
