use identifiers::{ccc::CccNumber, licence::ProductionLicence, standard::StandardNo};
use product::ProductRecord;
use std::collections::BTreeMap;

kernel::codes! {
    /// Party that answers for a fact, and what it did for that.
    pub enum Voucher {
        Maker = "maker", "企业自报", "stated by the maker";
        Format = "format", "格式已核对", "format checked";
        Platform = "platform", "平台登记", "registered here";
        BusinessLicence = "business_licence", "已核对营业执照", "compared with the licence";
        Authority = "authority", "机构核验", "tested by an institution";
    }
}

impl Voucher {
    /// Whether the fact was compared with a source that is not its maker's word: only that is marked as good.
    #[must_use]
    pub const fn is_compared(self) -> bool {
        matches!(self, Self::BusinessLicence | Self::Authority)
    }
}

/// When somebody else than the maker answers for a field: the one table of it. What is not here the maker says.
///
/// The platform compares numbers with their check digits and their shape; it does not ask who issued them, so that says
/// nothing but [`Voucher::Format`]. A report is the maker's, whatever it says of itself: an institution answers only for what it
/// tells itself, by a domain of its own.
type Rule = (&'static str, Voucher, fn(&ProductRecord) -> bool);

const RULES: &[Rule] = &[
    // Nobody else here has it.
    ("trace_code", Voucher::Platform, |_| true),
    ("standards", Voucher::Format, |r| {
        !r.standards.is_empty() && r.standards.iter().all(|s| StandardNo::parse(&s.0).is_ok())
    }),
    ("licence_number", Voucher::Format, |r| {
        r.licence_number.as_deref().is_some_and(is_licence)
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
