use super::{DeliveryId, store};
use crate::{Error, address::AddressBook, channel::NoticeChannel};
use db::PlatformConn;

/// Sends a message again that was given up, to the address its enterprise has now: a wrong one is the usual reason.
pub(super) fn retry(c: &mut PlatformConn<'_>, book: &dyn AddressBook, id: &DeliveryId) -> Result<(), Error> {
    let (enterprise, channel, former) = store::find_target(c, id)?;
    let now = book.addresses(&mut c.acting_for(&enterprise))?;
    let address = match channel {
        NoticeChannel::Sms => now.phone,
        NoticeChannel::Email => now.email.unwrap_or(former),
    };
    store::queue_again(c, id, &address)
}
