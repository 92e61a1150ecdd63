//! The program `pinma`.

use clap::Parser;
use server::commands::Cli;
use std::process::ExitCode;

fn main() -> ExitCode {
    match Cli::parse().run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("pinma: {error}");
            ExitCode::FAILURE
        }
    }
}
