/// The few ways a request can fail. `web` maps each to one HTTP status, and nothing else does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// What was sent cannot be read at all. 400
    Malformed,
    /// What was sent is wrong; the same request can never succeed. 422
    Invalid,
    /// Who is calling is not known. 401
    Unauthenticated,
    /// The caller may see the thing but not do this to it. 403
    Forbidden,
    /// There is no such thing, or none that the caller may see. 404
    NotFound,
    /// The address exists, but not for this method. 405
    MethodNotAllowed,
    /// The request contradicts what is stored. 409
    Conflict,
    /// The record changed since the caller read it. 412
    Stale,
    /// The caller must say which version it read. 428
    VersionMissing,
    /// What was sent came too slowly. 408
    TooSlow,
    /// More than an upload may weigh. 413
    TooLarge,
    /// A content type that is not taken here. 415
    MediaType,
    /// Too many attempts; the answer says when to come back. 429
    TooMany,
    /// A part the service needs is away for the moment. 503
    Unavailable,
    /// No room left to store what was sent. 507
    Full,
    /// A fault of ours. 500
    Internal,
}

/// The languages messages are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// 简体中文
    #[default]
    Zh,
    /// English
    En,
}

/// What every error of a domain says about itself; it chooses a [`Kind`] and no HTTP status. `Display` is the English text.
pub trait Coded: std::error::Error {
    /// Which way the request failed.
    fn kind(&self) -> Kind;
    /// The stable code, `domain.what_happened`; it never changes once released.
    fn code(&self) -> &'static str;
    /// What went wrong and how to mend it, in Chinese.
    fn zh(&self) -> String;
    /// The same in English; `Display` unless that is for the log alone.
    fn en(&self) -> String {
        self.to_string()
    }
    /// The field of the request body that is to blame, as a JSON pointer.
    fn pointer(&self) -> Option<String> {
        None
    }
    /// The single fields that are to blame, when there may be several; then [`Self::pointer`] is not asked.
    fn faults(&self) -> Vec<FieldFault> {
        vec![]
    }
    /// Seconds after which trying again makes sense.
    fn retry_after(&self) -> Option<i64> {
        None
    }
}

/// One field of several that are wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldFault {
    /// JSON pointer into the request body.
    pub pointer: String,
    /// The stable code.
    pub code: &'static str,
    /// What is wrong, in English.
    pub en: String,
    /// What is wrong, in Chinese.
    pub zh: String,
}

/// One line of the error catalogue, `openapi/errors.md`.
#[derive(Debug, Clone, Copy)]
pub struct ErrorEntry {
    /// The stable code.
    pub code: &'static str,
    /// Which way the request fails.
    pub kind: Kind,
    /// The English text, with placeholders.
    pub en: &'static str,
    /// The Chinese text, with placeholders.
    pub zh: &'static str,
}

/// Declares the errors of a domain as a table: one line an error, with its kind, code, and both texts.
///
/// A variant may carry fields, which its texts name; `at "/field"` says which field of the request is to blame,
/// `under pointer` that the variant's field `pointer` says so; `retry seconds` names the field that says when to come back. A line that starts with `+` wraps another error that
/// speaks for itself; `<-` names what turns into that one first.
///
/// ```
/// kernel::errors! {
///     /// What can go wrong with a batch.
///     pub enum Error {
///         NotFound: NotFound, "coding.batch_not_found", "no such batch", "批次不存在";
///         Taken { no: String }: Conflict, "coding.batch_taken" at "/batch_no",
///             "batch {no} exists already", "批次号 {no} 已存在";
///     }
/// }
/// use kernel::Coded;
/// let taken = Error::Taken { no: "A1".into() };
/// assert_eq!((taken.zh().as_str(), taken.pointer().as_deref()), ("批次号 A1 已存在", Some("/batch_no")));
/// ```
#[macro_export]
macro_rules! errors {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $(
                $(#[$vdoc:meta])*
                $variant:ident $({ $($field:ident: $ty:ty),* $(,)? })?: $kind:ident, $code:literal
                    $(at $pointer:literal)? $(under $place:ident)? $(retry $retry:ident)?, $en:literal, $zh:literal;
            )*
            $($(#[$wdoc:meta])* + $wrapped:ident($inner:ty) $(<- $($further:ty),+)?;)*
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug)]
        pub enum $name {
            $(#[doc = $en] $(#[$vdoc])* $variant $({ $(#[doc = "Named in the message."] $field: $ty),* })?,)*
            $($(#[$wdoc])* #[doc = "An error of another part, passed on as it is."] $wrapped($inner),)*
        }
        impl $name {
            /// The catalogue lines of this domain.
            pub const CATALOGUE: &'static [$crate::ErrorEntry] = &[
                $($crate::ErrorEntry { code: $code, kind: $crate::Kind::$kind, en: $en, zh: $zh },)*
            ];
        }
        impl ::std::fmt::Display for $name {
            #[allow(unused_variables, clippy::allow_attributes, reason = "a text need not name every field")]
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                match self {
                    $(Self::$variant $({ $($field),* })? => ::std::write!(f, $en),)*
                    $(Self::$wrapped(inner) => ::std::fmt::Display::fmt(inner, f),)*
                }
            }
        }
        impl ::std::error::Error for $name {}
        impl $crate::Coded for $name {
            fn kind(&self) -> $crate::Kind {
                match self {
                    $(Self::$variant $({ $($field: _),* })? => $crate::Kind::$kind,)*
                    $(Self::$wrapped(inner) => $crate::Coded::kind(inner),)*
                }
            }
            fn code(&self) -> &'static str {
                match self {
                    $(Self::$variant $({ $($field: _),* })? => $code,)*
                    $(Self::$wrapped(inner) => $crate::Coded::code(inner),)*
                }
            }
            #[allow(unused_variables, clippy::allow_attributes, reason = "a text need not name every field")]
            fn zh(&self) -> String {
                match self {
                    $(Self::$variant $({ $($field),* })? => ::std::format!($zh),)*
                    $(Self::$wrapped(inner) => $crate::Coded::zh(inner),)*
                }
            }
            #[allow(unused_variables, clippy::allow_attributes, reason = "a text need not name every field")]
            fn en(&self) -> String {
                match self {
                    $(Self::$variant $({ $($field),* })? => ::std::format!($en),)*
                    $(Self::$wrapped(inner) => $crate::Coded::en(inner),)*
                }
            }
            fn pointer(&self) -> Option<String> {
                match self {
                    $($(Self::$variant { .. } => Some($pointer.to_owned()),)?)*
                    $($(Self::$variant { $place, .. } => Some($place.clone()),)?)*
                    $(Self::$wrapped(inner) => $crate::Coded::pointer(inner),)*
                    #[allow(unreachable_patterns, clippy::allow_attributes, reason = "when every variant has one")]
                    _ => None,
                }
            }
            fn faults(&self) -> Vec<$crate::FieldFault> {
                match self {
                    $(Self::$wrapped(inner) => $crate::Coded::faults(inner),)*
                    #[allow(unreachable_patterns, clippy::allow_attributes, reason = "when every variant wraps")]
                    _ => vec![],
                }
            }
            fn retry_after(&self) -> Option<i64> {
                match self {
                    $($(Self::$variant { $retry, .. } => Some(*$retry),)?)*
                    $(Self::$wrapped(inner) => $crate::Coded::retry_after(inner),)*
                    #[allow(unreachable_patterns, clippy::allow_attributes, reason = "when every variant has one")]
                    _ => None,
                }
            }
        }
        $(
            impl From<$inner> for $name {
                fn from(inner: $inner) -> Self {
                    Self::$wrapped(inner)
                }
            }
            $($(impl From<$further> for $name {
                fn from(inner: $further) -> Self {
                    Self::$wrapped(inner.into())
                }
            })+)?
        )*
    };
}
