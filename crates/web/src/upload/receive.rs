use super::{
    Media, Pixels, Slot, UploadError, Vault,
    content::{self, Cleaned},
    model::KeptFile,
    picture,
    spool::{Content, Spool},
    video,
};
use crate::{Problem, blocking};
use actix_multipart::{Field, Multipart};
use futures_util::StreamExt;
use kernel::Id;
use std::io::{Cursor, Read, Seek};
use tempfile::NamedTempFile;

/// How much of a file says what it is: a PDF may begin as late as this.
const SIGNATURE_BYTES: u64 = 1024 + 16;

/// What came in, not judged yet.
#[derive(Debug)]
pub struct Received {
    name: String,
    content: Content,
}

/// Reads the multipart field `file`, stopping as soon as it is larger than its slot takes.
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
    receive_field(&mut field, rule, vault)
        .await?
        .ok_or_else(|| UploadError::Empty.into())
}

/// Reads one field of a form as a file; none when it is empty, as a file not chosen is.
///
/// # Errors
/// When it is cut off, or as soon as it is larger than its slot takes.
pub async fn receive_field(
    field: &mut Field,
    rule: Slot,
    vault: &Vault,
) -> Result<Option<Received>, Problem> {
    let disposition = field.content_disposition();
    let name = tidy_name(disposition.and_then(|d| d.get_filename()).unwrap_or_default());
    let mut spool = Spool::new(vault, rule)?;
    let mut size = 0;
    while let Some(chunk) = field.next().await {
        let chunk = chunk.map_err(|_cut_off| UploadError::Missing)?;
        size += chunk.len() as u64;
        if size > rule.most_bytes() {
            return Err(UploadError::too_large(rule.most_bytes()).into());
        }
        spool.take(&chunk).await?;
    }
    let content = spool.finish().await?;
    Ok((size > 0).then_some(Received { name, content }))
}

impl Received {
    /// Judges the content and puts what is kept of it into the vault, before any record speaks of it.
    ///
    /// # Errors
    /// When the content is not of a type the slot takes, is damaged, or cannot be stored.
    pub async fn keep(self, vault: &Vault, rule: Slot) -> Result<KeptFile, Problem> {
        let checked = self.check(rule).await?;
        let vault = vault.clone();
        blocking(move || checked.keep(&vault)).await
    }

    /// Judges the content. Pictures wait until there is room to decode them.
    ///
    /// # Errors
    /// When the content is not of a type the slot takes, or is damaged.
    pub async fn check(mut self, rule: Slot) -> Result<Checked, Problem> {
        let (received, media, memory_mb) = blocking(move || {
            let media = self.media(rule)?;
            let memory_mb = self.memory(media)?;
            Ok::<_, UploadError>((self, media, memory_mb))
        })
        .await?;
        let _room = match memory_mb {
            0 => None,
            memory_mb => picture::enter(memory_mb).await,
        };
        blocking(move || received.judge(media, rule)).await
    }

    /// What the program itself brings.
    pub(super) fn of(name: &str, bytes: Vec<u8>) -> Self {
        Self {
            name: tidy_name(name),
            content: Content::Held(bytes),
        }
    }

    /// The kind of content, told by its beginning.
    pub(super) fn media(&mut self, rule: Slot) -> Result<Media, UploadError> {
        match &mut self.content {
            Content::Held(bytes) => media_for(bytes, rule),
            Content::OnDisk(file) => {
                let mut start = vec![];
                file.rewind()?;
                file.by_ref().take(SIGNATURE_BYTES).read_to_end(&mut start)?;
                media_for(&start, rule)
            }
        }
    }

    fn memory(&mut self, media: Media) -> Result<u32, UploadError> {
        match &mut self.content {
            _ if !media.is_picture() => Ok(0),
            Content::Held(bytes) => picture::memory_of(media, &mut Cursor::new(bytes)),
            Content::OnDisk(file) => picture::memory_of(media, file),
        }
    }

    pub(super) fn judge(self, media: Media, rule: Slot) -> Result<Checked, UploadError> {
        let content = match self.content {
            Content::OnDisk(file) if media.is_video() => {
                return Checked::video(self.name, media, file, rule);
            }
            Content::OnDisk(mut file) => {
                let mut bytes = vec![];
                file.rewind()?;
                file.read_to_end(&mut bytes)?;
                bytes
            }
            Content::Held(bytes) => bytes,
        };
        let cleaned = content::clean(media, content, rule)?;
        Ok(Checked {
            slot: rule.code,
            name: with_extension(self.name, cleaned.media),
            media: cleaned.media,
            content: Judged::Held(cleaned),
        })
    }
}

/// What came in and may stay.
#[derive(Debug)]
pub struct Checked {
    slot: &'static str,
    name: String,
    media: Media,
    content: Judged,
}

#[derive(Debug)]
enum Judged {
    Held(Cleaned),
    Video(NamedTempFile),
}

impl Checked {
    fn video(name: String, media: Media, mut file: NamedTempFile, rule: Slot) -> Result<Self, UploadError> {
        video::clean(media, file.as_file_mut())?;
        Ok(Self {
            slot: rule.code,
            name: with_extension(name, media),
            media,
            content: Judged::Video(file),
        })
    }

    /// Puts the content into the vault, before any record speaks of it.
    ///
    /// # Errors
    /// When it cannot be stored.
    pub fn keep(self, vault: &Vault) -> Result<KeptFile, UploadError> {
        let (sha256, size, pixels) = match self.content {
            Judged::Held(cleaned) => keep_held(&cleaned, vault)?,
            Judged::Video(file) => {
                let size = file.as_file().metadata()?.len();
                (vault.keep_file(file)?, size, None)
            }
        };
        Ok(KeptFile {
            id: Id::new(),
            slot: self.slot.to_owned(),
            name: self.name,
            media_type: self.media.mime().to_owned(),
            size: i64::try_from(size).unwrap_or(i64::MAX),
            sha256,
            width: pixels.map(|p| i64::from(p.width)),
            height: pixels.map(|p| i64::from(p.height)),
        })
    }
}

fn keep_held(cleaned: &Cleaned, vault: &Vault) -> Result<(String, u64, Option<Pixels>), UploadError> {
    let sha256 = vault.keep(&cleaned.bytes)?;
    for size in &cleaned.sizes {
        vault.keep_size(&sha256, size.width, &size.bytes)?;
    }
    Ok((sha256, cleaned.bytes.len() as u64, cleaned.pixels))
}

fn media_for(start: &[u8], rule: Slot) -> Result<Media, UploadError> {
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

/// The name people see: no folders, nothing invisible, not too long.
fn tidy_name(name: &str) -> String {
    let base = name.rsplit(['/', '\\']).next().unwrap_or_default();
    base.chars()
        .filter(|c| !c.is_control() && !matches!(c, '\u{202a}'..='\u{202e}' | '"'))
        .take(100)
        .collect()
}

/// A name that says what the content is, whatever it said before.
fn with_extension(name: String, media: Media) -> String {
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
