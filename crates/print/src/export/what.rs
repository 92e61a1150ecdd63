use super::ExportFormat;
use crate::{labels::LabelRun, picture::PictureLook};
use serde::{Deserialize, Serialize};
use web::upload::Wanted;

/// Product of an export: codes alone, or labels.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(untagged)]
pub enum What {
    /// Labels.
    Labels {
        /// What they are like.
        labels: Box<LabelRun>,
    },
    /// Codes alone.
    Codes {
        /// As what.
        format: ExportFormat,
        /// How the pictures look, for archives of them.
        look: PictureLook,
    },
}

impl What {
    /// The logo in the middle of the codes, which the job reads when its turn comes.
    pub(super) fn logo(&self) -> Option<Wanted> {
        let id = match self {
            Self::Codes { look, .. } => look.logo_file_id.as_ref(),
            Self::Labels { labels } => labels.look.logo_file_id.as_ref(),
        };
        id.map(|id| Wanted::new(crate::slots::CODE_LOGO, id, "/logo_file_id"))
    }

    /// Whether the file is compressed already.
    pub(super) fn is_packed(&self) -> bool {
        !self.media_type().starts_with("text/")
    }

    /// The media type of the file.
    #[must_use]
    pub const fn media_type(&self) -> &'static str {
        match self {
            Self::Codes { format, .. } => format.media_type(),
            Self::Labels { labels } => labels.format.media_type(),
        }
    }
}
