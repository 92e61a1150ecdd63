//! The form behind a code: the same addresses for browsers and for programs.

use super::{
    FeedbackForm, FormKey, SubmitFeedback,
    key::LEAST_SECONDS,
    page::{self, Draft, Ends},
    sent::Sent,
    service::{self, About},
};
use crate::{
    Error, Scans,
    address::{self, Whose},
    feedback::{asked::Asked, asked::status_of, receipt, receipt::FeedbackReceipt, shell},
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    web::Payload,
};
use identifiers::Explain;
use web::{Client, Files, Problem, PublicScope};

/// 反馈表单
///
/// Hands out the form of a code: a page to a browser; to a program what it needs to show one of its own.
#[utoipa::path(
    get, path = "/feedback/01/{code}", operation_id = "find_feedback_form", tag = "feedback", security(()),
    params(
        ("code" = String, Path, description = "GTIN-14，其后可接 /10/批次号 和 /21/序列号（GS1 Digital Link）",
            example = "06901234567892/21/A00000001"),
        ("Accept" = Option<String>, Header, description = "application/json 返回数据，否则返回网页"),
    ),
    responses((status = 400, description = "不是追溯码地址"), (status = 200, description = "表单", content((FeedbackForm = "application/json"), (String = "text/html"))))
)]
pub(in crate::feedback) async fn find_feedback_form(
    req: HttpRequest,
    asked: Asked,
    scope: PublicScope,
    scans: Scans,
    key: FormKey,
) -> Result<HttpResponse, Problem> {
    let about = match about(&req, &asked, &scans).await {
        Ok(about) => about,
        Err(problem) => return asked.refuse(&req, problem),
    };
    let token = key.issue(&about.key, scope.now());
    if asked.wants_data {
        return Ok(HttpResponse::Ok()
            .insert_header((header::CACHE_CONTROL, "no-store"))
            .json(form(&about, token)));
    }
    let page = page_of(&req, &asked, &about, &token, &Draft::begun(req.query_string()));
    Ok(shell::respond(HttpResponse::Ok(), page))
}

/// 提交反馈
///
/// Takes what a consumer writes about a code. A browser is led to the receipt, or shown its form again with what is
/// wrong; a program gets the receipt, or a problem. No sign-in, no cookies; the client's address is not kept.
#[utoipa::path(
    post, path = "/feedback/01/{code}", operation_id = "create_feedback", tag = "feedback", security(()),
    params(
        ("code" = String, Path, description = "GTIN-14，其后可接 /10/批次号 和 /21/序列号（GS1 Digital Link）",
            example = "06901234567892/21/A00000001"),
        ("Accept" = Option<String>, Header, description = "application/json 返回数据，否则返回网页"),
    ),
    request_body(content = SubmitFeedback, content_type = "multipart/form-data"),
    responses(
        (status = 201, description = "已收到，返回回执", body = FeedbackReceipt),
        (status = 303, description = "已收到，转到回执网页"),
        (status = 409, description = "正在提交，或企业无法接收更多图片"),
        (status = 429, description = "提交过于频繁"),
    )
)]
#[expect(clippy::too_many_arguments, reason = "each is an extractor")]
pub(in crate::feedback) async fn create_feedback(
    req: HttpRequest,
    asked: Asked,
    client: Client,
    scope: PublicScope,
    scans: Scans,
    key: FormKey,
    files: Files,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let about = match about(&req, &asked, &scans).await {
        Ok(about) => about,
        Err(problem) => return asked.refuse(&req, problem),
    };
    let (draft, submitted) = match Sent::read(&req, payload, &files.vault).await {
        Err(e) => (Draft::default(), Err(e.into())),
        Ok(sent) => {
            let draft = Draft::of(&sent);
            let submitted =
                service::submit(&scope, (&files, &key, &scans.resolver), &about, client, sent).await;
            (draft, submitted)
        }
    };
    match submitted {
        Ok(number) => sent(&asked, &scope, &number).await,
        Err(problem) if asked.wants_data => Err(problem),
        Err(problem) => {
            if problem.status() >= 500 {
                let _id = problem.report(&req);
            }
            let response = HttpResponse::build(status_of(&problem));
            let token = key.issue_again(&about.key, draft.token(), scope.now());
            let page = page_of(&req, &asked, &about, &token, &draft.refused(problem));
            Ok(shell::respond(response, page))
        }
    }
}

/// What becomes of a message that was taken.
async fn sent(asked: &Asked, scope: &PublicScope, number: &str) -> Result<HttpResponse, Problem> {
    let at = format!("{}/{number}", asked.receipts());
    if !asked.wants_data {
        return Ok(HttpResponse::SeeOther()
            .insert_header((header::LOCATION, at))
            .finish());
    }
    let number = receipt::ReceiptNumber::parse(number).ok_or(Error::ReceiptNotFound)?;
    let receipt = scope.look(move |c| receipt::find(c, &number)).await?;
    Ok(HttpResponse::build(StatusCode::CREATED)
        .insert_header((header::LOCATION, at))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(receipt))
}

/// What a code stands for. Whatever became of the code, people may write about it: that is when they do.
async fn about(req: &HttpRequest, asked: &Asked, scans: &Scans) -> Result<About, Problem> {
    let path = req.uri().path();
    let path = path.strip_prefix(&asked.prefix).unwrap_or(path);
    let (key, whose) = address::read(path, None).map_err(|e| Error::FeedbackMalformedCode {
        why: e.to_string(),
        why_zh: e.zh(),
    })?;
    match scans.resolver.resolve(&key).await? {
        Some(found) if whose == Whose::Maker => Ok(About { key, found }),
        _ => Err(Error::FeedbackUnknownProduct.into()),
    }
}

fn page_of(req: &HttpRequest, asked: &Asked, about: &About, token: &str, draft: &Draft) -> String {
    let ends = Ends {
        action: req.uri().path(),
        receipts: &asked.receipts(),
        token,
    };
    page::render(about, draft, ends, asked.lang)
}

fn form(about: &About, form_token: String) -> FeedbackForm<'_> {
    let (product, maker) = (&about.found.snapshot.product, &about.found.snapshot.maker);
    FeedbackForm {
        form_token,
        wait_seconds: LEAST_SECONDS,
        verdict: about.found.truth.verdict(),
        trace_code: &product.trace_code,
        product_name: about.product().map(|p| p.name.as_str()),
        batch_no: about.batch_no(),
        serial: about.key.serial(),
        maker_name: &maker.name,
        service_phone: about.product().and_then(|p| p.service_phone.as_deref()),
    }
}
