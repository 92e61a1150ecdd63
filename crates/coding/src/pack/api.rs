//! Packs over REST.

use super::{ContentView, PackItem, PackView, listing, pick::PackContent, service};
use crate::{
    permission::{CodeRead, CodeWrite},
    product::ProductId,
};
use actix_web::{
    HttpResponse, get, post,
    web::{Json, Path},
};
use identifiers::SerialNo;
use kernel::Page;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use validator::Validate;
use web::{ListQuery, Problem, Scope, Valid};

/// Things to be put into a pack.
#[derive(Debug, Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct PackUnits {
    /// 组合产品
    ///
    /// 追溯方式为组合多码的产品编号。
    pub product_id: ProductId,
    /// 母码序列号
    ///
    /// 已赋码的完整序列号。
    #[schema(value_type = String, format = "serial-no", min_length = 1, example = "A00000001")]
    pub serial: SerialNo,
    /// 装入内容
    ///
    /// 单品、组合、批次或产品；一个单品同时只能在一个组合中。
    #[schema(min_items = 1, max_items = 100)]
    pub contents: Vec<PackContent>,
}

/// Things to be taken out of a pack.
#[derive(Debug, Clone, Deserialize, ToSchema, Validate)]
#[serde(deny_unknown_fields)]
pub struct UnpackUnits {
    /// 组合产品
    ///
    /// 追溯方式为组合多码的产品编号。
    pub product_id: ProductId,
    /// 母码序列号
    ///
    /// 已赋码的完整序列号。
    #[schema(value_type = String, format = "serial-no", min_length = 1, example = "A00000001")]
    pub serial: SerialNo,
    /// 移出内容
    ///
    /// 不填则全部移出。
    #[serde(default)]
    #[schema(max_items = 100)]
    pub contents: Vec<PackContent>,
}

/// Which packs are wanted.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PackFilter {
    /// 组合产品
    #[param(inline, format = "uuid", value_type = Option<String>)]
    pub product_id: Option<ProductId>,
}

/// Whose contents are wanted.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ContentQuery {
    /// 序列号
    ///
    /// 母码的完整序列号，区分大小写。
    #[param(value_type = String, format = "serial-no", min_length = 1, example = "A00000001")]
    pub serial: SerialNo,
}

/// 组合列表
///
/// Lists the packs that have something in them, those filled last first.
#[utoipa::path(
    tag = "packs", security(("bearer" = ["code.read"])), params(web::PageQuery, PackFilter),
    responses((status = 200, description = "组合", body = Page<PackItem>))
)]
#[get("/packs")]
pub async fn list_packs(
    scope: Scope<CodeRead>,
    query: ListQuery<PackFilter>,
) -> Result<Json<Page<PackItem>>, Problem> {
    let page = query.page;
    let (items, total) = scope
        .read(move |c| listing::list(c, query.filter.product_id.as_ref(), (page.offset(), page.size())))
        .await?;
    Ok(Json(page.of(items, total)))
}

/// 组合内容
///
/// Lists what is in a pack, in the order it was put there; what is within the packs in it is asked for by their serials.
#[utoipa::path(
    tag = "packs", security(("bearer" = ["code.read"])),
    params(("id" = String, Path, description = "产品编号", format = "uuid"), web::PageQuery, ContentQuery),
    responses((status = 200, description = "组合内容", body = Page<ContentView>))
)]
#[get("/products/{id}/unit/contents")]
pub async fn list_pack_contents(
    scope: Scope<CodeRead>,
    id: Path<ProductId>,
    query: ListQuery<ContentQuery>,
) -> Result<Json<Page<ContentView>>, Problem> {
    let page = query.page;
    let (items, total) = scope
        .read(move |c| listing::contents(c, &id, &query.filter.serial, (page.offset(), page.size())))
        .await?;
    Ok(Json(page.of(items, total)))
}

/// 装入组合
///
/// Puts products, batches, units or packs into a pack: all or nothing. A million units in a run are as quick as one.
#[utoipa::path(
    tag = "packs", security(("bearer" = ["code.write"])), request_body = PackUnits,
    responses((status = 201, description = "组合", body = PackView))
)]
#[post("/packings")]
pub async fn pack_units(scope: Scope<CodeWrite>, body: Valid<PackUnits>) -> Result<HttpResponse, Problem> {
    let b = body.0;
    let view = scope
        .write(move |c| service::pack(c, &b.product_id, &b.serial, &b.contents))
        .await?;
    Ok(HttpResponse::Created().json(view))
}

/// 移出组合
///
/// Takes things out of a pack, or everything.
#[utoipa::path(
    tag = "packs", security(("bearer" = ["code.write"])), request_body = UnpackUnits,
    responses((status = 200, description = "组合", body = PackView))
)]
#[post("/unpackings")]
pub async fn unpack_units(
    scope: Scope<CodeWrite>,
    body: Valid<UnpackUnits>,
) -> Result<Json<PackView>, Problem> {
    let b = body.0;
    let view = scope
        .write(move |c| service::unpack(c, &b.product_id, &b.serial, &b.contents))
        .await?;
    Ok(Json(view))
}
