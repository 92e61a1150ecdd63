use db::Location;
use enterprise::password::Policy;
use notify::{MailSender, SmsSender};
use std::{
    net::{IpAddr, SocketAddr},
    num::NonZero,
    path::PathBuf,
    str::FromStr,
};

/// Every setting of the program. Each has a name in the environment and a default that is safe on a machine that can be
/// reached by others.
#[derive(Debug, Clone)]
pub struct Config {
    /// `PINMA_DATA`: the folder for the database, files and keys.
    pub data: PathBuf,
    /// `DATABASE_URL`: `sqlite:<file>` or `postgres://…`; a file in the data folder by default.
    pub database: Location,
    /// `PINMA_DATABASE_CONNECTIONS`: how many connections are kept.
    pub database_connections: u32,
    /// `PINMA_LISTEN`: the address and port to listen on.
    pub listen: SocketAddr,
    /// `PINMA_PUBLIC_URL`: the address the world knows; it is printed in every code.
    pub public_url: String,
    /// `PINMA_WEB`: the folder with the built console.
    pub web: PathBuf,
    /// `PINMA_SMS`: `off`, `development` or `command:<program>`.
    pub sms: SmsSender,
    /// `PINMA_SMTP_URL`: `off`, `development` or the URL of an SMTP server; `PINMA_MAIL_FROM`: who the mails are from.
    pub mail: MailSender,
    /// `PINMA_PASSWORD_POLICY`: `zpm` or `modern`.
    pub password_policy: Policy,
    /// `PINMA_TRUSTED_PROXIES`: addresses, separated by commas, whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// `PINMA_SCANS_PER_READER`: how many looks of one address at one product count within an hour; 0 counts all.
    pub scans_per_reader: u32,
    /// `PINMA_IP_REGIONS`: a table of address ranges and their division codes, for the places of scans.
    pub ip_regions: Option<PathBuf>,
    /// `PINMA_LABEL_FONTS`: a regular and a bold font for labels, separated by a comma; those of the system by default.
    pub label_fonts: Vec<PathBuf>,
    /// `PINMA_WORKERS`: threads that serve requests; one for each core by default.
    pub workers: Option<usize>,
    /// `PINMA_LOG`: `error`, `warn`, `info`, `debug` or `trace`.
    pub log: tracing::Level,
}

/// A setting that cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{name}={value}: {reason}")]
pub struct ConfigError {
    name: &'static str,
    value: String,
    reason: String,
}

impl Config {
    /// Reads the settings from the environment.
    ///
    /// # Errors
    /// Names the first setting that cannot be used.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the environment"
    )]
    pub fn from_env() -> Result<Self, ConfigError> {
        Self::read(|name| std::env::var(name).ok().filter(|v| !v.is_empty()))
    }

    /// Reads the settings from anything that knows them by name.
    ///
    /// # Errors
    /// Names the first setting that cannot be used.
    pub fn read(get: impl Fn(&'static str) -> Option<String>) -> Result<Self, ConfigError> {
        let data: PathBuf = get("PINMA_DATA").unwrap_or_else(|| "data".to_owned()).into();
        let listen: SocketAddr = parse(&get, "PINMA_LISTEN", "127.0.0.1:8080")?;
        let public_url =
            get("PINMA_PUBLIC_URL").unwrap_or_else(|| format!("http://localhost:{}", listen.port()));
        Ok(Self {
            database: parse(
                &get,
                "DATABASE_URL",
                &format!("sqlite:{}", data.join("pinma.db").display()),
            )?,
            database_connections: parse::<NonZero<u32>>(&get, "PINMA_DATABASE_CONNECTIONS", "8")?.get(),
            listen,
            public_url: base_url(public_url)?,
            web: get("PINMA_WEB")
                .unwrap_or_else(|| "frontend/dist".to_owned())
                .into(),
            sms: parse_with(&get, "PINMA_SMS", "off", SmsSender::parse)?,
            mail: mail(&get)?,
            password_policy: parse_with(&get, "PINMA_PASSWORD_POLICY", "zpm", |v| v.parse().ok())?,
            trusted_proxies: parse_with(&get, "PINMA_TRUSTED_PROXIES", "", |v| {
                v.split(',')
                    .map(str::trim)
                    .filter(|v| !v.is_empty())
                    .map(|v| v.parse().ok())
                    .collect()
            })?,
            scans_per_reader: parse(&get, "PINMA_SCANS_PER_READER", "1000")?,
            ip_regions: get("PINMA_IP_REGIONS").map(PathBuf::from),
            label_fonts: get("PINMA_LABEL_FONTS")
                .map(|files| files.split(',').map(|file| PathBuf::from(file.trim())).collect())
                .unwrap_or_default(),
            workers: get("PINMA_WORKERS")
                .map(|_| parse::<NonZero<usize>>(&get, "PINMA_WORKERS", ""))
                .transpose()?
                .map(NonZero::get),
            log: parse(&get, "PINMA_LOG", "info")?,
            data,
        })
    }

    /// Whether the world reaches this server through TLS.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

fn parse<T>(
    get: impl Fn(&'static str) -> Option<String>,
    name: &'static str,
    default: &str,
) -> Result<T, ConfigError>
where
    T: FromStr<Err: std::fmt::Display>,
{
    let value = get(name).unwrap_or_else(|| default.to_owned());
    value.parse().map_err(|e: T::Err| ConfigError {
        name,
        reason: e.to_string(),
        value,
    })
}

fn parse_with<T>(
    get: impl Fn(&'static str) -> Option<String>,
    name: &'static str,
    default: &str,
    read: impl FnOnce(&str) -> Option<T>,
) -> Result<T, ConfigError> {
    let value = get(name).unwrap_or_else(|| default.to_owned());
    let reason = "this value is not known; see docs/operations.md".to_owned();
    read(&value).ok_or(ConfigError { name, value, reason })
}

/// The URL may hold a password, so it is not repeated in what is said about it.
fn mail(get: impl Fn(&'static str) -> Option<String>) -> Result<MailSender, ConfigError> {
    let url = get("PINMA_SMTP_URL").unwrap_or_else(|| "off".to_owned());
    MailSender::parse(&url, get("PINMA_MAIL_FROM").as_deref()).map_err(|e| ConfigError {
        name: "PINMA_SMTP_URL",
        value: "…".to_owned(),
        reason: e.to_string(),
    })
}

/// The base of every printed code: a Digital Link must be able to stand on it.
fn base_url(value: String) -> Result<String, ConfigError> {
    let base = value.trim_end_matches('/').to_owned();
    match identifiers::digital_link::check_base(&base) {
        Ok(()) => Ok(base),
        Err(e) => Err(ConfigError {
            name: "PINMA_PUBLIC_URL",
            value,
            reason: e.to_string(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(settings: &[(&str, &str)]) -> Result<Config, ConfigError> {
        Config::read(|name| {
            settings
                .iter()
                .find(|(n, _)| *n == name)
                .map(|(_, v)| (*v).to_owned())
        })
    }

    #[test]
    fn the_defaults_are_safe() {
        let config = read(&[]).unwrap();
        assert_eq!(
            config.sms,
            SmsSender::Off,
            "no page shows SMS codes unless asked for"
        );
        assert!(!config.mail.is_development(), "nor mails");
        assert!(config.listen.ip().is_loopback());
        assert!(config.trusted_proxies.is_empty());
        assert_eq!(config.database, Location::Sqlite("data/pinma.db".into()));
        assert_eq!(config.public_url, "http://localhost:8080");
    }

    #[test]
    fn a_setting_that_cannot_be_used_is_named() {
        for (name, value) in [
            ("DATABASE_URL", "mysql://x/y"),
            ("PINMA_LISTEN", "8080"),
            ("PINMA_PUBLIC_URL", "q.example.com"),
            ("PINMA_PUBLIC_URL", "https://user@q.example.com"),
            ("PINMA_SMS", "on"),
            ("PINMA_PASSWORD_POLICY", "weak"),
            ("PINMA_TRUSTED_PROXIES", "10.0.0.1,proxy"),
            ("PINMA_WORKERS", "many"),
            ("PINMA_WORKERS", "0"),
            ("PINMA_DATABASE_CONNECTIONS", "0"),
            ("PINMA_LOG", "loud"),
        ] {
            let error = read(&[(name, value)]).unwrap_err().to_string();
            assert!(error.starts_with(&format!("{name}={value}: ")), "{error}");
        }
        let url = "smtp://user:secret@mail.example.com";
        let error = read(&[("PINMA_SMTP_URL", url)]).unwrap_err().to_string();
        assert!(
            error.starts_with("PINMA_SMTP_URL=…: ") && !error.contains("secret"),
            "{error}"
        );
    }
}
