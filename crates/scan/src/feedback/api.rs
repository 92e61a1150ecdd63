//! Messages of consumers over REST, for the maker they were written to.

use super::{FeedbackId, FeedbackItem, FeedbackKind, FeedbackStatus, FeedbackView, service};
use crate::permission::{FeedbackRead, FeedbackWrite};
use actix_web::{
    get, post,
    web::{Json, Path},
};
use chrono::NaiveDate;
use coding::product::ProductId;
use kernel::Page;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use validator::Validate;
use web::{Files, ListQuery, Problem, Scope, Valid};

kernel::codes! {
    /// In which order messages are listed.
    pub enum FeedbackSort {
        NewestFirst = "-created_at", "反馈时间从新到旧", "newest first";
        OldestFirst = "created_at", "反馈时间从旧到新", "oldest first";
    }
}

/// Which messages are wanted, and in which order.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct FeedbackFilter {
    /// 处理状态
    #[param(inline)]
    pub status: Option<FeedbackStatus>,
    /// 反馈类型
    #[param(inline)]
    pub kind: Option<FeedbackKind>,
    /// 产品
    #[param(inline, format = "uuid", value_type = Option<String>)]
    pub product_id: Option<ProductId>,
    /// 批次号
    ///
    /// 完整的批次号。
    #[param(max_length = 20, example = "20261101A")]
    pub batch_no: Option<String>,
    /// 反馈日期起
    #[param(example = "2026-11-01")]
    pub received_from: Option<NaiveDate>,
    /// 反馈日期止
    #[param(example = "2026-11-30")]
    pub received_to: Option<NaiveDate>,
    /// 关键词
    ///
    /// 反馈内容或受理编号的一部分。
    #[param(max_length = 100, example = "开胶")]
    pub keyword: Option<String>,
    /// 排序
    #[param(inline)]
    pub sort: Option<FeedbackSort>,
}

/// A public reply.
#[derive(Debug, Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ReplyToFeedback {
    /// 回复内容
    ///
    /// 消费者凭受理编号可以看到；发出后不能修改，可以再次回复。
    #[schema(
        format = "multiline",
        min_length = 2,
        max_length = 1000,
        example = "您好，已安排售后与您联系，为您更换。"
    )]
    pub text: String,
}

/// How far a matter is.
#[derive(Debug, Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct ChangeFeedbackStatus {
    /// 处理状态
    pub status: FeedbackStatus,
    /// 处理说明
    ///
    /// 如原因分析、整改措施；仅本企业可见。
    #[schema(
        format = "multiline",
        max_length = 1000,
        example = "已通知质检部门复检同批次留样。"
    )]
    pub note: Option<String>,
}

/// 消费者反馈列表
///
/// Lists what consumers wrote.
#[utoipa::path(
    tag = "feedback", security(("bearer" = ["feedback.read"])), params(web::PageQuery, FeedbackFilter),
    responses((status = 200, description = "消费者反馈", body = Page<FeedbackItem>))
)]
#[get("/feedback")]
pub async fn list_feedback(
    scope: Scope<FeedbackRead>,
    query: ListQuery<FeedbackFilter>,
) -> Result<Json<Page<FeedbackItem>>, Problem> {
    let page = query.page;
    let (items, total) = scope
        .read(move |c| service::list(c, &query.filter, (page.offset(), page.size())))
        .await?;
    Ok(Json(page.of(items, total)))
}

/// 查看消费者反馈
///
/// Shows a message in full, with what was done about it.
#[utoipa::path(
    tag = "feedback", security(("bearer" = ["feedback.read"])),
    params(("id" = String, Path, description = "反馈编号", format = "uuid")),
    responses((status = 200, description = "消费者反馈", body = FeedbackView))
)]
#[get("/feedback/{id}")]
pub async fn find_feedback(
    scope: Scope<FeedbackRead>,
    files: Files,
    id: Path<FeedbackId>,
) -> Result<Json<FeedbackView>, Problem> {
    Ok(Json(
        scope
            .read(move |c| service::find_view(c, &id, &files.links))
            .await?,
    ))
}

/// 回复消费者反馈
///
/// Replies in public: whoever holds the receipt number reads it. The matter is done with it.
#[utoipa::path(
    tag = "feedback", security(("bearer" = ["feedback.write"])), request_body = ReplyToFeedback,
    params(("id" = String, Path, description = "反馈编号", format = "uuid")),
    responses((status = 200, description = "已回复的反馈", body = FeedbackView))
)]
#[post("/feedback/{id}/reply")]
pub async fn reply_to_feedback(
    scope: Scope<FeedbackWrite>,
    files: Files,
    id: Path<FeedbackId>,
    body: Valid<ReplyToFeedback>,
) -> Result<Json<FeedbackView>, Problem> {
    let by = scope.caller().account.clone();
    let view = scope.write(move |c| {
        service::reply(c, &id, by, body.0.text)?;
        service::find_view(c, &id, &files.links)
    });
    Ok(Json(view.await?))
}

/// 变更反馈状态
///
/// Says how far the matter is, with a note that only one's own people see.
#[utoipa::path(
    tag = "feedback", security(("bearer" = ["feedback.write"])), request_body = ChangeFeedbackStatus,
    params(("id" = String, Path, description = "反馈编号", format = "uuid")),
    responses((status = 200, description = "变更后的反馈", body = FeedbackView))
)]
#[post("/feedback/{id}/status")]
pub async fn change_feedback_status(
    scope: Scope<FeedbackWrite>,
    files: Files,
    id: Path<FeedbackId>,
    body: Valid<ChangeFeedbackStatus>,
) -> Result<Json<FeedbackView>, Problem> {
    let (by, to) = (scope.caller().account.clone(), (body.0.status, body.0.note));
    let view = scope.write(move |c| {
        service::change_status(c, &id, by, to)?;
        service::find_view(c, &id, &files.links)
    });
    Ok(Json(view.await?))
}
