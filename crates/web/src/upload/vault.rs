use super::{SIZES, UploadError};
use sha2::{Digest, Sha256};
use std::{
    fs,
    io::{Read, Seek, Write},
    path::{Path, PathBuf},
};
use tempfile::NamedTempFile;

/// How much is read at once.
const BLOCK: usize = 64 * 1024;

/// The folder the contents of files are kept in, by their SHA-256: the same content is kept once.
#[derive(Debug, Clone)]
pub struct Vault {
    root: PathBuf,
}

impl Vault {
    /// Opens the folder, making it when it is not there.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn open(root: PathBuf) -> std::io::Result<Self> {
        fs::create_dir_all(root.join("incoming"))?;
        Ok(Self { root })
    }

    /// A place to write to while something is coming in; it vanishes unless kept.
    pub(super) fn incoming(&self) -> Result<NamedTempFile, UploadError> {
        Ok(NamedTempFile::new_in(self.root.join("incoming"))?)
    }

    /// Keeps the content and answers its SHA-256. It is on the disk, name and all, before this returns.
    pub(super) fn keep(&self, content: &[u8]) -> Result<String, UploadError> {
        let hash = hex(&Sha256::digest(content));
        if !self.path(&hash).exists() {
            let mut file = self.incoming()?;
            file.write_all(content)?;
            self.place(file, &hash)?;
        }
        Ok(hash)
    }

    /// The same for a content that is on the disk already.
    pub(super) fn keep_file(&self, mut file: NamedTempFile) -> Result<String, UploadError> {
        let mut digest = Sha256::new();
        let mut block = vec![0; BLOCK];
        file.rewind()?;
        loop {
            let read = file.read(&mut block)?;
            if read == 0 {
                break;
            }
            digest.update(block.get(..read).unwrap_or_default());
        }
        let hash = hex(&digest.finalize());
        if !self.path(&hash).exists() {
            self.place(file, &hash)?;
        }
        Ok(hash)
    }

    fn place(&self, file: NamedTempFile, hash: &str) -> Result<(), UploadError> {
        let path = self.path(hash);
        file.as_file().sync_all()?;
        let folder = path.parent().unwrap_or(&self.root);
        fs::create_dir_all(folder)?;
        file.persist(&path).map_err(|e| UploadError::from(e.error))?;
        fs::File::open(folder)?.sync_all()?;
        Ok(())
    }

    /// Keeps a smaller size of a picture. It can be made again, so nothing waits for the disk.
    pub(super) fn keep_size(&self, sha256: &str, width: u32, bytes: &[u8]) -> Result<(), UploadError> {
        let path = self.size_path(sha256, width);
        if !path.exists() {
            let mut file = self.incoming()?;
            file.write_all(bytes)?;
            file.persist(path).map_err(|e| UploadError::from(e.error))?;
        }
        Ok(())
    }

    /// Where a smaller size of the picture with this SHA-256 is.
    pub(super) fn size_path(&self, sha256: &str, width: u32) -> PathBuf {
        self.path(sha256).with_extension(width.to_string())
    }

    /// Where the content with this SHA-256 is.
    #[must_use]
    pub fn path(&self, sha256: &str) -> PathBuf {
        let part = |range| sha256.get(range).unwrap_or_default();
        self.root.join(part(0..2)).join(part(2..4)).join(sha256)
    }

    /// Removes a content nobody refers to any more.
    pub(super) fn discard(&self, sha256: &str) {
        for width in SIZES {
            // Most pictures have none, and other files never.
            let _absent = fs::remove_file(self.size_path(sha256, width));
        }
        if let Err(error) = fs::remove_file(self.path(sha256)) {
            tracing::warn!(sha256, %error, "a discarded file could not be removed");
        }
    }

    /// The folder itself.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}
