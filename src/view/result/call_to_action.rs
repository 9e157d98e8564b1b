//! What the author asks of a visitor at the end: a sentence, and a link that looks like a button.

use super::super::ask::Ask;
use super::super::element::{Element, el};
use super::super::mark;
use super::super::scene::given;
use super::Drawing;

/// Hidden where the quiz asks for nothing.
///
/// The link names no target: it opens as every other link of the page around it does, in the same
/// tab unless that page's `<base target>` says otherwise. She finds her result again on the way back.
pub(super) fn draw(drawing: &Drawing) -> Element {
    let scene = drawing.scene;
    let section = el("section").key("call");
    let about = drawing.path(drawing.result.path());
    let Some((path, asked)) = about.and_then(|path| Some((path, path.call_to_action.as_ref()?)))
    else {
        return section.hidden(true);
    };
    let link = el("a")
        .class("button")
        .part("button call-to-action")
        .set("href", &asked.url)
        .attr("rel", "noopener")
        .on_click(scene.asks(Ask::Act))
        .text(&asked.text);
    let call = el("div")
        .class("stack")
        .child(given("lede", asked.note.as_deref().unwrap_or_default()))
        .child(el("div").class("actions").child(link));
    section.class("section call").class(mark::class(path.mark)).child(call)
}
