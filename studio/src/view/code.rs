//! Lines to copy.

use web_sys::Element;
use yew::prelude::*;

use super::Link;
use crate::app::Msg;

/// Lines with the button that copies them. `id` is theirs on the page.
pub(super) fn lines(id: &'static str, what: &'static str, text: &str, link: &Link) -> Html {
    let place = NodeRef::default();
    let copy = {
        let place = place.clone();
        link.batch_callback(move |_| place.cast::<Element>().map(Msg::Copy))
    };
    html! {
        <div class="code">
            <pre tabindex="0" role="region" aria-label={what}><code {id} ref={place}>{ text.to_owned() }</code></pre>
            <button type="button" class="button" onclick={copy}>{ format!("Copy {what}") }</button>
        </div>
    }
}
