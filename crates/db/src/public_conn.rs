use crate::AnyConnection;
use kernel::Timestamp;

/// The connection of the public side: it runs queries that begin with [`public`](crate::public), and changes nothing.
pub struct PublicConn<'c> {
    conn: &'c mut AnyConnection,
    now: Timestamp,
}

impl<'c> PublicConn<'c> {
    pub(crate) fn new(conn: &'c mut AnyConnection, now: Timestamp) -> Self {
        Self { conn, now }
    }

    /// The instant of this piece of work.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// The connection, for what is known to be public.
    pub(crate) fn connection(&mut self) -> &mut AnyConnection {
        self.conn
    }
}
