//! Packing over REST.

use super::{
    PackView,
    request::{PackUnits, UnpackUnits},
    service,
};
use crate::permission::CodeWrite;
use actix_web::{HttpResponse, post};
use product::Holders;
use web::{Answer, Problem, Scope, Valid};

/// 装入组合
///
/// Puts products, batches, units or packs into a pack: all or nothing. A million units in a run are as quick as one.
#[utoipa::path(
    tag = "packs", security(("bearer" = ["code.write"])), request_body = PackUnits,
    responses((status = 201, description = "组合", body = PackView))
)]
#[post("/packings")]
pub async fn pack_units(
    scope: Scope<CodeWrite>,
    holders: Holders,
    body: Valid<PackUnits>,
) -> Result<HttpResponse, Problem> {
    let b = body.0;
    let packed = scope.once(move |c| {
        service::pack(c, &holders, &b.product_id, &b.serial, &b.contents).map(Answer::created)
    });
    packed.await
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
) -> Result<HttpResponse, Problem> {
    let b = body.0;
    let unpacked =
        scope.once(move |c| service::unpack(c, &b.product_id, &b.serial, &b.contents).map(Answer::ok));
    unpacked.await
}
