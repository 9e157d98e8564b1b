//! One visitor's way through the quiz, and everything she can do on it.

mod action;
mod remember;

pub use action::Action;

use super::chance::Chance;
use super::sort::sort_short;
use super::{Answer, Answers, Change, Format, Question, Quiz};

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
}

/// Where on the way she is. [`Session::apply`] is the only way it changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    screen: Screen,
    answers: Answers,
    seed: u64,
    /// Where [`Action::Resume`] leads.
    left_at: Screen,
    reviewing: bool,
    over_limit: bool,
    early: u32,
    moves: u32,
    /// The choice of a rank whose place is being given, and the places before that began.
    placing: Option<(usize, usize, Vec<Option<usize>>)>,
    trial: Option<Box<Change>>,
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
            over_limit: false,
            early: 0,
            moves: 0,
            placing: None,
            trial: None,
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
        match &self.trial {
            Some(change) => self.answers.with(change.question, Some(change.answer.clone())),
            None => self.answers.clone(),
        }
    }

    /// The change she is trying.
    #[must_use]
    pub fn trial(&self) -> Option<&Change> {
        self.trial.as_deref()
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
            Screen::Resume | Screen::Result => false,
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
                Screen::Asking(at) if at > 0 => next.show(Screen::Asking(at - 1)),
                Screen::Review => next.show(Screen::Asking(quiz.questions.len().saturating_sub(1))),
                _ => {}
            },
            Action::Open(at) if at < quiz.questions.len() => {
                next.show(Screen::Asking(at));
                next.reviewing = true;
            }
            Action::Open(_) => {}
            Action::Review => next.show(Screen::Review),
            Action::Resume if self.screen == Screen::Resume => {
                next.show(self.left_at);
                next.reviewing = self.reviewing;
            }
            Action::Resume => {}
            Action::Restart | Action::Forget => {
                next = Self::new(Chance::new(self.seed).next());
                next.moves = self.moves + 1;
                next.restarted = true;
                next.forgotten = matches!(action, Action::Forget);
            }
            Action::Try(change) => {
                if self.screen == Screen::Result && self.fits(quiz, &change) {
                    next.trial = Some(change);
                    next.moves += 1;
                }
            }
            Action::Undo => {
                next.moves += u32::from(next.trial.take().is_some());
            }
        }
        next
    }

    fn fits(&self, quiz: &Quiz, change: &Change) -> bool {
        let question = quiz.questions.get(change.question);
        question.is_some_and(|question| question.is_complete(&change.answer))
    }

    fn choose(&mut self, quiz: &Quiz, question: usize, choice: usize) {
        if let Some(Format::Single { choices } | Format::Scale { choices }) = format(quiz, question)
            && choice < choices.len()
        {
            self.say(question, Answer::Choice(choice));
        }
    }

    fn toggle(&mut self, quiz: &Quiz, question: usize, choice: usize) {
        let Some(Format::Multiple { choices, max, .. }) = format(quiz, question) else {
            return;
        };
        let mut picks = match self.answers.get(question) {
            Some(Answer::Picks(picks)) => picks.clone(),
            _ => Vec::new(),
        };
        if let Some(at) = picks.iter().position(|pick| *pick == choice) {
            picks.remove(at);
        } else if picks.len() >= *max {
            self.over_limit = true;
            return;
        } else if choice < choices.len() {
            picks.push(choice);
            sort_short(&mut picks, |pick| *pick);
        }
        self.say(question, Answer::Picks(picks));
    }

    fn rate(&mut self, quiz: &Quiz, question: usize, row: usize, step: usize) {
        let Some(asked @ Format::Rating { steps, .. }) = format(quiz, question) else {
            return;
        };
        if let Some(Answer::Ratings(mut ratings)) = self.so_far(question, asked)
            && step < steps.len()
            && let Some(slot) = ratings.get_mut(row)
        {
            *slot = Some(step);
            self.say(question, Answer::Ratings(ratings));
        }
    }

    fn place(&mut self, quiz: &Quiz, question: usize, choice: usize, place: usize) {
        let Some(asked @ Format::Rank { choices, .. }) = format(quiz, question) else { return };
        let Some(Answer::Order(now)) = self.so_far(question, asked) else { return };
        if place >= choices.len() || choice >= now.len() {
            return;
        }
        let (_, _, before) = self.placing.take().unwrap_or((question, choice, now));
        self.say(question, Answer::Order(placed(&before, choice, place)));
        self.placing = Some((question, choice, before));
    }

    fn shift(&mut self, quiz: &Quiz, question: usize, choice: usize, up: bool) {
        let Some(asked @ Format::Rank { choices, .. }) = format(quiz, question) else {
            return;
        };
        let Some(Answer::Order(places)) = self.so_far(question, asked) else {
            return;
        };
        let mut free = (0..choices.len()).filter(|place| !places.contains(&Some(*place)));
        let to = match places.get(choice) {
            None => None,
            Some(None) if up => free.next_back(),
            Some(None) => free.next(),
            Some(Some(place)) if up => place.checked_sub(1),
            Some(Some(place)) => Some(place + 1),
        };
        if let Some(to) = to {
            self.place(quiz, question, choice, to);
            self.placing = None;
        }
    }

    fn so_far(&self, question: usize, format: &Format) -> Option<Answer> {
        self.answers.get(question).cloned().or_else(|| Answer::blank(format))
    }

    fn say(&mut self, question: usize, answer: Answer) {
        self.restarted = false;
        self.trial = None;
        self.answers = self.answers.with(question, Some(answer));
    }

    fn go_on(&mut self, quiz: &Quiz) {
        match self.screen {
            Screen::Asking(at) => {
                if let Some(Format::Multiple { min: 0, .. }) = format(quiz, at)
                    && self.answers.get(at).is_none()
                {
                    self.say(at, Answer::Picks(Vec::new()));
                }
                if self.answers.complete(quiz, at).is_some() {
                    self.after(quiz, at);
                } else {
                    self.early += 1;
                }
            }
            Screen::Review if self.answers.enough(quiz) => self.show(Screen::Result),
            Screen::Review => self.early += 1,
            Screen::Resume | Screen::Result => {}
        }
    }

    /// Leaves a question that is done with.
    fn after(&mut self, quiz: &Quiz, question: usize) {
        let last = question + 1 >= quiz.questions.len();
        self.show(if self.reviewing || last {
            Screen::Review
        } else {
            Screen::Asking(question + 1)
        });
    }

    fn show(&mut self, screen: Screen) {
        self.screen = screen;
        self.early = 0;
        self.trial = None;
        self.reviewing = false;
        self.moves += 1;
    }
}

/// The places once `choice` has `place`. Whoever had it takes the one that was left; if none was,
/// the nearest free one.
fn placed(before: &[Option<usize>], choice: usize, place: usize) -> Vec<Option<usize>> {
    let mut places = before.to_vec();
    let left = places.get_mut(choice).and_then(|slot| slot.replace(place));
    let taken = before.iter().position(|other| *other == Some(place)).filter(|at| *at != choice);
    if let Some(slot) = taken.and_then(|at| places.get_mut(at)) {
        let free = (0..before.len()).filter(|free| !before.contains(&Some(*free)));
        *slot = left.or_else(|| free.min_by_key(|free| free.abs_diff(place)));
    }
    places
}

fn format(quiz: &Quiz, question: usize) -> Option<&Format> {
    quiz.questions.get(question).map(|question| &question.format)
}
