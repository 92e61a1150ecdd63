use crate::{AnyConnection, EnterpriseId, TenantConn};
use kernel::Timestamp;

/// A connection for what belongs to no enterprise, and for the operator, who sees them all.
pub struct PlatformConn<'c> {
    conn: &'c mut AnyConnection,
    now: Timestamp,
    touched: Vec<EnterpriseId>,
}

impl<'c> PlatformConn<'c> {
    pub(crate) fn new(conn: &'c mut AnyConnection, now: Timestamp) -> Self {
        Self {
            conn,
            now,
            touched: vec![],
        }
    }

    /// The instant of this piece of work; the same for all of a transaction.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// Notes that what is held in memory of an enterprise is no longer true once this is committed.
    pub fn touch(&mut self, enterprise: &EnterpriseId) {
        self.touched.push(enterprise.clone());
    }

    pub(crate) fn into_touched(self) -> Vec<EnterpriseId> {
        self.touched
    }

    /// The connection itself.
    pub fn conn(&mut self) -> &mut AnyConnection {
        self.conn
    }

    /// Goes on, within the same transaction, as one enterprise; for the moment of registration.
    pub fn acting_for(&mut self, enterprise: &EnterpriseId) -> TenantConn<'_> {
        self.touch(enterprise);
        TenantConn::new(self.conn, enterprise.clone(), self.now)
    }
}
