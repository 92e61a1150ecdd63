//! The address that is printed on things.

use crate::{
    Answer, Error, Pages, Scans,
    address::{self, Whose},
    answer::{Counted, Finding},
    as_of::{self, Day},
    count::count,
    feedback::form_path,
    headers::{constant, headers},
    look::{lang_of_page, wants_data},
    now::Now,
    page::{self, PageLook},
    recorder::ScanChannel,
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::{
        Method, StatusCode,
        header::{self, HeaderValue},
    },
};
use facts::PublicBase;
use kernel::{Coded, Lang, Timestamp};
use web::{Problem, X_REQUEST_ID};

/// The methods a printed address takes.
const METHODS: &str = "GET, HEAD, OPTIONS";

/// 扫码查询
///
/// Answers a scan: a page to a browser, the same as data to a program. The address is a GS1 Digital Link:
/// `/01/{GTIN-14}[/10/{batch}][/21/{serial}]`. With `?on=2026-11-20` it is what was answered at the
/// end of that day, as days are counted in China, which is no scan.
#[utoipa::path(
    get, path = "/01/{code}", operation_id = "answer_scan", tag = "scans", security(()),
    params(
        ("code" = String, Path, description = "GTIN-14，其后可接 /10/批次号 和 /21/序列号（GS1 Digital Link）",
            example = "06901234567892/21/A00000001"),
        ("Accept" = Option<String>, Header, description = "application/json 返回数据，否则返回网页"),
    ),
    responses(
        (status = 200, description = "有效、已召回或已作废", content((Answer = "application/json"), (String = "text/html"))),
        (status = 400, description = "格式不正确", content((Answer = "application/json"), (String = "text/html"))),
        (status = 404, description = "未登记或未赋码", content((Answer = "application/json"), (String = "text/html"))),
        (status = 422, description = "日期不正确或晚于今天",
            content((web::ProblemBody = "application/problem+json"), (String = "text/html"))),
        (status = 503, description = "查询人数较多，请稍后再试",
            content((web::ProblemBody = "application/problem+json"), (String = "text/html"))),
        (status = 507, description = "服务器存储空间已满",
            content((web::ProblemBody = "application/problem+json"), (String = "text/html"))),
    )
)]
pub async fn answer_scan(
    req: HttpRequest,
    scans: Scans,
    pages: Pages,
    base: PublicBase,
    now: Now,
) -> HttpResponse {
    match *req.method() {
        Method::GET | Method::HEAD => {}
        Method::OPTIONS => return preflight(),
        _ => {
            let mut response = refused(&req, &Problem::method_not_allowed(), lang_of_page(&req), true);
            response.headers_mut().insert(header::ALLOW, constant(METHODS));
            return response;
        }
    }
    let (lang, wants_data) = (lang_of_page(&req), wants_data(&req));
    let day = match Day::asked(req.uri().query(), now.0) {
        Ok(day) => day,
        Err(no_day) => return no_such_day(&req, no_day, lang, wants_data),
    };
    let finding = match find(&req, &scans, now.0, day, (lang, wants_data)).await {
        Ok(finding) => finding,
        Err(problem) => return refused(&req, &problem, lang, wants_data),
    };
    let mut answer = finding.answer(day.map_or(now.0, |day| day.at));
    answer.as_of = day.map(|day| day.on);
    let mut response = HttpResponse::build(answer.status());
    headers(&mut response);
    if wants_data {
        return response.json(answer);
    }
    let (snapshot, counted) = match &finding {
        Finding::Known(found, _, counted) => (Some(&found.snapshot), *counted),
        Finding::Unknown(_) | Finding::Malformed(_) => (None, Counted::Unasked),
    };
    let again = match (day, counted) {
        (Some(day), _) => format!("&on={}", day.on),
        // Whoever reads on is a person, whose look counts.
        (None, Counted::Not(_)) => String::new(),
        (None, counted) => scans.looks.again(req.path(), counted.tally(), now.0),
    };
    let look = PageLook::of(&req, lang, again, form_path(&base, &answer));
    pages.respond(response, &answer, snapshot, &look)
}

/// The path is read as it came over the wire, so no extractor touches it.
async fn find(
    req: &HttpRequest,
    scans: &Scans,
    now: Timestamp,
    day: Option<Day>,
    (lang, wants_data): (Lang, bool),
) -> Result<Finding, Problem> {
    let key = match address::read(req.uri().path(), req.uri().query()) {
        Ok((key, Whose::Maker)) => key,
        // Saying that the product is registered would vouch for a piece nobody here knows.
        Ok((key, Whose::ThirdParty)) => return Ok(Finding::Unknown(key)),
        Err(why) => return Ok(Finding::malformed(&why, lang)),
    };
    if let Some(day) = day {
        return as_of::find(scans, key, day).await;
    }
    let Some(found) = scans.resolver.resolve(&key).await? else {
        return Ok(Finding::Unknown(key));
    };
    if *req.method() == Method::HEAD {
        return Ok(Finding::Known(Box::new(found), key, Counted::Unasked));
    }
    if let Some(told) = scans.looks.seen(req.path(), req.uri().query(), now) {
        return Ok(Finding::Known(Box::new(found), key, Counted::As(told)));
    }
    let channel = if wants_data {
        ScanChannel::Data
    } else {
        ScanChannel::Page
    };
    count(req, scans, (found, key), channel, now).await
}

/// A scan that cannot be recorded is not answered: the reader is asked to come back.
fn refused(req: &HttpRequest, problem: &Problem, lang: Lang, wants_data: bool) -> HttpResponse {
    let id = problem.report(req);
    let mut response = match wants_data {
        true => problem.render(lang, &id),
        false => unavailable(problem, lang),
    };
    if let Ok(id) = HeaderValue::from_str(&id) {
        let name = header::HeaderName::from_static(X_REQUEST_ID);
        response.headers_mut().insert(name, id);
    }
    response
}

/// A day that is none, or has not come.
fn no_such_day(req: &HttpRequest, why: Error, lang: Lang, wants_data: bool) -> HttpResponse {
    let text = match lang {
        Lang::Zh => why.zh(),
        Lang::En => why.to_string(),
    };
    let problem = Problem::from(why);
    if wants_data {
        return refused(req, &problem, lang, true);
    }
    let mut response = HttpResponse::build(StatusCode::UNPROCESSABLE_ENTITY);
    headers(&mut response);
    response
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_SECURITY_POLICY, page::policy()))
        .body(page::no_such_day(&text, lang))
}

fn unavailable(problem: &Problem, lang: Lang) -> HttpResponse {
    let status = StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = HttpResponse::build(status);
    headers(&mut response);
    response
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_SECURITY_POLICY, page::policy()))
        .insert_header((header::RETRY_AFTER, "2"))
        .body(page::unavailable(lang))
}

fn preflight() -> HttpResponse {
    let mut response = HttpResponse::NoContent();
    headers(&mut response);
    response
        .insert_header((header::ACCESS_CONTROL_ALLOW_METHODS, METHODS))
        .insert_header((header::ACCESS_CONTROL_ALLOW_HEADERS, "accept, accept-language"))
        .finish()
}

/// The description of this address; the router knows it by a pattern that documents cannot express.
#[derive(utoipa::OpenApi)]
#[openapi(paths(answer_scan))]
pub struct Document;
