use crate::filing;
use db::Fault;

kernel::errors! {
    /// Errors of counting who is behind.
    pub enum Error {
        + Database(Fault) <- diesel::result::Error;
        + Product(product::Error);
        + Filing(filing::Error);
    }
}
