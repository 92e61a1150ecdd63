use serde::{
    Deserializer,
    de::{self, DeserializeSeed, IntoDeserializer, MapAccess, SeqAccess, Visitor},
    forward_to_deserialize_any,
};
use serde_json::{Map, Value};
use std::{cell::RefCell, fmt, slice};

/// Reads a value for what its type knows: fields the type does not name are noted and passed over, also where the
/// type refuses them at the door. Says in the error where the value is that cannot be read.
pub(super) struct Lenient<'de, 'n> {
    pub(super) value: &'de Value,
    /// The names of the fields that were passed over.
    pub(super) unknown: &'n RefCell<Vec<String>>,
}

/// Where a value could not be read.
#[derive(Debug, Default)]
pub(super) struct Refused {
    /// From the inside out.
    steps: Vec<String>,
    /// The field that is missing there, if that is why.
    pub(super) missing: Option<&'static str>,
}

impl Refused {
    /// The path from the outside in.
    pub(super) fn path(&self) -> Vec<String> {
        self.steps.iter().rev().cloned().collect()
    }

    fn within(mut self, step: impl Into<String>) -> Self {
        self.steps.push(step.into());
        self
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot be read: /{}", self.path().join("/"))
    }
}

impl std::error::Error for Refused {}

impl de::Error for Refused {
    fn custom<T: fmt::Display>(_why: T) -> Self {
        Self::default()
    }
    fn missing_field(field: &'static str) -> Self {
        Self {
            missing: Some(field),
            ..Self::default()
        }
    }
}

impl<'de> Deserializer<'de> for Lenient<'de, '_> {
    type Error = Refused;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(b) => visitor.visit_bool(*b),
            Value::Number(n) => match (n.as_u64(), n.as_i64(), n.as_f64()) {
                (Some(n), ..) => visitor.visit_u64(n),
                (None, Some(n), _) => visitor.visit_i64(n),
                (None, None, n) => visitor.visit_f64(n.unwrap_or(f64::NAN)),
            },
            Value::String(text) => visitor.visit_borrowed_str(text),
            Value::Array(items) => visitor.visit_seq(Items {
                rest: items.iter(),
                next: 0,
                unknown: self.unknown,
            }),
            Value::Object(fields) => {
                let names = fields.keys().map(String::as_str).collect();
                visitor.visit_map(Fields::new(fields, names, self.unknown))
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.value {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Refused> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        let Value::Object(found) = self.value else {
            return self.deserialize_any(visitor);
        };
        let passed_over = found.keys().filter(|name| !fields.contains(&name.as_str()));
        self.unknown.borrow_mut().extend(passed_over.cloned());
        let names = fields
            .iter()
            .copied()
            .filter(|name| found.contains_key(*name))
            .collect();
        visitor.visit_map(Fields::new(found, names, self.unknown))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        let read = self.value.deserialize_enum(name, variants, visitor);
        read.map_err(|e: serde_json::Error| de::Error::custom(e))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map identifier ignored_any
    }
}

/// The fields of an object that are read.
struct Fields<'de, 'n> {
    found: &'de Map<String, Value>,
    names: std::vec::IntoIter<&'de str>,
    at: Option<&'de str>,
    unknown: &'n RefCell<Vec<String>>,
}

impl<'de, 'n> Fields<'de, 'n> {
    fn new(found: &'de Map<String, Value>, names: Vec<&'de str>, unknown: &'n RefCell<Vec<String>>) -> Self {
        Self {
            found,
            names: names.into_iter(),
            at: None,
            unknown,
        }
    }
}

impl<'de> MapAccess<'de> for Fields<'de, '_> {
    type Error = Refused;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Refused> {
        self.at = self.names.next();
        self.at
            .map(|name| seed.deserialize(name.into_deserializer()))
            .transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Refused> {
        let name = self.at.unwrap_or_default();
        let value = self.found.get(name).unwrap_or(&Value::Null);
        let field = Lenient {
            value,
            unknown: self.unknown,
        };
        seed.deserialize(field).map_err(|e| e.within(name))
    }
}

/// The items of a list.
struct Items<'de, 'n> {
    rest: slice::Iter<'de, Value>,
    next: usize,
    unknown: &'n RefCell<Vec<String>>,
}

impl<'de> SeqAccess<'de> for Items<'de, '_> {
    type Error = Refused;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Refused> {
        let Some(value) = self.rest.next() else {
            return Ok(None);
        };
        let at = self.next;
        self.next += 1;
        let item = Lenient {
            value,
            unknown: self.unknown,
        };
        seed.deserialize(item)
            .map(Some)
            .map_err(|e| e.within(at.to_string()))
    }
}
