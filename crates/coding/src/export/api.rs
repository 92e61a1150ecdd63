//! Exports over REST: as a job with progress, or streamed at once.

use super::{
    ExportFormat, Tool, job,
    order::{self, Wanted},
    stream::{Place, stream},
};
use crate::{
    Error, PublicBase,
    batch::BatchId,
    permission::CodeRead,
    picture::{CorrectionLevel, Look, PictureFormat},
    product::ProductId,
    serial::Span,
};
use actix_web::{HttpResponse, get, post};
use identifiers::SerialNo;
use kernel::Lang;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::{Validate, ValidationError};
use web::{
    Files, Problem, Query, Scope, Valid, attachment, broken_rule,
    jobs::{JobId, NewJob, enqueue},
    throttle::TooMany,
    upload::FileId,
};

/// After so long another stream may have ended.
const COME_BACK_SECONDS: i64 = 10;

/// Which unit codes are exported, and as what.
#[derive(Debug, Clone, Deserialize, ToSchema, IntoParams, Validate)]
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
    #[schema(value_type = Option<String>, format = "serial-no", max_length = 20, example = "A00000001")]
    #[param(value_type = Option<String>, format = "serial-no", max_length = 20, example = "A00000001")]
    pub first_serial: Option<SerialNo>,
    /// 结束序列号
    ///
    /// 只导出一段时填写，完整的序列号，含前缀。
    #[schema(value_type = Option<String>, format = "serial-no", max_length = 20, example = "A00001000")]
    #[param(value_type = Option<String>, format = "serial-no", max_length = 20, example = "A00001000")]
    pub last_serial: Option<SerialNo>,
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
    pub level: Option<CorrectionLevel>,
    /// 中心图标
    ///
    /// 上传到 code_logo 的文件编号。
    #[param(inline, format = "uuid", value_type = Option<String>)]
    pub logo_file_id: Option<FileId>,
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
    fn look(&self) -> Look {
        Look {
            format: if self.format == ExportFormat::SvgZip {
                PictureFormat::Svg
            } else {
                PictureFormat::Png
            },
            size: self.size.unwrap_or(600),
            quiet_zone: self.quiet_zone.unwrap_or(4),
            level: self.level.unwrap_or(CorrectionLevel::Medium),
            logo_file_id: self.logo_file_id.clone(),
        }
    }

    fn wanted(&self) -> Result<Wanted, Error> {
        let span = match (&self.first_serial, &self.last_serial) {
            (Some(first), Some(last)) => Some(Span::between(first, last)?),
            _ => None,
        };
        Ok(Wanted {
            product_id: self.product_id.clone(),
            batch_id: self.batch_id.clone(),
            span,
        })
    }
}

/// A job that was queued.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExportQueued {
    /// 任务编号
    ///
    /// 用 GET /jobs/{id} 查看进度和下载地址。
    pub job_id: JobId,
    /// 码数量
    #[schema(example = 100_000)]
    pub total: i64,
}

/// 导出单品码
///
/// Exports unit codes in the background, with progress; it goes on after a restart. The file is kept for seven days.
#[utoipa::path(
    tag = "codes", security(("bearer" = ["code.read"])), request_body = ExportUnits,
    responses((status = 202, description = "已提交", body = ExportQueued))
)]
#[post("/unit-exports")]
pub async fn create_unit_export(
    scope: Scope<CodeRead>,
    files: Files,
    base: PublicBase,
    body: Valid<ExportUnits>,
) -> Result<HttpResponse, Problem> {
    let (given, account) = (body.0, scope.caller().account.clone());
    let queued = scope
        .write(move |c| {
            let look = given.look();
            // What is wrong with the picture is said now, not by the job.
            label::Renderer::new(look.picture(c, &files.vault)?)?;
            let order = order::fix(c, &given.wanted()?, (given.format, look), &base)?;
            let total = order.total();
            let title = format!("导出 {}：{}", given.format.label(Lang::Zh), order.name);
            let input = serde_json::to_value(order).unwrap_or_default();
            let job_id = enqueue(
                c,
                &NewJob {
                    kind: job::KIND,
                    account,
                    title,
                    input,
                    total,
                },
            )?;
            Ok::<_, Error>(ExportQueued { job_id, total })
        })
        .await?;
    let location = ("location", format!("/api/v1/jobs/{}", queued.job_id));
    Ok(HttpResponse::Accepted().insert_header(location).json(queued))
}

/// 直接下载单品码
///
/// Streams unit codes as they are made. The response begins at once and takes as little memory for a million codes as for
/// one; it cannot be resumed, for which there is the job.
#[utoipa::path(
    tag = "codes", security(("bearer" = ["code.read"])), params(ExportUnits),
    responses((status = 200, description = "文件流", content((String = "text/csv"), (Vec<u8> = "application/zip"))))
)]
#[get("/unit-exports/stream")]
pub async fn stream_unit_export(
    scope: Scope<CodeRead>,
    files: Files,
    base: PublicBase,
    query: Query<ExportUnits>,
) -> Result<HttpResponse, Problem> {
    let given = query.0;
    let place = Place::take(scope.enterprise()).ok_or(TooMany::Wait(COME_BACK_SECONDS))?;
    let (order, picture) = scope
        .read(move |c| {
            let look = given.look();
            let picture = look.picture(c, &files.vault)?;
            label::Renderer::new(picture.clone())?;
            Ok::<_, Error>((
                order::fix(c, &given.wanted()?, (given.format, look), &base)?,
                picture,
            ))
        })
        .await?;
    Ok(HttpResponse::Ok()
        .content_type(order.what.media_type())
        .insert_header(attachment(&order.name))
        .streaming(stream(place, order, Tool::Picture(picture))))
}
