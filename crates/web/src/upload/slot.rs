use super::media::Media;
use kernel::CodeLabel;
use std::sync::Arc;

kernel::registered_code! {
    /// What an uploaded file is for, by the code of its slot.
    SlotCode as "Slot"
}

/// What an uploaded file is for, and its limits: declared by the domain whose records have such files, and nowhere else
/// (decision C6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// Its code.
    pub code: &'static str,
    /// Its Chinese name.
    pub zh: &'static str,
    /// Its English name.
    pub en: &'static str,
    /// The kinds of content it takes, judged by the content itself.
    pub media: &'static [Media],
    /// The most bytes that are kept. A larger picture is made smaller.
    pub max_bytes: u64,
    /// Whether anyone may see the file from the start; other files become public only by a switch of their record.
    pub is_public: bool,
    /// Whether a file is of one record only, whose switch opens and closes it and with which it goes; others are shared.
    pub is_sole: bool,
    /// Whether strangers send them; they have room of their own.
    pub is_from_others: bool,
}

const MB: u64 = 1024 * 1024;

/// The largest photograph that is taken in.
pub(super) const MAX_PICTURE_BYTES: u64 = 20 * MB;

impl Slot {
    /// Pictures.
    pub const PICTURES: &'static [Media] = &[Media::Jpeg, Media::Png];
    /// Documents.
    pub const DOCUMENTS: &'static [Media] = &[Media::Jpeg, Media::Png, Media::Pdf, Media::Ofd];
    /// Videos browsers play.
    pub const PLAYABLE: &'static [Media] = &[Media::Mp4, Media::Mov];
    /// All videos.
    pub const VIDEOS: &'static [Media] = &[Media::Mp4, Media::Mov, Media::Avi, Media::Wmv];

    /// Files that become public only by a switch of their record, if ever: the code, its names, what it takes, and how many
    /// megabytes.
    #[must_use]
    pub const fn closed(
        code: &'static str,
        (zh, en): (&'static str, &'static str),
        media: &'static [Media],
        max_mb: u64,
    ) -> Self {
        Self {
            code,
            zh,
            en,
            media,
            max_bytes: max_mb * MB,
            is_public: false,
            is_sole: false,
            is_from_others: false,
        }
    }

    /// Files anyone may see from the start.
    #[must_use]
    pub const fn open(
        code: &'static str,
        names: (&'static str, &'static str),
        media: &'static [Media],
        max_mb: u64,
    ) -> Self {
        Self {
            is_public: true,
            ..Self::closed(code, names, media, max_mb)
        }
    }

    /// The same, of one record alone.
    #[must_use]
    pub const fn sole(self) -> Self {
        Self {
            is_sole: true,
            ..self
        }
    }

    /// The same, sent by strangers.
    #[must_use]
    pub const fn from_others(self) -> Self {
        Self {
            is_from_others: true,
            ..self
        }
    }

    /// The most bytes that are taken in: photographs of telephones, wherever pictures are.
    #[must_use]
    pub fn most_bytes(&self) -> u64 {
        match self.media.iter().any(|m| m.is_picture()) {
            true => self.max_bytes.max(MAX_PICTURE_BYTES),
            false => self.max_bytes,
        }
    }

    /// Its code with its names.
    #[must_use]
    pub fn label(&self) -> CodeLabel {
        CodeLabel {
            code: self.code,
            zh: self.zh,
            en: self.en,
        }
    }
}

/// The slots of all domains.
#[derive(Debug, Clone)]
pub struct Slots(Arc<[Slot]>);

impl Slots {
    /// All of them; the server has seen to it that no two have one code.
    #[must_use]
    pub fn of(all: impl IntoIterator<Item = Slot>) -> Self {
        Self(all.into_iter().collect())
    }

    pub(super) fn all(&self) -> &[Slot] {
        &self.0
    }

    pub(super) fn find(&self, code: &str) -> Option<Slot> {
        self.0.iter().find(|slot| slot.code == code).copied()
    }

    /// The codes of what strangers send.
    pub(super) fn of_others(&self) -> Vec<&'static str> {
        let theirs = self.0.iter().filter(|slot| slot.is_from_others);
        theirs.map(|slot| slot.code).collect()
    }
}
