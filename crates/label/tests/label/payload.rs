//! Texts of all kinds to encode, the same ones in every run.

/// A generator of numbers without any pattern (SplitMix64).
pub struct Random(pub u64);

impl Random {
    /// A number below the limit.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % limit.max(1) as u64) as usize
    }

    /// One of these.
    pub fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        match choices.get(self.below(choices.len())) {
            Some(choice) => *choice,
            None => unreachable!("there is nothing to choose from"),
        }
    }

    /// Characters of a set.
    fn text(&mut self, set: &str, length: usize) -> String {
        let set: Vec<char> = set.chars().collect();
        (0..length).map(|_| self.pick(&set)).collect()
    }

    /// A text that needs about as many codewords, of any kind.
    pub fn payload(&mut self, codewords: usize) -> String {
        const DIGITS: &str = "0123456789";
        const ALPHANUMERIC: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
        const ASCII: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~!?&=%#@ ";
        const CHINESE: &str = "品码一物追溯二维生产批次防伪查询é€😀";
        let length = self.below(codewords) + 1;
        match self.below(6) {
            0 => self.text(DIGITS, length * 12 / 5),
            1 => self.text(ALPHANUMERIC, length * 16 / 11),
            2 => self.text(ASCII, length),
            3 => self.text(CHINESE, length.div_ceil(3)),
            4 => {
                let path = self.text(ALPHANUMERIC, length * 8 / 11);
                let serial = self.text(DIGITS, length / 2);
                format!("https://example.cn/01/06912345678904{path}/21/{serial}")
            }
            _ => {
                let mut text = String::new();
                while text.len() < length {
                    let part = self.below(25);
                    let set = self.pick(&[DIGITS, ALPHANUMERIC, ASCII]);
                    text += &self.text(set, part);
                }
                text
            }
        }
    }
}
