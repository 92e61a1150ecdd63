//! How much an enterprise may still store, and how much the disk takes.

use super::JobError;
use crate::upload::{self, Files};
use db::TenantConn;
use std::{io, path::Path};

/// How long the outcome of a job is kept.
pub const KEEP_DAYS: i64 = 7;

/// What of a disk stays free: a database that cannot write serves nobody.
const FREE_BYTES: i64 = 512 * 1024 * 1024;

/// And of a small disk at least this part.
const FREE_PART: i64 = 20;

/// The room there is for what a job makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// What the enterprise may store in all.
    pub quota: i64,
    /// What it has stored, and what its jobs have set aside.
    pub used: i64,
    /// What the disk takes, with some left for the database.
    pub disk: i64,
}

impl Room {
    /// Looks how much room there is.
    ///
    /// # Errors
    /// When the database or the disk does not say.
    pub fn of(c: &mut TenantConn<'_>, files: &Files) -> Result<Self, JobError> {
        Ok(Self {
            quota: upload::QUOTA_BYTES,
            used: upload::used_by_own(c, &files.slots)?,
            disk: free(&files.outcomes).map_err(upload::UploadError::from)?,
        })
    }

    /// What is left of the quota.
    #[must_use]
    pub fn left(&self) -> i64 {
        (self.quota - self.used).max(0)
    }

    /// Refuses what does not fit.
    ///
    /// # Errors
    /// Says how much it is and how much is left.
    pub fn judge(&self, bytes: i64) -> Result<(), JobError> {
        if bytes > self.left() {
            return Err(JobError::OverQuota {
                needed: size(bytes),
                left: size(self.left()),
                quota: size(self.quota),
            });
        }
        if bytes > self.disk {
            return Err(JobError::NoDisk {
                needed: size(bytes),
                left: size(self.disk),
            });
        }
        Ok(())
    }
}

/// How many bytes may still be written to the disk of this folder.
pub(super) fn free(folder: &Path) -> io::Result<i64> {
    let disk = rustix::fs::statvfs(folder)?;
    let bytes = |blocks: u64| i64::try_from(blocks.saturating_mul(disk.f_frsize)).unwrap_or(i64::MAX);
    let kept = FREE_BYTES.min(bytes(disk.f_blocks) / FREE_PART);
    Ok((bytes(disk.f_bavail) - kept).max(0))
}

/// A size as people read it.
fn size(bytes: i64) -> String {
    let units = ["KB", "MB", "GB", "TB"];
    let (mut value, mut unit) = (bytes as f64 / 1024.0, "KB");
    for larger in units.into_iter().skip(1) {
        if value < 1000.0 {
            break;
        }
        (value, unit) = (value / 1024.0, larger);
    }
    match value < 10.0 {
        true => format!("{value:.1} {unit}"),
        false => format!("{value:.0} {unit}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_is_refused_with_the_figures() {
        let gib = 1 << 30;
        let room = Room {
            quota: 20 * gib,
            used: 15 * gib,
            disk: 2 * gib,
        };
        assert!(room.judge(2 * gib).is_ok());
        let said = room.judge(2 * gib + 1).unwrap_err();
        assert_eq!(kernel::Coded::code(&said), "job.no_disk");
        let said = kernel::Coded::zh(&room.judge(6 * gib).unwrap_err());
        assert!(
            said.contains("6.0 GB") && said.contains("20 GB") && said.contains("5.0 GB"),
            "{said}"
        );
        let over = Room {
            used: 21 * gib,
            ..room
        };
        assert_eq!(
            (over.left(), over.judge(0).is_ok(), over.judge(1).is_ok()),
            (0, true, false)
        );
    }

    #[test]
    fn sizes_are_short() {
        let said = [0, 1, 1536, 1_048_576, 1_072_693_248, 20 << 30].map(size);
        assert_eq!(said, ["0.0 KB", "0.0 KB", "1.5 KB", "1.0 MB", "1.0 GB", "20 GB"]);
    }
}
