use super::CommandError;
use crate::Config;
use clap::Subcommand;
use db::Db;
use enterprise::create_operator;
use kernel::Clock;
use std::io::{self, BufRead, Write};

/// What can be done with operators.
#[derive(Debug, Subcommand)]
pub(super) enum Action {
    /// Make an operator; the password is read from standard input.
    Create {
        /// The name to sign in with.
        login_name: String,
    },
}

impl Action {
    pub(super) fn run(self, config: &Config, out: &mut impl Write) -> Result<(), CommandError> {
        let Self::Create { login_name } = self;
        db::migrate(&config.database)?;
        write!(
            out,
            "Password ({}): ",
            config.password_policy.sentence(kernel::Lang::En)
        )?;
        out.flush()?;
        let mut password = String::new();
        io::stdin().lock().read_line(&mut password)?;
        let password = password.trim_end_matches(['\r', '\n']);
        let db = Db::open(config.database.clone(), 1, Clock::default())?;
        db.write_platform(|c| create_operator(c, &config.password_policy, &login_name, password))?;
        Ok(writeln!(out, "\noperator {login_name} created")?)
    }
}
