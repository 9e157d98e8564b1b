//! One value of a file, read as whatever it should be.

use jsonc_parser::ast::{Object, Value};
use serde::de::{Deserializer, Error as _, Visitor};

use super::super::fault::shown;
use super::super::place::Place;
use super::members::{Items, Members};
use super::variant::Variant;
use super::{Gap, Misfit, Notes, one_of};

/// A value of the file; one that is missing stands for an empty one.
pub(super) struct Node<'n, 'a, 't> {
    pub(super) value: Option<&'a Value<'t>>,
    pub(super) place: Place,
    pub(super) notes: &'n Notes,
}

// Out of line: serde asks for each type of a quiz anew, and a copy in each would be half the module.
impl<'n, 'a, 't> Node<'n, 'a, 't> {
    #[inline(never)]
    fn misfit(&self, kind: &'static str, problem: String, remedy: impl Into<String>) {
        self.notes.misfit(Misfit::at(self.place.clone(), kind, problem, remedy));
    }

    /// Says that something else is wanted here, where there is anything.
    #[inline(never)]
    fn unlike(&self, wanted: &str, remedy: &str) {
        if let Some(value) = self.value {
            self.misfit(
                "wrong-type",
                format!("{wanted} is wanted, here is {}", kind(value)),
                remedy,
            );
        }
    }

    #[inline(never)]
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

    #[inline(never)]
    fn text(&self) -> &'a str {
        match self.value {
            Some(Value::StringLit(text)) => &text.value,
            _ => {
                self.unlike("a text", "put it between double quotes");
                ""
            }
        }
    }

    /// The name that is given, or else the first there is.
    #[inline(never)]
    fn variant(&self, variants: &'static [&'static str]) -> Option<&'static str> {
        let text = self.text();
        let known = variants.iter().find(|variant| **variant == text);
        if known.is_none() && matches!(self.value, Some(Value::StringLit(_))) {
            let remedy = one_of(text, variants.iter().copied());
            self.misfit("unknown-name", format!("`{}` is not known here", shown(text)), remedy);
        }
        known.or(variants.first()).copied()
    }

    /// The members of a type, and what is missing where one is.
    #[inline(never)]
    fn members_of(
        &self,
        fields: &'static [&'static str],
    ) -> (Members<'n, 'a, 't>, impl FnOnce(Gap) -> Gap) {
        let object = self.object();
        let mut members = Members::of(object.map_or(&[][..], |object| &object.properties), self);
        members.fields = Some(fields);
        let pointer = self.place.pointer();
        let made_up = self.notes.made_up.borrow();
        let missing = fields.iter().filter(|field| made_up.contains(&(pointer.clone(), **field)));
        members.made_up = missing.copied().collect();
        let (silent, place) = (object.is_none(), self.place.clone());
        (members, move |gap| Gap { place: Some(place), silent, ..gap })
    }

    #[inline(never)]
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
        let (members, missing) = self.members_of(fields);
        visitor
            .visit_map(members)
            .map_err(|gap| if gap.place.is_some() { gap } else { missing(gap) })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Gap> {
        let variant = self.variant(variants);
        match variant {
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
