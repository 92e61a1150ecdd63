use super::{model::Link, store};
use crate::{Error, LinkedCode, ProductId, reference::TraceScheme, store as products, succession};
use db::TenantConn;
use kernel::Lang;
use web::FieldWarning;

/// Refuses a code that another product has, with its place in the record. What the product had before is kept.
pub(crate) fn check(c: &mut TenantConn<'_>, product: &ProductId, links: &[Link]) -> Result<(), Error> {
    for link in links.iter().filter(|l| l.is_unique() && !l.is_kept) {
        if let Some(taken) = in_the_way(c, product, link)? {
            return Err(taken);
        }
    }
    Ok(())
}

/// Makes these the codes of a product. Whoever calls has the product's turn.
pub(crate) fn hold(c: &mut TenantConn<'_>, product: &ProductId, links: &[Link]) -> Result<(), Error> {
    store::keep_only(c, product, links)?;
    // Everyone in the same order, so that nobody waits in a circle.
    let mut links: Vec<_> = links.iter().collect();
    links.sort_by_key(|l| (l.scheme(), &l.code));
    for link in links {
        if store::is_held(c, product, link)?.is_some() {
            continue;
        }
        let taken = match link.is_unique() {
            true => in_the_way(c, product, link)?,
            false => None,
        };
        if link.is_unique() && taken.is_none() && store::insert(c, product, link, true)? {
            continue;
        }
        if link.is_unique() && !link.is_kept {
            // Somebody was faster than this transaction, or has had it before.
            return Err(match taken {
                Some(taken) => taken,
                None => in_the_way(c, product, link)?.unwrap_or_else(|| anothers(link)),
            });
        }
        store::insert(c, product, link, false)?;
    }
    store::set_registered(c, product)
}

/// Lets the codes of a product go, which ended.
pub(crate) fn release(c: &mut TenantConn<'_>, product: &ProductId) -> Result<(), Error> {
    store::keep_only(c, product, &[])?;
    store::set_registered(c, product)
}

/// The codes that a new product of the enterprise could have.
pub(crate) fn only_free(c: &mut TenantConn<'_>, codes: Vec<LinkedCode>) -> Result<Vec<LinkedCode>, Error> {
    let nobody = ProductId::new();
    let mut free = vec![];
    for (link, code) in Link::all(&codes, &[]).iter().zip(&codes) {
        if !link.is_unique() || in_the_way(c, &nobody, link)?.is_none() {
            free.push(code.clone());
        }
    }
    Ok(free)
}

/// Refuses a trace code that stands as a linked code on another product of one's own: a scan can be answered by one of them
/// alone. A link of another enterprise does not stand in the way of whose code it is; the trace code is answered.
pub(crate) fn refuse_own_link(c: &mut TenantConn<'_>, code: &identifiers::Gtin) -> Result<(), Error> {
    let Some(id) = store::own_with_gtin(c, code.gtin14())? else {
        return Ok(());
    };
    let linking = products::find(c, &id)?;
    Err(Error::TraceCodeLinked {
        code: code.entered().to_owned(),
        product: linking.name,
    })
}

/// Why a product cannot have a code; of another enterprise's product nothing is told.
pub(super) fn in_the_way(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    link: &Link,
) -> Result<Option<Error>, Error> {
    let own = c.enterprise().clone();
    if let Some(holder) = store::holder_of(c, link)?.filter(|h| h.product != *product) {
        return match holder.enterprise == own {
            true => Ok(Some(owns(c, &holder.product, link)?)),
            false => Ok(Some(anothers(link))),
        };
    }
    if link.scheme != TraceScheme::Gs1 {
        return Ok(None);
    }
    match succession::answering(c, &link.code)? {
        Some(p) if p.id == *product => Ok(None),
        Some(p) if p.enterprise_id != own => Ok(Some(anothers(link))),
        Some(p) if p.is_living() => Ok(Some(owns(c, &p.id, link)?)),
        _ => Ok(None),
    }
}

fn owns(c: &mut TenantConn<'_>, holder: &ProductId, link: &Link) -> Result<Error, Error> {
    let holder = products::find(c, holder)?;
    Ok(Error::LinkedCodeOwn {
        pointer: link.pointer.clone(),
        product: holder.name,
        trace_code: holder.trace_code,
    })
}

fn anothers(link: &Link) -> Error {
    Error::LinkedCodeTaken {
        pointer: link.pointer.clone(),
    }
}

/// What is double among the codes of a product, for its maker.
pub(crate) fn warnings(
    c: &mut TenantConn<'_>,
    product: &ProductId,
    codes: &[LinkedCode],
    lang: Lang,
) -> Result<Vec<FieldWarning>, Error> {
    let mut found = vec![];
    for link in Link::all(codes, codes).iter().filter(|l| l.is_unique()) {
        if in_the_way(c, product, link)?.is_none() {
            continue;
        }
        found.push(FieldWarning {
            pointer: link.pointer.clone(),
            code: "product.linked_code_double".to_owned(),
            message: match lang {
                Lang::Zh => "该编码也登记在另一产品上，扫码和查询以对方为准；请核对，不属于本产品的请移除",
                Lang::En => "another product has this code too, and is what it leads to; check it, and remove it if it is not this product's",
            }
            .to_owned(),
        });
    }
    Ok(found)
}
