use super::Rule;
use kernel::{Coded, FieldFault, Kind, Lang};
use std::fmt;

/// A rule that a record breaks, where, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Breach {
    pub(crate) rule: Rule,
    pub(crate) pointer: String,
    zh: String,
    en: String,
}

impl Breach {
    /// The rule's own words at its own field.
    pub(crate) fn of(rule: Rule) -> Self {
        let (zh, en) = (rule.mending(Lang::Zh), rule.mending(Lang::En));
        Self::at(rule, rule.pointer().to_owned(), (zh.to_owned(), en.to_owned()))
    }

    /// With words that name what was found.
    pub(crate) fn at(rule: Rule, pointer: String, (zh, en): (String, String)) -> Self {
        Self {
            rule,
            pointer,
            zh,
            en,
        }
    }

    /// What to do about it.
    pub(crate) fn mending(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// A product that cannot be reviewed or activated yet, and why.
#[derive(Debug)]
pub struct Incomplete(Vec<Breach>);

impl Incomplete {
    /// Builds the error from the broken rules.
    pub(crate) fn of(broken: Vec<Breach>) -> Self {
        Self(broken)
    }

    /// The line of the error catalogue.
    pub const ENTRY: kernel::ErrorEntry = kernel::ErrorEntry {
        code: "product.incomplete",
        kind: Kind::Invalid,
        en: "the product is not complete yet; each rule it breaks is among the errors",
        zh: "产品资料未通过自动检查，请按提示补充后再提交",
    };
}

impl fmt::Display for Incomplete {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Self::ENTRY.en)
    }
}

impl std::error::Error for Incomplete {}

impl Coded for Incomplete {
    fn kind(&self) -> Kind {
        Self::ENTRY.kind
    }
    fn code(&self) -> &'static str {
        Self::ENTRY.code
    }
    fn zh(&self) -> String {
        Self::ENTRY.zh.to_owned()
    }
    fn faults(&self) -> Vec<FieldFault> {
        let fault = |breach: &Breach| FieldFault {
            pointer: breach.pointer.clone(),
            code: breach.rule.code(),
            en: breach.en.clone(),
            zh: breach.zh.clone(),
        };
        self.0.iter().map(fault).collect()
    }
}
