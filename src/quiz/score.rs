//! Answers become matches, and the matches a recommendation. Linear, additive, exact.
//!
//! 1. A path's match = points it got / points it could have got on the answered questions.
//! 2. Breadth = steps shown / steps that could have been shown on the answered questions, on a
//!    scale of `breadth_max`; half of it where no such question was answered.
//! 3. The blended path's match = the mean of all but the strongest path + base + breadth.
//! 4. The longest bar wins. Level bars: the blended path, else the path ranked higher in the
//!    tie breaker, else the blended path again.

use super::points::{Fraction, MAX_PATHS, Points};
use super::sort::sort_short;
use super::{Answer, Answers, Format, Quiz};

/// A path and what it got of what it could have got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// Index of the path.
    pub path: usize,
    /// 0 to 100, exact.
    pub percent: Fraction,
    /// Points it got; 0 for the blended path, which has none of its own.
    pub points: i64,
}

/// How far ahead the winner is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Band {
    /// Far ahead.
    Clear,
    /// Ahead.
    Leaning,
    /// Just ahead, or level.
    Close,
}

impl Band {
    /// What share codes call it; permanent.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Clear => "clear",
            Self::Leaning => "leaning",
            Self::Close => "close",
        }
    }

    /// [`Band::id`] read back.
    #[must_use]
    pub fn named(id: &str) -> Option<Self> {
        [Self::Clear, Self::Leaning, Self::Close].into_iter().find(|band| band.id() == id)
    }
}

/// One question's part in the result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Index of the question.
    pub question: usize,
    /// Match points it moved the winner by, against the other paths.
    pub amount: Fraction,
}

/// The matches ranked, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recommendation {
    /// Best first. The first is the recommended path.
    pub matches: Vec<Match>,
    /// The winner's match less the next highest.
    pub lead: Fraction,
    /// What the lead is called.
    pub band: Band,
    /// Whether enough was answered to show a path.
    pub enough: bool,
    /// The strongest path among those with points of their own; of level ones the first.
    pub top: usize,
    /// One for each answered question that counts, in the quiz's order.
    pub reasons: Vec<Reason>,
    /// For a blended winner: what it has before any answer, so that the reasons add up.
    pub base: Fraction,
    /// For a blended winner: what the limit of 100 took away, never above 0.
    pub cap: Fraction,
    /// Points each scored path could have got on the answered questions.
    pub most: i64,
    /// Steps of breadth shown, on the scale of the blend.
    pub breadth: Fraction,
    /// The mean match of all but the strongest scored path.
    pub lower_mean: Fraction,
}

impl Recommendation {
    /// The recommended path.
    #[must_use]
    pub fn path(&self) -> usize {
        self.matches.first().map_or(0, |best| best.path)
    }

    /// A reason's amount as it is shown: in points, where halves are the finest there is, or in match
    /// points for the blended path, which has no others.
    #[must_use]
    pub fn shown(&self, quiz: &Quiz, amount: Fraction) -> Fraction {
        let blended = quiz.blend.as_ref().is_some_and(|blend| blend.path == self.path());
        if blended { amount } else { amount * Fraction::new(self.most, 100) }
    }

    /// The runner-up.
    #[must_use]
    pub fn second(&self) -> usize {
        self.matches.get(1).map_or(0, |next| next.path)
    }
}

/// Everything the winner depends on, as whole numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(crate) struct Tally {
    pub(crate) points: Points,
    /// Most points a path could have got.
    pub(crate) most: i64,
    /// Most breadth that could have been shown.
    pub(crate) breadth_most: i64,
    /// Each path's place in the tie breaker, counted from 1; 0 where it has none.
    pub(crate) places: [u8; MAX_PATHS],
}

/// A tally with its matches on one common denominator.
pub(crate) struct Standing {
    pub(crate) scaled: [i64; MAX_PATHS],
    pub(crate) denominator: i64,
    pub(crate) winner: usize,
    pub(crate) top: usize,
    /// What the blended path had before the limit of 100.
    pub(crate) uncapped: i64,
    pub(crate) lower: i64,
}

impl Tally {
    pub(crate) fn of(quiz: &Quiz, answers: &Answers) -> Self {
        let mut tally = Self::default();
        for (at, question, answer) in answers.all_complete(quiz) {
            tally.points = tally.points + question.points(answer);
            tally.most += i64::from(question.most);
            tally.breadth_most += i64::from(question.breadth_most);
            if quiz.rules.tie_breaker == Some(at) {
                tally.places = places(quiz, at, answer);
            }
        }
        tally
    }

    pub(crate) fn standing(&self, quiz: &Quiz) -> Standing {
        let others = quiz.others();
        let most = self.most.max(1);
        let (breadth, breadth_most) = match self.breadth_most {
            0 => (1, 2),
            most => (i64::from(self.points.breadth), most),
        };
        let denominator = most * others * breadth_most;
        let per_point = 100 * others * breadth_most;

        let points = |path: usize| i64::from(self.points.path(path));
        let mut top = quiz.scored_paths().next().unwrap_or(0);
        let mut sum = 0;
        for path in quiz.scored_paths() {
            sum += points(path);
            if points(path) > points(top) {
                top = path;
            }
        }
        let lower = (sum - points(top)) * 100 * breadth_most;

        let mut scaled = [0; MAX_PATHS];
        for (path, slot) in scaled.iter_mut().enumerate() {
            *slot = points(path) * per_point;
        }
        let mut uncapped = 0;
        if let Some(blend) = &quiz.blend {
            let breadth = blend.per_breadth * blend.breadth_max * breadth * most * others;
            uncapped = lower + blend.base * denominator + breadth;
            if let Some(slot) = scaled.get_mut(blend.path) {
                *slot = uncapped.min(100 * denominator);
            }
        }
        let winner = winner(quiz, &scaled, top, &self.places);
        Standing { scaled, denominator, winner, top, uncapped, lower }
    }
}

impl Standing {
    /// The winner's lead over the next, on the common denominator.
    pub(crate) fn lead(&self) -> i64 {
        let at = |path: usize| self.scaled.get(path).copied().unwrap_or(0);
        let others = (0..MAX_PATHS).filter(|path| *path != self.winner);
        at(self.winner) - others.map(at).max().unwrap_or(0)
    }
}

/// The longest bar, and the rule for bars that are level.
pub(crate) fn winner(
    quiz: &Quiz,
    scaled: &[i64; MAX_PATHS],
    top: usize,
    places: &[u8; MAX_PATHS],
) -> usize {
    let at = |path: usize| scaled.get(path).copied().unwrap_or(0);
    let place = |path: usize| places.get(path).copied().filter(|place| *place > 0);
    let level = || quiz.scored_paths().filter(|path| at(*path) == at(top));
    let blend = quiz.blend.as_ref().map(|blend| blend.path);
    if let Some(blend) = blend.filter(|blend| at(*blend) >= at(top)) {
        return blend;
    }
    let ranked = level().filter(|path| place(*path).is_some()).min_by_key(|path| place(*path));
    match (level().count(), ranked, blend) {
        (1, _, _) => top,
        (_, Some(ranked), _) => ranked,
        (_, None, Some(blend)) => blend,
        (_, None, None) => top,
    }
}

/// Each path's place in an answered rank, counted from 1.
pub(crate) fn places(quiz: &Quiz, question: usize, answer: &Answer) -> [u8; MAX_PATHS] {
    let mut places = [0; MAX_PATHS];
    let question = quiz.questions.get(question);
    if let (Some(Format::Rank { choices, .. }), Answer::Order(order)) =
        (question.map(|question| &question.format), answer)
    {
        for (choice, place) in choices.iter().zip(order) {
            let slot = choice.path.and_then(|path| places.get_mut(path));
            if let (Some(slot), Some(place)) = (slot, place) {
                let place = u8::try_from(place + 1).unwrap_or(u8::MAX);
                *slot = if *slot == 0 { place } else { place.min(*slot) };
            }
        }
    }
    places
}

/// Ranks the paths for these answers and says how each answer moved the winner.
///
/// Reasons follow the method's own sums. For a winner with points of its own: the points a
/// question gave it less the mean it gave the others; together its match less their mean. For
/// the blended path: its breadth less that same difference for the strongest path; together with
/// `base` and `cap`, its match less the strongest path's.
#[must_use]
pub fn recommend(quiz: &Quiz, answers: &Answers) -> Recommendation {
    let tally = Tally::of(quiz, answers);
    let standing = tally.standing(quiz);
    let exact = |scaled: i64| Fraction::new(scaled, standing.denominator);
    let mut matches: Vec<_> = standing
        .scaled
        .iter()
        .enumerate()
        .take(quiz.paths.len())
        .map(|(path, scaled)| Match {
            path,
            percent: exact(*scaled),
            points: tally.points.path(path).into(),
        })
        .collect();
    sort_short(&mut matches, |one| (one.path != standing.winner, std::cmp::Reverse(one.percent)));
    let lead = match matches.as_slice() {
        [best, next, ..] => best.percent - next.percent,
        _ => Fraction::from(0),
    };
    let band = if lead >= Fraction::from(quiz.rules.clear_lead) {
        Band::Clear
    } else if lead >= Fraction::from(quiz.rules.leaning_lead) {
        Band::Leaning
    } else {
        Band::Close
    };

    let blend = quiz.blend.as_ref();
    let blended = blend.filter(|blend| blend.path == standing.winner);
    let zero = Fraction::from(0);
    let whole = |value: i64| Fraction::from(value);
    let per_step = blend.map_or(zero, |blend| match tally.breadth_most {
        0 => zero,
        most => Fraction::new(blend.per_breadth * blend.breadth_max, most),
    });
    let others = quiz.others();
    let ahead = |points: &Points, path: usize| {
        let mine = i64::from(points.path(path));
        let sum: i64 = quiz.scored_paths().map(|path| i64::from(points.path(path))).sum();
        Fraction::new((mine * others - (sum - mine)) * 100, others * tally.most.max(1))
    };
    let mut reasons = Vec::new();
    for (at, question, answer) in answers.all_complete(quiz) {
        if !question.counts() {
            continue;
        }
        let points = question.points(answer);
        let amount = match blended {
            Some(_) => per_step * whole(points.breadth.into()) - ahead(&points, standing.top),
            None => ahead(&points, standing.winner),
        };
        reasons.push(Reason { question: at, amount });
    }
    let breadth = match (blend, tally.breadth_most) {
        (None, _) => zero,
        (Some(blend), 0) => Fraction::new(blend.breadth_max, 2),
        (Some(blend), most) => {
            Fraction::new(i64::from(tally.points.breadth) * blend.breadth_max, most)
        }
    };
    let unasked = if tally.breadth_most == 0 { breadth } else { zero };
    let base = blended.map_or(zero, |blend| whole(blend.base) + whole(blend.per_breadth) * unasked);
    let cap = blended
        .map_or(zero, |_| whole(100).min(exact(standing.uncapped)) - exact(standing.uncapped));
    Recommendation {
        matches,
        lead,
        band,
        enough: answers.enough(quiz),
        top: standing.top,
        reasons,
        base,
        cap,
        most: tally.most,
        breadth,
        lower_mean: exact(standing.lower),
    }
}
