//! What can be chosen for a label, in our codes and in the words of the crate `label`.

use label::{Carrier, Colour, Depth, Design, Paper, ScratchLayer as Layer};

kernel::codes! {
    /// Design of a label (F235, F237).
    pub enum LabelDesign {
        Braid = "braid", "锦纹边框", "braided frame";
        Rosette = "rosette", "团花版头", "rosette in a solid head";
        Ribbon = "ribbon", "飘带", "ribbon of waves";
        Medallion = "medallion", "徽章", "medallion";
        Relief = "relief", "浮线底纹", "line relief";
        Microtext = "microtext", "微缩文字", "micro-text";
    }
}

kernel::codes! {
    /// In which colour (F234).
    pub enum LabelColour {
        Red = "red", "红色 D41819", "red D41819";
        Orange = "orange", "橙色 FFCC00", "orange FFCC00";
        Green = "green", "墨绿 316464", "dark green 316464";
        Blue = "blue", "蓝色 468CC8", "blue 468CC8";
    }
}

kernel::codes! {
    /// Symbol that carries the code.
    pub enum LabelCarrier {
        Qr = "qr", "二维码（QR）", "QR code";
        DataMatrix = "data_matrix", "Data Matrix（扫码地址）", "Data Matrix with the address";
        Gs1DataMatrix = "gs1_data_matrix", "GS1 DataMatrix（应用标识符）", "GS1 DataMatrix with element string";
    }
}

kernel::codes! {
    /// Scratch layer over the symbol before the sale (F236).
    pub enum ScratchLayer {
        None = "none", "不加", "none";
        Outline = "outline", "标出刮刮层位置", "outline of the layer";
        Covered = "covered", "输出刮刮层（遮盖二维码）", "the layer itself, over the symbol";
    }
}

kernel::codes! {
    /// The paper labels are printed on.
    pub enum LabelPaper {
        Roll = "roll", "卷筒（每页一枚）", "roll, a label a page";
        A4 = "a4", "A4（按标签尺寸排满）", "A4, as many as fit";
        A4x65 = "a4_65", "A4 不干胶 65 枚（38.1×21.2）", "A4, 65 labels";
        A4x40 = "a4_40", "A4 不干胶 40 枚（45.7×25.4）", "A4, 40 labels";
        A4x24 = "a4_24", "A4 不干胶 24 枚（63.5×33.9）", "A4, 24 labels";
        A4x21 = "a4_21", "A4 不干胶 21 枚（63.5×38.1）", "A4, 21 labels";
    }
}

kernel::codes! {
    /// File format of an export of labels (F238, F239).
    pub enum LabelFormat {
        Pdf = "pdf", "PDF 拼版", "PDF sheets";
        PngZip = "png_zip", "PNG 压缩包", "ZIP of PNG";
        SvgZip = "svg_zip", "SVG 压缩包", "ZIP of SVG";
        Csv = "csv", "CSV 印刷数据", "CSV print data";
        Txt = "txt", "TXT 印刷数据（制表符）", "TXT print data with tabs";
    }
}

kernel::codes! {
    /// The colours of the pixels of a PNG.
    pub enum LabelDepth {
        Colour = "colour", "彩色", "colour";
        Grey = "grey", "灰度", "grey";
        BlackAndWhite = "black_and_white", "黑白（热转印）", "black and white";
    }
}

kernel::codes! {
    /// Whose codes the labels carry.
    pub enum LabelSubject {
        Product = "product", "产品码（一品一码）", "product code";
        Batch = "batch", "批次码（一批一码）", "batch code";
        Unit = "unit", "单品码（一物一码）", "unit codes";
    }
}

impl LabelDesign {
    pub(super) const fn design(self) -> Design {
        match self {
            Self::Braid => Design::Braid,
            Self::Rosette => Design::Rosette,
            Self::Ribbon => Design::Ribbon,
            Self::Medallion => Design::Medallion,
            Self::Relief => Design::Relief,
            Self::Microtext => Design::Microtext,
        }
    }
}

impl LabelColour {
    pub(super) const fn colour(self) -> Colour {
        match self {
            Self::Red => Colour::Red,
            Self::Orange => Colour::Orange,
            Self::Green => Colour::Green,
            Self::Blue => Colour::Blue,
        }
    }
}

impl LabelCarrier {
    pub(super) const fn carrier(self) -> Carrier {
        match self {
            Self::Qr => Carrier::Qr(label::Correction::Medium),
            Self::DataMatrix => Carrier::DataMatrix,
            Self::Gs1DataMatrix => Carrier::Gs1DataMatrix,
        }
    }
}

impl ScratchLayer {
    /// Whether the code is written beside the symbol, if nobody says: not where a layer is to hide it.
    pub(crate) fn has_code_text(self, asked: Option<bool>) -> bool {
        asked.unwrap_or(self == Self::None)
    }

    pub(super) const fn layer(self) -> Layer {
        match self {
            Self::None => Layer::None,
            Self::Outline => Layer::Outline,
            Self::Covered => Layer::Covered,
        }
    }
}

impl LabelPaper {
    /// Paper whose labels are cut already.
    pub(super) const fn cut(self) -> Option<Paper> {
        match self {
            Self::Roll | Self::A4 => None,
            Self::A4x65 => Some(Paper::A4x65),
            Self::A4x40 => Some(Paper::A4x40),
            Self::A4x24 => Some(Paper::A4x24),
            Self::A4x21 => Some(Paper::A4x21),
        }
    }
}

impl LabelDepth {
    pub(super) const fn depth(self) -> Depth {
        match self {
            Self::Colour => Depth::Colour,
            Self::Grey => Depth::Grey,
            Self::BlackAndWhite => Depth::BlackAndWhite,
        }
    }
}

impl LabelFormat {
    /// The end of the file's name.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::PngZip | Self::SvgZip => "zip",
            Self::Csv => "csv",
            Self::Txt => "txt",
        }
    }

    /// The media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::PngZip | Self::SvgZip => "application/zip",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Txt => "text/plain; charset=utf-8",
        }
    }
}
