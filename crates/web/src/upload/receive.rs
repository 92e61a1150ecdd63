use super::{
    Media, Pixels, Slot, UploadError, Vault, content,
    model::KeptFile,
    spool::{Content, Spool},
    video,
};
use crate::{Problem, blocking};
use actix_multipart::Multipart;
use futures_util::StreamExt;
use kernel::Id;
use std::io::{Read, Seek};
use tempfile::NamedTempFile;

/// How much of a file says what it is.
const SIGNATURE_BYTES: u64 = 64;

/// What came in, not judged yet.
#[derive(Debug)]
pub struct Received {
    name: String,
    content: Content,
}

/// Reads the multipart field `file`, stopping as soon as it is larger than its slot allows.
///
/// # Errors
/// When there is no such field, it is empty, or it is too large.
pub async fn receive(mut form: Multipart, rule: Slot, vault: &Vault) -> Result<Received, Problem> {
    let field = form.next().await.ok_or(UploadError::Missing)?;
    let mut field = field.map_err(|_malformed| UploadError::Missing)?;
    let disposition = field.content_disposition();
    if disposition.and_then(|d| d.get_name()) != Some("file") {
        return Err(UploadError::UnknownPart.into());
    }
    let name = tidy_name(disposition.and_then(|d| d.get_filename()).unwrap_or_default());
    let mut spool = Spool::new(vault, rule)?;
    let mut size = 0;
    while let Some(chunk) = field.next().await {
        let chunk = chunk.map_err(|_cut_off| UploadError::Missing)?;
        size += chunk.len() as u64;
        if size > rule.max_bytes {
            return Err(too_large(rule).into());
        }
        spool.take(&chunk).await?;
    }
    match size {
        0 => Err(UploadError::Empty.into()),
        _ => Ok(Received {
            name,
            content: spool.finish().await?,
        }),
    }
}

impl Received {
    /// Judges the content and puts what is kept of it into the vault, before any record speaks of it.
    ///
    /// # Errors
    /// When the content is not of a type the slot takes, is damaged, or cannot be stored.
    pub async fn keep(self, vault: &Vault, rule: Slot) -> Result<KeptFile, Problem> {
        let vault = vault.clone();
        blocking(move || self.judge(&vault, rule)).await
    }

    /// What the program itself brings.
    pub(super) fn of(name: &str, bytes: Vec<u8>) -> Self {
        Self {
            name: tidy_name(name),
            content: Content::Held(bytes),
        }
    }

    pub(super) fn judge(self, vault: &Vault, rule: Slot) -> Result<KeptFile, UploadError> {
        let judged = match self.content {
            Content::Held(bytes) => judge_held(&bytes, vault, rule)?,
            Content::OnDisk(file) => judge_on_disk(file, vault, rule)?,
        };
        let pixels = judged.pixels;
        Ok(KeptFile {
            id: Id::new(),
            slot: rule.code.to_owned(),
            name: with_extension(self.name, judged.media),
            media_type: judged.media.mime().to_owned(),
            size: i64::try_from(judged.size).unwrap_or(i64::MAX),
            sha256: judged.sha256,
            width: pixels.map(|p| i64::from(p.width)),
            height: pixels.map(|p| i64::from(p.height)),
        })
    }
}

/// What was found of a content that is in the vault now.
struct Judged {
    media: Media,
    size: u64,
    sha256: String,
    pixels: Option<Pixels>,
}

fn judge_held(bytes: &[u8], vault: &Vault, rule: Slot) -> Result<Judged, UploadError> {
    let media = media_for(bytes, rule)?;
    let (bytes, pixels) = content::clean(media, bytes)?;
    Ok(Judged {
        media,
        size: bytes.len() as u64,
        sha256: vault.keep(&bytes)?,
        pixels,
    })
}

fn judge_on_disk(mut file: NamedTempFile, vault: &Vault, rule: Slot) -> Result<Judged, UploadError> {
    let mut start = vec![];
    file.rewind()?;
    file.by_ref().take(SIGNATURE_BYTES).read_to_end(&mut start)?;
    let media = media_for(&start, rule)?;
    video::clean(media, file.as_file_mut())?;
    Ok(Judged {
        media,
        size: file.as_file().metadata()?.len(),
        sha256: vault.keep_file(file)?,
        pixels: None,
    })
}

pub(super) fn media_for(start: &[u8], rule: Slot) -> Result<Media, UploadError> {
    let found = Media::of(start).filter(|m| rule.media.contains(m));
    found.ok_or_else(|| UploadError::WrongType {
        allowed: allowed(rule),
    })
}

fn allowed(rule: Slot) -> String {
    rule.media
        .iter()
        .map(|m| m.extension())
        .collect::<Vec<_>>()
        .join("/")
}

pub(super) fn too_large(rule: Slot) -> UploadError {
    UploadError::TooLarge {
        max_bytes: rule.max_bytes,
        max: format!("{} MB", rule.max_bytes / (1024 * 1024)),
    }
}

/// The name people see: no folders, nothing invisible, not too long.
pub(super) fn tidy_name(name: &str) -> String {
    let base = name.rsplit(['/', '\\']).next().unwrap_or_default();
    base.chars()
        .filter(|c| !c.is_control() && !matches!(c, '\u{202a}'..='\u{202e}' | '"'))
        .take(100)
        .collect()
}

/// A name that says what the content is, whatever it said before.
pub(super) fn with_extension(name: String, media: Media) -> String {
    let lower = name.to_lowercase();
    let fits = lower.ends_with(&format!(".{}", media.extension()))
        || (media == Media::Jpeg && lower.ends_with(".jpeg"));
    match (fits, name.is_empty()) {
        (true, _) => name,
        (false, true) => format!("file.{}", media.extension()),
        (false, false) => format!("{name}.{}", media.extension()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_folders_and_tricks_and_gain_the_true_ending() {
        assert_eq!(tidy_name("C:\\fakepath\\报告.pdf"), "报告.pdf");
        assert_eq!(tidy_name("../../etc/passwd"), "passwd");
        assert_eq!(tidy_name("a\u{202e}gnp.exe"), "agnp.exe");
        assert_eq!(with_extension("photo.exe".into(), Media::Png), "photo.exe.png");
        assert_eq!(with_extension("照片.JPEG".into(), Media::Jpeg), "照片.JPEG");
        assert_eq!(with_extension(String::new(), Media::Pdf), "file.pdf");
    }
}
