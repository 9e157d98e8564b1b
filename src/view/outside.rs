//! What the screens know of the world around them, and what they ask of it.

use yew::prelude::*;

use crate::quiz::Action;

/// Something to be done by the browser, where a screen may not reach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Errand {
    /// Copies the link that stands in the share panel.
    CopyLink(String),
    /// Copies a text.
    CopyText(String),
    /// Opens the browser's own way of sharing, with a picture where it takes one.
    Share {
        /// What is said beside the link.
        text: String,
        /// The link.
        link: String,
        /// What the picture shows: see [`crate::quiz::export::card`].
        card: String,
    },
    /// Saves a picture of the result.
    Picture {
        /// What it shows.
        card: String,
        /// As high as it is wide, in place of 1200 by 630 pixels.
        square: bool,
    },
    /// Saves the result's file.
    Save(String),
    /// Reads the file that was chosen; its code comes back as [`Action::Read`].
    Open,
    /// Prints the result.
    Print,
    /// She follows a link to a network; tells which.
    Follow(&'static str),
    /// She follows the author's call to action.
    Act {
        /// The id of her path.
        path: String,
        /// Where it leads.
        url: String,
    },
}

/// The world around the screens. By default there is none: drawn natively, nothing can be asked.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Outside {
    /// The address a shared link leads to; `:path` stands for the path's id.
    pub address: String,
    /// Whether the browser has its own way of sharing.
    pub can_share: bool,
    /// Whether files can be saved, the page printed and other pages opened.
    pub can_leave: bool,
    /// Draws a text as a QR code, as SVG path data with its width in units; empty where that fails.
    pub qr: Option<Callback<String, (String, u32)>>,
    /// Calls back once what is drawn now has been painted; without it a long screen is drawn in one go.
    pub painted: Option<Callback<Callback<()>>>,
    /// Does an errand, and says what came of it.
    pub errand: Callback<(Errand, Callback<Action>)>,
}
