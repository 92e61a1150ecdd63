use super::Mail;
use crate::Error;
use db::{PlatformConn, schema::mail_messages};
use diesel::prelude::*;
use kernel::{Id, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;

type Result<T> = std::result::Result<T, Error>;

/// A mail as the development page shows it.
#[derive(Debug, Clone, Serialize, Queryable, Selectable, ToSchema)]
#[diesel(table_name = mail_messages)]
pub struct MailMessage {
    /// 收件人
    #[schema(example = "office@example.com")]
    pub address: String,
    /// 主题
    pub subject: String,
    /// 内容
    pub text: String,
    /// 发送时间
    pub sent_at: Timestamp,
}

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

pub(super) fn list(c: &mut PlatformConn<'_>) -> Result<Vec<MailMessage>> {
    let newest = mail_messages::table.order(mail_messages::id.desc()).limit(50);
    Ok(newest.select(MailMessage::as_select()).load(c.conn())?)
}

pub(crate) fn remove_before(c: &mut PlatformConn<'_>, before: Timestamp) -> Result<()> {
    diesel::delete(mail_messages::table.filter(mail_messages::sent_at.lt(before))).execute(c.conn())?;
    Ok(())
}
