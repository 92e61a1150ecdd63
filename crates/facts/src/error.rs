use db::{Fault, NotWhole};
use web::upload::UploadError;

kernel::errors! {
    /// Errors of looking facts up.
    pub enum Error {
        + Database(Fault) <- diesel::result::Error;
        + Product(product::Error) <- NotWhole;
        + Enterprise(enterprise::Error)
            <- enterprise::brand::Error, enterprise::profile::Error, enterprise::qualification::Error;
        + Upload(UploadError);
    }
}
