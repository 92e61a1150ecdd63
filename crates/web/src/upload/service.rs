use super::{
    Dropped, FileId, FileOwner, FileView, LinkKey, Received, Slot, Slots, StoredFile, UploadError, Vault,
    Wanted, claims,
    model::{KeptFile, Origin},
    store,
};
use db::{Db, PlatformConn, PublicConn, TenantConn};
use kernel::Timestamp;

/// What one enterprise may store in all: what it uploads, and what its jobs make.
pub const QUOTA_BYTES: i64 = 20 * 1024 * 1024 * 1024;

/// What others may send to one enterprise in all.
const QUOTA_OF_OTHERS_BYTES: i64 = 5 * 1024 * 1024 * 1024;

/// How long a file may lie about before something refers to it.
const UNCLAIMED_SECONDS: i64 = 24 * 3600;

/// Refuses when the enterprise has no room left.
pub(super) fn check_quota(c: &mut TenantConn<'_>, slots: &Slots) -> Result<(), UploadError> {
    match used_by_own(c, slots)? > QUOTA_BYTES {
        true => Err(UploadError::QuotaExceeded {
            quota: "20 GB".into(),
        }),
        false => Ok(()),
    }
}

/// What the enterprise has stored, and what its jobs made or have set aside for what they make.
///
/// # Errors
/// When the database fails.
pub fn used_by_own(c: &mut TenantConn<'_>, slots: &Slots) -> Result<i64, UploadError> {
    let uploaded = store::used_bytes(c, Origin::Own, &slots.of_others())?;
    Ok(uploaded.saturating_add(store::bytes_of_jobs(c)?))
}

/// Notes a file in the vault as the enterprise's own.
pub(super) fn accept(
    c: &mut TenantConn<'_>,
    kept: KeptFile,
    slot: Slot,
    links: &LinkKey,
) -> Result<FileView, UploadError> {
    c.stays_private();
    store::insert(c, &kept, slot.is_public)?;
    Ok(view(&stored(kept, slot.is_public, c.now()), links, c.now()))
}

/// Keeps a file that the program itself brings, judged like any other.
///
/// # Errors
/// When the slot does not take it, or it cannot be stored.
pub fn keep_own(
    c: &mut TenantConn<'_>,
    vault: &Vault,
    slot: Slot,
    name: &str,
    content: Vec<u8>,
) -> Result<FileId, UploadError> {
    let kept = own(vault, slot, name, content)?;
    store::insert(c, &kept, slot.is_public)?;
    Ok(kept.id)
}

/// Refuses when others have sent the enterprise as much as there is room for. That room is apart: strangers cannot use up
/// what the enterprise needs for its own files.
///
/// # Errors
/// When it is used up, or the database fails.
pub fn check_room_for_others(c: &mut TenantConn<'_>, slots: &Slots) -> Result<(), UploadError> {
    match store::used_bytes(c, Origin::Others, &slots.of_others())? > QUOTA_OF_OTHERS_BYTES {
        true => Err(UploadError::QuotaExceeded { quota: "5 GB".into() }),
        false => Ok(()),
    }
}

/// Notes files that someone else sent to the enterprise as those of a record, in the transaction that stores it.
///
/// # Errors
/// When the database fails.
pub fn accept_from_outside(
    c: &mut TenantConn<'_>,
    owner: &FileOwner,
    slot: Slot,
    kept: &[KeptFile],
) -> Result<Vec<FileId>, UploadError> {
    for file in kept {
        store::insert(c, file, slot.is_public)?;
    }
    let wanted: Vec<_> = kept.iter().map(|f| Wanted::new(slot, &f.id, "")).collect();
    claims::keep(c, owner, &wanted, Dropped::Release)?;
    Ok(kept.iter().map(|file| file.id.clone()).collect())
}

/// Notes a file of someone who is not registered yet; the registration will name it.
///
/// # Errors
/// When the database fails.
pub fn accept_for_registration(c: &mut PlatformConn<'_>, kept: &KeptFile) -> Result<FileId, UploadError> {
    store::insert_unowned(c, kept)?;
    Ok(kept.id.clone())
}

/// Keeps a file that the program itself brings for an enterprise that is about to register, judged like any other.
///
/// # Errors
/// When the slot does not take it, or it cannot be stored.
pub fn keep_for_registration(
    c: &mut PlatformConn<'_>,
    vault: &Vault,
    slot: Slot,
    name: &str,
    content: Vec<u8>,
) -> Result<FileId, UploadError> {
    accept_for_registration(c, &own(vault, slot, name, content)?)
}

fn own(vault: &Vault, slot: Slot, name: &str, content: Vec<u8>) -> Result<KeptFile, UploadError> {
    let mut received = Received::of(name, content);
    let media = received.media(slot)?;
    received.judge(media, slot)?.keep(vault)
}

/// Makes a file of the registration the new enterprise's own; its record has to claim it like any other.
///
/// # Errors
/// When there is no such file, or it was uploaded for something else.
pub fn adopt_registration_file(
    c: &mut PlatformConn<'_>,
    enterprise: &db::EnterpriseId,
    id: &FileId,
    slot: Slot,
    pointer: &str,
) -> Result<(), UploadError> {
    let kept = store::take_unowned(c, id)?.ok_or_else(|| UploadError::Unknown {
        pointer: pointer.to_owned(),
    })?;
    if kept.slot != slot.code {
        return Err(UploadError::WrongSlot {
            pointer: pointer.to_owned(),
        });
    }
    store::insert(&mut c.acting_for(enterprise), &kept, slot.is_public)
}

/// The files as their owner sees them, in the order of the ids; what is gone is left out.
///
/// # Errors
/// When the database fails.
pub fn view_files(
    c: &mut TenantConn<'_>,
    ids: &[FileId],
    links: &LinkKey,
) -> Result<Vec<FileView>, UploadError> {
    if ids.is_empty() {
        return Ok(vec![]);
    }
    let (found, now) = (store::load(c, ids)?, c.now());
    Ok(ids
        .iter()
        .filter_map(|id| found.iter().find(|f| f.id == *id))
        .map(|f| view(f, links, now))
        .collect())
}

/// Those of an enterprise's files that anyone may see.
///
/// # Errors
/// When the database fails.
pub fn find_public_files(
    c: &mut PublicConn<'_>,
    owner: &db::EnterpriseId,
    ids: &[FileId],
) -> Result<Vec<StoredFile>, UploadError> {
    if ids.is_empty() {
        return Ok(vec![]);
    }
    store::load_public(c, owner, ids)
}

/// The content of a file uploaded for this; none when there is no such file.
///
/// # Errors
/// When the database or the disk fails.
pub fn read(
    c: &mut TenantConn<'_>,
    vault: &Vault,
    id: &FileId,
    slot: Slot,
) -> Result<Option<Vec<u8>>, UploadError> {
    let found = store::load(c, std::slice::from_ref(id))?
        .into_iter()
        .find(|f| f.slot.as_str() == slot.code);
    found
        .map(|f| Ok(std::fs::read(vault.path(&f.sha256))?))
        .transpose()
}

/// Removes what was uploaded and never used.
///
/// # Errors
/// When the database fails.
pub fn sweep(db: &Db, vault: &Vault) -> Result<usize, UploadError> {
    let removed = db.write_platform(|c| {
        let before = c.now().plus_seconds(-UNCLAIMED_SECONDS);
        store::remove_unclaimed(c, before)
    })?;
    for sha256 in &removed {
        if !db.read_platform(|c| store::is_referred_to(c, sha256))? {
            vault.discard(sha256);
        }
    }
    Ok(removed.len())
}

fn stored(kept: KeptFile, is_public: bool, created_at: Timestamp) -> StoredFile {
    let KeptFile {
        id,
        slot,
        name,
        media_type,
        size,
        sha256,
        width,
        height,
    } = kept;
    StoredFile {
        id,
        slot: slot.into(),
        name,
        media_type,
        size,
        sha256,
        width,
        height,
        is_public,
        created_at,
    }
}

fn view(file: &StoredFile, links: &LinkKey, now: Timestamp) -> FileView {
    let path = format!("/files/{}", file.id);
    FileView {
        id: file.id.clone(),
        slot: file.slot.clone(),
        name: file.name.clone(),
        media_type: file.media_type.clone(),
        size: file.size,
        width: file.width,
        height: file.height,
        is_public: file.is_public,
        url: if file.is_public {
            path
        } else {
            links.sign(&path, now)
        },
    }
}
