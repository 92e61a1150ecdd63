use crate::{
    Error,
    notification::{
        OperatorNoticeCode,
        inbox::{NoticeFilter, NoticeId, StoredNotice, day_bounds, inbox_statements},
        notice::Words,
    },
};
use db::{PlatformConn, TenantConn, each_backend, schema::platform_notices};
use diesel::prelude::*;
use kernel::Timestamp;

type Result<T> = std::result::Result<T, Error>;

/// Writes a notice down; not again when its key was told before.
pub(in crate::notification) fn insert(
    c: &mut TenantConn<'_>,
    words: &Words<'_, OperatorNoticeCode>,
) -> Result<()> {
    let now = c.now();
    let row = (
        platform_notices::id.eq(NoticeId::new()),
        platform_notices::template.eq(words.template),
        platform_notices::kind.eq(words.kind),
        platform_notices::title.eq(words.title),
        platform_notices::title_en.eq(words.title_en),
        platform_notices::text.eq(&words.text),
        platform_notices::text_en.eq(&words.text_en),
        platform_notices::link.eq(words.link),
        platform_notices::dedupe_key.eq(words.key),
        platform_notices::created_at.eq(now),
        platform_notices::read_at.eq(None::<Timestamp>),
    );
    each_backend!(c.conn(), c => diesel::insert_into(platform_notices::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(())
}

/// Whoever has the platform's connection sees them all.
fn all(_: &PlatformConn<'_>) -> platform_notices::table {
    platform_notices::table
}

inbox_statements!(platform_notices, PlatformConn<'_>, c => all(c));
