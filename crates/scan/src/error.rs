use db::Fault;

kernel::errors! {
    /// What can go wrong with scans.
    pub enum Error {
        Busy: Unavailable, "scan.busy", "too many scans at this moment; try again", "当前查询人数较多，请稍后再试";
        + Database(Fault) <- diesel::result::Error;
        + Coding(coding::Error);
    }
}
