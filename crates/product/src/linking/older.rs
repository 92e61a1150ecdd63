//! Registering the codes of products from before there was a register, or that an older server wrote beside this one.

use super::{
    model::Link,
    service::{hold, in_the_way, release},
    store,
};
use crate::{Error, ProductId, ProductState, notice::ReviewNotice, revision, store as products};
use db::{Db, TenantConn};
use kernel::Lang;
use notify::{Notice, notify_operators};

/// Registers the codes of products that are not registered as they are; double ones are told to the operators, and given to the
/// product that waits once the other lets them go.
///
/// # Errors
/// When the database fails.
pub fn register_linked_codes(db: &Db) -> Result<(), Error> {
    let mut behind: Option<ProductId> = None;
    loop {
        let part = db.read_platform(|c| store::unregistered(c, behind.as_ref()))?;
        let Some((_, last)) = part.last() else { break };
        behind = Some(last.clone());
        for (owner, product) in part {
            db.write(&owner, |c| register(c, &product))?;
        }
    }
    for (owner, product, scheme, code) in db.read_platform(store::waiting)? {
        let link = Link {
            scheme,
            code,
            pointer: String::new(),
            is_kept: true,
        };
        db.write(&owner, |c| take_up(c, &product, &link))?;
    }
    Ok(())
}

fn register(c: &mut TenantConn<'_>, id: &ProductId) -> Result<(), Error> {
    let p = products::take_turn(c, id)?;
    if p.state == ProductState::Voided {
        return release(c, id);
    }
    // What cannot be read says no codes; whoever mends it registers them.
    let record = revision::store::current(c, &p)?.read(&p);
    let codes = record.map(|read| read.value.linked_codes).unwrap_or_default();
    let links = Link::all(&codes, &codes);
    hold(c, id, &links)?;
    for link in links.iter().filter(|l| l.is_unique()) {
        if store::is_held(c, id, link)? == Some(false) {
            tell(c, id, link)?;
        }
    }
    Ok(())
}

/// Tells the operators of a code that two products have, once.
fn tell(c: &mut TenantConn<'_>, id: &ProductId, link: &Link) -> Result<(), Error> {
    let Some((enterprise, product)) = store::name_of(c, id)? else {
        return Ok(());
    };
    let other = match store::holder_of(c, link)? {
        Some(holder) => store::name_of(c, &holder.product)?,
        None => None,
    };
    let (other_enterprise, other_product) = other.unwrap_or_default();
    let double = ReviewNotice::LinkedCodeDouble {
        scheme: link.scheme.label(Lang::Zh).to_owned(),
        code: link.code.clone(),
        enterprise,
        product,
        other_enterprise,
        other_product,
    };
    let notice = Notice::new(double).link("/platform/products").once(format!(
        "linked_code_double {} {} {id}",
        link.scheme(),
        link.code
    ));
    Ok(notify_operators(c, &notice)?)
}

/// Gives a product the code it waits for, if nobody has it any more.
fn take_up(c: &mut TenantConn<'_>, id: &ProductId, link: &Link) -> Result<(), Error> {
    products::take_turn(c, id)?;
    let still_waits = store::is_held(c, id, link)? == Some(false);
    match still_waits && in_the_way(c, id, link)?.is_none() {
        true => store::set_held(c, id, link),
        false => Ok(()),
    }
}
