//! The address that is printed on things.

use crate::{
    Answer, Scan, Scans, Verdict, address,
    answer::verdict_of,
    page,
    recorder::Channel,
};
use actix_web::{
    FromRequest, HttpRequest, HttpResponse, HttpResponseBuilder,
    dev::Payload,
    http::{Method, StatusCode, header},
};
use coding::resolve::{CodeKey, Resolution};
use db::Db;
use kernel::Timestamp;
use std::future::{Ready, ready};
use web::{Client, Problem, lang_of};

/// Answers a scan. The path is read as it came over the wire, so no extractor touches it.
pub async fn answer_scan(req: HttpRequest, scans: Scans, now: Now) -> Result<HttpResponse, Problem> {
    let (lang, wants_data) = (lang_of(&req), wants_data(&req));
    let answer = match address::read(req.uri().path(), req.uri().query()) {
        Err(why) => Answer::malformed(&why, lang, now.0),
        Ok(key) => match scans.resolver.resolve(&key).await? {
            None => Answer::unknown(&key, now.0),
            Some(found) => {
                let tally = match *req.method() {
                    Method::HEAD => None,
                    _ => {
                        let channel = if wants_data { Channel::Data } else { Channel::Page };
                        let region = scans.places.find(Client::of(&req).address).map(str::to_owned);
                        Some(scans.recorder.record(scan(&found, &key, channel, region, now.0)).await?)
                    }
                };
                Answer::of(&found, &key, tally, now.0)
            }
        },
    };
    let mut response = HttpResponse::build(status(answer.verdict));
    headers(&mut response);
    Ok(match wants_data {
        true => response.json(answer),
        false => response
            .content_type("text/html; charset=utf-8")
            .insert_header((header::CONTENT_SECURITY_POLICY, page::policy()))
            .body(page::render(&answer, lang)),
    })
}

/// A valid question about a code we do not have is 404 and a question that is none is 400: never 200 with an error page
/// (GS1-Conformant Resolver 2.4.1).
fn status(verdict: Verdict) -> StatusCode {
    match verdict {
        Verdict::Valid | Verdict::Voided => StatusCode::OK,
        Verdict::NotIssued | Verdict::Unknown => StatusCode::NOT_FOUND,
        Verdict::Malformed => StatusCode::BAD_REQUEST,
    }
}

fn headers(response: &mut HttpResponseBuilder) {
    response
        // Every look is a scan, so nothing may answer in our place.
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::VARY, "accept, accept-language"))
        .insert_header((header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"))
        .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .insert_header((header::REFERRER_POLICY, "same-origin"));
}

fn scan(found: &Resolution, key: &CodeKey, channel: Channel, region: Option<String>, at: Timestamp) -> Scan {
    let serial = key.serial.as_ref().map(|s| s.as_str());
    Scan {
        enterprise: found.snapshot.maker.id.clone(),
        product: found.snapshot.product.id.clone(),
        level: found.level,
        code: serial.or(key.batch_no.as_deref()).unwrap_or_default().to_owned(),
        verdict: verdict_of(found),
        channel,
        region,
        at,
    }
}

/// Programs ask for JSON; whoever does not say so gets the page.
fn wants_data(req: &HttpRequest) -> bool {
    let accept = req.headers().get(header::ACCEPT).and_then(|v| v.to_str().ok()).unwrap_or_default();
    accept.contains("application/json") && !accept.contains("text/html")
}

/// The present instant, by the server's clock.
#[derive(Debug, Clone, Copy)]
pub struct Now(Timestamp);

impl FromRequest for Now {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let db = req.app_data::<Db>();
        ready(db.map(|db| Self(db.clock().now())).ok_or_else(|| Problem::internal("no clock")))
    }
}

impl FromRequest for Scans {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(req.app_data::<Self>().cloned().ok_or_else(|| Problem::internal("scanning is not part of this app")))
    }
}
