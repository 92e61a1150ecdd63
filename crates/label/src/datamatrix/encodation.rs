//! Text → codewords, as few as the modes allow.
//!
//! The least number of codewords up to each character is kept for every mode and for every place within a triple of
//! C40 or Text values; the way back from the end is the choice of modes.

use super::charset::{FNC1, Set};

/// The longest stretch of Base 256 whose length is one codeword.
const LONGEST_BYTES: u8 = 249;
const UNREACHED: u32 = u32::MAX;

/// How the next character is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    Ascii,
    /// With the values that wait for their triple to be full.
    Triples(Set, u8),
    Bytes,
}

const MODES: [Mode; 8] = [
    Mode::Ascii,
    Mode::Triples(Set::C40, 0),
    Mode::Triples(Set::C40, 1),
    Mode::Triples(Set::C40, 2),
    Mode::Triples(Set::Text, 0),
    Mode::Triples(Set::Text, 1),
    Mode::Triples(Set::Text, 2),
    Mode::Bytes,
];

/// How a place is reached at the least cost.
#[derive(Clone, Copy, Debug)]
struct Reached {
    cost: u32,
    /// Characters taken by the last step: none if it was a change of mode.
    step: u8,
    /// The mode before, as its place in `MODES`.
    from: u8,
    /// The characters of this stretch of Base 256.
    run: u8,
}

const NOWHERE: [Reached; 8] = [Reached {
    cost: UNREACHED,
    step: 0,
    from: 0,
    run: 0,
}; 8];

/// Chooses modes and writes codewords, reusing its memory.
#[derive(Debug, Default)]
pub(super) struct Encodation {
    reached: Vec<[Reached; 8]>,
    /// The steps from the first: the mode each is made in, and the characters it takes.
    steps: Vec<(u8, u8)>,
    triple: Vec<u8>,
}

impl Encodation {
    /// Adds the codewords of a text to those that are there; whether they end in ASCII, so that padding may follow.
    pub(super) fn encode(&mut self, text: &[u16], out: &mut Vec<u8>) -> bool {
        self.search(text);
        let last = self.trace(text.len());
        self.write(text, out);
        !matches!(mode(last), Mode::Triples(..))
    }

    fn search(&mut self, text: &[u16]) {
        self.reached.clear();
        self.reached.resize(text.len() + 1, NOWHERE);
        if let Some([ascii, ..]) = self.reached.first_mut() {
            ascii.cost = 0;
        }
        for (at, &character) in text.iter().enumerate() {
            let Some(here) = self.reached.get_mut(at) else {
                return;
            };
            change_modes(here);
            let here = *here;
            let next = text.get(at + 1).copied();
            for (from, state) in here
                .iter()
                .enumerate()
                .filter(|(_, state)| state.cost != UNREACHED)
            {
                let mut step = |taken: usize, to: usize, cost: u32, run: u8| {
                    let target = self.reached.get_mut(at + taken).and_then(|row| row.get_mut(to));
                    if let Some(target) = target
                        && state.cost + cost < target.cost
                    {
                        *target = Reached {
                            cost: state.cost + cost,
                            step: taken as u8,
                            from: from as u8,
                            run,
                        };
                    }
                };
                match mode(from as u8) {
                    Mode::Ascii => {
                        if is_digit(character) && next.is_some_and(is_digit) {
                            step(2, 0, 1, 0);
                        }
                        step(1, 0, if matches!(character, 128..=255) { 2 } else { 1 }, 0);
                    }
                    Mode::Triples(set, waiting) => {
                        let values = usize::from(waiting) + set.values(character).count();
                        let first = from - usize::from(waiting);
                        step(1, first + values % 3, 2 * (values / 3) as u32, 0);
                    }
                    Mode::Bytes if character != FNC1 && state.run < LONGEST_BYTES => {
                        step(1, from, 1, state.run + 1)
                    }
                    Mode::Bytes => {}
                }
            }
        }
    }

    /// Finds the way to the cheapest end; the mode it ends in.
    fn trace(&mut self, length: usize) -> u8 {
        let ends = self.reached.last().copied().unwrap_or(NOWHERE);
        // A triple that is not full cannot be read.
        let possible = ends
            .iter()
            .enumerate()
            .filter(|(at, _)| !matches!(mode(*at as u8), Mode::Triples(_, 1..)));
        let last = possible
            .min_by_key(|(_, state)| state.cost)
            .map_or(0, |(at, _)| at as u8);
        self.steps.clear();
        let (mut at, mut here) = (length, last);
        while let Some(state) = self.reached.get(at).and_then(|row| row.get(usize::from(here))) {
            if at == 0 && here == 0 {
                break;
            }
            self.steps.push((state.from, state.step));
            if state.step == 0 {
                // A change of mode: which one is entered has to be known.
                self.steps.push((here, u8::MAX));
            }
            at -= usize::from(state.step);
            here = state.from;
        }
        self.steps.reverse();
        last
    }

    fn write(&mut self, text: &[u16], out: &mut Vec<u8>) {
        let mut rest = text.iter().copied();
        let mut bytes_length_at = None;
        self.triple.clear();
        let mut steps = self.steps.iter();
        while let Some(&(here, taken)) = steps.next() {
            if taken == u8::MAX {
                // Enters the mode named; the step after it tells where it came from.
                let from = steps.next().map_or(0, |step| step.0);
                if matches!(mode(from), Mode::Triples(..)) {
                    out.push(254);
                }
                bytes_length_at = None;
                match mode(here) {
                    Mode::Ascii => {}
                    Mode::Triples(Set::C40, _) => out.push(230),
                    Mode::Triples(Set::Text, _) => out.push(239),
                    Mode::Bytes => {
                        out.push(231);
                        bytes_length_at = Some(out.len());
                        out.push(randomised(0, out.len() + 1));
                    }
                }
                continue;
            }
            let first = rest.next().unwrap_or_default();
            match mode(here) {
                Mode::Ascii if taken == 2 => {
                    let second = rest.next().unwrap_or_default();
                    out.push(((first - 48) * 10 + second - 48 + 130) as u8);
                }
                Mode::Ascii => match first {
                    FNC1 => out.push(232),
                    128..=255 => out.extend([235, (first - 128 + 1) as u8]),
                    _ => out.push((first + 1) as u8),
                },
                Mode::Triples(set, _) => {
                    self.triple.extend(set.values(first).iter());
                    while let &[a, b, c, ref after @ ..] = &*self.triple {
                        let value = 1600 * u16::from(a) + 40 * u16::from(b) + u16::from(c) + 1;
                        out.extend(value.to_be_bytes());
                        self.triple = after.to_vec();
                    }
                }
                Mode::Bytes => {
                    out.push(randomised(first as u8, out.len() + 1));
                    if let Some(at) = bytes_length_at
                        && let length = (out.len() - at - 1) as u8
                        && let Some(place) = out.get_mut(at)
                    {
                        *place = randomised(length, at + 1);
                    }
                }
            }
        }
    }
}

/// Leaves triples and bytes for ASCII, and ASCII for either.
fn change_modes(states: &mut [Reached; 8]) {
    let [ascii, c40, _, _, text, _, _, bytes] = states;
    for (from, state, cost) in [(1, &*c40, 1), (4, &*text, 1), (7, &*bytes, 0)] {
        if state.cost != UNREACHED && state.cost + cost < ascii.cost {
            *ascii = Reached {
                cost: state.cost + cost,
                step: 0,
                from,
                run: 0,
            };
        }
    }
    for (state, cost) in [(c40, 1), (text, 1), (bytes, 2)] {
        if ascii.cost + cost < state.cost {
            *state = Reached {
                cost: ascii.cost + cost,
                step: 0,
                from: 0,
                run: 0,
            };
        }
    }
}

fn mode(at: u8) -> Mode {
    MODES.get(usize::from(at)).copied().unwrap_or(Mode::Ascii)
}

const fn is_digit(character: u16) -> bool {
    matches!(character, 48..=57)
}

/// The 255-state algorithm: a byte at this place, counted from 1.
const fn randomised(byte: u8, place: usize) -> u8 {
    let noise = (149 * place) % 255 + 1;
    ((byte as usize + noise) % 256) as u8
}
