//! What stands between guessers and a password.

use super::Error;
use db::PlatformConn;
use web::throttle::{self, Limit};

/// The limit of failures an account takes from devices it does not know.
const STRANGERS: Limit = Limit {
    hits: 5,
    seconds: 900,
};

/// The limit of failures an account takes from one device it knows.
const KNOWN_DEVICE: Limit = Limit {
    hits: 10,
    seconds: 900,
};

/// The limit of failures of one client, whatever the account.
const CLIENT: Limit = Limit {
    hits: 60,
    seconds: 900,
};

/// The buckets one attempt counts in.
#[derive(Debug, Clone)]
pub(super) struct Attempt {
    account: String,
    limit: Limit,
    client: String,
}

impl Attempt {
    pub(super) fn new(login_name: &str, known_device: Option<&str>, client: &str) -> Self {
        match known_device {
            Some(device) => Self {
                account: format!("sign-in:device:{device}"),
                limit: KNOWN_DEVICE,
                client: bucket(client),
            },
            None => Self {
                account: format!("sign-in:account:{login_name}"),
                limit: STRANGERS,
                client: bucket(client),
            },
        }
    }

    /// Counts the attempt before anything is evaluated, so that parallel guesses are not free.
    pub(super) fn admit(&self, c: &mut PlatformConn<'_>) -> Result<(), Error> {
        let now = c.now();
        let client = throttle::hit(c, &self.client, CLIENT)?;
        let account = throttle::hit(c, &self.account, self.limit)?;
        let over = [(client, CLIENT), (account, self.limit)];
        let waits = over.iter().filter(|(count, limit)| count.hits > limit.hits);
        match waits
            .map(|(count, _)| count.window_ends_at.seconds_since(now).max(1))
            .max()
        {
            Some(seconds) => Err(Error::SignInLocked {
                seconds,
                minutes: (seconds + 59) / 60,
            }),
            None => Ok(()),
        }
    }

    /// The account is rid of its failures; what the client did before still counts.
    pub(super) fn succeeded(&self, c: &mut PlatformConn<'_>) -> Result<(), Error> {
        throttle::take_back(c, &self.client)?;
        Ok(throttle::forget(c, &self.account)?)
    }
}

fn bucket(client: &str) -> String {
    format!("sign-in:client:{client}")
}
