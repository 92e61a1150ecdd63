use diesel::{
    backend::Backend,
    connection::BoxableConnection,
    migration::{Migration, MigrationMetadata, MigrationName, MigrationSource, MigrationVersion, Result},
    pg::Pg,
    sqlite::Sqlite,
};
use std::fmt;

/// One step on the way to the newest schema.
pub(super) struct Step {
    name: &'static str,
    sqlite: Script,
    postgres: Script,
}

/// What a step says to one database.
pub(super) struct Script {
    up: &'static str,
    down: &'static str,
}

/// Written by `build.rs` from the folders of `migrations/`, oldest first.
const STEPS: &[Step] = include!(concat!(env!("OUT_DIR"), "/steps.rs"));

/// Says whether this program knows the step.
pub(super) fn is_known(version: &str) -> bool {
    STEPS.iter().any(|step| step.version() == version)
}

/// Says whether the step comes after all that this program knows.
pub(super) fn is_later(version: &str) -> bool {
    STEPS.iter().all(|step| step.version().as_str() < version)
}

impl Step {
    /// The digits of its time, which order the steps.
    fn version(&self) -> String {
        let time = self.name.split_once('_').map_or(self.name, |(time, _)| time);
        time.replace('-', "")
    }
}

/// A database that steps are written for.
pub(super) trait Scripts: Backend {
    /// What the step says to it.
    fn script(step: &Step) -> &Script;
}

impl Scripts for Pg {
    fn script(step: &Step) -> &Script {
        &step.postgres
    }
}

impl Scripts for Sqlite {
    fn script(step: &Step) -> &Script {
        &step.sqlite
    }
}

/// All steps, for diesel.
pub(super) struct Steps;

impl<DB: Scripts> MigrationSource<DB> for Steps {
    fn migrations(&self) -> Result<Vec<Box<dyn Migration<DB>>>> {
        let steps = STEPS.iter().map(|step| {
            let script = DB::script(step);
            Box::new(Run { step, script }) as Box<dyn Migration<DB>>
        });
        Ok(steps.collect())
    }
}

/// A step with its words for one database.
struct Run {
    step: &'static Step,
    script: &'static Script,
}

impl<DB: Backend> Migration<DB> for Run {
    fn run(&self, c: &mut dyn BoxableConnection<DB>) -> Result<()> {
        Ok(c.batch_execute(self.script.up)?)
    }

    fn revert(&self, c: &mut dyn BoxableConnection<DB>) -> Result<()> {
        Ok(c.batch_execute(self.script.down)?)
    }

    fn metadata(&self) -> &dyn MigrationMetadata {
        self
    }

    fn name(&self) -> &dyn MigrationName {
        self.step
    }
}

impl MigrationMetadata for Run {
    /// SQLite replaces a table that others refer to only outside a transaction: a script that lets the references rest
    /// has a transaction of its own.
    fn run_in_transaction(&self) -> bool {
        !self.script.up.starts_with("PRAGMA foreign_keys = OFF;")
    }
}

impl MigrationName for Step {
    fn version(&self) -> MigrationVersion<'_> {
        self.version().into()
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}
