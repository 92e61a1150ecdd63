//! The OpenAPI document and its page for testers.

use actix_web::{HttpRequest, HttpResponse, get};
use serde_json::Value;
use utoipa::openapi::{
    ContactBuilder, InfoBuilder, LicenseBuilder, OpenApi, OpenApiBuilder,
    security::{HttpAuthScheme, HttpBuilder, SecurityScheme},
    tag::TagBuilder,
};
use utoipa_swagger_ui::{Config, SwaggerUi};
use web::Problem;

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
pub(crate) fn about() -> OpenApi {
    let tags = [
        ("accounts", "账号", "注册、登录、会话与密码"),
        ("enterprise", "企业", "企业信息"),
        ("brands", "品牌", "品牌信息"),
        ("qualifications", "资质", "企业资质与到期提醒"),
        ("products", "产品", "一品一码"),
        ("batches", "批次", "一批一码"),
        ("units", "单品", "一物一码：赋码、关联、作废"),
        ("packs", "组合", "组合多码"),
        ("recalls", "召回", "产品、批次、单品的召回"),
        ("codes", "二维码", "下载与导出"),
        ("scans", "扫码", "扫码记录与统计"),
        ("feedback", "反馈", "消费者反馈：提交、回执、处理与统计"),
        ("files", "文件", "上传与查看"),
        ("jobs", "任务", "后台任务与进度"),
        ("notices", "消息", "站内消息与通知设置"),
        ("platform", "平台", "平台管理员"),
        ("reference", "基础数据", "行政区划与选项"),
    ];
    let info = InfoBuilder::new()
        .title("Pinma 品码 API")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(ABOUT))
        .license(Some(LicenseBuilder::new().name("MIT OR Apache-2.0").build()))
        .contact(Some(ContactBuilder::new().name(Some("Pinma")).build()));
    let mut document = OpenApiBuilder::new()
        .info(info)
        .tags(Some(tags.map(|(name, zh, text)| {
            TagBuilder::new()
                .name(name)
                .description(Some(format!("{zh}：{text}")))
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
    Ok(HttpResponse::Ok()
        .insert_header(("cache-control", "no-cache"))
        .json(Document::of(&req)?.0))
}

/// Swagger UI, from files that are part of the program.
pub(crate) fn swagger_ui() -> SwaggerUi {
    let config = Config::from("/api/v1/openapi.json")
        .persist_authorization(true)
        .try_it_out_enabled(true)
        .filter(true);
    SwaggerUi::new("/swagger-ui/{_:.*}").config(config)
}
