//! The history of codes over REST.

use super::{CodeEvent, EventView, store};
use crate::{
    Error,
    batch::{self, BatchId},
    permission::{CodeRead, ProductRead},
    product::{self, ProductId},
    serial::{Place, Span},
    unit::{self, api::UnitQuery},
};
use actix_web::{
    get,
    web::{Json, Path},
};
use kernel::Lang;
use web::{Problem, Query, Scope};

/// 产品操作记录
///
/// Tells what was done to a product, newest first.
#[utoipa::path(
    tag = "products", security(("bearer" = ["product.read"])),
    params(("id" = String, Path, description = "产品编号", format = "uuid")),
    responses((status = 200, description = "操作记录", body = Vec<EventView>))
)]
#[get("/products/{id}/history")]
pub async fn list_product_events(
    scope: Scope<ProductRead>,
    id: Path<ProductId>,
) -> Result<Json<Vec<EventView>>, Problem> {
    let lang = scope.lang();
    let found = scope
        .read(move |c| {
            product::store::find(c, &id)?;
            store::of_product(c, &id)
        })
        .await?;
    Ok(Json(views(found, lang)))
}

/// 批次操作记录
///
/// Tells what was done to a batch, newest first.
#[utoipa::path(
    tag = "batches", security(("bearer" = ["code.read"])),
    params(("id" = String, Path, description = "批次编号", format = "uuid")),
    responses((status = 200, description = "操作记录", body = Vec<EventView>))
)]
#[get("/batches/{id}/history")]
pub async fn list_batch_events(
    scope: Scope<CodeRead>,
    id: Path<BatchId>,
) -> Result<Json<Vec<EventView>>, Problem> {
    let lang = scope.lang();
    let found = scope
        .read(move |c| {
            batch::store::find(c, &id)?;
            store::of_batch(c, &id)
        })
        .await?;
    Ok(Json(views(found, lang)))
}

/// 单品操作记录
///
/// Tells what was done to a unit, newest first: by itself or together with others.
#[utoipa::path(
    tag = "units", security(("bearer" = ["code.read"])),
    params(("id" = String, Path, description = "产品编号", format = "uuid"), UnitQuery),
    responses((status = 200, description = "操作记录", body = Vec<EventView>))
)]
#[get("/products/{id}/unit/history")]
pub async fn list_unit_events(
    scope: Scope<CodeRead>,
    id: Path<ProductId>,
    query: Query<UnitQuery>,
) -> Result<Json<Vec<EventView>>, Problem> {
    let lang = scope.lang();
    let found = scope
        .read(move |c| {
            product::store::find(c, &id)?;
            let place = Place::of(&query.0.serial);
            let known = unit::store::find_at(c, &id, &place)?;
            known.ok_or_else(|| Error::UnitNotFound {
                serial: query.0.serial.to_string(),
            })?;
            store::of_unit(c, &id, &place)
        })
        .await?;
    Ok(Json(views(found, lang)))
}

/// Events as their maker reads them.
pub(crate) fn views(found: Vec<store::Told>, lang: Lang) -> Vec<EventView> {
    found.into_iter().map(|told| view(told, lang)).collect()
}

fn view((event, name): store::Told, lang: Lang) -> EventView {
    let span = span_of(&event);
    let platform = match lang {
        Lang::Zh => "平台",
        Lang::En => "platform",
    };
    EventView {
        id: event.id,
        kind: event.kind,
        first_serial: span.as_ref().map(Span::first_serial),
        last_serial: span.as_ref().map(Span::last_serial),
        detail: event.detail.map(|d| d.0),
        reason: event.reason,
        made_by: match (&event.account_id, event.kind.is_platforms()) {
            (_, true) => Some(platform.to_owned()),
            _ => name,
        },
        made_at: event.made_at,
    }
}

/// The units an event is about.
pub(crate) fn span_of(event: &CodeEvent) -> Option<Span> {
    Some(Span {
        prefix: event.prefix.clone()?,
        width: event.width?,
        first: event.first_number?,
        last: event.last_number?,
    })
}
