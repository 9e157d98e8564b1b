//! What stands on what: every text, control and mark of the quiz, and where it is drawn.

/// Which colour of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Property {
    Text,
    Fill,
    Edge,
}

impl Property {
    /// The CSS properties that set it on a part.
    pub(crate) fn names(self) -> &'static [&'static str] {
        match self {
            Self::Text => &["color"],
            Self::Fill => &["background", "background-color"],
            Self::Edge => &["border", "border-color"],
        }
    }

    /// The part of a value that is the colour; nothing painted is `transparent`.
    pub(crate) fn colour_of(self, value: &str) -> String {
        const STYLES: [&str; 6] = ["solid", "dashed", "dotted", "double", "thin", "thick"];
        match (self, value) {
            (Self::Fill, "none") | (Self::Edge, "none" | "0" | "hidden") => "transparent".into(),
            (Self::Edge, _) if !value.contains('(') => {
                let is_measure = |word: &str| {
                    word.starts_with(|letter: char| letter.is_ascii_digit() || letter == '.')
                        || STYLES.contains(&word)
                };
                let words: Vec<_> =
                    value.split_whitespace().filter(|word| !is_measure(word)).collect();
                if words.is_empty() { "currentcolor".into() } else { words.join(" ") }
            }
            (Self::Edge, _) => match value.split_once("solid ") {
                Some((_, colour)) => colour.into(),
                None => value.into(),
            },
            _ => value.into(),
        }
    }
}

/// A colour in a place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paint {
    pub(crate) token: &'static str,
    /// The parts of the element there, by which a page may paint it over.
    pub(crate) parts: &'static [&'static str],
    pub(crate) hover: bool,
    pub(crate) property: Property,
    /// The token of the element's own text, which is what `currentcolor` means there.
    pub(crate) text: &'static str,
}

/// What must be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// WCAG 2.2 1.4.3 (4.5:1) and 1.4.6 (7:1).
    Text,
    /// WCAG 2.2 1.4.11 and 2.4.13 (3:1).
    Graphic,
}

impl Need {
    /// Below this it is an error.
    pub(crate) fn least(self) -> f64 {
        match self {
            Self::Text => 4.5,
            Self::Graphic => 3.0,
        }
    }

    /// Below this it is a warning.
    pub(crate) fn good(self) -> f64 {
        match self {
            Self::Text => 7.0,
            Self::Graphic => 3.0,
        }
    }
}

pub(crate) struct Pair {
    pub(crate) what: &'static str,
    pub(crate) front: Paint,
    /// What lies under it, the nearest first. Under all of it is the plate, and under that the page.
    pub(crate) back: &'static [Paint],
    pub(crate) need: Need,
    /// What may take the front's place: an outlined button is seen by its edge.
    pub(crate) or: Option<Paint>,
}

const fn text(token: &'static str) -> Paint {
    Paint { token, parts: &[], hover: false, property: Property::Text, text: "ink" }
}

const fn fill(token: &'static str) -> Paint {
    Paint { property: Property::Fill, ..text(token) }
}

const fn edge(token: &'static str) -> Paint {
    Paint { property: Property::Edge, ..text(token) }
}

/// A colour of something that has names for pages to style it by.
const fn of(parts: &'static [&'static str], paint: Paint) -> Paint {
    Paint { parts, ..paint }
}

const fn hovered(paint: Paint) -> Paint {
    Paint { hover: true, ..paint }
}

const fn pair(what: &'static str, front: Paint, back: &'static [Paint], need: Need) -> Pair {
    Pair { what, front, back, need, or: None }
}

pub(crate) const INK: Paint = of(&["quiz"], text("ink"));
/// `.quiz` in layout.css.
pub(crate) const PLATE: Paint = of(&["quiz"], fill("surface"));

const CHOICE: &[&str] = &["choice"];
const BUTTON: &[&str] = &["button"];
const QUIET: &[&str] = &["button", "quiet"];

/// A filled button's text is its own.
const fn on_button(paint: Paint) -> Paint {
    Paint { text: "on-strong", ..of(BUTTON, paint) }
}

const ON_PLATE: &[Paint] = &[];
const ON_CARD: &[Paint] = &[fill("card")];
const ON_TINT: &[Paint] = &[fill("tint")];
const ON_STRONG: &[Paint] = &[fill("strong")];
const ON_CHOICE: &[Paint] = &[of(CHOICE, fill("card"))];
const ON_CHOSEN: &[Paint] = &[of(CHOICE, fill("tint"))];
const ON_BUTTON: &[Paint] = &[on_button(fill("strong"))];
const ON_BUTTON_HOVERED: &[Paint] = &[hovered(on_button(fill("ink")))];
const ON_QUIET: &[Paint] = &[of(QUIET, fill("card"))];
const ON_QUIET_HOVERED: &[Paint] = &[hovered(of(QUIET, fill("tint")))];

use Need::{Graphic, Text};

/// Hairlines are decoration and have no pair. With forced colours the browser's own are drawn, and
/// with more contrast asked for, soft and edge become ink (refine.css).
pub(crate) const PAIRS: [Pair; 43] = [
    // base.css: everything that is not said otherwise; part `title` for the question.
    pair("text on the plate", INK, ON_PLATE, Text),
    pair("a title on the plate", of(&["title"], text("ink")), ON_PLATE, Text),
    // base.css: small, .soft, .count, .note; text.css: .help; why.css and matches.css: notes.
    pair("soft text on the plate", text("soft"), ON_PLATE, Text),
    // rows.css: Up on the first row and Down on the last. WCAG asks nothing of them; they are read all the same.
    pair("an Up or Down that leads nowhere", text("soft"), ON_PLATE, Text),
    // base.css: .link; text.css: a, and the plus of what unfolds.
    pair("a link on the plate", text("strong"), ON_PLATE, Text),
    // asked.css: what is missing, under the help.
    pair("an error on the plate", text("error"), ON_PLATE, Text),
    // choices.css: .choice, .place.
    pair("a choice", of(CHOICE, text("ink")), ON_CHOICE, Text),
    pair("a chosen choice", of(CHOICE, text("ink")), ON_CHOSEN, Text),
    // share.css: what each kind of link tells, within a choice that is no part.
    pair("soft text on a card", text("soft"), ON_CARD, Text),
    pair("soft text on a chosen card", text("soft"), ON_TINT, Text),
    // about.css: .project; share.css: .field; question.css: .problem.
    pair("text on a card", text("ink"), ON_CARD, Text),
    pair("an error on a card", text("error"), ON_CARD, Text),
    // result.css: .trial.
    pair("text on a tint", text("ink"), ON_TINT, Text),
    // base.css: .button, and refine.css: its hover.
    pair("a button", on_button(text("on-strong")), ON_BUTTON, Text),
    pair("a button, hovered", hovered(on_button(text("on-strong"))), ON_BUTTON_HOVERED, Text),
    // text.css: .button.quiet and its hover.
    pair("a quiet button", of(QUIET, text("ink")), ON_QUIET, Text),
    pair("a quiet button, hovered", hovered(of(QUIET, text("ink"))), ON_QUIET_HOVERED, Text),
    // start.css: the number of the step to start with.
    pair("a step's number", text("on-strong"), ON_STRONG, Text),
    // question.css, base.css: what is pressed and where it ends.
    Pair {
        or: Some(on_button(edge("strong"))),
        ..pair("a button's shape", on_button(fill("strong")), ON_PLATE, Graphic)
    },
    Pair {
        or: Some(hovered(on_button(edge("ink")))),
        ..pair("a button's shape, hovered", hovered(on_button(fill("ink"))), ON_PLATE, Graphic)
    },
    pair("a quiet button's edge", of(QUIET, edge("edge")), ON_PLATE, Graphic),
    pair("a quiet button's edge, hovered", hovered(of(QUIET, edge("ink"))), ON_PLATE, Graphic),
    // choices.css: the card's edge against the plate.
    pair("a choice's edge", of(CHOICE, edge("edge")), ON_PLATE, Graphic),
    pair("a choice's edge, hovered", hovered(of(CHOICE, edge("ink"))), ON_PLATE, Graphic),
    pair("a chosen choice's edge", of(CHOICE, edge("strong")), ON_PLATE, Graphic),
    // choices.css: the ring or box in a card, and the bar at its start once it is chosen.
    pair("a ring in a choice", edge("edge"), ON_CHOICE, Graphic),
    pair("a chosen ring in a choice", edge("strong"), ON_CHOSEN, Graphic),
    // rows.css: the tick in a box; the stops of a rating, which stand on the plate.
    pair("a tick in its box", edge("on-strong"), ON_STRONG, Graphic),
    pair("a stop on the plate", edge("edge"), ON_PLATE, Graphic),
    pair("a chosen stop on the plate", edge("strong"), ON_PLATE, Graphic),
    // share.css: .field.
    pair("a field's edge", edge("edge"), ON_PLATE, Graphic),
    // progress.css and start.css: what is done.
    pair("progress on the plate", fill("strong"), ON_PLATE, Graphic),
    // asked.css: the bar beside what is missing; question.css: the frame of the summary.
    pair("an error's bar on the plate", edge("error"), ON_PLATE, Graphic),
    // base.css: the ring stands off by a gap, so what it is seen on is what lies around.
    pair("the focus ring on the plate", edge("focus"), ON_PLATE, Graphic),
    pair("the focus ring on a card", edge("focus"), ON_CARD, Graphic),
    pair("the focus ring on a tint", edge("focus"), ON_TINT, Graphic),
    // mark.css, matches.css, result.css: shapes, bars and the line under the winner's name.
    pair("circles and their bars", fill("circle"), ON_PLATE, Graphic),
    pair("squares and their bars", fill("square"), ON_PLATE, Graphic),
    pair("triangles and their bars", fill("triangle"), ON_PLATE, Graphic),
    pair("diamonds and their bars", fill("diamond"), ON_PLATE, Graphic),
    pair("hexagons and their bars", fill("strong"), ON_PLATE, Graphic),
    pair("crosses and their bars", fill("soft"), ON_PLATE, Graphic),
    // result.css: the shapes that are not hers.
    pair("an open shape", edge("edge"), ON_PLATE, Graphic),
];
