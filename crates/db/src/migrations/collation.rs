//! PostgreSQL compares text as its database was made to, which is seldom as SQLite does: in Chinese or English order `a` comes
//! before `B`, and a list, a page behind a mark and a look-up of the nearest would each be another than here. So every column
//! of text compares by its bytes.

use diesel::{PgConnection, QueryResult, connection::SimpleConnection};

/// All of a table's columns in one statement, each index built once. Where the database compares by bytes there is nothing to do.
const BY_BYTES: &str = r#"DO $$
DECLARE
    change text;
BEGIN
    IF 'a' > 'B' THEN
        RETURN;
    END IF;
    FOR change IN
        SELECT format('ALTER TABLE %s ', t.oid::regclass)
            || string_agg(format('ALTER COLUMN %I TYPE text COLLATE "C"', a.attname), ', ')
        FROM pg_class t
        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE t.relnamespace = current_schema()::regnamespace AND t.relkind = 'r' AND left(t.relname, 2) <> '__'
            AND a.atttypid = 'text'::regtype AND a.attcollation <> '"C"'::regcollation
        GROUP BY t.oid
    LOOP
        EXECUTE change;
    END LOOP;
END $$"#;

/// Lets every column of text that does not do so compare by its bytes.
pub(super) fn compare_by_bytes(c: &mut PgConnection) -> QueryResult<()> {
    c.batch_execute(BY_BYTES)
}
