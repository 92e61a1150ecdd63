use identifiers::{ccc::CccNumber, licence::ProductionLicence, standard::StandardNo};
use product::{ProductRecord, ReportKind};
use std::collections::BTreeMap;

kernel::codes! {
    /// Party that answers for a fact.
    pub enum Voucher {
        Maker = "maker", "企业自报", "stated by the maker";
        Authority = "authority", "机构核验", "tested by an institution";
        Platform = "platform", "平台比对", "compared by the platform";
    }
}

/// When somebody else than the maker answers for a field: the one table of it. What is not here the maker says.
///
/// The platform compares numbers with their check digits and their shape; it does not ask who issued them. An
/// institution answers for what its type test found; that the report is its own is the maker's word.
type Rule = (&'static str, Voucher, fn(&ProductRecord) -> bool);

const RULES: &[Rule] = &[
    // Check digit, and nobody else here has it.
    ("trace_code", Voucher::Platform, |_| true),
    ("standards", Voucher::Platform, |r| {
        !r.standards.is_empty() && r.standards.iter().all(|s| StandardNo::parse(&s.0).is_ok())
    }),
    ("licence_number", Voucher::Platform, |r| {
        r.licence_number.as_deref().is_some_and(is_licence)
    }),
    ("reports", Voucher::Authority, |r| {
        r.report_kind == Some(ReportKind::TypeTest)
    }),
];

/// The vouchers of a record's fields that are not its maker.
pub(super) fn vouchers(record: &ProductRecord) -> BTreeMap<&'static str, Voucher> {
    let hold = RULES.iter().filter(|(_, _, holds)| holds(record));
    hold.map(|(field, voucher, _)| (*field, *voucher)).collect()
}

/// A production licence, or a CCC certificate without anything unusual.
pub(super) fn is_licence(number: &str) -> bool {
    let is_ccc = CccNumber::parse_with_version(number).is_ok_and(|(ccc, _)| ccc.warnings().is_empty());
    ProductionLicence::parse(number).is_ok() || is_ccc
}
