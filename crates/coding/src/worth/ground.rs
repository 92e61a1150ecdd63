use crate::{CodeState, recalled::Recall};
use kernel::Code;
use product::{CodingLevel, Product, ProductId, ProductState, Voider};

/// What the worth of every code of a product rests on.
#[derive(Debug, Clone)]
pub struct Ground {
    /// The product.
    pub id: ProductId,
    /// GTIN-14
    pub gtin: String,
    /// 追溯码
    pub trace_code: String,
    /// Its name, if anyone may be told.
    pub public_name: Option<String>,
    /// Whether its units are packs.
    pub is_pack: bool,
    /// What its state makes of the codes below it.
    pub state: Code<CodeState>,
    /// Reason of the voiding.
    pub state_reason: Option<String>,
    /// Whether it was the operator who voided it, and not its maker.
    pub is_voided_by_operator: bool,
    /// Whether it is activated; undecided in a state that only a newer program knows.
    pub is_activated: Option<bool>,
    /// Whether its maker may do anything on the platform.
    pub is_maker_active: bool,
    /// Its recalls that are not ended.
    pub recalls: Vec<Recall>,
}

impl Ground {
    /// Of a product as it stands.
    #[must_use]
    pub fn of(p: &Product, is_maker_active: bool, recalls: Vec<Recall>) -> Self {
        Self {
            id: p.id.clone(),
            gtin: p.gtin.clone(),
            trace_code: p.trace_code.clone(),
            public_name: (p.state == ProductState::Activated).then(|| p.name.clone()),
            is_pack: p.coding_level == CodingLevel::Combination,
            state: CodeState::below(p),
            state_reason: p.state_reason.clone(),
            is_voided_by_operator: p.voided_by.is_some_and(|by| by == Voider::Operator),
            is_activated: p.is_activated(p.state.known()),
            is_maker_active,
            recalls,
        }
    }
}
