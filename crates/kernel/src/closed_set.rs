use crate::Lang;

/// One value of a closed set, as the API documents it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodeLabel {
    /// The value in JSON and in the database.
    pub code: &'static str,
    /// What a Chinese reader sees.
    pub zh: &'static str,
    /// What an English reader sees.
    pub en: &'static str,
}

/// A closed set of codes, as [`codes!`](crate::codes) declares it.
pub trait ClosedSet: Copy + Eq + 'static {
    /// Codes and labels of all values.
    const LABELS: &'static [CodeLabel];

    /// The value in JSON and in the database.
    fn code(self) -> &'static str;

    /// The value with this code.
    fn of_code(code: &str) -> Option<Self>;

    /// The label in this language.
    fn label_in(self, lang: Lang) -> &'static str;
}
