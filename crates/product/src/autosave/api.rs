//! Autosaved forms of the product form over REST. Each account has its own.

use super::{
    model::{AutosaveView, FormContent, ProductAutosave, SaveAutosave},
    store,
};
use crate::{Error, ProductId, permission::ProductWrite, store as products};
use actix_web::{
    HttpResponse, delete, get, put,
    web::{Json, Path},
};
use db::{AccountId, Stored, TenantConn};
use kernel::Id;
use serde_json::{Map, Value};
use web::{Problem, Scope, Valid};

/// The form of a product that does not exist yet.
const NEW: &str = "new";

/// 读取表单暂存
///
/// Shows what was typed into the form of a product and not saved.
#[utoipa::path(
    tag = "products", security(("bearer" = ["product.write"])),
    params(("subject" = String, Path, description = "产品编号；新增产品时为 new")),
    responses((status = 200, description = "暂存的内容", body = AutosaveView))
)]
#[get("/product-autosaves/{subject}")]
pub async fn find_product_autosave(
    scope: Scope<ProductWrite>,
    subject: Path<String>,
) -> Result<Json<AutosaveView>, Problem> {
    let account = scope.caller().account.clone();
    let found = scope
        .read(move |c| {
            check_subject(c, &subject)?;
            store::find(c, &account, &subject)?.ok_or(Error::AutosaveNotFound)
        })
        .await?;
    Ok(Json(view(found)))
}

/// 暂存表单
///
/// Keeps what was typed into the form of a product, in the place of what was kept before.
#[utoipa::path(
    tag = "products", security(("bearer" = ["product.write"])), request_body = SaveAutosave,
    params(("subject" = String, Path, description = "产品编号；新增产品时为 new")),
    responses((status = 200, description = "暂存的内容", body = AutosaveView))
)]
#[put("/product-autosaves/{subject}")]
pub async fn update_product_autosave(
    scope: Scope<ProductWrite>,
    subject: Path<String>,
    body: Valid<SaveAutosave>,
) -> Result<Json<AutosaveView>, Problem> {
    let account = scope.caller().account.clone();
    let kept = scope
        .write(move |c| keep(c, account, subject.into_inner(), body.0.content))
        .await?;
    Ok(Json(view(kept)))
}

/// 放弃表单暂存
///
/// Forgets what was typed.
#[utoipa::path(
    tag = "products", security(("bearer" = ["product.write"])),
    params(("subject" = String, Path, description = "产品编号；新增产品时为 new")),
    responses((status = 204, description = "已放弃"))
)]
#[delete("/product-autosaves/{subject}")]
pub async fn delete_product_autosave(
    scope: Scope<ProductWrite>,
    subject: Path<String>,
) -> Result<HttpResponse, Problem> {
    let account = scope.caller().account.clone();
    scope
        .write(move |c| {
            check_subject(c, &subject)?;
            store::delete(c, &account, &subject)
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

fn keep(
    c: &mut TenantConn<'_>,
    account_id: AccountId,
    subject: String,
    content: Map<String, Value>,
) -> Result<ProductAutosave, Error> {
    check_subject(c, &subject)?;
    let form = ProductAutosave {
        id: Id::new(),
        account_id,
        subject,
        content: Stored::of(&FormContent { fields: content }),
        saved_at: c.now(),
    };
    store::put(c, &form)?;
    Ok(form)
}

/// An autosaved form is of a product of one's own, or of none yet.
fn check_subject(c: &mut TenantConn<'_>, subject: &str) -> Result<(), Error> {
    if subject == NEW {
        return Ok(());
    }
    let id: ProductId = subject.parse().map_err(|_no_id| Error::NotFound)?;
    products::find(c, &id).map(|_exists| ())
}

fn view(found: ProductAutosave) -> AutosaveView {
    AutosaveView {
        content: found.content.read().value.map(|c| c.fields).unwrap_or_default(),
        saved_at: found.saved_at,
    }
}
