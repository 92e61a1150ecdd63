use enterprise::{EnterpriseType, brand::BrandRecord, qualification::QualificationRecord};
use product::ProductRecord;
use serde::Deserialize;

/// What the demonstration consists of.
#[derive(Debug, Deserialize)]
pub(super) struct Story {
    pub enterprise: Maker,
    /// One that registered and waits for the operator.
    pub waiting: Maker,
    pub brands: Vec<MadeBrand>,
    pub qualifications: Vec<MadeQualification>,
    pub products: Vec<Made>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Maker {
    pub uscc: String,
    pub name: String,
    pub region_code: String,
    pub enterprise_types: Vec<EnterpriseType>,
    pub registered_address: String,
    pub contact_name: String,
    pub contact_phone: String,
}

/// A brand, and which drawing is its logo.
#[derive(Debug, Deserialize)]
pub(super) struct MadeBrand {
    pub logo: String,
    pub record: BrandRecord,
}

/// A qualification, and which drawing shows it; its days are counted from today.
#[derive(Debug, Deserialize)]
pub(super) struct MadeQualification {
    pub picture: String,
    pub issued: u64,
    pub expires_in: Option<u64>,
    pub record: QualificationRecord,
}

/// A product and its codes.
#[derive(Debug, Deserialize)]
pub(super) struct Made {
    /// Which drawing shows it.
    pub picture: String,
    pub record: ProductRecord,
    pub batches: Vec<MadeBatch>,
    pub voided: Option<Voided>,
    /// Units that were scanned, once for each mention.
    pub scans: Vec<String>,
}

/// Dates are days before today.
#[derive(Debug, Deserialize)]
pub(super) struct MadeBatch {
    pub batch_no: String,
    pub made: u64,
    pub expires_after: Option<u64>,
    pub units: Option<Units>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Units {
    pub serial_prefix: String,
    pub first_serial: String,
    pub quantity: i64,
}

#[derive(Debug, Deserialize)]
pub(super) struct Voided {
    pub first_serial: String,
    pub last_serial: String,
    pub quantity: i64,
    pub reason: String,
}

impl Story {
    pub(super) fn read() -> serde_json::Result<Self> {
        serde_json::from_str(include_str!("../../demo/story.json"))
    }
}
