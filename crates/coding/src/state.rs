//! Whether a batch or a unit goes on.

kernel::codes! {
    /// Whether a code is alive.
    pub enum CodeState {
        Active = "active", "有效", "active";
        Voided = "voided", "已作废", "voided";
    }
}
