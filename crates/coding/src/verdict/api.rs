//! What a code is worth, over REST.

use super::{Finding, Own, Registered, Registry, Truth, Verdict, of_unit};
use crate::{batch, pack::Error, permission::CodeRead, recalled};
use actix_web::{
    get,
    web::{Json, Path},
};
use db::TenantConn;
use identifiers::{BatchNo, SerialNo, serial::Place};
use kernel::Page;
use product::ProductId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use validator::Validate;
use web::{ListQuery, PageQuery, Problem, Query, Scope};

/// Which code of a product.
#[derive(Debug, Deserialize, IntoParams, Validate)]
#[into_params(parameter_in = Query)]
pub struct VerdictQuery {
    /// 批次号
    ///
    /// 查询批次码时填写。
    #[param(value_type = Option<String>, format = "batch-no", example = "20261101A")]
    pub batch_no: Option<BatchNo>,
    /// 序列号
    ///
    /// 查询单品码时填写；批次号与序列号都不填则查询产品码。
    #[param(value_type = Option<String>, format = "serial-no", example = "A00000001")]
    pub serial: Option<SerialNo>,
}

/// What a code is worth.
#[derive(Debug, Serialize, ToSchema)]
pub struct CodeVerdict {
    /// 结论
    ///
    /// 与扫码页相同。
    pub verdict: Verdict,
    /// 结论明细
    ///
    /// 最严重的在前。
    pub findings: Vec<Finding>,
}

/// 查看码的结论
///
/// Says what the code of a product, a batch or a unit is worth, and all that is true of it: the same as a scan of it says.
#[utoipa::path(
    tag = "units", security(("bearer" = ["code.read"])),
    params(("id" = String, Path, description = "产品编号", format = "uuid"), VerdictQuery),
    responses((status = 200, description = "结论", body = CodeVerdict))
)]
#[get("/products/{id}/verdict")]
pub async fn find_verdict(
    scope: Scope<CodeRead>,
    id: Path<ProductId>,
    query: Query<VerdictQuery>,
) -> Result<Json<CodeVerdict>, Problem> {
    let truth = scope.read(move |c| truth(c, &id, &query.0)).await?;
    Ok(Json(CodeVerdict {
        verdict: truth.verdict(),
        findings: truth.into_findings(),
    }))
}

/// What the code of a product is worth that is being recalled as a whole.
#[derive(Debug, Serialize, ToSchema)]
pub struct RecalledProduct {
    /// 产品
    ///
    /// 产品编号。
    pub product_id: ProductId,
    /// 结论
    ///
    /// 产品码的结论，与扫码页相同。
    pub verdict: Verdict,
}

/// No filter: the list is short.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct RecalledProductFilter {}

/// 正在召回的产品
///
/// Lists the products that are being recalled as a whole, with what their codes are worth.
#[utoipa::path(
    tag = "recalls", security(("bearer" = ["code.read"])),
    params(web::PageQuery),
    responses((status = 200, description = "正在召回的产品", body = Page<RecalledProduct>))
)]
#[get("/recalled-products")]
pub async fn list_recalled_products(
    scope: Scope<CodeRead>,
    query: ListQuery<RecalledProductFilter>,
) -> Result<Json<Page<RecalledProduct>>, Problem> {
    let page = query.page;
    let (items, total) = scope.read(move |c| recalled_products(c, page)).await?;
    Ok(Json(page.of(items, total)))
}

fn recalled_products(c: &mut TenantConn<'_>, page: PageQuery) -> Result<(Vec<RecalledProduct>, i64), Error> {
    let (ids, total) = recalled::whole_products(c, (page.offset(), page.size()))?;
    let code = VerdictQuery {
        batch_no: None,
        serial: None,
    };
    let judged = ids.into_iter().map(|product_id| {
        let verdict = truth(c, &product_id, &code)?.verdict();
        Ok(RecalledProduct { product_id, verdict })
    });
    Ok((judged.collect::<Result<_, Error>>()?, total))
}

fn truth(c: &mut TenantConn<'_>, product: &ProductId, code: &VerdictQuery) -> Result<Truth, Error> {
    let mut r = Registered::new(c);
    let (_, ground) = r.product(product)?;
    if let Some(serial) = &code.serial {
        let at = Place::of(serial);
        return match r.range(product, &at)? {
            Some(range) => of_unit(&mut r, &ground, &at, &range),
            None => Ok(Truth::not_issued()),
        };
    }
    let batch = match &code.batch_no {
        None => None,
        Some(no) => match batch::find_by_no(r.conn(), product, no.as_str())? {
            None => return Ok(Truth::not_issued()),
            found => found,
        },
    };
    let own = Own {
        ground: &ground,
        batch: batch.as_ref().map(|b| (&b.id, b.stand())),
        unit: None,
        expires_on: batch.as_ref().and_then(|b| b.expires_on),
    };
    Ok(Truth::of(own.findings(r.today())))
}
