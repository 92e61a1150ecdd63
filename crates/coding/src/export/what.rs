use super::{ExportFormat, ExportOrder};
use crate::{
    Error,
    picture::Look,
    print::{LabelFonts, LabelRun, LabelTool},
};
use db::TenantConn;
use label::Picture;
use serde::{Deserialize, Serialize};
use web::upload::Vault;

/// What is made of the codes.
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
        look: Look,
    },
}

/// What an export is made with.
pub enum Tool {
    /// Pictures of codes.
    Picture(Picture),
    /// Labels.
    Label(Box<LabelTool>),
}

impl What {
    /// The media type of the file.
    #[must_use]
    pub const fn media_type(&self) -> &'static str {
        match self {
            Self::Codes { format, .. } => format.media_type(),
            Self::Labels { labels } => labels.format.media_type(),
        }
    }
}

impl ExportOrder {
    /// Gets everything ready.
    pub(super) fn tool(
        &self,
        c: &mut TenantConn<'_>,
        vault: &Vault,
        fonts: &LabelFonts,
    ) -> Result<Tool, Error> {
        Ok(match &self.what {
            What::Codes { look, .. } => Tool::Picture(look.picture(c, vault)?),
            What::Labels { labels } => Tool::Label(Box::new(labels.tool(c, vault, fonts)?)),
        })
    }

    /// The labels, once what they say is known.
    pub(crate) fn set_labels(&mut self, labels: LabelRun) {
        self.what = What::Labels {
            labels: Box::new(labels),
        };
    }

    /// The address, the batch and the serial of the first code.
    pub(crate) fn first_code(&self) -> Option<(String, String, String)> {
        let run = self.runs.first()?;
        let digits = run.digits(run.first);
        let batch_no = run.batch_no.clone().unwrap_or_default();
        Some((
            format!("{}{digits}", run.uri_start),
            batch_no,
            format!("{}{digits}", run.prefix),
        ))
    }
}
