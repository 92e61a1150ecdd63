//! Filings, registrations and licences of cosmetics (化妆品注册备案管理办法, 化妆品生产经营监督管理办法).

use crate::{
    Error, Fault, Subject, half_width,
    scan::{Scan, is_province},
    text_newtype::text_newtype,
};

/// What a number stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// 浙G妆网备字2024000001: filing of a domestic ordinary product 国产普通化妆品备案.
    DomesticFiling,
    /// 国妆网备进字（沪）2026004059: filing of an ordinary product from abroad, or from Hong Kong, Macao or Taiwan (制).
    ImportFiling,
    /// 国妆特字20263800, 国妆特进字…, 国妆特制字…: registration of a special product 特殊化妆品注册.
    SpecialRegistration,
    /// 浙妆20160001: production licence 化妆品生产许可证.
    ProductionLicence,
    /// 国妆原注字…, 国妆原备字…: registration or filing of a new ingredient (likely shape).
    NewIngredient,
    /// 国妆特字G…, 国妆备进字J…, 卫妆特字…: numbers of the time before 2021 (likely shapes).
    Legacy,
}

/// A number from one of the cosmetics registers.
///
/// ```
/// use identifiers::cosmetic::{CosmeticNo, Kind};
///
/// let number = CosmeticNo::parse("国妆网备进字(沪)2026004059")?;
/// assert_eq!((number.as_str(), number.kind()), ("国妆网备进字（沪）2026004059", Kind::ImportFiling));
/// # Ok::<(), identifiers::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CosmeticNo {
    text: String,
    kind: Kind,
}

text_newtype!(CosmeticNo, Error);

impl CosmeticNo {
    /// Reads a number of any of the registers; white space at the ends and full-width characters are mended.
    ///
    /// # Errors
    /// When it has the shape of none of them.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let text = half_width::tidy(text).to_ascii_uppercase();
        let fault = match kind(&text) {
            // The registers write the brackets of the province full-width.
            Some(kind) => {
                return Ok(Self {
                    text: text.replace('(', "（").replace(')', "）"),
                    kind,
                });
            }
            None if text.is_empty() => Fault::Empty,
            None => Fault::Shape {
                example: "浙G妆网备字2024000001",
            },
        };
        Err(Error::new(Subject::CosmeticNo, fault))
    }

    /// The number in its official spelling.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What the number stands for.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }
}

/// Reads a number of one kind; what is left over must be nothing.
type Shape = fn(&mut Scan<'_>) -> Option<()>;

fn kind(text: &str) -> Option<Kind> {
    let shapes: [(Kind, Shape); 6] = [
        (Kind::DomesticFiling, |scan| {
            scan.char(is_province)?;
            scan.literal("G妆网备字")?;
            scan.digits(10).map(drop)
        }),
        (Kind::ImportFiling, |scan| {
            scan.literal("国妆网备")?;
            scan.char(|c| matches!(c, '进' | '制'))?;
            scan.literal("字(")?;
            scan.char(is_province)?;
            scan.literal(")")?;
            scan.digits(10).map(drop)
        }),
        (Kind::SpecialRegistration, |scan| {
            scan.literal("国妆特")?;
            scan.char(|c| matches!(c, '进' | '制'));
            scan.literal("字")?;
            scan.digits(8).map(drop)
        }),
        (Kind::ProductionLicence, |scan| {
            scan.char(is_province)?;
            scan.literal("妆")?;
            scan.digits(8).map(drop)
        }),
        (Kind::NewIngredient, |scan| {
            scan.literal("国妆原")?;
            scan.char(|c| matches!(c, '注' | '备'))?;
            scan.literal("字")?;
            scan.digits(8).map(drop)
        }),
        (Kind::Legacy, |scan| {
            [
                "国妆特字G",
                "国妆特进字J",
                "国妆备进字J",
                "卫妆特字",
                "卫妆特进字",
                "卫妆备进字",
            ]
            .iter()
            .find_map(|head| scan.literal(head))?;
            scan.literal("(");
            scan.digits(4)?;
            scan.literal(")第");
            scan.run(4, 6, |c| c.is_ascii_digit())?;
            scan.literal("号");
            Some(())
        }),
    ];
    let whole = |shape: Shape| {
        let mut scan = Scan::new(text);
        shape(&mut scan).is_some() && scan.is_at_end()
    };
    shapes
        .into_iter()
        .find(|(_, shape)| whole(*shape))
        .map(|(kind, _)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds() {
        for (text, kind) in [
            ("粤G妆网备字2022324124", Kind::DomesticFiling),
            ("国妆网备制字（粤）2026004059", Kind::ImportFiling),
            ("国妆特制字20210001", Kind::SpecialRegistration),
            ("浙妆20210029", Kind::ProductionLicence),
            ("国妆原备字20210001", Kind::NewIngredient),
            ("国妆特字G20191234", Kind::Legacy),
            ("国妆备进字J20181234", Kind::Legacy),
            ("卫妆特字(2008)第0123号", Kind::Legacy),
        ] {
            assert_eq!(
                CosmeticNo::parse(text).map(|number| number.kind()),
                Ok(kind),
                "{text}"
            );
        }
    }

    #[test]
    fn other_shapes_are_refused() {
        for text in [
            "G妆网备字2022324124",
            "国妆网备字20260001",
            "浙妆2021",
            "国妆特字2026380",
            "浙妆202100290",
        ] {
            assert!(CosmeticNo::parse(text).is_err(), "{text}");
        }
    }
}
