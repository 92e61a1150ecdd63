//! Turns the GS1 Syntax Dictionary into the static table that `src/digital_link/dictionary.rs` includes.
//!
//! A line that does not follow the format described at the head of the dictionary stops the build, and so does a
//! linter the crate has no variant for: nothing in the data is passed over silently.

use std::{env, error::Error, fmt::Write, fs, path::Path};

const DICTIONARY: &str = "data/gs1-syntax-dictionary.txt";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={DICTIONARY}");
    let text = fs::read_to_string(DICTIONARY)?;
    let mut table = String::from("&[\n");
    let mut last = String::new();
    let mut families = [(0, 0); 100];
    let lines = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    for (index, line) in lines.enumerate() {
        let (ais, entry) = entry(line).ok_or_else(|| format!("not a dictionary entry: {line}"))?;
        let (first, new_last) = ais.split_once('-').unwrap_or((&ais, &ais));
        if first <= last.as_str() {
            return Err(format!("entries out of order: {ais} after {last}").into());
        }
        let pair = |ai: &str| ai.get(..2).unwrap_or_default().parse::<usize>();
        for family in families
            .iter_mut()
            .skip(pair(first)?)
            .take(pair(new_last)? + 1 - pair(first)?)
        {
            *family = (if family.1 == 0 { index } else { family.0 }, index + 1);
        }
        last = new_last.to_owned();
        table.push_str(&entry);
    }
    table.push_str("]\n");
    let out = env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?;
    fs::write(Path::new(&out).join("dictionary.rs"), table)?;
    fs::write(Path::new(&out).join("families.rs"), format!("{families:?}"))?;
    Ok(())
}

/// The AIs of a line, and the line as a Rust expression.
fn entry(line: &str) -> Option<(String, String)> {
    // Two coupon entries have no title.
    let (data, title) = line.split_once('#').unwrap_or((line, ""));
    let mut words = data.split_ascii_whitespace().peekable();
    let ais = words.next()?;
    let (first, last) = ais.split_once('-').unwrap_or((ais, ais));
    let flags = words
        .next_if(|word| !word.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '['))
        .unwrap_or("");
    let mut components = String::new();
    let (mut min, mut max) = (0, 0);
    let (mut requires, mut excludes, mut key) = (String::new(), String::new(), "None".to_owned());
    for word in words {
        if word.starts_with(|c: char| c.is_ascii_uppercase() || c == '[') {
            let (text, shortest, longest) = component(word)?;
            components += &text;
            min += shortest;
            max += longest;
        } else if let Some(groups) = word.strip_prefix("req=") {
            write!(
                requires,
                "Requirement {{ text: {groups:?}, any_of: &[{}] }},",
                list(groups, ',', |group| {
                    format!("&[{}]", list(group, '+', pattern))
                })
            )
            .ok()?;
        } else if let Some(patterns) = word.strip_prefix("ex=") {
            excludes += &list(patterns, ',', pattern);
        } else if word == "dlpkey" {
            key = "Some(&[])".to_owned();
        } else {
            let orders = word.strip_prefix("dlpkey=")?;
            key = format!(
                "Some(&[{}])",
                list(orders, '|', |order| format!("&[{}]", list(order, ',', ai)))
            );
        }
    }
    let entry = format!(
        "Entry {{ first: {}, last: {}, digits: {}, attribute: {}, components: &[{components}], min: {min}, max: {max}, \
         requires: &[{requires}], excludes: &[{excludes}], key: {key}, title: {:?} }},\n",
        ai(first),
        ai(last),
        first.len(),
        flags.contains('?'),
        title.trim(),
    );
    Some((ais.to_owned(), entry))
}

/// A component such as `N13,csum` or `[X..17]` as a Rust expression, with its shortest and longest length.
fn component(word: &str) -> Option<(String, usize, usize)> {
    let mut parts = word.split(',');
    let format = parts.next()?;
    let optional = format.starts_with('[');
    let format = format.trim_matches(['[', ']']);
    let (charset, length) = format.split_at_checked(1)?;
    let charset = match charset {
        "N" => "Digits",
        "X" => "Cset82",
        "Y" => "Cset39",
        "Z" => "Cset64",
        _ => return None,
    };
    let (min, max): (usize, usize) = match length.strip_prefix("..") {
        Some(max) => (1, max.parse().ok()?),
        None => (length.parse().ok()?, length.parse().ok()?),
    };
    let mut linters = String::new();
    for name in parts {
        let (initial, rest) = name.split_at_checked(1)?;
        write!(linters, "Linter::{}{rest},", initial.to_uppercase()).ok()?;
    }
    let text = format!(
        "Component {{ charset: Charset::{charset}, min: {min}, max: {max}, optional: {optional}, linters: &[{linters}] }},"
    );
    Some((text, if optional { 0 } else { min }, max))
}

fn list(text: &str, separator: char, item: impl Fn(&str) -> String) -> String {
    text.split(separator).map(|part| item(part) + ",").collect()
}

fn ai(digits: &str) -> String {
    format!("Ai::new(b{digits:?})")
}

fn pattern(text: &str) -> String {
    format!("Pattern::new(b{text:?})")
}
