//! What of a screen's markup a visitor sees, and where there is nothing to see.

/// What is seen of a screen.
pub(crate) struct Look {
    /// Elements in which there is nothing: a heading without a name, a list without a line. A region
    /// that waits for something to be said is none.
    pub(crate) hollow: Vec<String>,
    /// Every text.
    pub(crate) texts: String,
}

/// Looks at a screen's markup.
pub(crate) fn look(markup: &str) -> Look {
    const NEVER: [&str; 20] = [
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "p",
        "section",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "summary",
        "figcaption",
        "th",
        "td",
        "button",
        "a",
        "small",
    ];
    const WAITS: [&str; 3] = ["role=\"status\"", "id=\"note\"", "class=\"progress\""];
    let (mut hollow, mut texts) = (Vec::new(), String::new());
    // Each open element: its tag, whether anything is in it, and whether it is hidden.
    let mut open: Vec<(String, bool, bool)> = Vec::new();
    for piece in markup.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap();
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap();
        if tag.starts_with('/') {
            let (tag, full, hidden) = open.pop().unwrap();
            let named = tag.split(' ').next().unwrap();
            let waits = WAITS.iter().any(|waits| tag.contains(waits));
            // A rule cut into questions has no words.
            let rule = open
                .iter()
                .any(|(tag, ..)| tag.contains("progress") || tag.contains("aria-hidden"));
            if !full && !hidden && !waits && !rule && NEVER.contains(&named) {
                hollow.push(tag);
            }
            if let Some(around) = open.last_mut() {
                around.1 |= full && !hidden;
            }
        } else if ["input", "path", "svg", "slot"].contains(&name) || tag.ends_with('/') {
            if let Some(around) = open.last_mut() {
                around.1 = true;
            }
            if !["input"].contains(&name) && !tag.ends_with('/') {
                open.push((tag.to_owned(), true, false));
            }
        } else {
            let within = open.last().is_some_and(|(.., hidden)| *hidden);
            let hidden = within || tag.contains(" hidden");
            open.push((tag.to_owned(), false, hidden));
        }
        if let Some(around) = open.last_mut() {
            around.1 |= !text.trim().is_empty();
            if !around.2 {
                texts.push_str(text);
                texts.push('\n');
            }
        }
    }
    assert!(open.is_empty(), "{open:?}");
    Look { hollow, texts }
}
