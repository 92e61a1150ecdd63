use super::CommandError;
use crate::Config;
use std::io::Write;

pub(super) fn run(_config: &Config, _out: &mut impl Write) -> Result<(), CommandError> {
    Ok(())
}
