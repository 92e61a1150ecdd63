use super::{Error, ExportOrder, progress::Progress, writer::CodeWriter};
use crate::labels::LabelFonts;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read, Seek, SeekFrom},
    path::Path,
};
use web::{
    jobs::{JobKind, Outcome, Part, Running, Stop},
    upload::{UploadError, Vault},
};

/// A kind of job that exports: codes, or labels. Both do the same; people tell them apart.
#[derive(Debug, Clone)]
pub struct CodeExport {
    name: &'static str,
    vault: Vault,
    fonts: LabelFonts,
}

/// The name of the kind that exports codes.
pub(super) const KIND: &str = "code_export";

/// The name of the kind that exports labels.
pub(super) const LABEL_KIND: &str = "label_export";

/// Codes between two looks at the clock; few, as a large picture takes a tenth of a second.
const STEP: i64 = 16;

impl CodeExport {
    /// The kinds of jobs that export, with where logos are and the fonts of labels.
    #[must_use]
    pub fn kinds(vault: &Vault, fonts: &LabelFonts) -> [Self; 2] {
        [KIND, LABEL_KIND].map(|name| Self {
            name,
            vault: vault.clone(),
            fonts: fonts.clone(),
        })
    }
}

impl JobKind for CodeExport {
    fn name(&self) -> &'static str {
        self.name
    }

    fn run(&self, job: &mut Running<'_>) -> Result<Option<Outcome>, Stop> {
        let order: ExportOrder = job.input()?;
        job.set_total(order.total());
        if order.parts == 0 {
            return self.make(job, &order, ("out", 0, 0)).map(Some);
        }
        let ready = job.parts()?;
        let mut done = ready.iter().map(|part| part.last - part.first + 1).sum();
        for number in 1..=order.parts {
            if ready.iter().any(|part| part.part == number) {
                continue;
            }
            let part = order.part(number);
            let made = self.make(job, &part, (&Part::ending(number), number, done))?;
            let last = part.before + part.total();
            job.add_part(Part::of(number, (part.before + 1, last), made))?;
            done += part.total();
        }
        Ok(None)
    }
}

impl CodeExport {
    /// Makes the file of an order, or of one part of it; so many codes of other parts are done before.
    fn make(
        &self,
        job: &mut Running<'_>,
        order: &ExportOrder,
        (ending, part, before): (&str, i64, i64),
    ) -> Result<Outcome, Stop> {
        let out = job.file(ending);
        // An earlier attempt came to the end and could not note it.
        if job
            .left(ending)
            .is_some_and(|finished| fs::rename(finished, &out).is_ok())
        {
            return describe(job, &out, order);
        }
        let tool = job
            .db()
            .read(job.enterprise(), |c| order.tool(c, &self.vault, &self.fonts))?;
        let attempt = job.attempt();
        let saved = job.checkpoint().filter(|saved: &Checkpoint| saved.part == part);
        let (body, index, from) = match saved.and_then(|saved| take_over(job, &saved)) {
            Some(files) => files,
            None => begin(job).map_err(stopped)?,
        };
        let checkpoint = |at| Checkpoint { attempt, part, at };
        job.note(before + from.done, &checkpoint(from))?;
        let (body_on_disk, index_on_disk) = (
            body.try_clone().map_err(stopped)?,
            index.try_clone().map_err(stopped)?,
        );
        let mut writer = CodeWriter::new(order, tool, body, index, from).map_err(Error::from)?;
        while writer.write(STEP).map_err(Error::from)? {
            if job.is_due() {
                let at = writer.progress().map_err(Error::from)?;
                // A checkpoint counts once everything before it is on the disk.
                body_on_disk
                    .sync_data()
                    .and_then(|()| index_on_disk.sync_data())
                    .map_err(stopped)?;
                job.note(before + writer.done().max(at.done), &checkpoint(at))?;
            }
        }
        let body = writer.finish().map_err(Error::from)?;
        body.sync_all().map_err(stopped)?;
        fs::rename(job.file("part"), &out).map_err(stopped)?;
        describe(job, &out, order)
    }
}

/// How far an export is, and whose files say so.
#[derive(Debug, Serialize, Deserialize)]
struct Checkpoint {
    attempt: i64,
    #[serde(default)]
    part: i64,
    #[serde(flatten)]
    at: Progress,
}

/// The files an earlier attempt left, without what came after its checkpoint; none when they are gone or too short, or
/// that attempt is still writing.
fn take_over(job: &Running<'_>, saved: &Checkpoint) -> Option<(File, File, Progress)> {
    let take = |ending, length| reopen(&job.file_of(saved.attempt, ending), &job.file(ending), length);
    let body = take("part", saved.at.body_len).ok()?;
    let index = take("directory", saved.at.directory_len).ok()?;
    Some((body, index, saved.at))
}

/// Files of its own, for a start from the beginning.
fn begin(job: &Running<'_>) -> io::Result<(File, File, Progress)> {
    Ok((
        create(&job.file("part"))?,
        create(&job.file("directory"))?,
        Progress::default(),
    ))
}

fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    let file = options
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(path)?;
    file.try_lock()?;
    file.set_len(0)?;
    Ok(file)
}

/// Renames only what nobody writes: the lock lasts as long as the file is open.
fn reopen(theirs: &Path, mine: &Path, length: u64) -> io::Result<File> {
    let mut file = OpenOptions::new().read(true).write(true).open(theirs)?;
    file.try_lock()?;
    if file.metadata()?.len() < length {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    fs::rename(theirs, mine)?;
    file.set_len(length)?;
    file.seek(SeekFrom::End(0))?;
    Ok(file)
}

/// Says what the finished file is.
fn describe(job: &mut Running<'_>, out: &Path, order: &ExportOrder) -> Result<Outcome, Stop> {
    let (mut file, mut hash) = (File::open(out).map_err(stopped)?, Sha256::new());
    let (mut size, mut buffer) = (0_u64, vec![0; 1 << 20]);
    loop {
        let n = file.read(&mut buffer).map_err(stopped)?;
        if n == 0 {
            break;
        }
        hash.update(buffer.get(..n).unwrap_or_default());
        size += n as u64;
        if job.is_due() {
            job.hold()?;
        }
    }
    Ok(Outcome {
        name: order.name.clone(),
        media_type: order.what.media_type().to_owned(),
        size: i64::try_from(size).unwrap_or(i64::MAX),
        sha256: hash.finalize().iter().map(|b| format!("{b:02x}")).collect(),
    })
}

fn stopped(e: io::Error) -> Stop {
    UploadError::from(e).into()
}
