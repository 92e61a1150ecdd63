//! Change requests over REST: the maker's part.

use super::{
    in_record::InRecord,
    model::{ChangeRequestId, ChangeRequestItem, ChangeRequestView, CreateChangeRequest},
    service, store,
    view::{self, Reader},
};
use crate::{
    AdmittedRecord, Error, ProductId,
    permission::{ProductRead, ProductWrite},
    store as products,
};
use actix_web::{
    HttpResponse, get, post,
    web::{Json, Path},
};
use enterprise::profile;
use web::{Answer, Files, IfMatch, Problem, Scope, Valid};

/// 变更申请列表
///
/// Lists the change requests of a product, newest first.
#[utoipa::path(
    tag = "products", security(("bearer" = ["product.read"])),
    params(("id" = String, Path, description = "产品编号", format = "uuid")),
    responses((status = 200, description = "变更申请", body = Vec<ChangeRequestItem>))
)]
#[get("/products/{id}/change-requests")]
pub async fn list_change_requests(
    scope: Scope<ProductRead>,
    id: Path<ProductId>,
) -> Result<Json<Vec<ChangeRequestItem>>, Problem> {
    let items = scope
        .read(move |c| {
            products::find(c, &id)?;
            let (found, name) = (store::list(c, &id)?, profile::name(c)?);
            Ok::<_, Error>(found.into_iter().map(|r| view::item(r, name.clone())).collect())
        })
        .await?;
    Ok(Json(items))
}

/// 提交变更申请
///
/// Asks for a change of what was reviewed of a product, with the whole record and a reason. The rules decide at once, or a
/// reviewer of the platform where the enterprise is reviewed by hand; until then the version that holds stays public. One
/// change of a product waits at a time.
#[utoipa::path(
    tag = "products", security(("bearer" = ["product.write"])), request_body = CreateChangeRequest,
    params(
        ("id" = String, Path, description = "产品编号", format = "uuid"),
        ("If-Match" = String, Header, description = "读取产品时的 ETag"),
    ),
    responses((status = 201, description = "变更申请", body = ChangeRequestView))
)]
#[post("/products/{id}/change-requests")]
pub async fn create_change_request(
    scope: Scope<ProductWrite>,
    files: Files,
    id: Path<ProductId>,
    version: IfMatch,
    body: Valid<CreateChangeRequest>,
) -> Result<HttpResponse, Problem> {
    let CreateChangeRequest { record, reason } = body.0;
    let asked = (AdmittedRecord::apart(record).await?, reason);
    let created = scope.once(move |c| {
        let version = version.pick(|| service::version(c, &id))?;
        let id = service::create(c, &id, version, asked)?;
        let view = view::find_view(c, &id, &files.links, Reader::Maker).map_err(InRecord::from);
        view.map(|view| Answer::created_at(format!("/api/v1/change-requests/{id}"), view))
    });
    created.await
}

/// 查看变更申请
///
/// Shows a change request with what it changes, field by field.
#[utoipa::path(
    tag = "products", security(("bearer" = ["product.read"])),
    params(("id" = String, Path, description = "变更申请编号", format = "uuid")),
    responses((status = 200, description = "变更申请", body = ChangeRequestView))
)]
#[get("/change-requests/{id}")]
pub async fn find_change_request(
    scope: Scope<ProductRead>,
    files: Files,
    id: Path<ChangeRequestId>,
) -> Result<Json<ChangeRequestView>, Problem> {
    let view = scope
        .read(move |c| view::find_view(c, &id, &files.links, Reader::Maker))
        .await?;
    Ok(Json(view))
}

/// 撤回变更申请
///
/// Takes a change request back that was not decided yet.
#[utoipa::path(
    tag = "products", security(("bearer" = ["product.write"])),
    params(("id" = String, Path, description = "变更申请编号", format = "uuid")),
    responses((status = 200, description = "变更申请", body = ChangeRequestView))
)]
#[post("/change-requests/{id}/withdraw")]
pub async fn withdraw_change_request(
    scope: Scope<ProductWrite>,
    files: Files,
    id: Path<ChangeRequestId>,
) -> Result<HttpResponse, Problem> {
    let withdrawn = scope.once(move |c| {
        service::withdraw(c, &id)?;
        view::find_view(c, &id, &files.links, Reader::Maker).map(Answer::ok)
    });
    withdrawn.await
}
