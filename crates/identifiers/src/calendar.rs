//! Dates and times written as digits. Every function says at which offset the text goes wrong.

/// Whether the day `00`, "some day of the month", is a date.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum DayZero {
    Allowed,
    Refused,
}

/// `YYYYMMDD` in the Gregorian calendar.
pub(crate) fn long_date(text: &[u8], day_zero: DayZero) -> Result<(), usize> {
    let (year, rest) = two_digits(text, 0)?;
    let (year_of_century, rest) = two_digits(rest, 2)?;
    month_and_day(
        u32::from(year) * 100 + u32::from(year_of_century),
        rest,
        4,
        day_zero,
    )
}

/// `YYMMDD`, where the year is the nearest one with these last digits (General Specifications, section 7.12).
///
/// The century matters for 29 February only, and 00 is 2000, a leap year, until the window reaches 2100 in 2050.
pub(crate) fn short_date(text: &[u8], day_zero: DayZero) -> Result<(), usize> {
    let (year, rest) = two_digits(text, 0)?;
    month_and_day(2000 + u32::from(year), rest, 2, day_zero)
}

fn month_and_day(year: u32, text: &[u8], start: usize, day_zero: DayZero) -> Result<(), usize> {
    let (month, text) = two_digits(text, start)?;
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        _ => return Err(start),
    };
    let (day, text) = two_digits(text, start + 2)?;
    if day > days || (day == 0 && day_zero == DayZero::Refused) {
        return Err(start + 2);
    }
    if text.is_empty() { Ok(()) } else { Err(start + 4) }
}

/// `HHMI`.
pub(crate) fn time(text: &[u8]) -> Result<(), usize> {
    let (hours, minutes) = text.split_at_checked(2).ok_or(0_usize)?;
    below(24, hours)?;
    below(60, minutes).map_err(|offset| offset + 2)
}

/// Two digits below `limit`: hours, minutes, seconds.
pub(crate) fn below(limit: u8, text: &[u8]) -> Result<(), usize> {
    match two_digits(text, 0)? {
        (value, []) if value < limit => Ok(()),
        _ => Err(0),
    }
}

fn two_digits(text: &[u8], offset: usize) -> Result<(u8, &[u8]), usize> {
    match text {
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9', rest @ ..] => Ok(((tens - b'0') * 10 + (ones - b'0'), rest)),
        _ => Err(offset),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_dates() {
        let date = |text: &str| short_date(text.as_bytes(), DayZero::Allowed);
        for text in ["240229", "000229", "251200", "261231", "990131"] {
            assert_eq!(date(text), Ok(()), "{text}");
        }
        for (text, offset) in [
            ("251301", 2),
            ("250001", 2),
            ("250230", 4),
            ("230229", 4),
            ("250431", 4),
            ("25043", 4),
            ("2504301", 6),
            ("x50430", 0),
            ("", 0),
        ] {
            assert_eq!(date(text), Err(offset), "{text}");
        }
        assert_eq!(short_date(b"251200", DayZero::Refused), Err(4));
    }

    #[test]
    fn long_dates() {
        assert_eq!(long_date(b"24000229", DayZero::Refused), Ok(()));
        assert_eq!(long_date(b"21000229", DayZero::Refused), Err(6));
        assert_eq!(long_date(b"20241301", DayZero::Refused), Err(4));
        assert_eq!(long_date("２".as_bytes(), DayZero::Refused), Err(0));
    }

    #[test]
    fn times() {
        assert_eq!((time(b"2359"), time(b"0000")), (Ok(()), Ok(())));
        assert_eq!(
            (time(b"2400"), time(b"1260"), time(b"1")),
            (Err(0), Err(2), Err(0))
        );
        assert_eq!(
            (below(60, b"59"), below(60, b"60"), below(60, b"599")),
            (Ok(()), Err(0), Err(0))
        );
    }
}
