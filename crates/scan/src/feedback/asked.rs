use crate::{Base, look::wants_data};
use actix_web::{FromRequest, HttpRequest, HttpResponse, dev::Payload, http::StatusCode};
use facts::PublicBase;
use kernel::Lang;
use std::future::{Ready, ready};
use web::{Problem, lang_of};

use super::{shell, words::Words};

/// How one of the public addresses is asked: for a page or for data, in which language, and where they begin.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    pub(super) lang: Lang,
    pub(super) wants_data: bool,
    /// What all addresses of feedback begin with.
    pub(super) prefix: String,
}

impl Asked {
    /// Where receipts are.
    pub(super) fn receipts(&self) -> String {
        format!("{}/receipts", self.prefix)
    }

    /// A refusal with nothing to mend on the page itself: problem+json to a program, a page to a reader.
    pub(super) fn refuse(&self, req: &HttpRequest, problem: Problem) -> Result<HttpResponse, Problem> {
        if self.wants_data {
            return Err(problem);
        }
        if problem.status() >= 500 {
            let _id = problem.report(req);
        }
        let w = Words::of(self.lang);
        let page = shell::refusal(w.feedback, problem.detail(self.lang), w);
        Ok(shell::respond(HttpResponse::build(status_of(&problem)), page))
    }
}

/// The status of a problem, for a page that says it.
pub(super) fn status_of(problem: &Problem) -> StatusCode {
    StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

impl FromRequest for Asked {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let base = req.app_data::<PublicBase>();
        ready(
            base.map(|base| Self {
                lang: lang_of(req),
                wants_data: wants_data(req),
                prefix: Base::of(base).feedback(),
            })
            .ok_or_else(|| Problem::internal("the public base is not part of this app")),
        )
    }
}
