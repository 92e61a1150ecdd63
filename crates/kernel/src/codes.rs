use crate::CodeLabel;
use serde_json::{Map, json};
use std::iter;
use utoipa::openapi::{ObjectBuilder, RefOr, Schema, extensions::Extensions, schema::Type};

/// The key under which a schema carries the name of its set until the document is finished, so that copies of the set
/// can be replaced by references to it.
pub const ENUM_NAME: &str = "x-enum-name";

/// The schema of a closed set: its values, and their labels where programs and people find them.
#[must_use]
pub fn closed_set(labels: &[CodeLabel]) -> RefOr<Schema> {
    set_of(labels, None)
}

/// The same with the name of the set.
#[doc(hidden)]
#[must_use]
pub fn named_set(name: &str, labels: &[CodeLabel]) -> RefOr<Schema> {
    set_of(labels, Some(name))
}

fn set_of(labels: &[CodeLabel], name: Option<&str>) -> RefOr<Schema> {
    let by_code: Map<_, _> = labels
        .iter()
        .map(|l| (l.code.to_owned(), json!({ "zh": l.zh, "en": l.en })))
        .collect();
    let text: Vec<String> = labels
        .iter()
        .map(|l| format!("`{}` {} {}", l.code, l.zh, l.en))
        .collect();
    let extensions =
        iter::once(("x-enum-labels", json!(by_code))).chain(name.map(|name| (ENUM_NAME, json!(name))));
    ObjectBuilder::new()
        .schema_type(Type::String)
        .enum_values(Some(labels.iter().map(|l| l.code)))
        .description(Some(text.join("; ")))
        .extensions(Some(extensions.collect::<Extensions>()))
        .into()
}

/// Declares a closed set of codes: an enum stored and sent as snake_case text, with its Chinese and English
/// labels in the OpenAPI document (`x-enum-labels`), where the console takes them from.
///
/// ```
/// kernel::codes! {
///     /// Where a product stands.
///     pub enum State {
///         Active = "active", "有效", "active";
///         Voided = "voided", "已作废", "voided";
///     }
/// }
/// assert_eq!(State::Voided.as_str(), "voided");
/// assert_eq!("active".parse(), Ok(State::Active));
/// ```
#[macro_export]
macro_rules! codes {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $($(#[$vdoc:meta])* $variant:ident = $code:literal, $zh:literal, $en:literal;)+
        }
    ) => {
        $(#[$meta])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord,
            $crate::expand::diesel::expression::AsExpression,
            $crate::expand::diesel::deserialize::FromSqlRow,
        )]
        #[diesel(sql_type = $crate::expand::diesel::sql_types::Text)]
        pub enum $name {
            $($(#[$vdoc])* #[doc = $zh] $variant,)+
        }
        impl $name {
            /// All values, in the order people expect to see them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// Codes and labels of all values.
            pub const LABELS: &'static [$crate::CodeLabel] =
                &[$($crate::CodeLabel { code: $code, zh: $zh, en: $en }),+];

            /// The value in JSON and in the database.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }

            /// What a reader of this language sees.
            #[must_use]
            pub const fn label(self, lang: $crate::Lang) -> &'static str {
                match (self, lang) {
                    $((Self::$variant, $crate::Lang::Zh) => $zh, (Self::$variant, $crate::Lang::En) => $en,)+
                }
            }
        }
        impl $crate::ClosedSet for $name {
            const LABELS: &'static [$crate::CodeLabel] = Self::LABELS;
            fn code(self) -> &'static str {
                self.as_str()
            }
            fn of_code(code: &str) -> Option<Self> {
                code.parse().ok()
            }
            fn label_in(self, lang: $crate::Lang) -> &'static str {
                self.label(lang)
            }
        }
        impl ::std::str::FromStr for $name {
            type Err = ();
            fn from_str(s: &str) -> Result<Self, ()> {
                match s {
                    $($code => Ok(Self::$variant),)+
                    _ => Err(()),
                }
            }
        }
        impl $crate::expand::serde::Serialize for $name {
            fn serialize<S: $crate::expand::serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.serialize_str(self.as_str())
            }
        }
        impl<'de> $crate::expand::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::expand::serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let text = <::std::borrow::Cow<'_, str> as $crate::expand::serde::Deserialize>::deserialize(d)?;
                text.parse().map_err(|()| {
                    $crate::expand::serde::de::Error::unknown_variant(&text, &[$($code),+])
                })
            }
        }
        impl<DB: $crate::expand::diesel::backend::Backend>
            $crate::expand::diesel::deserialize::FromSql<$crate::expand::diesel::sql_types::Text, DB> for $name
        where
            String: $crate::expand::diesel::deserialize::FromSql<$crate::expand::diesel::sql_types::Text, DB>,
        {
            fn from_sql(raw: DB::RawValue<'_>) -> $crate::expand::diesel::deserialize::Result<Self> {
                let text = <String as $crate::expand::diesel::deserialize::FromSql<_, DB>>::from_sql(raw)?;
                text.parse().map_err(|()| format!(concat!("{:?} is no ", stringify!($name)), text).into())
            }
        }
        impl<DB: $crate::expand::diesel::backend::Backend>
            $crate::expand::diesel::serialize::ToSql<$crate::expand::diesel::sql_types::Text, DB> for $name
        where
            str: $crate::expand::diesel::serialize::ToSql<$crate::expand::diesel::sql_types::Text, DB>,
        {
            fn to_sql<'b>(
                &'b self,
                out: &mut $crate::expand::diesel::serialize::Output<'b, '_, DB>,
            ) -> $crate::expand::diesel::serialize::Result {
                <str as $crate::expand::diesel::serialize::ToSql<_, DB>>::to_sql(self.as_str(), out)
            }
        }
        impl $crate::expand::utoipa::PartialSchema for $name {
            fn schema() -> $crate::expand::utoipa::openapi::RefOr<$crate::expand::utoipa::openapi::Schema> {
                $crate::named_set(stringify!($name), Self::LABELS)
            }
        }
        impl $crate::expand::utoipa::ToSchema for $name {}
    };
}
