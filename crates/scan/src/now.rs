use actix_web::{FromRequest, HttpRequest, dev::Payload};
use chrono::NaiveDate;
use db::Db;
use kernel::Timestamp;
use std::future::{Ready, ready};
use web::Problem;

/// The present instant, by the server's clock.
#[derive(Debug, Clone, Copy)]
pub struct Now(pub(crate) Timestamp);

impl Now {
    /// The day in China.
    pub(crate) fn date(self) -> NaiveDate {
        self.0.beijing_date()
    }
}

impl FromRequest for Now {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let db = req.app_data::<Db>();
        ready(
            db.map(|db| Self(db.clock().now()))
                .ok_or_else(|| Problem::internal("no clock")),
        )
    }
}
