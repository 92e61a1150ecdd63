use crate::{arrears, batch, dates, ex_factory, filing, filing_batch, issue, pack, recall, serial, unit};
use db::Fault;
use kernel::ErrorEntry;

kernel::errors! {
    /// Errors of all parts of this crate.
    pub enum Error {
        + Database(Fault) <- diesel::result::Error;
        + Product(product::Error);
        + Dates(dates::Error);
        + Serial(serial::Error);
        + Batch(batch::Error);
        + Unit(unit::Error);
        + ExFactory(ex_factory::Error);
        + Issue(issue::Error);
        + Pack(pack::Error);
        + Recall(recall::Error);
        + Filing(filing::Error);
        + FilingBatch(filing_batch::Error);
        + Arrears(arrears::Error);
    }
}

/// The catalogue lines of this crate.
pub const CATALOGUES: &[&[ErrorEntry]] = &[
    dates::Error::CATALOGUE,
    serial::Error::CATALOGUE,
    batch::Error::CATALOGUE,
    unit::Error::CATALOGUE,
    ex_factory::Error::CATALOGUE,
    issue::Error::CATALOGUE,
    pack::Error::CATALOGUE,
    recall::Error::CATALOGUE,
    filing::Error::CATALOGUE,
    filing_batch::Error::CATALOGUE,
    arrears::Error::CATALOGUE,
];
