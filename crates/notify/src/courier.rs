//! Carrying messages from the outbox to phones and mailboxes.

use crate::{
    Error,
    delivery::{Message, Outcome, store},
    mail::Mail,
    mask::mask_in,
    senders::Senders,
    undelivered::Undelivered,
    via::NoticeVia,
};
use db::Db;
use kernel::Timestamp;
use std::sync::atomic::{AtomicBool, Ordering};

/// Sends what is in the outbox. Several may be at work on one database: each message is one courier's at a time.
///
/// A process that dies between sending and noting it sends that message again once its lease has run out; a mail
/// carries the same Message-ID then.
#[derive(Debug, Clone)]
pub struct Courier {
    /// The senders of SMS and mails.
    pub senders: Senders,
    /// The address of the console, for links in mails.
    pub console: String,
}

/// After so many tries a message is given up; the waits between them add up to about three days, so that a mail server may be
/// away for a weekend.
const MAX_TRIES: i64 = 38;

/// The wait after the first failure; each further one is four times as long, up to two hours.
const FIRST_WAIT_SECONDS: i64 = 30;

impl Courier {
    /// Sends all that is due, one after the other, until there is no more or it is told to stop.
    ///
    /// # Errors
    /// When the database fails.
    pub fn work(&self, db: &Db, stopping: &AtomicBool) -> Result<(), Error> {
        while !stopping.load(Ordering::Relaxed) && db.read_platform(store::is_any_due)? {
            // Nothing taken: another courier was faster.
            if let Some(message) = db.write_platform(store::take)? {
                self.deliver(db, &message)?;
            }
        }
        Ok(())
    }

    fn deliver(&self, db: &Db, message: &Message) -> Result<(), Error> {
        let sent = self.send(db, message);
        let now = db.clock().now();
        let outcome = judge(message, sent, now);
        db.write_platform(|c| store::record_outcome(c, message, &outcome))
    }

    fn send(&self, db: &Db, message: &Message) -> Result<(), Undelivered> {
        let Message { address, title, .. } = message;
        match message.via {
            NoticeVia::Sms => {
                let text = format!("【品码】{}", message.text);
                self.senders.sms.send_waiting(db, address, &text)
            }
            NoticeVia::Email => self.senders.mail.send(
                db,
                &Mail {
                    id: message.id.as_str(),
                    to: address,
                    subject: &format!("【品码】{title}"),
                    text: &self.mail_text(message),
                },
            ),
        }
    }

    fn mail_text(&self, message: &Message) -> String {
        const WHY: &str = "本邮件由品码自动发送，请勿回复。可在“通知设置”中选择接收哪些邮件。";
        let link = message
            .link
            .as_ref()
            .map(|path| format!("\n\n查看：{}{path}", self.console));
        format!("{}{}\n\n{WHY}\n", message.text, link.unwrap_or_default())
    }
}

fn judge(message: &Message, sent: Result<(), Undelivered>, now: Timestamp) -> Outcome {
    let Err(Undelivered { cause, is_final }) = sent else {
        return Outcome::Sent;
    };
    tracing::warn!(delivery = %message.id, tries = message.tries, "a message could not be sent");
    let cause = mask_in(&cause, message.via, &message.address);
    if is_final || message.tries >= MAX_TRIES {
        Outcome::GivenUp(cause)
    } else {
        Outcome::Later(cause, now.plus_seconds(wait(message.tries)))
    }
}

/// Seconds from a failure to the next try.
fn wait(tries: i64) -> i64 {
    FIRST_WAIT_SECONDS << (2 * (tries - 1).clamp(0, 4))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{mail::MailSender, sms::SmsSender};
    use kernel::Id;

    fn message(tries: i64) -> Message {
        Message {
            id: Id::new(),
            via: NoticeVia::Email,
            address: "office@example.com".to_owned(),
            title: "标题".to_owned(),
            text: "内容。".to_owned(),
            link: Some("/enterprise".to_owned()),
            tries,
            is_digest: false,
        }
    }

    #[test]
    fn the_waits_grow_and_end() {
        let now = Timestamp::from_unix_millis(0);
        let waits: Vec<i64> = (1..=MAX_TRIES)
            .map_while(
                |n| match judge(&message(n), Err(Undelivered::for_now("away")), now) {
                    Outcome::Later(_, at) => Some(at.seconds_since(now)),
                    _ => None,
                },
            )
            .collect();
        assert_eq!(waits.get(..6), Some(&[30, 120, 480, 1920, 7680, 7680][..]));
        let days = waits.iter().sum::<i64>() as f64 / 86_400.0;
        assert!((2.9..3.2).contains(&days), "{days}");
        let last = judge(&message(MAX_TRIES), Err(Undelivered::for_now("away")), now);
        assert_eq!(last, Outcome::GivenUp("away".to_owned()));
    }

    #[test]
    fn what_cannot_succeed_is_given_up_at_once_and_names_nobody() {
        let refused = Undelivered::for_good("550 <office@example.com> unknown");
        let outcome = judge(&message(1), Err(refused), Timestamp::from_unix_millis(0));
        assert_eq!(
            outcome,
            Outcome::GivenUp("550 <o***@example.com> unknown".to_owned())
        );
    }

    #[test]
    fn a_mail_says_where_to_look() {
        let courier = Courier {
            senders: Senders {
                sms: SmsSender::Off,
                mail: MailSender::Off,
            },
            console: "https://q.example.com".to_owned(),
        };
        let text = courier.mail_text(&message(1));
        assert!(
            text.starts_with("内容。\n\n查看：https://q.example.com/enterprise\n\n"),
            "{text}"
        );
    }
}
