use super::{
    DeliveryFilter, DeliveryId, DeliveryItem, DeliveryState, Message, Outcome, digest_store, slot::Slot,
};
use crate::{
    Error,
    inbox::{NoticeId, day_bounds},
    via::NoticeVia,
};
use chrono::NaiveDate;
use db::{
    EnterpriseId, PlatformConn, TenantConn, contains_pattern, lower,
    schema::{deliveries, enterprises, notices},
};
use diesel::{dsl::sql, prelude::*, sql_types::BigInt};
use kernel::Timestamp;

type Result<T> = std::result::Result<T, Error>;

/// The lease of a message: a courier that is silent for longer loses it to another. Longer than a conversation with a server
/// can last, so that nothing is sent twice by two who are both alive.
const LEASE_SECONDS: i64 = 300;

/// Puts an urgent message into the outbox.
pub(crate) fn insert(c: &mut TenantConn<'_>, notice: &NoticeId, via: NoticeVia, address: &str) -> Result<()> {
    let now = c.now();
    c.insert(
        deliveries::table,
        (
            deliveries::id.eq(DeliveryId::new()),
            deliveries::notice_id.eq(notice),
            deliveries::via.eq(via),
            deliveries::address.eq(address),
            deliveries::state.eq(DeliveryState::Waiting),
            deliveries::tries.eq(0),
            deliveries::last_error.eq(None::<String>),
            deliveries::due_at.eq(now),
            deliveries::created_at.eq(now),
            deliveries::ended_at.eq(None::<Timestamp>),
            deliveries::kind.eq(None::<String>),
            deliveries::digest_on.eq(None::<NaiveDate>),
        ),
    )?;
    Ok(())
}

/// Asks whether a message waits. Reading disturbs nobody, so this can be asked often.
pub(crate) fn is_any_due(c: &mut PlatformConn<'_>) -> Result<bool> {
    let due = open(c.now());
    Ok(diesel::select(diesel::dsl::exists(due)).get_result(c.conn())?)
}

/// Messages nobody works on whose time has come: they wait, or the lease of their courier ran out.
#[diesel::dsl::auto_type]
fn open(now: Timestamp) -> _ {
    let open: [DeliveryState; 2] = [DeliveryState::Waiting, DeliveryState::Sending];
    deliveries::table
        .filter(deliveries::state.eq_any(open))
        .filter(deliveries::due_at.le(now))
}

/// Takes the message that waits longest. The guarded update decides when two couriers reach for one.
pub(crate) fn take(c: &mut PlatformConn<'_>) -> Result<Option<Message>> {
    let now = c.now();
    let columns = (
        deliveries::id,
        deliveries::via,
        deliveries::address,
        notices::title,
        notices::text,
        notices::link,
        deliveries::tries,
        deliveries::digest_on.is_not_null(),
    );
    let next = open(now)
        .inner_join(notices::table)
        .order((deliveries::due_at, deliveries::id))
        .select(columns)
        .first::<Message>(c.conn())
        .optional()?;
    let Some(message) = next else { return Ok(None) };
    let untouched = open(now)
        .filter(deliveries::id.eq(&message.id))
        .filter(deliveries::tries.eq(message.tries));
    let tries = message.tries + 1;
    let taken = diesel::update(untouched)
        .set((
            deliveries::state.eq(DeliveryState::Sending),
            deliveries::tries.eq(tries),
            deliveries::due_at.eq(now.plus_seconds(LEASE_SECONDS)),
        ))
        .execute(c.conn())?;
    if taken == 0 {
        return Ok(None);
    }
    let message = Message { tries, ..message };
    match message.is_digest {
        true => digest_store::gather(c, message).map(Some),
        false => Ok(Some(message)),
    }
}

/// Notes what became of a try, if the message is still this courier's.
pub(crate) fn record_outcome(c: &mut PlatformConn<'_>, message: &Message, outcome: &Outcome) -> Result<()> {
    let now = c.now();
    let held = deliveries::table
        .filter(deliveries::id.eq(&message.id))
        .filter(deliveries::state.eq(DeliveryState::Sending))
        .filter(deliveries::tries.eq(message.tries));
    let (state, error, due_at, ended_at) = match outcome {
        Outcome::Sent => (DeliveryState::Sent, None, now, Some(now)),
        Outcome::Later(error, at) if message.is_digest => {
            (DeliveryState::Waiting, Some(error), Slot::at(*at).due, None)
        }
        Outcome::Later(error, at) => (DeliveryState::Waiting, Some(error), *at, None),
        Outcome::GivenUp(error) => (DeliveryState::Failed, Some(error), now, Some(now)),
    };
    diesel::update(held)
        .set((
            deliveries::state.eq(state),
            deliveries::last_error.eq(error),
            deliveries::due_at.eq(due_at),
            deliveries::ended_at.eq(ended_at),
        ))
        .execute(c.conn())?;
    Ok(())
}

/// The enterprise of a delivery, its way, and the address it was meant for.
pub(super) fn find_target(
    c: &mut PlatformConn<'_>,
    id: &DeliveryId,
) -> Result<(EnterpriseId, NoticeVia, String)> {
    let columns = (deliveries::enterprise_id, deliveries::via, deliveries::address);
    let found = deliveries::table.find(id).select(columns).first(c.conn());
    found.optional()?.ok_or(Error::DeliveryNotFound)
}

/// Puts a message back into the outbox that was given up.
pub(super) fn queue_again(c: &mut PlatformConn<'_>, id: &DeliveryId, address: &str) -> Result<()> {
    let now = c.now();
    let failed = deliveries::table
        .find(id)
        .filter(deliveries::state.eq(DeliveryState::Failed));
    let updated = diesel::update(failed)
        .set((
            deliveries::state.eq(DeliveryState::Waiting),
            deliveries::address.eq(address),
            deliveries::tries.eq(0),
            deliveries::due_at.eq(now),
            deliveries::ended_at.eq(None::<Timestamp>),
        ))
        .execute(c.conn())?;
    match updated {
        1 => Ok(()),
        _ => Err(Error::DeliveryNotFailed),
    }
}

pub(super) fn list(
    c: &mut PlatformConn<'_>,
    filter: &DeliveryFilter,
    (offset, limit): (i64, i64),
) -> Result<(Vec<DeliveryItem>, i64)> {
    let (from, to) = day_bounds(filter.created_from, filter.created_to);
    let matching = || {
        let mut rows = deliveries::table
            .inner_join(notices::table)
            .inner_join(enterprises::table)
            .into_boxed();
        if let Some(name) = filter.enterprise_name.as_deref() {
            rows = rows.filter(lower(enterprises::name).like(contains_pattern(name)).escape('\\'));
        }
        if let Some(via) = filter.via {
            rows = rows.filter(deliveries::via.eq(via));
        }
        if let Some(state) = filter.state {
            rows = rows.filter(deliveries::state.eq(state));
        }
        if let Some(code) = &filter.notice_code {
            rows = rows.filter(notices::notice_code.eq(code.as_str()));
        }
        if let Some(from) = from {
            rows = rows.filter(deliveries::created_at.ge(from));
        }
        if let Some(to) = to {
            rows = rows.filter(deliveries::created_at.lt(to));
        }
        rows
    };
    let total = matching().count().get_result(c.conn())?;
    let columns = (
        deliveries::id,
        enterprises::name,
        deliveries::via,
        deliveries::address,
        notices::notice_code,
        notices::text,
        sql::<BigInt>("CAST(1 AS BIGINT)"),
        deliveries::state,
        deliveries::tries,
        deliveries::last_error,
        deliveries::created_at,
        deliveries::due_at,
        deliveries::ended_at,
    );
    let rows = matching()
        .select(columns)
        .order(deliveries::id.desc())
        .offset(offset)
        .limit(limit);
    let mut items: Vec<DeliveryItem> = rows.load(c.conn())?;
    let ids: Vec<DeliveryId> = items.iter().map(|d| d.id.clone()).collect();
    for (id, count) in digest_store::counts(c, &ids)? {
        items
            .iter_mut()
            .filter(|d| d.id == id)
            .for_each(|d| d.notices = count);
    }
    Ok((items, total))
}

/// Removes what ended before an instant: addresses are not kept longer than the log is of use.
pub(crate) fn remove_before(c: &mut PlatformConn<'_>, before: Timestamp) -> Result<()> {
    digest_store::remove_before(c, before)?;
    diesel::delete(deliveries::table.filter(deliveries::ended_at.lt(before))).execute(c.conn())?;
    Ok(())
}
