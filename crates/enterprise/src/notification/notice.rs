use super::{
    NoticeChannel, NoticeKind, NoticeTemplate, OperatorTemplate, delivery, inbox, operators, settings,
};
use crate::{Error, profile};
use db::{EnterpriseId, PlatformConn, TenantConn};

/// Something to be told: by which template, where it can be looked at, and whether once only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice<T = NoticeTemplate> {
    /// What is said.
    pub template: T,
    /// Where in the console it can be looked at, such as `/products/…`.
    pub link: Option<String>,
    /// With a key a template is told once to an enterprise, however often it is asked for: a reminder of a period has that
    /// period in its key.
    pub key: Option<String>,
    /// Whether it is told in the console alone, whatever channels its template asks for.
    pub is_quiet: bool,
}

impl<T> Notice<T> {
    /// A notice that leads nowhere and is told each time.
    pub fn new(template: T) -> Self {
        Self {
            template,
            link: None,
            key: None,
            is_quiet: false,
        }
    }

    /// Is told in the console alone: for what comes so often that messages about each would only be noise.
    #[must_use]
    pub fn quiet(mut self, is_quiet: bool) -> Self {
        self.is_quiet = is_quiet;
        self
    }

    /// Leads to a page of the console.
    #[must_use]
    pub fn link(mut self, path: impl Into<String>) -> Self {
        self.link = Some(path.into());
        self
    }

    /// Is told once for this key.
    #[must_use]
    pub fn once(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into());
        self
    }
}

/// A notice as it is written down: its words are kept, whatever becomes of the template.
#[derive(Debug)]
pub(super) struct Words<'n, C> {
    pub(super) template: C,
    pub(super) kind: NoticeKind,
    pub(super) title: &'static str,
    pub(super) title_en: &'static str,
    pub(super) text: String,
    pub(super) text_en: String,
    pub(super) link: Option<&'n str>,
    pub(super) key: Option<&'n str>,
}

/// Tells the enterprise of the connection, in the caller's transaction.
///
/// # Errors
/// When the database fails.
pub fn notify(c: &mut TenantConn<'_>, notice: &Notice) -> Result<(), Error> {
    let Some(id) = inbox::store::insert(c, &notice.words())? else {
        return Ok(());
    };
    let channels = notice.template.channels();
    if channels.is_empty() || notice.is_quiet {
        return Ok(());
    }
    let settings = settings::store::find(c)?;
    let (phone, email) = profile::store::find_addresses(c)?;
    for channel in channels
        .iter()
        .filter(|ch| settings.wants(notice.template.kind(), **ch))
    {
        let address = match channel {
            NoticeChannel::Sms => Some(&phone),
            NoticeChannel::Email => email.as_ref(),
        };
        if let Some(address) = address {
            delivery::store::insert(c, &id, *channel, address)?;
        }
    }
    Ok(())
}

/// Tells one enterprise, in a transaction of the platform's.
///
/// # Errors
/// When there is no such enterprise or the database fails.
pub fn notify_enterprise(
    c: &mut PlatformConn<'_>,
    enterprise: &EnterpriseId,
    notice: &Notice,
) -> Result<(), Error> {
    notify(&mut c.acting_for(enterprise), notice)
}

/// Tells the operators of the platform, in the transaction of an enterprise.
///
/// # Errors
/// When the database fails.
pub fn notify_operators(c: &mut TenantConn<'_>, notice: &Notice<OperatorTemplate>) -> Result<(), Error> {
    operators::store::insert(c, &notice.words())
}
