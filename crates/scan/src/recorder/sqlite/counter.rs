use crate::recorder::Scan;

/// A code in the order of its table: enterprise, product, level, code, with a line break between.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Name(String);

impl Name {
    pub(super) fn of(scan: &Scan) -> Self {
        Self::new(
            scan.enterprise.as_str(),
            scan.product.as_str(),
            scan.level.as_str(),
            &scan.code,
        )
    }

    pub(super) fn new(enterprise: &str, product: &str, level: &str, code: &str) -> Self {
        Self([enterprise, product, level, code].join("\n"))
    }

    /// Enterprise, product, level, code.
    pub(super) fn parts(&self) -> [&str; 4] {
        let mut parts = self.0.splitn(4, '\n');
        std::array::from_fn(|_| parts.next().unwrap_or_default())
    }
}

/// The counter of one code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Counter {
    pub(super) scans: i64,
    pub(super) first_millis: i64,
    /// The last event that is counted.
    pub(super) last_event: i64,
}
