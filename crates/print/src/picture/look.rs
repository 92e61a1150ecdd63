use super::Error;
use db::TenantConn;
use identifiers::{BatchNo, SerialNo};
use label::{Format, Logo, Picture, Size};
use serde::{Deserialize, Serialize};
use web::upload::{FileId, Vault, read, upright};

kernel::codes! {
    /// The kind of picture.
    pub enum PictureFormat {
        Png = "png", "PNG 图片", "PNG";
        Svg = "svg", "SVG 矢量图", "SVG";
    }
}

kernel::codes! {
    /// Error correction level of a QR code (ISO/IEC 18004).
    pub enum Correction {
        Low = "L", "低（约 7%）", "low, about 7 %";
        Medium = "M", "中（约 15%）", "medium, about 15 %";
        Quartile = "Q", "较高（约 25%）", "quartile, about 25 %";
        High = "H", "高（约 30%）", "high, about 30 %";
    }
}

/// Look of the picture of a code.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PictureLook {
    /// The kind of picture.
    pub format: PictureFormat,
    /// Its side in pixels.
    pub size: i64,
    /// Its quiet zone in modules.
    pub quiet_zone: i64,
    /// Its error correction.
    pub correction: Correction,
    /// The logo in its middle.
    pub logo_file_id: Option<FileId>,
}

impl PictureLook {
    /// The picture a renderer makes of it.
    pub(crate) fn picture(&self, c: &mut TenantConn<'_>, vault: &Vault) -> Result<Picture, Error> {
        let logo = self
            .logo_file_id
            .as_ref()
            .map(|id| logo(c, vault, id))
            .transpose()?;
        Ok(Picture {
            format: match self.format {
                PictureFormat::Png => Format::Png,
                PictureFormat::Svg => Format::Svg,
            },
            size: Size::Pixels(u32::try_from(self.size).unwrap_or_default()),
            quiet_zone: u8::try_from(self.quiet_zone).unwrap_or_default(),
            correction: match self.correction {
                Correction::Low => label::Correction::Low,
                Correction::Medium => label::Correction::Medium,
                Correction::Quartile => label::Correction::Quartile,
                Correction::High => label::Correction::High,
            },
            logo,
            ..Picture::default()
        })
    }
}

pub(crate) fn logo(c: &mut TenantConn<'_>, vault: &Vault, id: &FileId) -> Result<Logo, Error> {
    let bytes = read(c, vault, id, crate::slots::CODE_LOGO)?.ok_or(Error::LogoNotFound)?;
    Ok(Logo::new(&upright(&bytes)?)?)
}

impl From<label::Error> for Error {
    fn from(e: label::Error) -> Self {
        let pointer = match &e {
            label::Error::CorrectionTooLowForLogo => "/correction",
            label::Error::QuietZoneOutOfRange { .. } => "/quiet_zone",
            label::Error::SizeOutOfRange { .. } | label::Error::TooFewPixels { .. } => "/size",
            label::Error::Io(io) if is_full(io) => return web::upload::UploadError::DiskFull.into(),
            _ => "/logo_file_id",
        };
        Self::Refused {
            reason: e.code(),
            en: e.to_string(),
            zh: e.zh(),
            pointer: pointer.to_owned(),
        }
    }
}

fn is_full(e: &std::io::Error) -> bool {
    matches!(
        e.kind(),
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded
    )
}

/// Code of a product: the class code, that of a batch, or that of a unit.
#[derive(Debug, Clone)]
pub(crate) enum Which {
    Product,
    Batch(BatchNo),
    /// With the batch it is said to be in, if that is said.
    Unit(SerialNo, Option<BatchNo>),
}
