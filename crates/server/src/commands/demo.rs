use crate::{CommandError, Config, State, demo};
use kernel::Clock;
use std::io::Write;

pub(super) fn run(config: &Config, out: &mut impl Write) -> Result<(), CommandError> {
    db::migrate(&config.database)?;
    let state = State::open(config, Clock::default())?;
    for login in demo::load(&state)? {
        writeln!(out, "{}: {}  {}", login.title, login.name, login.password)?;
    }
    Ok(())
}
