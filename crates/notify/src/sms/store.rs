use super::SmsMessage;
use db::{Fault, PlatformConn, schema::sms_messages};
use diesel::prelude::*;
use kernel::{Id, Timestamp};

type Result<T> = std::result::Result<T, Fault>;

pub(super) fn insert(c: &mut PlatformConn<'_>, phone: &str, text: &str) -> Result<()> {
    let now = c.now();
    diesel::insert_into(sms_messages::table)
        .values((
            sms_messages::id.eq(Id::<SmsMessage>::new()),
            sms_messages::phone.eq(phone),
            sms_messages::text.eq(text),
            sms_messages::sent_at.eq(now),
        ))
        .execute(c.conn())?;
    Ok(())
}

pub(crate) fn list(c: &mut PlatformConn<'_>) -> Result<Vec<SmsMessage>> {
    let newest = sms_messages::table.order(sms_messages::id.desc()).limit(50);
    Ok(newest.select(SmsMessage::as_select()).load(c.conn())?)
}

pub(crate) fn remove_before(c: &mut PlatformConn<'_>, before: Timestamp) -> Result<()> {
    diesel::delete(sms_messages::table.filter(sms_messages::sent_at.lt(before))).execute(c.conn())?;
    Ok(())
}
