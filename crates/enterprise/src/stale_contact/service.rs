use super::store;
use crate::{
    error::Error,
    notice::{EnterpriseNotice, notify_enterprise},
    profile::CONTACT_STALE_SECONDS,
};
use db::Db;
use notify::Notice;

/// The time between two reminders of one enterprise.
const REMIND_SECONDS: i64 = 30 * 86_400;

/// The code of the reminder.
const CONTACT_STALE: &str = "contact_stale";

/// The number of reminders in one transaction.
const AT_ONCE: i64 = 100;

/// Reminds enterprises whose contact nobody confirmed for a long time, every thirty days until someone does (F014).
///
/// # Errors
/// When the database fails.
pub fn remind_of_stale_contacts(db: &Db) -> Result<(), Error> {
    let mut behind = String::new();
    loop {
        let now = db.clock().now();
        let confirmed_before = now.plus_seconds(-CONTACT_STALE_SECONDS);
        let reminder = (CONTACT_STALE, now.plus_seconds(-REMIND_SECONDS));
        let part = (behind.as_str(), AT_ONCE);
        let stale = db.read_platform(|c| store::list(c, confirmed_before, reminder, part))?;
        let Some((last, ..)) = stale.last() else {
            return Ok(());
        };
        behind = last.to_string();
        db.write_platform::<_, Error>(|c| {
            for (enterprise, contact, confirmed_at) in stale {
                let age = now.seconds_since(confirmed_at);
                // The same for two servers that remind at once.
                let round = (age - CONTACT_STALE_SECONDS) / REMIND_SECONDS;
                let text = EnterpriseNotice::ContactStale {
                    contact,
                    days: age / 86_400,
                };
                let notice = Notice::new(text)
                    .link("/enterprise")
                    .once(format!("{confirmed_at}/{round}"));
                notify_enterprise(&mut c.acting_for(&enterprise), &notice)?;
            }
            Ok(())
        })?;
    }
}
