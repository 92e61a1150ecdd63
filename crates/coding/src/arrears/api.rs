//! Who is behind with filings, over REST: for the platform's people, to read.

use super::{
    model::{FilingArrears, FilingArrearsFilter},
    store,
};
use crate::permission::platform::FilingRead;
use actix_web::{get, web::Json};
use kernel::Page;
use web::{ListQuery, PlatformScope, Problem};

/// 填报逾期企业列表
///
/// Lists the enterprises that are behind with their filings, those with the most overdue periods first; counted every few
/// minutes.
#[utoipa::path(
    tag = "platform", security(("bearer" = ["platform.filing.read"])),
    params(web::PageQuery, FilingArrearsFilter),
    responses((status = 200, description = "填报逾期的企业", body = Page<FilingArrears>))
)]
#[get("/platform/filing-arrears")]
pub async fn list_filing_arrears(
    scope: PlatformScope<FilingRead>,
    query: ListQuery<FilingArrearsFilter>,
) -> Result<Json<Page<FilingArrears>>, Problem> {
    let page = query.page;
    let (items, total) = scope
        .read(move |c| store::list_all(c, query.filter.keyword.as_deref(), (page.offset(), page.size())))
        .await?;
    Ok(Json(page.of(items, total)))
}
