use chrono::{Days, NaiveDate};

/// The number of days before its end in which a qualification counts as expiring (F030).
pub const EXPIRING_DAYS: u64 = 60;

kernel::codes! {
    /// The expiry state of a qualification.
    pub enum ExpiryState {
        Valid = "valid", "有效", "valid";
        Expiring = "expiring", "即将到期", "expiring";
        Expired = "expired", "已过期", "expired";
    }
}

impl ExpiryState {
    /// Judges a qualification on a day; it is good through its last day, and for ever when it has none.
    #[must_use]
    pub fn on(today: NaiveDate, expires_on: Option<NaiveDate>) -> Self {
        match expires_on {
            Some(last) if last < today => Self::Expired,
            Some(last) if last <= horizon(today) => Self::Expiring,
            _ => Self::Valid,
        }
    }
}

/// The last of the days on which an end counts as near.
pub(super) fn horizon(today: NaiveDate) -> NaiveDate {
    today
        .checked_add_days(Days::new(EXPIRING_DAYS))
        .unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// F030
    #[test]
    fn the_last_day_still_counts_and_sixty_days_are_near() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let today = day("2026-11-21");
        for (last, state) in [
            ("2026-11-20", ExpiryState::Expired),
            ("2026-11-21", ExpiryState::Expiring),
            ("2027-01-20", ExpiryState::Expiring),
            ("2027-01-21", ExpiryState::Valid),
        ] {
            assert_eq!(ExpiryState::on(today, Some(day(last))), state, "{last}");
        }
        assert_eq!(ExpiryState::on(today, None), ExpiryState::Valid);
    }
}
