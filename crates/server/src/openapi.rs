//! The OpenAPI document and its page for testers.

use actix_web::{HttpRequest, HttpResponse, get};
use serde_json::Value;
use std::sync::OnceLock;
use utoipa::openapi::{
    ContactBuilder, InfoBuilder, LicenseBuilder, OpenApi, OpenApiBuilder,
    security::{HttpAuthScheme, HttpBuilder, SecurityScheme},
    tag::TagBuilder,
};
use utoipa_swagger_ui::{Config, SwaggerUi};
use web::{Problem, Tag};

/// The finished document, where handlers find it.
#[derive(Clone, Copy)]
pub(crate) struct Document(pub(crate) &'static Value);

impl Document {
    /// The one this app serves.
    pub(crate) fn of(req: &HttpRequest) -> Result<Self, Problem> {
        req.app_data::<Self>()
            .copied()
            .ok_or_else(|| Problem::internal("the document is not part of this app"))
    }
}

/// What the document says of the API as a whole.
pub(crate) fn about<'t>(tags: impl Iterator<Item = &'t Tag>) -> OpenApi {
    let info = InfoBuilder::new()
        .title("Pinma 品码 API")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(ABOUT))
        .license(Some(LicenseBuilder::new().name("MIT OR Apache-2.0").build()))
        .contact(Some(ContactBuilder::new().name(Some("Pinma")).build()));
    let mut document = OpenApiBuilder::new()
        .info(info)
        .tags(Some(tags.map(|tag| {
            TagBuilder::new()
                .name(tag.name)
                .description(Some(format!("{}：{}", tag.zh, tag.text)))
                .build()
        })))
        .build();
    let bearer = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .bearer_format("JWT")
        .description(Some("POST /sessions 返回的 access_token"))
        .build();
    let components = document.components.get_or_insert_with(Default::default);
    components.add_security_scheme("bearer", SecurityScheme::Http(bearer));
    document
}

const ABOUT: &str = "产品标识与追溯平台的接口。JSON、UTF-8、snake_case；时间为 RFC 3339（UTC），日期为 YYYY-MM-DD；\
编号为不透明的文本。未知字段会被拒绝。失败时返回 application/problem+json（RFC 9457），其中 code 稳定不变，errors \
按 JSON pointer 指出每个有误的字段。修改记录须带 If-Match（读取时的 ETag）。错误代码见 openapi/errors.md。";

/// OpenAPI 文档
///
/// Serves the document.
#[utoipa::path(
    tag = "reference", security(()),
    responses((status = 200, description = "OpenAPI 3.1", body = Object))
)]
#[get("/openapi.json")]
pub(crate) async fn openapi_json(req: HttpRequest) -> Result<HttpResponse, Problem> {
    static WRITTEN: OnceLock<String> = OnceLock::new();
    let Document(document) = Document::of(&req)?;
    Ok(HttpResponse::Ok()
        .insert_header(("cache-control", "no-cache"))
        .content_type("application/json")
        .body(WRITTEN.get_or_init(|| document.to_string()).as_str()))
}

/// Swagger UI, from files that are part of the program; its address is relative to the scope it is put into.
pub(crate) fn swagger_ui() -> SwaggerUi {
    let config = Config::from("/api/v1/openapi.json")
        .persist_authorization(true)
        .try_it_out_enabled(true)
        .filter(true);
    SwaggerUi::new("/{_:.*}").config(config)
}
