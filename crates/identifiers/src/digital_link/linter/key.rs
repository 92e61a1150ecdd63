//! Checks of the numbers GS1 keys are made of.

use super::super::fault::Fault;
use crate::{charset::is_cset82, check_digit::gs1_bytes};

/// The GS1 check digit at the end; and not zeros only, which would identify nothing.
pub(super) fn check_digit(part: &[u8], start: usize) -> Result<(), Fault> {
    if part.iter().all(|&byte| byte == b'0') {
        return Err(Fault::AllZero);
    }
    match part.split_last() {
        Some((&found, body)) => match gs1_bytes(body) {
            Some(expected) if expected != found => Err(Fault::CheckDigit {
                position: start + part.len(),
                expected: char::from(expected),
                found: char::from(found),
            }),
            _ => Ok(()),
        },
        None => Ok(()),
    }
}

/// The characters of check pairs, by value (General Specifications, section 7.9.5).
const CSET32: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/// The pair of check characters at the end of a global model number (General Specifications, section 7.9.5).
///
/// From the right, the values of the characters before are weighed with 2, 3, 5, 7, … and summed modulo 1021.
pub(super) fn check_pair(part: &[u8], start: usize) -> Result<(), Fault> {
    let position = start + part.len().saturating_sub(1).max(1);
    let wrong = |expected: &str| Fault::CheckPair {
        position,
        expected: expected.to_owned(),
    };
    let Some((body, pair)) = part.split_last_chunk::<2>() else {
        return Err(wrong("??"));
    };
    let weighed = body
        .iter()
        .rev()
        .zip(primes())
        .map(|(&byte, prime)| cset82_value(byte) * prime);
    let sum = weighed.sum::<usize>() % 1021;
    let character = |value: usize| CSET32.get(value % 32).copied().unwrap_or(b'2');
    let expected = [character(sum / 32), character(sum)];
    if *pair == expected {
        Ok(())
    } else {
        Err(wrong(str::from_utf8(&expected).unwrap_or_default()))
    }
}

/// The place of a character within CSET 82.
fn cset82_value(byte: u8) -> usize {
    (0..byte).filter(|&before| is_cset82(before)).count()
}

fn primes() -> impl Iterator<Item = usize> {
    (2_usize..).filter(|n| (2..*n).take_while(|d| d * d <= *n).all(|d| !n.is_multiple_of(d)))
}

/// A company prefix from `offset`: at least four digits. Whether GS1 has given it out is beyond this crate.
pub(super) fn company_prefix(part: &[u8], offset: usize) -> Result<(), usize> {
    match part.get(offset..offset + 4) {
        Some(prefix) => prefix
            .iter()
            .position(|byte| !byte.is_ascii_digit())
            .map_or(Ok(()), |at| Err(offset + at)),
        None => Err(0),
    }
}

/// A piece number and a total of equal width, neither zero, the piece not beyond the total.
pub(super) fn piece_of_total(part: &[u8]) -> Result<(), usize> {
    let middle = part.len() / 2;
    let (piece, total) = part.split_at_checked(middle).ok_or(0_usize)?;
    let is_zero = |text: &[u8]| text.iter().all(|&byte| byte == b'0');
    if piece.len() != total.len() || is_zero(piece) {
        Err(0)
    } else if is_zero(total) {
        Err(middle)
    } else if piece > total {
        Err(0)
    } else {
        Ok(())
    }
}
