//! Conditions on earlier answers: that they name what there is, only look back, and can hold.

use super::super::document::QuestionDocument;
use super::super::fault::shown;
use super::super::place::Place;
use super::{Door, Names};
use crate::quiz::Answers;
use crate::quiz::asked::{askable, takes_one};
use crate::quiz::question::{Condition, Format, Question};
use crate::quiz::sort::sort_short;

/// Gives the questions their conditions and refuses those that cannot be.
pub(super) fn read(
    documents: &[QuestionDocument],
    names: &Names,
    questions: &mut [Option<Question>],
    door: &mut Door,
) {
    let read = Reader { documents, names, questions };
    let conditions: Vec<_> = (0..documents.len()).map(|at| read.conditions(at, door)).collect();
    for (question, conditions) in questions.iter_mut().zip(conditions) {
        if let Some(question) = question {
            question.show_if = conditions;
        }
    }
    never(questions, door);
}

struct Reader<'a> {
    documents: &'a [QuestionDocument],
    names: &'a Names,
    questions: &'a [Option<Question>],
}

impl Reader<'_> {
    /// The conditions of one question, as far as they can be understood.
    fn conditions(&self, at: usize, door: &mut Door) -> Vec<Condition> {
        let place = place(at);
        let mut conditions = Vec::new();
        for (id, choices) in self.documents.get(at).map(|one| &one.show_if).into_iter().flatten() {
            let asked = place.name_itself(id);
            let Some(other) = door.resolve(&asked, "question", &self.names.questions, id) else {
                continue;
            };
            if other >= at {
                let problem = self.not_earlier(at, other);
                let remedy = "name a question that is asked before this one";
                door.refuse(&asked, "not-earlier", problem, remedy);
                continue;
            }
            // A question that was refused has been spoken of.
            let Some(earlier) = self.questions.get(other).and_then(Option::as_ref) else {
                continue;
            };
            let choices = self.choices(&place.name(id), earlier, choices, door);
            if !choices.is_empty() {
                conditions.push(Condition { question: other, choices });
            }
        }
        // In the quiz's order, whatever their ids.
        sort_short(&mut conditions, |condition| condition.question);
        conditions
    }

    fn choices(
        &self,
        place: &Place,
        earlier: &Question,
        ids: &[String],
        door: &mut Door,
    ) -> Vec<usize> {
        if matches!(earlier.format, Format::Rating { .. } | Format::Rank { .. }) {
            let problem = format!("`{}` is not answered by choosing or picking", earlier.id);
            door.refuse(place, "wrong-format", problem, "name a question that is");
            return Vec::new();
        }
        let known: Vec<_> = earlier.choices().iter().map(|choice| choice.id.clone()).collect();
        if ids.is_empty() {
            let problem = format!("it names no choice of `{}`", earlier.id);
            door.refuse(place, "missing", problem, "name those that lead to this question");
        }
        let found = ids.iter().enumerate();
        let found =
            found.filter_map(|(at, id)| door.resolve(&place.item(at), "choice", &known, id));
        let mut choices: Vec<_> = found.collect();
        sort_short(&mut choices, |choice| *choice);
        choices.dedup();
        choices
    }

    fn not_earlier(&self, at: usize, other: usize) -> String {
        let id = |at: &usize| self.names.questions.get(*at).map(|id| shown(id)).unwrap_or_default();
        let circle = self.circle(at, other);
        match (other == at, circle.is_empty()) {
            (true, _) => "it hangs on its own answer".to_owned(),
            (_, true) => format!("`{}` comes after it", id(&other)),
            (_, false) => {
                let names: Vec<_> = circle.iter().map(|at| format!("`{}`", id(at))).collect();
                format!("each of these hangs on the next: {}", names.join(", "))
            }
        }
    }

    /// The way from a question over one that it asks about back to itself; empty where there is
    /// none.
    fn circle(&self, at: usize, other: usize) -> Vec<usize> {
        // The questions reached, each with the place here of the one it was reached from.
        let mut reached = vec![(other, None)];
        let mut next = 0;
        while let Some((now, _)) = reached.get(next).copied() {
            if now == at {
                let back = std::iter::successors(Some(next), |step| reached.get(*step)?.1);
                let mut way: Vec<_> = back
                    .filter_map(|step| reached.get(step))
                    .map(|(question, _)| *question)
                    .collect();
                way.push(at);
                way.reverse();
                return way;
            }
            let asks = self.documents.get(now).map(|one| one.show_if.keys()).into_iter().flatten();
            for id in asks {
                let found = self.names.questions.iter().position(|name| name == id);
                if let Some(found) = found.filter(|new| reached.iter().all(|(old, _)| old != new)) {
                    reached.push((found, Some(next)));
                }
            }
            next += 1;
        }
        Vec::new()
    }
}

fn place(question: usize) -> Place {
    Place::file().name("questions").item(question).name("show_if")
}

/// Refuses questions that no answers lead to, though each they ask about can be asked.
fn never(questions: &[Option<Question>], door: &mut Door) {
    let read = |at: usize| questions.get(at)?.as_ref();
    let askable = askable(questions.len(), &read, &Answers::default(), 0);
    let can_be = |at: usize| askable.get(at) == Some(&true);
    for (at, question) in questions.iter().enumerate().filter(|(at, _)| !can_be(*at)) {
        let mut conditions = question.iter().flat_map(|one| &one.show_if);
        if conditions.all(|condition| can_be(condition.question)) {
            let between = contradicted(questions, at).unwrap_or(at);
            let id = questions.get(between).and_then(Option::as_ref).map_or("", |one| &one.id);
            let problem = format!(
                "this question can never be asked: its conditions, and those of the questions they \
                 name, leave no answer to `{id}`"
            );
            let own =
                question.iter().flat_map(|one| &one.show_if).any(|one| one.question == between);
            let place = if own { place(at).name_itself(id) } else { place(at) };
            let remedy = "remove one of these conditions, or let it name more choices";
            door.refuse(&place, "never-asked", problem, remedy);
        }
    }
}

/// The question to which no answer meets all that must hold for another to be asked.
fn contradicted(questions: &[Option<Question>], at: usize) -> Option<usize> {
    let question = |at: usize| questions.get(at)?.as_ref();
    // The questions it hangs on, each with the choices that are left.
    let mut needed: Vec<(usize, Option<Vec<usize>>)> = vec![(at, None)];
    let mut next = 0;
    while let Some((one, _)) = needed.get(next) {
        for condition in question(*one).iter().flat_map(|one| &one.show_if) {
            let earlier = condition.question;
            match needed.iter_mut().find(|(known, _)| *known == earlier) {
                Some((_, Some(choices))) => {
                    choices.retain(|choice| condition.choices.contains(choice));
                    if choices.is_empty() && question(earlier).is_some_and(takes_one) {
                        return Some(earlier);
                    }
                }
                _ => needed.push((earlier, Some(condition.choices.clone()))),
            }
        }
        next += 1;
    }
    None
}
