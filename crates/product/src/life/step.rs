//! One step of a product's life as a handler takes it.

use crate::{Error, ProductId, PublicBase, permission::ProductWrite, view};
use actix_web::{HttpResponse, web::Path};
use db::TenantConn;
use web::{Answer, Files, Problem, Scope};

/// One step of a product's life, answered with the product as it is then.
pub(crate) async fn step(
    scope: Scope<ProductWrite>,
    files: Files,
    base: PublicBase,
    id: Path<ProductId>,
    go: impl FnOnce(&mut TenantConn<'_>, &ProductId) -> Result<(), Error> + Send + 'static,
) -> Result<HttpResponse, Problem> {
    let lang = scope.lang();
    let stepped = scope.once(move |c| {
        go(c, &id)?;
        let view = view::find_view(c, &id, &files.links, &base, lang);
        view.map(|view| Answer::versioned(view.version, view))
    });
    stepped.await
}
