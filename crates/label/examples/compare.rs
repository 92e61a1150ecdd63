//! Compares random symbols with qrcodegen's, module for module: `compare [count] [seed]`, a million by default.
#![expect(clippy::print_stdout, reason = "a program for the terminal")]

#[path = "../tests/label/oracle.rs"]
mod oracle;
#[path = "../tests/label/payload.rs"]
mod payload;

use std::process::ExitCode;

use label::{Encoder, Level, segments};
use payload::Random;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1).map(|argument| argument.parse::<u64>());
    let mut next = |default| arguments.next().and_then(Result::ok).unwrap_or(default);
    let (count, seed) = (next(1_000_000), next(1));
    let mut random = Random(seed);
    let mut encoders = Level::ALL.map(|level| (level, Encoder::new(level)));
    let mut by_version = [0_u64; 41];
    let mut differences = 0_u64;
    for number in 1..=count {
        for (level, encoder) in &mut encoders {
            // As much as version 10 holds, so that all versions with templates occur.
            let text = random.payload([280, 220, 160, 125].get(*level as usize).copied().unwrap_or(100));
            let Ok(symbol) = encoder.encode(&text) else {
                continue;
            };
            let expected = oracle::by_qrcodegen(&segments(&text, symbol.version()), *level);
            if !expected.is_some_and(|expected| oracle::agree(symbol, &expected)) {
                differences += 1;
                println!("differs at {level:?}: {text:?}");
            }
            if let Some(often) = by_version.get_mut(usize::from(symbol.version())) {
                *often += 1;
            }
        }
        if number % 25_000 == 0 || number == count {
            println!("{} symbols compared, {differences} differ", number * 4);
        }
    }
    println!("by version: {:?}", by_version.get(1..=12).unwrap_or_default());
    if differences == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
