//! One visitor's way through the quiz, and everything she can do on it.

mod action;
mod answering;
mod moving;
mod panel;
mod progress;
mod remember;
mod sharing;

pub use action::Action;
pub use panel::{Heard, Panel, server_in};
pub use progress::Progress;

use std::rc::Rc;

use super::chance::Chance;
use super::{Answers, Change, Format, Opened, Question, Quiz};

/// What stands on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// She was here before: continue or start again?
    Resume,
    /// The question with this index.
    Asking(usize),
    /// All answers, before the result.
    Review,
    /// The result.
    Result,
    /// What someone shared.
    Shared,
    /// Her own result beside what someone shared.
    Compare,
}

/// Where on the way she is. [`Session::apply`] is the only way it changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    screen: Screen,
    answers: Answers,
    seed: u64,
    /// Where [`Action::Resume`] and [`Action::Own`] lead: never to one of the screens they leave.
    left_at: Screen,
    reviewing: bool,
    /// What she had answered when she last opened a question from the review.
    reviewed: Option<Answers>,
    over_limit: bool,
    early: u32,
    moves: u32,
    /// The choice of a rank whose place is being given, and the places before that began.
    placing: Option<(usize, usize, Vec<Option<usize>>)>,
    /// The change she is trying, and what counts with it.
    trial: Option<Box<(Change, Answers)>>,
    /// What the page's address brought; never remembered.
    shared: Option<Rc<Opened>>,
    /// What she had answered before she took the quiz again.
    previous: Option<Answers>,
    panel: Panel,
    /// Whether she began again and has said nothing since.
    restarted: bool,
    forgotten: bool,
}

impl Session {
    /// A visitor who has just arrived. The seed decides the order of shuffled choices.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self {
            screen: Screen::Asking(0),
            answers: Answers::default(),
            seed,
            left_at: Screen::Asking(0),
            reviewing: false,
            reviewed: None,
            over_limit: false,
            early: 0,
            moves: 0,
            placing: None,
            trial: None,
            shared: None,
            previous: None,
            panel: Panel::default(),
            restarted: false,
            forgotten: false,
        }
    }

    /// What stands on the screen.
    #[must_use]
    pub fn screen(&self) -> Screen {
        self.screen
    }

    /// What she said herself.
    #[must_use]
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// The answers the result is drawn for: her own, or with the change she is trying.
    #[must_use]
    pub fn shown(&self) -> Answers {
        self.trial.as_ref().map_or(&self.answers, |trial| &trial.1).clone()
    }

    /// The change she is trying.
    #[must_use]
    pub fn trial(&self) -> Option<&Change> {
        self.trial.as_ref().map(|trial| &trial.0)
    }

    /// How often she went on too early on this screen; 0 as long as nothing is to be said.
    #[must_use]
    pub fn early(&self) -> u32 {
        self.early
    }

    /// Whether she just tried to pick more than the question takes.
    #[must_use]
    pub fn over_limit(&self) -> bool {
        self.over_limit
    }

    /// How often what she looks at was replaced; 0 until she acts, so that focus is never taken
    /// unasked.
    #[must_use]
    pub fn moves(&self) -> u32 {
        self.moves
    }

    /// Whether the question on the screen was opened from the review.
    #[must_use]
    pub fn reviewing(&self) -> bool {
        self.reviewing
    }

    /// Whether she just asked to be forgotten.
    #[must_use]
    pub fn is_forgotten(&self) -> bool {
        self.forgotten
    }

    /// Whether she began again and has said nothing since: what is remembered still stands then.
    #[must_use]
    pub fn is_restarted(&self) -> bool {
        self.restarted
    }

    /// Whether Back leads anywhere.
    #[must_use]
    pub fn can_go_back(&self) -> bool {
        match self.screen {
            Screen::Asking(at) => at > 0 || self.reviewing,
            Screen::Review => true,
            Screen::Resume | Screen::Result | Screen::Shared | Screen::Compare => false,
        }
    }

    /// Whether the question on the screen may be skipped: not required, and not answered by
    /// picking nothing anyway.
    #[must_use]
    pub fn can_skip(&self, quiz: &Quiz, question: usize) -> bool {
        let none_will_do = quiz
            .questions
            .get(question)
            .is_some_and(|question| matches!(question.format, Format::Multiple { min: 0, .. }));
        !quiz.is_required(question) && !none_will_do
    }

    /// The order in which a question's choices or rows stand on the screen.
    #[must_use]
    pub fn order(&self, question: &Question) -> Vec<usize> {
        if question.shuffle {
            Chance::named(self.seed, &question.id).order(question.len())
        } else {
            (0..question.len()).collect()
        }
    }

    /// The session after an action. The old one is untouched.
    #[must_use]
    pub fn apply(&self, quiz: &Quiz, action: Action) -> Self {
        let mut next = self.clone();
        next.over_limit = false;
        next.forgotten = false;
        let placing = next.placing.take();
        match action {
            Action::Choose { question, choice } => next.choose(quiz, question, choice),
            Action::Toggle { question, choice } => next.toggle(quiz, question, choice),
            Action::Rate { question, row, step } => next.rate(quiz, question, row, step),
            Action::Place { question, choice, place } => {
                // Arrow keys give every place they pass: each counts from where she began.
                next.placing = placing.filter(|(at, moved, _)| (*at, *moved) == (question, choice));
                next.place(quiz, question, choice, place);
            }
            Action::Move { question, choice, up } => next.shift(quiz, question, choice, up),
            Action::Continue => next.go_on(quiz),
            Action::Skip => {
                if let Screen::Asking(at) = self.screen
                    && self.can_skip(quiz, at)
                {
                    next.answers = next.answers.with(at, None);
                    next.after(quiz, at);
                }
            }
            Action::Back => match self.screen {
                Screen::Asking(_) if self.reviewing => next.show(Screen::Review),
                Screen::Asking(at) => next.go_back(quiz, at),
                Screen::Review => next.go_back(quiz, quiz.questions.len()),
                _ => {}
            },
            Action::Open(at) if self.answers.is_asked(quiz, at) => {
                next.reviewed = Some(self.answers.clone());
                next.open(at);
            }
            Action::Open(_) => {}
            Action::Review => next.show(Screen::Review),
            Action::Resume if self.screen == Screen::Resume => {
                next.show(self.left_at);
                next.reviewing = self.reviewing;
            }
            Action::Resume => {}
            Action::Restart | Action::Forget => {
                next = self.anew();
                if matches!(action, Action::Forget) {
                    next.forgotten = true;
                    next.panel = Panel::default();
                }
            }
            Action::Try(change) => {
                if self.screen == Screen::Result && self.fits(quiz, &change) {
                    let said = Some(change.answer.clone());
                    let answers = self.answers.finished(quiz).with(change.question, said);
                    next.trial = Some(Box::new((*change, answers)));
                    next.moves += 1;
                }
            }
            Action::Undo => {
                next.moves += u32::from(next.trial.take().is_some());
            }
            Action::Retake { keep } if self.screen == Screen::Result => next = self.retaken(keep),
            Action::Retake { .. } => {}
            Action::PutBack => next.put_back(quiz),
            Action::Own => next.go_home(),
            Action::Compare => next.compare(quiz),
            Action::DropShared => next.drop_shared(),
            Action::Read(code) => next.read(quiz, &code),
            Action::Grade(grade) => next.panel = Panel { grade, ..self.panel.without_word() },
            Action::Heard(heard) => next.panel = self.panel.hearing(heard),
            Action::Server(server) => next.panel = Panel { server, ..self.panel.without_word() },
            Action::ShowQr => {
                next.panel = Panel { qr: !self.panel.qr, ..self.panel.without_word() }
            }
        }
        // Whatever an answer changed, she is never left where there is nothing to see.
        match next.screen {
            Screen::Asking(at) if !next.answers.is_asked(quiz, at) => {
                next.show(next.asking_from(quiz, at));
            }
            Screen::Result if !next.answers.enough(quiz) => next.show(Screen::Review),
            _ => {}
        }
        next
    }

    /// Nothing answered, choices in another order; what came with the address stays.
    fn anew(&self) -> Self {
        Self {
            moves: self.moves + 1,
            restarted: true,
            shared: self.shared.clone(),
            panel: self.panel.clone(),
            ..Self::new(Chance::new(self.seed).next())
        }
    }

    fn fits(&self, quiz: &Quiz, change: &Change) -> bool {
        let question = quiz.questions.get(change.question);
        question.is_some_and(|question| question.is_complete(&change.answer))
    }
}

fn format(quiz: &Quiz, question: usize) -> Option<&Format> {
    quiz.questions.get(question).map(|question| &question.format)
}
