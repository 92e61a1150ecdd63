//! The tokens of DEFLATE (RFC 1951) and their symbols.

/// From how many equal bytes on a match is shorter than the bytes.
pub(super) const WORTH_A_MATCH: usize = 6;

/// A literal or a match of a DEFLATE stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    /// A byte.
    Literal(u8),
    /// As many bytes (3 to 258) as stand so far back (1 to 32,768).
    Match { length: usize, distance: usize },
    /// The end of the block.
    End,
}

/// A symbol of an alphabet, and bits that follow its code as they are.
pub(super) type Symbol = (usize, u64, u32);

impl Token {
    /// The symbol for the literal and length alphabet and, for a match, the one for the distance alphabet.
    pub(super) fn symbols(self) -> (Symbol, Option<Symbol>) {
        match self {
            Self::Literal(byte) => ((usize::from(byte), 0, 0), None),
            Self::End => ((256, 0, 0), None),
            Self::Match { length, distance } => (length_symbol(length), Some(distance_symbol(distance))),
        }
    }
}

fn length_symbol(length: usize) -> Symbol {
    let value = length.saturating_sub(3);
    match value {
        255.. => (285, 0, 0),
        ..8 => (257 + value, 0, 0),
        _ => {
            let extra = value.ilog2() - 2;
            (
                261 + 4 * extra as usize + (value >> extra & 3),
                low_bits(value, extra),
                extra,
            )
        }
    }
}

fn distance_symbol(distance: usize) -> Symbol {
    let value = distance.saturating_sub(1);
    if value < 4 {
        return (value, 0, 0);
    }
    let extra = value.ilog2() - 1;
    (
        2 + 2 * extra as usize + (value >> extra & 1),
        low_bits(value, extra),
        extra,
    )
}

fn low_bits(value: usize, count: u32) -> u64 {
    value as u64 & ((1 << count) - 1)
}

/// Matches for so many bytes, either none or three and more.
pub(super) fn matches(mut length: usize, distance: usize) -> impl Iterator<Item = Token> {
    std::iter::from_fn(move || {
        // What is left has to be enough for another match.
        let next = if matches!(length, 259 | 260) {
            length - 3
        } else {
            length.min(258)
        };
        if next == 0 {
            return None;
        }
        length -= next;
        Some(Token::Match {
            length: next,
            distance,
        })
    })
}
