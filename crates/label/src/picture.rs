//! What a picture of a symbol should be like.

use crate::{Correction, Error, Logo};

/// What a picture of a symbol should be like.
///
/// The defaults are a PNG of 300 pixels at level M, with the quiet zone of four modules ISO/IEC 18004 asks
/// for and no logo.
#[derive(Clone, Debug)]
pub struct Picture {
    /// The kind of file.
    pub format: Format,
    /// How large it is.
    pub size: Size,
    /// Light modules on every side: 1 to 16. Fewer than four do not conform, and read worse.
    pub quiet_zone: u8,
    /// The least error-correction level; Q or H with a logo.
    pub correction: Correction,
    /// A logo for the middle.
    pub logo: Option<Logo>,
    /// The title of an SVG.
    pub title: Option<String>,
    /// Whether an SVG tells the text it encodes as its description.
    pub describe: bool,
}

impl Default for Picture {
    fn default() -> Self {
        Self {
            format: Format::Png,
            size: Size::Pixels(300),
            quiet_zone: 4,
            correction: Correction::Medium,
            logo: None,
            title: None,
            describe: false,
        }
    }
}

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// Pixels: black and white or, with a logo, grey or coloured.
    Png,
    /// Lines.
    Svg,
}

impl Format {
    /// The end of a file's name.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
        }
    }

    /// The media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Svg => "image/svg+xml",
        }
    }
}

/// How large a picture is along a side, with its quiet zone.
///
/// Files are exactly as large. A PNG has a whole number of pixels a module, so that all modules are equally wide; the pixels that
/// are left over are quiet zone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Size {
    /// For the screen: 32 to 4,096.
    Pixels(u32),
    /// For a printer; a PNG says its resolution.
    Print {
        /// The width on paper: 5 to 500.
        millimetres: f64,
        /// The resolution in dots per inch: 72 to 2,400.
        dpi: u32,
    },
}

/// The pixels a picture may have along a side.
const PIXELS: (u32, u32) = (32, 4096);
const MILLIMETRES: (f64, f64) = (5.0, 500.0);
const DPI: (u32, u32) = (72, 2400);
const QUIET_ZONE: u8 = 16;
const MILLIMETRES_PER_INCH: f64 = 25.4;

impl Picture {
    /// Checks all that does not depend on the text.
    pub(crate) fn check(&self) -> Result<(), Error> {
        if !(1..=QUIET_ZONE).contains(&self.quiet_zone) {
            return Err(Error::QuietZoneOutOfRange {
                modules: self.quiet_zone,
                most: QUIET_ZONE,
            });
        }
        if self.logo.is_some() && self.correction < Correction::Quartile {
            return Err(Error::CorrectionTooLowForLogo);
        }
        if let Size::Print { millimetres, dpi } = self.size {
            let (least, most) = MILLIMETRES;
            if !(least..=most).contains(&millimetres) {
                return Err(Error::WidthOutOfRange { least, most });
            }
            let (least, most) = DPI;
            if !(least..=most).contains(&dpi) {
                return Err(Error::ResolutionOutOfRange { dpi, least, most });
            }
            // An SVG has no pixels.
            if self.format == Format::Svg {
                return Ok(());
            }
        }
        let (pixels, (least, most)) = (self.pixels(), PIXELS);
        if (least..=most).contains(&pixels) {
            Ok(())
        } else {
            Err(Error::SizeOutOfRange { pixels, least, most })
        }
    }

    /// The pixels asked for.
    pub(crate) fn pixels(&self) -> u32 {
        match self.size {
            Size::Pixels(pixels) => pixels,
            Size::Print { millimetres, dpi } => (millimetres / MILLIMETRES_PER_INCH * f64::from(dpi)) as u32,
        }
    }

    /// The resolution for a printer.
    pub(crate) fn pixels_per_metre(&self) -> Option<u32> {
        match self.size {
            Size::Pixels(_) => None,
            Size::Print { dpi, .. } => Some((f64::from(dpi) * 1000.0 / MILLIMETRES_PER_INCH).round() as u32),
        }
    }

    /// The width of an SVG with its unit.
    pub(crate) fn width(&self) -> String {
        match self.size {
            Size::Pixels(pixels) => pixels.to_string(),
            Size::Print { millimetres, .. } => format!("{millimetres}mm"),
        }
    }
}
