//! Sets of codes that nobody knows whole before all domains have registered what is theirs.

use crate::{CodeLabel, closed_set};
use serde_json::{Map, Value};

/// Marks a schema whose values the server fills in when it has collected all domains.
#[doc(hidden)]
pub const REGISTERED: &str = "x-registered";

/// Declares a code that is known by what domains register, not by a closed enum; the name is that of its schema.
#[macro_export]
macro_rules! registered_code {
    ($(#[$meta:meta])* $type:ident as $name:literal) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, $crate::expand::serde::Serialize, $crate::expand::serde::Deserialize)]
        #[serde(transparent, crate = "kernel::expand::serde")]
        pub struct $type(std::borrow::Cow<'static, str>);

        impl $type {
            /// The code as it is stored and sent.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&'static str> for $type {
            fn from(code: &'static str) -> Self {
                Self(std::borrow::Cow::Borrowed(code))
            }
        }

        impl From<String> for $type {
            fn from(stored: String) -> Self {
                Self(std::borrow::Cow::Owned(stored))
            }
        }

        impl $crate::expand::utoipa::PartialSchema for $type {
            fn schema() -> $crate::expand::utoipa::openapi::RefOr<$crate::expand::utoipa::openapi::Schema> {
                use $crate::expand::utoipa::openapi::{ObjectBuilder, extensions::Extensions, schema::Type};
                ObjectBuilder::new()
                    .schema_type(Type::String)
                    .extensions(Some(Extensions::from_iter([
                        ($crate::REGISTERED, $crate::expand::Value::from($name)),
                        ($crate::ENUM_NAME, $crate::expand::Value::from($name)),
                    ])))
                    .into()
            }
        }

        impl $crate::expand::utoipa::ToSchema for $type {
            fn name() -> std::borrow::Cow<'static, str> {
                $name.into()
            }
        }
    };
}

/// Fills the registered values of some sets, by the names of their schemas, into the OpenAPI document.
pub fn fill_registered(document: &mut Value, sets: &[(&str, Vec<CodeLabel>)]) {
    let sets: Vec<_> = sets
        .iter()
        .map(|(name, labels)| (*name, closed(labels)))
        .collect();
    fill(document, &sets);
}

fn closed(labels: &[CodeLabel]) -> Map<String, Value> {
    match serde_json::to_value(closed_set(labels)) {
        Ok(Value::Object(schema)) => schema,
        _ => Map::new(),
    }
}

fn fill(value: &mut Value, sets: &[(&str, Map<String, Value>)]) {
    match value {
        Value::Object(object) => {
            let mark = object.get(REGISTERED).and_then(Value::as_str);
            if let Some((_, set)) = sets.iter().find(|(name, _)| mark == Some(*name)) {
                object.remove(REGISTERED);
                object.extend(set.clone());
            }
            object.values_mut().for_each(|inner| fill(inner, sets));
        }
        Value::Array(list) => list.iter_mut().for_each(|inner| fill(inner, sets)),
        _ => {}
    }
}
