use crate::text::{FilledText, NoticeText};
use kernel::Lang;

/// A notice to be told: a text with its values, the page it leads to, and whether it is told once only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice<T> {
    /// The text with its values.
    pub text: T,
    /// The page of the console it leads to, such as `/products/…`.
    pub link: Option<String>,
    /// With a key a text is told once to an enterprise, however often it is asked for: a reminder of a period has that
    /// period in its key.
    pub key: Option<String>,
    /// True when it is told in the console alone, whatever ways its text asks for.
    pub is_quiet: bool,
}

impl<T> Notice<T> {
    /// A notice that leads nowhere and is told each time.
    pub fn new(text: T) -> Self {
        Self {
            text,
            link: None,
            key: None,
            is_quiet: false,
        }
    }

    /// Is told in the console alone: for what comes so often that messages about each would only be noise.
    #[must_use]
    pub fn quiet(mut self, is_quiet: bool) -> Self {
        self.is_quiet = is_quiet;
        self
    }

    /// Leads to a page of the console.
    #[must_use]
    pub fn link(mut self, path: impl Into<String>) -> Self {
        self.link = Some(path.into());
        self
    }

    /// Is told once for this key.
    #[must_use]
    pub fn once(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into());
        self
    }
}

impl<T: FilledText> Notice<T> {
    /// The notice as it is written down.
    pub(crate) fn written(&self) -> WrittenNotice<'_> {
        WrittenNotice {
            declared: self.text.declared(),
            text: self.text.fill(Lang::Zh),
            text_en: self.text.fill(Lang::En),
            link: self.link.as_deref(),
            key: self.key.as_deref(),
        }
    }
}

/// A notice as it is written down: its words are kept, whatever becomes of the declared text.
#[derive(Debug)]
pub(crate) struct WrittenNotice<'n> {
    pub(crate) declared: &'static NoticeText,
    pub(crate) text: String,
    pub(crate) text_en: String,
    pub(crate) link: Option<&'n str>,
    pub(crate) key: Option<&'n str>,
}
