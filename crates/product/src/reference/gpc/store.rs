use super::Entry;
use db::{AnyConnection, Fault, PlatformConn, contains_pattern, each_backend, fold, schema::gpc_entries};
use diesel::prelude::*;
use std::collections::HashSet;

/// So many rows fit into one statement of either database.
const CHUNK: usize = 1_000;

pub(super) fn replace(c: &mut PlatformConn<'_>, entries: &[&Entry]) -> Result<(), Fault> {
    diesel::delete(gpc_entries::table).execute(c.conn())?;
    for chunk in entries.chunks(CHUNK) {
        let rows: Vec<_> = chunk
            .iter()
            .map(|e| {
                let search = fold(&format!("{} {}", e.title, e.title_en));
                ((*e).clone(), gpc_entries::search_text.eq(search))
            })
            .collect();
        each_backend!(c.conn(), c => diesel::insert_into(gpc_entries::table).values(&rows).execute(c))?;
    }
    Ok(())
}

pub(super) fn is_empty(c: &mut AnyConnection) -> Result<bool, Fault> {
    let any = gpc_entries::table
        .select(gpc_entries::code)
        .first::<String>(c)
        .optional()?;
    Ok(any.is_none())
}

/// Criteria of a search.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    /// The beginning of a code, or words of a name.
    pub(super) keyword: String,
    /// Below which entry to look; without one and without a keyword, at the top.
    pub(super) parent: Option<String>,
}

macro_rules! filtered {
    ($wanted:expr) => {{
        let mut q = gpc_entries::table.into_boxed();
        let keyword = $wanted.keyword.trim();
        if let Some(parent) = &$wanted.parent {
            q = q.filter(gpc_entries::parent.eq(parent.clone()));
        } else if keyword.is_empty() {
            q = q.filter(gpc_entries::parent.is_null());
        }
        if !keyword.is_empty() && keyword.bytes().all(|b| b.is_ascii_digit()) {
            q = q.filter(gpc_entries::code.like(format!("{keyword}%")));
        } else {
            for word in keyword.split_whitespace() {
                q = q.filter(gpc_entries::search_text.like(contains_pattern(word)).escape('\\'));
            }
        }
        q
    }};
}

pub(super) fn search(
    c: &mut AnyConnection,
    wanted: &Wanted,
    limit: i64,
    offset: i64,
) -> Result<(Vec<Entry>, i64), Fault> {
    let total = filtered!(wanted).count().get_result(c)?;
    let found = filtered!(wanted)
        .order((gpc_entries::level.asc(), gpc_entries::code.asc()))
        .limit(limit)
        .offset(offset)
        .select(Entry::as_select())
        .load(c)?;
    Ok((found, total))
}

pub(super) fn load(c: &mut AnyConnection, codes: &HashSet<String>) -> Result<Vec<Entry>, Fault> {
    if codes.is_empty() {
        return Ok(vec![]);
    }
    Ok(gpc_entries::table
        .filter(gpc_entries::code.eq_any(codes.iter().cloned().collect::<Vec<_>>()))
        .select(Entry::as_select())
        .load(c)?)
}

/// Finds those of the codes that have entries below them.
pub(super) fn parents_among(c: &mut AnyConnection, codes: &[String]) -> Result<HashSet<String>, Fault> {
    let found: Vec<Option<String>> = gpc_entries::table
        .filter(gpc_entries::parent.eq_any(codes.to_vec()))
        .select(gpc_entries::parent)
        .distinct()
        .load(c)?;
    Ok(found.into_iter().flatten().collect())
}
