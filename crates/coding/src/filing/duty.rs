//! Which periods of a product are to be filed, as it was at the time: pure.

use super::period::Period;
use chrono::{Days, NaiveDate};
use product::FilingPeriod;

/// What the duty to file of one product rests on, over all its time. Days are those of Beijing.
#[derive(Debug, Clone, Default)]
pub(super) struct Duty {
    /// The filing periods and the days from which they held, oldest first; the first from the day of activation.
    pub(super) rhythms: Vec<(NaiveDate, Option<FilingPeriod>)>,
    /// Whole days without production, from the first to the last.
    pub(super) rests: Vec<(NaiveDate, NaiveDate)>,
    /// The day on which the product was voided.
    pub(super) ended_on: Option<NaiveDate>,
}

impl Duty {
    /// The periods that began until a day, oldest first. They never overlap: a period that began is filed whole in the rhythm
    /// in which it began; only a shorter rhythm that is chosen meanwhile ends it, with the period of its own that runs then.
    pub(super) fn periods(&self, until: NaiveDate) -> Vec<Period> {
        let until = self.ended_on.map_or(until, |end| end.min(until));
        let mut found: Vec<Period> = vec![];
        let mut at = self.rhythms.first().map(|(day, _)| *day);
        while let Some(day) = at.filter(|day| *day <= until) {
            let Some(kind) = self.rhythm_at(day) else {
                at = self
                    .changes_after(day)
                    .find(|(_, kind)| kind.is_some())
                    .map(|(day, _)| day);
                continue;
            };
            let Some(mut period) = Period::of(kind, day) else {
                break;
            };
            if let Some(last) = found.last() {
                period.starts_on = last
                    .ends_on
                    .succ_opt()
                    .map_or(day, |next| next.max(period.starts_on));
            }
            for (change, kind) in self.changes_after(day) {
                if change > period.ends_on {
                    break;
                }
                if let Some(new) = kind.and_then(|kind| Period::of(kind, change)) {
                    period.ends_on = period.ends_on.min(new.ends_on);
                }
            }
            if let Some(end) = self.ended_on {
                period.ends_on = period.ends_on.min(end);
            }
            at = period.ends_on.succ_opt();
            found.push(period);
        }
        found
    }

    /// The period a day lies in.
    pub(super) fn period_of(&self, day: NaiveDate) -> Option<Period> {
        // A period may have begun before its rhythm was chosen, by less than a year.
        let until = day.checked_add_days(Days::new(366)).unwrap_or(day);
        let periods = self.periods(until);
        periods
            .into_iter()
            .find(|p| p.starts_on <= day && day <= p.ends_on)
    }

    /// Whether production rested from the first to the last day of a period.
    pub(super) fn is_at_rest(&self, period: &Period) -> bool {
        let covers = |(from, to): &(NaiveDate, NaiveDate)| *from <= period.starts_on && period.ends_on <= *to;
        self.rests.iter().any(covers)
    }

    fn rhythm_at(&self, day: NaiveDate) -> Option<FilingPeriod> {
        let held = self.rhythms.iter().rev().find(|(since, _)| *since <= day);
        held.and_then(|(_, kind)| *kind)
    }

    /// What held at the end of each later day on which the rhythm was changed.
    fn changes_after(&self, day: NaiveDate) -> impl Iterator<Item = (NaiveDate, Option<FilingPeriod>)> + '_ {
        let later = self
            .rhythms
            .iter()
            .enumerate()
            .filter(move |(_, (since, _))| *since > day);
        later
            .filter(|(i, (since, _))| self.rhythms.get(i + 1).is_none_or(|(next, _)| next != since))
            .map(|(_, change)| *change)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use product::FilingPeriod::{Daily, Monthly, Quarterly, Yearly};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn spans(rhythms: &[(&str, Option<FilingPeriod>)], ended_on: Option<&str>, until: &str) -> Vec<String> {
        let duty = Duty {
            rhythms: rhythms.iter().map(|(d, kind)| (day(d), *kind)).collect(),
            rests: vec![],
            ended_on: ended_on.map(day),
        };
        let periods = duty.periods(day(until));
        let of = |p: &Period| format!("{} {}", p.starts_on, p.ends_on);
        periods.iter().map(of).collect()
    }

    #[test]
    fn a_period_that_began_is_owed_in_the_rhythm_in_which_it_began() {
        let monthly = ("2026-03-20", Some(Monthly));
        assert_eq!(
            spans(&[monthly, ("2026-05-10", Some(Yearly))], None, "2026-12-31"),
            [
                "2026-03-01 2026-03-31",
                "2026-04-01 2026-04-30",
                "2026-05-01 2026-05-31",
                "2026-06-01 2026-12-31",
            ]
        );
        assert_eq!(
            spans(&[monthly, ("2026-05-10", None)], None, "2027-12-31")
                .last()
                .unwrap(),
            "2026-05-01 2026-05-31"
        );
    }

    #[test]
    fn a_shorter_rhythm_begins_after_its_own_running_period() {
        assert_eq!(
            spans(
                &[("2026-01-05", Some(Yearly)), ("2026-05-10", Some(Monthly))],
                None,
                "2026-07-01"
            ),
            [
                "2026-01-01 2026-05-31",
                "2026-06-01 2026-06-30",
                "2026-07-01 2026-07-31"
            ]
        );
    }

    #[test]
    fn of_the_changes_of_one_day_the_last_counts() {
        assert_eq!(
            spans(
                &[
                    ("2026-01-05", Some(Yearly)),
                    ("2026-05-10", Some(Monthly)),
                    ("2026-05-10", Some(Quarterly)),
                ],
                None,
                "2026-07-01"
            ),
            ["2026-01-01 2026-06-30", "2026-07-01 2026-09-30"]
        );
    }

    #[test]
    fn a_rhythm_that_is_cleared_and_chosen_again_never_asks_twice() {
        assert_eq!(
            spans(
                &[
                    ("2026-05-05", Some(Monthly)),
                    ("2026-05-10", None),
                    ("2026-05-20", Some(Quarterly))
                ],
                None,
                "2026-07-01"
            ),
            [
                "2026-05-01 2026-05-31",
                "2026-06-01 2026-06-30",
                "2026-07-01 2026-09-30"
            ]
        );
        assert_eq!(
            spans(
                &[("2026-05-05", None), ("2026-06-20", Some(Monthly))],
                None,
                "2026-06-30"
            ),
            ["2026-06-01 2026-06-30"]
        );
    }

    #[test]
    fn the_duty_ends_with_the_product_and_not_before() {
        assert_eq!(
            spans(&[("2026-05-05", Some(Monthly))], Some("2026-06-10"), "2027-01-01"),
            ["2026-05-01 2026-05-31", "2026-06-01 2026-06-10"]
        );
        assert_eq!(
            spans(&[("2026-05-05", Some(Daily))], None, "2027-05-04").len(),
            365
        );
    }

    #[test]
    fn only_what_rested_from_its_first_to_its_last_day_is_not_owed() {
        let duty = Duty {
            rhythms: vec![(day("2026-05-05"), Some(Monthly))],
            rests: vec![(day("2026-05-31"), day("2026-07-30"))],
            ended_on: None,
        };
        let owed = |text: &str| !duty.is_at_rest(&duty.period_of(day(text)).unwrap());
        assert_eq!(
            (owed("2026-05-31"), owed("2026-06-15"), owed("2026-07-01")),
            (true, false, true)
        );
    }

    #[test]
    fn a_day_finds_its_period() {
        let duty = Duty {
            rhythms: vec![(day("2026-05-05"), Some(Monthly))],
            ..Duty::default()
        };
        let starts = |text: &str| duty.period_of(day(text)).map(|p| p.starts_on);
        assert_eq!(
            starts("2026-05-01"),
            Some(day("2026-05-01")),
            "before it was activated, in the same period"
        );
        assert_eq!(starts("2026-04-30"), None);
        assert_eq!(starts("2027-02-28"), Some(day("2027-02-01")));
    }
}
