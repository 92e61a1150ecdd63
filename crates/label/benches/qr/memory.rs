//! What an archive of many codes takes of memory.

use label::{
    Format,
    zip::{Method, Writer},
};
use std::{fs::File, time::Instant};

/// How much more memory a million codes may take than a hundred thousand, in MiB.
const ALLOWED: f64 = 32.0;

/// An archive nobody reads.
pub fn archive() -> Writer<File, File> {
    let Some(writer) = crate::to_nowhere() else {
        std::process::abort()
    };
    writer
}

/// Streams archives of PNGs; whether the larger takes no more memory.
pub fn is_flat() -> bool {
    println!("\nMemory while codes are streamed to a ZIP");
    let (Some(before), Some(small)) = (resident(), stream(100_000)) else {
        println!("not measured: there is no /proc/self/statm");
        return true;
    };
    let Some(large) = stream(1_000_000) else {
        return true;
    };
    let (grown, flat) = (large - small, (large - small).abs() <= ALLOWED);
    let verdict = if flat { "kept" } else { "BROKEN" };
    println!("{before:.1} MiB before, {small:.1} at most for 100,000 codes, {large:.1} for 1,000,000");
    println!("{grown:+.1} MiB (promised {ALLOWED:.0} at most: {verdict})");
    flat
}

/// The most memory taken in MiB while so many codes are streamed.
fn stream(count: u64) -> Option<f64> {
    let start = Instant::now();
    let mut renderer = crate::renderer(Format::Png);
    let mut archive = archive();
    let mut file = Vec::new();
    let mut most = 0_f64;
    for serial in 1..=count {
        renderer.render(&crate::link(serial), &mut file).ok()?;
        archive
            .add(&format!("{serial:07}.png"), Method::Store, &file)
            .ok()?;
        if serial % 5_000 == 0 {
            most = most.max(resident()?);
        }
    }
    let at = archive.checkpoint().ok()?;
    archive.finish().ok()?;
    let seconds = start.elapsed().as_secs_f64();
    let (rate, size) = (
        count as f64 / seconds,
        (at.body_len + at.directory_len) as f64 / 1e6,
    );
    println!("{count:>9} codes in {seconds:.1} s, {rate:.0} a second, {size:.0} MB");
    Some(most.max(resident()?))
}

/// Resident memory in MiB.
fn resident() -> Option<f64> {
    let statm = std::fs::read_to_string("/proc/self/statm").ok()?;
    let pages: f64 = statm.split(' ').nth(1)?.parse().ok()?;
    Some(pages * 4096.0 / (1 << 20) as f64)
}
