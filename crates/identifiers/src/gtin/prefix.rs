use super::number::Gtin;
use crate::Warning;

/// Who a number is meant for, told from its GS1 prefix (GS1 General Specifications, sections 1.4 and 2.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CodeScope {
    /// Names one trade item in the whole world.
    Global,
    /// Restricted circulation 内部码: names something inside one company, shop or region only.
    ///
    /// It must never be called or exported as a GTIN: another firm may use the same digits.
    Internal,
    /// Names something other than an ordinary trade item.
    Special(Use),
}

/// What a prefix outside the ordinary trade items is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Use {
    /// 977: a journal, by its ISSN.
    Journal,
    /// 978 and 979: a book or printed music, by its ISBN or ISMN.
    Book,
    /// 980: a refund receipt.
    RefundReceipt,
    /// 05, 981–989 and 99: a coupon.
    Coupon,
    /// 951 and 952: the general manager number of RFID tags, and the examples of GS1's own documents.
    Example,
}

/// The GS1 member organisation that gave out a prefix, which says nothing of where an item is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Issuer {
    /// The English name, as GS1 writes it.
    pub en: &'static str,
    /// The Chinese name, known for China only.
    pub zh: Option<&'static str>,
}

const PREFIXES: &str = include_str!("../../data/gs1-prefixes.txt");
const CHINA_COMPANY_PREFIXES: &str = include_str!("../../data/gs1-china-company-prefixes.txt");

impl Gtin {
    /// Who the number is meant for.
    ///
    /// ```
    /// use identifiers::{Gtin, gtin::{CodeScope, Use}};
    ///
    /// let scope = |text| Gtin::parse(text).map(|gtin| gtin.scope());
    /// assert_eq!(scope("2058989108994"), Ok(CodeScope::Internal));
    /// assert_eq!(scope("9787111128069"), Ok(CodeScope::Special(Use::Book)));
    /// ```
    #[must_use]
    pub fn scope(&self) -> CodeScope {
        let view = self.gtin13_view();
        if self.gtin14().starts_with("000000") {
            // GTIN-8 have prefixes of their own; those beginning with 0 or 2 are for use inside a shop.
            return if matches!(self.digits.at(6), '0' | '2') {
                CodeScope::Internal
            } else {
                CodeScope::Global
            };
        }
        match view.get(..3).unwrap_or_default() {
            "977" => CodeScope::Special(Use::Journal),
            "978" | "979" => CodeScope::Special(Use::Book),
            "980" => CodeScope::Special(Use::RefundReceipt),
            "951" | "952" => CodeScope::Special(Use::Example),
            prefix => match prefix.get(..2).unwrap_or_default() {
                "02" | "04" | "20" | "21" | "22" | "23" | "24" | "25" | "26" | "27" | "28" | "29" => {
                    CodeScope::Internal
                }
                "05" | "98" | "99" => CodeScope::Special(Use::Coupon),
                _ => CodeScope::Global,
            },
        }
    }

    /// What looks wrong although the check digit is right: no global number, or not one for trade items.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        match self.scope() {
            CodeScope::Global => Vec::new(),
            CodeScope::Internal => vec![Warning::InternalCode],
            CodeScope::Special(_) => {
                vec![Warning::SpecialPrefix {
                    prefix: self.gtin13_view().chars().take(3).collect(),
                }]
            }
        }
    }

    /// The member organisation that gave out the prefix, if GS1 has assigned it to one.
    #[must_use]
    pub fn issuer(&self) -> Option<Issuer> {
        let start = if self.gtin14().starts_with("000000") { 6 } else { 1 };
        let prefix = self.digits.part(start, start + 3);
        entries(PREFIXES).find_map(|entry| {
            let (first, rest) = entry.split_once(' ')?;
            let (last, en) = rest.split_once(' ')?;
            let zh = (en == "GS1 China").then_some("中国物品编码中心");
            (first <= prefix && prefix <= last).then_some(Issuer { en, zh })
        })
    }

    /// The company prefix 厂商识别代码 that numbers of mainland China usually have, seven to ten digits.
    ///
    /// A default to offer, not a fact about this number: the certificate of membership has the last word. `None`
    /// for other countries and for blocks given out without a company prefix.
    ///
    /// ```
    /// # use identifiers::Gtin;
    /// assert_eq!(Gtin::parse("6938166920785")?.china_company_prefix(), Some("69381669"));
    /// # Ok::<(), identifiers::Error>(())
    /// ```
    #[must_use]
    pub fn china_company_prefix(&self) -> Option<&str> {
        let number = self.gtin13_view();
        let (_, length) = entries(CHINA_COMPANY_PREFIXES)
            .filter_map(|entry| entry.split_once(' '))
            .filter(|(prefix, _)| number.starts_with(prefix))
            .max_by_key(|(prefix, _)| prefix.len())?;
        let length: usize = length.parse().ok()?;
        number.get(..length).filter(|_| length > 0)
    }
}

fn entries(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check_digit::gs1;

    /// A number with this beginning.
    fn gtin(start: &str, length: usize) -> Gtin {
        let body = format!("{start:0<width$}", width = length - 1);
        Gtin::parse(&format!("{body}{}", gs1(&body).unwrap())).unwrap()
    }

    #[test]
    fn scope_by_prefix() {
        use CodeScope::{Global, Internal, Special};
        for (start, scope) in [
            ("690", Global),
            ("020", Internal),
            ("049", Internal),
            ("019", Global),
            ("030", Global),
            ("059", Special(Use::Coupon)),
            ("200", Internal),
            ("299", Internal),
            ("300", Global),
            ("199", Global),
            ("950", Global),
            ("952", Special(Use::Example)),
            ("977", Special(Use::Journal)),
            ("979", Special(Use::Book)),
            ("980", Special(Use::RefundReceipt)),
            ("981", Special(Use::Coupon)),
            ("990", Special(Use::Coupon)),
        ] {
            assert_eq!(gtin(start, 13).scope(), scope, "{start}");
            assert_eq!(gtin(&format!("1{start}"), 14).scope(), scope, "1{start}");
        }
        // UPC number systems 2 and 4 are the prefixes 02 and 04.
        assert_eq!(
            (gtin("2", 12).scope(), gtin("4", 12).scope()),
            (Internal, Internal)
        );
    }

    #[test]
    fn short_numbers_have_their_own_prefixes() {
        assert_eq!(gtin("2", 8).scope(), CodeScope::Internal);
        assert_eq!(gtin("0123", 8).scope(), CodeScope::Internal);
        assert_eq!(gtin("690", 8).scope(), CodeScope::Global);
        assert_eq!(gtin("690", 8).issuer().unwrap().en, "GS1 China");
    }

    #[test]
    fn issuers() {
        let issuer = |start| gtin(start, 13).issuer();
        assert_eq!(
            issuer("690"),
            Some(Issuer {
                en: "GS1 China",
                zh: Some("中国物品编码中心")
            })
        );
        assert_eq!(issuer("681").and_then(|i| i.zh), Some("中国物品编码中心"));
        assert_eq!(issuer("489").unwrap().en, "GS1 Hong Kong, China");
        assert_eq!(issuer("450").unwrap().en, "GS1 Japan");
        assert_eq!(issuer("141"), None);
        assert_eq!(issuer("205"), None);
    }

    #[test]
    fn every_line_of_the_tables_reads() {
        let mut last = "";
        for entry in entries(PREFIXES) {
            let (first, rest) = entry.split_once(' ').unwrap();
            assert!(last < first && first.len() == 3, "{entry}");
            last = rest.split_once(' ').unwrap().0;
            assert!(first <= last && last.len() == 3, "{entry}");
        }
        for entry in entries(CHINA_COMPANY_PREFIXES) {
            let (prefix, length) = entry.split_once(' ').unwrap();
            assert!(
                prefix.starts_with("69") && length.parse::<usize>().unwrap() <= 10,
                "{entry}"
            );
        }
    }

    #[test]
    fn chinese_company_prefixes() {
        for (start, prefix) in [
            ("690123", Some("6901230")),
            ("6901028", Some("6901028000")),
            ("6949", Some("69490000")),
            ("6975", Some("697500000")),
            ("6961", None),
            ("698", None),
            ("500", None),
        ] {
            assert_eq!(gtin(start, 13).china_company_prefix(), prefix, "{start}");
        }
    }
}
