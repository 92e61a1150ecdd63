use super::{NoticeFilter, NoticeId, StoredNotice, day_bounds, inbox_statements};
use crate::{Error, notice::WrittenNotice};
use db::{TenantConn, each_backend, schema::notices};
use diesel::prelude::*;
use kernel::Timestamp;

type Result<T> = std::result::Result<T, Error>;

/// Writes a notice down; nothing when its key was told before.
pub(crate) fn insert(c: &mut TenantConn<'_>, written: &WrittenNotice<'_>) -> Result<Option<NoticeId>> {
    let (now, owner, id) = (c.now(), c.enterprise().clone(), NoticeId::new());
    let row = (
        notices::id.eq(&id),
        notices::enterprise_id.eq(owner),
        notices::notice_code.eq(written.declared.code),
        notices::kind.eq(written.declared.kind),
        notices::title.eq(written.declared.title),
        notices::title_en.eq(written.declared.title_en),
        notices::text.eq(&written.text),
        notices::text_en.eq(&written.text_en),
        notices::link.eq(written.link),
        notices::dedupe_key.eq(written.key),
        notices::created_at.eq(now),
        notices::read_at.eq(None::<Timestamp>),
    );
    let told = each_backend!(c.unscoped(), c => diesel::insert_into(notices::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok((told == 1).then_some(id))
}

inbox_statements!(notices, TenantConn<'_>, c => c.rows(notices::table), db::update, c);
