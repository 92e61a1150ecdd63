//! Qualifications over REST (F023–F028).

use super::{
    Error, QualificationFilter, QualificationId, QualificationOverview, QualificationRecord,
    QualificationView, service, store,
};
use crate::permission::own::{QualificationRead, QualificationWrite};
use actix_web::{
    HttpResponse, delete, get, post, put,
    web::{Json, Path},
};
use kernel::Page;
use web::{Answer, Files, IfMatch, ListQuery, Problem, Scope, Valid, versioned};

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
    let created = scope.once(move |c| {
        let id = service::create(c, body.0)?;
        let view = service::find_view(c, &id, &files.links, lang);
        view.map(|view| Answer::created_at(format!("/api/v1/qualifications/{id}"), view))
    });
    created.await
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
    let updated = scope.once(move |c| {
        let version =
            version.pick(|| service::find_view(c, &id, &files.links, lang).map(|view| view.version))?;
        service::update(c, &id, version, body.0)?;
        service::find_view(c, &id, &files.links, lang).map(|view| Answer::versioned(view.version, view))
    });
    updated.await
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

/// 资质统计
///
/// Counts one's qualifications by how they stand today.
#[utoipa::path(
    tag = "qualifications", security(("bearer" = ["qualification.read"])),
    responses((status = 200, description = "资质统计", body = QualificationOverview))
)]
#[get("/qualification-overview")]
pub async fn find_qualification_overview(
    scope: Scope<QualificationRead>,
) -> Result<Json<QualificationOverview>, Problem> {
    Ok(Json(scope.read(store::overview).await?))
}
