use super::{Error, LabelCarrier, LabelColour, LabelDesign, LabelFonts, LabelPaper, ScratchLayer};
use crate::picture;
use db::TenantConn;
use label::{Error as Refusal, LabelOrder, LabelText, Template};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use web::upload::{FileId, Vault};

/// Look of a label, fixed when it is asked for.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LabelLook {
    /// Design.
    pub design: LabelDesign,
    /// In which colour.
    pub colour: LabelColour,
    /// Symbol that carries the code.
    pub carrier: LabelCarrier,
    /// Scratch layer over the symbol.
    pub scratch: ScratchLayer,
    /// Whether what the code says is written beside the symbol, too.
    #[serde(default = "written")]
    pub has_code_text: bool,
    /// Paper; pre-cut sheets fix the size of the label.
    pub paper: LabelPaper,
    /// Millimetres.
    pub width: i64,
    /// Millimetres.
    pub height: i64,
    /// Name of the product on the label.
    pub name: String,
    /// Its other lines.
    pub lines: Vec<String>,
    /// The sign of the maker.
    pub logo_file_id: Option<FileId>,
}

/// Orders of before one could choose have it.
const fn written() -> bool {
    true
}

impl LabelLook {
    /// Width and height in millimetres.
    pub(crate) fn size(&self) -> (f32, f32) {
        let cut = self.paper.cut().map(label::Paper::label);
        cut.unwrap_or((self.width as f32, self.height as f32))
    }

    /// Lays out the label.
    pub(crate) fn template(
        &self,
        c: &mut TenantConn<'_>,
        vault: &Vault,
        fonts: &LabelFonts,
    ) -> Result<(Template, Arc<label::Fonts>), Error> {
        let logo = self.logo_file_id.as_ref();
        let logo = logo.map(|id| picture::logo(c, vault, id)).transpose()?;
        let (width, height) = self.size();
        let order = LabelOrder {
            design: self.design.design(),
            colour: self.colour.colour(),
            width,
            height,
            carrier: self.carrier.carrier(),
            name: self.name.clone(),
            lines: self.lines.clone(),
            logo,
            scratch: self.scratch.layer(),
        };
        let fonts = fonts.load()?;
        let template = Template::new(&order, &fonts).map_err(|e| self.refuse(e))?;
        Ok((template, fonts))
    }

    /// Says which field is to be mended.
    pub(crate) fn refuse(&self, e: Refusal) -> Error {
        let pointer = match &e {
            Refusal::LabelSizeOutOfRange { .. } | Refusal::ModuleTooSmall { .. } => "/width",
            Refusal::LabelTextTooLong {
                field: LabelText::Name,
                ..
            } => "/name",
            Refusal::LabelTextTooLong { .. } | Refusal::TooManyLines { .. } => "/text",
            Refusal::FontLacks { character } if self.name.contains(*character) => "/name",
            Refusal::FontLacks { .. } => "/text",
            Refusal::TextNotAscii { .. } => "/carrier",
            Refusal::SheetTooSmall => "/paper",
            Refusal::ResolutionOutOfRange { .. }
            | Refusal::TooFewPixels { .. }
            | Refusal::SizeOutOfRange { .. } => "/dpi",
            _ => return e.into(),
        };
        picture::Error::Refused {
            reason: e.code(),
            en: e.to_string(),
            zh: e.zh(),
            pointer: pointer.to_owned(),
        }
        .into()
    }
}

/// The lines of a text.
pub(crate) fn lines(text: Option<&str>) -> Vec<String> {
    let lines = text.unwrap_or_default().lines().map(str::trim);
    lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
