use super::{
    FileId, FileOwner, Slot, StoredFile, UploadError,
    model::{KeptFile, Origin},
};
use db::{
    EnterpriseId, PlatformConn, PublicConn, TenantConn, public,
    schema::{file_claims, files, jobs, registration_files},
    unique_or,
};
use diesel::{dsl::sql, prelude::*, sql_types::Double};
use kernel::Timestamp;

type Result<T> = std::result::Result<T, UploadError>;

pub(super) fn insert(c: &mut TenantConn<'_>, kept: &KeptFile, is_public: bool) -> Result<()> {
    let now = c.now();
    let kept = (
        files::id.eq(&kept.id),
        files::slot.eq(&kept.slot),
        files::name.eq(&kept.name),
        files::media_type.eq(&kept.media_type),
        files::size.eq(kept.size),
        files::sha256.eq(&kept.sha256),
        files::width.eq(kept.width),
        files::height.eq(kept.height),
    );
    let state = (
        files::is_public.eq(is_public),
        files::claimed_at.eq(None::<Timestamp>),
        files::created_at.eq(now),
    );
    c.insert(files::table, (state, kept))?;
    Ok(())
}

pub(super) fn insert_unowned(c: &mut PlatformConn<'_>, kept: &KeptFile) -> Result<()> {
    let now = c.now();
    diesel::insert_into(registration_files::table)
        .values((kept, registration_files::created_at.eq(now)))
        .execute(c.conn())?;
    Ok(())
}

/// Takes an unowned file off the list; it is the caller's now.
pub(super) fn take_unowned(c: &mut PlatformConn<'_>, id: &FileId) -> Result<Option<KeptFile>> {
    let row = registration_files::table.find(id);
    let Some(kept) = row.select(KeptFile::as_select()).first(c.conn()).optional()? else {
        return Ok(None);
    };
    let taken = diesel::delete(row).execute(c.conn())?;
    Ok((taken == 1).then_some(kept))
}

pub(super) fn load(c: &mut TenantConn<'_>, ids: &[FileId]) -> Result<Vec<StoredFile>> {
    let rows = c
        .rows(files::table)
        .filter(files::id.eq_any(ids))
        .select(StoredFile::as_select());
    Ok(rows.load(c)?)
}

/// Locks the rows of files until the transaction ends, on both databases, and keeps them from the sweep.
pub(super) fn take_turn(c: &mut TenantConn<'_>, ids: Vec<FileId>) -> Result<()> {
    let now = c.now();
    let rows = c.rows(files::table).filter(files::id.eq_any(ids));
    db::update(rows).set(files::claimed_at.eq(now)).execute(c)?;
    Ok(())
}

/// The files a record has.
pub(super) fn claimed_by(c: &mut TenantConn<'_>, owner: &FileOwner) -> Result<Vec<FileId>> {
    let rows = c
        .rows(file_claims::table)
        .filter(file_claims::owner_kind.eq(owner.kind))
        .filter(file_claims::owner_id.eq(&owner.id));
    Ok(rows.select(file_claims::file_id).load(c)?)
}

/// Notes that a record has a file; `pointer` is blamed when another has it alone.
pub(super) fn claim(
    c: &mut TenantConn<'_>,
    owner: &FileOwner,
    rule: Slot,
    file: &FileId,
    pointer: &str,
) -> Result<()> {
    let claim = (
        file_claims::file_id.eq(file),
        file_claims::owner_kind.eq(owner.kind),
        file_claims::owner_id.eq(&owner.id),
        file_claims::is_sole.eq(rule.is_sole),
    );
    c.insert(file_claims::table, claim).map_err(|e| {
        unique_or(e, || UploadError::Taken {
            pointer: pointer.to_owned(),
        })
    })?;
    Ok(())
}

/// Notes that a record no longer has these files.
pub(super) fn unclaim(c: &mut TenantConn<'_>, owner: &FileOwner, ids: &[FileId]) -> Result<()> {
    let rows = c
        .rows(file_claims::table)
        .filter(file_claims::owner_kind.eq(owner.kind))
        .filter(file_claims::owner_id.eq(&owner.id))
        .filter(file_claims::file_id.eq_any(ids));
    db::delete(rows).execute(c)?;
    Ok(())
}

/// Those of some files that any record has.
pub(super) fn still_claimed(c: &mut TenantConn<'_>, ids: &[FileId]) -> Result<Vec<FileId>> {
    let rows = c
        .rows(file_claims::table)
        .filter(file_claims::file_id.eq_any(ids));
    Ok(rows.select(file_claims::file_id).load(c)?)
}

/// Closes those of some files that this record has alone.
pub(super) fn close_sole(c: &mut TenantConn<'_>, owner: &FileOwner, ids: &[FileId]) -> Result<()> {
    let rows = c
        .rows(file_claims::table)
        .filter(file_claims::owner_kind.eq(owner.kind))
        .filter(file_claims::owner_id.eq(&owner.id))
        .filter(file_claims::is_sole.eq(true))
        .filter(file_claims::file_id.eq_any(ids));
    let sole: Vec<FileId> = rows.select(file_claims::file_id).load(c)?;
    set_public(c, &sole, false)
}

/// Opens files to everyone or closes them; the links given out before die with it.
pub(super) fn set_public(c: &mut TenantConn<'_>, ids: &[FileId], is_public: bool) -> Result<()> {
    let rows = c
        .rows(files::table)
        .filter(files::id.eq_any(ids))
        .filter(files::is_public.ne(is_public));
    db::update(rows).set(files::is_public.eq(is_public)).execute(c)?;
    Ok(())
}

/// Closes files and leaves them to the sweep.
pub(super) fn release(c: &mut TenantConn<'_>, ids: &[FileId]) -> Result<()> {
    let rows = c.rows(files::table).filter(files::id.eq_any(ids));
    db::update(rows)
        .set((
            files::is_public.eq(false),
            files::claimed_at.eq(None::<Timestamp>),
        ))
        .execute(c)?;
    Ok(())
}

pub(super) fn used_bytes(c: &mut TenantConn<'_>, origin: Origin, slots_of_others: &[&str]) -> Result<i64> {
    // What the enterprise itself uploads for such a purpose belongs to no message and is its own.
    let from_others = files::slot
        .eq_any(slots_of_others)
        .and(files::claimed_at.is_not_null());
    let counted = match origin {
        Origin::Own => c
            .rows(files::table)
            .filter(diesel::dsl::not(from_others))
            .into_boxed(),
        Origin::Others => c.rows(files::table).filter(from_others).into_boxed(),
    };
    // The sum of BIGINTs is NUMERIC on PostgreSQL and comes back as text on neither; bytes fit a double exactly
    // up to 9 petabytes.
    let total = counted.select(sql::<Double>("CAST(COALESCE(SUM(size), 0) AS DOUBLE PRECISION)"));
    let bytes: f64 = total.first(c)?;
    Ok(bytes as i64)
}

/// What jobs made, and what those that have not ended will make as far as known.
pub(super) fn bytes_of_jobs(c: &mut TenantConn<'_>) -> Result<i64> {
    let total = sql::<Double>("CAST(COALESCE(SUM(bytes), 0) AS DOUBLE PRECISION)");
    let bytes: f64 = c.rows(jobs::table).select(total).first(c)?;
    Ok(bytes as i64)
}

/// A file whoever owns it, for the address that serves contents.
pub(super) fn find_anyones(c: &mut PublicConn<'_>, id: &FileId) -> Result<Option<StoredFile>> {
    Ok(public(files::table)
        .find(id)
        .select(StoredFile::as_select())
        .first(c)
        .optional()?)
}

/// Files of an enterprise that anyone may see.
pub(super) fn load_public(
    c: &mut PublicConn<'_>,
    owner: &EnterpriseId,
    ids: &[FileId],
) -> Result<Vec<StoredFile>> {
    let rows = public(files::table)
        .filter(files::enterprise_id.eq(owner))
        .filter(files::id.eq_any(ids))
        .filter(files::is_public.eq(true));
    Ok(rows.select(StoredFile::as_select()).load(c)?)
}

/// Files nobody came to use: of enterprises, and of registrations that were never finished.
pub(super) fn remove_unclaimed(c: &mut PlatformConn<'_>, before: Timestamp) -> Result<Vec<String>> {
    let old = files::claimed_at.is_null().and(files::created_at.lt(before));
    let unowned = registration_files::created_at.lt(before);
    let mut hashes: Vec<String> = files::table.filter(old).select(files::sha256).load(c.conn())?;
    hashes.extend(
        registration_files::table
            .filter(unowned)
            .select(registration_files::sha256)
            .load(c.conn())?,
    );
    diesel::delete(files::table.filter(old)).execute(c.conn())?;
    diesel::delete(registration_files::table.filter(unowned)).execute(c.conn())?;
    Ok(hashes)
}

pub(super) fn is_referred_to(c: &mut PlatformConn<'_>, sha256: &str) -> Result<bool> {
    let owned = diesel::select(diesel::dsl::exists(files::table.filter(files::sha256.eq(sha256))));
    if owned.get_result(c.conn())? {
        return Ok(true);
    }
    let unowned = registration_files::table.filter(registration_files::sha256.eq(sha256));
    Ok(diesel::select(diesel::dsl::exists(unowned)).get_result(c.conn())?)
}
