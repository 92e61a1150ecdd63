//! A day as everybody writes it.

use chrono::{Datelike, NaiveDate};

/// The years a day may be of. Both databases keep them, RFC 3339 can write them, and goods that people trace are of them.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=9999;

/// Reads a day as `2026-11-21`, of the years that [`YEARS`] has; nothing else is a day.
#[must_use]
pub fn read(text: &str) -> Option<NaiveDate> {
    let shape = text.bytes().enumerate().all(|(i, b)| match i {
        4 | 7 => b == b'-',
        _ => b.is_ascii_digit(),
    });
    let day: NaiveDate = (text.len() == 10 && shape).then(|| text.parse().ok())??;
    YEARS.contains(&day.year()).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_has_a_year_of_four_digits() {
        for text in ["1900-01-01", "2026-11-21", "2024-02-29", "9999-12-31"] {
            assert_eq!(read(text).unwrap().to_string(), text);
        }
        for wrong in [
            "0026-11-01",
            "1899-12-31",
            "0000-01-01",
            "-2026-11-01",
            "+2026-11-01",
            "+12027-11-30",
            "12027-11-30",
            "-262142-12-31",
            "2026-02-29",
            "2026-13-01",
            "2026-11-1",
            "26-11-01",
            "2026/11/01",
            "20261101",
            "2026-11-01 ",
            "２０２６-11-01",
            "",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
