//! Recalls over REST.

use super::{
    RecallId, RecallView,
    service::{self, Order},
    store::{self, RecallRows},
};
use crate::{
    Error,
    batch::BatchId,
    permission::{CodeRead, CodeWrite},
    product::ProductId,
};
use actix_web::{
    HttpResponse, get, post,
    web::{Json, Path},
};
use identifiers::{BatchNo, SerialNo};
use kernel::Page;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use validator::{Validate, ValidationError};
use web::{ListQuery, Problem, Scope, Valid, broken_rule};

/// Codes to be warned of.
#[derive(Debug, Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
#[validate(schema(function = "rules"))]
pub struct OpenRecall {
    /// 产品
    ///
    /// 产品编号；不填批次号和序列号则召回整个产品。
    pub product_id: ProductId,
    /// 批次号
    ///
    /// 召回一个批次时填写；该批次的单品一并召回。
    #[schema(value_type = Option<String>, format = "batch-no", max_length = 20, example = "20261101A")]
    pub batch_no: Option<BatchNo>,
    /// 起始序列号
    ///
    /// 召回部分单品时填写完整的序列号；填写批次号时不填。
    #[schema(value_type = Option<String>, format = "serial-no", max_length = 20, example = "A00000001")]
    pub first_serial: Option<SerialNo>,
    /// 结束序列号
    ///
    /// 只召回一个单品时不填。
    #[schema(value_type = Option<String>, format = "serial-no", max_length = 20, example = "A00000200")]
    pub last_serial: Option<SerialNo>,
    /// 召回原因
    ///
    /// 扫码时可见。
    #[schema(
        format = "multiline",
        min_length = 2,
        max_length = 500,
        example = "甲醛释放量超出标准限值"
    )]
    pub reason: String,
    /// 处理建议
    ///
    /// 扫码时可见，告诉消费者怎么做。
    #[schema(
        format = "multiline",
        min_length = 2,
        max_length = 500,
        example = "请立即停止使用，凭本页到购买处退货"
    )]
    pub advice: String,
}

fn rules(of: &OpenRecall) -> Result<(), ValidationError> {
    match of {
        _ if of.batch_no.is_some() && of.first_serial.is_some() => Err(broken_rule(
            "coding.recall_ambiguous",
            "/first_serial",
            "recall a batch or a run of units, not both",
            "批次号与序列号只能填写一种",
        )),
        _ if of.last_serial.is_some() && of.first_serial.is_none() => Err(broken_rule(
            "required",
            "/first_serial",
            "required with a last serial",
            "请填写起始序列号",
        )),
        _ => Ok(()),
    }
}

/// Why a recall ends.
#[derive(Debug, Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct EndRecall {
    /// 结束原因
    ///
    /// 记入操作记录。
    #[schema(min_length = 2, max_length = 200, example = "问题产品已全部收回")]
    pub reason: String,
}

/// Which recalls are wanted.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct RecallFilter {
    /// 产品
    #[param(inline, format = "uuid", value_type = Option<String>)]
    pub product_id: Option<ProductId>,
    /// 批次
    #[param(inline, format = "uuid", value_type = Option<String>)]
    pub batch_id: Option<BatchId>,
    /// 正在召回
    ///
    /// 只看未结束的，或只看已结束的。
    pub is_open: Option<bool>,
}

/// 召回列表
///
/// Lists one's recalls, newest first.
#[utoipa::path(
    tag = "recalls", security(("bearer" = ["code.read"])), params(web::PageQuery, RecallFilter),
    responses((status = 200, description = "召回", body = Page<RecallView>))
)]
#[get("/recalls")]
pub async fn list_recalls(
    scope: Scope<CodeRead>,
    query: ListQuery<RecallFilter>,
) -> Result<Json<Page<RecallView>>, Problem> {
    let page = query.page;
    let rows = RecallRows {
        product_id: query.filter.product_id.clone(),
        batch_id: query.filter.batch_id.clone(),
        is_open: query.filter.is_open,
    };
    let (items, total) = scope
        .read(move |c| {
            let (found, total) = store::list(c, &rows, (page.offset(), page.size()))?;
            let views = found
                .into_iter()
                .map(|(r, p, b)| service::view(r, p, b))
                .collect();
            Ok::<_, Error>((views, total))
        })
        .await?;
    Ok(Json(page.of(items, total)))
}

/// 发起召回
///
/// Warns of a product, a batch or a run of units from now on: whoever scans their codes is told the reason and what to do.
#[utoipa::path(
    tag = "recalls", security(("bearer" = ["code.write"])), request_body = OpenRecall,
    responses((status = 201, description = "召回", body = RecallView))
)]
#[post("/recalls")]
pub async fn recall_codes(scope: Scope<CodeWrite>, body: Valid<OpenRecall>) -> Result<HttpResponse, Problem> {
    let of = body.0;
    let order = Order {
        product_id: of.product_id,
        batch_no: of.batch_no.map(|no| no.to_string()),
        first_serial: of.first_serial,
        last_serial: of.last_serial,
        reason: of.reason,
        advice: of.advice,
    };
    let view = scope
        .write(move |c| {
            let id = service::open(c, order)?;
            service::find_view(c, &id)
        })
        .await?;
    Ok(HttpResponse::Created().json(view))
}

/// 结束召回
///
/// Ends a recall; it stays in the list and in the history of the codes.
#[utoipa::path(
    tag = "recalls", security(("bearer" = ["code.write"])), request_body = EndRecall,
    params(("id" = String, Path, description = "召回编号", format = "uuid")),
    responses((status = 200, description = "已结束的召回", body = RecallView))
)]
#[post("/recalls/{id}/end")]
pub async fn end_recall(
    scope: Scope<CodeWrite>,
    id: Path<RecallId>,
    body: Valid<EndRecall>,
) -> Result<Json<RecallView>, Problem> {
    let view = scope
        .write(move |c| {
            service::end(c, &id, &body.0.reason)?;
            service::find_view(c, &id)
        })
        .await?;
    Ok(Json(view))
}
