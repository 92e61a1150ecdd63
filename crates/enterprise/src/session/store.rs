use super::{Error, model::Session};
use crate::{account::Account, profile::Enterprise};
use db::{
    EnterpriseId, PlatformConn,
    schema::{accounts, enterprises, refresh_tokens, sessions},
};
use diesel::prelude::*;
use kernel::Timestamp;
use web::{AccountId, Client, SessionId};

type Result<T> = std::result::Result<T, Error>;

pub(super) fn insert(
    c: &mut PlatformConn<'_>,
    account: &AccountId,
    client: &Client,
    (is_remembered, expires_at): (bool, Timestamp),
) -> Result<SessionId> {
    let (now, id) = (c.now(), SessionId::new());
    diesel::insert_into(sessions::table)
        .values((
            sessions::id.eq(&id),
            sessions::account_id.eq(account),
            sessions::client_address.eq(client.bucket()),
            sessions::user_agent.eq(&client.user_agent),
            sessions::is_remembered.eq(is_remembered),
            sessions::created_at.eq(now),
            sessions::refreshed_at.eq(now),
            sessions::expires_at.eq(expires_at),
            sessions::ended_at.eq(None::<Timestamp>),
            sessions::end_reason.eq(None::<String>),
        ))
        .execute(c.conn())?;
    Ok(id)
}

pub(super) fn insert_token(c: &mut PlatformConn<'_>, session: &SessionId, token_hash: &str) -> Result<()> {
    let now = c.now();
    diesel::insert_into(refresh_tokens::table)
        .values((
            refresh_tokens::token_hash.eq(token_hash),
            refresh_tokens::session_id.eq(session),
            refresh_tokens::issued_at.eq(now),
            refresh_tokens::used_at.eq(None::<Timestamp>),
        ))
        .execute(c.conn())?;
    Ok(())
}

/// The session a refresh token belongs to.
pub(super) fn find_by_token(c: &mut PlatformConn<'_>, token_hash: &str) -> Result<Option<Session>> {
    let row = refresh_tokens::table
        .inner_join(sessions::table)
        .filter(refresh_tokens::token_hash.eq(token_hash))
        .select(Session::as_select());
    Ok(row.first(c.conn()).optional()?)
}

/// Uses a token up; false when it was used before.
pub(super) fn use_token(c: &mut PlatformConn<'_>, token_hash: &str) -> Result<bool> {
    let now = c.now();
    let unused = refresh_tokens::table
        .find(token_hash)
        .filter(refresh_tokens::used_at.is_null());
    Ok(diesel::update(unused)
        .set(refresh_tokens::used_at.eq(now))
        .execute(c.conn())?
        == 1)
}

/// Whether a token was used no earlier than this.
pub(super) fn is_used_since(c: &mut PlatformConn<'_>, token_hash: &str, since: Timestamp) -> Result<bool> {
    let used = refresh_tokens::table
        .find(token_hash)
        .filter(refresh_tokens::used_at.gt(since));
    Ok(diesel::select(diesel::dsl::exists(used)).get_result(c.conn())?)
}

pub(super) fn renew(c: &mut PlatformConn<'_>, session: &SessionId, expires_at: Timestamp) -> Result<()> {
    let now = c.now();
    diesel::update(sessions::table.find(session))
        .set((
            sessions::refreshed_at.eq(now),
            sessions::expires_at.eq(expires_at),
        ))
        .execute(c.conn())?;
    Ok(())
}

pub(super) fn end(c: &mut PlatformConn<'_>, session: &SessionId, reason: &str) -> Result<()> {
    let now = c.now();
    let open = sessions::table.find(session).filter(sessions::ended_at.is_null());
    diesel::update(open)
        .set((sessions::ended_at.eq(now), sessions::end_reason.eq(reason)))
        .execute(c.conn())?;
    Ok(())
}

pub(crate) fn end_all_of_account(c: &mut PlatformConn<'_>, account: &AccountId, reason: &str) -> Result<()> {
    let now = c.now();
    let open = sessions::table
        .filter(sessions::account_id.eq(account))
        .filter(sessions::ended_at.is_null());
    diesel::update(open)
        .set((sessions::ended_at.eq(now), sessions::end_reason.eq(reason)))
        .execute(c.conn())?;
    Ok(())
}

pub(crate) fn end_all_of_enterprise(
    c: &mut PlatformConn<'_>,
    enterprise: &EnterpriseId,
    reason: &str,
) -> Result<()> {
    let of = accounts::table
        .filter(accounts::enterprise_id.eq(enterprise))
        .select(accounts::id);
    let ids: Vec<AccountId> = of.load(c.conn())?;
    ids.iter().try_for_each(|id| end_all_of_account(c, id, reason))
}

/// A living session with its account and enterprise.
pub(super) fn find_living(
    c: &mut PlatformConn<'_>,
    session: &SessionId,
) -> Result<Option<(Account, Option<Enterprise>)>> {
    let now = c.now();
    let row = sessions::table
        .inner_join(accounts::table.left_join(enterprises::table))
        .filter(sessions::id.eq(session))
        .filter(sessions::ended_at.is_null())
        .filter(sessions::expires_at.gt(now))
        .select((Account::as_select(), Option::<Enterprise>::as_select()));
    Ok(row.first(c.conn()).optional()?)
}

/// Sessions that ended or expired some time ago, with their tokens.
pub(super) fn remove_dead(c: &mut PlatformConn<'_>, before: Timestamp) -> Result<usize> {
    let dead = sessions::table.filter(sessions::expires_at.lt(before));
    Ok(diesel::delete(dead).execute(c.conn())?)
}
