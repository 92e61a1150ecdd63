//! Units over REST.

use super::{
    Error, Selection, UnitIssue,
    association::{self, Association},
    history,
    request::{AssociateUnits, UnitQuery, VoidUnits},
    service, store,
};
use crate::permission::{CodeRead, CodeWrite};
use actix_web::{
    HttpResponse, get, post,
    web::{Json, Path},
};
use identifiers::serial::Place;
use product::{
    Holders, ProductId,
    events::{self, EventView},
};
use web::{Answer, Problem, Query, Scope, Valid};

/// 赋码后关联
///
/// Puts units into a batch or into another one, or gives them dates of their own. A date that is not given stays as it is
/// while the batch stays; in another batch it is that batch's. Units that left the factory are changed by a correction, with a
/// reason that becomes public.
#[utoipa::path(
    tag = "units", security(("bearer" = ["code.write"])), request_body = AssociateUnits,
    responses((status = 200, description = "已关联的码", body = UnitIssue))
)]
#[post("/unit-associations")]
pub async fn associate_units(
    scope: Scope<CodeWrite>,
    holders: Holders,
    body: Valid<AssociateUnits>,
) -> Result<HttpResponse, Problem> {
    let a = body.0;
    let units = Selection {
        product_id: a.product_id,
        first_serial: a.first_serial,
        last_serial: a.last_serial,
        quantity: a.quantity,
    };
    let with = Association {
        batch_no: a.batch_no.map(|no| no.to_string()),
        made_on: a.made_on,
        expires_on: a.expires_on,
        correction_reason: a.correction_reason,
    };
    let associated = scope.once(move |c| association::associate(c, &holders, &units, &with).map(Answer::ok));
    associated.await
}

/// 作废单品
///
/// Voids units for good; their codes go on answering, and say so.
#[utoipa::path(
    tag = "units", security(("bearer" = ["code.write"])), request_body = VoidUnits,
    responses((status = 200, description = "已作废的码", body = UnitIssue))
)]
#[post("/unit-voids")]
pub async fn void_units(
    scope: Scope<CodeWrite>,
    holders: Holders,
    body: Valid<VoidUnits>,
) -> Result<HttpResponse, Problem> {
    let v = body.0;
    let units = Selection {
        product_id: v.product_id,
        first_serial: v.first_serial,
        last_serial: v.last_serial,
        quantity: v.quantity,
    };
    let voided = scope.once(move |c| service::void(c, &holders, &units, &v.reason).map(Answer::ok));
    voided.await
}

/// 单品操作记录
///
/// Tells what was done to a unit, newest first: by itself or together with others; the recalls of its product and of the
/// batches it was in are among it.
#[utoipa::path(
    tag = "units", security(("bearer" = ["code.read"])),
    params(("id" = String, Path, description = "产品编号", format = "uuid"), UnitQuery),
    responses((status = 200, description = "操作记录", body = Vec<EventView>))
)]
#[get("/products/{id}/unit/events")]
pub async fn list_unit_events(
    scope: Scope<CodeRead>,
    id: Path<ProductId>,
    query: Query<UnitQuery>,
) -> Result<Json<Vec<EventView>>, Problem> {
    let lang = scope.lang();
    let found = scope
        .read(move |c| {
            product::find(c, &id)?;
            let place = Place::of(&query.0.serial);
            let known = store::find_at(c, &id, &place)?;
            let range = known.ok_or_else(|| Error::NotFound {
                serial: query.0.serial.to_string(),
            })?;
            history::of(c, &range, &place)
        })
        .await?;
    Ok(Json(events::views(found, lang)))
}
