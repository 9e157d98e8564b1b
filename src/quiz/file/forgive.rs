//! Reads a file into its types and goes on where it should stop.
//!
//! serde stops at the first thing that has not the shape it wants. An author wants to hear of all
//! of them. So this [`Deserializer`] notes what is wrong, gives an empty text, a 0 or an empty list
//! in its place and reads on. A member that is missing is the one thing it hears of only from serde:
//! then it notes that, and reads the file once more with the member made up.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt;

use jsonc_parser::ast::{Object, ObjectProp, Value};
use serde::de::value::StrDeserializer;
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error, IntoDeserializer, MapAccess,
    SeqAccess, VariantAccess, Visitor,
};

use super::place::Place;
use super::tree::name;

/// So many missing members, and so many other misfits, are told of; a file with more is no quiz.
const MOST: usize = 100;

/// Something that has not the shape it should have.
#[derive(Debug, Clone)]
pub(super) struct Misfit {
    pub(super) kind: &'static str,
    /// What is shown to the author.
    pub(super) place: Place,
    /// What cannot be trusted because of it; the same, but for a member that is missing.
    pub(super) about: Place,
    pub(super) problem: String,
    pub(super) remedy: String,
}

impl Misfit {
    pub(super) fn at(
        place: Place,
        kind: &'static str,
        problem: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        let about = place.clone();
        Self { kind, place, about, problem: problem.into(), remedy: remedy.into() }
    }
}

/// Reads a tree into a type. What did not fit is told; `None` where there was too much of it.
pub(super) fn read<'t, T: Deserialize<'t>>(root: &Value<'t>) -> (Option<T>, Vec<Misfit>) {
    let notes = Notes::default();
    let mut missing = Vec::new();
    loop {
        notes.misfits.borrow_mut().clear();
        match T::deserialize(Node { value: Some(root), place: Place::file(), notes: &notes }) {
            Ok(whole) => return (Some(whole), together(missing, notes.misfits.take())),
            Err(Gap { field, place: Some(place), silent }) if missing.len() < MOST => {
                if !silent {
                    let problem = format!("`{field}` is missing");
                    let remedy = format!("add \"{field}\": …");
                    let about = place.name(field);
                    let place = place.clone();
                    missing.push(Misfit { kind: "missing", place, about, problem, remedy });
                }
                if !notes.made_up.borrow_mut().insert((place.pointer(), field)) {
                    return (None, missing);
                }
            }
            Err(_) => return (None, together(missing, notes.misfits.take())),
        }
    }
}

/// All misfits. A member that is missing because its name is misspelt is told of once.
fn together(mut missing: Vec<Misfit>, mut others: Vec<Misfit>) -> Vec<Misfit> {
    missing.retain(|one| {
        let misspelt = others.iter_mut().find(|other| {
            other.place.is_beside(&one.about) && one.about.ends_with_name(nearly(&other.remedy))
        });
        match misspelt {
            Some(misspelt) => {
                misspelt.about = one.about.clone();
                false
            }
            None => true,
        }
    });
    missing.extend(others);
    missing
}

/// What is noted while reading.
#[derive(Default)]
struct Notes {
    misfits: RefCell<Vec<Misfit>>,
    /// Members that are missing, by the pointer of what lacks them.
    made_up: RefCell<BTreeSet<(String, &'static str)>>,
}

impl Notes {
    fn misfit(&self, misfit: Misfit) {
        let mut misfits = self.misfits.borrow_mut();
        if misfits.len() < MOST {
            misfits.push(misfit);
        }
    }
}

/// The only thing that still stops the reading: a member that is missing.
#[derive(Debug)]
struct Gap {
    field: &'static str,
    place: Option<Place>,
    /// Whether what lacks it is itself wrong or missing, and has been spoken of.
    silent: bool,
}

impl fmt::Display for Gap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is missing", self.field)
    }
}

impl std::error::Error for Gap {}

impl Error for Gap {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self { field: "", place: None, silent: false }
    }

    fn missing_field(field: &'static str) -> Self {
        Self { field, place: None, silent: false }
    }
}

/// A value of the file; one that is missing stands for an empty one.
struct Node<'n, 'a, 't> {
    value: Option<&'a Value<'t>>,
    place: Place,
    notes: &'n Notes,
}

impl<'a, 't> Node<'_, 'a, 't> {
    fn misfit(&self, kind: &'static str, problem: String, remedy: impl Into<String>) {
        self.notes.misfit(Misfit::at(self.place.clone(), kind, problem, remedy));
    }

    /// Says that something else is wanted here, where there is anything.
    fn unlike(&self, wanted: &str, remedy: &str) {
        if let Some(value) = self.value {
            self.misfit(
                "wrong-type",
                format!("{wanted} is wanted, here is {}", kind(value)),
                remedy,
            );
        }
    }

    fn whole_number(&self, least: i128, most: i128) -> i128 {
        let Some(Value::NumberLit(number)) = self.value else {
            self.unlike("a whole number", "write digits without quotes");
            return 0;
        };
        match number.value.parse::<i128>() {
            Ok(whole) if (least..=most).contains(&whole) => whole,
            Ok(_) => {
                let remedy = if least == 0 { "give a number from 0 on" } else { "give less" };
                self.misfit("out-of-range", format!("{} is out of range", number.value), remedy);
                0
            }
            Err(_) => {
                let problem = format!("{} is no whole number", number.value);
                self.misfit(
                    "not-whole",
                    problem,
                    "write a whole number, without point or exponent",
                );
                0
            }
        }
    }

    fn text(&self) -> &'a str {
        match self.value {
            Some(Value::StringLit(text)) => &text.value,
            _ => {
                self.unlike("a text", "put it between double quotes");
                ""
            }
        }
    }

    fn object(&self) -> Option<&'a Object<'t>> {
        match self.value {
            Some(Value::Object(object)) => Some(object),
            _ => {
                self.unlike("an object", "write { … }");
                None
            }
        }
    }
}

/// What a value is, as an author calls it.
fn kind(value: &Value) -> &'static str {
    match value {
        Value::StringLit(_) => "a text",
        Value::NumberLit(_) => "a number",
        Value::BooleanLit(_) => "true or false",
        Value::Object(_) => "an object",
        Value::Array(_) => "a list",
        Value::NullKeyword(_) => "null",
    }
}

macro_rules! whole_numbers {
    ($($method:ident $visit:ident $number:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Gap> {
            let whole = self.whole_number($number::MIN.into(), $number::MAX.into());
            visitor.$visit(whole.try_into().unwrap_or_default())
        }
    )*};
}

impl<'de> Deserializer<'de> for Node<'_, '_, '_> {
    type Error = Gap;

    // Everything in a quiz file says what it wants; what does not is skipped.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Gap> {
        visitor.visit_unit()
    }

    whole_numbers! {
        deserialize_u8 visit_u8 u8
        deserialize_u16 visit_u16 u16
        deserialize_u32 visit_u32 u32
        deserialize_u64 visit_u64 u64
        deserialize_i8 visit_i8 i8
        deserialize_i16 visit_i16 i16
        deserialize_i32 visit_i32 i32
        deserialize_i64 visit_i64 i64
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Gap> {
        match self.value {
            Some(Value::BooleanLit(truth)) => visitor.visit_bool(truth.value),
            _ => {
                self.unlike("true or false", "write true or false, without quotes");
                visitor.visit_bool(false)
            }
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Gap> {
        visitor.visit_str(self.text())
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Gap> {
        visitor.visit_str(self.text())
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Gap> {
        match self.value {
            None | Some(Value::NullKeyword(_)) => visitor.visit_none(),
            Some(_) => visitor.visit_some(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Gap> {
        let items = match self.value {
            Some(Value::Array(array)) => array.elements.as_slice(),
            _ => {
                self.unlike("a list", "write [ … ]");
                &[]
            }
        };
        visitor.visit_seq(Items { items: items.iter().enumerate(), list: self })
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Gap> {
        let members = self.object().map_or(&[][..], |object| &object.properties);
        visitor.visit_map(Members::of(members, &self))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Gap> {
        let object = self.object();
        let mut members = Members::of(object.map_or(&[][..], |object| &object.properties), &self);
        members.fields = Some(fields);
        let pointer = self.place.pointer();
        let made_up = self.notes.made_up.borrow();
        members.made_up = fields
            .iter()
            .copied()
            .filter(|field| made_up.contains(&(pointer.clone(), field)))
            .collect();
        drop(made_up);
        let silent = object.is_none();
        let place = self.place.clone();
        visitor.visit_map(members).map_err(|gap| match gap.place {
            Some(_) => gap,
            None => Gap { place: Some(place), silent, ..gap },
        })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Gap> {
        let text = self.text();
        let known = variants.iter().find(|variant| **variant == text);
        if known.is_none() && matches!(self.value, Some(Value::StringLit(_))) {
            let remedy = one_of(text, variants.iter().copied());
            self.misfit(
                "unknown-name",
                format!("`{}` is not known here", super::fault::shown(text)),
                remedy,
            );
        }
        match known.or(variants.first()) {
            Some(variant) => visitor.visit_enum(Variant(variant)),
            None => Err(Gap::custom("")),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Gap> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        i128 u128 f32 f64 char bytes byte_buf unit unit_struct newtype_struct tuple tuple_struct identifier
    }
}

/// What to write instead: the name that was nearly written, else all that there are.
pub(super) fn one_of<'a>(given: &str, known: impl Iterator<Item = &'a str> + Clone) -> String {
    let near = known.clone().map(|name| (strsim::osa_distance(given, name), name)).min();
    match near.filter(|(far, name)| *far <= name.chars().count().max(3) / 3) {
        Some((_, near)) => format!("{MEANT}{near}`?"),
        None => {
            let names: Vec<_> = known.take(12).map(super::fault::shown).collect();
            format!("use one of: {}", names.join(", "))
        }
    }
}

const MEANT: &str = "did you mean `";

/// The name that a remedy asks about.
fn nearly(remedy: &str) -> Option<&str> {
    remedy.strip_prefix(MEANT)?.strip_suffix("`?")
}

struct Items<'n, 'a, 't> {
    items: std::iter::Enumerate<std::slice::Iter<'a, Value<'t>>>,
    list: Node<'n, 'a, 't>,
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

struct Members<'n, 'a, 't> {
    all: &'a [ObjectProp<'t>],
    next: usize,
    seen: BTreeSet<&'a str>,
    /// The members there can be; `None` where the author names them.
    fields: Option<&'static [&'static str]>,
    /// Those that are missing and must be.
    made_up: Vec<&'static str>,
    value: Option<Node<'n, 'a, 't>>,
    place: Place,
    notes: &'n Notes,
}

impl<'n, 'a, 't> Members<'n, 'a, 't> {
    fn of(all: &'a [ObjectProp<'t>], node: &Node<'n, 'a, 't>) -> Self {
        let (place, notes) = (node.place.clone(), node.notes);
        let (seen, made_up) = (BTreeSet::new(), Vec::new());
        Self { all, next: 0, seen, fields: None, made_up, value: None, place, notes }
    }

    /// The next member that is known and new; the others are told of.
    fn advance(&mut self) -> Option<&'a ObjectProp<'t>> {
        loop {
            let member = self.all.get(self.next)?;
            self.next += 1;
            let called = name(member);
            let unknown = self.fields.filter(|fields| !fields.contains(&called));
            let (kind, problem, remedy) = if let Some(fields) = unknown {
                let problem = format!("`{}` is not known here", super::fault::shown(called));
                ("unknown-name", problem, one_of(called, fields.iter().copied()))
            } else if !self.seen.insert(called) {
                let problem = format!("`{}` stands here twice", super::fault::shown(called));
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

struct Variant(&'static str);

impl<'de> EnumAccess<'de> for Variant {
    type Error = Gap;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Gap> {
        let name: StrDeserializer<'_, Gap> = self.0.into_deserializer();
        seed.deserialize(name).map(|variant| (variant, self))
    }
}

impl<'de> VariantAccess<'de> for Variant {
    type Error = Gap;

    fn unit_variant(self) -> Result<(), Gap> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _: T) -> Result<T::Value, Gap> {
        Err(Gap::custom(""))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Gap> {
        Err(Gap::custom(""))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Gap> {
        Err(Gap::custom(""))
    }
}
