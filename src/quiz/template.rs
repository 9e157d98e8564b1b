//! Texts with places to fill: `{path} stayed first in {n} of them.`

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

/// Cuts a template into its words and its filled places. A name nobody gave stays as written,
/// braces and all, so that an author sees the slip.
#[must_use]
pub fn fill<'a>(template: &'a str, values: &[(&str, &'a str)]) -> Vec<Piece<'a>> {
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
        if let Some((_, value)) = values.iter().find(|(given, _)| *given == name) {
            let words = text.get(..kept).unwrap_or("");
            if !words.is_empty() {
                pieces.push(Piece::Text(words));
            }
            pieces.push(Piece::Filled { name, value });
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

/// [`fill`] as one text.
#[must_use]
pub fn fill_text(template: &str, values: &[(&str, &str)]) -> String {
    let pieces = fill(template, values);
    let texts = pieces.iter().map(|piece| match piece {
        Piece::Text(text) | Piece::Filled { value: text, .. } => *text,
    });
    texts.collect()
}
