use crate::upload::UploadError;

/// Reads a picture's bytes front to back; every step says what is missing instead of reading past the end.
pub(super) struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
    format: &'static str,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(bytes: &'a [u8], format: &'static str) -> Self {
        Self { bytes, at: 0, format }
    }

    pub(super) fn take(&mut self, n: usize) -> Result<&'a [u8], UploadError> {
        let end = self.at.checked_add(n).ok_or_else(|| self.damaged())?;
        let part = self.bytes.get(self.at..end).ok_or_else(|| self.damaged())?;
        self.at = end;
        Ok(part)
    }

    pub(super) fn byte(&mut self) -> Result<u8, UploadError> {
        self.take(1).map(|b| b.first().copied().unwrap_or_default())
    }

    pub(super) fn u16(&mut self) -> Result<u16, UploadError> {
        Ok(self.take(2)?.iter().fold(0, |n, b| n << 8 | u16::from(*b)))
    }

    pub(super) fn u32(&mut self) -> Result<u32, UploadError> {
        Ok(self.take(4)?.iter().fold(0, |n, b| n << 8 | u32::from(*b)))
    }

    pub(super) fn damaged(&self) -> UploadError {
        UploadError::Damaged { what: self.format }
    }
}
