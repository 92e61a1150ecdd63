use super::{CODE_SECONDS, Purpose};
use crate::Error;
use db::{
    PlatformConn,
    schema::{sms_codes, sms_messages},
};
use diesel::prelude::*;
use kernel::{Id, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;

type Result<T> = std::result::Result<T, Error>;

/// A code that was sent.
#[derive(Debug, Queryable, Selectable)]
#[diesel(table_name = sms_codes)]
pub(super) struct SentCode {
    pub(super) id: Id<SentCode>,
    pub(super) code_hash: String,
    pub(super) expires_at: Timestamp,
}

/// A message as the development page shows it.
#[derive(Debug, Clone, Serialize, Queryable, Selectable, ToSchema)]
#[diesel(table_name = sms_messages)]
pub struct SmsMessage {
    /// 手机号
    #[schema(example = "13800138000")]
    pub phone: String,
    /// 内容
    pub text: String,
    /// 发送时间
    pub sent_at: Timestamp,
}

pub(super) fn insert_code(
    c: &mut PlatformConn<'_>,
    phone: &str,
    purpose: Purpose,
    code_hash: &str,
    client: &str,
) -> Result<()> {
    let now = c.now();
    diesel::insert_into(sms_codes::table)
        .values((
            sms_codes::id.eq(Id::<SentCode>::new()),
            sms_codes::phone.eq(phone),
            sms_codes::purpose.eq(purpose),
            sms_codes::code_hash.eq(code_hash),
            sms_codes::client_address.eq(client),
            sms_codes::sent_at.eq(now),
            sms_codes::expires_at.eq(now.plus_seconds(CODE_SECONDS)),
            sms_codes::failed_attempts.eq(0),
            sms_codes::used_at.eq(None::<Timestamp>),
        ))
        .execute(c.conn())?;
    Ok(())
}

/// The newest code that was not used; older ones died when it was sent.
pub(super) fn latest(c: &mut PlatformConn<'_>, phone: &str, purpose: Purpose) -> Result<Option<SentCode>> {
    let newest = sms_codes::table
        .filter(sms_codes::phone.eq(phone))
        .filter(sms_codes::purpose.eq(purpose))
        .order(sms_codes::id.desc());
    let found = newest.select((SentCode::as_select(), sms_codes::used_at));
    let found = found
        .first::<(SentCode, Option<Timestamp>)>(c.conn())
        .optional()?;
    Ok(found.filter(|(_, used)| used.is_none()).map(|(code, _)| code))
}

/// Counts a try, if there is one left; how many there were then.
pub(super) fn count_try(c: &mut PlatformConn<'_>, id: &Id<SentCode>, most: i64) -> Result<Option<i64>> {
    let with_a_try = sms_codes::table
        .find(id)
        .filter(sms_codes::failed_attempts.lt(most));
    let counted = diesel::update(with_a_try)
        .set(sms_codes::failed_attempts.eq(sms_codes::failed_attempts + 1))
        .execute(c.conn())?;
    let tries = sms_codes::table.find(id).select(sms_codes::failed_attempts);
    Ok(match counted {
        1 => Some(tries.first(c.conn())?),
        _ => None,
    })
}

/// Takes a counted try back: the code was right.
pub(super) fn uncount_try(c: &mut PlatformConn<'_>, id: &Id<SentCode>) -> Result<()> {
    diesel::update(sms_codes::table.find(id))
        .set(sms_codes::failed_attempts.eq(sms_codes::failed_attempts - 1))
        .execute(c.conn())?;
    Ok(())
}

pub(super) fn use_up(c: &mut PlatformConn<'_>, id: &Id<SentCode>) -> Result<bool> {
    let now = c.now();
    let unused = sms_codes::table.find(id).filter(sms_codes::used_at.is_null());
    Ok(diesel::update(unused)
        .set(sms_codes::used_at.eq(now))
        .execute(c.conn())?
        == 1)
}

pub(super) fn insert_message(c: &mut PlatformConn<'_>, phone: &str, text: &str) -> Result<()> {
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

pub(super) fn list_messages(c: &mut PlatformConn<'_>) -> Result<Vec<SmsMessage>> {
    let newest = sms_messages::table.order(sms_messages::id.desc()).limit(50);
    Ok(newest.select(SmsMessage::as_select()).load(c.conn())?)
}

pub(super) fn remove_before(c: &mut PlatformConn<'_>, before: Timestamp) -> Result<()> {
    diesel::delete(sms_codes::table.filter(sms_codes::sent_at.lt(before))).execute(c.conn())?;
    diesel::delete(sms_messages::table.filter(sms_messages::sent_at.lt(before))).execute(c.conn())?;
    Ok(())
}
