use std::{ops::RangeInclusive, str::FromStr};

/// Where a long run begins and how long it is (scripts/soak). Without them every run is the same short one.
const SEED: &str = "PINMA_TEST_SEED";
const STEPS: &str = "PINMA_TEST_STEPS";

/// Reads a number; whatever is there and is none is a mistake of the caller.
fn setting<T: FromStr>(name: &str) -> Option<T> {
    let text = std::env::var_os(name)?;
    let number = text.to_str().and_then(|t| t.parse().ok());
    Some(number.unwrap_or_else(|| panic!("{name} is no number: {}", text.display())))
}

/// How many steps a walk takes before the next one begins; a longer one would come to a world where all is done.
pub const STEPS_OF_A_WALK: usize = 300;

/// The seeds of the walks of a test: these as a check of every change, or as many as the long run has steps.
pub fn walks(usual: RangeInclusive<u64>) -> impl Iterator<Item = u64> {
    let count = setting(STEPS).map(|steps: usize| steps.div_ceil(STEPS_OF_A_WALK) as u64);
    let count = count.unwrap_or_else(|| usual.end() - usual.start() + 1);
    // Tests that begin with different seeds go on to different ones.
    let first = usual
        .start()
        .wrapping_add(setting::<u64>(SEED).unwrap_or(0).wrapping_mul(1_000_003));
    (0..count).map(move |n| first.wrapping_add(n))
}

/// How often a test repeats what takes as long as `steps` steps of a walk.
#[must_use]
pub fn rounds(usual: u64, steps: u64) -> u64 {
    setting(STEPS).map_or(usual, |all: u64| all.div_ceil(steps))
}

/// Numbers that are the same whenever the seed is.
pub struct Dice(u64);

impl Dice {
    /// Begins with a seed; neighbours among them have nothing in common.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).max(1))
    }

    /// A number below `sides`.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).unwrap()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_seeds_roll_equal_numbers_and_others_do_not() {
        let rolls = |seed| {
            let mut dice = Dice::new(seed);
            (0..20).map(|_| dice.roll(100)).collect::<Vec<_>>()
        };
        assert_eq!(rolls(7), rolls(7));
        assert_ne!(rolls(7), rolls(8));
        assert!(rolls(0).iter().any(|n| *n != 0), "no seed is stuck");
    }
}
