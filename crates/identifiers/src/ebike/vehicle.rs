use crate::{Error, Expected, Fault, Subject, Warning, half_width, scan::Scan, text_newtype::text_newtype};

const LENGTH: usize = 40;
const EXAMPLE: &str = "117321900000243";

/// The code of a complete vehicle 整车编码, which is also stamped on its frame.
///
/// For vehicles under GB 17761-2018 it has fifteen digits: the maker (4), the kind of vehicle (1), the year (2) and
/// a serial number (8); no check digit. The rule of the 2024 edition is not public yet, so a code of another shape
/// is accepted with a warning.
///
/// ```
/// use identifiers::ebike::{VehicleCode, VehicleKind};
///
/// let code = VehicleCode::parse("117321900000243")?;
/// assert_eq!((code.maker(), code.year()), (Some("1173"), Some(2019)));
/// assert_eq!(code.kind(), Some(VehicleKind::ElectricBicycle));
/// # Ok::<(), identifiers::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VehicleCode(String);

text_newtype!(VehicleCode, Error);

/// What kind of vehicle a code names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VehicleKind {
    /// 1: bicycle 自行车.
    Bicycle,
    /// 2: electric bicycle 电动自行车.
    ElectricBicycle,
    /// 3: bicycle with a petrol engine 汽油机助力自行车.
    PetrolBicycle,
}

struct Parts<'a> {
    maker: &'a str,
    kind: VehicleKind,
    year: u16,
    serial: &'a str,
}

impl VehicleCode {
    /// Reads a code; white space at the ends, full-width characters and small letters are mended.
    ///
    /// # Errors
    /// When it is empty, longer than 40 characters, or has other characters than letters, digits and hyphens.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let text = half_width::tidy(text).to_ascii_uppercase();
        letters_digits_hyphens(&text, LENGTH)
            .map(|()| Self(text))
            .map_err(|fault| Error::new(Subject::VehicleCode, fault))
    }

    /// The code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number of the maker, if the code looks right.
    #[must_use]
    pub fn maker(&self) -> Option<&str> {
        self.parts().map(|parts| parts.maker)
    }

    /// The kind of vehicle, if the code looks right.
    #[must_use]
    pub fn kind(&self) -> Option<VehicleKind> {
        self.parts().map(|parts| parts.kind)
    }

    /// The year of make, if the code looks right; it should be that of the date of manufacture.
    #[must_use]
    pub fn year(&self) -> Option<u16> {
        self.parts().map(|parts| parts.year)
    }

    /// The serial number of the maker and year, if the code looks right.
    #[must_use]
    pub fn serial(&self) -> Option<&str> {
        self.parts().map(|parts| parts.serial)
    }

    /// Whether this is the fifteen-digit code of an electric bicycle.
    #[must_use]
    pub fn looks_right(&self) -> bool {
        self.kind() == Some(VehicleKind::ElectricBicycle)
    }

    /// Says so if the code is not that of an electric bicycle.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        if self.looks_right() {
            return Vec::new();
        }
        let vin = self.0.len() == 17 && self.0.contains(|c: char| c.is_ascii_uppercase());
        vec![if vin {
            Warning::VehicleIdentificationNumber
        } else {
            Warning::UnusualShape {
                subject: Subject::VehicleCode,
                example: EXAMPLE,
            }
        }]
    }

    fn parts(&self) -> Option<Parts<'_>> {
        let mut scan = Scan::new(&self.0);
        let maker = scan.digits(4)?;
        let kind = match scan.char(|_| true)? {
            '1' => VehicleKind::Bicycle,
            '2' => VehicleKind::ElectricBicycle,
            '3' => VehicleKind::PetrolBicycle,
            _ => return None,
        };
        let year = 2000 + scan.digits(2)?.parse::<u16>().ok()?;
        let serial = scan.digits(8)?;
        scan.is_at_end().then_some(Parts {
            maker,
            kind,
            year,
            serial,
        })
    }
}

/// The vehicle code in the QR code of a certificate of conformity 合格证, whichever body printed it.
///
/// ```
/// let url = "http://mv.cqccms.com.cn/incoc/GSViewEbike!viewCocEbike.action?vinCode=117321900000243";
/// let code = identifiers::ebike::vehicle_code_in(url);
/// assert_eq!(code.map(|code| code.to_string()).as_deref(), Some("117321900000243"));
/// ```
#[must_use]
pub fn vehicle_code_in(url: &str) -> Option<VehicleCode> {
    ["vinCode=", "cert_ins_id="].iter().find_map(|name| {
        let (_, value) = url.split_once(name)?;
        let digits = Scan::new(value).run(15, 15, |c| c.is_ascii_digit())?;
        VehicleCode::parse(digits).ok()
    })
}

pub(super) fn letters_digits_hyphens(text: &str, max: usize) -> Result<(), Fault> {
    let found = text.chars().count();
    if found == 0 {
        return Err(Fault::Empty);
    }
    if found > max {
        return Err(Fault::TooLong { max, found });
    }
    let allowed = |c: char| c.is_ascii_digit() || c.is_ascii_uppercase() || c == '-';
    match (1..).zip(text.chars()).find(|(_, c)| !allowed(*c)) {
        Some((position, found)) => Err(Fault::Character {
            position,
            found,
            expected: Expected::LetterDigitHyphen,
            meant: None,
        }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Explain;

    #[test]
    fn other_shapes_give_a_warning() {
        for text in [
            "11732190000024",
            "117391900000243",
            "11732190000024A",
            "117311900000243",
        ] {
            let code = VehicleCode::parse(text).unwrap();
            assert_eq!(code.warnings().len(), 1, "{text}");
        }
        assert_eq!(
            VehicleCode::parse("117311900000243").unwrap().kind(),
            Some(VehicleKind::Bicycle)
        );
        let vin = VehicleCode::parse("LBBTEABA0LB123456").unwrap();
        assert_eq!(vin.warnings()[0].code(), "vehicle_identification_number");
    }

    #[test]
    fn what_cannot_be_a_code_is_refused() {
        let fault = |text: &str| VehicleCode::parse(text).unwrap_err().fault;
        assert_eq!(fault(""), Fault::Empty);
        assert!(matches!(
            fault("1173219 0000243"),
            Fault::Character {
                position: 8,
                found: ' ',
                ..
            }
        ));
        assert_eq!(fault(&"1".repeat(41)), Fault::TooLong { max: 40, found: 41 });
    }

    #[test]
    fn codes_in_certificates() {
        let find = |url| vehicle_code_in(url).map(String::from);
        assert_eq!(
            find("https://x/?cert_ins_id=117321900000243&y=1").as_deref(),
            Some("117321900000243")
        );
        assert_eq!(find("http://x/?vinCode=123"), None);
        assert_eq!(find("http://x/?vinCode=1173219000002431"), None);
        assert_eq!(find(""), None);
    }
}
