//! Parts of a run of units of which everything that may be changed is equal.

use super::UnitRange;
use crate::batch::{Batch, BatchId};
use chrono::NaiveDate;
use identifiers::serial::Span;
use std::collections::HashMap;

/// Where units belong: their batch, and the dates they have of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Belonging {
    pub(crate) batch_id: Option<BatchId>,
    pub(crate) made_on: Option<NaiveDate>,
    pub(crate) expires_on: Option<NaiveDate>,
}

/// A part of a run: units next to each other that belong alike and left the factory on the same day, if they did.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    pub(crate) span: Span,
    pub(crate) belonging: Belonging,
    pub(crate) ex_factory_on: Option<NaiveDate>,
}

/// The batches that parts are in.
pub(crate) type Batches = HashMap<BatchId, Batch>;

impl Belonging {
    /// The batch, if there is one.
    pub(crate) fn batch<'b>(&self, batches: &'b Batches) -> Option<&'b Batch> {
        self.batch_id.as_ref().and_then(|id| batches.get(id))
    }

    /// The production date that holds.
    pub(crate) fn made_on(&self, batches: &Batches) -> Option<NaiveDate> {
        self.made_on.or(self.batch(batches).map(|b| b.made_on))
    }

    /// The expiry date that holds.
    pub(crate) fn expires_on(&self, batches: &Batches) -> Option<NaiveDate> {
        self.expires_on.or(self.batch(batches).and_then(|b| b.expires_on))
    }
}

impl Part {
    /// The day it left the factory, by itself or with its batch.
    pub(crate) fn ex_factory_on(&self, batches: &Batches) -> Option<NaiveDate> {
        self.ex_factory_on
            .or(self.belonging.batch(batches).and_then(|b| b.ex_factory_on))
    }

    /// Whether it left the factory: somebody entered it, or it is past its expiry.
    pub(crate) fn is_ex_factory(&self, batches: &Batches, today: NaiveDate) -> bool {
        self.ex_factory_on(batches).is_some()
            || self.belonging.expires_on(batches).is_some_and(|day| day < today)
    }
}

/// The parts of a span that these ranges cover.
pub(crate) fn parts_of(ranges: &[UnitRange], span: &Span) -> Vec<Part> {
    let mut parts: Vec<Part> = vec![];
    for range in ranges {
        let next = Part {
            span: Span {
                first: range.first_number.max(span.first),
                last: range.last_number.min(span.last),
                ..span.clone()
            },
            belonging: Belonging {
                batch_id: range.batch_id.clone(),
                made_on: range.made_on,
                expires_on: range.expires_on,
            },
            ex_factory_on: range.ex_factory_on,
        };
        match parts.last_mut() {
            Some(part)
                if part.span.last.checked_add(1) == Some(next.span.first)
                    && part.belonging == next.belonging
                    && part.ex_factory_on == next.ex_factory_on =>
            {
                part.span.last = next.span.last;
            }
            _ => parts.push(next),
        }
    }
    parts
}
