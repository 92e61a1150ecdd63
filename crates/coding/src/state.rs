//! Whether a batch or a unit goes on.

use kernel::Code;
use product::Product;

kernel::codes! {
    /// State of a code: active or voided.
    pub enum CodeState {
        Active = "active", "有效", "active";
        Voided = "voided", "已作废", "voided";
    }
}

impl CodeState {
    /// What the state of a product makes of the codes below it.
    #[must_use]
    pub fn below(p: &Product) -> Code<Self> {
        match p.state {
            Code::Known(state) if state.is_alive() => Self::Active.into(),
            Code::Known(_) => Self::Voided.into(),
            Code::Unknown(text) => Code::Unknown(text),
        }
    }
}
