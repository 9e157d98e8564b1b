//! What names something else: the blend, the rules, the stages and the roadmap.

use super::super::document::{
    Document, EnoughDocument, RulesDocument, StageDocument, StepDocument,
};
use super::super::fault::shown;
use super::super::place::Place;
use super::{CLEAR, Door, LEANING, Names};
use crate::quiz::question::{Format, Question};
use crate::quiz::{Blend, Rules, Stage, Step};

impl Door<'_> {
    pub(super) fn blend(&mut self, document: &Document, names: &Names) -> Option<Blend> {
        let blend = document.blend.as_ref()?;
        let place = Place::file().name("blend");
        let path = self.resolve(&place.name("path"), "path", &names.paths, &blend.path)?;
        for (name, value) in [("base", blend.base), ("per_breadth", blend.per_breadth)] {
            if !(0..=100).contains(&value) {
                let problem = format!("it is {value}");
                self.refuse(&place.name(name), "out-of-range", problem, "give 0 to 100");
            }
        }
        if !(1..=1000).contains(&blend.breadth_max) {
            let problem = format!("it is {}", blend.breadth_max);
            self.refuse(&place.name("breadth_max"), "out-of-range", problem, "give 1 to 1000");
        }
        if names.paths.len() < 3 {
            let problem = "it has fewer than two paths to blend";
            self.refuse(&place, "count", problem, "add a path, or remove the blend");
        }
        Some(Blend {
            path,
            base: blend.base.into(),
            per_breadth: blend.per_breadth.into(),
            breadth_max: blend.breadth_max.into(),
            note: blend.note.clone(),
        })
    }

    pub(super) fn rules(
        &mut self,
        rules: RulesDocument,
        names: &Names,
        questions: &[Option<Question>],
        blended: bool,
    ) -> Rules {
        let file = Place::file();
        let place = file.name("rules").name("tie_breaker");
        let tie_breaker = rules.tie_breaker.as_deref();
        let tie_breaker =
            tie_breaker.and_then(|id| self.resolve(&place, "question", &names.questions, id));
        if let Some(question) = tie_breaker.and_then(|at| questions.get(at)?.as_ref())
            && !matches!(question.format, Format::Rank { .. })
        {
            let remedy = "name a question of the format rank";
            self.refuse(&place, "wrong-format", "it is not a rank", remedy);
        }
        if let Some(question) = tie_breaker.and_then(|at| questions.get(at)?.as_ref())
            && !question.counts()
        {
            let remedy = "give its places points";
            self.refuse(&place, "no-points", "its places give no points", remedy);
        }
        let place = file.name("rules").name("enough");
        let (required, at_least, counted) = match rules.enough {
            Some(enough) => self.enough(&place, enough, names),
            None => {
                let counts = |one: &Option<Question>| one.as_ref().is_some_and(Question::counts);
                let counted = questions.iter().enumerate().filter(|(_, one)| counts(one));
                let counted: Vec<_> = counted.map(|(at, _)| at).collect();
                (Vec::new(), counted.len().div_ceil(2), counted)
            }
        };
        if let Some(at) = tie_breaker.filter(|at| blended && !required.contains(at)) {
            let name = names.questions.get(at).map_or("", String::as_str);
            let problem = format!("`{name}` breaks ties beside a blend and can be skipped");
            let place = file.name("rules").name("tie_breaker");
            self.refuse(&place, "can-be-skipped", problem, "name it in enough, required");
        }
        Rules {
            clear_lead: rules.clear_lead.unwrap_or(CLEAR),
            leaning_lead: rules.leaning_lead.unwrap_or(LEANING),
            tie_breaker,
            required,
            at_least,
            counted,
            low_ratings: rules.low_ratings,
            high_ratings: rules.high_ratings,
        }
    }

    /// What must be answered, how many more, and of which.
    fn enough(
        &mut self,
        place: &Place,
        enough: EnoughDocument,
        names: &Names,
    ) -> (Vec<usize>, usize, Vec<usize>) {
        let mut find = |ids: Vec<String>, list: &str| -> Vec<usize> {
            let place = place.name(list);
            let mut found = Vec::new();
            for (at, id) in ids.iter().enumerate() {
                let place = place.item(at);
                let Some(question) = self.resolve(&place, "question", &names.questions, id) else {
                    continue;
                };
                if found.contains(&question) {
                    self.refuse(&place, "twice", "a question stands there twice", "name it once");
                }
                found.push(question);
            }
            found
        };
        let required = find(enough.required, "required");
        let counted = find(enough.of, "of");
        let at_least = usize::try_from(enough.at_least).unwrap_or(usize::MAX);
        if at_least > counted.len() {
            let problem = format!("it is {at_least}, and `of` names {}", counted.len());
            let remedy = "ask for no more than are named";
            self.refuse(&place.name("at_least"), "out-of-range", problem, remedy);
        }
        (required, at_least, counted)
    }

    pub(super) fn stage(
        &mut self,
        at: usize,
        stage: StageDocument,
        names: &Names,
        questions: &[Option<Question>],
        steps: usize,
    ) -> Stage {
        let place = Place::file().name("stages").item(at);
        let mut when = Vec::new();
        for (alternative, levels) in stage.when.into_iter().enumerate() {
            let place = place.name("when").item(alternative);
            let mut all = Vec::new();
            for (id, level) in levels {
                let place = place.name_itself(&id);
                let Some(at) = self.resolve(&place, "question", &names.questions, &id) else {
                    continue;
                };
                if let Some(question) = questions.get(at).and_then(Option::as_ref) {
                    let highest = question.choices().iter().map(|choice| choice.level).max();
                    if highest.unwrap_or(0) < level {
                        let problem = format!("no choice of `{}` has level {level}", shown(&id));
                        let remedy = "give a choice that level, or ask for less";
                        self.refuse(&place, "never", problem, remedy);
                    }
                }
                all.push((at, level));
            }
            when.push(all);
        }
        let mut steps_now = Vec::new();
        for (at, step) in stage.steps_now.into_iter().enumerate() {
            let index = usize::try_from(step).unwrap_or(usize::MAX);
            if (1..=steps).contains(&index) {
                steps_now.push(index - 1);
            } else {
                let place = place.name("steps_now").item(at);
                let remedy = match steps {
                    0 => "the quiz has no roadmap; remove the number".to_owned(),
                    steps => format!("the roadmap has steps 1 to {steps}"),
                };
                self.refuse(&place, "unknown-step", format!("there is no step {step}"), remedy);
            }
        }
        Stage { id: stage.id, name: stage.name, line: stage.line, when, now: stage.now, steps_now }
    }

    pub(super) fn step(
        &mut self,
        at: usize,
        step: StepDocument,
        names: &Names,
        questions: &[Option<Question>],
    ) -> Step {
        let place = Place::file().name("roadmap").item(at).name("if_has");
        let mut if_has = Vec::new();
        for (at, line) in step.if_has.into_iter().enumerate() {
            let place = place.item(at);
            let asked = place.name("question");
            let Some(question) = self.resolve(&asked, "question", &names.questions, &line.question)
            else {
                continue;
            };
            // A question that was refused has been spoken of.
            let Some(asked) = questions.get(question).and_then(Option::as_ref) else { continue };
            if matches!(asked.format, Format::Rating { .. } | Format::Rank { .. }) {
                let problem = format!("`{}` is not answered by choosing or picking", asked.id);
                let place = place.name("question");
                self.refuse(&place, "wrong-format", problem, "name a question that is");
                continue;
            }
            let choices = asked.choices();
            let known: Vec<_> = choices.iter().map(|choice| choice.id.clone()).collect();
            if let Some(choice) =
                self.resolve(&place.name("choice"), "choice", &known, &line.choice)
            {
                if_has.push((question, choice, line.text));
            }
        }
        Step { title: step.title, text: step.text, if_has }
    }
}
