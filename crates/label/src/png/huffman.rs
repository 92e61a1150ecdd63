//! Huffman codes for DEFLATE: short codes for frequent symbols.

/// One code: its bits, in the order they are written, and how many; none for a symbol that does not occur.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Code {
    pub(crate) bits: u64,
    pub(crate) width: u32,
}

/// The codes of an alphabet whose symbols occur as often as given; none is longer than `limit` bits.
pub(crate) fn codes(frequencies: &[u64], limit: u32) -> Vec<Code> {
    let mut frequencies = frequencies.to_vec();
    let mut widths = unlimited_widths(&frequencies);
    while widths.iter().any(|&width| width > limit) {
        // The flatter the frequencies, the flatter the tree; all equal give at most nine bits.
        frequencies
            .iter_mut()
            .filter(|often| **often > 1)
            .for_each(|often| *often = *often / 2 + 1);
        widths = unlimited_widths(&frequencies);
    }
    canonical(&widths)
}

/// Huffman's construction: the two rarest trees are made one until there is only one.
fn unlimited_widths(frequencies: &[u64]) -> Vec<u32> {
    let mut widths = vec![0; frequencies.len()];
    let mut deepen = |symbols: &[usize]| {
        for &symbol in symbols {
            if let Some(width) = widths.get_mut(symbol) {
                *width += 1;
            }
        }
    };
    let occurring = frequencies.iter().enumerate().filter(|(_, often)| **often > 0);
    let mut trees: Vec<(u64, Vec<usize>)> = occurring.map(|(symbol, &often)| (often, vec![symbol])).collect();
    if let [(_, only)] = &*trees {
        deepen(only);
    }
    while trees.len() > 1 {
        trees.sort_by_key(|&(often, _)| std::cmp::Reverse(often));
        if let (Some(first), Some(second)) = (trees.pop(), trees.pop()) {
            let symbols = [first.1, second.1].concat();
            deepen(&symbols);
            trees.push((first.0 + second.0, symbols));
        }
    }
    widths
}

/// The codes RFC 1951 section 3.2.2 gives symbols of these widths.
fn canonical(widths: &[u32]) -> Vec<Code> {
    let mut codes = vec![Code::default(); widths.len()];
    let mut next = 0_u64;
    for width in 1..=15 {
        next <<= 1;
        for (code, _) in codes.iter_mut().zip(widths).filter(|(_, of)| **of == width) {
            *code = Code {
                bits: next.reverse_bits() >> (64 - width),
                width,
            };
            next += 1;
        }
    }
    codes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_the_standard() {
        // The example of RFC 1951 section 3.2.2.
        let codes = canonical(&[3, 3, 3, 3, 3, 2, 4, 4]);
        let written: Vec<String> = codes
            .iter()
            .map(|code| format!("{:01$b}", code.bits, code.width as usize))
            .collect();
        let reversed: Vec<String> = written.iter().map(|bits| bits.chars().rev().collect()).collect();
        assert_eq!(
            reversed,
            ["010", "011", "100", "101", "110", "00", "1110", "1111"]
        );
    }

    proptest::proptest! {
        #[test]
        fn codes_fill_the_tree_within_the_limit(
            frequencies in proptest::collection::vec(0_u64..1 << 40, 2..286),
            doubling in proptest::bool::ANY,
        ) {
            let frequencies: Vec<u64> = if doubling {
                (0..frequencies.len()).map(|i| 1 << i.min(50)).collect()
            } else {
                frequencies
            };
            let limit = if frequencies.len() <= 19 { 7 } else { 15 };
            let codes = codes(&frequencies, limit);
            proptest::prop_assert!(codes.iter().all(|code| code.width <= limit));
            proptest::prop_assert!(frequencies.iter().zip(&codes).all(|(often, code)| (*often > 0) == (code.width > 0)));
            let used = frequencies.iter().filter(|often| **often > 0).count();
            let leaves: u64 = codes.iter().filter(|code| code.width > 0).map(|code| 1 << (15 - code.width)).sum();
            proptest::prop_assert!(used < 2 || leaves == 1 << 15);
        }
    }
}
