//! Taking orders of exports.

use super::{
    Error, ExportEstimate, ExportOrder, ExportQueued, Tool, What,
    estimate::estimate,
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
use serde_json::Value;
use web::{
    Files,
    jobs::{JobError, JobId, JobLane, KEEP_DAYS, NewJob, Room, enqueue, find_request},
    upload::Vault,
};

/// What every order needs.
pub(super) struct Desk {
    pub(super) base: PublicBase,
    pub(super) files: Files,
    pub(super) fonts: LabelFonts,
}

/// An order that can be carried out, with what it was asked by.
pub(super) struct Prepared {
    kind: &'static str,
    title: String,
    order: ExportOrder,
    tool: Tool,
    request: Value,
}

/// A job of so many codes and bytes at most is short: a second or two.
const SHORT: (i64, i64) = (10_000, 8 * 1024 * 1024);

impl Desk {
    /// Prepares an export of units.
    pub(super) fn units(&self, c: &mut TenantConn<'_>, given: &ExportUnits) -> Result<Prepared, Error> {
        let (mut order, picture) = fix_units(c, (&self.base, &self.files.vault), given)?;
        if given.in_parts.unwrap_or(true) {
            order.cut();
        }
        Ok(Prepared {
            kind: job::KIND,
            title: format!("导出 {}：{}", given.format.label(Lang::Zh), order.name),
            order: order.with_room()?,
            tool: Tool::Picture(picture),
            request: serde_json::to_value(given).unwrap_or_default(),
        })
    }

    /// Prepares an export of labels. What is wrong with the labels is said now, not by the job.
    pub(super) fn labels(&self, c: &mut TenantConn<'_>, given: &ExportLabels) -> Result<Prepared, Error> {
        let product = product::find(c, &given.product_id).map_err(product::blame_body)?;
        let run = given.run(&product);
        let tool = run.tool(c, &self.files.vault, &self.fonts)?;
        let copies = given.copies.unwrap_or(1);
        let mut order = freeze_labels(c, &given.wanted()?, (run, copies), &self.base)?;
        order.try_first_label(&tool)?;
        order.note_for_printer(&product.trace_code, given.material.as_deref());
        if given.in_parts.unwrap_or(true) {
            order.cut();
        }
        Ok(Prepared {
            kind: job::LABEL_KIND,
            title: format!("导出标签 {}：{}", given.format.label(Lang::Zh), order.name),
            order,
            tool: Tool::Label(Box::new(tool)),
            request: serde_json::to_value(given).unwrap_or_default(),
        })
    }

    /// Prepares again what a job was asked for, as things are now: what was recalled or voided since is left out.
    fn again(&self, c: &mut TenantConn<'_>, id: &JobId) -> Result<Prepared, Error> {
        let (kind, request) = find_request(c, id)?;
        let unreadable = |_other_version| JobError::NotRepeatable;
        match kind == job::LABEL_KIND {
            true => self.labels(c, &serde_json::from_str(&request).map_err(unreadable)?),
            false => self.units(c, &serde_json::from_str(&request).map_err(unreadable)?),
        }
    }

    /// Tells how much an export will be, and whether there is room for it.
    pub(super) fn weigh(&self, c: &mut TenantConn<'_>, prepared: &Prepared) -> Result<ExportEstimate, Error> {
        let Prepared { order, tool, .. } = prepared;
        let (expected, room) = (estimate(order, tool)?, Room::of(c, &self.files)?);
        Ok(ExportEstimate {
            total: order.total(),
            files: order.parts.max(1),
            bytes: expected.bytes,
            seconds: i64::try_from(expected.time.as_secs() + 1).unwrap_or(i64::MAX),
            quota_bytes: room.quota,
            left_bytes: room.left(),
            fits: room.judge(expected.bytes).is_ok(),
            keep_days: KEEP_DAYS,
        })
    }

    /// Puts an order into the queue.
    pub(super) fn queue(
        &self,
        c: &mut TenantConn<'_>,
        account: &AccountId,
        prepared: Prepared,
    ) -> Result<ExportQueued, Error> {
        let Prepared { order, tool, .. } = prepared;
        let (total, bytes, parts) = (order.total(), estimate(&order, &tool)?.bytes, order.parts);
        let is_short = total <= SHORT.0 && bytes <= SHORT.1;
        let job = NewJob {
            kind: prepared.kind,
            account: account.clone(),
            title: prepared.title,
            input: serde_json::to_value(&order).unwrap_or_default(),
            request: prepared.request,
            total,
            files: order.what.logo().into_iter().collect(),
            lane: if is_short { JobLane::Short } else { JobLane::Long },
            bytes,
            parts,
        };
        let room = Room::of(c, &self.files)?;
        let job_id = enqueue(c, &job, &room)?;
        Ok(ExportQueued {
            job_id,
            total,
            bytes,
            parts,
        })
    }

    /// Puts what a job was asked for into the queue again.
    pub(super) fn repeat(
        &self,
        c: &mut TenantConn<'_>,
        account: &AccountId,
        id: &JobId,
    ) -> Result<ExportQueued, Error> {
        let prepared = self.again(c, id)?;
        self.queue(c, account, prepared)
    }
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
