//! What a token or a part comes to: the blog's sheet over the quiz's own defaults.

use super::colour::{self, Scheme, Surroundings, canvas, canvas_text};
use super::contrast::{CLEAR, Rgba};
use super::expansion::Expansion;
use super::fault::{Fault, whole};
use super::pairs::{Paint, Property};
use super::selector::{Target, When};
use super::sheet::{Declaration, Sheet};

/// The quiz's defaults, which the blog's sheet is laid over.
const DEFAULTS: [&str; 3] = [
    include_str!("../../../../styles/tokens.css"),
    include_str!("../../../../styles/tokens_later.css"),
    include_str!("../../../../styles/mark.css"),
];

/// Light or dark, and whether by the system, the page or the attribute: what a rule may ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Case {
    pub(crate) scheme: Scheme,
    pub(crate) prefers: Scheme,
    pub(crate) theme: Option<Scheme>,
}

pub(crate) struct Theme {
    defaults: Sheet,
    pub(crate) given: Sheet,
}

/// Whose custom properties are looked up.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    Page,
    Quiz,
}

/// A token tried in another colour, for suggestions.
pub(crate) type Tried = Option<(&'static str, Rgba)>;

impl Theme {
    pub(crate) fn new(given: &str) -> Self {
        Self { defaults: Sheet::read(&DEFAULTS.concat()), given: Sheet::read(given) }
    }

    /// The names a blog may set.
    pub(crate) fn names(&self) -> Vec<&str> {
        let all = self.defaults.declarations.iter().map(|one| one.name.as_str());
        let mut names: Vec<_> = all.filter(|name| name.starts_with("--career-quiz-")).collect();
        names.dedup();
        names
    }

    /// The blog's declaration that wins, if it has any.
    pub(crate) fn winner(
        &self,
        case: Case,
        is_meant: impl Fn(&Declaration) -> bool,
    ) -> Option<&Declaration> {
        best(&self.given, case, is_meant)
    }

    /// The blog's declaration of a token.
    pub(crate) fn token_given(&self, case: Case, token: &str) -> Option<&Declaration> {
        let name = format!("--career-quiz-{token}");
        self.winner(case, |one| one.selector.target == Target::Quiz && one.name == name)
    }

    /// The blog's declaration for a part, where it takes the place of the token.
    pub(crate) fn part_given(&self, case: Case, paint: &Paint) -> Option<&Declaration> {
        self.winner(case, |one| match &one.selector.target {
            Target::Parts { names, hover } => {
                names.iter().all(|name| paint.parts.contains(&name.as_str()))
                    && (!hover || paint.hover)
                    && paint.property.names().contains(&one.name.as_str())
            }
            _ => false,
        })
    }

    /// What a custom property is set to, and where.
    pub(crate) fn text(&self, case: Case, name: &str, scope: Scope) -> Option<(&str, Scope)> {
        let of = |target: Target| {
            move |one: &Declaration| one.selector.target == target && one.name == name
        };
        let page = || Some((self.winner(case, of(Target::Page))?, Scope::Page));
        let found = match scope {
            Scope::Page => page(),
            Scope::Quiz => self
                .winner(case, of(Target::Quiz))
                .or_else(|| best(&self.defaults, case, of(Target::Quiz)))
                .map(|one| (one, Scope::Quiz))
                .or_else(page),
        };
        found.map(|(one, scope)| (one.value.as_str(), scope))
    }

    /// A value with each `var()` replaced by what it stands for.
    fn expanded(&self, case: Case, value: &str, scope: Scope) -> Result<String, Fault> {
        let mut expansion = Expansion::new(self, case, scope);
        whole(value, |input| expansion.run(input)).map_err(|fault| match fault {
            Fault::Invalid(why) if why.is_empty() => {
                Fault::Invalid("a `var()` without a name, or brackets beyond count".into())
            }
            other => other,
        })
    }

    fn read(&self, case: Case, value: &str, current: Option<Rgba>) -> Result<Rgba, Fault> {
        let text = self.expanded(case, value, Scope::Quiz)?;
        let around = Surroundings { scheme: case.scheme, current };
        colour::read(text.trim(), around).map(Rgba::drawn).map_err(|fault| match fault {
            Fault::Invalid(why) if why.is_empty() => Fault::Invalid(shown(&text)),
            Fault::Invalid(why) => Fault::Invalid(format!("{}: {why}", shown(&text))),
            other => other,
        })
    }

    /// The colour something is painted in, before what lies under it.
    pub(crate) fn paint(&self, case: Case, paint: &Paint, tried: Tried) -> Result<Rgba, Fault> {
        if let Some(given) = self.part_given(case, paint) {
            let piece = paint.property.colour_of(&given.value);
            return self.read(case, &piece, self.current(case, paint, tried));
        }
        match tried {
            Some((token, colour)) if token == paint.token => Ok(colour),
            _ => self.token(case, paint.token, self.current(case, paint, tried)),
        }
    }

    pub(crate) fn token(
        &self,
        case: Case,
        token: &str,
        current: Option<Rgba>,
    ) -> Result<Rgba, Fault> {
        self.read(case, &format!("var(--career-quiz-{token})"), current)
    }

    /// What `currentcolor` is there: an element's text colour, and for that colour its parent's.
    fn current(&self, case: Case, paint: &Paint, tried: Tried) -> Option<Rgba> {
        match paint.property {
            Property::Text if paint.token == "ink" => self.page_text(case).ok(),
            Property::Text => self.paint(case, &super::pairs::INK, tried).ok(),
            _ => {
                let text = Paint { property: Property::Text, token: paint.text, ..*paint };
                self.paint(case, &text, tried).ok()
            }
        }
    }

    fn page_text(&self, case: Case) -> Result<Rgba, Fault> {
        let of =
            |target| move |one: &Declaration| one.selector.target == target && one.name == "color";
        let given =
            self.winner(case, of(Target::Quiz)).or_else(|| self.winner(case, of(Target::Page)));
        match given {
            Some(one) => self.read(case, &one.value, None),
            None => Ok(canvas_text(case.scheme)),
        }
    }

    /// What lies under the plate, and whether the blog's sheet says so.
    pub(crate) fn page(&self, case: Case) -> Result<(Rgba, bool), Fault> {
        let mut under = canvas(case.scheme);
        let mut said = false;
        for target in [Target::Page, Target::Quiz] {
            let given = self.winner(case, |one| {
                one.selector.target == target && Property::Fill.names().contains(&one.name.as_str())
            });
            if let Some(one) = given {
                let piece = Property::Fill.colour_of(&one.value);
                let colour = self.read(case, &piece, self.page_text(case).ok())?;
                said |= colour.alpha >= 1.0;
                under = colour.over(under);
            }
        }
        Ok((Rgba { alpha: 1.0, ..under.over(CLEAR) }, said))
    }
}

fn shown(text: &str) -> String {
    let start: String = text.replace("/**/", "").trim().chars().take(60).collect();
    format!("`{start}` is no colour")
}

fn best(
    sheet: &Sheet,
    case: Case,
    is_meant: impl Fn(&Declaration) -> bool,
) -> Option<&Declaration> {
    let holds = |when: &When| match when {
        When::Prefers(scheme) => case.prefers == *scheme,
        When::Theme(scheme) => case.theme == Some(*scheme),
        When::Never | When::Unknown(_) => false,
    };
    let all = sheet
        .declarations
        .iter()
        .filter(|one| is_meant(one) && one.when.iter().chain(&one.selector.when).all(holds));
    // Of equals the last.
    all.max_by_key(|one| one.rank)
}
