use super::{CODE_SECONDS, Error, SentCode, SmsPurpose};
use db::{PlatformConn, schema::sms_codes};
use diesel::prelude::*;
use kernel::{Id, Timestamp};

type Result<T> = std::result::Result<T, Error>;

pub(super) fn insert_code(
    c: &mut PlatformConn<'_>,
    phone: &str,
    purpose: SmsPurpose,
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
pub(super) fn latest(c: &mut PlatformConn<'_>, phone: &str, purpose: SmsPurpose) -> Result<Option<SentCode>> {
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

pub(super) fn remove_before(c: &mut PlatformConn<'_>, before: Timestamp) -> Result<()> {
    diesel::delete(sms_codes::table.filter(sms_codes::sent_at.lt(before))).execute(c.conn())?;
    Ok(())
}
