use super::{
    Error,
    model::{Arrears, FilingArrears},
};
use chrono::NaiveDate;
use db::{
    EnterpriseId, PlatformConn, TenantConn, contains_pattern,
    schema::{enterprises, filing_arrears},
};
use diesel::prelude::*;

type Result<T> = std::result::Result<T, Error>;

/// Replaces what was counted of an enterprise; with nothing when it is not behind.
pub(super) fn replace(c: &mut TenantConn<'_>, new: Option<&Arrears>) -> Result<()> {
    db::delete(c.rows(filing_arrears::table)).execute(c)?;
    if let Some(new) = new {
        c.insert(filing_arrears::table, new)?;
    }
    Ok(())
}

/// The enterprises that are behind, those with the most first.
pub(super) fn list_all(
    c: &mut PlatformConn<'_>,
    keyword: Option<&str>,
    (offset, limit): (i64, i64),
) -> Result<(Vec<FilingArrears>, i64)> {
    let today = c.now().beijing_date();
    let matching = || {
        let mut rows = filing_arrears::table.inner_join(enterprises::table).into_boxed();
        if let Some(text) = keyword {
            rows = rows.filter(enterprises::name.like(contains_pattern(text)).escape('\\'));
        }
        rows
    };
    let total = matching().count().get_result(c.conn())?;
    let rows = matching()
        .order((
            filing_arrears::overdue.desc(),
            filing_arrears::enterprise_id.asc(),
        ))
        .offset(offset)
        .limit(limit)
        .select((enterprises::id, enterprises::name, Arrears::as_select()));
    let found: Vec<(EnterpriseId, String, Arrears)> = rows.load(c.conn())?;
    Ok((found.into_iter().map(|row| view(row, today)).collect(), total))
}

fn view((id, name, a): (EnterpriseId, String, Arrears), today: NaiveDate) -> FilingArrears {
    FilingArrears {
        enterprise_id: id,
        enterprise_name: name,
        products: a.products,
        overdue: a.overdue,
        days: today.signed_duration_since(a.oldest_due_on).num_days(),
        oldest_due_on: a.oldest_due_on,
        counted_at: a.counted_at,
    }
}
