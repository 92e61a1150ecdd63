use crate::{
    StartError,
    domain::{self, Domain},
};
use enterprise::Rights;
use facts::Sources;
use product::Holders;
use web::upload::Slots;

/// What handlers ask the domains through.
#[derive(Clone)]
pub struct Composition {
    /// Who may do what.
    pub rights: Rights,
    /// What may be uploaded for what.
    pub slots: Slots,
    /// What domains have to say of codes.
    pub sources: Sources,
    /// Who may hold codes.
    pub holders: Holders,
}

impl Composition {
    /// Puts together what these domains bring.
    ///
    /// # Errors
    /// When two of them bring something under one name.
    pub(crate) fn of(domains: &[Domain]) -> Result<Self, StartError> {
        let sources = domains
            .iter()
            .try_fold(Sources::default(), |all, d| (d.sources)(all))?;
        let holders = domains.iter().flat_map(|d| d.holds).map(|make| make()).collect();
        Ok(Self {
            rights: domain::rights(domains),
            slots: domain::slots(domains),
            sources,
            holders: Holders::collect(holders)?,
        })
    }

    /// Puts together what the domains of the program bring.
    ///
    /// # Errors
    /// When two of them bring something under one name.
    pub fn of_program() -> Result<Self, StartError> {
        Self::of(crate::domains::DOMAINS)
    }
}
