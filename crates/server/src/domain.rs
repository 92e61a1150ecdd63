//! What a crate of the program brings along, and that no two bring the same.

use enterprise::{EnterpriseType, Rights, Role};
use facts::{SourceTwice, Sources};
use kernel::{Coded, ErrorEntry, Kind};
use notify::{Courier, DeclaredNotices};
use print::labels::LabelFonts;
use product::Holds;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};
use utoipa::openapi::OpenApi;
use utoipa_actix_web::service_config::ServiceConfig;
use web::{
    Files, Tag,
    jobs::Runner,
    upload::{Slot, Slots},
};

/// All that a crate is known by to the rest of the program.
pub(crate) struct Domain {
    /// The name of the crate.
    pub(crate) name: &'static str,
    /// Registers its handlers below `/api/v1`.
    pub(crate) routes: fn(&mut ServiceConfig<'_>),
    /// Describes its addresses outside of that.
    pub(crate) documents: &'static [fn() -> OpenApi],
    /// The chapters of the OpenAPI document it adds to.
    pub(crate) tags: &'static [Tag],
    /// Its catalogues of errors.
    pub(crate) errors: &'static [&'static [ErrorEntry]],
    /// Its rights, and who has them.
    pub(crate) rights: &'static [(Holder, &'static [&'static str])],
    /// What files of its records are for.
    pub(crate) slots: &'static [Slot],
    /// What it tells people.
    pub(crate) notices: &'static [DeclaredNotices],
    /// Adds what it tells of codes, what it knows to go with them, and who hears of them.
    pub(crate) sources: fn(Sources) -> Result<Sources, SourceTwice>,
    /// Who of it may hold codes.
    pub(crate) holds: &'static [fn() -> Arc<dyn Holds>],
    /// Adds its kinds of jobs and its housekeeping.
    pub(crate) work: fn(Runner, &Parts) -> Runner,
}

/// Who has a right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holder {
    /// Every enterprise's administrators.
    Administrators,
    /// Those of enterprises that make things.
    Producers,
    /// The operators of the platform.
    Operators,
}

/// What work in the background needs.
pub(crate) struct Parts {
    /// Uploads and outcomes.
    pub(crate) files: Files,
    /// What labels are written with.
    pub(crate) fonts: LabelFonts,
    /// What sends messages.
    pub(crate) courier: Courier,
}

/// Two crates bring something under one name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the {what} {name} is registered twice")]
pub struct Twice {
    /// What it is.
    pub what: &'static str,
    /// Its name.
    pub name: String,
}

impl Twice {
    /// Finds the first name that stands twice.
    pub(crate) fn unless_unique<'n>(
        what: &'static str,
        names: impl IntoIterator<Item = &'n str>,
    ) -> Result<(), Self> {
        let mut seen = BTreeSet::new();
        match names.into_iter().find(|name| !seen.insert(*name)) {
            Some(name) => Err(Self {
                what,
                name: name.to_owned(),
            }),
            None => Ok(()),
        }
    }
}

/// Refuses crates that do not go together. Notices are judged where they are collected, jobs by the runner.
///
/// # Errors
/// Names the first thing that two of them register.
pub(crate) fn judge(domains: &[Domain]) -> Result<(), Twice> {
    Twice::unless_unique("domain", domains.iter().map(|d| d.name))?;
    let tags = domains.iter().flat_map(|d| d.tags);
    Twice::unless_unique("tag", tags.map(|tag| tag.name))?;
    // One crate may give a right to several; no two crates may mean one right.
    let rights = domains.iter().flat_map(|d| {
        let names = d.rights.iter().flat_map(|(_, names)| names.iter().copied());
        names.collect::<BTreeSet<_>>()
    });
    Twice::unless_unique("right", rights)?;
    let slots = domains.iter().flat_map(|d| d.slots);
    Twice::unless_unique("upload slot", slots.map(|slot| slot.code))?;
    errors(domains).map(|_| ())
}

/// What files of all domains are for.
pub(crate) fn slots(domains: &[Domain]) -> Slots {
    Slots::of(domains.iter().flat_map(|d| d.slots).copied())
}

/// The lines of all catalogues, by code. A domain may put one meaning into several words, as the place asks for.
///
/// # Errors
/// When one code means two things: it is of two kinds, or two domains have different words for it.
pub(crate) fn errors(domains: &[Domain]) -> Result<BTreeMap<&'static str, ErrorEntry>, Twice> {
    let mut all: BTreeMap<&'static str, (&'static str, ErrorEntry)> = BTreeMap::new();
    for domain in domains {
        for entry in domain.errors.iter().copied().flatten() {
            let other = all.insert(entry.code, (domain.name, *entry));
            if other.is_some_and(|(owner, other)| is_another(&other, entry, owner == domain.name)) {
                return Err(Twice {
                    what: "error code",
                    name: entry.code.to_owned(),
                });
            }
        }
    }
    Ok(all.into_iter().map(|(code, (_, entry))| (code, entry)).collect())
}

/// Whether two lines of one code mean different things. What went wrong inside is never told, so its words do not count.
fn is_another(one: &ErrorEntry, other: &ErrorEntry, is_same_domain: bool) -> bool {
    let is_same_text =
        is_same_domain || one.kind == Kind::Internal || (one.en, one.zh) == (other.en, other.zh);
    one.kind != other.kind || !is_same_text
}

/// The notices of all domains, in the order in which people are shown their kinds.
pub(crate) fn notices(domains: &[Domain]) -> Vec<DeclaredNotices> {
    domains.iter().flat_map(|d| d.notices).copied().collect()
}

/// Gives everybody their rights.
pub(crate) fn rights(domains: &[Domain]) -> Rights {
    let all = domains.iter().flat_map(|d| d.rights);
    all.fold(Rights::default(), |rights, (holder, names)| match holder {
        Holder::Administrators => rights.grant(Role::EnterpriseAdmin, names),
        Holder::Producers => rights.grant_to(EnterpriseType::PRODUCERS, names),
        Holder::Operators => rights.grant(Role::Operator, names),
    })
}

/// Writes into the log why a chore was not done; it comes round again.
pub(crate) fn complain<T, E: Coded>(what: &str, done: Result<T, E>) {
    if let Err(error) = done {
        tracing::warn!(code = error.code(), %error, "{what}: not done");
    }
}
