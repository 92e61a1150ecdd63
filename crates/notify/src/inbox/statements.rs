/// The statements of an inbox: the same for an enterprise, which sees its own rows, and for the operators, who have a
/// table of their own. `$rows` are the rows the connection `$c` may see, `$update` changes them, `$run` is what they run on.
macro_rules! inbox_statements {
    ($table:ident, $conn:ty, $c:ident => $rows:expr, $update:path, $run:expr) => {
        pub(crate) fn list(
            $c: &mut $conn,
            filter: &NoticeFilter,
            (offset, limit): (i64, i64),
        ) -> Result<(Vec<StoredNotice>, i64)> {
            let (from, to) = day_bounds(filter.created_from, filter.created_to);
            let matching = |$c: &$conn| {
                let mut rows = $rows.into_boxed();
                match filter.unread {
                    Some(true) => rows = rows.filter($table::read_at.is_null()),
                    Some(false) => rows = rows.filter($table::read_at.is_not_null()),
                    None => {}
                }
                if let Some(kind) = &filter.kind {
                    rows = rows.filter($table::kind.eq(kind.as_str()));
                }
                if let Some(from) = from {
                    rows = rows.filter($table::created_at.ge(from));
                }
                if let Some(to) = to {
                    rows = rows.filter($table::created_at.lt(to));
                }
                rows
            };
            let total = matching($c).count().get_result($run)?;
            let columns = (
                $table::id,
                $table::notice_code,
                $table::kind,
                $table::title,
                $table::title_en,
                $table::text,
                $table::text_en,
                $table::link,
                $table::created_at,
                $table::read_at,
            );
            let rows = matching($c).select(columns).order($table::id.desc());
            Ok((rows.offset(offset).limit(limit).load($run)?, total))
        }

        pub(crate) fn count_unread($c: &mut $conn) -> Result<i64> {
            let unread = $rows.filter($table::read_at.is_null());
            Ok(unread.count().get_result($run)?)
        }

        /// Marks one as read; when it was read first stays.
        pub(crate) fn read($c: &mut $conn, id: &NoticeId) -> Result<()> {
            let now = $c.now();
            let one = $rows.filter($table::id.eq(id));
            if one.count().get_result::<i64>($run)? == 0 {
                return Err(Error::NoticeNotFound);
            }
            let unread = $rows
                .filter($table::id.eq(id))
                .filter($table::read_at.is_null());
            $update(unread).set($table::read_at.eq(now)).execute($run)?;
            Ok(())
        }

        pub(crate) fn read_all($c: &mut $conn) -> Result<()> {
            let now = $c.now();
            let unread = $rows.filter($table::read_at.is_null());
            $update(unread).set($table::read_at.eq(now)).execute($run)?;
            Ok(())
        }
    };
}
pub(crate) use inbox_statements;
