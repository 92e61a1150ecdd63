//! What the program can be told to do.

mod demo;
mod gpc;
mod keys;
mod operator;
mod serve;

use crate::{CommandError, Config, document, error_catalogue};
use clap::{Parser, Subcommand};
use rustix::{fs::Mode, process::umask};
use std::io::{self, Write};

/// Pinma 品码: product identity and traceability.
#[derive(Debug, Parser)]
#[command(name = "pinma", version, about)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the API and the console until told to stop.
    Serve {
        /// Bring the database to the newest schema first.
        #[arg(long)]
        migrate: bool,
    },
    /// Bring the database to the newest schema.
    Migrate,
    /// Load a demonstration tenant and print how to sign in.
    Demo,
    /// Make and manage operators of the platform.
    Operator {
        #[command(subcommand)]
        action: operator::Action,
    },
    /// Manage the keys this server signs with.
    Keys {
        #[command(subcommand)]
        action: keys::Action,
    },
    /// Keep the Global Product Classification.
    Gpc {
        #[command(subcommand)]
        action: gpc::Action,
    },
    /// Print the OpenAPI document.
    Openapi,
    /// Print the catalogue of errors.
    Errors,
}

impl Cli {
    /// Does it.
    ///
    /// # Errors
    /// Why it could not.
    pub fn run(self) -> Result<(), CommandError> {
        let out = &mut io::stdout();
        let command = match self.command {
            Command::Openapi => return Ok(writeln!(out, "{:#}", document())?),
            Command::Errors => return Ok(write!(out, "{}", error_catalogue())?),
            command => command,
        };
        keep_others_out();
        let config = &Config::from_env()?;
        std::fs::create_dir_all(&config.data)?;
        match command {
            Command::Serve { migrate } => serve::run(config, migrate),
            Command::Migrate => {
                let steps = db::migrate(&config.database)?;
                Ok(steps
                    .iter()
                    .try_for_each(|step| writeln!(out, "migrated to {step}"))?)
            }
            Command::Demo => demo::run(config, out),
            Command::Operator { action } => action.run(config, out),
            Command::Keys { action } => action.run(config, out),
            Command::Gpc { action } => action.run(config, out),
            Command::Openapi | Command::Errors => Ok(()),
        }
    }
}

/// Files that are made from now on are for the program, and to be read by its group at most, whoever started it.
fn keep_others_out() {
    let ours = Mode::WGRP | Mode::RWXO;
    let given = umask(ours);
    // Whoever allowed less than that is right.
    umask(given | ours);
}
