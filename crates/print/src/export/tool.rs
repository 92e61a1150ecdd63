//! What an order is carried out with.

use super::{Error, ExportOrder, What};
use crate::labels::{LabelFonts, LabelTool};
use db::TenantConn;
use label::Picture;
use web::upload::Vault;

/// Tools of an export: a picture, or fonts and the layout of labels.
#[derive(Clone)]
pub enum Tool {
    /// Pictures of codes.
    Picture(Picture),
    /// Labels.
    Label(Box<LabelTool>),
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
}
