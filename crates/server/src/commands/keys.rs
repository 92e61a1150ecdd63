use crate::{CommandError, Config};
use clap::Subcommand;
use enterprise::session::TokenKeys;
use kernel::Timestamp;
use std::io::Write;
use web::KeyFolder;

/// What can be done with keys.
#[derive(Debug, Subcommand)]
pub(super) enum Action {
    /// Sign access tokens with a new key from now on. Tokens that are about stay good; running servers follow by
    /// themselves.
    Rotate {
        /// After a leak: tokens signed with any older key are worth nothing from now on. Browsers renew theirs by themselves.
        #[arg(long)]
        now: bool,
    },
}

impl Action {
    pub(super) fn run(self, config: &Config, out: &mut impl Write) -> Result<(), CommandError> {
        let Self::Rotate { now } = self;
        let keys = KeyFolder::open(&config.data.join("keys"))?;
        let name = match now {
            true => TokenKeys::replace(&keys)?,
            false => TokenKeys::rotate(&keys, Timestamp::now())?,
        };
        Ok(writeln!(out, "signing with {name}")?)
    }
}
