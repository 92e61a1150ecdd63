//! Taking orders of exports.

use super::{
    Error, ExportOrder, ExportQueued, What,
    freeze::{freeze, freeze_labels},
    job,
    label_request::ExportLabels,
    unit_request::ExportUnits,
};
use crate::labels::{LabelFonts, LabelTool};
use db::{AccountId, TenantConn};
use kernel::Lang;
use label::Picture;
use product::PublicBase;
use web::{
    jobs::{NewJob, enqueue},
    upload::Vault,
};

/// The account that orders, and the parts every order needs.
pub(super) struct Order {
    pub(super) account: AccountId,
    pub(super) base: PublicBase,
    pub(super) vault: Vault,
}

/// Puts an export of units into the queue.
pub(super) fn queue_units(
    c: &mut TenantConn<'_>,
    by: &Order,
    given: &ExportUnits,
) -> Result<ExportQueued, Error> {
    let (order, _) = fix_units(c, (&by.base, &by.vault), given)?;
    let title = format!("导出 {}：{}", given.format.label(Lang::Zh), order.name);
    queue(c, by, (job::KIND, title), &order)
}

/// Fixes which units are exported and how their codes look. What is wrong with the picture is said now, not by the job.
pub(super) fn fix_units(
    c: &mut TenantConn<'_>,
    (base, vault): (&PublicBase, &Vault),
    given: &ExportUnits,
) -> Result<(ExportOrder, Picture), Error> {
    let look = given.look();
    let picture = look.picture(c, vault)?;
    label::Renderer::new(picture.clone())?;
    let order = freeze(c, &given.wanted()?, (given.format, look), base)?;
    Ok((order, picture))
}

/// Puts an export of labels into the queue. What is wrong with the labels is said now, not by the job.
pub(super) fn queue_labels(
    c: &mut TenantConn<'_>,
    by: &Order,
    fonts: &LabelFonts,
    given: &ExportLabels,
) -> Result<ExportQueued, Error> {
    let product = product::find(c, &given.product_id).map_err(product::blame_body)?;
    let run = given.run(&product);
    let tool = run.tool(c, &by.vault, fonts)?;
    let copies = given.copies.unwrap_or(1);
    let mut order = freeze_labels(c, &given.wanted()?, (run, copies), &by.base)?;
    order.try_first_label(&tool)?;
    order.note_for_printer(&product.trace_code, given.material.as_deref());
    let title = format!("导出标签 {}：{}", given.format.label(Lang::Zh), order.name);
    queue(c, by, (job::LABEL_KIND, title), &order)
}

fn queue(
    c: &mut TenantConn<'_>,
    by: &Order,
    (kind, title): (&'static str, String),
    order: &ExportOrder,
) -> Result<ExportQueued, Error> {
    let total = order.total();
    let job = NewJob {
        kind,
        account: by.account.clone(),
        title,
        input: serde_json::to_value(order).unwrap_or_default(),
        total,
        files: order.what.logo().into_iter().collect(),
    };
    Ok(ExportQueued {
        job_id: enqueue(c, &job)?,
        total,
    })
}

impl ExportOrder {
    /// Draws the first label as the job will.
    fn try_first_label(&self, tool: &LabelTool) -> Result<(), Error> {
        let (What::Labels { labels }, Some((uri, batch_no, serial))) = (&self.what, self.first_code()) else {
            return Ok(());
        };
        let [first, second] = labels.code_text(&batch_no, &serial);
        let mut elements = String::new();
        let content = labels.content(&uri, &batch_no, &serial, &mut elements);
        Ok(labels.try_on(tool, content, [&first, &second])?)
    }

    /// Tells a print shop what it gets, now that it is known how many labels there are.
    fn note_for_printer(&mut self, trace_code: &str, material: Option<&str>) {
        let total = self.total();
        if let What::Labels { labels } = &mut self.what {
            labels.note = labels.note(trace_code, total, material);
            labels.material = material.unwrap_or_default().to_owned();
            labels.specification = labels.specification();
        }
    }
}
