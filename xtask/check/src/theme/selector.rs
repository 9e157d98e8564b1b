//! Whom a rule is for, as far as it matters to the quiz, and when.

use super::colour::Scheme;

/// What a rule speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// The page: `:root`, `html`, `body`.
    Page,
    /// The element itself.
    Quiz,
    /// What has all of these parts, at rest or under the pointer.
    Parts { names: Vec<String>, hover: bool },
    /// Anything else on the page.
    Other,
}

/// A condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum When {
    Prefers(Scheme),
    /// The attribute `theme`.
    Theme(Scheme),
    /// Paper, or colours the visitor's system sets in place of all others.
    Never,
    /// Nobody knows from the sheet alone.
    Unknown(String),
}

#[derive(Clone, Debug)]
pub(crate) struct Selector {
    pub(crate) text: String,
    pub(crate) target: Target,
    pub(crate) when: Vec<When>,
    pub(crate) specificity: usize,
}

impl Selector {
    pub(crate) fn is_of_the_quiz(&self) -> bool {
        matches!(self.target, Target::Quiz | Target::Parts { .. })
    }
}

/// Splits at a mark where it stands outside of brackets and strings.
fn split(text: &str, is_mark: impl Fn(char) -> bool) -> Vec<String> {
    let (mut parts, mut depth, mut quote) = (vec![String::new()], 0_usize, None);
    for letter in text.chars() {
        match (quote, letter) {
            (Some(open), _) if open == letter => quote = None,
            (None, '"' | '\'') => quote = Some(letter),
            (None, '(' | '[') => depth += 1,
            (None, ')' | ']') => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && quote.is_none() && is_mark(letter) {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(letter);
        }
    }
    parts
}

/// A text without its comments.
fn bare(text: &str) -> String {
    let mut parts = text.split("/*");
    let first = parts.next().unwrap_or("").to_owned();
    parts.fold(first, |done, part| done + part.split_once("*/").map_or("", |(_, rest)| rest))
}

/// The selectors of a rule; `&` and nesting are put in place.
pub(crate) fn list(text: &str, around: &[Selector]) -> Vec<Selector> {
    let one = |text: &str| match around {
        [] => vec![selector(text)],
        around => around
            .iter()
            .map(|outer| {
                let whole = if text.contains('&') {
                    text.replace('&', &outer.text)
                } else {
                    format!("{} {text}", outer.text)
                };
                selector(&whole)
            })
            .collect(),
    };
    split(&bare(text), |letter| letter == ',').iter().flat_map(|text| one(text.trim())).collect()
}

fn selector(text: &str) -> Selector {
    let steps = split(text, |letter| letter.is_whitespace() || ">+~".contains(letter));
    let mut steps: Vec<&str> =
        steps.iter().map(String::as_str).filter(|step| !step.is_empty()).collect();
    let last = steps.pop().unwrap_or("");
    let (target, mut when) = target(last);
    if target != Target::Other {
        let by_name = |step: &&str| {
            *step == ":root"
                || step.chars().all(|letter| letter.is_alphanumeric() || "-*".contains(letter))
        };
        when.extend(
            steps.iter().filter(|step| !by_name(step)).map(|_| When::Unknown(text.to_owned())),
        );
    }
    // Ids, then classes with attributes and states, then elements; enough to order what is known.
    let count = |marks: &str| text.chars().filter(|letter| marks.contains(*letter)).count();
    let pairs = text.matches("::").count();
    let states = count(".[") + count(":") - 2 * pairs;
    let elements = steps
        .iter()
        .chain([&last])
        .filter(|step| step.starts_with(|letter: char| letter.is_alphabetic()))
        .count();
    let specificity = count("#") * 10_000 + states * 100 + elements + pairs;
    Selector { text: text.to_owned(), target, when, specificity }
}

/// What the last step of a selector is, and what it asks.
fn target(step: &str) -> (Target, Vec<When>) {
    let unknown = || vec![When::Unknown(step.to_owned())];
    if let Some((before, after)) = step.split_once("::part(") {
        let Some((names, state)) = after.split_once(')') else { return (Target::Other, vec![]) };
        let (quiz, mut when) =
            if before.is_empty() { (Target::Quiz, vec![]) } else { target(before) };
        if quiz != Target::Quiz {
            return (Target::Other, vec![]);
        }
        let hover = state == ":hover";
        if !hover && !state.is_empty() {
            when.extend(unknown());
        }
        let names = names.split_whitespace().map(str::to_owned).collect();
        return (Target::Parts { names, hover }, when);
    }
    match step {
        ":root" | "html" | "body" => return (Target::Page, vec![]),
        "*" | ":host" => return (Target::Quiz, vec![]),
        _ => {}
    }
    if let Some(rest) = step.strip_prefix("career-quiz") {
        let asked = rest.replace(['"', '\'', ' '], "");
        return match asked.as_str() {
            "" | ":defined" => (Target::Quiz, vec![]),
            "[theme=light]" => (Target::Quiz, vec![When::Theme(Scheme::Light)]),
            "[theme=dark]" => (Target::Quiz, vec![When::Theme(Scheme::Dark)]),
            // Before it is there, there is nothing to read.
            ":not(:defined)" => (Target::Quiz, vec![When::Never]),
            _ if rest.starts_with(['.', '[', '#', ':']) => (Target::Quiz, unknown()),
            _ => (Target::Other, vec![]),
        };
    }
    match step.strip_prefix(":host(").and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) => target(&format!("career-quiz{inner}")),
        None => (Target::Other, vec![]),
    }
}

/// The conditions of `@media`. Lists hold where any of their queries does, which is not known here.
pub(crate) fn media(text: &str) -> Vec<When> {
    let text = bare(text).to_ascii_lowercase();
    if text.contains(',') {
        return vec![When::Unknown(format!("@media {}", text.trim()))];
    }
    let all = text.split(" and ").map(|one| one.split_whitespace().collect::<String>());
    all.filter_map(|one| {
        Some(match one.as_str() {
            "screen" | "all" | "onlyscreen" => return None,
            "print" | "(forced-colors:active)" => When::Never,
            "(prefers-color-scheme:light)" => When::Prefers(Scheme::Light),
            "(prefers-color-scheme:dark)" => When::Prefers(Scheme::Dark),
            _ => When::Unknown(format!("@media {}", text.trim())),
        })
    })
    .collect()
}
