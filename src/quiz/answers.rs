//! What a visitor said, keyed by the quiz's questions.

use super::{Format, Question, Quiz};

/// The answer to one question. Indices are those of the quiz, never those of the screen.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Answer {
    /// The choice of a single or scale question.
    Choice(usize),
    /// The picks of a multiple question, ascending.
    Picks(Vec<usize>),
    /// The step of each row of a rating, once given.
    Ratings(Vec<Option<usize>>),
    /// The place of each choice of a rank, once given, counted from 0.
    Order(Vec<Option<usize>>),
}

/// All answers of one visitor. A question that was skipped, left half done or is not asked of her
/// counts for nobody; what she said before it was no longer asked is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Answers {
    by_question: Vec<Option<Answer>>,
}

impl Answers {
    /// What was said to a question so far, whole or not.
    #[must_use]
    pub fn get(&self, question: usize) -> Option<&Answer> {
        self.by_question.get(question)?.as_ref()
    }

    /// What was said to a question, if it is asked and the answer whole.
    #[must_use]
    pub fn complete<'a>(&'a self, quiz: &Quiz, question: usize) -> Option<&'a Answer> {
        let answer = self.get(question)?;
        let whole = quiz.questions.get(question)?.is_complete(answer);
        (whole && self.is_asked(quiz, question)).then_some(answer)
    }

    /// Every question that is asked and answered in full, with its index and that answer.
    #[must_use]
    pub fn all_complete<'a>(&'a self, quiz: &'a Quiz) -> Vec<(usize, &'a Question, &'a Answer)> {
        let asked = self.asked(quiz);
        let mut complete = Vec::new();
        for (at, question) in quiz.questions.iter().enumerate() {
            if let Some(answer) = self.get(at)
                && asked.get(at) == Some(&true)
                && question.is_complete(answer)
            {
                complete.push((at, question, answer));
            }
        }
        complete
    }

    /// The same answers with one of them given, changed or taken back.
    #[must_use]
    pub fn with(&self, question: usize, answer: Option<Answer>) -> Self {
        let mut by_question = self.by_question.clone();
        if by_question.len() <= question {
            by_question.resize(question + 1, None);
        }
        if let Some(slot) = by_question.get_mut(question) {
            *slot = answer;
        }
        Self::from(by_question)
    }

    /// What counts, without what was left half done or is not asked any more.
    #[must_use]
    pub fn finished(&self, quiz: &Quiz) -> Self {
        let mut by_question = vec![None; quiz.questions.len()];
        for (at, _, answer) in self.all_complete(quiz) {
            if let Some(slot) = by_question.get_mut(at) {
                *slot = Some(answer.clone());
            }
        }
        Self::from(by_question)
    }

    /// The same answers are equal, however many questions after them were looked at.
    fn from(mut by_question: Vec<Option<Answer>>) -> Self {
        while by_question.last().is_some_and(Option::is_none) {
            by_question.pop();
        }
        Self { by_question }
    }

    /// How many questions are answered in full.
    #[must_use]
    pub fn count(&self, quiz: &Quiz) -> usize {
        self.all_complete(quiz).len()
    }

    /// Whether nothing has been said at all.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.by_question.iter().all(Option::is_none)
    }

    /// Required questions that are still open, and how many more of the counted ones are needed:
    /// of both only such as are asked.
    #[must_use]
    pub fn missing(&self, quiz: &Quiz) -> (Vec<usize>, usize) {
        let open = |at: &usize| self.is_open(quiz, *at);
        let required = quiz.rules.required.iter().copied().filter(open).collect();
        let (mut more, mut left) = (quiz.rules.at_least, 0);
        for at in &quiz.rules.counted {
            left += usize::from(open(at));
            more -= usize::from(more > 0 && self.complete(quiz, *at).is_some());
        }
        (required, more.min(left))
    }

    /// Whether enough was answered to show a path.
    #[must_use]
    pub fn enough(&self, quiz: &Quiz) -> bool {
        let (required, more) = self.missing(quiz);
        required.is_empty() && more == 0
    }
}

impl Answer {
    /// The answer with nothing said yet, for questions that are answered part by part.
    #[must_use]
    pub(crate) fn blank(format: &Format) -> Option<Self> {
        match format {
            Format::Single { .. } | Format::Scale { .. } => None,
            Format::Multiple { .. } => Some(Self::Picks(Vec::new())),
            Format::Rating { rows, .. } => Some(Self::Ratings(vec![None; rows.len()])),
            Format::Rank { choices, .. } => Some(Self::Order(vec![None; choices.len()])),
        }
    }
}
