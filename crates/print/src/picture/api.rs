//! Pictures of single codes over REST.

use super::{PictureFormat, model::PictureQuery, service};
use actix_web::{HttpResponse, get, web::Path};
use coding::permission::CodeRead;
use product::{ProductId, PublicBase};
use web::{Files, Problem, Query, Scope, attachment, blocking};

/// 下载二维码
///
/// Draws one code: of the product, of a batch, or of a unit.
#[utoipa::path(
    tag = "codes", security(("bearer" = ["code.read"])),
    params(("id" = String, Path, description = "产品编号", format = "uuid"), PictureQuery),
    responses((status = 409, description = "已作废或在召回中"), (status = 200, description = "二维码图片", content((Vec<u8> = "image/png"), (String = "image/svg+xml"))))
)]
#[get("/products/{id}/code")]
pub async fn find_code_picture(
    scope: Scope<CodeRead>,
    files: Files,
    base: PublicBase,
    id: Path<ProductId>,
    query: Query<PictureQuery>,
) -> Result<HttpResponse, Problem> {
    let (look, which) = (query.0.look(), query.0.which());
    let media_type = if look.format == PictureFormat::Png {
        "image/png"
    } else {
        "image/svg+xml"
    };
    let drawing = scope
        .read(move |c| service::prepare(c, &id, &which, &look, (&base, &files.vault)))
        .await?;
    let name = drawing.name.clone();
    let picture = blocking(move || drawing.render()).await?;
    Ok(HttpResponse::Ok()
        .content_type(media_type)
        .insert_header(attachment(&name))
        .body(picture))
}
