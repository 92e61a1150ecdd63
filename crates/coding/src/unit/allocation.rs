use super::store;
use crate::{
    Error,
    product::ProductId,
    serial::{Place, Span, SpanError},
};
use db::TenantConn;

/// How many digits the first run of a prefix gets.
const DIGITS: usize = 8;

/// The longest serial.
const LONGEST: usize = 20;

/// The next `count` serials behind the last ones of this product that begin with `prefix` (F150); the first of a prefix
/// is number 1. Whoever asks has the product's turn, so nobody else gets the same.
pub(super) fn next(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    prefix: &str,
    count: i64,
) -> Result<Span, Error> {
    // A prefix may end in digits, which are part of the number as ranges know it.
    let fixed = Place::split(prefix);
    let taken = usize::try_from(fixed.width).unwrap_or(0);
    for width in store::widths(c, product, &fixed.prefix)? {
        let digits = usize::try_from(width).unwrap_or(0).saturating_sub(taken);
        if digits > 0
            && let Some(last) = last(c, product, prefix, digits)?
        {
            return counted(prefix, digits, last + 1, count);
        }
    }
    let digits = DIGITS
        .min(LONGEST.saturating_sub(prefix.len()))
        .min(Place::MAX_WIDTH.saturating_sub(taken));
    counted(prefix, digits, 1, count)
}

/// The last number behind a prefix, of so many digits; none when there is no such serial.
fn last(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    prefix: &str,
    digits: usize,
) -> Result<Option<i64>, Error> {
    let end = |digit: &str| Place::split(&format!("{prefix}{}", digit.repeat(digits)));
    let (zero, top) = (end("0"), end("9"));
    let nearest = store::at_or_before(c, product, &top)?;
    let last = nearest.map(|range| range.last_number.min(top.number) - zero.number);
    Ok(last.filter(|n| *n >= 0))
}

fn counted(prefix: &str, digits: usize, start: i64, count: i64) -> Result<Span, Error> {
    match digits {
        0 => Err(SpanError::NotASerial.into()),
        _ => Ok(Span::counted(prefix, &format!("{start:0digits$}"), count)?),
    }
}
