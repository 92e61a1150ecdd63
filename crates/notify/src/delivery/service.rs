use super::{DeliveryId, store};
use crate::{Error, address::AddressBook, via::NoticeVia};
use db::PlatformConn;

/// Sends a message again that was given up, to the address its enterprise has now: a wrong one is the usual reason.
pub(super) fn retry(c: &mut PlatformConn<'_>, book: &dyn AddressBook, id: &DeliveryId) -> Result<(), Error> {
    let (enterprise, via, former) = store::find_target(c, id)?;
    let now = book.addresses(&mut c.acting_for(&enterprise))?;
    let address = match via {
        NoticeVia::Sms => now.phone,
        NoticeVia::Email => now.email.unwrap_or(former),
    };
    store::queue_again(c, id, &address)
}
