//! What a reader will see, shown to the maker without being counted (F084).

use crate::{Scans, answer::Finding, page, permission::ScanRead, record::api::CodeQuery};
use actix_web::{HttpResponse, get, web::Path};
use coding::{
    PublicBase,
    product::{self, ProductId},
    resolve::CodeKey,
};
use web::{Problem, Query, Scope};

/// 扫码预览
///
/// The page a scan of this code gets, as it is now; the preview is not recorded as a scan.
#[utoipa::path(
    tag = "scans", security(("bearer" = ["scan.read"])),
    params(("id" = String, Path, description = "产品编号", format = "uuid"), CodeQuery),
    responses((status = 200, description = "扫码页", body = String, content_type = "text/html"))
)]
#[get("/products/{id}/preview")]
pub async fn find_code_preview(
    scope: Scope<ScanRead>,
    id: Path<ProductId>,
    query: Query<CodeQuery>,
    scans: Scans,
    base: PublicBase,
) -> Result<HttpResponse, Problem> {
    let key = CodeKey {
        gtin: scope.read(move |c| product::gtin(c, &id)).await?,
        batch_no: query.0.batch_no.map(|no| no.to_string()),
        serial: query.0.serial,
    };
    let finding = match scans.resolver.resolve(&key).await? {
        Some(found) => Finding::Known(found, key, None),
        None => Finding::Unknown(key),
    };
    Ok(page::respond(
        HttpResponse::Ok(),
        &finding.answer(scope.now()),
        &base,
        scope.lang(),
    ))
}
