use super::{Mail, store};
use crate::undelivered::Undelivered;
use db::Db;
use lettre::{
    Message, SmtpTransport, Transport,
    address::AddressError,
    message::{Mailbox, header::ContentType},
};
use std::{fmt, time::Duration};

/// The sender of mails: the way a mail leaves this machine.
#[derive(Clone)]
pub enum MailSender {
    /// There is none: what was to be sent is noted as failed and can be sent again once there is one.
    Off,
    /// For development and demonstration: the mail is kept for the page `/dev/mail` and written to the log.
    Development,
    /// An SMTP server.
    Smtp {
        /// The server, and how to talk to it.
        server: Box<SmtpTransport>,
        /// The sender's mailbox.
        from: Mailbox,
    },
}

/// The error of a setting that names no way to send; the setting may hold a password and is not repeated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotASender {
    /// Not an address of a server.
    #[error(
        "it is neither off nor development nor smtps://user:password@host nor smtp://host:587?tls=required"
    )]
    Url,
    /// A password and the names of people would travel in the clear.
    #[error("smtp:// to another machine needs ?tls=required, or smtps://")]
    InTheClear,
    /// Nobody the mails could be from.
    #[error("PINMA_MAIL_FROM must be a mail address, such as: 品码 <notice@example.com>")]
    From,
}

/// The time one step of the conversation with the server may take.
const PATIENCE: Duration = Duration::from_secs(10);

impl MailSender {
    /// Reads the settings: `off`, `development` or the URL of an SMTP server, and who the mails are from.
    ///
    /// # Errors
    /// When they cannot be used.
    pub fn parse(setting: &str, from: Option<&str>) -> Result<Self, NotASender> {
        match setting {
            "off" => return Ok(Self::Off),
            "development" => return Ok(Self::Development),
            _ => {}
        }
        if !is_private(setting) {
            return Err(NotASender::InTheClear);
        }
        let server = SmtpTransport::from_url(setting).map_err(|_reason_may_hold_it| NotASender::Url)?;
        let from = from.ok_or(NotASender::From)?;
        Ok(Self::Smtp {
            server: Box::new(server.timeout(Some(PATIENCE)).build()),
            from: from.parse().map_err(|_wrong: AddressError| NotASender::From)?,
        })
    }

    /// True when mails are only kept to be looked at.
    #[must_use]
    pub fn is_development(&self) -> bool {
        matches!(self, Self::Development)
    }

    /// Sends a mail, and waits for the server to take it.
    pub(crate) fn send(&self, db: &Db, mail: &Mail<'_>) -> Result<(), Undelivered> {
        match self {
            Self::Off => Err(Undelivered::for_good("no mail server is configured")),
            Self::Development => {
                let Mail { to, subject, .. } = mail;
                tracing::info!(to, subject, "mail (development, not sent)");
                db.write_platform(|c| store::insert(c, mail))
                    .map_err(|e| Undelivered::for_now(e.to_string()))
            }
            Self::Smtp { server, from } => {
                let message = message(from, mail).map_err(|e| Undelivered::for_good(e.to_string()))?;
                let sent = server.send(&message).map(|_taken| ());
                sent.map_err(|e| Undelivered {
                    is_final: e.is_permanent(),
                    cause: e.to_string(),
                })
            }
        }
    }
}

/// Checks that nobody on the way can read along.
fn is_private(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("smtp://") else {
        return true;
    };
    let host = rest.rsplit('@').next().unwrap_or_default();
    let is_local = ["localhost", "127.0.0.1", "[::1]"].iter().any(|local| {
        host.strip_prefix(local)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/', '?']))
    });
    is_local || url.ends_with("tls=required")
}

fn message(from: &Mailbox, mail: &Mail<'_>) -> Result<Message, Box<dyn std::error::Error>> {
    let to: Mailbox = mail.to.parse()?;
    let id = format!("<{}@{}>", mail.id, from.email.domain());
    Ok(Message::builder()
        .from(from.clone())
        .to(to)
        .subject(mail.subject)
        .message_id(Some(id))
        .header(ContentType::TEXT_PLAIN)
        .body(mail.text.to_owned())?)
}

impl fmt::Debug for MailSender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Off => "Off",
            Self::Development => "Development",
            Self::Smtp { .. } => "Smtp",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FROM: Option<&str> = Some("品码 <notice@example.com>");

    #[test]
    fn the_setting_names_the_way() {
        assert!(matches!(MailSender::parse("off", None), Ok(MailSender::Off)));
        assert!(MailSender::parse("development", None).unwrap().is_development());
        for url in [
            "smtps://user:secret@smtp.example.com",
            "smtps://user:secret@smtp.example.com:465",
            "smtp://user:secret@smtp.example.com:587?tls=required",
            "smtp://localhost",
            "smtp://127.0.0.1:2525",
            "smtp://[::1]:25",
        ] {
            let sender = MailSender::parse(url, FROM);
            assert!(matches!(sender, Ok(MailSender::Smtp { .. })), "{url}: {sender:?}");
        }
    }

    #[test]
    fn what_cannot_send_is_refused_without_repeating_it() {
        for (url, from, why) in [
            ("on", FROM, NotASender::Url),
            ("https://example.com", FROM, NotASender::Url),
            ("smtp://smtp.example.com", FROM, NotASender::InTheClear),
            (
                "smtp://user:secret@smtp.example.com:587",
                FROM,
                NotASender::InTheClear,
            ),
            ("smtp://localhost.example.com", FROM, NotASender::InTheClear),
            ("smtp://localhost@smtp.example.com", FROM, NotASender::InTheClear),
            (
                "smtp://smtp.example.com?tls=opportunistic",
                FROM,
                NotASender::InTheClear,
            ),
            ("smtps://smtp.example.com", None, NotASender::From),
            ("smtps://smtp.example.com", Some("nobody"), NotASender::From),
        ] {
            let refused = MailSender::parse(url, from).unwrap_err();
            assert_eq!(refused, why, "{url}");
            assert!(!refused.to_string().contains("secret"));
        }
    }

    #[test]
    fn a_title_cannot_add_a_header() {
        let mail = Mail {
            id: "1",
            to: "office@example.com",
            subject: "产品\r\nBcc: thief@example.com",
            text: "正文",
        };
        let from = "品码 <notice@example.com>".parse().unwrap();
        let text = String::from_utf8(message(&from, &mail).unwrap().formatted()).unwrap();
        let headers = text.split("\r\n\r\n").next().unwrap();
        assert!(!headers.lines().any(|l| l.starts_with("Bcc")), "{headers}");
        assert!(headers.contains("Message-ID: <1@example.com>"), "{headers}");
    }
}
