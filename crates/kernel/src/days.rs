//! Days as people in China mean them.

use crate::Timestamp;
use chrono::NaiveDate;

const SHANGHAI_AHEAD_SECONDS: i64 = 8 * 3600;

/// The first instant of a day in China.
#[must_use]
pub fn start_of(day: NaiveDate) -> Option<Timestamp> {
    let midnight = day.and_hms_opt(0, 0, 0)?.and_utc().timestamp_millis();
    Some(Timestamp::from_unix_millis(midnight).plus_seconds(-SHANGHAI_AHEAD_SECONDS))
}

/// The first instant after a day in China.
#[must_use]
pub fn end_of(day: NaiveDate) -> Option<Timestamp> {
    start_of(day.succ_opt()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_in_china_is_utc_less_eight_hours() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        assert_eq!(start_of(day).unwrap().to_string(), "2026-11-20T16:00:00.000Z");
        assert_eq!(end_of(day).unwrap().to_string(), "2026-11-21T16:00:00.000Z");
    }
}
