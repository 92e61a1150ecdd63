use super::store;
use crate::{Error, keys::CodeKey, mail};
use db::{Db, Fault, PlatformConn};
use kernel::Lang;
use web::throttle::{self, Limit, TooMany};

kernel::codes! {
    /// What a code is good for; a code for one thing is worth nothing for another.
    pub enum Purpose {
        Registration = "registration", "企业注册", "registration";
        PasswordReset = "password_reset", "找回密码", "password reset";
    }
}

/// How long a code lives.
pub const CODE_SECONDS: i64 = 5 * 60;

/// How long to wait before another one.
pub const RESEND_SECONDS: i64 = 60;

/// How often a code may be tried.
const MAX_TRIES: i64 = 5;

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
    key: &CodeKey,
    phone: &str,
    purpose: Purpose,
    client: &str,
) -> Result<String, Error> {
    let refused = |e, error: fn(i64) -> Error| match e {
        TooMany::Wait(seconds) => error(seconds.max(1)),
        TooMany::Fault(e) => Error::Database(e),
    };
    throttle::admit(c, &format!("sms:phone:{phone}"), PER_PHONE)
        .map_err(|e| refused(e, |seconds| Error::SmsTooSoon { seconds }))?;
    for (bucket, limit) in [
        (format!("sms:phone-day:{phone}"), PER_PHONE_A_DAY),
        (format!("sms:client-day:{client}"), PER_CLIENT_A_DAY),
    ] {
        throttle::admit(c, &bucket, limit)
            .map_err(|e| refused(e, |seconds| Error::SmsTooMany { seconds }))?;
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

/// Judges a code. A wrong try counts whatever becomes of the request, so the caller commits before it looks at the
/// verdict.
pub(crate) fn check(
    c: &mut PlatformConn<'_>,
    key: &CodeKey,
    phone: &str,
    purpose: Purpose,
    code: &str,
) -> Result<Result<(), Error>, Error> {
    let now = c.now();
    let Some(sent) = store::latest(c, phone, purpose)?.filter(|sent| sent.expires_at > now) else {
        return Ok(Err(Error::SmsCodeExpired));
    };
    // Counted first, so that parallel guesses are not free.
    let Some(tries) = store::count_try(c, &sent.id, MAX_TRIES)? else {
        return Ok(Err(Error::SmsCodeExhausted));
    };
    if key.verify(phone, purpose.as_str(), code, &sent.code_hash) {
        store::uncount_try(c, &sent.id)?;
        return Ok(Ok(()));
    }
    Ok(Err(match MAX_TRIES - tries {
        0 => Error::SmsCodeExhausted,
        left => Error::SmsCodeWrong { left },
    }))
}

/// Uses up the code that [`check`] found right, in the transaction of what it was needed for.
pub(crate) fn consume(c: &mut PlatformConn<'_>, phone: &str, purpose: Purpose) -> Result<(), Error> {
    let sent = store::latest(c, phone, purpose)?.ok_or(Error::SmsCodeExpired)?;
    match store::use_up(c, &sent.id)? {
        true => Ok(()),
        false => Err(Error::SmsCodeExpired),
    }
}

/// Removes codes and messages that are of no use any more, and the mails kept for developers.
///
/// # Errors
/// When the database fails.
pub fn sweep(db: &Db) -> Result<(), Error> {
    db.write_platform(|c| {
        let day_ago = c.now().plus_seconds(-86_400);
        store::remove_before(c, day_ago)?;
        mail::remove_before(c, day_ago)
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
