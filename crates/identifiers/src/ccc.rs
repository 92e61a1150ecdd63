//! Certificates of the compulsory product certification 强制性产品认证 (CCC).
//!
//! A certificate number has sixteen digits: the year (4), the certification body (2, such as 01 for CQC), the
//! product class (4) and a serial number (6). There is no check digit; comparing the class inside the number with
//! the product it is claimed for is the strongest test there is.

use crate::{
    Error, Fault, Subject, Warning, ascii::Ascii, check_digit::digits_only, half_width, scan::Scan,
    text_newtype::text_newtype,
};

/// A CCC certificate number.
///
/// ```
/// use identifiers::ccc::CccNumber;
///
/// let number = CccNumber::parse("2016010706840003")?;
/// assert_eq!((number.year(), number.body(), number.class()), ("2016", "01", "0706"));
/// assert_eq!(number.product_class().map(|class| class.product), Some("电热水器"));
/// # Ok::<(), identifiers::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CccNumber(Ascii<16>);

text_newtype!(CccNumber, Error);

impl CccNumber {
    /// Reads sixteen digits; white space at the ends and full-width digits are mended.
    ///
    /// # Errors
    /// Says what is wrong with the length, a character or the year; the scheme began in 2002.
    pub fn parse(text: &str) -> Result<Self, Error> {
        Self::check(&half_width::tidy(text)).map_err(|fault| Error::new(Subject::CccNumber, fault))
    }

    /// Reads a number as certificates print it, with the version behind: `2016010706840003(A/0)`.
    ///
    /// # Errors
    /// As [`parse`](Self::parse); and when what follows the number is no version.
    pub fn parse_with_version(text: &str) -> Result<(Self, Option<String>), Error> {
        let text = half_width::tidy(text);
        let (number, version) = match text.char_indices().nth(16) {
            Some((start, _)) => text.split_at_checked(start).unwrap_or((&text, "")),
            None => (&*text, ""),
        };
        let read = || {
            let number = Self::check(number)?;
            match version.trim_start() {
                "" => Ok((number, None)),
                version => match read_version(version) {
                    Some(version) => Ok((number, Some(version))),
                    None => Err(Fault::Shape {
                        example: "2016010706840003(A/0)",
                    }),
                },
            }
        };
        read().map_err(|fault| Error::new(Subject::CccNumber, fault))
    }

    fn check(text: &str) -> Result<Self, Fault> {
        if text.is_empty() {
            return Err(Fault::Empty);
        }
        digits_only(text)?;
        let number = Ascii::parse(text).ok_or(Fault::Length {
            expected: "16",
            found: text.len(),
        })?;
        if !("2002"..="2099").contains(&number.part(0, 4)) {
            let expected = ("a year since 2002", "2002 年以后的年份");
            return Err(Fault::Value {
                found: number.part(0, 4).to_owned(),
                expected,
            });
        }
        Ok(Self(number))
    }

    /// The sixteen digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The year in which the certificate was first issued.
    #[must_use]
    pub fn year(&self) -> &str {
        self.0.part(0, 4)
    }

    /// The certification body; self-declarations have other numbers here, so any two digits are possible.
    #[must_use]
    pub fn body(&self) -> &str {
        self.0.part(4, 6)
    }

    /// The product class, to be compared with the product.
    #[must_use]
    pub fn class(&self) -> &str {
        self.0.part(6, 10)
    }

    /// The serial number.
    #[must_use]
    pub fn serial(&self) -> &str {
        self.0.part(10, 16)
    }

    /// The entry of the catalogue for the product class.
    #[must_use]
    pub fn product_class(&self) -> Option<ProductClass> {
        product_class(self.class())
    }

    /// Says so if the product class is not in the catalogue: it may have been added since.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        match self.product_class() {
            Some(_) => Vec::new(),
            None => vec![Warning::UnknownProductClass {
                class: self.class().to_owned(),
            }],
        }
    }
}

/// A version such as `A/0`, with or without brackets around it.
fn read_version(text: &str) -> Option<String> {
    let inner = text
        .strip_prefix('(')
        .map_or(Some(text), |rest| rest.strip_suffix(')'))?;
    let upper = inner.trim().to_ascii_uppercase();
    let mut scan = Scan::new(&upper);
    let letter = scan.char(|c| c.is_ascii_uppercase())?;
    scan.literal("/");
    let number = scan.run(1, 2, |c| c.is_ascii_digit())?;
    scan.is_at_end().then(|| format!("{letter}/{number}"))
}

/// A kind of product that needs a CCC certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProductClass {
    /// The category 大类.
    pub category: &'static str,
    /// The kind of product 产品种类.
    pub product: &'static str,
    /// How sure this entry is.
    pub certainty: Certainty,
}

/// How sure an entry of a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// From memory or a single weak source.
    Unknown,
    /// From good sources, but not read in the official text.
    Likely,
    /// Read in the official text.
    Sure,
}

/// The entry of the catalogue for a class of four digits (公告 2023 年第 36 号, with additions up to 2025).
#[must_use]
pub fn product_class(class: &str) -> Option<ProductClass> {
    if class.len() != 4 || digits_only(class).is_err() {
        return None;
    }
    include_str!("../data/ccc-catalogue.csv")
        .lines()
        .skip(1)
        .find_map(|line| {
            let mut fields = line.split(',').skip(1);
            let (category, product, classes) = (fields.next()?, fields.next()?, fields.next()?);
            let listed = classes.split(';').any(|part| match part.split_once('-') {
                Some((first, last)) => first <= class && class <= last,
                None => part == class,
            });
            let certainty = match fields.next()? {
                "sure" => Certainty::Sure,
                "likely" => Certainty::Likely,
                _ => Certainty::Unknown,
            };
            listed.then_some(ProductClass {
                category,
                product,
                certainty,
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> Fault {
        CccNumber::parse(text).unwrap_err().fault
    }

    #[test]
    fn faults_are_named() {
        assert_eq!(fault(""), Fault::Empty);
        assert_eq!(
            fault("201601070684000"),
            Fault::Length {
                expected: "16",
                found: 15
            }
        );
        assert!(matches!(fault("1816010706840003"), Fault::Value { .. }));
        assert!(matches!(fault("2001010706840003"), Fault::Value { .. }));
        assert!(matches!(
            fault("201601070684000A"),
            Fault::Character { position: 16, .. }
        ));
        assert!(matches!(
            fault("CCC2016"),
            Fault::Character {
                position: 1,
                found: 'C',
                ..
            }
        ));
    }

    #[test]
    fn versions_are_parted_from_the_number() {
        let version = |text| CccNumber::parse_with_version(text).map(|(_, version)| version);
        for text in [
            "2016010706840003(A/0)",
            "2016010706840003 （a0）",
            "2016010706840003A/0",
        ] {
            assert_eq!(version(text), Ok(Some("A/0".to_owned())), "{text}");
        }
        assert_eq!(version("2016010706840003"), Ok(None));
        for text in [
            "20160107068400031",
            "2016010706840003(A0",
            "2016010706840003 1/2",
            "品",
        ] {
            assert!(version(text).is_err(), "{text}");
        }
    }

    #[test]
    fn the_catalogue() {
        assert_eq!(product_class("2310").unwrap().category, "防爆电气");
        assert_eq!(product_class("0207").unwrap().certainty, Certainty::Sure);
        assert_eq!(product_class("1119").unwrap().product, "电动自行车");
        assert_eq!(product_class("9999"), None);
        assert_eq!(product_class("23"), None);
        let number = CccNumber::parse("2022229999000119").unwrap();
        assert_eq!(
            number.warnings(),
            [Warning::UnknownProductClass {
                class: "9999".to_owned()
            }]
        );
    }

    #[test]
    fn every_line_of_the_catalogue_reads() {
        for line in include_str!("../data/ccc-catalogue.csv").lines().skip(1) {
            let fields: Vec<_> = line.split(',').collect();
            assert_eq!(fields.len(), 5, "{line}");
            let class = fields[3].get(..4).unwrap();
            assert!(product_class(class).is_some(), "{line}");
        }
    }
}
