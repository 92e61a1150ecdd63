use super::store;
use crate::Error;
use chrono::NaiveDate;
use coding::{
    pack::Content,
    unit::UnitRange,
    verdict::{BatchGround, Ground, Registry},
};
use db::PublicConn;
use identifiers::serial::{Place, Span};
use product::{BatchId, ProductId};
use std::{collections::HashMap, sync::Arc};

/// What was issued, as anyone may know it; products and batches that were read are kept.
pub(super) struct Published<'a, 'c> {
    c: &'a mut PublicConn<'c>,
    is_maker_active: bool,
    today: NaiveDate,
    grounds: HashMap<ProductId, Option<Arc<Ground>>>,
    batches: HashMap<BatchId, Option<Arc<BatchGround>>>,
}

impl<'a, 'c> Published<'a, 'c> {
    /// Reads on this connection what one maker issued.
    pub(super) fn new(c: &'a mut PublicConn<'c>, is_maker_active: bool, today: NaiveDate) -> Self {
        Self {
            c,
            is_maker_active,
            today,
            grounds: HashMap::new(),
            batches: HashMap::new(),
        }
    }

    /// The connection it reads on.
    pub(super) fn conn(&mut self) -> &mut PublicConn<'c> {
        self.c
    }
}

impl Registry for Published<'_, '_> {
    type Error = Error;

    fn today(&self) -> NaiveDate {
        self.today
    }

    fn ground(&mut self, product: &ProductId) -> Result<Option<Arc<Ground>>, Error> {
        if let Some(known) = self.grounds.get(product) {
            return Ok(known.clone());
        }
        let ground = match store::find_product_by_id(self.c, product)? {
            None => None,
            Some(p) => {
                let recalls = store::open_recalls(self.c, product)?;
                Some(Arc::new(Ground::of(&p, self.is_maker_active, recalls)))
            }
        };
        self.grounds.insert(product.clone(), ground.clone());
        Ok(ground)
    }

    fn batch(&mut self, id: &BatchId) -> Result<Option<Arc<BatchGround>>, Error> {
        if let Some(known) = self.batches.get(id) {
            return Ok(known.clone());
        }
        let batch = store::find_batch_by_id(self.c, id)?.map(|b| Arc::new(BatchGround::from(b)));
        self.batches.insert(id.clone(), batch.clone());
        Ok(batch)
    }

    fn range(&mut self, product: &ProductId, at: &Place) -> Result<Option<UnitRange>, Error> {
        store::find_range(self.c, product, at)
    }

    fn ranges(&mut self, product: &ProductId, span: &Span) -> Result<Vec<UnitRange>, Error> {
        store::ranges_over(self.c, product, span)
    }

    fn container(&mut self, product: &ProductId, at: &Place) -> Result<Option<Content>, Error> {
        store::packed_at(self.c, product, at)
    }

    fn contents(&mut self, product: &ProductId, packs: &Span) -> Result<Vec<Content>, Error> {
        store::in_packs(self.c, product, packs)
    }
}
