//! Checks of how a text is written. Each says at which offset it goes wrong.

/// One of the bytes, and nothing more.
pub(super) fn one_of(part: &[u8], allowed: &[u8]) -> Result<(), usize> {
    match part {
        [byte] if allowed.contains(byte) => Ok(()),
        _ => Err(0),
    }
}

/// Every byte is wanted.
pub(super) fn all(part: &[u8], wanted: impl Fn(u8) -> bool) -> Result<(), usize> {
    part.iter().position(|&byte| !wanted(byte)).map_or(Ok(()), Err)
}

/// At least one byte is wanted.
pub(super) fn any(part: &[u8], wanted: impl Fn(u8) -> bool) -> Result<(), usize> {
    if part.iter().any(|&byte| wanted(byte)) {
        Ok(())
    } else {
        Err(0)
    }
}

pub(super) fn no_leading_zero(part: &[u8]) -> Result<(), usize> {
    if part.starts_with(b"0") { Err(0) } else { Ok(()) }
}

/// A number no greater than `limit`, which has as many digits.
pub(super) fn at_most(part: &[u8], limit: &[u8]) -> Result<(), usize> {
    if part.len() == limit.len() && part <= limit {
        Ok(())
    } else {
        Err(0)
    }
}

/// Every percent sign is followed by two hex digits.
pub(super) fn percent_encoded(part: &[u8]) -> Result<(), usize> {
    let mut rest = part.iter().enumerate();
    while let Some((offset, byte)) = rest.next() {
        let mut hex = || rest.next().is_some_and(|(_, digit)| digit.is_ascii_hexdigit());
        if *byte == b'%' && !(hex() && hex()) {
            return Err(offset);
        }
    }
    Ok(())
}

/// `position/end`, both without leading zeros, the position not beyond the end.
pub(super) fn position_in_sequence(part: &[u8]) -> Result<(), usize> {
    let slash = part.iter().position(|&byte| byte == b'/').ok_or(0_usize)?;
    let (position, end) = part.split_at_checked(slash).ok_or(0_usize)?;
    let end = end.get(1..).unwrap_or_default();
    let is_count =
        |text: &[u8]| !text.is_empty() && !text.starts_with(b"0") && text.iter().all(u8::is_ascii_digit);
    if !is_count(position) {
        return Err(0);
    }
    if !is_count(end) {
        return Err(slash + 1);
    }
    // Without leading zeros the longer number is the greater one.
    if (position.len(), position) <= (end.len(), end) {
        Ok(())
    } else {
        Err(0)
    }
}
