//! Serials as numbers in runs.

use crate::SerialNo;
use std::fmt::Write;

/// Where a serial stands: its canonical split.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Place {
    /// What stands before the number.
    pub prefix: String,
    /// How many digits the number has, leading zeros included; 0 for a serial that ends in no digit.
    pub width: i64,
    /// The number.
    pub number: i64,
}

/// A run of serials: the same prefix and width, and consecutive numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// What stands before the numbers.
    pub prefix: String,
    /// How many digits each number has.
    pub width: i64,
    /// The first number.
    pub first: i64,
    /// The last number; not less than the first.
    pub last: i64,
}

/// Why a run cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpanError {
    /// The start is not digits alone.
    StartNotDigits,
    /// Prefix and start together are no serial.
    NotASerial,
    /// The numbers outgrow the digits of the start.
    Outgrown {
        /// The digits the start has.
        digits: usize,
    },
    /// First and last do not stand in one run.
    NotOneRun,
    /// The last comes before the first.
    Reversed,
}

impl Place {
    /// At most so many trailing digits are the number; they fit an `i64`.
    pub const MAX_WIDTH: usize = 18;

    /// The canonical split of a serial.
    #[must_use]
    pub fn of(serial: &SerialNo) -> Self {
        Self::split(serial.as_str())
    }

    /// The same of any text.
    #[must_use]
    pub fn split(text: &str) -> Self {
        let digits = text
            .bytes()
            .rev()
            .take_while(u8::is_ascii_digit)
            .count()
            .min(Self::MAX_WIDTH);
        let (prefix, number) = text.split_at(text.len() - digits);
        Self {
            prefix: prefix.to_owned(),
            width: i64::try_from(digits).unwrap_or_default(),
            number: number.parse().unwrap_or_default(),
        }
    }
}

impl Span {
    /// One serial alone.
    #[must_use]
    pub fn one(serial: &SerialNo) -> Self {
        Self::at(&Place::of(serial))
    }

    /// `count` serials that begin with `prefix` and count up from `start`, which keeps its digits: `0001` ends at
    /// `9999` and does not go on with `10000`.
    ///
    /// # Errors
    /// When these are no serials, or they do not fit the digits of the start.
    pub fn counted(prefix: &str, start: &str, count: i64) -> Result<Self, SpanError> {
        if start.is_empty() || !start.bytes().all(|b| b.is_ascii_digit()) {
            return Err(SpanError::StartNotDigits);
        }
        let first =
            SerialNo::parse(&format!("{prefix}{start}")).map_err(|_no_serial| SpanError::NotASerial)?;
        let outgrown = SpanError::Outgrown { digits: start.len() };
        let number: u128 = start.parse().map_err(|_too_long| outgrown)?;
        let last = number + u128::try_from(count - 1).map_err(|_negative| SpanError::Reversed)?;
        let last = format!("{prefix}{last:0width$}", width = start.len());
        if last.len() != first.as_str().len() {
            return Err(outgrown);
        }
        Self::from_to(first.as_str(), &last).map_err(|_carried| outgrown)
    }

    /// The serials from one to another, both included.
    ///
    /// # Errors
    /// When they do not stand in one run, or in the wrong order.
    pub fn between(first: &SerialNo, last: &SerialNo) -> Result<Self, SpanError> {
        Self::from_to(first.as_str(), last.as_str())
    }

    fn from_to(first: &str, last: &str) -> Result<Self, SpanError> {
        let (from, to) = (Place::split(first), Place::split(last));
        match (
            from.prefix == to.prefix && from.width == to.width,
            from.number <= to.number,
        ) {
            (false, _) => Err(SpanError::NotOneRun),
            (true, false) => Err(SpanError::Reversed),
            (true, true) => Ok(Self {
                prefix: from.prefix,
                width: from.width,
                first: from.number,
                last: to.number,
            }),
        }
    }

    /// The serial of a place alone.
    #[must_use]
    pub fn at(place: &Place) -> Self {
        Self {
            prefix: place.prefix.clone(),
            width: place.width,
            first: place.number,
            last: place.number,
        }
    }

    /// Whether the serial of a place is one of it.
    #[must_use]
    pub fn has(&self, at: &Place) -> bool {
        (&self.prefix, self.width) == (&at.prefix, at.width) && (self.first..=self.last).contains(&at.number)
    }

    /// What it has in common with another.
    #[must_use]
    pub fn common(&self, other: &Self) -> Option<Self> {
        let (first, last) = (self.first.max(other.first), self.last.min(other.last));
        let is_one_kind = (&self.prefix, self.width) == (&other.prefix, other.width);
        (is_one_kind && first <= last).then(|| Self {
            first,
            last,
            ..self.clone()
        })
    }

    /// The place it begins at.
    #[must_use]
    pub fn start(&self) -> Place {
        Place {
            prefix: self.prefix.clone(),
            width: self.width,
            number: self.first,
        }
    }

    /// How many serials it has.
    #[must_use]
    pub fn count(&self) -> i64 {
        self.last - self.first + 1
    }

    /// The serial with this number.
    #[must_use]
    pub fn serial(&self, number: i64) -> String {
        let mut text = String::with_capacity(20);
        self.write_serial(number, &mut text);
        text
    }

    /// Appends the serial with this number.
    pub fn write_serial(&self, number: i64, to: &mut String) {
        to.push_str(&self.prefix);
        let width = usize::try_from(self.width).unwrap_or_default();
        if width > 0 {
            let _cannot_fail = write!(to, "{number:0width$}");
        }
    }

    /// The first serial.
    #[must_use]
    pub fn first_serial(&self) -> String {
        self.serial(self.first)
    }

    /// The last serial.
    #[must_use]
    pub fn last_serial(&self) -> String {
        self.serial(self.last)
    }

    /// The part of this run whose serials begin with a text.
    #[must_use]
    pub fn starting_with(&self, text: &str) -> Option<Self> {
        let (low, high) = numbers_starting_with(&self.prefix, self.width, text)?;
        let (first, last) = (self.first.max(low), self.last.min(high));
        (first <= last).then(|| Self {
            prefix: self.prefix.clone(),
            width: self.width,
            first,
            last,
        })
    }
}

/// Which numbers make, behind this prefix and in this width, serials that begin with `text`.
#[must_use]
pub fn numbers_starting_with(prefix: &str, width: i64, text: &str) -> Option<(i64, i64)> {
    let width = usize::try_from(width).ok()?;
    let Some(rest) = text.strip_prefix(prefix) else {
        return prefix.starts_with(text).then(|| (0, all_nines(width)));
    };
    if rest.len() > width || !rest.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let free = u32::try_from(width - rest.len()).ok()?;
    let step = 10_i64.checked_pow(free)?;
    let low = if rest.is_empty() {
        0
    } else {
        rest.parse::<i64>().ok()?.checked_mul(step)?
    };
    Some((
        low,
        if rest.is_empty() {
            all_nines(width)
        } else {
            low + step - 1
        },
    ))
}

fn all_nines(width: usize) -> i64 {
    u32::try_from(width)
        .ok()
        .and_then(|w| 10_i64.checked_pow(w))
        .map_or(i64::MAX, |n| n - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn serial(text: &str) -> SerialNo {
        SerialNo::parse(text).unwrap()
    }

    fn place(prefix: &str, width: i64, number: i64) -> Place {
        Place {
            prefix: prefix.to_owned(),
            width,
            number,
        }
    }

    #[test]
    fn every_serial_has_one_split() {
        assert_eq!(Place::of(&serial("A1001")), place("A", 4, 1001));
        assert_eq!(Place::of(&serial("00000001")), place("", 8, 1));
        assert_eq!(Place::of(&serial("A-B")), place("A-B", 0, 0));
        assert_eq!(
            Place::of(&serial("12345678901234567890")),
            place("12", 18, 345_678_901_234_567_890)
        );
        assert_eq!(Place::of(&serial("7B/9")), place("7B/", 1, 9));
    }

    #[test]
    fn the_same_place_however_it_was_entered() {
        let a = Span::counted("A1", "001", 10).unwrap();
        assert_eq!(a, Span::counted("A", "1001", 10).unwrap());
        assert_eq!(
            (a.first_serial().as_str(), a.last_serial().as_str()),
            ("A1001", "A1010")
        );
    }

    #[test]
    fn a_run_keeps_the_digits_of_its_start() {
        assert_eq!(Span::counted("A", "01", 99).unwrap().last_serial(), "A99");
        assert_eq!(
            Span::counted("A", "01", 100),
            Err(SpanError::Outgrown { digits: 2 })
        );
        // Not even into the digits of the prefix: A199 is followed by A200, which nobody asked for.
        assert_eq!(
            Span::counted("A1", "99", 2),
            Err(SpanError::Outgrown { digits: 2 })
        );
        assert_eq!(
            Span::counted("", "00000001", 10_000_000).unwrap().last_serial(),
            "10000000"
        );
        assert_eq!(Span::counted("", "99999999999999999999", 1).unwrap().count(), 1);
        assert_eq!(
            Span::counted("", "99999999999999999999", 2),
            Err(SpanError::Outgrown { digits: 20 })
        );
        assert_eq!(
            Span::counted("", "00999999999999999999", 2),
            Err(SpanError::Outgrown { digits: 20 })
        );
    }

    #[test]
    fn what_is_no_run_is_refused() {
        assert_eq!(Span::counted("A", "", 1), Err(SpanError::StartNotDigits));
        assert_eq!(Span::counted("A", "1B", 1), Err(SpanError::StartNotDigits));
        assert_eq!(Span::counted("批", "1", 1), Err(SpanError::NotASerial));
        assert_eq!(
            Span::counted("ABCDEFGHIJKLMNOPQRST", "1", 1),
            Err(SpanError::NotASerial)
        );
        let between = |a, b| Span::between(&serial(a), &serial(b));
        assert_eq!(between("A001", "A010").map(|s| s.count()), Ok(10));
        assert_eq!(between("A001", "B010"), Err(SpanError::NotOneRun));
        assert_eq!(between("A001", "A0010"), Err(SpanError::NotOneRun));
        assert_eq!(between("A010", "A001"), Err(SpanError::Reversed));
    }

    proptest! {
        #[test]
        fn split_and_join_are_each_others_inverse(text in "[!-\"%-/0-9:;<=>?A-Z_a-z]{1,20}") {
            let serial = serial(&text);
            let span = Span::one(&serial);
            prop_assert_eq!(span.first_serial(), text);
        }

        #[test]
        fn searching_by_beginning_is_the_same_as_trying_every_serial(
            prefix in "[A-B]{0,2}", width in 1_i64..4, first in 0_i64..900, count in 1_i64..99, text in "[A-B]{0,2}[0-9]{0,3}"
        ) {
            let last = (first + count - 1).min(all_nines(usize::try_from(width).unwrap()));
            prop_assume!(first <= last);
            let span = Span { prefix, width, first, last };
            let wanted: Vec<_> = (first..=last).filter(|n| span.serial(*n).starts_with(&text)).collect();
            let found = span.starting_with(&text).map(|s| (s.first..=s.last).collect::<Vec<_>>()).unwrap_or_default();
            prop_assert_eq!(found, wanted);
        }
    }
}
