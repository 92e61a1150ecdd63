use crate::{
    Composition, Config,
    assets::Assets,
    domain::{self, Parts, Twice},
    domains::DOMAINS,
};
use db::{Db, Fault};
use enterprise::{
    Accounts, DeviceKey, SmsCodeKey,
    profile::Contacts,
    session::{CookieRules, SessionAuthenticator, TokenKeys},
    sms_code::SmsCodes,
};
use facts::{Resolver, SourceTwice};
use kernel::Clock;
use notify::{Courier, Notices, RegistryError, Senders};
use print::labels::{FontError, LabelFonts};
use product::{HolderTwice, Holders, PublicBase};
use scan::{LookKey, Pages, Places, Recorder, ScanLimit, Scans, feedback::FormKey};
use std::{io, sync::Arc};
use web::{Files, KeyFolder, TrustedProxies, jobs::Runner, upload::LinkKey};

/// What the handlers of all domains need.
#[derive(Clone)]
pub struct State {
    /// The database.
    pub db: Db,
    /// Uploads and outcomes.
    pub files: Files,
    /// Accounts and sessions.
    pub accounts: Accounts,
    /// What people are told.
    pub notices: Notices,
    /// How messages leave.
    pub senders: Senders,
    /// The address codes are printed with.
    pub base: PublicBase,
    /// What labels are written with.
    pub label_fonts: LabelFonts,
    /// What answers scans.
    pub scans: Scans,
    /// Who may hold codes.
    pub holders: Holders,
    /// The pages that are written already.
    pub pages: Pages,
    /// What guards the form of consumers.
    pub feedback: FormKey,
    /// Who may speak for others.
    pub proxies: TrustedProxies,
    /// The console.
    pub assets: Arc<Assets>,
    /// Whether the world reaches us through TLS.
    pub is_secure: bool,
    /// The address of the console, for links in mails.
    console: String,
}

/// What kept the server from starting.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// A folder or a key.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// The fonts that were named.
    #[error("PINMA_LABEL_FONTS: {0}")]
    Fonts(#[from] FontError),
    /// The database.
    #[error("{0}")]
    Database(#[from] Fault),
    /// Two domains that do not go together.
    #[error("{0}")]
    Domains(#[from] Twice),
    /// Two domains that tell, relate or hear under one name.
    #[error("{0}")]
    Sources(#[from] SourceTwice),
    /// Two domains that hold codes under one name.
    #[error("{0}")]
    Holders(#[from] HolderTwice),
    /// Notices of two domains that do not go together.
    #[error("{0}")]
    Notices(#[from] RegistryError),
}

impl State {
    /// Opens everything the settings name; makes folders and keys that are not there yet.
    ///
    /// # Errors
    /// When a folder, a key or the database cannot be opened.
    pub fn open(config: &Config, clock: Clock) -> Result<Self, StartError> {
        Self::composed(config, clock, Composition::of(DOMAINS)?)
    }

    /// The same with other rights or other domains that have a say, for trying what each of them does.
    ///
    /// # Errors
    /// When a folder, a key or the database cannot be opened.
    pub fn composed(config: &Config, clock: Clock, composition: Composition) -> Result<Self, StartError> {
        domain::judge(DOMAINS)?;
        let Composition {
            rights,
            slots,
            sources,
            holders,
        } = composition;
        std::fs::create_dir_all(&config.data)?;
        let keys = KeyFolder::open(&config.data.join("keys"))?;
        let db = Db::open(config.database.clone(), config.database_connections, clock)?;
        let tokens = TokenKeys::open(keys.clone())?;
        let accounts = Accounts {
            policy: config.password_policy,
            cookies: CookieRules {
                is_secure: config.is_secure(),
            },
            sms_codes: SmsCodes {
                key: SmsCodeKey::new(&keys.secret("sms-codes")?),
                sender: config.sms.clone(),
            },
            devices: DeviceKey::new(&keys.secret("devices")?),
            authenticator: SessionAuthenticator::new(db.clone(), tokens.clone(), rights.clone()),
            tokens,
            rights,
        };
        let scans = Scans::new(
            Resolver::new(db.clone(), sources),
            Recorder::start(&db)?,
            config
                .ip_regions
                .as_deref()
                .map_or_else(|| Ok(Places::default()), Places::load)?,
            LookKey::new(keys.secret("looks")?),
            ScanLimit::new(config.scans_per_reader),
        );
        let state = Self {
            scans,
            holders,
            pages: Pages::new(),
            feedback: FormKey::new(&keys.secret("feedback")?),
            files: Files::open(&config.data, LinkKey::new(&keys.secret("links")?), slots)?,
            db,
            accounts,
            notices: Notices::collect(&domain::notices(DOMAINS), Contacts)?,
            senders: Senders {
                sms: config.sms.clone(),
                mail: config.mail.clone(),
            },
            base: PublicBase::new(&config.public_url),
            label_fonts: LabelFonts::find(&config.label_fonts)?,
            proxies: TrustedProxies(config.trusted_proxies.clone().into()),
            assets: Arc::new(Assets::load(&config.web)?),
            is_secure: config.is_secure(),
            console: config.public_url.clone(),
        };
        Twice::unless_unique("kind of job", state.runner().kinds())?;
        Ok(state)
    }

    /// The background work of all domains.
    #[must_use]
    pub fn runner(&self) -> Runner {
        let parts = Parts {
            files: self.files.clone(),
            fonts: self.label_fonts.clone(),
            courier: self.courier(),
        };
        let runner = Runner::new(self.db.clone(), self.files.outcomes.clone());
        DOMAINS
            .iter()
            .fold(runner, |runner, domain| (domain.work)(runner, &parts))
    }

    /// Whoever sends what is in the outbox.
    #[must_use]
    pub fn courier(&self) -> Courier {
        Courier {
            senders: self.senders.clone(),
            console: self.console.clone(),
        }
    }
}
