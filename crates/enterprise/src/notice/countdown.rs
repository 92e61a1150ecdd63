use chrono::NaiveDate;

/// Days before its end on which a document is reminded of.
const DAYS: [i64; 4] = [0, 7, 30, 60];

/// The longest time before an end that anybody is reminded of it.
pub const FIRST_REMINDER_DAYS: u64 = 60;

/// The reminder that is due for something that ends on a day: the latest of 60, 30, 7 and 0 days before. A server that was down for a week
/// sends the last, not all.
#[must_use]
pub fn reminder_due(today: NaiveDate, ends: NaiveDate) -> Option<i64> {
    let left = ends.signed_duration_since(today).num_days();
    DAYS.into_iter().find(|days| (0..=*days).contains(&left))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_four_reminders() {
        let ends = NaiveDate::from_ymd_opt(2026, 12, 31).unwrap();
        let due = |left: i64| reminder_due(ends - chrono::Days::new(left.unsigned_abs()), ends);
        assert_eq!(
            [61, 60, 31, 30, 8, 7, 1, 0].map(due),
            [
                None,
                Some(60),
                Some(60),
                Some(30),
                Some(30),
                Some(7),
                Some(7),
                Some(0)
            ]
        );
        assert_eq!(
            reminder_due(ends + chrono::Days::new(1), ends),
            None,
            "what has ended is no reminder"
        );
    }
}
