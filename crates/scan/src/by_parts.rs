//! A code asked for by its parts, for programs that cannot escape the `/`, `?` and `#` a batch or serial number may have.

use crate::{
    Answer, Scans,
    answer::Finding,
    as_of::{self, Day},
    count::count,
    now::Now,
    recorder::ScanChannel,
};
use actix_web::{HttpRequest, HttpResponse, get};
use chrono::NaiveDate;
use facts::CodeKey;
use identifiers::{BatchNo, Gtin, SerialNo};
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;
use web::{Problem, Query};

/// The parts of a code's address.
#[derive(Debug, Deserialize, IntoParams, Validate)]
#[into_params(parameter_in = Query)]
pub struct CodeParts {
    /// 商品条码
    ///
    /// 追溯码，8、12、13 或 14 位。
    #[param(value_type = String, format = "gtin", example = "6901234567892")]
    pub gtin: Gtin,
    /// 批次号
    #[param(value_type = Option<String>, format = "batch-no", example = "20261101A")]
    pub batch_no: Option<BatchNo>,
    /// 序列号
    #[param(value_type = Option<String>, format = "serial-no", example = "A00000001")]
    pub serial: Option<SerialNo>,
    /// 日期
    ///
    /// 北京时间；填写时返回这一天结束时的内容，不计入查询次数。
    #[param(example = "2026-11-20")]
    pub on: Option<NaiveDate>,
}

/// 按批次号和序列号查询
///
/// Answers the same as the printed address does to a program, and is counted like it: the parts stand in the query, where every
/// client escapes them.
#[utoipa::path(
    tag = "scans", security(()), params(CodeParts),
    responses(
        (status = 200, description = "有效、已召回或已作废", body = Answer),
        (status = 404, description = "未登记或未赋码", body = Answer),
        (status = 507, description = "服务器存储空间已满"),
    )
)]
#[get("/code")]
pub async fn find_code(
    req: HttpRequest,
    scans: Scans,
    now: Now,
    query: Query<CodeParts>,
) -> Result<HttpResponse, Problem> {
    let CodeParts {
        gtin,
        batch_no,
        serial,
        on,
    } = query.0;
    let key = CodeKey::new(
        gtin.gtin14().to_owned(),
        batch_no.map(|no| no.to_string()),
        serial,
    );
    let day = on.map(|on| Day::of(on, now.0)).transpose()?;
    let finding = match day {
        Some(day) => as_of::find(&scans, key, day).await?,
        None => match scans.resolver.resolve(&key).await? {
            Some(found) => count(&req, &scans, (found, key), ScanChannel::Data, now.0).await?,
            None => Finding::Unknown(key),
        },
    };
    let mut answer = finding.answer(day.map_or(now.0, |day| day.at));
    answer.as_of = day.map(|day| day.on);
    Ok(HttpResponse::build(answer.status()).json(answer))
}
