//! What can be asked of the picture of a code.

use super::{Correction, PictureFormat, PictureLook, Which};
use identifiers::{BatchNo, SerialNo};
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;
use web::upload::FileId;

/// The code and the look of its picture.
#[derive(Debug, Clone, Deserialize, IntoParams, Validate)]
#[into_params(parameter_in = Query)]
pub struct PictureQuery {
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
    /// 边长
    ///
    /// 像素，含空白边；PNG 正好是这个边长，每个模块为整数像素，余下的像素归入空白边。默认 600。
    #[param(minimum = 32, maximum = 4096, example = 600)]
    pub size: Option<i64>,
    /// 空白边
    ///
    /// 模块数，标准要求不少于 4。默认 4。
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
}

impl PictureQuery {
    pub(super) fn look(&self) -> PictureLook {
        PictureLook {
            format: self.format,
            size: self.size.unwrap_or(600),
            quiet_zone: self.quiet_zone.unwrap_or(4),
            correction: self.correction.unwrap_or(Correction::Medium),
            logo_file_id: self.logo_file_id.clone(),
        }
    }

    pub(super) fn which(&self) -> Which {
        match (&self.serial, &self.batch_no) {
            (Some(serial), named) => Which::Unit(serial.clone(), named.clone()),
            (None, Some(no)) => Which::Batch(no.clone()),
            (None, None) => Which::Product,
        }
    }
}
