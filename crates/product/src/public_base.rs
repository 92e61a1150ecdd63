use actix_web::{FromRequest, HttpRequest, dev::Payload};
use identifiers::{DigitalLink, Gtin, digital_link::Builder};
use std::{
    future::{Ready, ready},
    sync::Arc,
};
use web::Problem;

/// The address codes are printed with: scheme, host, and perhaps a path, such as `https://q.example.com`. Whatever
/// was printed must be resolvable for ever, so it is set once.
#[derive(Debug, Clone)]
pub struct PublicBase(Arc<str>);

impl PublicBase {
    /// The base from its setting, without a slash at the end.
    #[must_use]
    pub fn new(base: &str) -> Self {
        Self(base.trim_end_matches('/').into())
    }

    /// The base as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address of a product's code.
    #[must_use]
    pub fn product(&self, gtin14: &str) -> String {
        self.print(gtin14, |link| link)
    }

    /// The address of a batch's code.
    #[must_use]
    pub fn batch(&self, gtin14: &str, batch_no: &str) -> String {
        self.print(gtin14, |link| link.batch(batch_no))
    }

    /// The address of a unit's code. It does not name the batch: a unit may move to another one after its label was
    /// printed, and its serial alone says which it is.
    #[must_use]
    pub fn unit(&self, gtin14: &str, serial: &str) -> String {
        self.print(gtin14, |link| link.serial(serial))
    }

    /// What is stored was checked when it came in, so the link can always be made.
    fn print(&self, gtin14: &str, qualify: impl FnOnce(Builder) -> Builder) -> String {
        let link = Gtin::parse(gtin14)
            .ok()
            .map(|gtin| qualify(DigitalLink::for_gtin(&gtin)));
        link.and_then(|l| l.build().ok())
            .map(|l| l.print(&self.0))
            .unwrap_or_default()
    }
}

impl FromRequest for PublicBase {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(
            req.app_data::<Self>()
                .cloned()
                .ok_or_else(|| Problem::internal("the public base is not part of this app")),
        )
    }
}
