/// A type of primary key, by the application identifier a link begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyType {
    /// The application identifier.
    pub ai: &'static str,
    /// The word older links had in its place; the standard dropped these in 2021.
    pub word: &'static str,
    /// What it names, in English.
    pub en: &'static str,
    /// What it names, in Chinese.
    pub zh: &'static str,
}

/// Every type of primary key; a test compares them with the dictionary.
pub const KEY_TYPES: &[KeyType] = &[
    of("00", "sscc", "logistic unit (SSCC)", "物流单元（SSCC）"),
    of("01", "gtin", "trade item (GTIN)", "商品（GTIN）"),
    of("253", "gdti", "document (GDTI)", "单证（GDTI）"),
    of("255", "gcn", "coupon (GCN)", "优惠券（GCN）"),
    of("401", "ginc", "consignment (GINC)", "托运单元（GINC）"),
    of("402", "gsin", "shipment (GSIN)", "装运单元（GSIN）"),
    of("414", "gln", "location (GLN)", "位置（GLN）"),
    of("415", "payto", "party to be paid (GLN)", "收款方（GLN）"),
    of("417", "party", "party (GLN)", "参与方（GLN）"),
    of("8003", "grai", "returnable asset (GRAI)", "可回收资产（GRAI）"),
    of("8004", "giai", "individual asset (GIAI)", "单个资产（GIAI）"),
    of(
        "8006",
        "itip",
        "piece of a trade item (ITIP)",
        "商品的部件（ITIP）",
    ),
    of("8010", "cpid", "component (CPID)", "组件（CPID）"),
    of("8013", "gmn", "model (GMN)", "型号（GMN）"),
    of(
        "8017",
        "gsrnp",
        "provider of a service (GSRN)",
        "服务提供方（GSRN）",
    ),
    of(
        "8018",
        "gsrn",
        "recipient of a service (GSRN)",
        "服务接受方（GSRN）",
    ),
];

const fn of(ai: &'static str, word: &'static str, en: &'static str, zh: &'static str) -> KeyType {
    KeyType { ai, word, en, zh }
}

impl KeyType {
    /// The type a segment of a path stands for, by its number or by the word of older links.
    #[must_use]
    pub fn of_segment(segment: &str) -> Option<Self> {
        let found = KEY_TYPES.iter().find(|k| k.ai == segment || k.word == segment);
        found.copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_primary_key_of_the_dictionary_has_a_name() {
        let dictionary = include_str!("../../data/gs1-syntax-dictionary.txt");
        let keys = dictionary
            .lines()
            .filter(|line| !line.starts_with('#') && line.contains("dlpkey"))
            .filter_map(|line| line.split_whitespace().next());
        assert_eq!(
            keys.collect::<Vec<_>>(),
            KEY_TYPES.iter().map(|k| k.ai).collect::<Vec<_>>()
        );
        assert_eq!(KeyType::of_segment("gtin").map(|k| k.ai), Some("01"));
        assert_eq!(KeyType::of_segment("21"), None);
    }
}
