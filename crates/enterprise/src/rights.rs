use crate::{
    account::Role,
    permission::{own, platform},
    profile::EnterpriseType,
};
use std::collections::BTreeSet;

/// The rights of each role; each domain adds its own where the program is put together.
#[derive(Debug, Clone, Default)]
pub struct Rights {
    grants: Vec<Grant>,
}

#[derive(Debug, Clone)]
struct Grant {
    role: Role,
    types: Option<&'static [EnterpriseType]>,
    names: &'static [&'static str],
}

impl Rights {
    /// The rights this crate knows of.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
            .grant(Role::EnterpriseAdmin, own::ALL)
            .grant(Role::Operator, platform::ALL)
    }

    /// Gives a role rights.
    #[must_use]
    pub fn grant(mut self, role: Role, names: &'static [&'static str]) -> Self {
        self.grants.push(Grant {
            role,
            types: None,
            names,
        });
        self
    }

    /// Gives the administrators of enterprises of certain types rights.
    #[must_use]
    pub fn grant_to(mut self, types: &'static [EnterpriseType], names: &'static [&'static str]) -> Self {
        self.grants.push(Grant {
            role: Role::EnterpriseAdmin,
            types: Some(types),
            names,
        });
        self
    }

    /// Lists the rights of a role in an enterprise of these types.
    #[must_use]
    pub fn of(&self, role: Role, types: &[EnterpriseType]) -> BTreeSet<String> {
        let fits = |g: &&Grant| {
            g.role == role
                && g.types
                    .is_none_or(|wanted| types.iter().any(|t| wanted.contains(t)))
        };
        self.grants
            .iter()
            .filter(fits)
            .flat_map(|g| g.names)
            .map(|n| (*n).to_owned())
            .collect()
    }
}
