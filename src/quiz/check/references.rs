//! What names something else: the blend, the rules, the stages and the roadmap.

use super::super::content::{Document, EnoughDocument, RulesDocument, StageDocument, StepDocument};
use super::super::question::{Format, Question};
use super::super::{Blend, Rules, Stage, Step};
use super::{CLEAR, Door, LEANING, Names, shown};

impl Door {
    pub(super) fn blend(&mut self, document: &Document, names: &Names) -> Option<Blend> {
        let blend = document.blend.as_ref()?;
        let path = self.resolve("blend", "path", &names.paths, &blend.path)?;
        for (name, value) in [("base", blend.base), ("per_breadth", blend.per_breadth)] {
            if !(0..=100).contains(&value) {
                self.refuse("blend", format!("{name} is {value}"), "give 0 to 100");
            }
        }
        if !(1..=1000).contains(&blend.breadth_max) {
            self.refuse("blend", format!("breadth_max is {}", blend.breadth_max), "give 1 to 1000");
        }
        if names.paths.len() < 3 {
            self.refuse("blend", "it has fewer than two paths to blend", "add a path or remove it");
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
        let place = "rules, tie_breaker";
        let tie_breaker = rules.tie_breaker.as_deref();
        let tie_breaker =
            tie_breaker.and_then(|id| self.resolve(place, "question", &names.questions, id));
        if let Some(question) = tie_breaker.and_then(|at| questions.get(at)?.as_ref())
            && !matches!(question.format, Format::Rank { .. })
        {
            self.refuse(place, "it is not a rank", "name a question of the format rank");
        }
        if let Some(question) = tie_breaker.and_then(|at| questions.get(at)?.as_ref())
            && !question.counts()
        {
            self.refuse(place, "its places give no points", "give its places points");
        }
        let enough = rules.enough.unwrap_or_else(|| {
            let counts = |one: &Option<Question>| one.as_ref().filter(|one| one.counts()).is_some();
            let named = names.questions.iter().zip(questions).filter(|(_, one)| counts(one));
            let of: Vec<_> = named.map(|(name, _)| name.clone()).collect();
            EnoughDocument { required: Vec::new(), at_least: of.len().div_ceil(2), of }
        });
        let EnoughDocument { required, at_least, of } = enough;
        let mut find = |ids: Vec<String>, place| -> Vec<usize> {
            let found = ids.iter().map(|id| self.resolve(place, "question", &names.questions, id));
            found.collect::<Vec<_>>().into_iter().flatten().collect()
        };
        let required = find(required, "rules, enough, required");
        let counted = find(of, "rules, enough, of");
        for (list, place) in
            [(&required, "rules, enough, required"), (&counted, "rules, enough, of")]
        {
            if (1..list.len()).any(|at| {
                list.get(at).is_some_and(|one| list.iter().take(at).any(|two| one == two))
            }) {
                self.refuse(place, "a question stands there twice", "name it once");
            }
        }
        if let Some(at) = tie_breaker.filter(|at| blended && !required.contains(at)) {
            let name = names.questions.get(at).map_or("", String::as_str);
            let problem = format!("`{name}` breaks ties beside a blend and can be skipped");
            self.refuse(place, problem, "name it in enough, required");
        }
        if at_least > counted.len() {
            let problem = format!("at_least is {at_least}, of names {}", counted.len());
            self.refuse("rules, enough", problem, "ask for no more than are named");
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

    pub(super) fn stage(
        &mut self,
        stage: StageDocument,
        names: &Names,
        questions: &[Option<Question>],
        steps: usize,
    ) -> Stage {
        let place = format!("stage `{}`", shown(&stage.id));
        let mut when = Vec::new();
        for alternative in stage.when {
            let mut all = Vec::new();
            for (id, level) in alternative {
                let Some(at) = self.resolve(&place, "question", &names.questions, &id) else {
                    continue;
                };
                if let Some(question) = questions.get(at).and_then(Option::as_ref) {
                    let highest = question.choices().iter().map(|choice| choice.level).max();
                    if highest.unwrap_or(0) < level {
                        let problem = format!("no choice of `{}` has level {level}", shown(&id));
                        self.refuse(&place, problem, "give a choice that level, or ask for less");
                    }
                }
                all.push((at, level));
            }
            when.push(all);
        }
        let mut steps_now = Vec::new();
        for step in stage.steps_now {
            if (1..=steps).contains(&step) {
                steps_now.push(step - 1);
            } else {
                let problem = format!("steps_now names step {step}");
                self.refuse(&place, problem, format!("the roadmap has 1 to {steps}"));
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
        let place = format!("roadmap step {}, if_has", at + 1);
        let mut if_has = Vec::new();
        for line in step.if_has {
            let Some(question) = self.resolve(&place, "question", &names.questions, &line.question)
            else {
                continue;
            };
            // A question that was refused has been spoken of.
            let Some(asked) = questions.get(question).and_then(Option::as_ref) else { continue };
            if matches!(asked.format, Format::Rating { .. } | Format::Rank { .. }) {
                let problem = format!("`{}` is not answered by choosing or picking", asked.id);
                self.refuse(&place, problem, "name a question that is");
                continue;
            }
            let choices = asked.choices();
            let known: Vec<_> = choices.iter().map(|choice| choice.id.clone()).collect();
            if let Some(choice) = self.resolve(&place, "choice", &known, &line.choice) {
                if_has.push((question, choice, line.text));
            }
        }
        Step { title: step.title, text: step.text, if_has }
    }
}
