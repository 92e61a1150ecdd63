use db::Fault;
use web::upload::UploadError;

kernel::errors! {
    /// Errors of looking facts up.
    pub enum Error {
        + Database(Fault) <- diesel::result::Error;
        + Product(product::Error);
        + Enterprise(enterprise::Error)
            <- enterprise::brand::Error, enterprise::profile::Error, enterprise::qualification::Error;
        + Upload(UploadError);
    }
}
