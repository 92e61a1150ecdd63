use crate::{CommandError, Config};
use clap::Subcommand;
use db::Db;
use enterprise::{create_operator, session::replace_password};
use kernel::{Clock, Lang};
use std::io::{self, BufRead, Write};

/// What can be done with operators. Passwords are read from standard input.
#[derive(Debug, Subcommand)]
pub(super) enum Action {
    /// Make an operator.
    Create {
        /// The name to sign in with.
        login_name: String,
    },
    /// Give an operator or an enterprise a new password; everyone signed in with the old one is signed out.
    Password {
        /// The name to sign in with: of an enterprise, its 统一社会信用代码.
        login_name: String,
    },
}

impl Action {
    pub(super) fn run(self, config: &Config, out: &mut impl Write) -> Result<(), CommandError> {
        db::migrate(&config.database)?;
        let db = Db::open(config.database.clone(), 1, Clock::default())?;
        let policy = config.password_policy;
        write!(out, "Password ({}): ", policy.sentence(Lang::En))?;
        out.flush()?;
        let password = read_line()?;
        match self {
            Self::Create { login_name } => {
                db.write_platform(|c| create_operator(c, &policy, &login_name, &password))
                    .map_err(enterprise::Error::from)?;
                writeln!(out, "\noperator {login_name} created")?;
            }
            Self::Password { login_name } => {
                let known = db
                    .write_platform(|c| replace_password(c, policy, &login_name, &password))
                    .map_err(enterprise::Error::from)?;
                if !known {
                    return Err(CommandError::NoSuchAccount(login_name));
                }
                writeln!(out, "\n{login_name} has a new password")?;
            }
        }
        Ok(())
    }
}

fn read_line() -> io::Result<String> {
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
