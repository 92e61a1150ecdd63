//! The program `pinma`.

use clap::Parser;
use server::commands::Cli;
use std::process::ExitCode;

/// Gives memory back to the system. That of the C library keeps what each of many threads once took for one password or
/// one font, hundreds of megabytes after a busy minute.
#[cfg(feature = "jemalloc")]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> ExitCode {
    match Cli::parse().run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("pinma: {error}");
            ExitCode::FAILURE
        }
    }
}
