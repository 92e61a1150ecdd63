//! When a digest is sent.

use chrono::{Days, NaiveDate};
use kernel::{Timestamp, days};

/// Digests are sent between these hours of the platform's zone.
const OPEN_HOUR: i64 = 9;
const CLOSE_HOUR: i64 = 20;

/// How long the first digest of a day gathers what else happens.
const GATHER_SECONDS: i64 = 600;

/// The day of a digest and the moment it is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Slot {
    pub(super) day: NaiveDate,
    pub(super) due: Timestamp,
}

impl Slot {
    /// The next slot: today if there is still time to gather, else tomorrow morning.
    pub(super) fn after(now: Timestamp) -> Self {
        Self::at(now.plus_seconds(GATHER_SECONDS))
    }

    /// The slot of this moment, or the next morning.
    pub(super) fn at(moment: Timestamp) -> Self {
        let day = moment.beijing_date();
        let hour = |n: i64| days::start_of(day).map(|start| start.plus_seconds(n * 3600));
        match (hour(OPEN_HOUR), hour(CLOSE_HOUR)) {
            (Some(open), Some(close)) if moment < close => Self {
                day,
                due: moment.max(open),
            },
            _ => Self { day, due: moment }.next(),
        }
    }

    /// The morning after.
    pub(super) fn next(self) -> Self {
        let day = self.day.checked_add_days(Days::new(1)).unwrap_or(self.day);
        let morning = days::start_of(day).map(|start| start.plus_seconds(OPEN_HOUR * 3600));
        Self {
            day,
            due: morning.unwrap_or(self.due),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_leave_by_day() {
        let at = |hour: i64, minute: i64| {
            let day = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
            days::start_of(day)
                .unwrap()
                .plus_seconds(hour * 3600 + minute * 60)
        };
        let due = |hour, minute| Slot::after(at(hour, minute)).due.seconds_since(at(0, 0)) / 60;
        assert_eq!(due(0, 2), 9 * 60, "what happens at night waits for the morning");
        assert_eq!(due(8, 55), 9 * 60 + 5);
        assert_eq!(due(10, 0), 10 * 60 + 10);
        assert_eq!(due(19, 49), 19 * 60 + 59);
        assert_eq!(due(19, 50), 33 * 60, "after eight it is tomorrow");
        assert_eq!(due(23, 59), 33 * 60);
        let tomorrow = Slot::after(at(12, 0)).next();
        assert_eq!(
            (tomorrow.day.to_string().as_str(), tomorrow.due),
            ("2026-11-22", at(33, 0))
        );
    }
}
