use super::FormKey;
use crate::Error;
use db::{EnterpriseId, PlatformConn};
use facts::CodeKey;
use web::{
    Client,
    throttle::{self, Limit, TooMany},
};

const HOUR: i64 = 3600;

/// One person has few things to say about one code.
const PER_CODE: Limit = Limit {
    hits: 3,
    seconds: HOUR,
};

/// Many people may stand behind one address.
const PER_CLIENT: Limit = Limit {
    hits: 10,
    seconds: HOUR,
};
const PER_CLIENT_A_DAY: Limit = Limit {
    hits: 30,
    seconds: 24 * HOUR,
};

/// What the people of a maker can still read, and what its store of pictures can take.
const PER_MAKER: Limit = Limit {
    hits: 100,
    seconds: HOUR,
};

/// Counts a message and refuses it when it is one too many.
pub(super) fn admit(
    c: &mut PlatformConn<'_>,
    key: &FormKey,
    client: &Client,
    (maker, code): (&EnterpriseId, &CodeKey),
) -> Result<(), Error> {
    let everywhere = key.bucket(client, None);
    let of_client = [
        (
            format!("feedback:code:{}", key.bucket(client, Some(code))),
            PER_CODE,
        ),
        (format!("feedback:hour:{everywhere}"), PER_CLIENT),
        (format!("feedback:day:{everywhere}"), PER_CLIENT_A_DAY),
    ];
    for (bucket, limit) in of_client {
        throttle::admit(c, &bucket, limit).map_err(|e| refusal(e, false))?;
    }
    throttle::admit(c, &format!("feedback:maker:{maker}"), PER_MAKER).map_err(|e| refusal(e, true))
}

fn refusal(e: TooMany, is_for_maker: bool) -> Error {
    match e {
        TooMany::Fault(e) => Error::Database(e),
        TooMany::Wait(seconds) => {
            let minutes = seconds.max(1).unsigned_abs().div_ceil(60);
            let minutes = i64::try_from(minutes).unwrap_or(1);
            match is_for_maker {
                true => Error::FeedbackMakerBusy { minutes, seconds },
                false => Error::FeedbackTooMany { minutes, seconds },
            }
        }
    }
}
