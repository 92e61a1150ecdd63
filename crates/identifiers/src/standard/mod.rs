//! Numbers of Chinese standards: national, industry, local, group and enterprise (标准化法, 2017).

mod kind;
mod parse;

pub use kind::Kind;

use crate::{Error, Fault, Subject, Warning, text_newtype::text_newtype};

/// The number of a standard, in its usual spelling.
///
/// ```
/// use identifiers::standard::{Kind, StandardNo};
///
/// let standard = StandardNo::parse("gb17761—2018")?;
/// assert_eq!(standard.as_str(), "GB 17761-2018");
/// assert_eq!(standard.kind(), Kind::MandatoryNational);
/// assert_eq!(standard.superseded_by(), Some("GB 17761-2024"));
/// # Ok::<(), identifiers::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct StandardNo {
    text: String,
    kind: Kind,
}

text_newtype!(StandardNo, Error);

/// Editions that have been replaced, as far as this crate knows; not a register.
const SUPERSEDED: [(&str, &str); 4] = [
    ("GB 17761-2018", "GB 17761-2024"),
    ("GB/T 33993-2017", "GB/T 33993-2024"),
    ("GB/T 31866-2015", "GB/T 31866-2023"),
    ("GB/T 35420-2017", "GB/T 35420-2025"),
];

impl StandardNo {
    /// Reads a number; spaces, dashes, full-width characters and small letters are mended.
    ///
    /// The year has four digits. An amendment (`/XG1-2021` 修改单) may follow.
    ///
    /// # Errors
    /// When the parts are not those of a standard number.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let fault = match parse::read(text) {
            Some((text, kind)) => return Ok(Self { text, kind }),
            None if text.trim().is_empty() => Fault::Empty,
            None => Fault::Shape {
                example: "GB/T 33993-2024",
            },
        };
        Err(Error::new(Subject::StandardNo, fault))
    }

    /// The number in its usual spelling: one space before the digits, hyphens for dashes.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Who issued it, and whether it binds.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Whether it is a mandatory national standard, of which traceable key products must name at least one.
    #[must_use]
    pub fn is_mandatory_national(&self) -> bool {
        self.kind == Kind::MandatoryNational
    }

    /// The edition that has replaced this one, if this crate knows of it.
    #[must_use]
    pub fn superseded_by(&self) -> Option<&'static str> {
        SUPERSEDED
            .iter()
            .find(|(old, _)| *old == self.text)
            .map(|(_, new)| *new)
    }

    /// Says so if a newer edition has come out.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        let warning = |by| Warning::Superseded {
            standard: self.text.clone(),
            by,
        };
        self.superseded_by().map(warning).into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_spelling_for_all() {
        for (typed, text, kind) in [
            ("GB 43854—2024", "GB 43854-2024", Kind::MandatoryNational),
            ("gb/t33993-2024", "GB/T 33993-2024", Kind::RecommendedNational),
            (
                "ＧＢ／Ｔ 5023.3－2008",
                "GB/T 5023.3-2008",
                Kind::RecommendedNational,
            ),
            ("GB/Z 1-2020", "GB/Z 1-2020", Kind::NationalGuidance),
            (
                "GB 19517-2009/XG1-2021",
                "GB 19517-2009/XG1-2021",
                Kind::MandatoryNational,
            ),
            ("QB/T 1714-2015", "QB/T 1714-2015", Kind::Industry),
            ("JB 8734.1–2016", "JB 8734.1-2016", Kind::Industry),
            ("DB33/T2310-2021", "DB33/T 2310-2021", Kind::Local),
            ("DB3301/T 0300-2019", "DB3301/T 0300-2019", Kind::Local),
            ("T/ZZB 0123-2018", "T/ZZB 0123-2018", Kind::Group),
            ("Q/ABC 001-2024", "Q/ABC 001-2024", Kind::Enterprise),
            ("Q/320412 ABC 001-2024", "Q/320412 ABC 001-2024", Kind::Enterprise),
        ] {
            let standard = StandardNo::parse(typed).unwrap();
            assert_eq!((standard.as_str(), standard.kind()), (text, kind), "{typed}");
            assert_eq!(StandardNo::parse(text), Ok(standard), "{typed}");
        }
    }

    #[test]
    fn other_shapes_are_refused() {
        for text in [
            "TB2025-330",
            "GB 17761",
            "GB-2018",
            "GB/X 1-2018",
            "GB 17761-2018 电动自行车",
            "GB 17761-0018",
            "DB3/T 1-2018",
            "T/ 1-2018",
            "Q/ -2018",
            "GBT 1-2018",
            "GB 1-2018/",
        ] {
            let fault = StandardNo::parse(text).map_err(|error| error.fault);
            assert_eq!(
                fault,
                Err(Fault::Shape {
                    example: "GB/T 33993-2024"
                }),
                "{text}"
            );
        }
        assert_eq!(StandardNo::parse("\u{3000}").unwrap_err().fault, Fault::Empty);
    }

    #[test]
    fn replaced_editions_give_a_warning() {
        assert_eq!(StandardNo::parse("GB 17761-2018").unwrap().warnings().len(), 1);
        assert_eq!(StandardNo::parse("GB 17761-2024").unwrap().warnings(), []);
        for (old, new) in SUPERSEDED {
            assert!(StandardNo::parse(old).is_ok() && StandardNo::parse(new).is_ok());
        }
    }
}
