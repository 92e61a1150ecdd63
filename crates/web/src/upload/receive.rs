use super::{Media, SlotRule, UploadError, Vault, content, model::KeptFile};
use crate::{Problem, blocking};
use actix_multipart::Multipart;
use futures_util::StreamExt;
use kernel::Id;

/// What came in, not judged yet.
#[derive(Debug)]
pub struct Received {
    name: String,
    bytes: Vec<u8>,
}

/// Reads the multipart field `file`, stopping as soon as it is larger than its slot allows.
///
/// # Errors
/// When there is no such field, it is empty, or it is too large.
pub async fn receive(mut form: Multipart, rule: SlotRule) -> Result<Received, Problem> {
    while let Some(field) = form.next().await {
        let mut field = field.map_err(|_malformed| UploadError::Missing)?;
        let disposition = field.content_disposition();
        if disposition.and_then(|d| d.get_name()) != Some("file") {
            continue;
        }
        let name = tidy_name(disposition.and_then(|d| d.get_filename()).unwrap_or_default());
        let mut bytes = Vec::new();
        while let Some(chunk) = field.next().await {
            bytes.extend_from_slice(&chunk.map_err(|_cut_off| UploadError::Missing)?);
            if bytes.len() as u64 > rule.max_bytes {
                return Err(too_large(rule).into());
            }
        }
        return match bytes.is_empty() {
            true => Err(UploadError::Empty.into()),
            false => Ok(Received { name, bytes }),
        };
    }
    Err(UploadError::Missing.into())
}

impl Received {
    /// Judges the content and puts what is kept of it into the vault, before any record speaks of it.
    ///
    /// # Errors
    /// When the content is not of a type the slot takes, is damaged, or cannot be stored.
    pub async fn keep(self, vault: &Vault, rule: SlotRule) -> Result<KeptFile, Problem> {
        let vault = vault.clone();
        blocking(move || self.judge(&vault, rule)).await
    }

    /// What the program itself brings.
    pub(super) fn of(name: &str, bytes: Vec<u8>) -> Self {
        Self {
            name: tidy_name(name),
            bytes,
        }
    }

    pub(super) fn judge(self, vault: &Vault, rule: SlotRule) -> Result<KeptFile, UploadError> {
        let media = Media::of(&self.bytes)
            .filter(|m| rule.media.contains(m))
            .ok_or_else(|| UploadError::WrongType {
                allowed: allowed(rule),
            })?;
        let (bytes, pixels) = content::clean(media, &self.bytes)?;
        let sha256 = vault.keep(&bytes)?;
        Ok(KeptFile {
            id: Id::new(),
            slot: rule.slot,
            name: with_extension(self.name, media),
            media_type: media.mime().to_owned(),
            size: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
            sha256,
            width: pixels.map(|p| i64::from(p.width)),
            height: pixels.map(|p| i64::from(p.height)),
        })
    }
}

fn allowed(rule: SlotRule) -> String {
    rule.media
        .iter()
        .map(|m| m.extension())
        .collect::<Vec<_>>()
        .join("/")
}

fn too_large(rule: SlotRule) -> UploadError {
    UploadError::TooLarge {
        max_bytes: rule.max_bytes,
        max: format!("{} MB", rule.max_bytes / (1024 * 1024)),
    }
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
