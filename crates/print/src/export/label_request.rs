//! What can be asked of an export of labels.

use super::{Error, freeze::Wanted};
use crate::labels::{
    LabelCarrier, LabelColour, LabelDepth, LabelDesign, LabelFormat, LabelLook, LabelPaper, LabelRun,
    LabelSubject, ScratchLayer, lines,
};
use coding::batch::BatchId;
use identifiers::{SerialNo, serial::Span};
use product::{Product, ProductId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::{Validate, ValidationError};
use web::{broken_rule, upload::FileId};

/// Order of labels: the codes, the look, the format.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[validate(schema(function = "rules"))]
pub struct ExportLabels {
    /// 产品
    ///
    /// 产品编号。
    pub product_id: ProductId,
    /// 码的种类
    pub subject: LabelSubject,
    /// 批次
    ///
    /// 批次码必填；单品码可只导出该批次的单品。
    pub batch_id: Option<BatchId>,
    /// 起始序列号
    ///
    /// 只导出一段单品时填写，完整的序列号，含前缀。
    #[schema(value_type = Option<String>, format = "serial-no", example = "A00000001")]
    pub first_serial: Option<SerialNo>,
    /// 结束序列号
    ///
    /// 只导出一段单品时填写，完整的序列号，含前缀。
    #[schema(value_type = Option<String>, format = "serial-no", example = "A00001000")]
    pub last_serial: Option<SerialNo>,
    /// 份数
    ///
    /// 产品码、批次码的标签印多少枚；单品码每个一枚。默认 1。
    #[schema(minimum = 1, maximum = 1_000_000, example = 24)]
    pub copies: Option<i64>,
    /// 输出格式
    pub format: LabelFormat,
    /// 版式
    pub design: LabelDesign,
    /// 颜色
    pub colour: LabelColour,
    /// 码制
    ///
    /// 默认二维码。
    pub carrier: Option<LabelCarrier>,
    /// 刮刮层
    ///
    /// 默认不加。
    pub scratch: Option<ScratchLayer>,
    /// 可读文字
    ///
    /// 在码旁印出 GTIN 和批次号或序列号。默认印；有刮刮层时默认不印，以免不刮开就能读出序列号。
    pub has_code_text: Option<bool>,
    /// 纸张
    ///
    /// 不干胶纸的标签尺寸由纸张决定。默认卷筒。
    pub paper: Option<LabelPaper>,
    /// 标签宽度
    ///
    /// 毫米，默认 20。
    #[schema(minimum = 10, maximum = 300, example = 20)]
    pub width: Option<i64>,
    /// 标签高度
    ///
    /// 毫米，默认 30。
    #[schema(minimum = 10, maximum = 300, example = 30)]
    pub height: Option<i64>,
    /// 页边距
    ///
    /// 毫米，用于 A4 自动排满。默认 10。
    #[schema(minimum = 0, maximum = 50, example = 10)]
    pub margin: Option<i64>,
    /// 标签间距
    ///
    /// 毫米，用于 A4 自动排满。默认 2。
    #[schema(minimum = 0, maximum = 50, example = 2)]
    pub gap: Option<i64>,
    /// 裁切线
    ///
    /// 在页边标出裁切位置。默认不加。
    pub crop_marks: Option<bool>,
    /// 标签名称
    ///
    /// 默认为产品名称。
    #[schema(max_length = 100, example = "西湖龙井")]
    pub name: Option<String>,
    /// 标签文字
    ///
    /// 每行一条，最多 4 行。
    #[schema(format = "multiline", max_length = 250, example = "浙江品码茶业有限公司")]
    pub text: Option<String>,
    /// 徽标
    ///
    /// 上传到 code_logo 的文件编号。
    pub logo_file_id: Option<FileId>,
    /// 分辨率
    ///
    /// PNG 的每英寸点数，默认 300。
    #[schema(minimum = 72, maximum = 1200, example = 300)]
    pub dpi: Option<i64>,
    /// 色彩
    ///
    /// PNG 的色彩，默认彩色。
    pub depth: Option<LabelDepth>,
    /// 包装材质
    ///
    /// 写入印刷说明，供印刷厂参考。
    #[schema(max_length = 50, example = "铜版纸不干胶")]
    pub material: Option<String>,
    /// 分段
    ///
    /// 超过 10 万枚时每 10 万枚一个文件，先完成的可先下载。默认分段。
    pub in_parts: Option<bool>,
}

fn rules(e: &ExportLabels) -> Result<(), ValidationError> {
    let missing = |pointer, zh| {
        Err(broken_rule(
            "required",
            pointer,
            "this is needed for these codes",
            zh,
        ))
    };
    match (e.subject, &e.batch_id, &e.first_serial, &e.last_serial) {
        (LabelSubject::Batch, None, ..) => missing("/batch_id", "请选择批次"),
        (_, _, Some(_), None) => missing("/last_serial", "请填写结束序列号"),
        (_, _, None, Some(_)) => missing("/first_serial", "请填写起始序列号"),
        _ => Ok(()),
    }
}

impl ExportLabels {
    pub(super) fn wanted(&self) -> Result<Wanted, Error> {
        let span = match (&self.first_serial, &self.last_serial) {
            (Some(first), Some(last)) => Some(Span::between(first, last)?),
            _ => None,
        };
        Ok(Wanted {
            product_id: self.product_id.clone(),
            batch_id: self.batch_id.clone(),
            span,
            starts_with: None,
        })
    }

    /// Builds the run of labels; its note for the printer is added once the codes are known.
    pub(super) fn run(&self, product: &Product) -> LabelRun {
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
                name: self.name.clone().unwrap_or_else(|| product.name.clone()),
                lines: lines(self.text.as_deref()),
                logo_file_id: self.logo_file_id.clone(),
            },
            format: self.format,
            subject: self.subject,
            gtin: product.gtin.clone(),
            margin: self.margin.unwrap_or(10),
            gap: self.gap.unwrap_or(2),
            crop_marks: self.crop_marks.unwrap_or(false),
            dpi: self.dpi.unwrap_or(300),
            depth: self.depth.unwrap_or(LabelDepth::Colour),
            note: String::new(),
            material: String::new(),
            specification: String::new(),
        }
    }
}
