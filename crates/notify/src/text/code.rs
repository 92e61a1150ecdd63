use serde::{Deserialize, Serialize};
use serde_json::json;
use std::borrow::Cow;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, extensions::Extensions, schema::Type},
};

/// Marks a schema whose values the server fills in when it has collected all domains.
pub(super) const REGISTERED: &str = "x-registered";

/// Declares a code that is known by what domains register, not by a closed enum of this crate.
macro_rules! registered_code {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Cow<'static, str>);

        impl $name {
            /// The code as it is stored and sent.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&'static str> for $name {
            fn from(code: &'static str) -> Self {
                Self(Cow::Borrowed(code))
            }
        }

        impl From<String> for $name {
            fn from(stored: String) -> Self {
                Self(Cow::Owned(stored))
            }
        }

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                let name = json!(stringify!($name));
                ObjectBuilder::new()
                    .schema_type(Type::String)
                    .extensions(Some(Extensions::from_iter([
                        (REGISTERED, name.clone()),
                        (kernel::ENUM_NAME, name),
                    ])))
                    .into()
            }
        }

        impl ToSchema for $name {}
    };
}

registered_code! {
    /// The kind of a notice, by its code; what is sent by SMS and by mail is chosen by it.
    NoticeKind
}

registered_code! {
    /// The text a notice was written from, by its code.
    NoticeCode
}
