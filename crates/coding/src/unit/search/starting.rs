//! Where serials that begin with a text can stand.

use super::store::kinds;
use crate::unit::Error;
use db::TenantConn;
use identifiers::serial::{Span, numbers_starting_with};
use product::ProductId;

/// So many kinds of serials are searched at most.
const MAX_KINDS: i64 = 500;

/// Where serials that begin with a text can stand.
///
/// # Errors
/// When there are too many kinds of serials or the database fails.
pub fn spans_starting_with(
    c: &mut TenantConn<'_>,
    product: Option<&ProductId>,
    text: &str,
) -> Result<Vec<Span>, Error> {
    let kinds = kinds(c, product, MAX_KINDS + 1)?;
    if i64::try_from(kinds.len()).is_ok_and(|n| n > MAX_KINDS) {
        return Err(Error::SearchTooWide);
    }
    let span = |(prefix, width): (String, i64)| {
        let (first, last) = numbers_starting_with(&prefix, width, text)?;
        Some(Span {
            prefix,
            width,
            first,
            last,
        })
    };
    Ok(kinds.into_iter().filter_map(span).collect())
}
