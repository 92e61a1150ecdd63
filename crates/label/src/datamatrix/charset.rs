//! The character sets of C40 and Text.

/// What is encoded: a byte, or the function character that GS1 uses to begin and to separate.
pub(super) const FNC1: u16 = 256;

/// The up to four values of a character.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Values {
    values: [u8; 4],
    count: usize,
}

impl Values {
    const fn new(values: [u8; 4], count: usize) -> Self {
        Self { values, count }
    }

    /// How many there are.
    pub(super) const fn count(self) -> usize {
        self.count
    }

    /// The values.
    pub(super) fn iter(self) -> impl Iterator<Item = u8> {
        self.values.into_iter().take(self.count)
    }
}

/// C40, for upper-case letters, or Text, for lower-case ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Set {
    C40,
    Text,
}

impl Set {
    /// The values of a character.
    pub(super) fn values(self, character: u16) -> Values {
        if character == FNC1 {
            return Values::new([1, 27, 0, 0], 2);
        }
        let byte = character as u8;
        if byte < 128 {
            return self.ascii(byte);
        }
        // Shift 2, upper shift, and the character 128 below.
        let lower = self.ascii(byte - 128);
        let [first, second, ..] = lower.values;
        Values::new([1, 30, first, second], lower.count + 2)
    }

    fn ascii(self, byte: u8) -> Values {
        let swapped = match self {
            Self::C40 => byte,
            // Text is C40 with the letters' cases, and the characters around them, the other way round.
            Self::Text => match byte {
                b'a'..=b'z' => byte - 32,
                b'A'..=b'Z' => byte + 32,
                _ => byte,
            },
        };
        match swapped {
            b' ' => Values::new([3, 0, 0, 0], 1),
            b'0'..=b'9' => Values::new([swapped - b'0' + 4, 0, 0, 0], 1),
            b'A'..=b'Z' => Values::new([swapped - b'A' + 14, 0, 0, 0], 1),
            0..=31 => Values::new([0, swapped, 0, 0], 2),
            33..=47 => Values::new([1, swapped - 33, 0, 0], 2),
            58..=64 => Values::new([1, swapped - 58 + 15, 0, 0], 2),
            91..=95 => Values::new([1, swapped - 91 + 22, 0, 0], 2),
            _ => Values::new([2, swapped.saturating_sub(96), 0, 0], 2),
        }
    }
}
