use crate::{
    Error, Expected, Fault, Subject, Warning, ascii::Ascii, check_digit::mod_11_10, half_width, region,
    text_newtype::text_newtype,
};

/// The number of a food production licence 食品生产许可证: `SC` and fourteen digits.
///
/// Kind (1: food 1, food additive 2), category (2), region (6), serial number (4) and a check digit by MOD 11,10
/// (GB/T 17710). The region can be a branch office that GB/T 2260 does not know, so it gives a warning at most.
///
/// ```
/// use identifiers::licence::FoodLicence;
///
/// let licence = FoodLicence::parse("SC10633019702613")?;
/// assert_eq!((licence.category(), licence.region()), (Some("饮料"), "330197"));
/// # Ok::<(), identifiers::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FoodLicence(Ascii<16>);

text_newtype!(FoodLicence, Error);

impl FoodLicence {
    /// Reads a number; white space at the ends, full-width characters and small letters are mended.
    ///
    /// # Errors
    /// Says what is wrong with the length, a character or the check digit.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let text = half_width::tidy(text).to_ascii_uppercase();
        Self::check(&text).map_err(|fault| Error::new(Subject::FoodLicence, fault))
    }

    fn check(text: &str) -> Result<Self, Fault> {
        const EXAMPLE: Fault = Fault::Shape {
            example: "SC10633019702613",
        };
        if text.is_empty() {
            return Err(Fault::Empty);
        }
        let digits = text.strip_prefix("SC").ok_or(EXAMPLE)?;
        if let Some((index, found)) = digits.chars().enumerate().find(|(_, c)| !c.is_ascii_digit()) {
            return Err(Fault::Character {
                position: index + 3,
                found,
                expected: Expected::Digit,
                meant: None,
            });
        }
        let licence = Ascii::parse(text).ok_or(Fault::Length {
            expected: "SC+14",
            found: text.len(),
        })?;
        if !matches!(licence.at(2), '1' | '2') {
            let expected = ("1 (food) or 2 (food additive)", "1（食品）或 2（食品添加剂）");
            return Err(Fault::Value {
                found: licence.at(2).to_string(),
                expected,
            });
        }
        let found = licence.at(15);
        match mod_11_10(licence.part(2, 15)) {
            Some(expected) if expected != found => Err(Fault::CheckCharacter {
                position: 16,
                expected,
                found,
            }),
            _ => Ok(Self(licence)),
        }
    }

    /// `SC` and the fourteen digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The name of the category of food, if the first three digits are known (食品生产许可分类目录, 2020; likely).
    #[must_use]
    pub fn category(&self) -> Option<&'static str> {
        let code = self.0.part(2, 5);
        CATEGORIES
            .iter()
            .find(|(listed, _)| *listed == code)
            .map(|(_, name)| *name)
    }

    /// The six digits of the region, which may be a branch office.
    #[must_use]
    pub fn region(&self) -> &str {
        self.0.part(5, 11)
    }

    /// Says so if the region is not in GB/T 2260; branch offices are not.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        region::warning(self.region()).into_iter().collect()
    }
}

const CATEGORIES: [(&str, &str); 34] = [
    ("101", "粮食加工品"),
    ("102", "食用油、油脂及其制品"),
    ("103", "调味品"),
    ("104", "肉制品"),
    ("105", "乳制品"),
    ("106", "饮料"),
    ("107", "方便食品"),
    ("108", "饼干"),
    ("109", "罐头"),
    ("110", "冷冻饮品"),
    ("111", "速冻食品"),
    ("112", "薯类和膨化食品"),
    ("113", "糖果制品"),
    ("114", "茶叶及相关制品"),
    ("115", "酒类"),
    ("116", "蔬菜制品"),
    ("117", "水果制品"),
    ("118", "炒货食品及坚果制品"),
    ("119", "蛋制品"),
    ("120", "可可及焙烤咖啡产品"),
    ("121", "食糖"),
    ("122", "水产制品"),
    ("123", "淀粉及淀粉制品"),
    ("124", "糕点"),
    ("125", "豆制品"),
    ("126", "蜂产品"),
    ("127", "保健食品"),
    ("128", "特殊医学用途配方食品"),
    ("129", "婴幼儿配方食品"),
    ("130", "特殊膳食食品"),
    ("131", "其他食品"),
    ("201", "食品添加剂"),
    ("202", "食品用香精"),
    ("203", "复配食品添加剂"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> Fault {
        FoodLicence::parse(text).unwrap_err().fault
    }

    #[test]
    fn faults_are_named() {
        assert_eq!(fault(""), Fault::Empty);
        assert!(matches!(fault("QS330106010001"), Fault::Shape { .. }));
        assert_eq!(
            fault("SC1063301970261"),
            Fault::Length {
                expected: "SC+14",
                found: 15
            }
        );
        assert!(matches!(
            fault("SC1063301970261品"),
            Fault::Character { position: 16, .. }
        ));
        assert_eq!(
            fault("sc10633019702614"),
            Fault::CheckCharacter {
                position: 16,
                expected: '3',
                found: '4'
            }
        );
        assert!(matches!(fault("SC30633019702613"), Fault::Value { .. }));
    }

    #[test]
    fn branch_offices_give_a_warning() {
        let licence = FoodLicence::parse("SC10633019702613").unwrap();
        assert_eq!(
            licence.warnings(),
            [Warning::UnknownRegion {
                code: "330197".to_owned()
            }]
        );
        assert_eq!(
            FoodLicence::parse("SC11464010500015").unwrap().category(),
            Some("茶叶及相关制品")
        );
    }
}
