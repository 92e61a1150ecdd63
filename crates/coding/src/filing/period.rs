use chrono::{Datelike, Days, Months, NaiveDate};
use kernel::Lang;
use product::FilingPeriod;

/// A stretch of days for which a quantity is filed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Period {
    pub(crate) kind: FilingPeriod,
    pub(crate) starts_on: NaiveDate,
    pub(crate) ends_on: NaiveDate,
}

impl Period {
    /// The period a day lies in; none beyond the calendar.
    pub(crate) fn of(kind: FilingPeriod, day: NaiveDate) -> Option<Self> {
        let (year, month) = (day.year(), day.month());
        let (starts_on, months) = match kind {
            FilingPeriod::Daily => {
                return Some(Self {
                    kind,
                    starts_on: day,
                    ends_on: day,
                });
            }
            FilingPeriod::Monthly => (NaiveDate::from_ymd_opt(year, month, 1)?, 1),
            FilingPeriod::Quarterly => (NaiveDate::from_ymd_opt(year, (month - 1) / 3 * 3 + 1, 1)?, 3),
            FilingPeriod::Yearly => (NaiveDate::from_ymd_opt(year, 1, 1)?, 12),
        };
        Some(Self {
            kind,
            starts_on,
            ends_on: starts_on.checked_add_months(Months::new(months))?.pred_opt()?,
        })
    }

    /// The last day on which it can be filed in time.
    pub(crate) fn due_on(&self) -> NaiveDate {
        let grace = match self.kind {
            FilingPeriod::Daily => 1,
            FilingPeriod::Monthly => 10,
            FilingPeriod::Quarterly => 15,
            FilingPeriod::Yearly => 30,
        };
        self.ends_on
            .checked_add_days(Days::new(grace))
            .unwrap_or(self.ends_on)
    }

    /// Whether it should have been filed by now.
    pub(crate) fn is_overdue(&self, today: NaiveDate) -> bool {
        self.due_on() < today
    }

    /// Names the period for people.
    pub(crate) fn label(&self, lang: Lang) -> String {
        if Self::of(self.kind, self.starts_on) != Some(*self) {
            return match lang {
                Lang::Zh => format!("{} 至 {}", self.starts_on, self.ends_on),
                Lang::En => format!("{} to {}", self.starts_on, self.ends_on),
            };
        }
        let (year, month) = (self.starts_on.year(), self.starts_on.month());
        let quarter = (month - 1) / 3 + 1;
        match (self.kind, lang) {
            (FilingPeriod::Daily, _) => self.starts_on.to_string(),
            (FilingPeriod::Monthly, Lang::Zh) => format!("{year} 年 {month} 月"),
            (FilingPeriod::Monthly, Lang::En) => format!("{year}-{month:02}"),
            (FilingPeriod::Quarterly, Lang::Zh) => format!("{year} 年第 {quarter} 季度"),
            (FilingPeriod::Quarterly, Lang::En) => format!("{year} Q{quarter}"),
            (FilingPeriod::Yearly, Lang::Zh) => format!("{year} 年"),
            (FilingPeriod::Yearly, Lang::En) => year.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn periods_follow_the_calendar_without_gaps() {
        for (kind, at, from, to, due) in [
            (
                FilingPeriod::Daily,
                "2026-11-20",
                "2026-11-20",
                "2026-11-20",
                "2026-11-21",
            ),
            (
                FilingPeriod::Monthly,
                "2028-02-10",
                "2028-02-01",
                "2028-02-29",
                "2028-03-10",
            ),
            (
                FilingPeriod::Quarterly,
                "2026-11-20",
                "2026-10-01",
                "2026-12-31",
                "2027-01-15",
            ),
            (
                FilingPeriod::Yearly,
                "2026-11-20",
                "2026-01-01",
                "2026-12-31",
                "2027-01-30",
            ),
        ] {
            let period = Period::of(kind, day(at)).unwrap();
            assert_eq!((period.starts_on, period.ends_on), (day(from), day(to)));
            assert_eq!(period.due_on(), day(due));
            let next = Period::of(kind, period.ends_on.succ_opt().unwrap()).unwrap();
            assert_eq!(next.starts_on, period.ends_on.succ_opt().unwrap());
        }
    }

    #[test]
    fn people_know_which_is_meant() {
        let quarter = Period::of(FilingPeriod::Quarterly, day("2026-11-20")).unwrap();
        assert_eq!(
            (quarter.label(Lang::Zh), quarter.label(Lang::En)),
            ("2026 年第 4 季度".into(), "2026 Q4".into())
        );
        let cut = Period {
            starts_on: day("2026-11-01"),
            ..quarter
        };
        assert_eq!(cut.label(Lang::Zh), "2026-11-01 至 2026-12-31");
    }
}
