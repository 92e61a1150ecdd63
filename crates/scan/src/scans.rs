use crate::{LookKey, Places, Recorder, counting::ScanLimit};
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use facts::Resolver;
use std::future::{Ready, ready};
use web::Problem;

/// What answering scans needs.
#[derive(Clone)]
pub struct Scans {
    /// Finds what codes stand for.
    pub resolver: Resolver,
    /// Records scans.
    pub recorder: Recorder,
    /// Tells districts from addresses.
    pub places: Places,
    /// Signs what a look was told.
    pub looks: LookKey,
    /// Counts how much one reader looks.
    pub limit: ScanLimit,
}

impl Scans {
    /// Puts the parts together.
    #[must_use]
    pub fn new(
        resolver: Resolver,
        recorder: Recorder,
        places: Places,
        looks: LookKey,
        limit: ScanLimit,
    ) -> Self {
        Self {
            resolver,
            recorder,
            places,
            looks,
            limit,
        }
    }
}

impl FromRequest for Scans {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(
            req.app_data::<Self>()
                .cloned()
                .ok_or_else(|| Problem::internal("scanning is not part of this app")),
        )
    }
}
