kernel::codes! {
    /// File format of an export of codes.
    pub enum ExportFormat {
        Csv = "csv", "CSV 表格", "CSV table";
        PngZip = "png_zip", "PNG 图片压缩包", "ZIP of PNG";
        SvgZip = "svg_zip", "SVG 矢量图压缩包", "ZIP of SVG";
    }
}

impl ExportFormat {
    /// The end of the file's name.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::PngZip | Self::SvgZip => "zip",
        }
    }

    /// The media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::PngZip | Self::SvgZip => "application/zip",
        }
    }
}
