/// Who issued a standard, and whether it binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// `GB`: mandatory national standard 强制性国家标准.
    MandatoryNational,
    /// `GB/T`: recommended national standard 推荐性国家标准.
    RecommendedNational,
    /// `GB/Z`: national guidance document 国家标准化指导性技术文件.
    NationalGuidance,
    /// `QB/T`, `JB`, …: standard of an industry 行业标准.
    Industry,
    /// `DB33/T`, …: standard of a province or city 地方标准.
    Local,
    /// `T/…`: standard of an association 团体标准.
    Group,
    /// `Q/…`: standard of an enterprise 企业标准.
    Enterprise,
}
