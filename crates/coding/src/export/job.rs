use super::{
    ExportOrder,
    writer::{CodeWriter, Progress},
};
use crate::Error;
use sha2::{Digest, Sha256};
use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read, Seek, SeekFrom},
    path::Path,
};
use web::{
    jobs::{JobKind, Outcome, Running, Stop},
    upload::{UploadError, Vault},
};

/// The kind of job that exports codes.
#[derive(Debug, Clone)]
pub struct CodeExport {
    /// Where logos are.
    pub vault: Vault,
}

/// The name of this kind in the queue.
pub(super) const KIND: &str = "code_export";

/// Codes between two looks at the clock.
const STEP: i64 = 500;

impl JobKind for CodeExport {
    fn name(&self) -> &'static str {
        KIND
    }

    fn run(&self, job: &mut Running<'_>) -> Result<Option<Outcome>, Stop> {
        let order: ExportOrder = job.input()?;
        job.set_total(order.total());
        let from: Progress = job.checkpoint().unwrap_or_default();
        let (part, directory) = (job.file("part"), job.file("directory"));
        let look = order.look.clone();
        let picture = job
            .db()
            .read(job.enterprise(), |c| look.picture(c, &self.vault))?;
        let body = reopen(&part, from.body_len).map_err(stopped)?;
        let index = reopen(&directory, from.directory_len).map_err(stopped)?;
        let (body_on_disk, index_on_disk) = (
            body.try_clone().map_err(stopped)?,
            index.try_clone().map_err(stopped)?,
        );
        let mut writer = CodeWriter::new(&order, picture, body, index, from).map_err(Error::from)?;
        while writer.write(STEP).map_err(Error::from)? {
            if job.is_due() {
                let at = writer.progress().map_err(Error::from)?;
                // A checkpoint counts once everything before it is on the disk.
                body_on_disk
                    .sync_data()
                    .and_then(|()| index_on_disk.sync_data())
                    .map_err(stopped)?;
                job.note(at.done, &at)?;
            }
        }
        let body = writer.finish().map_err(Error::from)?;
        body.sync_all().map_err(stopped)?;
        let outcome = seal(&part, &job.file("out"), &order).map_err(stopped)?;
        let _not_needed_any_more = fs::remove_file(directory);
        Ok(Some(outcome))
    }
}

/// Opens a file where the last attempt left it, without what came after its last checkpoint.
fn reopen(path: &Path, length: u64) -> io::Result<File> {
    let mut file = OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(path)?;
    if file.metadata()?.len() < length {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    file.set_len(length)?;
    file.seek(SeekFrom::End(0))?;
    Ok(file)
}

/// Gives the file its final name and says what it is.
fn seal(part: &Path, out: &Path, order: &ExportOrder) -> io::Result<Outcome> {
    let (mut file, mut hash, mut buffer) = (File::open(part)?, Sha256::new(), vec![0; 1 << 20]);
    let mut size = 0_u64;
    loop {
        let n = file.read(&mut buffer)?;
        if n == 0 {
            break;
        }
        hash.update(buffer.get(..n).unwrap_or_default());
        size += n as u64;
    }
    fs::rename(part, out)?;
    Ok(Outcome {
        name: order.name.clone(),
        media_type: order.format.media_type().to_owned(),
        size: i64::try_from(size).unwrap_or(i64::MAX),
        sha256: hash.finalize().iter().map(|b| format!("{b:02x}")).collect(),
    })
}

fn stopped(e: io::Error) -> Stop {
    UploadError::from(e).into()
}
