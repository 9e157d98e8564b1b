//! What the author asks of a visitor at the end: a sentence, and a link that looks like a button.

use yew::prelude::*;

use super::super::mark;
use super::super::outside::Errand;
use super::super::scene::given;
use super::Drawing;

/// Hidden where the quiz asks for nothing.
///
/// The link names no target: it opens as every other link of the page around it does, in the same
/// tab unless that page's `<base target>` says otherwise. She finds her result again on the way back.
pub(super) fn draw(drawing: &Drawing) -> Html {
    let scene = drawing.scene;
    let about = drawing.path(drawing.result.path());
    let Some((path, asked)) = about.and_then(|path| Some((path, path.call_to_action.as_ref()?)))
    else {
        return html! { <section key="call" hidden=true></section> };
    };
    let act = Errand::Act { path: path.id.clone(), url: asked.url.clone() };
    html! {
        <section key="call" class={classes!("section", "call", mark::class(path.mark))}>
            <div class="stack">
                { given("lede", asked.note.as_deref().unwrap_or_default()) }
                <div class="actions">
                    <a class="button" part="button call-to-action" href={asked.url.clone()} rel="noopener"
                        onclick={scene.errand(act)}>{ &asked.text }</a>
                </div>
            </div>
        </section>
    }
}
