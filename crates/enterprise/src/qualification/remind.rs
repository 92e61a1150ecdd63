use super::{Error, Qualification, store};
use crate::notice::{EnterpriseNotice, FIRST_REMINDER_DAYS, notify_enterprise, reminder_due};
use chrono::Days;
use db::Db;
use kernel::Lang;
use notify::Notice;

/// How many reminders are written in one transaction.
const AT_ONCE: usize = 100;

/// Reminds enterprises of qualifications that end, 60, 30, 7 and 0 days before (F030).
///
/// # Errors
/// When the database fails.
pub fn remind_of_qualifications(db: &Db) -> Result<(), Error> {
    let today = db.clock().now().beijing_date();
    let until = today
        .checked_add_days(Days::new(FIRST_REMINDER_DAYS))
        .unwrap_or(today);
    let ending = db.read_platform(|c| store::list_ending(c, (today, until)))?;
    for part in ending.chunks(AT_ONCE) {
        db.write_platform::<_, Error>(|c| {
            for (enterprise, q) in part {
                if let Some(notice) = reminder(q, today) {
                    notify_enterprise(&mut c.acting_for(enterprise), &notice)?;
                }
            }
            Ok(())
        })?;
    }
    Ok(())
}

fn reminder(q: &Qualification, today: chrono::NaiveDate) -> Option<Notice<EnterpriseNotice>> {
    let ends = q.expires_on?;
    let days = reminder_due(today, ends)?;
    let kind = q.kind.known().map_or("资质", |kind| kind.label(Lang::Zh));
    let text = EnterpriseNotice::QualificationExpiring {
        qualification: format!("{} {}", q.name.as_deref().unwrap_or(kind), q.number),
        expires_on: ends.to_string(),
    };
    let notice = Notice::new(text).link("/qualifications");
    Some(notice.once(format!("{}/{ends}/{days}", q.id)))
}
