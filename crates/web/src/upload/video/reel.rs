use crate::upload::UploadError;
use std::io::{Read, Seek, SeekFrom, Write};

/// A video on the disk, read a few bytes at a time; whatever reaches past its end is damage.
pub(super) struct Reel<'f, F> {
    file: &'f mut F,
    len: u64,
    format: &'static str,
}

impl<'f, F: Read + Write + Seek> Reel<'f, F> {
    pub(super) fn new(file: &'f mut F, format: &'static str) -> Result<Self, UploadError> {
        let len = file.seek(SeekFrom::End(0))?;
        Ok(Self { file, len, format })
    }

    pub(super) fn len(&self) -> u64 {
        self.len
    }

    pub(super) fn read<const N: usize>(&mut self, at: u64) -> Result<[u8; N], UploadError> {
        let mut bytes = [0; N];
        self.end_of(at, N as u64)?;
        self.file.seek(SeekFrom::Start(at))?;
        self.file.read_exact(&mut bytes)?;
        Ok(bytes)
    }

    pub(super) fn write(&mut self, at: u64, bytes: &[u8]) -> Result<(), UploadError> {
        self.end_of(at, bytes.len() as u64)?;
        self.file.seek(SeekFrom::Start(at))?;
        Ok(self.file.write_all(bytes)?)
    }

    /// Overwrites a part with zeros.
    pub(super) fn blank(&mut self, at: u64, len: u64) -> Result<(), UploadError> {
        self.end_of(at, len)?;
        self.file.seek(SeekFrom::Start(at))?;
        std::io::copy(&mut std::io::repeat(0).take(len), self.file)?;
        Ok(())
    }

    /// Where a part ends, which is within the file.
    pub(super) fn end_of(&self, at: u64, len: u64) -> Result<u64, UploadError> {
        at.checked_add(len)
            .filter(|end| *end <= self.len)
            .ok_or_else(|| self.damaged())
    }

    pub(super) fn damaged(&self) -> UploadError {
        UploadError::Damaged { what: self.format }
    }
}
