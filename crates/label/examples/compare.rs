//! Compares random symbols with qrcodegen's, module for module: `compare [count] [seed]`, a million by default.
#![expect(clippy::print_stdout, reason = "a program for the terminal")]

#[path = "../tests/label/oracle.rs"]
mod oracle;
#[path = "../tests/label/payload.rs"]
mod payload;

use label::{Correction, Encoder, segments};
use payload::Random;
use std::process::ExitCode;

#[expect(clippy::indexing_slicing, reason = "there are four levels and forty versions")]
fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1).map(|argument| argument.parse::<u64>());
    let mut next = |default| arguments.next().and_then(Result::ok).unwrap_or(default);
    let (count, seed) = (next(1_000_000), next(1));
    let mut random = Random(seed);
    let mut encoders = Correction::ALL.map(|level| (level, Encoder::new(level)));
    let mut by_version = [0_u64; 41];
    let mut differences = 0_u64;
    for number in 1..=count {
        // As much as version 10 holds, so that all versions with templates occur.
        let most = [280, 220, 160, 125];
        let (level, encoder) = &mut encoders[number as usize % 4];
        let text = random.payload(most[*level as usize]);
        let Ok(symbol) = encoder.encode(&text) else {
            continue;
        };
        let expected = oracle::by_qrcodegen(&segments(&text, symbol.version()), *level);
        if !expected.is_some_and(|expected| oracle::agree(symbol, &expected)) {
            differences += 1;
            println!("differs at {level:?}: {text:?}");
        }
        by_version[usize::from(symbol.version())] += 1;
        if number % 100_000 == 0 || number == count {
            println!("{number} symbols compared, {differences} differ");
        }
    }
    println!("by version: {:?}", &by_version[1..=12]);
    if differences == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
