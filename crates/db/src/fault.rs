use diesel::result::{DatabaseErrorKind, Error as DieselError};
use kernel::{Coded, ErrorEntry, Kind};
use std::fmt;

/// A database error, told apart by what the caller can do about it.
#[derive(Debug)]
pub enum Fault {
    /// The database cannot be reached; it may come back.
    Away(String),
    /// The disk under the database is full.
    Full(String),
    /// Another writer held on for too long.
    Busy(String),
    /// Anything else is a fault of ours.
    Query(DieselError),
}

impl Fault {
    /// The catalogue lines of this crate.
    pub const CATALOGUE: &'static [ErrorEntry] = &[
        ErrorEntry {
            code: AWAY,
            kind: Kind::Unavailable,
            en: AWAY_EN,
            zh: AWAY_ZH,
        },
        ErrorEntry {
            code: FULL,
            kind: Kind::Full,
            en: FULL_EN,
            zh: FULL_ZH,
        },
        ErrorEntry {
            code: BUSY,
            kind: Kind::Unavailable,
            en: BUSY_EN,
            zh: BUSY_ZH,
        },
        ErrorEntry {
            code: INTERNAL,
            kind: Kind::Internal,
            en: INTERNAL_EN,
            zh: INTERNAL_ZH,
        },
    ];
}

const AWAY: &str = "database.unavailable";
const AWAY_EN: &str = "the database is not available at the moment; try again shortly";
const AWAY_ZH: &str = "数据库暂时不可用，请稍后重试";
const FULL: &str = "database.full";
const FULL_EN: &str = "the disk of the database is full; nothing was saved";
const FULL_ZH: &str = "服务器存储空间已满，本次内容未保存，请联系管理员";
const BUSY: &str = "database.busy";
const BUSY_EN: &str = "the database is busy; try again shortly";
const BUSY_ZH: &str = "系统繁忙，请稍后重试";
const INTERNAL: &str = "internal";
const INTERNAL_EN: &str = "an unexpected fault occurred";
const INTERNAL_ZH: &str = "系统内部错误，请稍后重试；如仍出现，请把请求编号告知管理员";

/// SQLite reports these by text alone, and PostgreSQL its I/O errors.
const FULL_TEXTS: &[&str] = &["disk is full", "No space left on device"];
const BUSY_TEXTS: &[&str] = &[
    "database is locked",
    "database table is locked",
    "deadlock detected",
    "lock timeout",
];
const AWAY_TEXTS: &[&str] = &[
    "unable to open database file",
    "disk I/O error",
    "terminating connection",
    "server closed the connection",
    "connection to server",
    "could not connect",
    "no connection to the server",
    "the database system is",
    "SSL connection has been closed",
];

impl From<DieselError> for Fault {
    fn from(e: DieselError) -> Self {
        let DieselError::DatabaseError(kind, info) = &e else {
            return match &e {
                DieselError::BrokenTransactionManager => Self::Away(e.to_string()),
                _ => Self::Query(e),
            };
        };
        let text = info.message();
        let says = |texts: &[&str]| texts.iter().any(|t| text.contains(t));
        if says(FULL_TEXTS) {
            Self::Full(text.to_owned())
        } else if says(BUSY_TEXTS) || matches!(kind, DatabaseErrorKind::SerializationFailure) {
            Self::Busy(text.to_owned())
        } else if says(AWAY_TEXTS) || matches!(kind, DatabaseErrorKind::ClosedConnection) {
            Self::Away(text.to_owned())
        } else {
            Self::Query(e)
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Away(text) | Self::Full(text) | Self::Busy(text) => f.write_str(text),
            Self::Query(e) => write!(f, "{e}"),
        }
    }
}

impl std::error::Error for Fault {}

impl Coded for Fault {
    fn kind(&self) -> Kind {
        match self {
            Self::Away(_) | Self::Busy(_) => Kind::Unavailable,
            Self::Full(_) => Kind::Full,
            Self::Query(_) => Kind::Internal,
        }
    }
    fn code(&self) -> &'static str {
        match self {
            Self::Away(_) => AWAY,
            Self::Full(_) => FULL,
            Self::Busy(_) => BUSY,
            Self::Query(_) => INTERNAL,
        }
    }
    fn en(&self) -> String {
        match self {
            Self::Away(_) => AWAY_EN,
            Self::Full(_) => FULL_EN,
            Self::Busy(_) => BUSY_EN,
            Self::Query(_) => INTERNAL_EN,
        }
        .to_owned()
    }
    fn zh(&self) -> String {
        match self {
            Self::Away(_) => AWAY_ZH,
            Self::Full(_) => FULL_ZH,
            Self::Busy(_) => BUSY_ZH,
            Self::Query(_) => INTERNAL_ZH,
        }
        .to_owned()
    }
    fn retry_after(&self) -> Option<i64> {
        matches!(self, Self::Away(_) | Self::Busy(_)).then_some(2)
    }
}

/// What a unique violation means is known only where the statement stands: `taken` names it, any other error
/// stays a fault.
pub fn unique_or<E: From<Fault>>(e: DieselError, taken: impl FnOnce() -> E) -> E {
    match e {
        DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, _) => taken(),
        e => Fault::from(e).into(),
    }
}

/// The same for a foreign key: `referred` names what still refers to the row that should go, any other error stays a
/// fault.
pub fn foreign_key_or<E: From<Fault>>(e: DieselError, referred: impl FnOnce() -> E) -> E {
    match e {
        DieselError::DatabaseError(DatabaseErrorKind::ForeignKeyViolation, _) => referred(),
        e => Fault::from(e).into(),
    }
}
