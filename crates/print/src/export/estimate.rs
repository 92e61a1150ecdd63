//! How much an order will be, measured on some of its codes.

use super::{Error, ExportOrder, Progress, Tool, What, writer::CodeWriter};
use crate::labels::LabelFormat;
use std::{
    io::{self, Cursor, Write},
    time::{Duration, Instant},
};

/// Estimate of what an order makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Estimate {
    /// Bytes of all its files.
    pub bytes: i64,
    /// How long it takes this machine when nobody else wants anything.
    pub time: Duration,
}

/// How long a measurement may take: orders are weighed in the transaction that queues them.
const PATIENCE: Duration = Duration::from_millis(20);

/// Codes that are measured at least and at most. Of labels on pages always the most: a page is compressed as a whole.
const SAMPLE: (i64, i64) = (8, 256);

/// Weighs an order: the first code tells what every file has, a sample from all over the order what every code adds.
///
/// # Errors
/// When the codes cannot be drawn like this.
pub fn estimate(order: &ExportOrder, tool: &Tool) -> Result<Estimate, Error> {
    let total = order.total();
    let (one, once) = measure(&order.sample(1.min(total)), tool)?;
    let affordable = PATIENCE.as_nanos() / once.as_nanos().max(1);
    let count = i64::try_from(affordable).unwrap_or(i64::MAX);
    let least = if is_in_pages(order) { SAMPLE.1 } else { SAMPLE.0 };
    let count = count.clamp(least, SAMPLE.1).min(total);
    if count <= 1 {
        return Ok(Estimate {
            bytes: one,
            time: once,
        });
    }
    let (many, often) = measure(&order.sample(count), tool)?;
    let each = (many - one) as f64 / (count - 1) as f64;
    let fixed = one as f64 - each;
    let files = order.parts.max(1) as f64;
    Ok(Estimate {
        bytes: (each * total as f64 + fixed * files).ceil() as i64,
        time: often
            .saturating_sub(once)
            .mul_f64(total as f64 / (count - 1) as f64)
            + once,
    })
}

fn is_in_pages(order: &ExportOrder) -> bool {
    matches!(&order.what, What::Labels { labels } if labels.format == LabelFormat::Pdf)
}

/// Makes an order into nothing.
fn measure(order: &ExportOrder, tool: &Tool) -> Result<(i64, Duration), Error> {
    let start = Instant::now();
    let (out, directory) = (Counter(0), Cursor::new(vec![]));
    let mut writer = CodeWriter::new(order, tool.clone(), out, directory, Progress::default())?;
    while writer.write(SAMPLE.1)? {}
    let bytes = writer.finish()?.0;
    Ok((i64::try_from(bytes).unwrap_or(i64::MAX), start.elapsed()))
}

/// Counts what is written to it.
struct Counter(u64);

impl Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
