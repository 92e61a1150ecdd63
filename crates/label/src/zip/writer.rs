//! Writing an archive.

use super::{
    checkpoint::Checkpoint,
    modified::Modified,
    record::{Entry, write_end},
};
use crate::{Error, deflater::Deflater};
use std::io::{Read, Seek, SeekFrom, Write};

/// How much is collected before it is written.
const BUFFER: usize = 128 << 10;

/// How an entry is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// As it is: for PNG, which is compressed already.
    Store,
    /// Compressed quickly: for SVG and text. What does not become smaller is stored.
    Deflate,
}

/// Writes an archive to `W`, and its directory to `D` until the end.
///
/// After an error the archive can only be continued from a checkpoint. Two entries of one name are not noticed.
#[derive(Debug)]
pub struct Writer<W, D> {
    out: W,
    directory: D,
    modified: Modified,
    /// How far it will be when the buffers are written.
    at: Checkpoint,
    body_buffer: Vec<u8>,
    directory_buffer: Vec<u8>,
    deflater: Deflater,
    deflated: Vec<u8>,
}

impl<W: Write, D: Read + Write + Seek> Writer<W, D> {
    /// Begins an archive. The directory is written from the beginning of its file, a temporary one.
    pub fn new(out: W, directory: D, modified: Modified) -> Result<Self, Error> {
        Self::resume(out, directory, modified, Checkpoint::default())
    }

    /// Continues an archive from a checkpoint.
    ///
    /// The archive has been cut back to `body_len` bytes and `out` is at its end; the directory has been cut back
    /// to `directory_len` bytes. With the same entries the archive becomes the same as without the interruption.
    pub fn resume(
        out: W,
        mut directory: D,
        modified: Modified,
        checkpoint: Checkpoint,
    ) -> Result<Self, Error> {
        directory.seek(SeekFrom::Start(checkpoint.directory_len))?;
        Ok(Self {
            out,
            directory,
            modified,
            at: checkpoint,
            body_buffer: Vec::with_capacity(2 * BUFFER),
            directory_buffer: Vec::with_capacity(2 * BUFFER),
            deflater: Deflater::new(false),
            deflated: Vec::new(),
        })
    }

    /// Adds an entry. Its name is a relative path with `/` between its parts that any system can unpack.
    pub fn add(&mut self, name: &str, method: Method, data: &[u8]) -> Result<(), Error> {
        check_name(name)?;
        let size = u32::try_from(data.len()).ok().filter(|&size| size < u32::MAX);
        let size = size.ok_or(Error::EntryTooLarge { bytes: data.len() })?;
        let mut packed = data;
        if method == Method::Deflate {
            self.deflated.clear();
            self.deflater.begin();
            self.deflater.write(data, &mut self.deflated);
            self.deflater.finish(&mut self.deflated);
            packed = if self.deflated.len() < data.len() {
                &self.deflated
            } else {
                data
            };
        }
        let entry = Entry {
            name,
            modified: self.modified,
            deflated: packed.len() < data.len(),
            sum: crc32fast::hash(data),
            packed: packed.len() as u32,
            size,
        };
        let before = (self.body_buffer.len(), self.directory_buffer.len());
        entry.write_central(self.at.body_len, &mut self.directory_buffer);
        entry.write_local(&mut self.body_buffer);
        self.body_buffer.extend_from_slice(packed);
        self.at.entries += 1;
        self.at.body_len += (self.body_buffer.len() - before.0) as u64;
        self.at.directory_len += (self.directory_buffer.len() - before.1) as u64;
        if self.body_buffer.len() >= BUFFER {
            write_out(&mut self.out, &mut self.body_buffer)?;
        }
        if self.directory_buffer.len() >= BUFFER {
            write_out(&mut self.directory, &mut self.directory_buffer)?;
        }
        Ok(())
    }

    /// Writes what is still in memory and says how far the archive is.
    ///
    /// The caller sees to it that both files are on disk before it relies on the checkpoint.
    pub fn checkpoint(&mut self) -> Result<Checkpoint, Error> {
        write_out(&mut self.out, &mut self.body_buffer)?;
        write_out(&mut self.directory, &mut self.directory_buffer)?;
        self.out.flush()?;
        self.directory.flush()?;
        Ok(self.at)
    }

    /// Writes the directory to the end of the archive, which is then complete.
    pub fn finish(mut self) -> Result<(W, D), Error> {
        self.checkpoint()?;
        self.directory.rewind()?;
        let copied = std::io::copy(
            &mut (&mut self.directory).take(self.at.directory_len),
            &mut self.out,
        )?;
        if copied != self.at.directory_len {
            return Err(std::io::Error::from(std::io::ErrorKind::UnexpectedEof).into());
        }
        write_end(&self.at, &mut self.body_buffer);
        write_out(&mut self.out, &mut self.body_buffer)?;
        self.out.flush()?;
        Ok((self.out, self.directory))
    }
}

fn write_out(out: &mut impl Write, buffer: &mut Vec<u8>) -> Result<(), Error> {
    out.write_all(buffer)?;
    buffer.clear();
    Ok(())
}

/// Refuses names that lead elsewhere or that some system can not have.
fn check_name(name: &str) -> Result<(), Error> {
    let forbidden = |c: char| c.is_control() || matches!(c, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    let valid = u16::try_from(name.len()).is_ok()
        && !name.contains(forbidden)
        && name.split('/').all(|part| !matches!(part, "" | "." | ".."));
    if valid {
        Ok(())
    } else {
        Err(Error::EntryNameInvalid {
            name: name.to_owned(),
        })
    }
}
