use crate::{
    Error,
    inbox::{NoticeFilter, NoticeId, StoredNotice, day_bounds, inbox_statements},
    notice::WrittenNotice,
};
use db::{PlatformConn, TenantConn, each_backend, schema::platform_notices};
use diesel::prelude::*;
use kernel::Timestamp;

type Result<T> = std::result::Result<T, Error>;

/// Writes a notice down; not again when its key was told before.
pub(crate) fn insert(c: &mut TenantConn<'_>, written: &WrittenNotice<'_>) -> Result<()> {
    let now = c.now();
    let row = (
        platform_notices::id.eq(NoticeId::new()),
        platform_notices::notice_code.eq(written.declared.code),
        platform_notices::kind.eq(written.declared.kind),
        platform_notices::title.eq(written.declared.title),
        platform_notices::title_en.eq(written.declared.title_en),
        platform_notices::text.eq(&written.text),
        platform_notices::text_en.eq(&written.text_en),
        platform_notices::link.eq(written.link),
        platform_notices::dedupe_key.eq(written.key),
        platform_notices::created_at.eq(now),
        platform_notices::read_at.eq(None::<Timestamp>),
    );
    each_backend!(c.unscoped(), c => diesel::insert_into(platform_notices::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(())
}

/// The operators' notices; the platform's connection sees them all.
fn all(_: &PlatformConn<'_>) -> platform_notices::table {
    platform_notices::table
}

inbox_statements!(platform_notices, PlatformConn<'_>, c => all(c), diesel::update, c.conn());
