use super::{
    Error, ExpiryState, Qualification, QualificationFilter, QualificationId, QualificationOverview,
    QualificationSort, expiry::horizon,
};
use crate::profile::EnterpriseState;
use chrono::NaiveDate;
use db::{
    EnterpriseId, PlatformConn, PublicConn, TenantConn, contains_pattern, public,
    schema::{enterprises, qualifications},
    unique_or,
};
use diesel::prelude::*;
use web::Stale;

type Result<T> = std::result::Result<T, Error>;

pub(super) fn insert(c: &mut TenantConn<'_>, new: &Qualification) -> Result<()> {
    c.insert(qualifications::table, new)
        .map_err(|e| unique_or(e, || taken(new)))?;
    Ok(())
}

fn taken(q: &Qualification) -> Error {
    Error::NumberTaken {
        number: q.number.clone(),
    }
}

pub(super) fn find(c: &mut TenantConn<'_>, id: &QualificationId) -> Result<Qualification> {
    let row = c
        .rows(qualifications::table)
        .filter(qualifications::id.eq(id))
        .filter(qualifications::deleted_at.is_null());
    let row = row.select(Qualification::as_select());
    row.first(c).optional()?.ok_or(Error::NotFound)
}

/// Replaces what may be changed of a qualification, if it is still in the version that was read.
pub(super) fn update(c: &mut TenantConn<'_>, version: i64, to: &Qualification) -> Result<()> {
    let now = c.now();
    let guarded = c
        .rows(qualifications::table)
        .filter(qualifications::id.eq(&to.id))
        .filter(qualifications::deleted_at.is_null())
        .filter(qualifications::version.eq(version));
    let updated = db::update(guarded)
        .set((
            qualifications::kind.eq(to.kind),
            qualifications::name.eq(&to.name),
            qualifications::number.eq(&to.number),
            qualifications::issuer.eq(&to.issuer),
            qualifications::issued_on.eq(to.issued_on),
            qualifications::expires_on.eq(to.expires_on),
            qualifications::is_public.eq(to.is_public),
            qualifications::picture_file_ids.eq(&to.picture_file_ids),
            qualifications::folded_number.eq(&to.folded_number),
            qualifications::version.eq(version + 1),
            qualifications::updated_at.eq(now),
        ))
        .execute(c)
        .map_err(|e| unique_or(e, || taken(to)))?;
    Ok(Stale::unless_updated(updated)?)
}

/// What ends between two days, of enterprises that are active.
pub(super) fn list_ending(
    c: &mut PlatformConn<'_>,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<Vec<(EnterpriseId, Qualification)>> {
    let active = enterprises::table
        .filter(enterprises::state.eq(EnterpriseState::Active))
        .select(enterprises::id);
    let rows = qualifications::table
        .filter(qualifications::enterprise_id.eq_any(active))
        .filter(qualifications::deleted_at.is_null())
        .filter(qualifications::expires_on.between(from, to))
        .order(qualifications::id)
        .select((qualifications::enterprise_id, Qualification::as_select()));
    Ok(rows.load(c.conn())?)
}

pub(super) fn delete(c: &mut TenantConn<'_>, id: &QualificationId) -> Result<()> {
    let now = c.now();
    let row = c.rows(qualifications::table).filter(qualifications::id.eq(id));
    db::update(row)
        .set((
            qualifications::deleted_at.eq(Some(now)),
            qualifications::is_public.eq(false),
            qualifications::version.eq(qualifications::version + 1),
            qualifications::updated_at.eq(now),
        ))
        .execute(c)?;
    Ok(())
}

pub(super) fn list(
    c: &mut TenantConn<'_>,
    filter: &QualificationFilter,
    (offset, limit): (i64, i64),
) -> Result<(Vec<Qualification>, i64)> {
    let today = c.now().beijing_date();
    let matching = |c: &TenantConn<'_>| {
        let mut rows = c
            .rows(qualifications::table)
            .filter(qualifications::deleted_at.is_null())
            .into_boxed();
        if let Some(kind) = filter.kind {
            rows = rows.filter(qualifications::kind.eq(kind));
        }
        if let Some(text) = filter.number.as_deref() {
            rows = rows.filter(
                qualifications::folded_number
                    .like(contains_pattern(text))
                    .escape('\\'),
            );
        }
        if let Some(from) = filter.issued_from {
            rows = rows.filter(qualifications::issued_on.ge(from));
        }
        if let Some(to) = filter.issued_to {
            rows = rows.filter(qualifications::issued_on.le(to));
        }
        let (last, near) = (qualifications::expires_on, horizon(today));
        match filter.expiry_state {
            None => rows,
            Some(ExpiryState::Expired) => rows.filter(last.lt(today)),
            Some(ExpiryState::Expiring) => rows.filter(last.between(today, near)),
            Some(ExpiryState::Valid) => rows.filter(last.is_null().or(last.gt(near))),
        }
    };
    let total = matching(c).count().get_result(c)?;
    let rows = matching(c);
    // The databases disagree about where nothing stands; here it is last, upwards and downwards.
    let (id, issued, last) = (
        qualifications::id,
        qualifications::issued_on,
        qualifications::expires_on,
    );
    let rows = match filter.sort.unwrap_or(QualificationSort::NewestFirst) {
        QualificationSort::NewestFirst => rows.order((qualifications::created_at.desc(), id.desc())),
        QualificationSort::OldestFirst => rows.order((qualifications::created_at.asc(), id.asc())),
        QualificationSort::IssuedLast => rows.order((issued.is_null(), issued.desc(), id.desc())),
        QualificationSort::IssuedFirst => rows.order((issued.is_null(), issued.asc(), id.asc())),
        QualificationSort::ExpiresLast => rows.order((last.is_null(), last.desc(), id.desc())),
        QualificationSort::ExpiresFirst => rows.order((last.is_null(), last.asc(), id.asc())),
        QualificationSort::Number => rows.order((qualifications::number.asc(), id.asc())),
        QualificationSort::NumberReversed => rows.order((qualifications::number.desc(), id.desc())),
    };
    let rows = rows
        .select(Qualification::as_select())
        .offset(offset)
        .limit(limit);
    Ok((rows.load(c)?, total))
}

pub(super) fn overview(c: &mut TenantConn<'_>) -> Result<QualificationOverview> {
    let today = c.now().beijing_date();
    let rows = c
        .rows(qualifications::table)
        .filter(qualifications::deleted_at.is_null());
    let ends: Vec<Option<NaiveDate>> = rows.select(qualifications::expires_on).load(c)?;
    let count = |state| {
        ends.iter()
            .filter(|end| ExpiryState::on(today, **end) == state)
            .count() as i64
    };
    Ok(QualificationOverview {
        valid: count(ExpiryState::Valid),
        expiring: count(ExpiryState::Expiring),
        expired: count(ExpiryState::Expired),
    })
}

pub(super) fn list_public(c: &mut PublicConn<'_>, of: &EnterpriseId) -> Result<Vec<Qualification>> {
    let rows = public(qualifications::table)
        .filter(qualifications::enterprise_id.eq(of))
        .filter(qualifications::deleted_at.is_null())
        .filter(qualifications::is_public.eq(true))
        .order((qualifications::kind.asc(), qualifications::id.asc()));
    Ok(rows.select(Qualification::as_select()).load(c)?)
}
