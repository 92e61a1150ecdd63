//! What can be asked of a label.

use super::{
    LabelCarrier, LabelColour, LabelDepth, LabelDesign, LabelFormat, LabelLook, LabelPaper, LabelRun,
    LabelSubject, ScratchLayer, look::lines,
};
use crate::picture::{PictureFormat, Which};
use identifiers::{BatchNo, SerialNo};
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;
use web::upload::FileId;

/// The code and the look of a label to preview.
#[derive(Debug, Clone, Deserialize, IntoParams, Validate)]
#[into_params(parameter_in = Query)]
pub struct LabelQuery {
    /// 批次号
    ///
    /// 批次码；与序列号都不填时为产品码，都填时须一致。
    #[param(value_type = Option<String>, format = "batch-no", example = "20261101A")]
    pub batch_no: Option<BatchNo>,
    /// 序列号
    ///
    /// 单品码，完整的序列号。
    #[param(value_type = Option<String>, format = "serial-no", example = "A00000001")]
    pub serial: Option<SerialNo>,
    /// 格式
    #[param(inline)]
    pub format: PictureFormat,
    /// 版式
    #[param(inline)]
    pub design: LabelDesign,
    /// 颜色
    #[param(inline)]
    pub colour: LabelColour,
    /// 码制
    ///
    /// 默认二维码。
    #[param(inline)]
    pub carrier: Option<LabelCarrier>,
    /// 刮刮层
    ///
    /// 默认不加。
    #[param(inline)]
    pub scratch: Option<ScratchLayer>,
    /// 可读文字
    ///
    /// 在码旁印出 GTIN 和批次号或序列号。默认印；有刮刮层时默认不印，以免不刮开就能读出序列号。
    pub has_code_text: Option<bool>,
    /// 纸张
    ///
    /// 不干胶纸的标签尺寸由纸张决定。默认卷筒。
    #[param(inline)]
    pub paper: Option<LabelPaper>,
    /// 标签宽度
    ///
    /// 毫米，默认 20。
    #[param(minimum = 10, maximum = 300, example = 20)]
    pub width: Option<i64>,
    /// 标签高度
    ///
    /// 毫米，默认 30。
    #[param(minimum = 10, maximum = 300, example = 30)]
    pub height: Option<i64>,
    /// 标签名称
    ///
    /// 默认为产品名称。
    #[param(max_length = 100, example = "西湖龙井")]
    pub name: Option<String>,
    /// 标签文字
    ///
    /// 每行一条，最多 4 行。
    #[param(format = "multiline", max_length = 250, example = "浙江品码茶业有限公司")]
    pub text: Option<String>,
    /// 徽标
    ///
    /// 上传到 code_logo 的文件编号。
    #[param(inline, format = "uuid", value_type = Option<String>)]
    pub logo_file_id: Option<FileId>,
    /// 分辨率
    ///
    /// PNG 的每英寸点数，默认 300。
    #[param(minimum = 72, maximum = 1200, example = 300)]
    pub dpi: Option<i64>,
}

impl LabelQuery {
    pub(super) fn which(&self) -> Which {
        match (&self.serial, &self.batch_no) {
            (Some(serial), named) => Which::Unit(serial.clone(), named.clone()),
            (None, Some(no)) => Which::Batch(no.clone()),
            (None, None) => Which::Product,
        }
    }

    pub(super) fn run(&self, gtin: &str, name: &str) -> LabelRun {
        LabelRun {
            look: LabelLook {
                design: self.design,
                colour: self.colour,
                carrier: self.carrier.unwrap_or(LabelCarrier::Qr),
                scratch: self.scratch.unwrap_or(ScratchLayer::None),
                has_code_text: self
                    .scratch
                    .unwrap_or(ScratchLayer::None)
                    .has_code_text(self.has_code_text),
                paper: self.paper.unwrap_or(LabelPaper::Roll),
                width: self.width.unwrap_or(20),
                height: self.height.unwrap_or(30),
                name: self.name.clone().unwrap_or_else(|| name.to_owned()),
                lines: lines(self.text.as_deref()),
                logo_file_id: self.logo_file_id.clone(),
            },
            format: match self.format {
                PictureFormat::Png => LabelFormat::PngZip,
                PictureFormat::Svg => LabelFormat::SvgZip,
            },
            subject: match self.which() {
                Which::Product => LabelSubject::Product,
                Which::Batch(_) => LabelSubject::Batch,
                Which::Unit(..) => LabelSubject::Unit,
            },
            gtin: gtin.to_owned(),
            margin: 0,
            gap: 0,
            crop_marks: false,
            dpi: self.dpi.unwrap_or(300),
            depth: LabelDepth::Colour,
            note: String::new(),
            material: String::new(),
            specification: String::new(),
        }
    }
}
