use crate::{Error, delivery, mail, sms};
use db::Db;

/// The time for which the send log is kept.
const KEEP_SECONDS: i64 = 180 * 86_400;

/// Removes deliveries that are too old for the send log.
///
/// # Errors
/// When the database fails.
pub fn sweep_send_log(db: &Db) -> Result<(), Error> {
    db.write_platform(|c| {
        let before = c.now().plus_seconds(-KEEP_SECONDS);
        delivery::store::remove_before(c, before)
    })
}

/// Removes the messages that the development senders kept for a day.
///
/// # Errors
/// When the database fails.
pub fn sweep_development(db: &Db) -> Result<(), Error> {
    db.write_platform(|c| {
        let day_ago = c.now().plus_seconds(-86_400);
        sms::store::remove_before(c, day_ago)?;
        Ok(mail::store::remove_before(c, day_ago)?)
    })
}
