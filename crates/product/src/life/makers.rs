use super::store::makers_after;
use crate::Error;
use db::{Db, EnterpriseId, Fault, TenantConn};

/// Does a piece of work for each enterprise that has a product that was ever activated, in a transaction of its own; of the
/// enterprises no more than a part is held at once.
///
/// # Errors
/// Whatever `work` answers, or that the database fails; those before are done.
pub fn for_each_maker<E: From<Error> + From<Fault>>(
    db: &Db,
    work: impl Fn(&mut TenantConn<'_>) -> Result<(), E>,
) -> Result<(), E> {
    let mut behind: Option<EnterpriseId> = None;
    loop {
        let part = db.read_platform(|c| makers_after(c, behind.as_ref()))?;
        let Some(last) = part.last() else {
            return Ok(());
        };
        behind = Some(last.clone());
        for maker in part {
            db.write(&maker, &work)?;
        }
    }
}
