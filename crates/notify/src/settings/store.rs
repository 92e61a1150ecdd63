use super::NoticeSettings;
use crate::Error;
use db::{TenantConn, each_backend, schema::notice_settings};
use diesel::prelude::*;
use web::Stale;

type Result<T> = std::result::Result<T, Error>;

/// Finds the settings of the enterprise; nothing is switched off until it chooses.
pub(crate) fn find(c: &mut TenantConn<'_>) -> Result<NoticeSettings> {
    let row = c.rows(notice_settings::table).select(NoticeSettings::as_select());
    Ok(row.first(c).optional()?.unwrap_or_default())
}

pub(super) fn update(c: &mut TenantConn<'_>, version: i64, to: &NoticeSettings) -> Result<()> {
    let (now, owner, old) = (c.now(), c.enterprise().clone(), find(c)?);
    let chosen = (
        notice_settings::sms_off.eq(old.sms_off.with(to.sms_off.0.clone())),
        notice_settings::email_off.eq(old.email_off.with(to.email_off.0.clone())),
        notice_settings::version.eq(version + 1),
        notice_settings::updated_at.eq(now),
    );
    let updated = if version == 0 {
        let row = (notice_settings::enterprise_id.eq(owner), chosen);
        each_backend!(c.unscoped(), c => diesel::insert_into(notice_settings::table)
            .values(row)
            .on_conflict_do_nothing()
            .execute(c))?
    } else {
        let guarded = c
            .rows(notice_settings::table)
            .filter(notice_settings::version.eq(version));
        db::update(guarded).set(chosen).execute(c)?
    };
    Ok(Stale::unless_updated(updated)?)
}
