//! The receipt of a message, for whoever has its number.

use super::{FeedbackReceipt, ReceiptNumber, find, page};
use crate::{
    Error,
    feedback::{asked::Asked, asked::status_of, shell},
};
use actix_web::{HttpRequest, HttpResponse, http::header, web::Path};
use serde::Deserialize;
use utoipa::IntoParams;
use validator::Validate;
use web::{Problem, PublicScope, Query};

/// A number as it was typed in.
#[derive(Debug, Deserialize, IntoParams, Validate)]
#[into_params(parameter_in = Query)]
pub struct ReceiptQuery {
    /// 受理编号
    #[param(max_length = 40, example = "7K3M-9PXQ-2WDA-F4ZT")]
    pub number: Option<String>,
}

/// 查询反馈回执
///
/// Shows a message and the maker's public replies to whoever has the receipt number: a page to a browser, data to a
/// program.
#[utoipa::path(
    get, path = "/feedback/receipts/{number}", operation_id = "find_feedback_receipt", tag = "feedback", security(()),
    params(
        ("number" = String, Path, description = "受理编号", example = "7K3M-9PXQ-2WDA-F4ZT"),
        ("Accept" = Option<String>, Header, description = "application/json 返回数据，否则返回网页"),
    ),
    responses((status = 200, description = "回执", content((FeedbackReceipt = "application/json"), (String = "text/html"))))
)]
pub(in crate::feedback) async fn find_feedback_receipt(
    req: HttpRequest,
    asked: Asked,
    scope: PublicScope,
    number: Path<String>,
) -> Result<HttpResponse, Problem> {
    let found = match ReceiptNumber::parse(&number) {
        Some(number) => scope.look(move |c| find(c, &number)).await,
        None => Err(Error::ReceiptNotFound.into()),
    };
    match found {
        Ok(receipt) if asked.wants_data => Ok(HttpResponse::Ok()
            .insert_header((header::CACHE_CONTROL, "no-store"))
            .json(receipt)),
        Ok(receipt) => {
            let page = page::render(&receipt, &asked.receipts(), asked.lang);
            Ok(shell::respond(HttpResponse::Ok(), page))
        }
        Err(problem) if asked.wants_data => Err(problem),
        Err(problem) if problem.status() >= 500 => asked.refuse(&req, problem),
        Err(problem) => {
            let wrong = problem.detail(asked.lang);
            let page = page::search(&asked.receipts(), &number, Some(wrong), asked.lang);
            Ok(shell::respond(HttpResponse::build(status_of(&problem)), page))
        }
    }
}

/// The page where a number is typed in; a number that is one leads to its receipt.
pub(in crate::feedback) async fn search_receipt(
    asked: Asked,
    query: Query<ReceiptQuery>,
) -> Result<HttpResponse, Problem> {
    let given = query.0.number.unwrap_or_default();
    if let Some(number) = ReceiptNumber::parse(&given) {
        return Ok(HttpResponse::SeeOther()
            .insert_header((header::LOCATION, format!("{}/{number}", asked.receipts())))
            .finish());
    }
    let missing = Problem::from(Error::ReceiptNotFound);
    let wrong = (!given.is_empty()).then(|| missing.detail(asked.lang));
    let page = page::search(&asked.receipts(), &given, wrong, asked.lang);
    Ok(shell::respond(HttpResponse::Ok(), page))
}
