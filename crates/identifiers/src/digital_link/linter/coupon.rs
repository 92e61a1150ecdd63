//! Coupon codes of North America: AI 8110 and AI 8112.

use crate::calendar::{self, DayZero};

/// Reads digits from left to right; every step says at which offset it fails.
struct Digits<'a> {
    rest: &'a [u8],
    offset: usize,
}

impl<'a> Digits<'a> {
    fn new(part: &'a [u8]) -> Result<Self, usize> {
        super::text::all(part, |byte| byte.is_ascii_digit())?;
        Ok(Self {
            rest: part,
            offset: 0,
        })
    }

    /// Takes this many digits.
    fn take(&mut self, count: usize) -> Result<&'a [u8], usize> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or(self.offset)?;
        self.rest = rest;
        self.offset += count;
        Ok(taken)
    }

    /// Takes one digit, which must be one of these.
    fn one_of(&mut self, allowed: &[u8]) -> Result<u8, usize> {
        let start = self.offset;
        match self.take(1)? {
            [digit] if allowed.contains(digit) => Ok(*digit),
            _ => Err(start),
        }
    }

    /// Takes a length digit, which must be one of these, and as many digits as it says, and `more`.
    fn counted(&mut self, allowed: &[u8], more: u8) -> Result<&'a [u8], usize> {
        let length = self.one_of(allowed)? - b'0' + more;
        self.take(usize::from(length))
    }

    /// Takes this digit if it comes next: the sign of an optional field.
    fn field(&mut self, sign: u8) -> bool {
        let is_next = self.rest.first() == Some(&sign);
        if is_next {
            // Cannot fail, the digit is there.
            let _ = self.take(1);
        }
        is_next
    }

    fn date(&mut self) -> Result<&'a [u8], usize> {
        let start = self.offset;
        let date = self.take(6)?;
        calendar::short_date(date, DayZero::Refused).map_err(|offset| start + offset)?;
        Ok(date)
    }

    fn end(&self) -> Result<(), usize> {
        if self.rest.is_empty() {
            Ok(())
        } else {
            Err(self.offset)
        }
    }
}

const COMPANY_PREFIX: &[u8] = b"0123456";
const SERIAL: &[u8] = b"0123456789";

/// AI 8110: company prefix, offer, save value, first purchase, and fields 1–6 and 9 in this order, each optional.
pub(super) fn code(part: &[u8]) -> Result<(), usize> {
    let mut digits = Digits::new(part)?;
    digits.counted(COMPANY_PREFIX, 6)?;
    digits.take(6)?;
    digits.counted(b"12345", 0)?;
    purchase(&mut digits)?;
    if digits.field(b'1') {
        digits.one_of(b"0123")?;
        purchase(&mut digits)?;
        purchase_company_prefix(&mut digits)?;
    }
    if digits.field(b'2') {
        purchase(&mut digits)?;
        purchase_company_prefix(&mut digits)?;
    }
    let expires = if digits.field(b'3') {
        Some(digits.date()?)
    } else {
        None
    };
    if digits.field(b'4') {
        let start = digits.offset;
        let begins = digits.date()?;
        if expires.is_some_and(|expires| begins > expires) {
            return Err(start);
        }
    }
    if digits.field(b'5') {
        digits.counted(SERIAL, 6)?;
    }
    if digits.field(b'6') {
        digits.counted(b"1234567", 6)?;
    }
    if digits.field(b'9') {
        digits.one_of(b"01256")?;
        digits.one_of(b"012")?;
        digits.take(1)?;
        digits.one_of(b"01")?;
    }
    digits.end()
}

/// A purchase requirement, its code and its family code.
fn purchase(digits: &mut Digits<'_>) -> Result<(), usize> {
    digits.counted(b"12345", 0)?;
    digits.one_of(b"012349")?;
    digits.take(3).map(drop)
}

/// The company prefix of a further purchase; 9 stands for that of the first.
fn purchase_company_prefix(digits: &mut Digits<'_>) -> Result<(), usize> {
    if digits.field(b'9') {
        Ok(())
    } else {
        digits.counted(COMPANY_PREFIX, 6).map(drop)
    }
}

/// AI 8112: format, funder, offer and serial number.
pub(super) fn positive_offer(part: &[u8]) -> Result<(), usize> {
    let mut digits = Digits::new(part)?;
    digits.one_of(b"01")?;
    digits.counted(COMPANY_PREFIX, 6)?;
    digits.take(6)?;
    digits.counted(SERIAL, 6)?;
    digits.end()
}
