//! Whether a batch or a unit goes on.

kernel::codes! {
    /// State of a code: active or voided.
    pub enum CodeState {
        Active = "active", "有效", "active";
        Voided = "voided", "已作废", "voided";
    }
}
