use super::{BatchGround, Ground, Registry};
use crate::{
    batch,
    pack::{self, Content, Error},
    recalled,
    unit::{self, UnitRange},
};
use chrono::NaiveDate;
use db::TenantConn;
use identifiers::serial::{Place, Span};
use product::{BatchId, Product, ProductId};
use std::{collections::HashMap, sync::Arc};

/// What an enterprise has issued, as itself sees it; products and batches that were read are kept. Whoever looks is the
/// maker, which is active.
pub struct Registered<'a, 'c> {
    c: &'a mut TenantConn<'c>,
    products: HashMap<ProductId, (Arc<Product>, Arc<Ground>)>,
    batches: HashMap<BatchId, Arc<BatchGround>>,
}

impl<'a, 'c> Registered<'a, 'c> {
    /// Reads on this connection.
    #[must_use]
    pub fn new(c: &'a mut TenantConn<'c>) -> Self {
        Self {
            c,
            products: HashMap::new(),
            batches: HashMap::new(),
        }
    }

    /// The connection it reads on.
    pub fn conn(&mut self) -> &mut TenantConn<'c> {
        self.c
    }

    /// A product of theirs, and what its codes rest on.
    ///
    /// # Errors
    /// When there is no such product or the database fails.
    pub fn product(&mut self, id: &ProductId) -> Result<(Arc<Product>, Arc<Ground>), Error> {
        if let Some((product, ground)) = self.products.get(id) {
            return Ok((Arc::clone(product), Arc::clone(ground)));
        }
        let product = Arc::new(product::find(self.c, id)?);
        let recalls = recalled::open_of(self.c, id)?;
        let ground = Arc::new(Ground::of(&product, true, recalls));
        let known = (product, ground);
        self.products.insert(id.clone(), known.clone());
        Ok(known)
    }
}

impl Registry for Registered<'_, '_> {
    type Error = Error;

    fn today(&self) -> NaiveDate {
        self.c.now().beijing_date()
    }

    fn ground(&mut self, product: &ProductId) -> Result<Option<Arc<Ground>>, Error> {
        Ok(Some(self.product(product)?.1))
    }

    fn batch(&mut self, id: &BatchId) -> Result<Option<Arc<BatchGround>>, Error> {
        if let Some(known) = self.batches.get(id) {
            return Ok(Some(Arc::clone(known)));
        }
        let found = Arc::new(BatchGround::from(batch::find(self.c, id)?.0));
        self.batches.insert(id.clone(), Arc::clone(&found));
        Ok(Some(found))
    }

    fn range(&mut self, product: &ProductId, at: &Place) -> Result<Option<UnitRange>, Error> {
        Ok(unit::find_at(self.c, product, at)?)
    }

    fn ranges(&mut self, product: &ProductId, span: &Span) -> Result<Vec<UnitRange>, Error> {
        Ok(unit::overlapping(self.c, product, span)?)
    }

    fn container(&mut self, product: &ProductId, at: &Place) -> Result<Option<Content>, Error> {
        pack::store::find_at(self.c, product, at)
    }

    fn contents(&mut self, product: &ProductId, packs: &Span) -> Result<Vec<Content>, Error> {
        pack::store::in_packs(self.c, product, packs)
    }
}
