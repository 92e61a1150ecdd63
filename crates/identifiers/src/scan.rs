/// Reads a text from left to right, piece by piece; what the shapes of this crate are matched with.
#[derive(Clone, Copy)]
pub(crate) struct Scan<'a>(&'a str);

impl<'a> Scan<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self(text)
    }

    /// What has not been read yet.
    pub(crate) fn rest(self) -> &'a str {
        self.0
    }

    pub(crate) fn is_at_end(self) -> bool {
        self.0.is_empty()
    }

    /// Reads exactly this text, if it comes next.
    pub(crate) fn literal(&mut self, text: &str) -> Option<()> {
        self.0 = self.0.strip_prefix(text)?;
        Some(())
    }

    /// Reads one character, if it comes next and is wanted.
    pub(crate) fn char(&mut self, wanted: impl Fn(char) -> bool) -> Option<char> {
        let mut chars = self.0.chars();
        let next = chars.next().filter(|&c| wanted(c))?;
        self.0 = chars.as_str();
        Some(next)
    }

    /// Reads all wanted characters that come next, if there are at least `min` and at most `max`.
    pub(crate) fn run(&mut self, min: usize, max: usize, wanted: impl Fn(char) -> bool) -> Option<&'a str> {
        let length = self.0.find(|c| !wanted(c)).unwrap_or(self.0.len());
        let (run, rest) = self.0.split_at_checked(length)?;
        if !(min..=max).contains(&run.chars().count()) {
            return None;
        }
        self.0 = rest;
        Some(run)
    }

    /// Reads exactly `count` digits, whatever follows.
    pub(crate) fn digits(&mut self, count: usize) -> Option<&'a str> {
        let (digits, rest) = self.0.split_at_checked(count)?;
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        self.0 = rest;
        Some(digits)
    }
}

/// The short names of provinces as they stand at the head of licence numbers.
pub(crate) fn is_province(c: char) -> bool {
    "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新".contains(c)
}

/// The text with every kind of dash that word processors put in written as a hyphen.
pub(crate) fn plain_dashes(text: &str) -> String {
    text.chars()
        .map(|c| {
            if matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}') {
                '-'
            } else {
                c
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_or_leaves_alone() {
        let mut scan = Scan::new("GB12-品");
        assert_eq!(scan.literal("QB"), None);
        assert_eq!(scan.run(1, 1, |c| c.is_ascii_uppercase()), None);
        assert_eq!(scan.run(1, 3, |c| c.is_ascii_uppercase()), Some("GB"));
        assert_eq!(scan.digits(3), None);
        assert_eq!(scan.digits(2), Some("12"));
        assert_eq!(scan.char(|c| c == '-'), Some('-'));
        // Three bytes, one character: a count that ends inside it finds nothing.
        assert_eq!(scan.digits(1), None);
        assert_eq!(scan.rest(), "品");
        assert!(!scan.is_at_end());
    }
}
