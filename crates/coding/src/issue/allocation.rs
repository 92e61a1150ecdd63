//! Which serials come next.

use super::Error;
use crate::unit;
use db::TenantConn;
use identifiers::{
    SerialNo,
    serial::{Place, Span},
};
use product::ProductId;

/// How many digits the first run of a prefix gets, if they are enough.
const DIGITS: usize = 8;

/// The longest serial.
const LONGEST: usize = 20;

/// Where serials are numbered on by themselves: behind the prefix somebody typed, which may itself end in digits and is
/// then another series than the shorter one.
pub(super) struct Series<'p> {
    product: &'p ProductId,
    prefix: String,
    /// The prefix without the digits at its end, as ranges know it.
    stem: String,
    /// How many digits of the number are the prefix's.
    fixed: usize,
}

/// The next `count` serials behind the last ones of this product that were issued with `prefix` (F150), with the number of
/// digits that count. The first of a prefix is number 1; where so many do not fit the digits any more, it goes on with
/// one digit more. Whoever asks has the product's turn, so nobody else gets the same.
pub(super) fn next(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    prefix: &str,
    count: i64,
) -> Result<(Span, usize), Error> {
    let series = Series::of(product, prefix)?;
    let most = series.room();
    let former = series.widest(c)?.filter(|digits| *digits <= most);
    for digits in former.unwrap_or(DIGITS.min(most)).max(1)..=most {
        // A longer number does not begin with zeros, so that it is told from the shorter ones.
        let floor = if former.is_none_or(|d| d == digits) {
            1
        } else {
            ten_to(digits - 1)
        };
        let mut start = series.behind_last(c, digits)?.max(floor);
        while start + count <= ten_to(digits) {
            let span = Span::counted(&series.prefix, &format!("{start:0digits$}"), count)?;
            // Serials of another prefix may be in the way.
            match unit::taken(c, product, &span)?.last() {
                None => return Ok((span, digits)),
                Some(taken) => start = taken.last - series.end(digits, '0').number + 1,
            }
        }
    }
    Err(Error::SerialsUsedUp {
        prefix: prefix.to_owned(),
    })
}

impl<'p> Series<'p> {
    pub(super) fn of(product: &'p ProductId, prefix: &str) -> Result<Self, Error> {
        // Mended and checked as the start of a serial.
        let serial = SerialNo::parse(&format!("{prefix}0")).map_err(|_no_serial| Error::NotAPrefix)?;
        let prefix = serial.as_str().strip_suffix('0').unwrap_or_default().to_owned();
        let Place {
            prefix: stem, width, ..
        } = Place::split(&prefix);
        Ok(Self {
            product,
            prefix,
            stem,
            fixed: usize::try_from(width).unwrap_or(0),
        })
    }

    /// The prefix as it is printed.
    pub(super) fn prefix(&self) -> &str {
        &self.prefix
    }

    /// How many digits a serial takes behind the prefix.
    pub(super) fn room(&self) -> usize {
        let longest = LONGEST.saturating_sub(self.prefix.len());
        longest.min(Place::MAX_WIDTH.saturating_sub(self.fixed))
    }

    /// How many digits its longest serials have behind the prefix.
    fn widest(&self, c: &mut TenantConn<'_>) -> Result<Option<usize>, Error> {
        for width in unit::widths(c, self.product, &self.stem)? {
            let digits = usize::try_from(width).unwrap_or(0).saturating_sub(self.fixed);
            if digits > 0 && self.last(c, digits)?.is_some() {
                return Ok(Some(digits));
            }
        }
        Ok(None)
    }

    fn behind_last(&self, c: &mut TenantConn<'_>, digits: usize) -> Result<i64, Error> {
        Ok(self.last(c, digits)?.map_or(1, |last| last + 1))
    }

    /// Its last number of so many digits.
    fn last(&self, c: &mut TenantConn<'_>, digits: usize) -> Result<Option<i64>, Error> {
        let (zero, top) = (self.end(digits, '0'), self.end(digits, '9'));
        let last = unit::last_issued(c, self.product, (&zero, &top), digits)?;
        Ok(last.map(|last| last - zero.number))
    }

    /// Its first or last place of so many digits.
    fn end(&self, digits: usize, digit: char) -> Place {
        let digits: String = std::iter::repeat_n(digit, digits).collect();
        Place::split(&format!("{}{digits}", self.prefix))
    }
}

/// How many numbers have at most so many digits; they fit, as a number has at most 18.
fn ten_to(digits: usize) -> i64 {
    u32::try_from(digits)
        .ok()
        .and_then(|n| 10_i64.checked_pow(n))
        .unwrap_or(i64::MAX)
}
