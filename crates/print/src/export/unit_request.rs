//! What can be asked of an export of units.

use super::{Error, ExportFormat, freeze::Wanted};
use crate::picture::{Correction, PictureFormat, PictureLook};
use coding::batch::BatchId;
use identifiers::{SerialNo, serial::Span};
use product::ProductId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::{Validate, ValidationError};
use web::{broken_rule, upload::FileId};

/// Order of an export of unit codes.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema, IntoParams, Validate)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
#[validate(schema(function = "rules"))]
pub struct ExportUnits {
    /// 产品
    ///
    /// 产品编号。
    #[param(inline, format = "uuid", value_type = String)]
    pub product_id: ProductId,
    /// 批次
    ///
    /// 只导出该批次的单品。
    #[param(inline, format = "uuid", value_type = Option<String>)]
    pub batch_id: Option<BatchId>,
    /// 起始序列号
    ///
    /// 只导出一段时填写，完整的序列号，含前缀。
    #[schema(value_type = Option<String>, format = "serial-no", example = "A00000001")]
    #[param(value_type = Option<String>, format = "serial-no", example = "A00000001")]
    pub first_serial: Option<SerialNo>,
    /// 结束序列号
    ///
    /// 只导出一段时填写，完整的序列号，含前缀。
    #[schema(value_type = Option<String>, format = "serial-no", example = "A00001000")]
    #[param(value_type = Option<String>, format = "serial-no", example = "A00001000")]
    pub last_serial: Option<SerialNo>,
    /// 序列号开头
    ///
    /// 只导出以此开头的序列号，与单品列表的筛选相同。
    #[schema(max_length = 20, example = "A0001")]
    #[param(max_length = 20, example = "A0001")]
    pub serial: Option<String>,
    /// 格式
    #[param(inline)]
    pub format: ExportFormat,
    /// 边长
    ///
    /// 图片边长，像素，含空白边。默认 600。
    #[schema(minimum = 32, maximum = 4096, example = 600)]
    #[param(minimum = 32, maximum = 4096, example = 600)]
    pub size: Option<i64>,
    /// 空白边
    ///
    /// 模块数，标准要求不少于 4。默认 4。
    #[schema(minimum = 1, maximum = 16, example = 4)]
    #[param(minimum = 1, maximum = 16, example = 4)]
    pub quiet_zone: Option<i64>,
    /// 纠错等级
    ///
    /// 默认 M；带中心图标时须为 Q 或 H。
    #[param(inline)]
    pub correction: Option<Correction>,
    /// 中心图标
    ///
    /// 上传到 code_logo 的文件编号。
    #[param(inline, format = "uuid", value_type = Option<String>)]
    pub logo_file_id: Option<FileId>,
    /// 分段
    ///
    /// 超过 10 万个时每 10 万个一个文件，先完成的可先下载。默认分段；直接下载时总是一个文件。
    pub in_parts: Option<bool>,
}

fn rules(e: &ExportUnits) -> Result<(), ValidationError> {
    let missing = |pointer, zh| {
        Err(broken_rule(
            "required",
            pointer,
            "first and last serial go together",
            zh,
        ))
    };
    match (&e.first_serial, &e.last_serial) {
        (Some(_), None) => missing("/last_serial", "请填写结束序列号"),
        (None, Some(_)) => missing("/first_serial", "请填写起始序列号"),
        _ => Ok(()),
    }
}

impl ExportUnits {
    pub(super) fn look(&self) -> PictureLook {
        PictureLook {
            format: if self.format == ExportFormat::SvgZip {
                PictureFormat::Svg
            } else {
                PictureFormat::Png
            },
            size: self.size.unwrap_or(600),
            quiet_zone: self.quiet_zone.unwrap_or(4),
            correction: self.correction.unwrap_or(Correction::Medium),
            logo_file_id: self.logo_file_id.clone(),
        }
    }

    pub(super) fn wanted(&self) -> Result<Wanted, Error> {
        let span = match (&self.first_serial, &self.last_serial) {
            (Some(first), Some(last)) => Some(Span::between(first, last)?),
            _ => None,
        };
        Ok(Wanted {
            product_id: self.product_id.clone(),
            batch_id: self.batch_id.clone(),
            span,
            starts_with: self.serial.clone(),
        })
    }
}
