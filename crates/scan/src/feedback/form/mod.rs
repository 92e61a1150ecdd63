//! The form behind a code, what may be written in it, and what holds off floods (F106).

pub mod api;
mod key;
mod limits;
pub(super) mod page;
mod sent;
mod service;

pub use key::FormKey;

use super::{Contact, FeedbackKind};
use crate::Verdict;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::{Validate, ValidationError};
use web::{broken_rule, upload::api::FileContent};

/// What a consumer writes.
#[derive(Debug, Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[validate(schema(function = "rules"))]
pub struct SubmitFeedback {
    /// 反馈类型
    pub kind: FeedbackKind,
    /// 反馈内容
    ///
    /// 5–1000 字。
    #[schema(
        format = "multiline",
        min_length = 5,
        max_length = 1000,
        example = "收到的板材边缘开胶，批次号见照片。"
    )]
    pub text: String,
    /// 联系方式
    ///
    /// 选填，手机号、电话或邮箱；仅用于企业与您联系处理本条反馈。
    #[schema(max_length = 100, example = "13800138000")]
    pub contact: Option<String>,
    /// 图片
    ///
    /// 选填，最多 3 张 JPG 或 PNG，每张不超过 20 MB；拍摄地点等附加信息会被去除，仅企业可见。
    #[serde(default)]
    #[schema(max_items = 3, inline, value_type = Vec<FileContent>)]
    pub pictures: Vec<String>,
    /// 表单凭证
    ///
    /// 由 GET 同一地址取得，至少 3 秒后才能提交，24 小时内有效。
    #[schema(min_length = 1, max_length = 200, example = "1795226400.0198f0c2.kX2…")]
    pub form_token: String,
    /// 网址
    ///
    /// 请留空；仅用于识别自动程序。
    #[schema(max_length = 0, example = "")]
    pub website: Option<String>,
}

fn rules(given: &SubmitFeedback) -> Result<(), ValidationError> {
    match given.contact.as_deref().map(Contact::parse) {
        Some(None) => Err(broken_rule(
            "contact",
            "/contact",
            "give a phone number or an e-mail address, or leave it empty",
            "请填写有效的手机号、电话或邮箱，或者留空",
        )),
        Some(Some(_)) | None => Ok(()),
    }
}

/// What a program needs to show a form of its own.
#[derive(Debug, Serialize, ToSchema)]
pub struct FeedbackForm<'a> {
    /// 表单凭证
    ///
    /// 随表单一起提交。
    pub form_token: String,
    /// 最短填写时间
    ///
    /// 秒；更早提交会被拒绝。
    #[schema(example = 3)]
    pub wait_seconds: i64,
    /// 扫码结论
    pub verdict: Verdict,
    /// 追溯码
    #[schema(example = "6901234567892")]
    pub trace_code: &'a str,
    /// 产品名称
    ///
    /// 产品未激活时为空。
    pub product_name: Option<&'a str>,
    /// 批次号
    pub batch_no: Option<&'a str>,
    /// 序列号
    pub serial: Option<&'a str>,
    /// 企业名称
    pub maker_name: &'a str,
    /// 售后电话
    pub service_phone: Option<&'a str>,
}
