//! Tellers: how a domain puts its chapters on the page behind a code without the page knowing its tables.

use crate::{Chapter, CodePlace, ProductKey, Text};
use db::PublicConn;
use kernel::Timestamp;
use std::error::Error;

/// Why a teller could not tell; its text goes to the log alone.
pub type TellerFault = Box<dyn Error + Send + Sync>;

/// Tells the public what one domain knows of products and of their codes. Registered when the program is composed.
///
/// A teller only reads, and tells only what is public. It may fail or be slow: the page then stands without its chapters
/// and says so.
pub trait Teller: Send + Sync + 'static {
    /// Names the teller in logs and in answers that lack its chapters; no two have the same name.
    fn key(&self) -> &'static str;

    /// Names it to people, when its chapters cannot be shown.
    fn title(&self) -> Text;

    /// Tells of a product. The answer is held with the product until its maker changes something.
    ///
    /// # Errors
    /// When what it tells from cannot be read.
    fn of_product(&self, c: &mut PublicConn<'_>, product: &ProductKey) -> Result<Told, TellerFault>;

    /// Tells of one batch or unit. Read with every scan, so it is asked only of products of which [`Told::has_codes`] was
    /// said.
    ///
    /// # Errors
    /// When what it tells from cannot be read.
    fn of_code(&self, c: &mut PublicConn<'_>, at: &CodePlace) -> Result<Vec<Chapter>, TellerFault>;

    /// Tells what it would have told of a product and of the code at an earlier instant, for the page of an earlier day.
    ///
    /// # Errors
    /// When what it tells from cannot be read.
    fn of_day(
        &self,
        c: &mut PublicConn<'_>,
        at: &CodePlace,
        instant: Timestamp,
    ) -> Result<Vec<Chapter>, TellerFault>;
}

/// What a teller says of a product.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// Its chapters.
    pub chapters: Vec<Chapter>,
    /// Whether it has more to tell of single batches or units of this product.
    pub has_codes: bool,
}
