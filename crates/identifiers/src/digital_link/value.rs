use super::{Ai, Charset, Error, Fault, dictionary, dictionary::Entry};

/// Checks a value by what the dictionary says of its application identifier.
///
/// ```
/// use identifiers::digital_link::{Ai, check_value};
///
/// assert!(check_value(Ai::EXPIRY, "271231").is_ok());
/// assert!(check_value(Ai::BATCH, "批次1").is_err());
/// ```
///
/// # Errors
/// Says what is wrong with the value and where.
pub fn check_value(ai: Ai, value: &str) -> Result<(), Error> {
    let entry = dictionary::entry(ai).ok_or_else(|| Error::UnknownAi {
        found: ai.to_string(),
    })?;
    check(ai, entry, value.as_bytes()).map_err(|fault| Error::Value { ai, fault })
}

/// Checks length, characters and content, in this order, so that the first thing said is the most basic one.
pub(super) fn check(ai: Ai, entry: &Entry, value: &[u8]) -> Result<(), Fault> {
    if value.is_empty() {
        return Err(Fault::Empty);
    }
    let mut rest = value;
    let mut start = 0;
    for component in entry.components {
        if rest.is_empty() && component.optional {
            break;
        }
        let (part, after) = rest.split_at_checked(component.max).unwrap_or((rest, &[]));
        if let Some(offset) = component.charset.first_outside(part) {
            return Err(wrong_character(value, start + offset, component.charset));
        }
        if part.len() < component.min {
            return Err(wrong_length(ai, entry, value));
        }
        if component.charset == Charset::Cset64 {
            check_padding(part)?;
        }
        for linter in component.linters {
            // A value that is too long has no business being judged by its content.
            if value.len() <= entry.max {
                linter.check(part, start)?;
            }
        }
        start += part.len();
        rest = after;
    }
    if rest.is_empty() {
        Ok(())
    } else {
        Err(wrong_length(ai, entry, value))
    }
}

fn wrong_length(ai: Ai, entry: &Entry, value: &[u8]) -> Fault {
    let found = String::from_utf8_lossy(value).chars().count();
    if ai == Ai::GTIN && matches!(found, 8 | 12 | 13) {
        return Fault::ShortGtin { found };
    }
    Fault::Length {
        min: entry.min,
        max: entry.max,
        found,
    }
}

fn wrong_character(value: &[u8], offset: usize, allowed: Charset) -> Fault {
    let at = value.get(offset..).unwrap_or_default();
    // All before it are ASCII, so its number in bytes is its number in characters.
    let found = String::from_utf8_lossy(at)
        .chars()
        .next()
        .unwrap_or(char::REPLACEMENT_CHARACTER);
    Fault::Character {
        position: offset + 1,
        found,
        allowed,
    }
}

/// At most two `=`, at the end only, and with them a length that three divides, as the reference linter has it.
fn check_padding(part: &[u8]) -> Result<(), Fault> {
    let total = part.iter().filter(|&&byte| byte == b'=').count();
    let at_end = part.iter().rev().take_while(|&&byte| byte == b'=').count();
    if total == 0 || (total == at_end && total <= 2 && part.len().is_multiple_of(3)) {
        return Ok(());
    }
    let first = part.iter().position(|&byte| byte == b'=').unwrap_or(0);
    Err(Fault::Character {
        position: first + 1,
        found: '=',
        allowed: Charset::Cset64,
    })
}
