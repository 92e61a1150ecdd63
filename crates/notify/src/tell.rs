use crate::{
    Error,
    address::AddressBook,
    delivery, inbox,
    notice::Notice,
    operators, settings,
    text::{ForEnterprises, ForOperators},
    via::NoticeVia,
};
use db::TenantConn;

/// Tells the enterprise of the connection, in the caller's transaction: one notice for the console, and for
/// each further way that the text asks for and the enterprise did not switch off a delivery: at once what is urgent, else as part of the
/// digest of its kind.
///
/// # Errors
/// When the database fails.
pub fn notify_enterprise<T: ForEnterprises>(
    c: &mut TenantConn<'_>,
    book: &dyn AddressBook,
    notice: &Notice<T>,
) -> Result<(), Error> {
    let text = notice.text.declared();
    let Some(id) = inbox::store::insert(c, &notice.written())? else {
        return Ok(());
    };
    if text.via.is_empty() || notice.is_quiet {
        return Ok(());
    }
    let settings = settings::store::find(c)?;
    let addresses = book.addresses(c)?;
    let wanted = text.via.iter().filter(|ch| settings.wants(text.kind, **ch));
    for via in wanted {
        let address = match via {
            NoticeVia::Sms => Some(&addresses.phone),
            NoticeVia::Email => addresses.email.as_ref(),
        };
        match (address, text.is_urgent) {
            (None, _) => {}
            (Some(address), true) => delivery::store::insert(c, &id, *via, address)?,
            (Some(address), false) => delivery::digest_store::join(c, &id, (text.kind, *via), address)?,
        }
    }
    Ok(())
}

/// Tells the operators of the platform, in the transaction of an enterprise.
///
/// # Errors
/// When the database fails.
pub fn notify_operators<T: ForOperators>(c: &mut TenantConn<'_>, notice: &Notice<T>) -> Result<(), Error> {
    operators::store::insert(c, &notice.written())
}
