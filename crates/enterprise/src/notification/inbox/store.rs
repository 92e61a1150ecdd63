use super::{NoticeFilter, NoticeId, StoredNotice, day_bounds, inbox_statements};
use crate::{
    Error,
    notification::{NoticeCode, notice::Words},
};
use db::{TenantConn, each_backend, schema::notices};
use diesel::prelude::*;
use kernel::Timestamp;

type Result<T> = std::result::Result<T, Error>;

/// Writes a notice down; nothing when its key was told before.
pub(in crate::notification) fn insert(
    c: &mut TenantConn<'_>,
    words: &Words<'_, NoticeCode>,
) -> Result<Option<NoticeId>> {
    let (now, owner, id) = (c.now(), c.enterprise().clone(), NoticeId::new());
    let row = (
        notices::id.eq(&id),
        notices::enterprise_id.eq(owner),
        notices::template.eq(words.template),
        notices::kind.eq(words.kind),
        notices::title.eq(words.title),
        notices::title_en.eq(words.title_en),
        notices::text.eq(&words.text),
        notices::text_en.eq(&words.text_en),
        notices::link.eq(words.link),
        notices::dedupe_key.eq(words.key),
        notices::created_at.eq(now),
        notices::read_at.eq(None::<Timestamp>),
    );
    let told = each_backend!(c.conn(), c => diesel::insert_into(notices::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok((told == 1).then_some(id))
}

inbox_statements!(notices, TenantConn<'_>, c => c.rows(notices::table));
