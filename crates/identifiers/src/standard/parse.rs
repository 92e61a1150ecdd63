use super::kind::Kind;
use crate::{
    half_width,
    scan::{Scan, plain_dashes},
};

/// The usual spelling and the kind of a standard number, or `None` if it is none.
pub(super) fn read(text: &str) -> Option<(String, Kind)> {
    let text = plain_dashes(&half_width::tidy(text)).to_ascii_uppercase();
    let mut scan = Scan::new(&text);
    let (prefix, kind) = prefix(&mut scan)?;
    spaces(&mut scan);
    let number = number(&mut scan, kind)?;
    let year = year(&mut scan)?;
    let amendment = amendment(&mut scan)?;
    scan.is_at_end()
        .then(|| (format!("{prefix} {number}-{year}{amendment}"), kind))
}

fn prefix(scan: &mut Scan<'_>) -> Option<(String, Kind)> {
    let letters = scan.run(1, 3, |c| c.is_ascii_uppercase())?;
    match letters {
        "T" | "Q" => {
            scan.literal("/")?;
            let issuer = if letters == "T" {
                scan.run(2, 10, |c| c.is_ascii_uppercase())?
            } else {
                scan.run(2, 12, |c| c.is_ascii_alphanumeric())?
            };
            let kind = if letters == "T" {
                Kind::Group
            } else {
                Kind::Enterprise
            };
            Some((format!("{letters}/{issuer}"), kind))
        }
        "DB" => {
            let region = scan
                .run(2, 4, |c| c.is_ascii_digit())
                .filter(|digits| digits.len() != 3)?;
            Some((format!("DB{region}{}", suffix(scan)), Kind::Local))
        }
        "GB" => match suffix(scan) {
            "" => Some(("GB".to_owned(), Kind::MandatoryNational)),
            "/T" => Some(("GB/T".to_owned(), Kind::RecommendedNational)),
            _ => Some(("GB/Z".to_owned(), Kind::NationalGuidance)),
        },
        // What people write for GB/T; no industry has this code.
        "GBT" | "GBZ" | "G" | "D" => None,
        industry if industry.len() > 1 => Some((format!("{industry}{}", suffix(scan)), Kind::Industry)),
        _ => None,
    }
}

/// `/T` for recommended, `/Z` for guidance, nothing for mandatory.
fn suffix(scan: &mut Scan<'_>) -> &'static str {
    match (scan.literal("/T"), scan.literal("/Z")) {
        (Some(()), _) => "/T",
        (_, Some(())) => "/Z",
        _ => "",
    }
}

/// The running number with its part; enterprises may put a code of their own before it.
fn number(scan: &mut Scan<'_>, kind: Kind) -> Option<String> {
    let mut own = String::new();
    if kind == Kind::Enterprise
        && let Some(code) = scan.run(1, 10, |c| c.is_ascii_uppercase())
    {
        own = format!("{code} ");
        spaces(scan);
    }
    let digits = scan.run(1, 6, |c| c.is_ascii_digit())?;
    let part = match scan.literal(".") {
        Some(()) => format!(".{}", scan.run(1, 3, |c| c.is_ascii_digit())?),
        None => String::new(),
    };
    Some(format!("{own}{digits}{part}"))
}

fn year<'a>(scan: &mut Scan<'a>) -> Option<&'a str> {
    spaces(scan);
    scan.literal("-")?;
    spaces(scan);
    scan.digits(4).filter(|year| ("1950"..="2099").contains(year))
}

fn amendment(scan: &mut Scan<'_>) -> Option<String> {
    if scan.literal("/XG").is_none() {
        return Some(String::new());
    }
    let number = scan.run(1, 2, |c| c.is_ascii_digit())?;
    Some(format!("/XG{number}-{}", year(scan)?))
}

fn spaces(scan: &mut Scan<'_>) {
    scan.run(1, usize::MAX, char::is_whitespace);
}
