/// Runs one statement in the arm of the backend that is in use, for the few things `AnyConnection` cannot
/// express: upserts and batch inserts. The body is written once and compiled for both.
///
/// ```ignore
/// each_backend!(c.conn(), c => diesel::insert_into(t).values(&rows).on_conflict_do_nothing().execute(c))?;
/// ```
#[macro_export]
macro_rules! each_backend {
    ($conn:expr, $c:ident => $body:expr) => {
        match $conn {
            $crate::AnyConnection::Pg($c) => $body,
            $crate::AnyConnection::Sqlite($c) => $body,
        }
    };
}
