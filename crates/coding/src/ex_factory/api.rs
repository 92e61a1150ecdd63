//! Leaving the factory over REST.

use super::{EnterExFactory, EnterUnitsExFactory, Entry, service};
use crate::{
    batch::{self, BatchId, BatchView},
    permission::CodeWrite,
    unit::{Selection, UnitIssue},
};
use actix_web::{HttpResponse, post, web::Path};
use product::PublicBase;
use web::{Answer, Files, Problem, Scope, Valid};

/// 批次出厂
///
/// Enters the day a batch left the factory, all of it. From then on its dates, its quantity and its inspection reports change
/// only by a correction, which becomes public. With a reason, a day that was entered before is corrected.
#[utoipa::path(
    tag = "batches", security(("bearer" = ["code.write"])), request_body = EnterExFactory,
    params(("id" = String, Path, description = "批次编号", format = "uuid")),
    responses((status = 200, description = "已出厂的批次", body = BatchView))
)]
#[post("/batches/{id}/ex-factory")]
pub async fn enter_batch_ex_factory(
    scope: Scope<CodeWrite>,
    base: PublicBase,
    files: Files,
    id: Path<BatchId>,
    body: Valid<EnterExFactory>,
) -> Result<HttpResponse, Problem> {
    let entry = Entry {
        on: body.0.ex_factory_on,
        correction_reason: body.0.correction_reason,
    };
    let entered = scope.once(move |c| {
        service::enter_batch(c, &id, &entry)?;
        let view = batch::find_view(c, &id, &files.links, &base)?;
        Ok::<_, super::Error>(Answer::versioned(view.version, view))
    });
    entered.await
}

/// 单品出厂
///
/// Enters the day units left the factory. From then on their batch and their dates change only by a correction, which becomes
/// public. With a reason, a day that was entered before is corrected.
#[utoipa::path(
    tag = "units", security(("bearer" = ["code.write"])), request_body = EnterUnitsExFactory,
    responses((status = 200, description = "已出厂的码", body = UnitIssue))
)]
#[post("/unit-ex-factory")]
pub async fn enter_units_ex_factory(
    scope: Scope<CodeWrite>,
    body: Valid<EnterUnitsExFactory>,
) -> Result<HttpResponse, Problem> {
    let u = body.0;
    let units = Selection {
        product_id: u.product_id,
        first_serial: u.first_serial,
        last_serial: u.last_serial,
        quantity: u.quantity,
    };
    let entry = Entry {
        on: u.ex_factory_on,
        correction_reason: u.correction_reason,
    };
    let entered = scope.once(move |c| service::enter_units(c, &units, &entry).map(Answer::ok));
    entered.await
}
