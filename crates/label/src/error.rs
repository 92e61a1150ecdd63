//! What can go wrong.

/// A text of a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelText {
    /// What the product is called.
    Name,
    /// A line of free text.
    Line,
    /// What is written beside the symbol.
    Code,
}

impl LabelText {
    /// What it is called in Chinese.
    const fn zh(self) -> &'static str {
        match self {
            Self::Name => "产品名称",
            Self::Line => "标签文字",
            Self::Code => "码的文字",
        }
    }
}

impl std::fmt::Display for LabelText {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Self::Name => "the name",
            Self::Line => "a line",
            Self::Code => "the text of the code",
        })
    }
}

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
    CorrectionTooLowForLogo,
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
    /// Data Matrix symbols hold links and codes.
    #[error("a Data Matrix symbol holds ASCII characters only, not {character:?}")]
    TextNotAscii {
        /// The first that is not.
        character: char,
    },
    /// Not a size labels have.
    #[error("a label is {least} to {most} mm wide and high")]
    LabelSizeOutOfRange {
        /// The least allowed.
        least: f32,
        /// The most allowed.
        most: f32,
    },
    /// The modules would be too small to be printed and read.
    #[error("on this label a module would be {micrometres} µm wide, less than {least}")]
    ModuleTooSmall {
        /// How wide it would be.
        micrometres: u32,
        /// The least allowed.
        least: u32,
    },
    /// Too much text for a label.
    #[error("a label has at most {most} characters in {field}, not {length}")]
    LabelTextTooLong {
        /// Which text.
        field: LabelText,
        /// Its characters.
        length: usize,
        /// The most allowed.
        most: usize,
    },
    /// More lines than a label has room for.
    #[error("a label has at most {most} lines of text, not {lines}")]
    TooManyLines {
        /// How many there are.
        lines: usize,
        /// The most allowed.
        most: usize,
    },
    /// Not a font.
    #[error("the font file cannot be read, or has outlines of an unknown kind")]
    FontUnreadable,
    /// A character that cannot be drawn.
    #[error("the font has no {character:?}")]
    FontLacks {
        /// The first it lacks.
        character: char,
    },
    /// The labels do not fit the paper.
    #[error("the labels, gaps and margins are larger than the paper, or there is none")]
    SheetTooSmall,
    /// Not as many labels as the file was begun for.
    #[error("the file was begun for {total} labels and got another number of them")]
    LabelCountDiffers {
        /// How many.
        total: u64,
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
            Self::CorrectionTooLowForLogo => "correction_too_low_for_logo",
            Self::LogoTooManyBytes { .. } => "logo_too_many_bytes",
            Self::LogoTooManyPixels { .. } => "logo_too_many_pixels",
            Self::LogoUnreadable => "logo_unreadable",
            Self::LogoHasText => "logo_has_text",
            Self::LogoTooComplex => "logo_too_complex",
            Self::LogoBlank => "logo_blank",
            Self::EntryNameInvalid { .. } => "entry_name_invalid",
            Self::EntryTooLarge { .. } => "entry_too_large",
            Self::TextNotAscii { .. } => "text_not_ascii",
            Self::LabelSizeOutOfRange { .. } => "label_size_out_of_range",
            Self::ModuleTooSmall { .. } => "module_too_small",
            Self::LabelTextTooLong { .. } => "label_text_too_long",
            Self::TooManyLines { .. } => "too_many_lines",
            Self::FontUnreadable => "font_unreadable",
            Self::FontLacks { .. } => "font_lacks",
            Self::SheetTooSmall => "sheet_too_small",
            Self::LabelCountDiffers { .. } => "label_count_differs",
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
            Self::CorrectionTooLowForLogo => "带徽标的二维码需要更高的纠错等级，请选择 Q 或 H。".to_owned(),
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
            Self::TextNotAscii { character } => {
                format!("Data Matrix 码只能包含英文字母、数字和符号，不能含有“{character}”，请改用二维码。")
            }
            Self::LabelSizeOutOfRange { least, most } => {
                format!("标签的宽和高须为 {least} 至 {most} 毫米，请修改尺寸。")
            }
            Self::ModuleTooSmall { micrometres, least } => {
                format!(
                    "按此尺寸每个码点只有 {micrometres} 微米，小于 {least} 微米，难以印刷和识读，请放大标签或减少文字行。"
                )
            }
            Self::LabelTextTooLong { field, length, most } => {
                format!("{}共 {length} 个字，请缩短到 {most} 个字以内。", field.zh())
            }
            Self::TooManyLines { lines, most } => {
                format!("标签文字共 {lines} 行，请减少到 {most} 行以内。")
            }
            Self::FontUnreadable => {
                "无法读取字体文件，请安装 fonts-noto-cjk 或指定其他完好的 OpenType 字体。".to_owned()
            }
            Self::FontLacks { character } => {
                format!("字体中没有“{character}”这个字符，请删除或替换它。")
            }
            Self::SheetTooSmall => "标签、间距和页边距超出了纸张，请改小它们或换用更大的纸张。".to_owned(),
            Self::LabelCountDiffers { total } => {
                format!("该文件为 {total} 枚标签准备，实际数量不符，请重新导出。")
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
            Error::CorrectionTooLowForLogo,
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
            Error::TextNotAscii { character: '码' },
            Error::LabelSizeOutOfRange {
                least: 1.0,
                most: 2.0,
            },
            Error::ModuleTooSmall {
                micrometres: 1,
                least: 2,
            },
            Error::LabelTextTooLong {
                field: LabelText::Name,
                length: 2,
                most: 1,
            },
            Error::TooManyLines { lines: 2, most: 1 },
            Error::FontUnreadable,
            Error::FontLacks {
                character: '\u{1F600}',
            },
            Error::SheetTooSmall,
            Error::LabelCountDiffers { total: 1 },
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
