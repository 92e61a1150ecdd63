use super::number::Gtin;
use crate::{Explain, Uscc, check_digit};
use std::fmt;

/// The internal code 内部码 that 浙品码 gives the product of a firm without a company prefix of its own.
///
/// `20`, the first eight characters of the organisation code inside the social credit code, a two-digit product
/// number and the check digit: a number of restricted circulation ([`CodeScope::Internal`](super::CodeScope)), good
/// for a hundred products a firm. The rule was read off two published codes and holds for both; what 浙品码 does for
/// organisation codes with letters (usual since 2015) is not known, so those are refused here.
///
/// ```
/// use identifiers::{Uscc, gtin::internal_code};
///
/// let firm = Uscc::parse("91330109589891087U")?;
/// assert_eq!(internal_code(&firm, 99)?.entered(), "2058989108994");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// When the organisation code has a letter, or the product number is beyond 99.
pub fn internal_code(uscc: &Uscc, product_no: u8) -> Result<Gtin, InternalCodeError> {
    if product_no > 99 {
        return Err(InternalCodeError::ProductNo { product_no });
    }
    let organisation: String = uscc.organisation_code().chars().take(8).collect();
    let body = format!("20{organisation}{product_no:02}");
    check_digit::gs1(&body)
        .and_then(|check| Gtin::padded(&format!("{body}{check}")))
        .ok_or(InternalCodeError::LetterInOrganisationCode { organisation })
}

/// Why no internal code can be formed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InternalCodeError {
    /// The organisation code has a letter, and the code has room for digits only.
    LetterInOrganisationCode {
        /// The first eight characters of the organisation code.
        organisation: String,
    },
    /// The product number has more than two digits.
    ProductNo {
        /// The number asked for.
        product_no: u8,
    },
}

impl std::error::Error for InternalCodeError {}

impl fmt::Display for InternalCodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::LetterInOrganisationCode { organisation } => {
                write!(
                    f,
                    "the organisation code {organisation} has a letter; allocate a vendor number instead"
                )
            }
            Self::ProductNo { product_no } => write!(f, "product number {product_no} is beyond 99"),
        }
    }
}

impl Explain for InternalCodeError {
    fn code(&self) -> &'static str {
        match self {
            Self::LetterInOrganisationCode { .. } => "letter_in_organisation_code",
            Self::ProductNo { .. } => "product_no_too_great",
        }
    }

    fn zh(&self) -> String {
        match self {
            Self::LetterInOrganisationCode { organisation } => {
                format!("组织机构代码 {organisation} 含有字母，不能直接组成内部码，请申请分配厂商流水号")
            }
            Self::ProductNo { product_no } => {
                format!("产品流水号 {product_no} 超过 99，请申请第二个厂商流水号")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gtin::CodeScope;

    #[test]
    fn the_two_published_codes() {
        for (uscc, product_no, code) in [
            ("91330109589891087U", 99, "2058989108994"),
            ("914401016184092708", 77, "2061840927771"),
        ] {
            let gtin = internal_code(&Uscc::parse(uscc).unwrap(), product_no).unwrap();
            assert_eq!(gtin.entered(), code);
            assert_eq!(gtin.scope(), CodeScope::Internal);
            assert_eq!(Gtin::parse(code), Ok(gtin));
        }
    }

    #[test]
    fn letters_and_great_numbers_are_refused() {
        let firm = Uscc::parse("91330100MA27U0EXX3").unwrap();
        assert_eq!(
            internal_code(&firm, 0),
            Err(InternalCodeError::LetterInOrganisationCode {
                organisation: "MA27U0EX".to_owned()
            })
        );
        let firm = Uscc::parse("91330109589891087U").unwrap();
        assert_eq!(
            internal_code(&firm, 100),
            Err(InternalCodeError::ProductNo { product_no: 100 })
        );
        assert_eq!(internal_code(&firm, 0).unwrap().entered().len(), 13);
    }
}
