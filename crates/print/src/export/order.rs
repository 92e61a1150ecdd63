//! An order of codes, as the queue keeps it.

use super::What;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Order of an export, fixed when it is asked for: going on after a restart gives the same file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ExportOrder {
    /// Product of an export: codes alone, or labels.
    #[serde(flatten)]
    pub what: What,
    /// The name of the file.
    pub name: String,
    /// The codes.
    pub runs: Vec<Run>,
}

/// Codes that follow one another and have everything in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The beginning of their addresses: all but the digits of the number.
    pub uri_start: String,
    /// The beginning of their names in an archive, with what file systems forbid escaped as in the address.
    pub name_start: String,
    /// What tells them from names that differ in capitals alone.
    #[serde(default)]
    pub name_end: String,
    /// The beginning of their serials.
    pub prefix: String,
    /// The digits of the number.
    pub width: i64,
    /// The first number.
    pub first: i64,
    /// The last number.
    pub last: i64,
    /// Their batch.
    pub batch_no: Option<String>,
    /// Production date.
    pub made_on: Option<NaiveDate>,
    /// Expiry date.
    pub expires_on: Option<NaiveDate>,
}

impl Run {
    /// Counts the codes of the run.
    #[must_use]
    pub fn count(&self) -> i64 {
        self.last - self.first + 1
    }

    /// The digits of a number; none for codes that are all alike.
    pub(super) fn digits(&self, number: i64) -> String {
        match usize::try_from(self.width) {
            Ok(width @ 1..) => format!("{number:0width$}"),
            _ => String::new(),
        }
    }
}

impl ExportOrder {
    /// Counts the codes of the order.
    #[must_use]
    pub fn total(&self) -> i64 {
        self.runs.iter().map(Run::count).sum()
    }

    /// The address, the batch and the serial of the first code.
    pub(super) fn first_code(&self) -> Option<(String, String, String)> {
        let run = self.runs.first()?;
        let digits = run.digits(run.first);
        let batch_no = run.batch_no.clone().unwrap_or_default();
        Some((
            format!("{}{digits}", run.uri_start),
            batch_no,
            format!("{}{digits}", run.prefix),
        ))
    }
}
