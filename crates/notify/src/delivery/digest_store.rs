//! Digests in the outbox: what is not urgent leaves once a day for each kind and way, however much it is.

use super::{DeliveryId, DeliveryState, Message, digest::summed_up, slot::Slot};
use crate::{Error, inbox::NoticeId, text::NoticeKind, via::NoticeVia};
use db::{
    PlatformConn, TenantConn, each_backend,
    schema::{deliveries, delivery_notices, notices},
};
use diesel::{dsl::count_star, prelude::*};
use kernel::Timestamp;

type Result<T> = std::result::Result<T, Error>;

/// Days that may have a digest already: today and, when the clock was set back, tomorrow.
const DAYS: usize = 3;

/// Adds a notice to the digest of its kind that waits, or begins one.
pub(crate) fn join(
    c: &mut TenantConn<'_>,
    notice: &NoticeId,
    (kind, via): (&'static str, NoticeVia),
    address: &str,
) -> Result<()> {
    let digest = match waiting(c, kind, via)? {
        Some(digest) => digest,
        None => begin(c, notice, (kind, via), address)?,
    };
    let part = (
        delivery_notices::delivery_id.eq(&digest),
        delivery_notices::notice_id.eq(notice),
    );
    c.insert(delivery_notices::table, part)?;
    Ok(())
}

/// The digest that waits, locked so that it does not leave without what is added. One that could not be sent yesterday still waits.
fn waiting(c: &mut TenantConn<'_>, kind: &str, via: NoticeVia) -> Result<Option<DeliveryId>> {
    let open = c
        .rows(deliveries::table)
        .filter(deliveries::kind.eq(kind))
        .filter(deliveries::via.eq(via))
        .filter(deliveries::digest_on.is_not_null())
        .filter(deliveries::state.eq(DeliveryState::Waiting));
    let found: Option<DeliveryId> = open
        .order(deliveries::id)
        .select(deliveries::id)
        .first(c)
        .optional()?;
    let Some(id) = found else { return Ok(None) };
    let still = c
        .rows(deliveries::table)
        .filter(deliveries::id.eq(&id))
        .filter(deliveries::state.eq(DeliveryState::Waiting));
    let locked = db::update(still)
        .set(deliveries::state.eq(DeliveryState::Waiting))
        .execute(c)?;
    Ok((locked == 1).then_some(id))
}

/// Begins the digest of the next day that has none yet.
fn begin(
    c: &mut TenantConn<'_>,
    notice: &NoticeId,
    (kind, via): (&'static str, NoticeVia),
    address: &str,
) -> Result<DeliveryId> {
    let (now, owner) = (c.now(), c.enterprise().clone());
    let mut slot = Slot::after(now);
    for _ in 0..DAYS {
        let id = DeliveryId::new();
        let row = (
            deliveries::id.eq(&id),
            deliveries::enterprise_id.eq(&owner),
            deliveries::notice_id.eq(notice),
            deliveries::via.eq(via),
            deliveries::address.eq(address),
            deliveries::state.eq(DeliveryState::Waiting),
            deliveries::tries.eq(0),
            deliveries::last_error.eq(None::<String>),
            deliveries::due_at.eq(slot.due),
            deliveries::created_at.eq(now),
            deliveries::ended_at.eq(None::<Timestamp>),
            deliveries::kind.eq(Some(kind)),
            deliveries::digest_on.eq(Some(slot.day)),
        );
        let begun = each_backend!(c.unscoped(), c => diesel::insert_into(deliveries::table)
            .values(row)
            .on_conflict_do_nothing()
            .execute(c))?;
        if begun == 1 {
            return Ok(id);
        }
        // Somebody began it a moment ago, or it has left already.
        if let Some(begun) = waiting(c, kind, via)? {
            return Ok(begun);
        }
        slot = slot.next();
    }
    Err(diesel::result::Error::NotFound.into())
}

/// Takes back what waits of kinds that are no longer wanted.
pub(crate) fn drop_unwanted(c: &mut TenantConn<'_>, via: NoticeVia, kinds: &[NoticeKind]) -> Result<()> {
    let kinds: Vec<&str> = kinds.iter().map(NoticeKind::as_str).collect();
    let rows = c
        .rows(deliveries::table)
        .filter(deliveries::kind.eq_any(kinds))
        .filter(deliveries::via.eq(via))
        .filter(deliveries::digest_on.is_not_null())
        .filter(deliveries::state.eq(DeliveryState::Waiting));
    let unwanted: Vec<DeliveryId> = rows.select(deliveries::id).load(c)?;
    for id in unwanted {
        let parts = c
            .rows(delivery_notices::table)
            .filter(delivery_notices::delivery_id.eq(&id));
        db::delete(parts).execute(c)?;
        let row = c
            .rows(deliveries::table)
            .filter(deliveries::id.eq(&id))
            .filter(deliveries::state.eq(DeliveryState::Waiting));
        db::delete(row).execute(c)?;
    }
    Ok(())
}

/// Puts all that a digest tells into one message. Its courier has it already, so nothing is added any more.
pub(super) fn gather(c: &mut PlatformConn<'_>, message: Message) -> Result<Message> {
    let told = delivery_notices::table
        .filter(delivery_notices::delivery_id.eq(&message.id))
        .inner_join(notices::table.on(notices::id.eq(delivery_notices::notice_id)))
        .order(notices::id)
        .select((notices::title, notices::text));
    let parts: Vec<(String, String)> = told.load(c.conn())?;
    Ok(if parts.len() > 1 {
        summed_up(message, &parts)
    } else {
        message
    })
}

/// How many notices each of these deliveries tells of.
pub(super) fn counts(c: &mut PlatformConn<'_>, ids: &[DeliveryId]) -> Result<Vec<(DeliveryId, i64)>> {
    let rows = delivery_notices::table
        .filter(delivery_notices::delivery_id.eq_any(ids))
        .group_by(delivery_notices::delivery_id)
        .select((delivery_notices::delivery_id, count_star()));
    Ok(rows.load(c.conn())?)
}

/// Forgets which notices deliveries told of that ended before an instant.
pub(super) fn remove_before(c: &mut PlatformConn<'_>, before: Timestamp) -> Result<()> {
    let old = deliveries::table
        .filter(deliveries::ended_at.lt(before))
        .select(deliveries::id);
    diesel::delete(delivery_notices::table.filter(delivery_notices::delivery_id.eq_any(old)))
        .execute(c.conn())?;
    Ok(())
}
