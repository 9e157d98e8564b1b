//! What is in an object or a list, one after the other.

use std::collections::BTreeSet;

use jsonc_parser::ast::{ObjectProp, Value};
use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, Error as _, IntoDeserializer, MapAccess, SeqAccess};

use super::super::fault::shown;
use super::super::place::Place;
use super::super::tree::name;
use super::node::Node;
use super::{Gap, Misfit, Notes, one_of};

pub(super) struct Items<'n, 'a, 't> {
    pub(super) items: std::iter::Enumerate<std::slice::Iter<'a, Value<'t>>>,
    pub(super) list: Node<'n, 'a, 't>,
}

impl<'de> SeqAccess<'de> for Items<'_, '_, '_> {
    type Error = Gap;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Gap> {
        let Some((at, value)) = self.items.next() else { return Ok(None) };
        let place = self.list.place.item(at);
        seed.deserialize(Node { value: Some(value), place, notes: self.list.notes }).map(Some)
    }
}

pub(super) struct Members<'n, 'a, 't> {
    all: &'a [ObjectProp<'t>],
    next: usize,
    seen: BTreeSet<&'a str>,
    /// The members there can be; `None` where the author names them.
    pub(super) fields: Option<&'static [&'static str]>,
    /// Those that are missing and must be.
    pub(super) made_up: Vec<&'static str>,
    value: Option<Node<'n, 'a, 't>>,
    place: Place,
    notes: &'n Notes,
}

impl<'n, 'a, 't> Members<'n, 'a, 't> {
    #[inline(never)]
    pub(super) fn of(all: &'a [ObjectProp<'t>], node: &Node<'n, 'a, 't>) -> Self {
        let (place, notes) = (node.place.clone(), node.notes);
        let (seen, made_up) = (BTreeSet::new(), Vec::new());
        Self { all, next: 0, seen, fields: None, made_up, value: None, place, notes }
    }

    /// The next member that is known and new; the others are told of.
    #[inline(never)]
    fn advance(&mut self) -> Option<&'a ObjectProp<'t>> {
        loop {
            let member = self.all.get(self.next)?;
            self.next += 1;
            let called = name(member);
            let unknown = self.fields.filter(|fields| !fields.contains(&called));
            let (kind, problem, remedy) = if let Some(fields) = unknown {
                let problem = format!("`{}` is not known here", shown(called));
                ("unknown-name", problem, one_of(called, fields.iter().copied()))
            } else if !self.seen.insert(called) {
                let problem = format!("`{}` stands here twice", shown(called));
                ("twice", problem, "keep one of them".to_owned())
            } else {
                return Some(member);
            };
            let place = self.place.name_itself(called);
            self.notes.misfit(Misfit::at(place, kind, problem, remedy));
        }
    }
}

impl<'de> MapAccess<'de> for Members<'_, '_, '_> {
    type Error = Gap;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Gap> {
        let (called, value) = match self.advance() {
            Some(member) => (name(member), Some(&member.value)),
            None => match self.made_up.pop() {
                Some(field) => (field, None),
                None => return Ok(None),
            },
        };
        let place = self.place.name(called);
        self.value = Some(Node { value, place, notes: self.notes });
        let key: StrDeserializer<'_, Gap> = called.into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Gap> {
        match self.value.take() {
            Some(node) => seed.deserialize(node),
            None => Err(Gap::custom("")),
        }
    }
}
