use crate::{
    address::AddressBook,
    text::{DeclaredNotices, NoticeCode, NoticeKind, NoticeText},
};
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use kernel::CodeLabel;
use std::{
    collections::BTreeSet,
    fmt,
    future::{Ready, ready},
    sync::Arc,
};
use web::{FieldError, Problem, check::not_in_list};

/// The notice kinds and texts of all domains, and where enterprises are reached.
#[derive(Clone)]
pub struct Notices(Arc<Collected>);

struct Collected {
    kinds: Vec<CodeLabel>,
    to_enterprises: Vec<NoticeText>,
    to_operators: Vec<NoticeText>,
    book: Box<dyn AddressBook>,
}

/// The error of notices that do not go together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RegistryError {
    /// Two domains register a kind of this code.
    #[error("the kind of notice {0} is registered twice")]
    KindTwice(&'static str),
    /// Two texts have this code.
    #[error("the notice text {0} is registered twice")]
    TextTwice(&'static str),
    /// A text is of a kind that no domain registers.
    #[error("the notice text {text} is of the kind {kind}, which nobody registers")]
    KindUnknown {
        /// The code of the text.
        text: &'static str,
        /// The code of the kind.
        kind: &'static str,
    },
    /// A value that a text declares stands in only one language, or in none.
    #[error("the notice text {text} declares {placeholder}, which does not stand in both languages")]
    PlaceholderForgotten {
        /// The code of the text.
        text: &'static str,
        /// The placeholder.
        placeholder: &'static str,
    },
}

impl Notices {
    /// Collects the kinds and texts of all domains, in the order in which people are shown them.
    ///
    /// # Errors
    /// When a kind or a text stands twice, a text is of a kind that nobody registers, or a text forgets a value.
    pub fn collect(
        domains: &[DeclaredNotices],
        book: impl AddressBook + 'static,
    ) -> Result<Self, RegistryError> {
        let collected = Collected {
            kinds: domains.iter().flat_map(|d| d.kinds).copied().collect(),
            to_enterprises: domains.iter().flat_map(|d| d.to_enterprises).copied().collect(),
            to_operators: domains.iter().flat_map(|d| d.to_operators).copied().collect(),
            book: Box::new(book),
        };
        collected.judge()?;
        Ok(Self(Arc::new(collected)))
    }

    /// The kinds of all domains.
    #[must_use]
    pub fn kinds(&self) -> &[CodeLabel] {
        &self.0.kinds
    }

    /// The texts for enterprises.
    #[must_use]
    pub fn to_enterprises(&self) -> &[NoticeText] {
        &self.0.to_enterprises
    }

    /// The texts for the operators.
    #[must_use]
    pub fn to_operators(&self) -> &[NoticeText] {
        &self.0.to_operators
    }

    /// The address book of enterprises.
    pub(crate) fn book(&self) -> &dyn AddressBook {
        &*self.0.book
    }

    /// Judges a field that names a kind: one that nobody registered is not in the list.
    pub(crate) fn judge_kind(&self, kind: &NoticeKind, pointer: &str, title: &str) -> Option<FieldError> {
        let codes = self.kinds().iter().map(|k| k.code);
        judge(kind.as_str(), codes, pointer, title)
    }

    /// Judges a field that names a text for enterprises: one that nobody registered is not in the list.
    pub(crate) fn judge_text(&self, code: &NoticeCode, pointer: &str, title: &str) -> Option<FieldError> {
        let codes = self.to_enterprises().iter().map(|t| t.code);
        judge(code.as_str(), codes, pointer, title)
    }
}

fn judge(
    given: &str,
    mut codes: impl Iterator<Item = &'static str> + Clone,
    pointer: &str,
    title: &str,
) -> Option<FieldError> {
    let known = codes.clone();
    match codes.any(|code| code == given) {
        true => None,
        false => Some(not_in_list(
            pointer,
            title,
            &known.map(str::to_owned).collect::<Vec<_>>(),
        )),
    }
}

impl Collected {
    fn judge(&self) -> Result<(), RegistryError> {
        let mut kinds = BTreeSet::new();
        if let Some(twice) = self.kinds.iter().find(|k| !kinds.insert(k.code)) {
            return Err(RegistryError::KindTwice(twice.code));
        }
        let mut codes = BTreeSet::new();
        for text in self.to_enterprises.iter().chain(&self.to_operators) {
            if !codes.insert(text.code) {
                return Err(RegistryError::TextTwice(text.code));
            }
            if !kinds.contains(text.kind) {
                return Err(RegistryError::KindUnknown {
                    text: text.code,
                    kind: text.kind,
                });
            }
            if let Some(placeholder) = forgotten(text) {
                return Err(RegistryError::PlaceholderForgotten {
                    text: text.code,
                    placeholder,
                });
            }
        }
        Ok(())
    }
}

/// A declared value that one of the languages does not show.
fn forgotten(text: &NoticeText) -> Option<&'static str> {
    let stands = |p: &str, in_text: &str| in_text.contains(&format!("{{{p}}}"));
    text.placeholders
        .iter()
        .copied()
        .find(|p| !stands(p, text.text) || !stands(p, text.text_en))
}

impl fmt::Debug for Notices {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Notices")
            .field("kinds", &self.0.kinds)
            .finish_non_exhaustive()
    }
}

impl FromRequest for Notices {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(
            req.app_data::<Self>()
                .cloned()
                .ok_or_else(|| Problem::internal("notices are not part of this app")),
        )
    }
}

#[cfg(test)]
mod tests;
