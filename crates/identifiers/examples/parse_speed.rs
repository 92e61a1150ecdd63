//! Prints how long it takes to read a typical item link. Run it with `--release`.

use identifiers::digital_link::{DigitalLink, Tolerance};
use std::{
    hint::black_box,
    io::{self, Write},
    time::Instant,
};

const ROUNDS: u32 = 2_000_000;

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    for (path, query) in [
        ("/01/06901234567892/10/LOT1/21/00000001", None),
        (
            "/01/06901234567892/10/20261101A/21/00000001",
            Some("11=261101&15=271101"),
        ),
        ("/01/06901234567892/21/A%2F00000001", Some("linkType=gs1:pip")),
        ("/01/06901234567893/10/LOT1/21/00000001", None),
    ] {
        let started = Instant::now();
        let mut read = 0;
        for _ in 0..ROUNDS {
            let link = DigitalLink::parse_target_with(black_box(path), black_box(query), Tolerance::RESOLVER);
            read += u32::from(black_box(link).is_ok());
        }
        let nanoseconds = started.elapsed().as_nanos() / u128::from(ROUNDS);
        let verdict = if read == ROUNDS { "valid" } else { "refused" };
        let query = query.map(|query| format!("?{query}")).unwrap_or_default();
        writeln!(out, "{nanoseconds:>5} ns  {verdict:<7}  {path}{query}")?;
    }
    Ok(())
}
