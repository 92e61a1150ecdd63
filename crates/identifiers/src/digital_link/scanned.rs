//! What a scanner hands over, in whichever of the many forms, as the code it is.

use super::{Ai, BatchNo, DigitalLink, SerialNo, Tolerance, dictionary, value};
use crate::{Gtin, gtin::check_digit_left_out, half_width::tidy};

/// The separator of element strings, which stands for FNC1.
const GS: char = '\u{1D}';

/// How programs write the separator where it cannot be seen.
const WRITTEN_GS: &[&str] = &[
    "<GS>", "{GS}", "[GS]", "<FNC1>", "{FNC1}", "[FNC1]", "^]", "\u{241D}", "\\x1d",
];

/// Application identifiers whose values have one length, so that no separator follows them (General Specifications, figure 7.8.5-2).
const ONE_LENGTH: &[&str] = &[
    "00", "01", "02", "03", "04", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "31", "32",
    "33", "34", "35", "36", "41",
];

/// A code of a trade item as a scanner reads it: the item, perhaps a batch, perhaps a unit. What else the code says is left aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scanned {
    /// The item.
    pub gtin: Gtin,
    /// Its batch, AI 10.
    pub batch_no: Option<BatchNo>,
    /// The unit, AI 21.
    pub serial: Option<SerialNo>,
}

impl Scanned {
    /// Reads what a scanner hands over: a link, an element string with or without brackets, a lone bar code; with the prefix that
    /// names the symbology (`]Q1`) or without. None for any other text, such as words to look for.
    ///
    /// ```
    /// use identifiers::Scanned;
    ///
    /// for text in [
    ///     "]Q1HTTPS://EXAMPLE.COM/01/06901234567892/10/LOT1/21/A1",
    ///     "]C1010690123456789210LOT1\u{1D}21A1",
    ///     "(01)06901234567892(10)LOT1(21)A1",
    /// ] {
    ///     let code = Scanned::read(text).ok_or(text)?;
    ///     assert_eq!(code.gtin.gtin14(), "06901234567892");
    ///     assert_eq!(code.serial.as_ref().map(|s| s.as_str()), Some("A1"));
    /// }
    /// assert_eq!(Scanned::read("]E06901234567892").map(|code| code.gtin.to_string()).as_deref(), Some("6901234567892"));
    /// assert_eq!(Scanned::read("细木工板"), None);
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let tidied = tidy(text);
        let text = tidied.trim_matches(|c: char| c.is_whitespace() || c == GS);
        let (symbology, text) = without_symbology(text);
        if let Some(link) = link(text) {
            return Self::of_link(&link);
        }
        let text = with_separators(text);
        let text = text.trim_matches(GS);
        if let Some(gtin) = lone(text, symbology) {
            return Some(Self {
                gtin,
                batch_no: None,
                serial: None,
            });
        }
        let elements = bracketed(text).or_else(|| elements(text))?;
        Self::of_elements(&elements)
    }

    /// The code as a canonical link, which [`read`](Self::read) reads back.
    #[must_use]
    pub fn canonical(&self) -> String {
        let mut link = DigitalLink::for_gtin(&self.gtin);
        if let Some(batch_no) = &self.batch_no {
            link = link.batch(batch_no.as_str());
        }
        if let Some(serial) = &self.serial {
            link = link.serial(serial.as_str());
        }
        // Its parts were checked, so the default is never taken.
        link.build().map(|link| link.canonical()).unwrap_or_default()
    }

    /// The number of the item without zeros in front: part of it however it was entered.
    #[must_use]
    pub fn number(&self) -> &str {
        self.gtin.gtin14().trim_start_matches('0')
    }

    /// Whether the text it was read from is a number alone, as people type it: it may be the beginning of something else.
    #[must_use]
    pub fn is_number(&self, text: &str) -> bool {
        text.len() <= 14 && text.bytes().all(|b| b.is_ascii_digit())
    }

    fn of_link(link: &DigitalLink) -> Option<Self> {
        Some(Self {
            gtin: link.gtin()?,
            batch_no: link.batch().map(BatchNo::parse).transpose().ok()?,
            serial: link.serial().map(SerialNo::parse).transpose().ok()?,
        })
    }

    fn of_elements(elements: &[(Ai, &str)]) -> Option<Self> {
        let of = |wanted: Ai| {
            elements
                .iter()
                .find(|(ai, _)| *ai == wanted)
                .map(|(_, value)| *value)
        };
        Some(Self {
            gtin: Gtin::parse(of(Ai::GTIN)?).ok()?,
            batch_no: of(Ai::BATCH).map(BatchNo::parse).transpose().ok()?,
            serial: of(Ai::SERIAL).map(SerialNo::parse).transpose().ok()?,
        })
    }
}

/// The letter and number of the symbology, if they stand before the text, and the text (ISO/IEC 15424).
fn without_symbology(text: &str) -> (&str, &str) {
    let mut chars = text.chars();
    match (chars.next(), chars.next(), chars.next()) {
        (Some(']'), Some(letter), Some(number))
            if letter.is_ascii_alphabetic() && number.is_ascii_alphanumeric() =>
        {
            text.split_at_checked(3).unwrap_or_default()
        }
        _ => ("", text),
    }
}

/// The text as a link, with a scheme in either case, without one, or without a host.
fn link(text: &str) -> Option<DigitalLink> {
    let (has_scheme, key) = (text.contains("://"), text.find("/01/")?);
    if has_scheme {
        return DigitalLink::parse_lenient(text).ok();
    }
    let (path, query) = text
        .split_once('?')
        .map_or((text, None), |(path, query)| (path, Some(query)));
    let path = path.get(key..)?;
    DigitalLink::parse_target_with(path, query, Tolerance::RESOLVER).ok()
}

fn with_separators(text: &str) -> String {
    let mut text = text.to_owned();
    for written in WRITTEN_GS {
        for written in [(*written).to_owned(), written.to_lowercase()] {
            if text.contains(&written) {
                text = text.replace(&written, &GS.to_string());
            }
        }
    }
    text
}

/// A bar code that holds a trade item number and nothing else. It is tried before identifiers are looked for: eight digits that
/// begin with 01 are a number.
fn lone(text: &str, symbology: &str) -> Option<Gtin> {
    // A supplement of two or five digits, as on magazines.
    let text = match symbology {
        "]E3" => text.get(..13)?,
        _ => text,
    };
    if !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    match text.len() {
        // A UPC-A is handed over with 12 digits or with 13, and a GTIN-8 with 8 or more.
        8 | 12..=14 => Gtin::parse(text).ok().or_else(|| check_digit_left_out(text)),
        9..=11 if !symbology.is_empty() => Gtin::parse(&format!("{text:0>14}")).ok(),
        // A DataBar has the identifier before its number.
        16 => text
            .strip_prefix("01")
            .and_then(|number| Gtin::parse(number).ok()),
        _ => None,
    }
}

/// `(01)06901234567892(10)LOT1`. Brackets may stand in values as well, so one begins an element only where an identifier of the
/// dictionary stands in it that did not come before, and what is before it is a value.
fn bracketed(text: &str) -> Option<Vec<(Ai, &str)>> {
    let (open, close) = match text.chars().next()? {
        '(' => ('(', ')'),
        '[' => ('[', ']'),
        '{' => ('{', '}'),
        _ => return None,
    };
    let head = |at: usize| -> Option<(Ai, usize)> {
        let inside = text.get(at..)?.strip_prefix(open)?;
        let (digits, _) = inside.split_once(close)?;
        let (ai, _) = dictionary::find(digits.as_bytes())?;
        Some((ai, at + digits.len() + 2))
    };
    let mut found: Vec<(Ai, &str)> = vec![];
    let mut at = 0;
    while at < text.len() {
        let (ai, start) = head(at)?;
        let ends = text.get(start..)?.match_indices(open).map(|(end, _)| start + end);
        let is_new = |other: Ai| other != ai && !found.iter().any(|(seen, _)| *seen == other);
        let mut ends = ends
            .filter(|end| head(*end).is_some_and(|(other, _)| is_new(other)))
            .chain([text.len()]);
        let value_to = |end: usize| text.get(start..end).map(|value| value.trim_end_matches(GS));
        let end =
            ends.find(|end| value_to(*end).is_some_and(|value| value::check_value(ai, value).is_ok()))?;
        found.push((ai, value_to(end)?));
        at = end;
    }
    Some(found)
}

/// `010690123456789210LOT1␝21A1`: values of one length follow each other, others end at the separator.
fn elements(text: &str) -> Option<Vec<(Ai, &str)>> {
    let mut found = vec![];
    let mut rest = text;
    while !rest.is_empty() {
        let (ai, entry) = (2..=4).find_map(|digits| dictionary::find(rest.get(..digits)?.as_bytes()))?;
        let after = rest.get(ai.as_str().len()..)?;
        let has_one_length = ONE_LENGTH.iter().any(|start| ai.as_str().starts_with(start));
        let length = match has_one_length {
            true => entry.max,
            false => after.find(GS).unwrap_or(after.len()),
        };
        let (value, behind) = after.split_at_checked(length)?;
        value::check_value(ai, value).ok()?;
        found.push((ai, value));
        rest = behind.strip_prefix(GS).unwrap_or(behind);
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// GTIN, batch, serial and the forms one code comes in.
    type Line<'a> = ((&'a str, &'a str, &'a str), &'a [&'a str]);

    #[test]
    fn every_form_of_a_code_is_the_same_code() {
        #[rustfmt::skip]
        let table: &[Line] = &[
            (("06901234567892", "LOT1", "A1"), &[
                "https://q.example.com/01/06901234567892/10/LOT1/21/A1", "HTTPS://Q.EXAMPLE.COM/01/06901234567892/10/LOT1/21/A1",
                "Http://q.example.com/01/06901234567892/10/LOT1/21/A1?17=271101&linkType=gs1:pip", "]Q1https://q.example.com/01/06901234567892/10/LOT1/21/A1\r\n",
                "]d1https://q.example.com/x/y/01/06901234567892/10/LOT1/21/A1/", "q.example.com/01/06901234567892/10/LOT1/21/A1",
                "/01/06901234567892/10/LOT1/21/A1", "https://q.example.com/01/6901234567892/10/LOT1/21/A1",
                "010690123456789210LOT1\u{1d}21A1", "]C1010690123456789210LOT1\u{1d}21A1", "]Q3010690123456789210LOT1<GS>21A1",
                "]d2\u{1d}010690123456789210LOT1{GS}21A1\u{1d}", "]e0010690123456789210LOT1^]21A1", "]J1010690123456789210LOT1\u{241d}21A1",
                "010690123456789217271101\u{1d}10LOT1\u{1d}21A1", "0106901234567892172711013103000100\u{1d}10LOT1[gs]21A1",
                "(01)06901234567892(10)LOT1(21)A1", "（01）06901234567892（10）LOT1（21）A1", "[01]06901234567892[10]LOT1[21]A1",
                "(01)06901234567892(17)271101(10)LOT1<GS>(21)A1", "]C1(01)06901234567892(21)A1(10)LOT1",
                "\u{feff}\u{202d}(01)06901234567892(10)LOT1(21)A1\u{202c}",
            ]),
            (("06901234567892", "", ""), &[
                "6901234567892", "06901234567892", "]E06901234567892", "]I106901234567892", "]e00106901234567892", "0106901234567892",
                "(01)06901234567892", "]E3690123456789212", " 690123456789 ",
            ]),
            // UPC-A with 12 digits or 13, EAN-8, and eight digits that look like an identifier.
            (("00614141123452", "", ""), &["614141123452", "0614141123452", "]E00614141123452", "]A0614141123452"]),
            (("00000095012346", "", ""), &["95012346", "]E495012346"]),
            (("00000001234565", "", ""), &["01234565", "]E401234565"]),
            // Brackets and slashes in values.
            (("06901234567892", "", "A(21)B"), &["(01)06901234567892(21)A(21)B", "https://q.example.com/01/06901234567892/21/A(21)B"]),
            (("06901234567892", "", "A/1"), &["(01)06901234567892(21)A/1", "https://q.example.com/01/06901234567892/21/A%2F1"]),
        ];
        for ((gtin, batch, serial), forms) in table {
            for form in *forms {
                let Some(code) = Scanned::read(form) else {
                    panic!("{form:?} is not read");
                };
                let parts = (
                    code.gtin.gtin14(),
                    code.batch_no.as_ref().map_or("", BatchNo::as_str),
                    code.serial.as_ref().map_or("", SerialNo::as_str),
                );
                assert_eq!(parts, (*gtin, *batch, *serial), "{form:?}");
                assert_eq!(Scanned::read(&code.canonical()), Some(code.clone()), "{form:?}");
            }
        }
    }

    #[test]
    fn what_is_no_code_is_words() {
        for words in [
            "",
            "细木工板",
            "A0001",
            "https://www.example.com",
            "01",
            "6901234567893",
            "]C1",
            "]",
            "(01)",
            "(01)06901234567893",
            "(99)x",
            "2026110100",
            "12345678901234567890",
            "/01/",
            "https://q.example.com/01/06901234567892/10/..",
            "0571-88888888",
        ] {
            assert_eq!(Scanned::read(words), None, "{words:?}");
        }
    }
}
