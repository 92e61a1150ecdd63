//! Serials that nobody can guess.

use super::{Error, allocation::Series};
use crate::unit;
use db::TenantConn;
use identifiers::serial::Span;
use product::ProductId;
use std::collections::BTreeSet;

/// Digits of a random number: some 53 bits. Whoever tries a million serials of a product with ten million units finds one with a
/// probability of one in a thousand.
const DIGITS: usize = 16;

/// Digits it has at least, behind a long prefix: some 40 bits.
const FEWEST: usize = 12;

/// Numbers that are drawn again when they were drawn or issued before.
const ROUNDS: usize = 20;

/// Draws so many serials that were never issued, in their order; uniformly, from the random numbers of the system.
pub(super) fn draw(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    prefix: &str,
    count: usize,
) -> Result<Vec<Span>, Error> {
    let series = Series::of(product, prefix)?;
    let digits = series.room().min(DIGITS);
    if digits < FEWEST {
        return Err(Error::PrefixTooLong);
    }
    let (mut seen, mut spans) = (BTreeSet::new(), vec![]);
    for _ in 0..ROUNDS {
        for number in numbers(digits, count - spans.len())? {
            if seen.insert(number) {
                let span = Span::counted(series.prefix(), &format!("{number:0digits$}"), 1)?;
                if unit::taken(c, product, &span)?.is_empty() {
                    spans.push(span);
                }
            }
        }
        if spans.len() == count {
            spans.sort_by_key(|span| span.first);
            return Ok(spans);
        }
    }
    Err(Error::SerialsUsedUp {
        prefix: prefix.to_owned(),
    })
}

/// Numbers of at most so many digits, each as likely as any other: what would make the low ones likelier is thrown away.
fn numbers(digits: usize, count: usize) -> Result<Vec<u64>, Error> {
    let top = u32::try_from(digits).map_or(u64::MAX, |n| 10_u64.saturating_pow(n));
    let fair = u64::MAX - u64::MAX % top;
    let mut bytes = vec![0_u8; count * 8];
    getrandom::fill(&mut bytes).map_err(|_none| Error::NoRandomness)?;
    let drawn = bytes
        .chunks_exact(8)
        .map(|b| b.iter().fold(0, |n, b| n << 8 | u64::from(*b)));
    Ok(drawn.filter(|n| *n < fair).map(|n| n % top).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_spread_and_do_not_repeat() {
        let drawn = numbers(16, 20_000).unwrap();
        assert!(drawn.len() > 19_000 && drawn.iter().all(|n| *n < 10_u64.pow(16)));
        let different: BTreeSet<_> = drawn.iter().collect();
        assert_eq!(different.len(), drawn.len());
        for digit in 0..10 {
            let share =
                drawn.iter().filter(|n| **n / 10_u64.pow(15) == digit).count() as f64 / drawn.len() as f64;
            assert!((0.08..0.12).contains(&share), "{digit}: {share}");
        }
        assert_ne!(numbers(16, 100).unwrap(), numbers(16, 100).unwrap());
    }
}
