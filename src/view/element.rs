//! Elements, built by calls in place of Yew's `html!`.
//!
//! What the macro expands to takes 200 to 400 bytes of WebAssembly an element, since it moves every
//! part of it from place to place; a call takes about fifteen. Of 400 elements that was a third of
//! the module. What Yew is given is the same.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{
    AttributeOrProperty, Attributes, Key, Listener, ListenerKind, VList, VNode, VTag, VText,
};

/// Begins an element.
#[inline(never)]
pub(super) fn el(tag: &'static str) -> Element {
    Element(Box::new(Parts { tag, ..Parts::default() }))
}

/// An element that is being built. Where it is a child, it becomes [`Html`] by itself.
#[must_use]
pub(super) struct Element(Box<Parts>);

#[derive(Default)]
struct Parts {
    tag: &'static str,
    key: Option<Key>,
    node: NodeRef,
    class: String,
    names: Vec<&'static str>,
    values: Vec<Option<AttributeOrProperty>>,
    value: Option<AttrValue>,
    checked: Option<bool>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
    children: Vec<VNode>,
    /// Whether there may be more or fewer of them at another time.
    is_list: bool,
}

impl Element {
    /// What it is told by among its siblings.
    pub(super) fn key(self, key: impl Into<Key>) -> Self {
        self.keyed(key.into())
    }

    #[inline(never)]
    fn keyed(mut self, key: Key) -> Self {
        self.0.key = Some(key);
        self
    }

    /// Where the element is found once it is on the page.
    #[inline(never)]
    pub(super) fn node(mut self, node: &NodeRef) -> Self {
        self.0.node = node.clone();
        self
    }

    /// A class, or several with spaces between; beside those it has, if any.
    pub(super) fn class(self, class: impl Into<Option<&'static str>>) -> Self {
        self.classed(class.into())
    }

    #[inline(never)]
    fn classed(mut self, class: Option<&'static str>) -> Self {
        if let Some(class) = class {
            if !self.0.class.is_empty() {
                self.0.class.push(' ');
            }
            self.0.class.push_str(class);
        }
        self
    }

    /// The name by which a page's styles reach it.
    #[inline(never)]
    pub(super) fn part(self, part: &'static str) -> Self {
        self.attr("part", part)
    }

    /// An attribute that is always the same.
    #[inline(never)]
    pub(super) fn attr(self, name: &'static str, value: &'static str) -> Self {
        self.given(name, Some(AttrValue::Static(value)))
    }

    /// An attribute.
    #[inline(never)]
    pub(super) fn set(self, name: &'static str, value: &str) -> Self {
        self.given(name, Some(AttrValue::Rc(value.into())))
    }

    /// An attribute that may be missing.
    #[inline(never)]
    pub(super) fn set_if(self, name: &'static str, value: Option<&str>) -> Self {
        self.given(name, value.map(|value| AttrValue::Rc(value.into())))
    }

    /// An attribute that says by being there.
    #[inline(never)]
    pub(super) fn flag(self, name: &'static str, is_on: bool) -> Self {
        self.given(name, is_on.then_some(AttrValue::Static(name)))
    }

    fn given(mut self, name: &'static str, value: Option<AttrValue>) -> Self {
        self.0.names.push(name);
        self.0.values.push(value.map(AttributeOrProperty::Attribute));
        self
    }

    /// Whether it is there and not shown.
    #[inline(never)]
    pub(super) fn hidden(self, is_hidden: bool) -> Self {
        self.flag("hidden", is_hidden)
    }

    /// An input's value.
    #[inline(never)]
    pub(super) fn value(mut self, value: &str) -> Self {
        self.0.value = Some(AttrValue::Rc(value.into()));
        self
    }

    /// Whether an input is checked.
    #[inline(never)]
    pub(super) fn checked(mut self, checked: bool) -> Self {
        self.0.checked = Some(checked);
        self
    }

    #[inline(never)]
    pub(super) fn on_click(self, heard: Callback<Event>) -> Self {
        self.hears(ListenerKind::onclick, heard)
    }

    #[inline(never)]
    pub(super) fn on_change(self, heard: Callback<Event>) -> Self {
        self.hears(ListenerKind::onchange, heard)
    }

    fn hears(mut self, kind: ListenerKind, heard: Callback<Event>) -> Self {
        self.0.listeners.push(Some(Rc::new(Hears { kind, heard })));
        self
    }

    /// A text, which is to be the only child.
    #[inline(never)]
    pub(super) fn text(self, text: &str) -> Self {
        self.nested(VNode::VText(VText::new(AttrValue::Rc(text.into()))))
    }

    /// One child more.
    pub(super) fn child(self, child: impl Into<Html>) -> Self {
        self.nested(child.into())
    }

    #[inline(never)]
    fn nested(mut self, child: Html) -> Self {
        self.0.children.push(child);
        self
    }

    /// Some children more.
    pub(super) fn children(mut self, children: impl IntoIterator<Item = impl Into<Html>>) -> Self {
        self.0.is_list = true;
        children.into_iter().fold(self, |element, child| element.child(child))
    }
}

impl From<Element> for Html {
    #[inline(never)]
    fn from(Element(mut parts): Element) -> Self {
        if !parts.class.is_empty() {
            let class = AttrValue::Rc(parts.class.as_str().into());
            parts.names.push("class");
            parts.values.push(Some(AttributeOrProperty::Attribute(class)));
        }
        let mut tag = VTag::new(parts.tag);
        tag.key = parts.key;
        tag.node_ref = parts.node;
        tag.attributes =
            Attributes::Dynamic { keys: kept(&parts.names), values: parts.values.into() };
        if parts.tag == "input" {
            tag.set_value(parts.value);
            if let Some(checked) = parts.checked {
                tag.set_checked(checked);
            }
        }
        if !parts.listeners.is_empty() {
            tag.set_listeners(parts.listeners.into());
        }
        if let Some(children) = tag.children_mut() {
            // A child that is always alone stands for itself, as the macro has it.
            *children = match parts.children.len() {
                1 if !parts.is_list => parts.children.pop().unwrap_or_default(),
                _ => VList::with_children(parts.children, None).into(),
            };
        }
        Html::VTag(Rc::new(tag))
    }
}

/// The same list of names for all elements that have these attributes: Yew tells by the list's place
/// that two drawings of an element have the same ones, and keeps it for good. There are as many as
/// there are kinds of elements in these sources.
fn kept(names: &[&'static str]) -> &'static [&'static str] {
    thread_local! {
        static KEPT: RefCell<Vec<&'static [&'static str]>> = const { RefCell::new(Vec::new()) };
    }
    KEPT.with_borrow_mut(|all| match all.iter().find(|one| one[..] == *names) {
        Some(one) => one,
        None => {
            let one: &'static [_] = Box::leak(names.into());
            all.push(one);
            one
        }
    })
}

struct Hears {
    kind: ListenerKind,
    heard: Callback<Event>,
}

impl Listener for Hears {
    fn kind(&self) -> ListenerKind {
        self.kind.clone()
    }

    fn handle(&self, event: Event) {
        self.heard.emit(event);
    }

    fn passive(&self) -> bool {
        false
    }
}
