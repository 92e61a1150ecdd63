use crate::{CommandError, State};
use chrono::{Days, NaiveDate};
use db::TenantConn;
use web::upload::{self, FileId, Slot};

/// Uploads a file as the demonstration's enterprise.
pub(super) fn keep(
    c: &mut TenantConn<'_>,
    state: &State,
    slot: Slot,
    name: &str,
    content: Vec<u8>,
) -> Result<FileId, CommandError> {
    Ok(upload::keep_own(c, &state.files.vault, slot, name, content)?)
}

/// The day so many days earlier.
pub(super) fn days_before(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(day)
}
