//! The page of an earlier day, for everyone: the printed address with `on`. It is no scan, and is not counted.

use crate::{
    Error, Scans,
    answer::{Counted, Finding},
};
use chrono::NaiveDate;
use facts::CodeKey;
use kernel::{Timestamp, day, days};
use web::Problem;

/// The day somebody asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Day {
    /// The day, as it is counted in China.
    pub(crate) on: NaiveDate,
    /// Its end; of today, this moment.
    pub(crate) at: Timestamp,
}

impl Day {
    /// The day a query names, if it names one.
    pub(crate) fn asked(query: Option<&str>, now: Timestamp) -> Result<Option<Self>, Error> {
        let mut pairs = query
            .unwrap_or_default()
            .split('&')
            .filter_map(|p| p.split_once('='));
        let Some((_, text)) = pairs.find(|(key, _)| *key == "on") else {
            return Ok(None);
        };
        let on = day::read(text).ok_or(Error::NoDay)?;
        Self::of(on, now).map(Some)
    }

    /// A day that has come.
    pub(crate) fn of(on: NaiveDate, now: Timestamp) -> Result<Self, Error> {
        if on > now.beijing_date() {
            return Err(Error::DayToCome);
        }
        Ok(Self {
            on,
            at: days::end_of(on).map_or(now, |end| end.min(now)),
        })
    }
}

/// What a scan was answered at the end of a day.
pub(crate) async fn find(scans: &Scans, key: CodeKey, day: Day) -> Result<Finding, Problem> {
    Ok(match scans.resolver.as_of(&key, day.at).await? {
        Some(found) => Finding::Known(Box::new(found), key, Counted::Unasked),
        None => Finding::Unknown(key),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_a_day_that_has_come() {
        let now = Timestamp::from_unix_millis(1_796_000_000_000);
        let today = now.beijing_date();
        let asked = |query: &str| Day::asked(Some(query), now);
        assert!(matches!(asked("lang=en&seen=1"), Ok(None)));
        assert!(matches!(Day::asked(None, now), Ok(None)));
        let day = asked("lang=en&on=2020-01-31").unwrap().unwrap();
        assert_eq!(day.on.to_string(), "2020-01-31");
        assert!(day.at < now);
        assert_eq!(asked(&format!("on={today}")).unwrap().unwrap().at, now);
        let tomorrow = today.succ_opt().unwrap();
        assert!(matches!(asked(&format!("on={tomorrow}")), Err(Error::DayToCome)));
        for wrong in [
            "on=",
            "on=yesterday",
            "on=2020-02-30",
            "on=2020-01-31'",
            "on=0020-01-31",
            "on=-2020-01-31",
            "on=1899-01-01",
        ] {
            assert!(matches!(asked(wrong), Err(Error::NoDay)), "{wrong}");
        }
    }
}
