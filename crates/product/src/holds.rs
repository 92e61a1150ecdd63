//! Holds: how a domain above keeps codes from being voided, packed or associated while it needs them as they are.

use crate::{Error, ProductId, events::Target};
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use db::{Fault, TenantConn};
use std::{
    future::{Ready, ready},
    sync::Arc,
};
use web::Problem;

/// What is about to be done to codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// They are voided.
    Void,
    /// They are put into a pack.
    Pack,
    /// Their batch or their dates change.
    Associate,
}

/// A reason why something must wait, for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    /// 中文
    pub reason: String,
    /// English
    pub reason_en: String,
}

/// Says whether one domain needs codes as they are: because they are sold, bound, or in a document. Registered when the
/// program is composed.
///
/// It is asked inside the transaction of the change, after that has taken the product's turn. A domain that takes the turn
/// too before it begins to need a code can therefore not be overtaken.
pub trait Holds: Send + Sync + 'static {
    /// Names the domain; no two have the same name.
    fn key(&self) -> &'static str;

    /// The reason why this must wait, if there is one.
    ///
    /// # Errors
    /// When the database fails.
    fn hold(
        &self,
        c: &mut TenantConn<'_>,
        product: &ProductId,
        target: &Target,
        act: Act,
    ) -> Result<Option<Hold>, Fault>;
}

/// Everyone who may hold codes.
#[derive(Clone, Default)]
pub struct Holders(Arc<[Arc<dyn Holds>]>);

/// Two holders have the same name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the holder of codes {0} is registered twice")]
pub struct HolderTwice(pub &'static str);

impl Holders {
    /// Collects the holders of all domains.
    ///
    /// # Errors
    /// When two have the same name.
    pub fn collect(all: Vec<Arc<dyn Holds>>) -> Result<Self, HolderTwice> {
        for (i, holder) in all.iter().enumerate() {
            if all.iter().take(i).any(|h| h.key() == holder.key()) {
                return Err(HolderTwice(holder.key()));
            }
        }
        Ok(Self(all.into()))
    }

    /// Refuses what somebody holds.
    ///
    /// # Errors
    /// With the first reason, or when the database fails.
    pub fn admit(
        &self,
        c: &mut TenantConn<'_>,
        product: &ProductId,
        target: &Target,
        act: Act,
    ) -> Result<(), Error> {
        for holder in self.0.iter() {
            if let Some(Hold { reason, reason_en }) = holder.hold(c, product, target, act)? {
                return Err(Error::Held { reason, reason_en });
            }
        }
        Ok(())
    }
}

impl FromRequest for Holders {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(
            req.app_data::<Self>()
                .cloned()
                .ok_or_else(|| Problem::internal("holders of codes are not part of this app")),
        )
    }
}
