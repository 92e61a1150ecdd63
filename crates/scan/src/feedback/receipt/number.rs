use crate::Error;
use db::Fault;
use std::fmt;

/// The letters of Crockford's base 32: none that looks like another one.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many letters a number has: 80 bits.
const LENGTH: usize = 16;

/// The number of a receipt, in groups of four as people read it out: `7K3M-9PXQ-2WDA-F4ZT`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptNumber(String);

impl ReceiptNumber {
    /// A number nobody can guess.
    ///
    /// # Errors
    /// When the system has no randomness to give.
    pub fn random() -> Result<Self, Error> {
        let mut bytes = [0; LENGTH];
        getrandom::fill(&mut bytes).map_err(|e| Fault::Away(e.to_string()))?;
        // 256 is a multiple of 32, so no letter is likelier than another.
        let letters = bytes
            .iter()
            .filter_map(|byte| LETTERS.get(usize::from(byte % 32)))
            .map(|letter| char::from(*letter));
        Ok(Self::grouped(letters))
    }

    /// Reads a number as someone typed it: blanks, hyphens and small letters do not matter, nor do O for 0, I or L for 1.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let letters: Option<Vec<char>> = text
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .map(|c| match c.to_ascii_uppercase() {
                'O' => Some('0'),
                'I' | 'L' => Some('1'),
                c => LETTERS.iter().any(|l| char::from(*l) == c).then_some(c),
            })
            .collect();
        letters
            .filter(|letters| letters.len() == LENGTH)
            .map(|letters| Self::grouped(letters.into_iter()))
    }

    /// The number as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn grouped(letters: impl Iterator<Item = char>) -> Self {
        let mut text = String::with_capacity(LENGTH + 3);
        for (i, letter) in letters.enumerate() {
            if i > 0 && i % 4 == 0 {
                text.push('-');
            }
            text.push(letter);
        }
        Self(text)
    }
}

impl fmt::Display for ReceiptNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn numbers_differ_and_read_back() {
        let made: BTreeSet<String> = (0..1000)
            .map(|_| ReceiptNumber::random().unwrap().to_string())
            .collect();
        assert_eq!(made.len(), 1000);
        for number in &made {
            assert_eq!(number.len(), 19);
            assert_eq!(ReceiptNumber::parse(number).unwrap().as_str(), number);
        }
        let letters: BTreeSet<char> = made.iter().flat_map(|n| n.chars()).collect();
        assert_eq!(letters.len(), 33, "every letter is used, and the hyphen");
    }

    #[test]
    fn what_people_mistake_is_mended() {
        let read = |text: &str| ReceiptNumber::parse(text).map(|n| n.to_string());
        let right = Some("7K3M-9PXQ-2WDA-1010".to_owned());
        assert_eq!(read("7k3m 9pxq 2wda lOiO"), right);
        assert_eq!(read("7K3M9PXQ2WDA1010"), right);
        for wrong in [
            "",
            "7K3M",
            "7K3M-9PXQ-2WDA-101U",
            "7K3M-9PXQ-2WDA-10100",
            "../../../etc/pass",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
