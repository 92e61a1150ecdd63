//! Whose a file is: the records that have it, in one place for all of them.

use super::{FileId, FileOwner, Slot, UploadError, store};
use db::TenantConn;
use std::collections::BTreeSet;

/// A file that a record refers to.
#[derive(Debug, Clone)]
pub struct Wanted {
    slot: Slot,
    file: FileId,
    pointer: String,
    is_public: Option<bool>,
}

impl Wanted {
    /// Names a file, what it must have been uploaded for, and where it stands in the body that is judged.
    #[must_use]
    pub fn new(slot: Slot, file: &FileId, pointer: impl Into<String>) -> Self {
        Self {
            slot,
            file: file.clone(),
            pointer: pointer.into(),
            is_public: None,
        }
    }

    /// Names the files of a list that stands at `pointer`.
    pub fn list(slot: Slot, files: &[FileId], pointer: &str) -> impl Iterator<Item = Self> {
        let places = files.iter().enumerate();
        places.map(move |(i, file)| Self::new(slot, file, format!("{pointer}/{i}")))
    }

    /// Opens the file to everyone or closes it, where the record has a switch; elsewhere the slot says.
    #[must_use]
    pub fn public(self, is_public: bool) -> Self {
        Self {
            is_public: Some(is_public),
            ..self
        }
    }

    /// The file.
    #[must_use]
    pub fn file(&self) -> &FileId {
        &self.file
    }

    /// Whether anyone may see the file. A switch counts for a file of one record only: no record closes what another shows.
    fn is_open(&self) -> bool {
        let switch = self.is_public.filter(|_| self.slot.is_sole);
        switch.unwrap_or(self.slot.is_public)
    }
}

/// What becomes of the files a record no longer wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dropped {
    /// They are let go: once no record has them they are closed and swept away.
    Release,
    /// They stay the record's, because an earlier version of it refers to them; those of one record only are closed.
    Close,
}

/// Makes the files of a record exactly these: checks that each is there, is the enterprise's own and was uploaded for its
/// slot, claims it, opens or closes it, and drops what the record had and no longer wants.
///
/// # Errors
/// Blames the first file for which that is not so, or that another record has alone.
pub fn keep(
    c: &mut TenantConn<'_>,
    owner: &FileOwner,
    wanted: &[Wanted],
    dropped: Dropped,
) -> Result<(), UploadError> {
    let ids: BTreeSet<&FileId> = wanted.iter().map(|w| &w.file).collect();
    // Every change of a file begins with its row, so that records that take or drop the same one do so in turn; what the
    // record had is read again once it is locked.
    let had = store::claimed_by(c, owner)?;
    if ids.is_empty() && had.is_empty() {
        return Ok(());
    }
    store::take_turn(c, ids.iter().copied().chain(&had).cloned().collect())?;
    check(c, wanted)?;
    let had = store::claimed_by(c, owner)?;
    let mut claimed: BTreeSet<&FileId> = had.iter().collect();
    for w in wanted {
        if claimed.insert(&w.file) {
            store::claim(c, owner, w.slot, &w.file, &w.pointer)?;
        }
    }
    let gone: Vec<FileId> = had.iter().filter(|id| !ids.contains(id)).cloned().collect();
    match dropped {
        Dropped::Release => release(c, owner, gone)?,
        Dropped::Close => store::close_sole(c, owner, &gone)?,
    }
    for is_public in [false, true] {
        let these = wanted.iter().filter(|w| w.is_open() == is_public);
        let these: Vec<FileId> = these.map(|w| w.file.clone()).collect();
        store::set_public(c, &these, is_public)?;
    }
    Ok(())
}

/// Lets go of all files of a record that is deleted.
///
/// # Errors
/// When the database fails.
pub fn drop_all(c: &mut TenantConn<'_>, owner: &FileOwner) -> Result<(), UploadError> {
    keep(c, owner, &[], Dropped::Release)
}

/// Refuses a file that is not there or was uploaded for something else, and one of a single place that stands in two.
fn check(c: &mut TenantConn<'_>, wanted: &[Wanted]) -> Result<(), UploadError> {
    let ids: Vec<FileId> = wanted.iter().map(|w| w.file.clone()).collect();
    let found = store::load(c, &ids)?;
    let mut seen = BTreeSet::new();
    for w in wanted {
        let pointer = || w.pointer.clone();
        let Some(file) = found.iter().find(|f| f.id == w.file) else {
            return Err(UploadError::Unknown { pointer: pointer() });
        };
        if file.slot.as_str() != w.slot.code {
            return Err(UploadError::WrongSlot { pointer: pointer() });
        }
        if !seen.insert(&w.file) && w.slot.is_sole {
            return Err(UploadError::Taken { pointer: pointer() });
        }
    }
    Ok(())
}

/// Gives up the claims of a record; what nobody has any more is closed and waits for the sweep.
fn release(c: &mut TenantConn<'_>, owner: &FileOwner, mut gone: Vec<FileId>) -> Result<(), UploadError> {
    store::unclaim(c, owner, &gone)?;
    let of_others = store::still_claimed(c, &gone)?;
    gone.retain(|id| !of_others.contains(id));
    store::release(c, &gone)
}
