//! What the browser remembers of one quiz, for 30 days. Storage may be denied, full, corrupt or
//! from another version; then the quiz works all the same, and nothing is said.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::window;
use wasm_bindgen::JsCast as _;
use web_sys::{Storage, StorageEvent};

const DAYS: f64 = 30.0;
const DAY: f64 = 24.0 * 60.0 * 60.0 * 1000.0;
/// Answers are written together when she pauses, in milliseconds: storage is slow on phones, and
/// a press should never wait for it.
const PAUSE: u32 = 200;

/// One quiz's place in the browser's storage: `{milliseconds since 1970} {line}`.
pub(crate) struct Memory {
    pending: Rc<Pending>,
    /// Writes what is pending when the page goes away; drops it when another tab forgets.
    _listening: [EventListener; 2],
}

struct Pending {
    key: String,
    line: RefCell<Option<String>>,
    timer: RefCell<Option<Timeout>>,
}

impl Memory {
    pub(crate) fn of(quiz: &str) -> Self {
        let pending = Rc::new(Pending {
            key: format!("career-quiz:1:{quiz}"),
            line: RefCell::default(),
            timer: RefCell::default(),
        });
        let leaving = {
            let pending = pending.clone();
            EventListener::new(&window(), "pagehide", move |_| pending.write())
        };
        let elsewhere = {
            let pending = pending.clone();
            EventListener::new(&window(), "storage", move |event| {
                if let Some(event) = event.dyn_ref::<StorageEvent>() {
                    pending.heed(event);
                }
            })
        };
        Self { pending, _listening: [leaving, elsewhere] }
    }

    /// What was remembered, if it is not older than 30 days.
    pub(crate) fn recall(&self) -> Option<String> {
        let stored = storage()?.get_item(&self.pending.key).ok()??;
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
        self.pending.line.replace(Some(line));
        let pending = self.pending.clone();
        let timer = Timeout::new(PAUSE, move || pending.write());
        self.pending.timer.replace(Some(timer));
    }

    /// Remembers nothing.
    pub(crate) fn forget(&self) {
        self.pending.line.take();
        if let Some(storage) = storage() {
            // Where removing is denied, so was writing.
            let _ = storage.remove_item(&self.pending.key);
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

/// The browser's storage; `None` where reading the property already throws, as in sandboxes.
fn storage() -> Option<Storage> {
    window().local_storage().ok()?
}
