use super::{CODE_SECONDS, Error, RESEND_SECONDS, SentCode, SmsPurpose, store};
use crate::keys::SmsCodeKey;
use db::{Db, Fault, PlatformConn};
use kernel::{Id, Lang};
use web::{
    security::{SECURITY, masked_phone},
    throttle::{self, Limit, TooMany},
};

/// The number of tries at one code, for whoever asked for it.
const MAX_TRIES: i64 = 5;

/// The number of tries at one code for all others together: they cannot use up those of whoever asked for it. A phone may have
/// changed networks meanwhile.
const TRIES_OF_OTHERS: Limit = Limit {
    hits: 20,
    seconds: CODE_SECONDS,
};

const PER_PHONE: Limit = Limit {
    hits: 1,
    seconds: RESEND_SECONDS,
};
const PER_PHONE_A_DAY: Limit = Limit {
    hits: 10,
    seconds: 86_400,
};
const PER_CLIENT_A_DAY: Limit = Limit {
    hits: 50,
    seconds: 86_400,
};

/// Makes a code, notes it, and answers the text to send.
pub(super) fn prepare(
    c: &mut PlatformConn<'_>,
    key: &SmsCodeKey,
    phone: &str,
    purpose: SmsPurpose,
    client: &str,
) -> Result<String, Error> {
    let refused = |e, error: fn(i64) -> Error| match e {
        TooMany::Wait(seconds) => error(seconds.max(1)),
        TooMany::Fault(e) => Error::Database(e),
    };
    throttle::admit(c, &format!("sms:phone:{phone}"), PER_PHONE)
        .map_err(|e| refused(e, |seconds| Error::TooSoon { seconds }))?;
    for (bucket, limit) in [
        (format!("sms:phone-day:{phone}"), PER_PHONE_A_DAY),
        (format!("sms:client-day:{client}"), PER_CLIENT_A_DAY),
    ] {
        throttle::admit(c, &bucket, limit).map_err(|e| refused(e, |seconds| Error::TooMany { seconds }))?;
    }
    let code = random_code()?;
    store::insert_code(
        c,
        phone,
        purpose,
        &key.hash(phone, purpose.as_str(), &code),
        client,
    )?;
    let (what, minutes) = (purpose.label(Lang::Zh), CODE_SECONDS / 60);
    Ok(format!(
        "【品码】您的{what}验证码为 {code}，{minutes} 分钟内有效，请勿告知他人。"
    ))
}

/// A code that was found right, and is used up by what it was needed for: this one, not one that was sent since.
#[derive(Debug)]
pub(crate) struct ProvedCode(Id<SentCode>);

/// Judges a code. A wrong try counts whatever becomes of the request, so the caller commits before it looks at the
/// verdict. `client` is where the try comes from.
pub(crate) fn check(
    c: &mut PlatformConn<'_>,
    (key, client): (&SmsCodeKey, &str),
    phone: &str,
    purpose: SmsPurpose,
    code: &str,
) -> Result<Result<ProvedCode, Error>, Error> {
    let now = c.now();
    let Some(sent) = store::latest(c, phone, purpose)?.filter(|sent| sent.expires_at > now) else {
        return Ok(Err(Error::Expired));
    };
    // Counted first, so that parallel guesses are not free.
    let Some(tries) = count_try(c, &sent, client)? else {
        return Ok(Err(Error::Exhausted));
    };
    if key.verify(phone, purpose.as_str(), code, &sent.code_hash) {
        uncount_try(c, &sent, client)?;
        return Ok(Ok(ProvedCode(sent.id)));
    }
    tracing::warn!(target: SECURITY, event = "sms_code_wrong",
        phone = masked_phone(phone),
        purpose = purpose.as_str(),
        tries
    );
    Ok(Err(match MAX_TRIES - tries {
        ..=0 => Error::Exhausted,
        left => Error::Wrong { left },
    }))
}

/// Counts a try of this client; how many there were, of all that are counted with it.
fn count_try(c: &mut PlatformConn<'_>, sent: &SentCode, client: &str) -> Result<Option<i64>, Error> {
    if sent.client_address == client {
        return store::count_try(c, &sent.id, MAX_TRIES);
    }
    let count = throttle::hit(c, &bucket_of_others(sent), TRIES_OF_OTHERS)?;
    let used = MAX_TRIES - (TRIES_OF_OTHERS.hits - count.hits).min(MAX_TRIES);
    Ok((count.hits <= TRIES_OF_OTHERS.hits).then_some(used))
}

fn uncount_try(c: &mut PlatformConn<'_>, sent: &SentCode, client: &str) -> Result<(), Error> {
    match sent.client_address == client {
        true => store::uncount_try(c, &sent.id),
        false => Ok(throttle::take_back(c, &bucket_of_others(sent))?),
    }
}

fn bucket_of_others(sent: &SentCode) -> String {
    format!("sms:others:{}", sent.id)
}

/// Uses up the code that [`check`] found right, in the transaction of what it was needed for.
pub(crate) fn consume(c: &mut PlatformConn<'_>, proved: &ProvedCode) -> Result<(), Error> {
    match store::use_up(c, &proved.0)? {
        true => Ok(()),
        false => Err(Error::Expired),
    }
}

/// Removes codes that are of no use any more.
///
/// # Errors
/// When the database fails.
pub fn sweep(db: &Db) -> Result<(), Error> {
    db.write_platform(|c| {
        let day_ago = c.now().plus_seconds(-86_400);
        store::remove_before(c, day_ago)
    })
}

/// Six digits, each number as likely as any other.
fn random_code() -> Result<String, Error> {
    const LIMIT: u32 = u32::MAX / 1_000_000 * 1_000_000;
    loop {
        let n = getrandom::u32().map_err(|e| Fault::Away(e.to_string()))?;
        if n < LIMIT {
            return Ok(format!("{:06}", n % 1_000_000));
        }
    }
}
