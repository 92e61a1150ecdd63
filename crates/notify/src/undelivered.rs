/// The reason a message did not leave.
#[derive(Debug)]
pub(crate) struct Undelivered {
    /// The sender's words; for the operator.
    pub(crate) cause: String,
    /// True when trying again would end the same way.
    pub(crate) is_final: bool,
}

impl Undelivered {
    /// A failure that another try would not mend.
    pub(crate) fn for_good(cause: impl Into<String>) -> Self {
        Self {
            cause: cause.into(),
            is_final: true,
        }
    }

    /// A failure that may pass.
    pub(crate) fn for_now(cause: impl Into<String>) -> Self {
        Self {
            cause: cause.into(),
            is_final: false,
        }
    }
}
