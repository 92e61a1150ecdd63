//! What codes go with each other, as domains above know it: a battery with its vehicle.

use crate::{CodeKey, CodePlace, ProductKey, TellerFault, Text, Verdict};
use db::PublicConn;

/// Says which other codes a code goes with. Registered when the program is composed.
pub trait Related: Send + Sync + 'static {
    /// Names the domain in logs and in answers that lack what it knows; no two have the same name.
    fn key(&self) -> &'static str;

    /// Names to people what is missing when it cannot be asked.
    fn title(&self) -> Text;

    /// Whether any code of this product goes with others. Held with the product; only then are its codes asked about.
    ///
    /// # Errors
    /// When what it knows cannot be read.
    fn has_relations(&self, c: &mut PublicConn<'_>, product: &ProductKey) -> Result<bool, TellerFault>;

    /// The codes that go with this one now.
    ///
    /// # Errors
    /// When what it knows cannot be read.
    fn relations(&self, c: &mut PublicConn<'_>, at: &CodePlace) -> Result<Vec<Relation>, TellerFault>;
}

/// A code that goes with the one that was asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// What it is to it, such as 电池.
    pub role: Text,
    /// Which code.
    pub code: CodeKey,
    /// Whether its recall is a recall of the code that was asked about.
    pub carries_recall: bool,
}

/// A related code, and what it is worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelatedCode {
    /// What it is to the code that was asked about.
    pub role: Text,
    /// Which code.
    pub code: CodeKey,
    /// The name of its product; none while that is not activated, or not here.
    pub product_name: Option<String>,
    /// What it is worth.
    pub verdict: Verdict,
}
