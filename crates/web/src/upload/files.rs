use super::{
    Slots, Vault,
    link::{LinkKey, Signature},
};
use crate::Problem;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use kernel::Timestamp;
use std::{
    future::{Ready, ready},
    path::PathBuf,
};

/// Where files are kept and how links to them are signed.
#[derive(Debug, Clone)]
pub struct Files {
    /// The contents of uploads.
    pub vault: Vault,
    /// The outcomes of background work.
    pub outcomes: PathBuf,
    /// Signs links.
    pub links: LinkKey,
    /// What may be uploaded for what.
    pub slots: Slots,
}

impl Files {
    /// Opens the folders below `root`, making them when they are not there.
    ///
    /// # Errors
    /// When they cannot be made.
    pub fn open(root: &std::path::Path, links: LinkKey, slots: Slots) -> std::io::Result<Self> {
        let outcomes = root.join("outcomes");
        std::fs::create_dir_all(&outcomes)?;
        Ok(Self {
            vault: Vault::open(root.join("files"))?,
            outcomes,
            links,
            slots,
        })
    }

    pub(crate) fn links_to(&self, path: &str, given: &Signature, now: Timestamp) -> bool {
        match (given.expires, &given.signature) {
            (Some(expires), Some(signature)) => self.links.verify(path, expires, signature, now),
            _ => false,
        }
    }
}

impl FromRequest for Files {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(
            req.app_data::<Self>()
                .cloned()
                .ok_or_else(|| Problem::internal("file storage is not part of this app")),
        )
    }
}
