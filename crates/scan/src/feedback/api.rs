//! Messages of consumers over REST, for the maker they were written to.

use super::{FeedbackFilter, FeedbackId, FeedbackItem, FeedbackState, FeedbackView, service};
use crate::permission::{FeedbackRead, FeedbackWrite};
use actix_web::{
    HttpResponse, get, post,
    web::{Json, Path},
};
use kernel::Page;
use serde::Deserialize;
use utoipa::ToSchema;
use validator::Validate;
use web::{Answer, Files, ListQuery, Problem, Scope, Valid};

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
pub struct ChangeFeedbackState {
    /// 处理状态
    pub state: FeedbackState,
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
) -> Result<HttpResponse, Problem> {
    let by = scope.caller().account.clone();
    let replied = scope.once(move |c| {
        service::reply(c, &id, by, body.0.text)?;
        service::find_view(c, &id, &files.links).map(Answer::ok)
    });
    replied.await
}

/// 变更反馈状态
///
/// Says how far the matter is, with a note that only one's own people see.
#[utoipa::path(
    tag = "feedback", security(("bearer" = ["feedback.write"])), request_body = ChangeFeedbackState,
    params(("id" = String, Path, description = "反馈编号", format = "uuid")),
    responses((status = 200, description = "变更后的反馈", body = FeedbackView))
)]
#[post("/feedback/{id}/state")]
pub async fn change_feedback_state(
    scope: Scope<FeedbackWrite>,
    files: Files,
    id: Path<FeedbackId>,
    body: Valid<ChangeFeedbackState>,
) -> Result<HttpResponse, Problem> {
    let (by, to) = (scope.caller().account.clone(), (body.0.state, body.0.note));
    let changed = scope.once(move |c| {
        service::change_state(c, &id, by, to)?;
        service::find_view(c, &id, &files.links).map(Answer::ok)
    });
    changed.await
}
