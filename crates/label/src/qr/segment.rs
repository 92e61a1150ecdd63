//! Splitting a text into the segments that take the fewest bits.
//!
//! A digit costs 3⅓ bits in a numeric segment, an upper-case letter 5½ in an alphanumeric one, anything 8 in a
//! byte segment, and every segment has a header. The cheapest split is a shortest path over the runs of equal
//! character class: because a character at the edge of a run always costs less in the narrower mode, cutting
//! inside a run never pays.

use super::mode::{Band, Mode, NARROWEST};

/// A stretch of the text in one mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment<'a> {
    /// How it is written.
    pub mode: Mode,
    /// What is written.
    pub text: &'a str,
}

/// The segments a symbol of this version writes the text in, so that the choice can be checked from outside.
pub fn segments(text: &str, version: u8) -> Vec<Segment<'_>> {
    let mut splitter = Splitter::default();
    splitter.split(text, Band::of(version));
    splitter.segments(text).collect()
}

/// A run of characters with the same narrowest mode, and the cheapest way found to reach each mode on it.
#[derive(Clone, Copy, Debug)]
struct Run {
    length: usize,
    /// For each mode this run may be written in, the mode of the run before it.
    before: [Mode; 3],
}

/// Finds the cheapest split; kept between texts so that its lists are allocated once.
#[derive(Debug, Default)]
pub(super) struct Splitter {
    runs: Vec<Run>,
    spans: Vec<(Mode, usize)>,
}

impl Splitter {
    /// Splits the text and returns the bits it takes.
    pub(super) fn split(&mut self, text: &str, band: Band) -> usize {
        self.runs.clear();
        self.spans.clear();
        if !text.is_ascii() {
            // Readers guess the character set of each byte segment by itself: the more of the text it holds,
            // the surer the guess.
            self.spans.push((Mode::Byte, text.len()));
            return 4 + Mode::Byte.count_bits(band) as usize + text.len() * 8;
        }
        let (mode, sixths) = self.cheapest_path(text, band);
        self.trace(mode);
        sixths.div_ceil(6)
    }

    /// The segments of the text last split.
    pub(super) fn segments<'a>(&self, text: &'a str) -> impl Iterator<Item = Segment<'a>> {
        self.spans.iter().scan(text, |rest, &(mode, length)| {
            let (text, after) = rest.split_at_checked(length)?;
            *rest = after;
            Some(Segment { mode, text })
        })
    }

    /// Walks the runs once; returns the mode the cheapest split ends in, and its cost in sixths of a bit.
    fn cheapest_path(&mut self, text: &str, band: Band) -> (Mode, usize) {
        const UNREACHABLE: usize = usize::MAX / 2;
        let header = Mode::ALL.map(|mode| (4 + mode.count_bits(band) as usize) * 6);
        let mut cost = [UNREACHABLE; 3];
        let mut cheapest = (Mode::Byte, 0_usize);
        #[expect(clippy::indexing_slicing, reason = "there is a mode for every byte")]
        let mut bytes = text.bytes().map(|byte| NARROWEST[usize::from(byte)]);
        let mut next = bytes.next();
        while let Some(narrowest) = next {
            let mut length = 1;
            next = bytes.find(|&mode| {
                length += usize::from(mode == narrowest);
                mode != narrowest
            });
            // A segment ends on a whole bit.
            let switch = cheapest.1.next_multiple_of(6);
            let mut before = Mode::ALL;
            for ((mode, header), (cost, before)) in Mode::ALL
                .into_iter()
                .zip(header)
                .zip(cost.iter_mut().zip(before.iter_mut()))
            {
                if mode < narrowest {
                    *cost = UNREACHABLE;
                    continue;
                }
                if switch + header < *cost {
                    *cost = switch + header;
                    *before = cheapest.0;
                }
                *cost += length * mode.sixths();
            }
            self.runs.push(Run { length, before });
            for (mode, cost) in Mode::ALL.into_iter().zip(cost) {
                if mode == Mode::Numeric || cost.div_ceil(6) < cheapest.1.div_ceil(6) {
                    cheapest = (mode, cost);
                }
            }
        }
        cheapest
    }

    /// Goes back over the runs from the mode of the last one, and joins runs of one mode to spans.
    fn trace(&mut self, mut mode: Mode) {
        for run in self.runs.iter().rev() {
            match self.spans.last_mut() {
                Some((last, length)) if *last == mode => *length += run.length,
                _ => self.spans.push((mode, run.length)),
            }
            let [numeric, alphanumeric, byte] = run.before;
            mode = match mode {
                Mode::Numeric => numeric,
                Mode::Alphanumeric => alphanumeric,
                Mode::Byte => byte,
            };
        }
        self.spans.reverse();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn modes(text: &str) -> Vec<(Mode, &str)> {
        segments(text, 5)
            .into_iter()
            .map(|segment| (segment.mode, segment.text))
            .collect()
    }

    #[test]
    fn each_part_of_a_digital_link_has_its_mode() {
        assert_eq!(
            modes("https://id.example.cn/01/06912345678904/10/LOT2511A007/21/123456789012345"),
            [
                (Mode::Byte, "https://id.example.cn/01/"),
                (Mode::Numeric, "06912345678904"),
                (Mode::Alphanumeric, "/10/LOT2511A007/21/"),
                (Mode::Numeric, "123456789012345"),
            ]
        );
        assert_eq!(
            modes("https://id.example.cn/LOT/2511-A007"),
            [
                (Mode::Byte, "https://id.example.cn"),
                (Mode::Alphanumeric, "/LOT/2511-A007")
            ]
        );
        assert_eq!(modes("12345"), [(Mode::Numeric, "12345")]);
        assert_eq!(modes("A1"), [(Mode::Alphanumeric, "A1")]);
        assert_eq!(modes("品码 12345678901234567890").len(), 1);
        assert_eq!(modes(""), []);
    }

    /// The cheapest of all splits with cuts anywhere.
    fn cheapest_by_trial(text: &str, band: Band) -> usize {
        let bytes = text.as_bytes();
        let mut best = vec![0];
        for end in 1..=bytes.len() {
            let last_segments = (0..end).flat_map(|start| Mode::ALL.map(|mode| (start, mode)));
            let bits = last_segments.filter_map(|(start, mode)| {
                let written = &bytes[start..end];
                let header = 4 + mode.count_bits(band) as usize;
                let able = written.iter().all(|&byte| Mode::narrowest(byte) <= mode);
                able.then(|| best[start] + header + (written.len() * mode.sixths()).div_ceil(6))
            });
            best.push(bits.min().unwrap());
        }
        best[bytes.len()]
    }

    proptest::proptest! {
        #[test]
        fn no_other_split_is_shorter(text in "([0-9]{1,12}|[A-Z/:]{1,9}|[a-z]{1,4}){0,7}") {
            let mut splitter = Splitter::default();
            for band in [Band::To9, Band::To26, Band::To40] {
                proptest::prop_assert_eq!(splitter.split(&text, band), cheapest_by_trial(&text, band));
            }
        }

        #[test]
        fn segments_join_to_the_text(text in "([0-9]{0,20}|[A-Z/:]{0,20}|[a-z]{0,20}|.{0,3}){0,9}") {
            for version in [1, 10, 27] {
                let segments = segments(&text, version);
                let joined: String = segments.iter().map(|segment| segment.text).collect();
                proptest::prop_assert_eq!(&joined, &text);
                let able = |segment: &Segment<'_>| segment.text.bytes().all(|b| Mode::narrowest(b) <= segment.mode);
                proptest::prop_assert!(segments.iter().all(able));
            }
        }
    }
}
