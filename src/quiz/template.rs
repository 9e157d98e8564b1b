//! Texts with places to fill: `{path} stayed first in {n} of them.` Where a number changes the words
//! around it, a text gives a choice of them by the number's plural category (CLDR): `{n}
//! {n:one=question|other=questions}`.

/// A piece of a filled text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words of the template.
    Text(&'a str),
    /// What stands where the template said `{name}`.
    Filled {
        /// The name between the braces.
        name: &'a str,
        /// What was put there.
        value: &'a str,
    },
}

/// Cuts a template into its words and its filled places; `plural` gives a number's category. A name
/// nobody gave stays as written, braces and all, so that an author sees the slip.
pub(super) fn fill<'a>(
    template: &'a str,
    values: &[(&str, &'a str)],
    plural: &dyn Fn(&str) -> String,
) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut rest = template;
    let mut text = template;
    let mut kept = 0;
    while let Some(open) = rest.find('{') {
        let Some((before, from)) = rest.split_at_checked(open) else {
            break;
        };
        let Some(close) = from.find('}') else { break };
        let name = from.get(1..close).unwrap_or("");
        let after = from.get(close + 1..).unwrap_or("");
        kept += before.len();
        let (name, choices) = match name.split_once(':') {
            Some((name, choices)) => (name, Some(choices)),
            None => (name, None),
        };
        if let Some((_, value)) = values.iter().find(|(given, _)| *given == name) {
            let words = text.get(..kept).unwrap_or("");
            if !words.is_empty() {
                pieces.push(Piece::Text(words));
            }
            pieces.push(match choices {
                Some(choices) => Piece::Text(choice(choices, &plural(value))),
                None => Piece::Filled { name, value },
            });
            text = after;
            kept = 0;
        } else {
            kept += close + 1;
        }
        rest = after;
    }
    if !text.is_empty() {
        pieces.push(Piece::Text(text));
    }
    pieces
}

/// The pieces as one text.
pub(super) fn joined(pieces: &[Piece]) -> String {
    let texts = pieces.iter().map(|piece| match piece {
        Piece::Text(text) | Piece::Filled { value: text, .. } => *text,
    });
    texts.collect()
}

/// The choice of a category, or the last one there is.
fn choice<'a>(choices: &'a str, category: &str) -> &'a str {
    let mut named = choices.split('|').filter_map(|choice| choice.split_once('='));
    let found = named.clone().find(|(name, _)| *name == category);
    found.or_else(|| named.next_back()).map_or("", |(_, words)| words)
}
