use std::fmt;

/// What this crate can say about anything it refuses or doubts, in three languages: code, English and Chinese.
///
/// English is the [`Display`](fmt::Display) text.
pub trait Explain: fmt::Display {
    /// A stable snake_case word for programs; it never changes once released.
    fn code(&self) -> &'static str;

    /// A Chinese sentence for the person who typed the value: what is wrong and how to mend it.
    fn zh(&self) -> String;
}
