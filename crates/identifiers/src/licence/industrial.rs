use crate::{
    Error, Fault, Subject, half_width,
    scan::{Scan, is_province, plain_dashes},
    text_newtype::text_newtype,
};

/// The number of a production licence for industrial products 工业产品生产许可证: `XK06-001-00001`.
///
/// Industry (2), product (3) and enterprise (5); licences issued by a province have its short name in front, as in
/// 粤XK16-204-00397. There is no check digit.
///
/// ```
/// use identifiers::licence::ProductionLicence;
///
/// let licence = ProductionLicence::parse("粤ｘｋ16—204—00397")?;
/// assert_eq!(licence.as_str(), "粤XK16-204-00397");
/// assert_eq!((licence.province(), licence.product()), (Some('粤'), "204"));
/// # Ok::<(), identifiers::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProductionLicence(String);

text_newtype!(ProductionLicence, Error);

impl ProductionLicence {
    /// Reads a number; white space at the ends, full-width characters, small letters and other dashes are mended.
    ///
    /// # Errors
    /// When the parts are not those of such a number.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let text = plain_dashes(&half_width::tidy(text)).to_ascii_uppercase();
        let fault = match text.as_str() {
            "" => Fault::Empty,
            text if is_licence(text) => return Ok(Self(text.to_owned())),
            _ => Fault::Shape {
                example: "XK06-001-00001",
            },
        };
        Err(Error::new(Subject::ProductionLicence, fault))
    }

    /// The number with capital letters and hyphens.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The short name of the province that issued it; `None` for licences of the state.
    #[must_use]
    pub fn province(&self) -> Option<char> {
        self.0.chars().next().filter(|&c| is_province(c))
    }

    /// The two digits of the industry.
    #[must_use]
    pub fn industry(&self) -> &str {
        self.part(0)
    }

    /// The three digits of the product.
    #[must_use]
    pub fn product(&self) -> &str {
        self.part(1)
    }

    /// The five digits of the enterprise.
    #[must_use]
    pub fn enterprise(&self) -> &str {
        self.part(2)
    }

    fn part(&self, index: usize) -> &str {
        let digits = self.0.split_once("XK").map_or("", |(_, digits)| digits);
        digits.split('-').nth(index).unwrap_or_default()
    }
}

fn is_licence(text: &str) -> bool {
    let mut scan = Scan::new(text);
    scan.char(is_province);
    let mut parts = || {
        scan.literal("XK")?;
        scan.digits(2)?;
        scan.literal("-")?;
        scan.digits(3)?;
        scan.literal("-")?;
        scan.digits(5)
    };
    parts().is_some() && scan.is_at_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts() {
        let licence = ProductionLicence::parse("XK06-001-00001").unwrap();
        assert_eq!(
            (
                licence.province(),
                licence.industry(),
                licence.product(),
                licence.enterprise()
            ),
            (None, "06", "001", "00001")
        );
    }

    #[test]
    fn other_shapes_are_refused() {
        for text in [
            "XK6-001-00001",
            "XK06-001-0001",
            "XK06-001-000011",
            "AXK06-001-00001",
            "中XK06-001-00001",
        ] {
            let fault = ProductionLicence::parse(text).unwrap_err().fault;
            assert_eq!(
                fault,
                Fault::Shape {
                    example: "XK06-001-00001"
                },
                "{text}"
            );
        }
        assert_eq!(ProductionLicence::parse(" ").unwrap_err().fault, Fault::Empty);
    }
}
