use super::{Mail, MailMessage};
use db::{Fault, PlatformConn, schema::mail_messages};
use diesel::prelude::*;
use kernel::{Id, Timestamp};

type Result<T> = std::result::Result<T, Fault>;

pub(super) fn insert(c: &mut PlatformConn<'_>, mail: &Mail<'_>) -> Result<()> {
    let now = c.now();
    diesel::insert_into(mail_messages::table)
        .values((
            mail_messages::id.eq(Id::<MailMessage>::new()),
            mail_messages::address.eq(mail.to),
            mail_messages::subject.eq(mail.subject),
            mail_messages::text.eq(mail.text),
            mail_messages::sent_at.eq(now),
        ))
        .execute(c.conn())?;
    Ok(())
}

pub(crate) fn list(c: &mut PlatformConn<'_>) -> Result<Vec<MailMessage>> {
    let newest = mail_messages::table.order(mail_messages::id.desc()).limit(50);
    Ok(newest.select(MailMessage::as_select()).load(c.conn())?)
}

pub(crate) fn remove_before(c: &mut PlatformConn<'_>, before: Timestamp) -> Result<()> {
    diesel::delete(mail_messages::table.filter(mail_messages::sent_at.lt(before))).execute(c.conn())?;
    Ok(())
}
