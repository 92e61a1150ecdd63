//! Ending a product by the operator, over REST.

use super::{model::VoidByOperator, service};
use crate::{ProductId, permission::platform::ProductReview};
use actix_web::{HttpResponse, post, web::Path};
use web::{PlatformScope, Problem, Valid};

/// 平台作废产品
///
/// Voids a product of any enterprise for good, with the reason. Its codes say so at once, and its maker is told.
#[utoipa::path(
    tag = "platform", security(("bearer" = ["platform.product.review"])), request_body = VoidByOperator,
    params(("id" = String, Path, description = "产品编号", format = "uuid")),
    responses((status = 204, description = "已作废"))
)]
#[post("/platform/products/{id}/void")]
pub async fn void_product_by_operator(
    scope: PlatformScope<ProductReview>,
    id: Path<ProductId>,
    body: Valid<VoidByOperator>,
) -> Result<HttpResponse, Problem> {
    let VoidByOperator {
        reason,
        is_code_barred,
    } = body.0;
    scope
        .write(move |c| service::end_by_operator(c, &id, &reason, is_code_barred))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
