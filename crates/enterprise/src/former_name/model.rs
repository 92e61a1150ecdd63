use chrono::NaiveDate;
use kernel::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

/// A name an enterprise had before, and on which days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct FormerName {
    /// 曾用名
    #[schema(example = "杭州超尔五金工具有限公司")]
    pub name: String,
    /// 使用起始日期
    #[schema(example = "2024-03-01")]
    pub held_from: NaiveDate,
    /// 使用截止日期
    ///
    /// 更名生效之日。
    #[schema(example = "2026-11-30")]
    pub held_until: NaiveDate,
}

/// An identity that the operator passed: the name before it, its own name, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Passed {
    pub(crate) former_name: String,
    pub(crate) name: String,
    pub(crate) at: Timestamp,
}

impl Passed {
    /// The names that were passed and gave way until an instant, the oldest first; `since` is when the enterprise registered.
    /// What stood there before the first one was passed is no name anybody vouched for.
    pub(crate) fn former_names(all: &[Self], since: Timestamp, until: Timestamp) -> Vec<FormerName> {
        let mut held_from = since;
        let mut former = vec![];
        for (i, passed) in all.iter().enumerate().take_while(|(_, p)| p.at <= until) {
            if passed.former_name == passed.name {
                continue;
            }
            if i > 0 {
                former.push(FormerName {
                    name: passed.former_name.clone(),
                    held_from: held_from.beijing_date(),
                    held_until: passed.at.beijing_date(),
                });
            }
            held_from = passed.at;
        }
        former
    }

    /// The name at an instant, if it was another one than today.
    pub(crate) fn name_at(all: &[Self], at: Timestamp) -> Option<&str> {
        let next = all.iter().find(|passed| passed.at > at);
        next.map(|passed| passed.former_name.as_str())
    }

    /// Whether anything had been passed at an instant.
    pub(crate) fn is_verified_at(all: &[Self], at: Timestamp) -> bool {
        all.iter().any(|passed| passed.at <= at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 86_400;

    fn day(n: i64) -> Timestamp {
        Timestamp::from_unix_millis(0).plus_seconds(n * DAY)
    }

    fn passed(former: &str, name: &str, on: i64) -> Passed {
        Passed {
            former_name: former.to_owned(),
            name: name.to_owned(),
            at: day(on),
        }
    }

    fn names(all: &[Passed], until: i64) -> Vec<(String, i64, i64)> {
        let zero = day(0).beijing_date();
        let former = Passed::former_names(all, day(0), day(until)).into_iter();
        former
            .map(|f| {
                (
                    f.name,
                    (f.held_from - zero).num_days(),
                    (f.held_until - zero).num_days(),
                )
            })
            .collect()
    }

    #[test]
    fn a_name_is_former_from_the_day_another_one_was_passed() {
        let all = [
            passed("甲", "甲", 1),
            passed("甲", "甲", 2),
            passed("甲", "乙", 5),
            passed("乙", "丙", 9),
        ];
        let (first, second) = (("甲".to_owned(), 0, 5), ("乙".to_owned(), 5, 9));
        assert_eq!(names(&all, 20), [first.clone(), second]);
        assert_eq!(names(&all, 8), [first]);
        assert_eq!(names(&all, 4), []);
        let at = |n| Passed::name_at(&all, day(n));
        assert_eq!(
            (at(4), at(5), at(8), at(9)),
            (Some("甲"), Some("乙"), Some("乙"), None)
        );
    }

    #[test]
    fn what_was_typed_at_registration_and_never_passed_is_no_former_name() {
        let all = [passed("国家某某总局", "甲", 3), passed("甲", "乙", 7)];
        assert_eq!(names(&all, 20), [("甲".to_owned(), 3, 7)]);
        assert!(!Passed::is_verified_at(&all, day(2)) && Passed::is_verified_at(&all, day(3)));
        assert_eq!(Passed::name_at(&all, day(2)), Some("国家某某总局"));
        assert_eq!(names(&[], 20), []);
    }
}
