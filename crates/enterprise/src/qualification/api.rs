//! Qualifications over REST (F023–F028).

use super::{
    ExpiryState, QualificationId, QualificationKind, QualificationRecord, QualificationView, service, store,
};
use crate::{
    Error,
    permission::own::{QualificationRead, QualificationWrite},
};
use actix_web::{
    HttpResponse, delete, get, post, put,
    web::{Json, Path},
};
use chrono::NaiveDate;
use kernel::Page;
use serde::Deserialize;
use utoipa::IntoParams;
use web::{Files, IfMatch, ListQuery, Problem, Scope, Valid, versioned};

kernel::codes! {
    /// In which order qualifications are listed.
    pub enum QualificationSort {
        NewestFirst = "-created_at", "创建时间从新到旧", "newest first";
        OldestFirst = "created_at", "创建时间从旧到新", "oldest first";
        IssuedLast = "-issued_on", "发证时间从新到旧", "issued last first";
        IssuedFirst = "issued_on", "发证时间从旧到新", "issued first first";
        ExpiresFirst = "expires_on", "有效期从近到远", "expiring first first";
        ExpiresLast = "-expires_on", "有效期从远到近", "expiring last first";
        Number = "number", "证书编号升序", "by number";
        NumberReversed = "-number", "证书编号降序", "by number, reversed";
    }
}

/// Which qualifications are wanted, and in which order.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct QualificationFilter {
    /// 企业资质类型
    #[param(inline)]
    pub kind: Option<QualificationKind>,
    /// 证书编号
    ///
    /// 证书编号的一部分。
    #[param(max_length = 50, example = "XK06")]
    pub number: Option<String>,
    /// 发证时间起
    #[param(example = "2024-01-01")]
    pub issued_from: Option<NaiveDate>,
    /// 发证时间止
    #[param(example = "2026-12-31")]
    pub issued_to: Option<NaiveDate>,
    /// 到期状态
    #[param(inline)]
    pub expiry_state: Option<ExpiryState>,
    /// 排序
    #[param(inline)]
    pub sort: Option<QualificationSort>,
}

/// 资质列表
///
/// Lists one's qualifications.
#[utoipa::path(
    tag = "qualifications", security(("bearer" = ["qualification.read"])),
    params(web::PageQuery, QualificationFilter),
    responses((status = 200, description = "资质", body = Page<QualificationView>))
)]
#[get("/qualifications")]
pub async fn list_qualifications(
    scope: Scope<QualificationRead>,
    files: Files,
    query: ListQuery<QualificationFilter>,
) -> Result<Json<Page<QualificationView>>, Problem> {
    let (page, lang) = (query.page, scope.lang());
    let (items, total) = scope
        .read(move |c| {
            let (found, total) = store::list(c, &query.filter, (page.offset(), page.size()))?;
            Ok::<_, Error>((service::views(c, found, &files.links, lang)?, total))
        })
        .await?;
    Ok(Json(page.of(items, total)))
}

/// 查看资质
///
/// Shows a qualification.
#[utoipa::path(
    tag = "qualifications", security(("bearer" = ["qualification.read"])),
    params(("id" = String, Path, description = "资质编号", format = "uuid")),
    responses((status = 200, description = "资质", body = QualificationView))
)]
#[get("/qualifications/{id}")]
pub async fn find_qualification(
    scope: Scope<QualificationRead>,
    files: Files,
    id: Path<QualificationId>,
) -> Result<HttpResponse, Problem> {
    let lang = scope.lang();
    let view = scope
        .read(move |c| service::find_view(c, &id, &files.links, lang))
        .await?;
    Ok(versioned(&view, view.version))
}

/// 新增资质
///
/// Creates a qualification.
#[utoipa::path(
    tag = "qualifications", security(("bearer" = ["qualification.write"])), request_body = QualificationRecord,
    responses((status = 201, description = "资质", body = QualificationView))
)]
#[post("/qualifications")]
pub async fn create_qualification(
    scope: Scope<QualificationWrite>,
    files: Files,
    body: Valid<QualificationRecord>,
) -> Result<HttpResponse, Problem> {
    let lang = scope.lang();
    let view = scope
        .write(move |c| {
            let id = service::create(c, body.0)?;
            service::find_view(c, &id, &files.links, lang)
        })
        .await?;
    Ok(HttpResponse::Created()
        .insert_header(("location", format!("/api/v1/qualifications/{}", view.id)))
        .json(view))
}

/// 修改资质
///
/// Changes a qualification. The record is replaced as a whole; its pictures are open or closed as `is_public` says.
#[utoipa::path(
    tag = "qualifications", security(("bearer" = ["qualification.write"])), request_body = QualificationRecord,
    params(
        ("id" = String, Path, description = "资质编号", format = "uuid"),
        ("If-Match" = String, Header, description = "读取时的 ETag"),
    ),
    responses((status = 200, description = "修改后的资质", body = QualificationView))
)]
#[put("/qualifications/{id}")]
pub async fn update_qualification(
    scope: Scope<QualificationWrite>,
    files: Files,
    id: Path<QualificationId>,
    version: IfMatch,
    body: Valid<QualificationRecord>,
) -> Result<HttpResponse, Problem> {
    let lang = scope.lang();
    let view = scope
        .write(move |c| {
            service::update(c, &id, version.0, body.0)?;
            service::find_view(c, &id, &files.links, lang)
        })
        .await?;
    Ok(versioned(&view, view.version))
}

/// 删除资质
///
/// Takes a qualification off all lists and closes its pictures.
#[utoipa::path(
    tag = "qualifications", security(("bearer" = ["qualification.write"])),
    params(("id" = String, Path, description = "资质编号", format = "uuid")),
    responses((status = 204, description = "已删除"))
)]
#[delete("/qualifications/{id}")]
pub async fn delete_qualification(
    scope: Scope<QualificationWrite>,
    id: Path<QualificationId>,
) -> Result<HttpResponse, Problem> {
    scope.write(move |c| service::delete(c, &id)).await?;
    Ok(HttpResponse::NoContent().finish())
}
