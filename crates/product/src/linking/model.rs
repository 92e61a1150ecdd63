use crate::{LinkedCode, ProductId, reference::TraceScheme};
use db::EnterpriseId;

/// A code of another scheme that a product is to have.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    pub(crate) scheme: TraceScheme,
    /// What tells the code from others: of a GTIN its fourteen digits.
    pub(crate) code: String,
    /// Where it stands in the record.
    pub(crate) pointer: String,
    /// Whether the product had it before, so that it stays even if it is double.
    pub(crate) is_kept: bool,
}

impl Link {
    /// The links of a record; those of the record before it are kept.
    pub(crate) fn all(codes: &[LinkedCode], former: &[LinkedCode]) -> Vec<Self> {
        let had = |scheme, key: &str| former.iter().any(|f| f.scheme == scheme && f.key() == key);
        let link = |(i, linked): (usize, &LinkedCode)| {
            let code = linked.key();
            Self {
                scheme: linked.scheme,
                pointer: format!("/linked_codes/{i}/code"),
                is_kept: had(linked.scheme, &code),
                code,
            }
        };
        codes.iter().enumerate().map(link).collect()
    }

    /// Whether the scheme gives a code to one thing. A CCC certificate is of a whole series, and names up to three
    /// enterprises.
    pub(crate) fn is_unique(&self) -> bool {
        match self.scheme {
            TraceScheme::Gs1 | TraceScheme::Ecode | TraceScheme::DigitalIdentity => true,
            TraceScheme::Ccc => false,
        }
    }

    pub(super) fn scheme(&self) -> &'static str {
        self.scheme.as_str()
    }
}

/// The product that has a code.
#[derive(Debug, Clone)]
pub(super) struct HolderOfCode {
    pub(super) enterprise: EnterpriseId,
    pub(super) product: ProductId,
}
