use super::{Slot, UploadError, Vault};
use crate::{Problem, blocking};
use std::io::Write;
use tempfile::NamedTempFile;

/// What may be larger is not held in memory.
const IN_MEMORY: u64 = 8 * 1024 * 1024;

/// How much is written at once.
const BLOCK: usize = 1024 * 1024;

/// Takes in a file: into memory what is small, to the disk, block by block, what may be large.
pub(super) struct Spool {
    held: Vec<u8>,
    file: Option<NamedTempFile>,
}

/// A file that has come in.
#[derive(Debug)]
pub(super) enum Content {
    /// In memory.
    Held(Vec<u8>),
    /// On the disk; it vanishes unless the vault keeps it.
    OnDisk(NamedTempFile),
}

impl Spool {
    pub(super) fn new(vault: &Vault, rule: Slot) -> Result<Self, UploadError> {
        let is_large = rule.most_bytes() > IN_MEMORY;
        Ok(Self {
            held: vec![],
            file: is_large.then(|| vault.incoming()).transpose()?,
        })
    }

    pub(super) async fn take(&mut self, chunk: &[u8]) -> Result<(), Problem> {
        self.held.extend_from_slice(chunk);
        match self.held.len() >= BLOCK {
            true => self.spill().await,
            false => Ok(()),
        }
    }

    pub(super) async fn finish(mut self) -> Result<Content, Problem> {
        self.spill().await?;
        Ok(match self.file {
            Some(file) => Content::OnDisk(file),
            None => Content::Held(self.held),
        })
    }

    async fn spill(&mut self) -> Result<(), Problem> {
        if let Some(mut file) = self.file.take() {
            let held = std::mem::take(&mut self.held);
            let write = move || file.write_all(&held).map(|()| file).map_err(UploadError::from);
            self.file = Some(blocking(write).await?);
        }
        Ok(())
    }
}
