use super::{SmsError, store};
use crate::undelivered::Undelivered;
use db::Db;
use std::{
    io::Write,
    path::PathBuf,
    process::{Command, Stdio},
    time::{Duration, Instant},
};
use web::{Problem, PublicScope, blocking};

/// The sender of SMS: the way an SMS leaves this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SmsSender {
    /// There is none: whatever needs an SMS says so.
    Off,
    /// For development and demonstration: the text is kept for the page `/dev/sms` and written to the log.
    Development,
    /// A program of the operator's that knows the provider's interface: the phone is its argument, the text its standard
    /// input.
    Command(PathBuf),
}

/// The time the operator's program may take.
const PATIENCE: Duration = Duration::from_secs(10);

impl SmsSender {
    /// Reads the setting: `off`, `development` or `command:/path/to/program`.
    #[must_use]
    pub fn parse(setting: &str) -> Option<Self> {
        match setting {
            "off" => Some(Self::Off),
            "development" => Some(Self::Development),
            _ => setting
                .strip_prefix("command:")
                .filter(|p| !p.is_empty())
                .map(|p| Self::Command(p.into())),
        }
    }

    /// Refuses at once when there is no way to send.
    ///
    /// # Errors
    /// When there is none.
    pub fn check(&self) -> Result<(), SmsError> {
        if *self == Self::Off {
            Err(SmsError::NotConfigured)
        } else {
            Ok(())
        }
    }

    /// Sends a text from a thread that may wait.
    pub(crate) fn send_waiting(&self, db: &Db, phone: &str, text: &str) -> Result<(), Undelivered> {
        match self {
            Self::Off => Err(Undelivered::for_good("no way to send SMS is configured")),
            Self::Development => {
                tracing::info!(phone, text, "SMS (development, not sent)");
                db.write_platform(|c| store::insert(c, phone, text))
                    .map_err(|e| Undelivered::for_now(e.to_string()))
            }
            Self::Command(program) => {
                run(program, phone, text).map_err(|e| Undelivered::for_now(e.to_string()))
            }
        }
    }

    /// Sends a text that somebody waits for.
    ///
    /// # Errors
    /// When it did not leave.
    pub async fn send(&self, scope: &PublicScope, phone: String, text: String) -> Result<(), Problem> {
        match self.clone() {
            Self::Off => Err(SmsError::NotConfigured.into()),
            Self::Development => {
                tracing::info!(phone, text, "SMS (development, not sent)");
                scope.write(move |c| store::insert(c, &phone, &text)).await
            }
            Self::Command(program) => blocking(move || run(&program, &phone, &text)).await,
        }
    }
}

fn run(program: &PathBuf, phone: &str, text: &str) -> Result<(), SmsError> {
    let failed = |cause: String| SmsError::NotSent { cause };
    let mut child = Command::new(program)
        .arg(phone)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|e| failed(e.to_string()))?;
    // Not an argument: other people of the machine could read the code there. A program that reads nothing is its own
    // judge of what it sent.
    if let Some(mut stdin) = child.stdin.take() {
        let _unread = stdin.write_all(text.as_bytes());
    }
    let until = Instant::now() + PATIENCE;
    loop {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(status)) => return Err(failed(status.to_string())),
            Ok(None) if Instant::now() < until => std::thread::sleep(Duration::from_millis(20)),
            Ok(None) => {
                let _already_gone = child.kill();
                let _reaped = child.wait();
                return Err(failed("it did not answer in time".to_owned()));
            }
            Err(e) => return Err(failed(e.to_string())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn the_setting_names_the_way() {
        assert_eq!(SmsSender::parse("off"), Some(SmsSender::Off));
        assert_eq!(SmsSender::parse("development"), Some(SmsSender::Development));
        assert_eq!(
            SmsSender::parse("command:/bin/true"),
            Some(SmsSender::Command("/bin/true".into()))
        );
        assert_eq!(SmsSender::parse("command:"), None);
        assert_eq!(SmsSender::parse("aliyun"), None);
    }

    #[test]
    fn the_text_is_not_an_argument() {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("send");
        let script = format!(
            "#!/bin/sh\n{{ echo \"$@\"; cat; }} >{}/sent\n",
            folder.path().display()
        );
        std::fs::write(&program, script).unwrap();
        std::fs::set_permissions(&program, PermissionsExt::from_mode(0o700)).unwrap();
        run(&program, "13800138000", "验证码 123456").unwrap();
        let sent = std::fs::read_to_string(folder.path().join("sent")).unwrap();
        assert_eq!(sent, "13800138000\n验证码 123456");
    }

    #[test]
    fn a_program_that_fails_is_told_apart_from_one_that_sends() {
        assert!(run(&"/bin/true".into(), "13800138000", "x").is_ok());
        assert!(matches!(
            run(&"/bin/false".into(), "13800138000", "x"),
            Err(SmsError::NotSent { .. })
        ));
        assert!(matches!(
            run(&"/no/such/program".into(), "1", "x"),
            Err(SmsError::NotSent { .. })
        ));
    }
}
