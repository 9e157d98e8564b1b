//! What stands in the share panel.

use crate::quiz::Grade;

/// The state of the share panel. Nothing of it is remembered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Panel {
    /// How much her link tells.
    pub grade: Grade,
    /// Her Mastodon server, as she typed it.
    pub server: String,
    /// Whether the QR code is shown.
    pub qr: bool,
    /// What came of what she asked last, and how often anything was heard: said anew each time.
    pub heard: (Option<Heard>, u32),
}

/// What came of something asked of the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// The link was copied.
    Copied,
    /// The result was copied as text.
    TextCopied,
    /// Copying was refused; the link is selected.
    Refused,
    /// The browser's own way of sharing failed. Where she only changed her mind, nothing is heard.
    NotShared,
    /// A file is among her downloads.
    Saved,
    /// This browser lets no page draw a picture.
    NoPicture,
    /// The file she opened holds no result of this quiz.
    NotRead,
}

impl Heard {
    /// What the shell calls it; `None` where there is nothing to say.
    #[must_use]
    pub fn named(id: &str) -> Option<Self> {
        Some(match id {
            "copied" => Self::Copied,
            "text-copied" => Self::TextCopied,
            "refused" => Self::Refused,
            "not-shared" => Self::NotShared,
            "saved" => Self::Saved,
            "no-picture" => Self::NoPicture,
            "not-read" => Self::NotRead,
            _ => return None,
        })
    }
}

impl Panel {
    pub(super) fn without_word(&self) -> Self {
        Self { heard: (None, self.heard.1), ..self.clone() }
    }

    pub(super) fn hearing(&self, heard: Heard) -> Self {
        Self { heard: (Some(heard), self.heard.1 + 1), ..self.clone() }
    }
}

/// A Mastodon server as an address has it, from what someone typed: `@ada@mastodon.social`,
/// `https://mastodon.social/home`. `None` where it can be none.
#[must_use]
pub fn server_in(typed: &str) -> Option<String> {
    let mut name = typed.trim();
    for scheme in ["https://", "http://"] {
        while let Some(rest) = name.strip_prefix(scheme) {
            name = rest;
        }
    }
    let name = name.split('/').next().unwrap_or_default();
    let name = name.rsplit('@').next().unwrap_or_default().to_ascii_lowercase();
    // Beyond ASCII the browser decides. Rust's own tables of letters would be 2 kB.
    let allowed = |c: char| match c {
        '.' | '-' | ':' => true,
        _ => c.is_ascii_alphanumeric() || !(c.is_ascii() || c.is_whitespace()),
    };
    let dotted = name.split('.').count() > 1 && name.split('.').all(|part| !part.is_empty());
    (dotted && name.len() <= 253 && name.chars().all(allowed)).then_some(name)
}
