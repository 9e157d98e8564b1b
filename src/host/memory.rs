//! What the browser remembers of one quiz, for 30 days. Storage may be denied, full, corrupt or
//! from another version; then the quiz works all the same, and nothing is said.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use wasm_bindgen::JsCast as _;
use web_sys::{Storage, StorageEvent};

/// Where the name of her Mastodon server stands; no quiz's place looks like it.
const SERVER: &str = "career-quiz-server";
const DAYS: f64 = 30.0;
const DAY: f64 = 24.0 * 60.0 * 60.0 * 1000.0;
/// Answers are written together when she pauses, in milliseconds: storage is slow on phones, and
/// a press should never wait for it.
const PAUSE: u32 = 200;

/// One quiz's place in the browser's storage: `{milliseconds since 1970} {line}`.
pub(crate) struct Memory(Rc<Pending>);

struct Pending {
    key: String,
    line: RefCell<Option<String>>,
    timer: RefCell<Option<Timeout>>,
    /// Writes what is pending when the page goes away; drops it when another tab forgets.
    listening: RefCell<Vec<EventListener>>,
}

thread_local! {
    /// Every memory there is, for when this module is lost.
    static ALL: RefCell<Vec<Weak<Pending>>> = const { RefCell::new(Vec::new()) };
}

/// Writes what is pending and stops listening: a lost module must not be called again.
pub(super) fn leave() {
    let all = ALL.with(|all| all.try_borrow_mut().map(|mut all| std::mem::take(&mut *all)));
    for pending in all.into_iter().flatten().filter_map(|pending| pending.upgrade()) {
        pending.write();
        pending.timer.take();
        pending.listening.take();
    }
}

impl Memory {
    /// The place of a quiz, and of one instance of it where the page tells them apart.
    pub(crate) fn of(quiz: &str, instance: &str) -> Self {
        let colon = if instance.is_empty() { "" } else { ":" };
        let pending = Rc::new(Pending {
            key: format!("career-quiz:1:{quiz}{colon}{instance}"),
            line: RefCell::default(),
            timer: RefCell::default(),
            listening: RefCell::default(),
        });
        let leaving = {
            let pending = Rc::downgrade(&pending);
            EventListener::new(&window(), "pagehide", move |_| {
                pending.upgrade().iter().for_each(|pending| pending.write());
            })
        };
        let elsewhere = {
            let pending = Rc::downgrade(&pending);
            EventListener::new(&window(), "storage", move |event| {
                if let Some((pending, event)) = pending.upgrade().zip(event.dyn_ref()) {
                    pending.heed(event);
                }
            })
        };
        pending.listening.replace(vec![leaving, elsewhere]);
        ALL.with_borrow_mut(|all| {
            all.retain(|pending| pending.strong_count() > 0);
            all.push(Rc::downgrade(&pending));
        });
        Self(pending)
    }

    /// What was remembered, if it is not older than 30 days.
    pub(crate) fn recall(&self) -> Option<String> {
        let stored = storage()?.get_item(&self.0.key).ok()??;
        let (time, line) = stored.split_once(' ')?;
        let age = js_sys::Date::now() - time.parse::<u64>().ok()? as f64;
        // A clock that was set back since may make it a little younger than nothing.
        if (-DAY..DAYS * DAY).contains(&age) {
            Some(line.to_owned())
        } else {
            self.forget();
            None
        }
    }

    /// Remembers a line in place of the one before.
    pub(crate) fn remember(&self, line: String) {
        self.0.line.replace(Some(line));
        let pending = self.0.clone();
        let timer = Timeout::new(PAUSE, move || pending.write());
        self.0.timer.replace(Some(timer));
    }

    /// Remembers nothing.
    pub(crate) fn forget(&self) {
        self.0.line.take();
        if let Some(storage) = storage() {
            // Where removing is denied, so was writing.
            let _ = storage.remove_item(&self.0.key);
        }
    }
}

impl Pending {
    /// Something changed in another tab. Where that was forgetting, nothing of before is written.
    fn heed(&self, event: &StorageEvent) {
        let ours = event.key().is_none_or(|key| key == self.key);
        if ours && event.new_value().is_none() {
            self.line.take();
        }
    }

    fn write(&self) {
        if let (Some(line), Some(storage)) = (self.line.take(), storage()) {
            let time = js_sys::Date::now() as u64;
            // A full or denied storage loses nothing on the page.
            let _ = storage.set_item(&self.key, &format!("{time} {line}"));
        }
    }
}

/// The Mastodon server she named, on any quiz of this site; empty where she named none.
pub(crate) fn server() -> String {
    let stored = storage().and_then(|storage| storage.get_item(SERVER).ok()?);
    stored.unwrap_or_default()
}

/// Remembers her Mastodon server in place of the one before; the empty one is none.
pub(crate) fn remember_server(server: &str) {
    if let Some(storage) = storage() {
        // Where it cannot be kept, she names it again.
        let _ = match server {
            "" => storage.remove_item(SERVER),
            server => storage.set_item(SERVER, server),
        };
    }
}

/// The browser's storage; `None` where reading the property already throws, as in sandboxes.
fn storage() -> Option<Storage> {
    window().local_storage().ok()?
}
