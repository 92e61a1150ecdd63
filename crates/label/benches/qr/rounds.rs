//! Cases that take turns.

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

/// Rounds of which the median is taken.
const ROUNDS: usize = 15;
/// How long a case runs in a round.
const ROUND: Duration = Duration::from_millis(60);
/// How often between two looks at the clock.
const BATCH: u32 = 64;

/// Ways to do the same.
pub struct Group<'a> {
    cases: Vec<Case<'a>>,
}

struct Case<'a> {
    name: &'static str,
    /// How often as fast as the first case it has to be.
    promise: Option<f64>,
    run: Box<dyn Run + 'a>,
    /// Seconds each time in each round.
    times: Vec<f64>,
    size: usize,
}

/// Something that can be done many times.
pub trait Run {
    /// Does it so often; returns the seconds it took and the size of the last result.
    fn times(&mut self, count: u32) -> (f64, usize);
}

/// A function that does it once and returns the size of the result.
impl<F: FnMut() -> usize> Run for F {
    fn times(&mut self, count: u32) -> (f64, usize) {
        let start = Instant::now();
        let size = (0..count).fold(0, |_, _| black_box(self()));
        (start.elapsed().as_secs_f64(), size)
    }
}

impl<'a> Group<'a> {
    pub fn new(title: &str) -> Self {
        println!("\n{title}");
        Self { cases: Vec::new() }
    }

    /// Adds a case; the first is what the others are compared with.
    pub fn case(&mut self, name: &'static str, promise: Option<f64>, run: impl Run + 'a) {
        self.cases.push(Case {
            name,
            promise,
            run: Box::new(run),
            times: Vec::new(),
            size: 0,
        });
    }

    /// Runs and prints all cases; whether all promises are kept.
    pub fn run(mut self) -> bool {
        // The first round warms up.
        for round in 0..=ROUNDS {
            for case in &mut self.cases {
                let time = case.round();
                if round > 0 {
                    case.times.push(time);
                }
            }
        }
        let Some(first) = self.cases.first().map(|case| case.times.clone()) else {
            return true;
        };
        println!("{:>9} {:>12} {:>9} {:>6}", "ratio", "a second", "µs each", "size");
        let mut kept = true;
        for case in &self.cases {
            let ratio = median(
                first
                    .iter()
                    .zip(&case.times)
                    .map(|(first, time)| first / time)
                    .collect(),
            );
            let time = median(case.times.clone());
            let promise = case.promise.map_or(String::new(), |promise| {
                let verdict = if ratio >= promise { "kept" } else { "BROKEN" };
                format!(" (promised {promise:.0}: {verdict})")
            });
            kept &= case.promise.is_none_or(|promise| ratio >= promise);
            let (rate, micros) = (1.0 / time, time * 1e6);
            println!(
                "{ratio:>9.2} {rate:>12.0} {micros:>9.2} {:>6}  {}{promise}",
                case.size, case.name
            );
        }
        kept
    }
}

impl Case<'_> {
    /// Runs for a while and returns the seconds each time.
    fn round(&mut self) -> f64 {
        let (mut seconds, mut count) = (0.0, 0);
        while seconds < ROUND.as_secs_f64() {
            let (took, size) = self.run.times(BATCH);
            seconds += took;
            count += BATCH;
            self.size = size;
        }
        seconds / f64::from(count)
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
