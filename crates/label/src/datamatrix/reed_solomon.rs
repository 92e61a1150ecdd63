//! Error correction over GF(256) with the polynomial x⁸ + x⁵ + x³ + x² + 1.

const POLYNOMIAL: u16 = 0x12D;

/// Computes so many codewords of error correction for a block.
#[derive(Debug, Default)]
pub(super) struct Corrector {
    /// The generator without its first coefficient, highest first.
    generator: Vec<u8>,
    /// What each leading byte subtracts from the remainder: 256 rows as long as the generator.
    multiples: Vec<u8>,
}

impl Corrector {
    /// For so many codewords.
    pub(super) fn new(count: usize) -> Self {
        let mut generator = vec![1_u8];
        let mut root = 1;
        for _ in 0..count {
            root = multiply(root, 2);
            let mut next = generator.clone();
            next.push(0);
            for (coefficient, above) in next.iter_mut().skip(1).zip(&generator) {
                *coefficient ^= multiply(*above, root);
            }
            generator = next;
        }
        generator.remove(0);
        let multiples = (0..=255)
            .flat_map(|byte| generator.iter().map(move |g| multiply(*g, byte)))
            .collect();
        Self { generator, multiples }
    }

    /// How many codewords it computes.
    pub(super) fn count(&self) -> usize {
        self.generator.len()
    }

    /// Puts the codewords of a block into the remainder.
    pub(super) fn correct(&self, block: impl Iterator<Item = u8>, remainder: &mut Vec<u8>) {
        let count = self.count();
        remainder.clear();
        remainder.resize(count, 0);
        for byte in block {
            let lead = byte ^ remainder.first().copied().unwrap_or_default();
            remainder.rotate_left(1);
            if let Some(last) = remainder.last_mut() {
                *last = 0;
            }
            let row = usize::from(lead) * count;
            for (byte, multiple) in remainder.iter_mut().zip(self.multiples.iter().skip(row)) {
                *byte ^= multiple;
            }
        }
    }
}

const fn multiply(mut a: u8, mut b: u8) -> u8 {
    let mut product = 0;
    while b > 0 {
        if b & 1 == 1 {
            product ^= a;
        }
        let doubled = (a as u16) << 1;
        a = (if doubled > 255 {
            doubled ^ POLYNOMIAL
        } else {
            doubled
        }) as u8;
        b >>= 1;
    }
    product
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of ISO/IEC 16022, annex O: "123456".
    #[test]
    fn the_example_of_the_standard() {
        let mut correction = vec![];
        Corrector::new(5).correct([142, 164, 186].into_iter(), &mut correction);
        assert_eq!(correction, [114, 25, 5, 88, 102]);
    }
}
