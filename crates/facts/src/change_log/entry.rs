//! One change as the chapter tells it.

use crate::{Changed, Entry, Row, Text, Value, field_label};
use chrono::NaiveDate;
use kernel::{Lang, Timestamp};

/// A change, before it is put into words.
pub(super) struct Told {
    /// Of what it is: `product`, `batch` or `unit`.
    pub(super) kind: &'static str,
    pub(super) title: Text,
    pub(super) at: Timestamp,
    pub(super) changes: Vec<Row>,
    pub(super) reason: Option<String>,
    /// Since when there is something to be seen on the pages of earlier days.
    pub(super) since: NaiveDate,
}

impl From<Told> for Entry {
    fn from(told: Told) -> Self {
        let day = told.at.beijing_date();
        let mut rows = vec![Row::new(
            "changed_on",
            Text::new("变更日期", "Changed on"),
            Value::Day(day),
        )];
        rows.extend(told.changes);
        rows.extend(
            told.reason
                .map(|why| Row::new("reason", Text::new("原因", "Reason"), Value::Plain(why))),
        );
        rows.extend(
            day.pred_opt()
                .filter(|before| *before >= told.since)
                .map(|before| Row::new("before", Text::new("变更前", "Before"), Value::AsOf(before))),
        );
        Self {
            kind: Some(told.kind),
            title: told.title,
            rows,
            pictures: vec![],
        }
    }
}

/// A field with what it was and what it is; none of a field the public does not see.
pub(super) fn row(field: &str, from: Option<Text>, to: Option<Text>) -> Option<Row> {
    let (key, label) = label(field)?;
    // What reads the same, such as three pictures in the place of three others, was replaced.
    let changed = match from == to {
        true => Changed { from: None, to: None },
        false => Changed { from, to },
    };
    Some(Row::new(key, label, Value::Change(changed)))
}

fn label(field: &str) -> Option<(&'static str, Text)> {
    let key = field_label::key(field)?;
    let word = |lang| field_label(field, lang).unwrap_or_default();
    Some((key, Text::new(word(Lang::Zh), word(Lang::En))))
}

/// Whether something is open to everyone.
pub(super) fn open(is_public: bool) -> Text {
    match is_public {
        true => Text::new("公开", "public"),
        false => Text::new("不公开", "not public"),
    }
}

/// How many files there are.
pub(super) fn files(count: usize) -> Option<Text> {
    (count > 0).then(|| Text::new(format!("{count} 份"), count.to_string()))
}
