kernel::codes! {
    /// File format of an export of codes.
    pub enum ExportFormat {
        Xlsx = "xlsx", "Excel 表格", "Excel workbook";
        Csv = "csv", "CSV", "CSV";
        PngZip = "png_zip", "PNG 图片压缩包", "ZIP of PNG";
        SvgZip = "svg_zip", "SVG 矢量图压缩包", "ZIP of SVG";
    }
}

/// The media type of a workbook.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

impl ExportFormat {
    /// The end of the file's name.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::PngZip | Self::SvgZip => "zip",
        }
    }

    /// The media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => XLSX,
            Self::PngZip | Self::SvgZip => "application/zip",
        }
    }
}
