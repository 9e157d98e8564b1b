//! What her buttons ask the browser for, and what it takes.

use super::mark;
use super::outside::Errand;
use crate::quiz::{Outline, Quiz, Session, export, recommend};

/// What a button asks for. A text, a file and a picture's contents are made once it is pressed: at
/// every drawing they would be work for nothing.
#[derive(Clone, Copy)]
pub(super) enum Ask {
    CopyLink,
    CopyText,
    Share,
    /// A picture, as high as it is wide or not.
    Picture {
        square: bool,
    },
    Save,
    Open,
    Print,
    /// To follow a link to this network.
    Follow(&'static str),
    /// To follow the author's call to action.
    Act,
}

impl Ask {
    /// What the browser has to do, for what she has answered by now.
    pub(super) fn errand(self, quiz: &Quiz, session: &Session, address: &str) -> Errand {
        match self {
            Self::CopyLink => Errand::CopyLink(link(quiz, session, address)),
            Self::CopyText => {
                let link = link(quiz, session, address);
                Errand::CopyText(export::markdown(quiz, session.answers(), &link))
            }
            Self::Share => Errand::Share {
                text: export::headline(quiz, &outline(quiz, session)),
                link: link(quiz, session, address),
                card: card(quiz, session, address),
            },
            Self::Picture { square } => {
                Errand::Picture { card: card(quiz, session, address), square }
            }
            Self::Save => Errand::Save(export::file(quiz, session)),
            Self::Open => Errand::Open,
            Self::Print => Errand::Print,
            Self::Follow(network) => Errand::Follow(network),
            Self::Act => {
                let path = quiz.paths.get(recommend(quiz, &session.shown()).path());
                let act = path.and_then(|path| Some((path, path.call_to_action.as_ref()?)));
                let (path, url) = act.map_or(("", ""), |(path, act)| (&path.id, &act.url));
                Errand::Act { path: path.to_owned(), url: url.to_owned() }
            }
        }
    }
}

fn outline(quiz: &Quiz, session: &Session) -> Outline {
    Outline::of(quiz, session.answers())
}

/// The link that is shared: the page of her path, and what she lets it tell.
pub(super) fn link(quiz: &Quiz, session: &Session, address: &str) -> String {
    let page = page(address, quiz.path_id(outline(quiz, session).path()));
    format!("{page}#{}", session.link(quiz))
}

/// The page of a path, whose id `:path` stands for in the address.
fn page(address: &str, path: &str) -> String {
    let (mut page, mut rest) = (String::new(), address);
    while let Some((before, after)) = around_path(rest) {
        page.push_str(before);
        page.push_str(path);
        rest = after;
    }
    page + rest
}

/// What stands before and after the first `:path` in an address. Looked for by its colon: what the
/// standard library looks for whole words with is 3 kB.
fn around_path(address: &str) -> Option<(&str, &str)> {
    let mut colons = address.match_indices(':').filter_map(|(at, _)| address.split_at_checked(at));
    colons.find_map(|(before, rest)| Some((before, rest.strip_prefix(":path")?)))
}

fn card(quiz: &Quiz, session: &Session, address: &str) -> String {
    let rest = address.split_once(':').and_then(|(_scheme, rest)| rest.strip_prefix("//"));
    let site = rest.unwrap_or(address);
    // The page of a path is one of many: what it is a page of says more.
    let site = site.split('?').next().unwrap_or(site);
    let site = around_path(site).map_or(site, |(before, _)| before).trim_end_matches('/');
    let site = site.strip_suffix("/r").unwrap_or(site);
    let shape = |path: usize| {
        let mark = quiz.paths.get(path).map(|path| path.mark);
        mark.map_or(("", ""), |mark| (mark::class(mark), mark::outline(mark)))
    };
    export::card(quiz, &outline(quiz, session), site, shape)
}
