use super::{Batch, BatchId, BatchView, Error, QuantityKind, store};
use crate::{
    CodeState,
    recalled::{self, Recall},
    worth::{Ground, Own, Truth},
};
use chrono::NaiveDate;
use db::{List, TenantConn};
use kernel::Code;
use product::{
    Act, Holders, Product, ProductId, PublicBase,
    events::{self, EventBatch, EventDetail, EventKind, NewEvent, Target},
};
use std::collections::HashMap;
use web::upload::{self, FileView, LinkKey};

/// A batch to be coded.
#[derive(Debug, Clone)]
pub struct NewBatch {
    /// The product.
    pub product_id: ProductId,
    /// Its number.
    pub batch_no: String,
    /// Creation time.
    pub made_on: NaiveDate,
    /// When it expires.
    pub expires_on: Option<NaiveDate>,
    /// How many there are, as far as no unit codes say it.
    pub quantity: Option<(i64, QuantityKind)>,
}

/// Ends a batch for good, and with it the codes of its units.
///
/// # Errors
/// When there is no such batch, it is voided already, or somebody holds its codes.
pub fn void(c: &mut TenantConn<'_>, holders: &Holders, id: &BatchId, reason: &str) -> Result<(), Error> {
    let (batch, _) = store::find(c, id)?;
    product::take_turn(c, &batch.product_id)?;
    holders.admit(c, &batch.product_id, &Target::Batch(id.clone()), Act::Void)?;
    match store::void(c, id, reason)? {
        true => record_event(c, &batch, EventKind::Voided, Some(reason)),
        false => Err(Error::Voided {
            batch_no: batch.batch_no,
        }),
    }
}

pub(crate) fn find_view(
    c: &mut TenantConn<'_>,
    id: &BatchId,
    links: &LinkKey,
    base: &PublicBase,
) -> Result<BatchView, Error> {
    let found = store::find(c, id)?;
    let mut views = views(c, vec![found], links, base)?;
    views.pop().ok_or(Error::NotFound)
}

pub(super) fn views(
    c: &mut TenantConn<'_>,
    found: Vec<(Batch, Product)>,
    links: &LinkKey,
    base: &PublicBase,
) -> Result<Vec<BatchView>, Error> {
    let ids: Vec<_> = found.iter().map(|(b, _)| b.id.clone()).collect();
    let units: HashMap<_, _> = store::units_of(c, &ids)?.into_iter().collect();
    let today = c.now().beijing_date();
    let left = store::with_units_out(c, &ids, today)?;
    let reports: Vec<_> = found
        .iter()
        .flat_map(|(b, _)| b.report_file_ids.0.clone())
        .collect();
    let files = upload::view_files(c, &reports, links)?;
    let products: Vec<_> = found.iter().map(|(_, p)| p.id.clone()).collect();
    let (recalls, today) = (recalled::open_of_products(c, &products)?, c.now().beijing_date());
    Ok(found
        .into_iter()
        .map(|(b, p)| {
            let truth = truth(&b, &p, &recalls, today);
            let is_ex_factory = b.is_ex_factory(today) || left.contains(&b.id);
            let count = units.get(&b.id).copied().unwrap_or(0);
            BatchView {
                is_ex_factory,
                ..view(count, (b, p), truth, &files, base)
            }
        })
        .collect())
}

/// Writes down a batch nobody has yet.
pub(crate) fn insert(c: &mut TenantConn<'_>, new: &NewBatch) -> Result<BatchId, Error> {
    let before = product::predecessors(c, &new.product_id)?;
    if store::is_taken(c, &before, &new.batch_no)? {
        return Err(Error::TakenBefore {
            batch_no: new.batch_no.clone(),
        });
    }
    let (id, now) = (BatchId::new(), c.now());
    let batch = Batch {
        id: id.clone(),
        product_id: new.product_id.clone(),
        batch_no: new.batch_no.clone(),
        made_on: new.made_on,
        expires_on: new.expires_on,
        state: CodeState::Active.into(),
        state_reason: None,
        version: 1,
        created_at: now,
        updated_at: now,
        quantity: new.quantity.map(|(n, _)| n),
        quantity_kind: new.quantity.map(|(_, kind)| kind.into()),
        report_kind: None,
        report_file_ids: List::of(vec![]),
        is_report_public: false,
        note: None,
        ex_factory_on: None,
    };
    store::insert(c, &batch)?;
    record_event(c, &batch, EventKind::Created, None)?;
    Ok(id)
}

/// Keeps in the history what became true of a batch.
fn record_event(
    c: &mut TenantConn<'_>,
    b: &Batch,
    kind: EventKind,
    reason: Option<&str>,
) -> Result<(), Error> {
    let event = NewEvent {
        product_id: b.product_id.clone(),
        target: Target::Batch(b.id.clone()),
        kind,
        detail: Some(EventDetail::BatchFacts(EventBatch {
            batch_no: b.batch_no.clone(),
            made_on: b.made_on,
            expires_on: b.expires_on,
            quantity: b.quantity,
            quantity_kind: b.quantity_kind.map(|kind| kind.as_str().to_owned()),
        })),
        reason: reason.map(str::to_owned),
    };
    Ok(events::record(c, event)?)
}

/// What the code of a batch is worth. Whoever looks at it is its maker, which is active.
fn truth(b: &Batch, p: &Product, recalls: &[Recall], today: NaiveDate) -> Truth {
    let own = recalls.iter().filter(|r| r.product_id == p.id).cloned();
    let code = Own {
        ground: &Ground::of(p, true, own.collect()),
        batch: Some((&b.id, b.stand())),
        unit: None,
        expires_on: b.expires_on,
    };
    Truth::of(code.findings(today))
}

fn view(
    units: i64,
    (b, p): (Batch, Product),
    truth: Truth,
    files: &[FileView],
    base: &PublicBase,
) -> BatchView {
    let (state, state_reason) = match CodeState::below(&p) {
        Code::Known(CodeState::Active) => (b.state, b.state_reason),
        ended => (ended, p.state_reason),
    };
    BatchView {
        uri: base.batch(&p.gtin, &b.batch_no),
        id: b.id,
        product_id: b.product_id,
        trace_code: p.trace_code,
        product_name: p.name,
        batch_no: b.batch_no,
        made_on: b.made_on,
        expires_on: b.expires_on,
        units,
        quantity: b.quantity,
        quantity_kind: b.quantity_kind,
        report_kind: b.report_kind,
        files: files
            .iter()
            .filter(|f| b.report_file_ids.0.contains(&f.id))
            .cloned()
            .collect(),
        report_file_ids: b.report_file_ids.0,
        is_report_public: b.is_report_public,
        note: b.note,
        ex_factory_on: b.ex_factory_on,
        is_ex_factory: b.ex_factory_on.is_some(),
        state,
        state_reason,
        verdict: truth.verdict(),
        findings: truth.into_findings(),
        version: b.version,
        created_at: b.created_at,
        updated_at: b.updated_at,
    }
}
