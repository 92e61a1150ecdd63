//! What can go wrong.

/// Why a label or an archive was not made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Nothing to encode.
    #[error("there is no text to encode")]
    TextEmpty,
    /// Too long for the largest symbol.
    #[error("a text of {bytes} bytes does not fit the largest QR symbol at this level")]
    TextTooLong {
        /// Its length in UTF-8.
        bytes: usize,
    },
    /// Not a number of pixels a picture can have.
    #[error("a picture has {least} to {most} pixels along a side, not {pixels}")]
    SizeOutOfRange {
        /// What was asked for.
        pixels: u32,
        /// The least allowed.
        least: u32,
        /// The most allowed.
        most: u32,
    },
    /// Not a width a label can have.
    #[error("a printed symbol is {least} to {most} mm wide")]
    WidthOutOfRange {
        /// The least allowed.
        least: f64,
        /// The most allowed.
        most: f64,
    },
    /// Not a resolution of a printer.
    #[error("a resolution is {least} to {most} dots per inch, not {dpi}")]
    ResolutionOutOfRange {
        /// What was asked for.
        dpi: u32,
        /// The least allowed.
        least: u32,
        /// The most allowed.
        most: u32,
    },
    /// Not a quiet zone a picture can have.
    #[error("a quiet zone is 1 to {most} modules wide, not {modules}")]
    QuietZoneOutOfRange {
        /// What was asked for.
        modules: u8,
        /// The most allowed.
        most: u8,
    },
    /// Less than a pixel a module.
    #[error("this text needs {least} pixels or more, not {pixels}")]
    TooFewPixels {
        /// What was asked for.
        pixels: u32,
        /// The modules of the symbol with its quiet zone.
        least: u32,
    },
    /// A logo would cover more than may be lost.
    #[error("a symbol with a logo needs level Q or H")]
    LevelTooLowForLogo,
    /// The file of the logo is too large.
    #[error("a logo has at most {most} bytes, not {bytes}")]
    LogoTooManyBytes {
        /// Its length.
        bytes: usize,
        /// The most allowed.
        most: usize,
    },
    /// The logo has too many pixels to be decoded.
    #[error("a logo has at most {most} pixels along a side, not {width} × {height}")]
    LogoTooManyPixels {
        /// Its width.
        width: u32,
        /// Its height.
        height: u32,
        /// The most allowed along a side.
        most: u32,
    },
    /// Neither a PNG, a JPEG nor an SVG.
    #[error("the logo is not a PNG or JPEG picture or an SVG drawing, or it is damaged")]
    LogoUnreadable,
    /// There are no fonts here.
    #[error("the logo contains text that is not converted to outlines")]
    LogoHasText,
    /// Drawing it would take too long.
    #[error("the logo uses filters, or too many shapes or effects")]
    LogoTooComplex,
    /// Nothing to be seen.
    #[error("the logo is blank")]
    LogoBlank,
    /// The name of an archive entry is no relative path.
    #[error("{name:?} is not a name for an archive entry")]
    EntryNameInvalid {
        /// What was asked for.
        name: String,
    },
    /// An archive entry has to be less than 4 GiB.
    #[error("an archive entry of {bytes} bytes is too large")]
    EntryTooLarge {
        /// Its length.
        bytes: usize,
    },
    /// Reading or writing failed.
    #[error("reading or writing failed: {0}")]
    Io(#[from] std::io::Error),
}

impl Error {
    /// A name that never changes, for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TextEmpty => "text_empty",
            Self::TextTooLong { .. } => "text_too_long",
            Self::SizeOutOfRange { .. } => "size_out_of_range",
            Self::WidthOutOfRange { .. } => "width_out_of_range",
            Self::ResolutionOutOfRange { .. } => "resolution_out_of_range",
            Self::QuietZoneOutOfRange { .. } => "quiet_zone_out_of_range",
            Self::TooFewPixels { .. } => "too_few_pixels",
            Self::LevelTooLowForLogo => "level_too_low_for_logo",
            Self::LogoTooManyBytes { .. } => "logo_too_many_bytes",
            Self::LogoTooManyPixels { .. } => "logo_too_many_pixels",
            Self::LogoUnreadable => "logo_unreadable",
            Self::LogoHasText => "logo_has_text",
            Self::LogoTooComplex => "logo_too_complex",
            Self::LogoBlank => "logo_blank",
            Self::EntryNameInvalid { .. } => "entry_name_invalid",
            Self::EntryTooLarge { .. } => "entry_too_large",
            Self::Io(_) => "io_failed",
        }
    }

    /// What happened and how to mend it, for people, in Chinese.
    pub fn zh(&self) -> String {
        match self {
            Self::TextEmpty => "没有要编码的内容，请填写内容。".to_owned(),
            Self::TextTooLong { bytes } => {
                format!("内容共 {bytes} 字节，超出二维码的最大容量，请缩短内容或降低纠错等级。")
            }
            Self::SizeOutOfRange { pixels, least, most } => {
                format!("图片边长 {pixels} 像素超出范围，请设为 {least} 至 {most} 像素。")
            }
            Self::WidthOutOfRange { least, most } => {
                format!("二维码的印刷宽度超出范围，请设为 {least} 至 {most} 毫米。")
            }
            Self::ResolutionOutOfRange { dpi, least, most } => {
                format!("分辨率 {dpi} dpi 超出范围，请设为 {least} 至 {most} dpi。")
            }
            Self::QuietZoneOutOfRange { modules, most } => {
                format!("空白边 {modules} 个模块超出范围，请设为 1 至 {most} 个模块（国标要求不少于 4 个）。")
            }
            Self::TooFewPixels { pixels, least } => {
                format!("图片边长 {pixels} 像素放不下该内容的二维码，请设为 {least} 像素以上或缩短内容。")
            }
            Self::LevelTooLowForLogo => "带徽标的二维码需要更高的纠错等级，请选择 Q 或 H。".to_owned(),
            Self::LogoTooManyBytes { bytes, most } => {
                format!("徽标文件共 {bytes} 字节，请压缩到 {most} 字节以内。")
            }
            Self::LogoTooManyPixels { width, height, most } => {
                format!("徽标为 {width} × {height} 像素，请缩小到边长 {most} 像素以内。")
            }
            Self::LogoUnreadable => "无法读取徽标，请上传完好的 PNG、JPEG 或 SVG 文件。".to_owned(),
            Self::LogoHasText => "徽标中含有文字，请在绘图软件中把文字转为轮廓后重新导出。".to_owned(),
            Self::LogoTooComplex => {
                "徽标使用了滤镜，或图形、效果过多，请简化后重新导出，或改用 PNG。".to_owned()
            }
            Self::LogoBlank => "徽标是空白的，请检查图片颜色是否为白色，或是否引用了外部图片。".to_owned(),
            Self::EntryNameInvalid { name } => {
                format!("“{name}”不能作为压缩包内的文件名，请去掉开头的斜杠、反斜杠和“..”。")
            }
            Self::EntryTooLarge { bytes } => {
                format!("压缩包内的单个文件共 {bytes} 字节，请拆分到 4 GiB 以内。")
            }
            Self::Io(_) => "读写失败，请检查磁盘空间和网络后重试。".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_has_a_code_and_a_way_out() {
        let errors = [
            Error::TextEmpty,
            Error::TextTooLong { bytes: 1 },
            Error::SizeOutOfRange {
                pixels: 1,
                least: 2,
                most: 3,
            },
            Error::WidthOutOfRange {
                least: 2.0,
                most: 3.0,
            },
            Error::ResolutionOutOfRange {
                dpi: 1,
                least: 2,
                most: 3,
            },
            Error::QuietZoneOutOfRange { modules: 0, most: 3 },
            Error::TooFewPixels { pixels: 1, least: 2 },
            Error::LevelTooLowForLogo,
            Error::LogoTooManyBytes { bytes: 2, most: 1 },
            Error::LogoTooManyPixels {
                width: 2,
                height: 2,
                most: 1,
            },
            Error::LogoUnreadable,
            Error::LogoHasText,
            Error::LogoTooComplex,
            Error::LogoBlank,
            Error::EntryNameInvalid { name: String::new() },
            Error::EntryTooLarge { bytes: 1 },
            Error::from(std::io::Error::from(std::io::ErrorKind::StorageFull)),
        ];
        let mut codes: Vec<_> = errors.iter().map(Error::code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), errors.len());
        assert!(
            codes
                .iter()
                .all(|code| code.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'_')))
        );
        assert!(
            errors
                .iter()
                .all(|error| error.zh().ends_with('。') && !error.to_string().is_empty())
        );
    }
}
