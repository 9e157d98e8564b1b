//! What is on the studio's screen, and all that changes it.

use std::rc::Rc;

use career_quiz::quiz::{Chance, Quiz, SHIPPED};
use serde::{Deserialize, Serialize};
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use crate::browser::{Browser, News};
use crate::draft::Draft;
use crate::embed::Embed;
use crate::look::Look;
use crate::proof::Proof;
use crate::view;
use crate::visitor::{Visitor, anyone};

/// What the studio is given: its page.
#[derive(Clone, Properties)]
pub(crate) struct Props {
    browser: Rc<Browser>,
}

impl Props {
    pub(crate) fn new(browser: Browser) -> Self {
        Self { browser: Rc::new(browser) }
    }
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.browser, &other.browser)
    }
}

/// A quiz to start from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(crate) struct Example {
    /// Its file's name.
    pub(crate) name: String,
    pub(crate) title: String,
    pub(crate) text: String,
}

/// What stands beside the editor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tab {
    Proof,
    Preview,
    Look,
    Publish,
}

impl Tab {
    pub(crate) const ALL: [Self; 4] = [Self::Proof, Self::Preview, Self::Look, Self::Publish];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Proof => "Proof",
            Self::Preview => "Preview",
            Self::Look => "Look",
            Self::Publish => "Publish",
        }
    }

    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Proof => "proof",
            Self::Preview => "preview",
            Self::Look => "look",
            Self::Publish => "publish",
        }
    }
}

/// How the preview stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Frame {
    /// As wide as there is room, not as wide as a phone.
    pub(crate) wide: bool,
    pub(crate) dark: bool,
}

/// Something that happened.
pub(crate) enum Msg {
    News(News),
    Start(usize),
    Open(HtmlInputElement),
    Save,
    Undo,
    Reveal(u32, u32),
    /// A place in the file, as a JSON Pointer.
    RevealAt(String),
    Tab(Tab),
    Frame(Frame),
    /// The preview begins anew, without answers.
    Again,
    Visit(Visitor),
    Anyone,
    Look(Look),
    Embed(Embed),
    Copy(Element),
    Renew,
    /// The preview is there and knows nothing yet.
    Framed(Element),
}

/// What the preview shows.
#[derive(Serialize)]
struct Scene<'a> {
    text: &'a str,
    css: String,
    dark: bool,
    link: &'a str,
    again: u32,
}

/// The studio.
pub(crate) struct App {
    browser: Rc<Browser>,
    place: NodeRef,
    frame_element: Option<Element>,
    pub(crate) examples: Rc<[Example]>,
    pub(crate) draft: Draft,
    /// The last quiz that was sound, and its text: what is proven and shown.
    pub(crate) quiz: Option<Rc<Quiz>>,
    sound: Rc<str>,
    pub(crate) proof: Option<Rc<Proof>>,
    /// The proof on the screen is not of the text in the editor yet.
    pub(crate) proving: bool,
    pub(crate) tab: Tab,
    pub(crate) frame: Frame,
    again: u32,
    pub(crate) visitor: Option<Visitor>,
    pub(crate) look: Look,
    pub(crate) embed: Embed,
    /// What was just done, said once.
    pub(crate) notice: String,
    /// What was put in place of a text that can be brought back.
    pub(crate) replaced: bool,
    pub(crate) kept: bool,
    pub(crate) newer: bool,
}

impl Component for App {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let browser = ctx.props().browser.clone();
        browser.hear(ctx.link().callback(Msg::News));
        let shipped = Example {
            name: "career-quiz.json".to_owned(),
            title: "Machine learning paths (the shipped quiz)".to_owned(),
            text: SHIPPED.to_owned(),
        };
        let more: Vec<Example> = serde_json::from_str(&browser.examples()).unwrap_or_default();
        let draft = Draft::of(&browser.kept().unwrap_or_else(|| SHIPPED.to_owned()));
        let mut app = Self {
            browser,
            place: NodeRef::default(),
            frame_element: None,
            examples: std::iter::once(shipped).chain(more).collect(),
            draft: Draft::default(),
            quiz: None,
            sound: Rc::from(""),
            proof: None,
            proving: false,
            tab: Tab::Proof,
            frame: Frame::default(),
            again: 0,
            visitor: None,
            look: Look::default(),
            embed: Embed::default(),
            notice: String::new(),
            replaced: false,
            kept: true,
            newer: false,
        };
        app.take(draft);
        app
    }

    fn rendered(&mut self, _: &Context<Self>, first: bool) {
        if let Some(place) = self.place.cast::<Element>().filter(|_| first) {
            self.browser.edit(&place, &self.draft.text);
            self.browser.mark(&self.draft.marks());
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        let browser = self.browser.clone();
        match msg {
            Msg::News(news) => self.hear(news),
            Msg::Start(at) => {
                if let Some(example) = self.examples.get(at) {
                    browser.replace(&example.text);
                    ctx.link().send_message(Msg::News(News::Replaced(example.title.clone())));
                }
            }
            Msg::Open(field) => browser.open(&field),
            Msg::Save => browser.save(&self.draft.file_name()),
            Msg::Undo => {
                browser.undo();
                self.replaced = false;
            }
            Msg::Reveal(from, to) => browser.reveal(from, to),
            Msg::RevealAt(pointer) => {
                if let Some((from, to)) = self.draft.place_of(&pointer) {
                    browser.reveal(from, to);
                }
            }
            Msg::Tab(tab) => self.tab = tab,
            Msg::Frame(frame) => {
                self.frame = frame;
                self.show();
            }
            Msg::Again => {
                self.again += 1;
                self.visitor = None;
                self.show();
            }
            Msg::Visit(visitor) => self.visit(visitor),
            Msg::Anyone => {
                if let Some(quiz) = self.quiz.clone() {
                    let mut chance = Chance::new(browser.chance() as u64);
                    self.visit(Visitor::of(&quiz, &anyone(&quiz, &mut chance)));
                }
            }
            Msg::Look(look) => {
                self.look = look;
                self.show();
            }
            Msg::Embed(embed) => self.embed = embed,
            Msg::Copy(from) => browser.copy(&from),
            Msg::Renew => browser.renew(),
            Msg::Framed(frame) => {
                self.frame_element = Some(frame);
                self.show();
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        view::page(self, &self.place, ctx.link())
    }
}

impl App {
    fn hear(&mut self, news: News) {
        self.notice = match news {
            News::Text(text) => {
                let draft = Draft::of(&text);
                self.browser.mark(&draft.marks());
                self.take(draft);
                return;
            }
            News::Proven(proof) => {
                self.proof = serde_json::from_str(&proof).ok().map(Rc::new);
                self.proving = false;
                // The proof may have come after the next text.
                if let Some(proof) = self.proof.clone().filter(|_| *self.sound == *self.draft.text)
                {
                    self.draft = Draft::of(&self.sound).with(&proof);
                    self.browser.mark(&self.draft.marks());
                }
                return;
            }
            News::Kept(kept) => {
                self.kept = kept;
                return;
            }
            News::Newer => {
                self.newer = true;
                return;
            }
            News::Replaced(name) => {
                self.replaced = true;
                format!("{name} is in the editor.")
            }
            News::Unread(name) => format!("{name} could not be read."),
            News::Copied(true) => "Copied.".to_owned(),
            News::Copied(false) => {
                "The browser does not let pages copy. The text is selected: copy it with the \
                 keyboard."
                    .to_owned()
            }
        };
    }

    /// Goes on with another text. What is proven and shown stays until that is sound.
    fn take(&mut self, draft: Draft) {
        if let Some(quiz) = &draft.quiz
            && *self.sound != *draft.text
        {
            if self.quiz.as_ref().is_none_or(|before| before.id != quiz.id) {
                self.proof = None;
                self.visitor = None;
            }
            self.quiz = Some(quiz.clone());
            self.sound = draft.text.clone();
            self.proving = true;
            self.browser.prove(&draft.text);
            self.show();
        }
        self.draft = draft;
    }

    fn visit(&mut self, visitor: Visitor) {
        self.visitor = Some(visitor);
        self.tab = Tab::Preview;
        self.show();
    }

    fn show(&self) {
        let Some(frame) = &self.frame_element else { return };
        let link = self.visitor.as_ref().map_or("", |visitor| &visitor.link);
        let Frame { dark, .. } = self.frame;
        let (css, again) = (self.look.css(), self.again);
        let scene = Scene { text: &self.sound, css, dark, link, again };
        self.browser.show(frame, &serde_json::to_string(&scene).unwrap_or_default());
    }
}
