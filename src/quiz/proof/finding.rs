//! What an author should mend, one finding for each cause.

use super::super::points::Fraction;
use super::super::{Quiz, rounded};
use super::Proof;
use super::archetype::Reach;
use super::dead::Dead;
use super::odds::Method;
use super::reading::MOST_TENTHS;

/// How much something that is wrong weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The quiz is not shown, or not fair.
    Error,
    /// It is shown, and can be better; or it is meant so.
    Warning,
}

/// One thing an author should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What kind it is, for programs.
    pub kind: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Where in the quiz file, as a JSON pointer.
    pub pointer: String,
    /// What is wrong.
    pub problem: String,
    /// What to do about it.
    pub remedy: String,
}

/// With fewer questions that count, one of them always decides much.
const FEWEST_WEIGHED: usize = 4;

impl Proof {
    /// What an author should mend, errors first.
    #[must_use]
    pub fn findings(&self, quiz: &Quiz) -> Vec<Finding> {
        let mut found = Vec::new();
        self.outcomes(quiz, &mut found);
        self.questions(quiz, &mut found);
        self.texts(&mut found);
        found.sort_by_key(|finding| finding.severity);
        found
    }

    fn outcomes(&self, quiz: &Quiz, found: &mut Vec<Finding>) {
        let never =
            |path: usize| matches!(self.reach.get(path), Some(Reach::Never | Reach::NotFound));
        let blend = quiz.blend.as_ref().map(|blend| blend.path);
        let name = |path: usize| quiz.path_names(path).1;
        if let Some(path) = blend
            && quiz.scored_paths().all(never)
        {
            // That the others are never reached is the same fault.
            let problem = format!("`{}` wins whatever is answered", name(path));
            found.push(error(
                "blend-always-wins",
                "/blend",
                problem,
                "lower `base` or `per_breadth`",
            ));
            return;
        }
        for path in (0..quiz.paths.len()).filter(|path| never(*path)) {
            let winning = |(one, other): &&(usize, usize)| *one == path && !never(*other);
            let by = self.dominated.iter().find(winning).map(|(_, other)| *other);
            let place = format!("/paths/{path}");
            found.push(match (by, self.odds.method) {
                _ if blend == Some(path) => {
                    let problem = format!("`{}` {}", name(path), self.not_reached());
                    let remedy = "raise `base` or `per_breadth`, or give more choices breadth";
                    error("blend-never-wins", "/blend", problem, remedy)
                }
                (Some(other), _) => {
                    let (path, other) = (name(path), name(other));
                    let problem =
                        format!("`{path}` never wins: `{other}` always has as many points or more");
                    let remedy = "give it points where that other has none";
                    error("outcome-dominated", &place, problem, remedy)
                }
                (None, Method::Exact { .. }) => {
                    let problem = format!("`{}` {}", name(path), self.not_reached());
                    let remedy = "give it answers that the others do not share";
                    error("outcome-unreachable", &place, problem, remedy)
                }
                (None, Method::Sampled { .. }) => {
                    let problem = format!("`{}` {}", name(path), self.not_reached());
                    let remedy = "give it answers that the others do not share";
                    error("outcome-not-found", &place, problem, remedy)
                }
            });
        }
        for (path, other) in
            self.dominated.iter().filter(|(path, other)| !never(*path) && !never(*other))
        {
            let both = self.dominated.contains(&(*other, *path));
            if both && other < path {
                continue;
            }
            let (one, two) = (name(*path), name(*other));
            let problem = if both {
                format!(
                    "`{one}` and `{two}` always have the same points: the tie rule alone decides"
                )
            } else {
                format!("`{one}` wins by the tie rule only: `{two}` always has as many points")
            };
            let place = format!("/paths/{path}");
            found.push(warning(
                "outcome-dominated",
                &place,
                problem,
                "give it an answer of its own",
            ));
        }
        let fair = 1.0 / quiz.paths.len().max(1) as f64;
        for path in (0..quiz.paths.len()).filter(|path| !never(*path)) {
            if self.odds.share(path) < fair / 3.0 {
                let hundredths = self.odds.hundredths(path);
                let problem = format!(
                    "`{}` comes in {}.{:02} % of random answers, under a third of its share",
                    name(path),
                    hundredths / 100,
                    hundredths % 100
                );
                let (place, remedy) = if blend == Some(path) {
                    ("/blend".to_owned(), "raise `base` or `per_breadth`")
                } else {
                    (format!("/paths/{path}"), "give it more answers, or the others fewer")
                };
                found.push(warning("outcome-rare", &place, problem, remedy));
            }
        }
    }

    fn not_reached(&self) -> String {
        match self.odds.method {
            Method::Exact { .. } => "never wins, whatever is answered".into(),
            Method::Sampled { runs, .. } => {
                format!("was found neither in {runs} random answers nor by a search")
            }
        }
    }

    fn questions(&self, quiz: &Quiz, found: &mut Vec<Finding>) {
        for dead in &self.dead {
            found.push(match *dead {
                Dead::Question(question) => warning(
                    "question-dead",
                    &format!("/questions/{question}"),
                    "no answer to it changes anything".into(),
                    "give its answers points that differ, or remove it",
                ),
                Dead::Choice { question, choice, like } => {
                    let label = |choice: usize| {
                        let choices = quiz.questions.get(question).map(|one| one.choices());
                        let choice = choices.and_then(|choices| choices.get(choice));
                        choice.map_or("", |choice| choice.label.as_str())
                    };
                    let (one, other) = (label(choice), label(like));
                    let problem = format!("“{one}” changes nothing, as “{other}” before it");
                    let place = format!("/questions/{question}/choices/{choice}");
                    warning("choice-dead", &place, problem, "give it points, or remove it")
                }
            });
        }
        let counting = quiz.questions.iter().filter(|question| question.counts()).count();
        for (at, balance) in self.balance.iter().enumerate() {
            if counting >= FEWEST_WEIGHED && balance.weight > Fraction::new(1, 2) {
                let percent = rounded(balance.weight * Fraction::from(100));
                let problem =
                    format!("it decides nearly everything: {percent} % of all that can move");
                let place = format!("/questions/{at}");
                found.push(warning("question-heavy", &place, problem, "lower its points"));
            }
        }
    }

    fn texts(&self, found: &mut Vec<Finding>) {
        if let Some(reading) = self.reading.as_ref().filter(|one| one.tenths > MOST_TENTHS) {
            let hardest = reading.hardest.first().map_or("", |(place, _)| place.as_str());
            let (whole, tenth) = (reading.tenths / 10, reading.tenths % 10);
            let problem =
                format!("its English asks for school grade {whole}.{tenth}; 8 is allowed");
            let remedy = "shorten sentences and words, beginning here";
            found.push(warning("reading-hard", hardest, problem, remedy));
        }
        for one in self.longest.iter().filter(|one| one.characters > one.limit) {
            let (characters, limit) = (one.characters, one.limit);
            let problem = format!("it has {characters} characters; {limit} fit on a small phone");
            found.push(warning("text-long", &one.pointer, problem, "shorten it"));
        }
    }
}

fn error(kind: &'static str, pointer: &str, problem: String, remedy: &str) -> Finding {
    let severity = Severity::Error;
    Finding { kind, severity, pointer: pointer.into(), problem, remedy: remedy.into() }
}

fn warning(kind: &'static str, pointer: &str, problem: String, remedy: &str) -> Finding {
    Finding { severity: Severity::Warning, ..error(kind, pointer, problem, remedy) }
}
