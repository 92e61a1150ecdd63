use crate::{CommandError, Config};
use clap::Subcommand;
use db::Db;
use kernel::Clock;
use product::reference::gpc;
use std::{io::Write, path::PathBuf};

/// What can be done with the Global Product Classification.
#[derive(Debug, Subcommand)]
pub(super) enum Action {
    /// Replace the classification by that of these files: the JSON that GS1 publishes, or tables (.csv) with the columns
    /// code,title,title_en,parent. Several files, as of two languages, come together by code.
    Import {
        /// The files.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
}

impl Action {
    pub(super) fn run(self, config: &Config, out: &mut impl Write) -> Result<(), CommandError> {
        let Self::Import { files } = self;
        let read = files
            .iter()
            .map(|file| {
                gpc::read(file).map_err(|why| CommandError::Classification {
                    file: file.display().to_string(),
                    why,
                })
            })
            .collect::<Result<Vec<_>, _>>()?;
        db::migrate(&config.database)?;
        let db = Db::open(config.database.clone(), 1, Clock::default())?;
        let now = db.write_platform(|c| gpc::replace(c, read))?;
        writeln!(
            out,
            "imported {} segments, {} families, {} classes and {} bricks",
            now.segments, now.families, now.classes, now.bricks
        )?;
        Ok(())
    }
}
