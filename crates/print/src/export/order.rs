//! An order of codes, as the queue keeps it.

use super::{Error, ExportFormat, What, workbook::MOST_ROWS};
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
    /// How many files they come in; 0 when in one, as orders of earlier versions do.
    #[serde(default)]
    pub parts: i64,
    /// How many codes of the whole order come before those of this part.
    #[serde(default)]
    pub before: i64,
}

/// Codes of a part.
pub const PART: i64 = 100_000;

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

    /// Cuts the order into parts, if it has more codes than one of them.
    pub(super) fn cut(&mut self) {
        if self.total() > PART {
            self.parts = (self.total() + PART - 1) / PART;
        }
    }

    /// The order, if each of its files has room for what goes into it.
    pub(super) fn with_room(self) -> Result<Self, Error> {
        let is_sheet = matches!(&self.what, What::Codes { format, .. } if *format == ExportFormat::Xlsx);
        match is_sheet && self.parts == 0 && self.total() > MOST_ROWS {
            true => Err(Error::TooManyRows { limit: MOST_ROWS }),
            false => Ok(self),
        }
    }

    /// The order of one part; parts are numbered from 1.
    #[must_use]
    pub fn part(&self, number: i64) -> Self {
        let before = (number - 1) * PART;
        let last = (before + PART).min(self.total());
        let mut what = self.what.clone();
        if let What::Labels { labels } = &mut what {
            let parts = self.parts;
            labels.note = format!(
                "第 {number}/{parts} 部分：第 {} 至 {last} 枚\r\n{}",
                before + 1,
                labels.note
            );
        }
        let (stem, ending) = self.name.rsplit_once('.').unwrap_or((&self.name, "bin"));
        Self {
            what,
            name: format!("{stem}-{number:03}.{ending}"),
            runs: self.between(before, last),
            parts: 0,
            before,
        }
    }

    /// Where the code after so many is: its run, and how many of the run come before it.
    pub(super) fn place_of(&self, done: i64) -> (usize, i64) {
        let mut left = done;
        for (index, run) in self.runs.iter().enumerate() {
            if left < run.count() {
                return (index, left);
            }
            left -= run.count();
        }
        (self.runs.len(), 0)
    }

    /// The codes after so many, up to so many.
    fn between(&self, after: i64, up_to: i64) -> Vec<Run> {
        let (mut runs, mut passed) = (vec![], 0);
        for run in &self.runs {
            let (from, to) = ((after - passed).max(0), (up_to - passed).min(run.count()));
            if from < to {
                runs.push(Run {
                    first: run.first + from,
                    last: run.first + to - 1,
                    ..run.clone()
                });
            }
            passed += run.count();
        }
        runs
    }

    /// An order of so many of the codes, from all over it.
    pub(super) fn sample(&self, count: i64) -> Self {
        let total = self.total();
        let runs = (0..count).flat_map(|i| {
            let at = total * i / count;
            self.between(at, at + 1)
        });
        Self {
            what: self.what.clone(),
            name: self.name.clone(),
            runs: runs.collect(),
            parts: 0,
            before: 0,
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        export::ExportFormat,
        picture::{Correction, PictureFormat, PictureLook},
    };

    fn order(runs: &[(i64, i64)]) -> ExportOrder {
        let run = |&(first, last): &(i64, i64)| Run {
            uri_start: "https://q.example/01/06901234567892/21/A".to_owned(),
            name_start: "A".to_owned(),
            name_end: String::new(),
            prefix: "A".to_owned(),
            width: 9,
            first,
            last,
            batch_no: None,
            made_on: None,
            expires_on: None,
        };
        let look = PictureLook {
            format: PictureFormat::Png,
            size: 64,
            quiet_zone: 4,
            correction: Correction::Low,
            logo_file_id: None,
        };
        ExportOrder {
            what: What::Codes {
                format: ExportFormat::Csv,
                look,
            },
            name: "a.csv".to_owned(),
            runs: runs.iter().map(run).collect(),
            parts: 0,
            before: 0,
        }
    }

    #[test]
    fn parts_have_every_code_once_and_in_order() {
        for runs in [
            &[(1, 250_000)][..],
            &[(5, 99_999), (200_000, 200_000), (300_000, 500_000)],
            &[(1, 100_000), (200_001, 300_000)],
            &[(1, 100_001)],
        ] {
            let mut order = order(runs);
            order.cut();
            let (mut next, mut codes) = (0, vec![]);
            for number in 1..=order.parts {
                let part = order.part(number);
                assert_eq!((part.before, part.parts), (next, 0));
                assert!(part.total() == PART || number == order.parts);
                assert!(part.name.ends_with(&format!("-{number:03}.csv")));
                next += part.total();
                codes.extend(part.runs.iter().flat_map(|r| r.first..=r.last));
            }
            let all: Vec<i64> = order.runs.iter().flat_map(|r| r.first..=r.last).collect();
            assert!(codes == all, "{runs:?}");
        }
        let mut small = order(&[(1, 100_000)]);
        small.cut();
        assert_eq!(small.parts, 0, "what fits into one part is one file");
    }

    #[test]
    fn a_sample_is_from_all_over() {
        let order = order(&[(1, 10), (101, 190)]);
        let codes = |n| {
            order
                .sample(n)
                .runs
                .iter()
                .map(|r| (r.first, r.last))
                .collect::<Vec<_>>()
        };
        assert_eq!(codes(2), [(1, 1), (141, 141)]);
        assert_eq!(codes(100).len(), 100);
    }
}
