use crate::RequestId;
use actix_web::{HttpRequest, HttpResponse, ResponseError, dev::ServiceRequest, http::StatusCode};
use kernel::{Coded, ErrorEntry, FieldFault, Kind, Lang};
use serde::Serialize;
use serde_json::{Map, Value};
use std::{borrow::Cow, fmt};
use utoipa::ToSchema;

/// The media type of RFC 9457.
pub const PROBLEM_JSON: &str = "application/problem+json";

/// Why a request failed, in both languages; the one error type of every handler.
///
/// It becomes a response in [`crate::ProblemLayer`], which knows the reader's language and the request's id.
#[derive(Debug, Clone)]
pub struct Problem {
    status: StatusCode,
    code: Cow<'static, str>,
    en: String,
    zh: String,
    errors: Vec<FieldError>,
    retry_after: Option<i64>,
    /// For the log alone.
    cause: Option<String>,
}

/// One field that is wrong.
#[derive(Debug, Clone)]
pub struct FieldError {
    /// JSON pointer into the body, or `/name` of a query parameter.
    pub pointer: String,
    /// What is wrong with it.
    pub code: Cow<'static, str>,
    /// The English text.
    pub en: String,
    /// The Chinese text.
    pub zh: String,
    /// The numbers behind the text, such as the limit.
    pub params: Map<String, Value>,
}

impl FieldError {
    /// What a reader of this language is told.
    #[must_use]
    pub fn text(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Zh => &self.zh,
        }
    }
}

/// The problem as sent (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct ProblemBody {
    /// 错误类型
    ///
    /// 说明文档的地址。
    #[serde(rename = "type")]
    #[schema(example = "/problems/request.invalid")]
    kind: String,
    /// 标题
    #[schema(example = "Unprocessable Entity")]
    title: &'static str,
    /// 状态码
    ///
    /// 与 HTTP 状态码相同。
    #[schema(example = 422)]
    status: u16,
    /// 错误代码
    ///
    /// 程序据此判断，发布后不变。
    #[schema(example = "request.invalid")]
    code: String,
    /// 说明
    ///
    /// 给人看的文字，语言由 Accept-Language 决定。
    detail: String,
    /// 字段错误
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldErrorBody>,
    /// 请求编号
    ///
    /// 与响应头 X-Request-Id 相同。
    request_id: String,
}

/// One wrong field as sent.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = FieldError)]
pub struct FieldErrorBody {
    /// 字段位置
    ///
    /// JSON pointer (RFC 6901)。
    #[schema(example = "/name")]
    pointer: String,
    /// 错误代码
    #[schema(example = "too_long")]
    code: String,
    /// 说明
    message: String,
    /// 参数
    ///
    /// 说明中用到的数值，如上限。
    #[serde(skip_serializing_if = "Map::is_empty")]
    #[schema(value_type = Object)]
    params: Map<String, Value>,
}

impl Problem {
    /// A problem that is not an error of a domain, from a line of the catalogue.
    #[must_use]
    pub fn of(entry: &ErrorEntry) -> Self {
        Self {
            status: status(entry.kind),
            code: entry.code.into(),
            en: entry.en.into(),
            zh: entry.zh.into(),
            errors: vec![],
            retry_after: None,
            cause: None,
        }
    }

    /// A fault of ours: the text goes to the log, never to the client.
    #[must_use]
    pub fn internal(cause: impl fmt::Display) -> Self {
        Self {
            cause: Some(cause.to_string()),
            ..Self::of(&crate::entries::INTERNAL)
        }
    }

    /// The access token is not one of ours, or not alive.
    #[must_use]
    pub fn token_invalid() -> Self {
        Self::of(&crate::entries::TOKEN_INVALID)
    }

    /// There is nothing at this address.
    #[must_use]
    pub fn nowhere() -> Self {
        Self::of(&crate::entries::NOT_FOUND)
    }

    /// The address exists, but not for this method.
    #[must_use]
    pub fn method_not_allowed() -> Self {
        Self::of(&crate::entries::METHOD)
    }

    /// Several failures as one, so that a form can show them all; one alone stays what it is.
    ///
    /// # Errors
    /// When there was any failure.
    pub fn together(problems: impl IntoIterator<Item = Result<(), Self>>) -> Result<(), Self> {
        let mut found: Vec<Self> = problems.into_iter().filter_map(Result::err).collect();
        // A fault of ours is not the sender's to mend.
        if let Some(fault) = found.iter().position(|p| p.errors.is_empty()) {
            return Err(found.swap_remove(fault));
        }
        match found.len() {
            0 => Ok(()),
            1 => Err(found.swap_remove(0)),
            _ => Err(Self::invalid(found.into_iter().flat_map(|p| p.errors).collect())),
        }
    }

    /// Wrong fields.
    #[must_use]
    pub fn invalid(errors: Vec<FieldError>) -> Self {
        Self {
            errors,
            ..Self::of(&crate::entries::INVALID)
        }
    }

    /// The same problem, blaming a field.
    #[must_use]
    pub fn at(mut self, pointer: &str) -> Self {
        self.errors = vec![FieldError {
            pointer: pointer.to_owned(),
            code: self.code.clone(),
            en: self.en.clone(),
            zh: self.zh.clone(),
            params: Map::new(),
        }];
        self
    }

    /// The same problem, saying when to come back.
    #[must_use]
    pub fn retry_after(mut self, seconds: i64) -> Self {
        self.retry_after = Some(seconds.max(1));
        self
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status.as_u16()
    }

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// What a reader of this language is told.
    #[must_use]
    pub fn detail(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Zh => &self.zh,
        }
    }

    /// The fields that are wrong.
    #[must_use]
    pub fn errors(&self) -> &[FieldError] {
        &self.errors
    }

    pub(crate) fn errors_mut(&mut self) -> &mut Vec<FieldError> {
        &mut self.errors
    }

    /// Logs a fault of ours, once, with the id the user is shown.
    pub(crate) fn log(&self, request_id: &str) {
        if let Some(cause) = &self.cause {
            match self.status.as_u16() {
                500 => tracing::error!(request_id, code = %self.code, cause, "request failed"),
                _ => tracing::warn!(request_id, code = %self.code, cause, "request failed"),
            }
        }
    }

    /// Logs the problem of a request that has no [`crate::ProblemLayer`] around it; the id it is logged with.
    #[must_use]
    pub fn report(&self, req: &HttpRequest) -> String {
        let id = RequestId::assign(&ServiceRequest::from_request(req.clone())).0;
        self.log(&id);
        id
    }

    /// The response a reader of this language gets.
    #[must_use]
    pub fn render(&self, lang: Lang, request_id: &str) -> HttpResponse {
        let pick = |en: &str, zh: &str| {
            if lang == Lang::En {
                en.to_owned()
            } else {
                zh.to_owned()
            }
        };
        let body = ProblemBody {
            kind: format!("/problems/{}", self.code),
            title: self.status.canonical_reason().unwrap_or("Error"),
            status: self.status.as_u16(),
            code: self.code.clone().into_owned(),
            detail: pick(&self.en, &self.zh),
            errors: self
                .errors
                .iter()
                .map(|e| FieldErrorBody {
                    pointer: e.pointer.clone(),
                    code: e.code.clone().into_owned(),
                    message: pick(&e.en, &e.zh),
                    params: e.params.clone(),
                })
                .collect(),
            request_id: request_id.to_owned(),
        };
        let mut response = HttpResponse::build(self.status);
        response
            .content_type(PROBLEM_JSON)
            .insert_header(("cache-control", "no-store"));
        if let Some(seconds) = self.retry_after {
            response.insert_header(("retry-after", seconds.to_string()));
        }
        if self.status == StatusCode::UNAUTHORIZED {
            response.insert_header(("www-authenticate", "Bearer"));
        }
        response.json(body)
    }
}

/// The one mapping from the way a request fails to its HTTP status.
const fn status(kind: Kind) -> StatusCode {
    match kind {
        Kind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        Kind::Malformed => StatusCode::BAD_REQUEST,
        Kind::Unauthenticated => StatusCode::UNAUTHORIZED,
        Kind::Forbidden => StatusCode::FORBIDDEN,
        Kind::NotFound => StatusCode::NOT_FOUND,
        Kind::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
        Kind::Conflict => StatusCode::CONFLICT,
        Kind::Stale => StatusCode::PRECONDITION_FAILED,
        Kind::VersionMissing => StatusCode::PRECONDITION_REQUIRED,
        Kind::TooSlow => StatusCode::REQUEST_TIMEOUT,
        Kind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Kind::MediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        Kind::TooMany => StatusCode::TOO_MANY_REQUESTS,
        Kind::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        Kind::Full => StatusCode::INSUFFICIENT_STORAGE,
        Kind::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// The one conversion from the errors of the domains.
impl<E: Coded> From<E> for Problem {
    fn from(e: E) -> Self {
        let problem = Self {
            status: status(e.kind()),
            code: e.code().into(),
            en: e.en(),
            zh: e.zh(),
            errors: e.faults().into_iter().map(FieldError::from).collect(),
            retry_after: e.retry_after(),
            cause: matches!(e.kind(), Kind::Internal | Kind::Unavailable | Kind::Full).then(|| e.to_string()),
        };
        match e.pointer() {
            Some(pointer) if problem.errors.is_empty() => problem.at(&pointer),
            _ => problem,
        }
    }
}

impl From<FieldFault> for FieldError {
    fn from(f: FieldFault) -> Self {
        Self {
            pointer: f.pointer,
            code: f.code.into(),
            en: f.en,
            zh: f.zh,
            params: Map::new(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.en)
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        self.status
    }

    /// An empty response that carries the problem along to the layer that renders it.
    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::new(self.status);
        response.extensions_mut().insert(self.clone());
        response
    }
}
