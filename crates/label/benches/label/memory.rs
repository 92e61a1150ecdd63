//! What a PDF of many labels takes of memory.

use crate::{Failure, template, write_sheets};
use label::{Design, Fonts, Paper};

/// How much more memory a hundred thousand labels may take than ten thousand, in MiB.
const ALLOWED: f64 = 4.0;

/// Writes documents; whether the larger takes no more memory.
pub fn is_flat(fonts: &Fonts) -> Result<bool, Failure> {
    println!("\nMemory while labels are streamed to a PDF");
    let paper = Paper::A4x65;
    let template = template(fonts, Design::Braid, paper.label())?;
    write_sheets(&template, fonts, paper, 10_000)?;
    let small = most()?;
    write_sheets(&template, fonts, paper, 100_000)?;
    let large = most()?;
    let (grown, flat) = (large - small, large - small <= ALLOWED);
    let verdict = if flat { "kept" } else { "BROKEN" };
    println!("{small:.1} MiB at most for 10,000 labels, {large:.1} for 100,000");
    println!("{grown:+.1} MiB (promised {ALLOWED:.0} at most: {verdict})");
    Ok(flat)
}

/// The most memory this process ever had, in MiB.
fn most() -> Result<f64, Failure> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes: f64 = line
        .and_then(|line| line.split_whitespace().next())
        .ok_or("no VmHWM")?
        .parse()?;
    Ok(kilobytes / 1024.0)
}
