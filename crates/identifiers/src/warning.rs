use crate::{Explain, Subject};
use std::fmt;

/// Something that looks wrong without being proof: the value is accepted, a person should look at it.
///
/// Rules that are certain (a check digit) are [errors](crate::Error); rules that are only likely (a shape seen in
/// the wild, a list that changes) are warnings and must never turn a value away.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Warning {
    /// The organisation code inside a unified social credit code fails its own check (GB 11714).
    OrganisationCheck {
        /// The nine characters.
        organisation: String,
    },
    /// Department and class of a unified social credit code are in no list.
    UnknownClass {
        /// The two characters.
        class: String,
    },
    /// The region code is in no edition of GB/T 2260 since 1981.
    UnknownRegion {
        /// The six digits.
        code: String,
    },
    /// The region code has been withdrawn; a company registered earlier keeps it.
    WithdrawnRegion {
        /// The six digits.
        code: String,
        /// The last name.
        name: &'static str,
        /// The year of withdrawal.
        year: u16,
    },
    /// The code is for use inside a company or region, not a global trade item number.
    InternalCode,
    /// The prefix is for something other than trade items: journals, books, coupons, examples.
    SpecialPrefix {
        /// The three digits.
        prefix: String,
    },
    /// The product class of a CCC certificate is not in the catalogue this crate knows.
    UnknownProductClass {
        /// The four digits.
        class: String,
    },
    /// A newer edition of the standard has come out.
    Superseded {
        /// The standard as given.
        standard: String,
        /// What has replaced it.
        by: &'static str,
    },
    /// The value does not look like the ones seen so far.
    UnusualShape {
        /// The kind of identifier.
        subject: Subject,
        /// A usual one, to compare with.
        example: &'static str,
    },
    /// A vehicle identification number of 17 characters where an e-bike code is expected.
    VehicleIdentificationNumber,
}

impl Explain for Warning {
    fn code(&self) -> &'static str {
        match self {
            Self::OrganisationCheck { .. } => "organisation_check",
            Self::UnknownClass { .. } => "unknown_class",
            Self::UnknownRegion { .. } => "unknown_region",
            Self::WithdrawnRegion { .. } => "withdrawn_region",
            Self::InternalCode => "internal_code",
            Self::SpecialPrefix { .. } => "special_prefix",
            Self::UnknownProductClass { .. } => "unknown_product_class",
            Self::Superseded { .. } => "superseded",
            Self::UnusualShape { .. } => "unusual_shape",
            Self::VehicleIdentificationNumber => "vehicle_identification_number",
        }
    }

    fn zh(&self) -> String {
        match self {
            Self::OrganisationCheck { organisation } => {
                format!("其中的组织机构代码 {organisation} 校验不通过，请核对")
            }
            Self::UnknownClass { class } => format!("登记管理部门和机构类别“{class}”不在已知列表中，请核对"),
            Self::UnknownRegion { code } => format!("行政区划代码 {code} 不在 GB/T 2260 历年版本中，请核对"),
            Self::WithdrawnRegion { code, name, year } => {
                format!("行政区划代码 {code}（{name}）已于 {year} 年撤销或变更")
            }
            Self::InternalCode => "这是内部码（限店内或区域内流通），不是全球通用的 GTIN".to_owned(),
            Self::SpecialPrefix { prefix } => {
                format!("前缀 {prefix} 用于期刊、图书、优惠券或示例，不用于普通商品")
            }
            Self::UnknownProductClass { class } => {
                format!("产品类别代码 {class} 不在已知的 CCC 目录中，请核对")
            }
            Self::Superseded { standard, by } => format!("{standard} 已被 {by} 代替，请核对执行标准"),
            Self::UnusualShape { subject, example } => {
                format!("{}的形式与常见的不同（例如 {example}），请核对", subject.zh())
            }
            Self::VehicleIdentificationNumber => {
                "这是 17 位车辆识别代号（VIN），属于电动摩托车或轻便摩托车；电动自行车整车编码为 15 位数字"
                    .to_owned()
            }
        }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OrganisationCheck { organisation } => {
                write!(
                    f,
                    "the organisation code {organisation} inside fails its own check"
                )
            }
            Self::UnknownClass { class } => write!(f, "department and class {class:?} are in no list"),
            Self::UnknownRegion { code } => write!(f, "region {code} is in no edition of GB/T 2260"),
            Self::WithdrawnRegion { code, name, year } => {
                write!(f, "region {code} ({name}) was withdrawn in {year}")
            }
            Self::InternalCode => {
                f.write_str("an internal code of restricted circulation, not a global GTIN")
            }
            Self::SpecialPrefix { prefix } => write!(f, "prefix {prefix} is not for ordinary trade items"),
            Self::UnknownProductClass { class } => {
                write!(f, "product class {class} is not in the known CCC catalogue")
            }
            Self::Superseded { standard, by } => write!(f, "{standard} has been replaced by {by}"),
            Self::UnusualShape { subject, example } => {
                write!(f, "this {} does not look like the usual {example}", subject.en())
            }
            Self::VehicleIdentificationNumber => {
                f.write_str("a 17-character VIN belongs to a motorcycle; an e-bike code has 15 digits")
            }
        }
    }
}
