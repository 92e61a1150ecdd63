use crate::{Level, batch::BatchId};
use db::schema::pack_contents;
use diesel::{Insertable, Queryable, Selectable};
use identifiers::serial::{Place, Span};
use kernel::{Id, Timestamp};
use product::ProductId;

/// The id of a row of contents.
pub type ContentId = Id<Content>;

/// Something in a pack, as stored: a number of things of a product or of a batch, or a run of units.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = pack_contents, treat_none_as_default_value = false)]
pub struct Content {
    /// Its id.
    pub id: ContentId,
    /// The product of the pack.
    pub parent_product_id: ProductId,
    /// What stands before the number of the pack's serial.
    pub parent_prefix: String,
    /// How many digits the number of the pack's serial has.
    pub parent_width: i64,
    /// The number of the pack's serial.
    pub parent_number: i64,
    /// The product it is of.
    pub product_id: ProductId,
    /// The batch it is of, if one is meant.
    pub batch_id: Option<BatchId>,
    /// Prefix of the serials.
    pub prefix: Option<String>,
    /// Digits of the numbers, leading zeros included.
    pub width: Option<i64>,
    /// The first number.
    pub first_number: Option<i64>,
    /// The last number.
    pub last_number: Option<i64>,
    /// 产品数量
    pub quantity: i64,
    /// When it was put in.
    pub packed_at: Timestamp,
}

impl Content {
    /// Something newly put into a pack.
    pub(crate) fn new(pack: &Pack, product_id: ProductId, packed_at: Timestamp) -> Self {
        Self {
            id: ContentId::new(),
            parent_product_id: pack.product_id.clone(),
            parent_prefix: pack.place.prefix.clone(),
            parent_width: pack.place.width,
            parent_number: pack.place.number,
            product_id,
            batch_id: None,
            prefix: None,
            width: None,
            first_number: None,
            last_number: None,
            quantity: 1,
            packed_at,
        }
    }

    /// The same for a run of units.
    pub(crate) fn units(self, span: Span) -> Self {
        Self {
            quantity: span.count(),
            width: Some(span.width),
            first_number: Some(span.first),
            last_number: Some(span.last),
            prefix: Some(span.prefix),
            ..self
        }
    }

    /// Run of units, if it consists of units.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        Some(Span {
            prefix: self.prefix.clone()?,
            width: self.width?,
            first: self.first_number?,
            last: self.last_number?,
        })
    }

    /// Finds the pack it is in.
    #[must_use]
    pub fn pack(&self) -> Pack {
        Pack {
            product_id: self.parent_product_id.clone(),
            place: Place {
                prefix: self.parent_prefix.clone(),
                width: self.parent_width,
                number: self.parent_number,
            },
        }
    }

    /// Level at which it names its content.
    #[must_use]
    pub fn level(&self) -> Level {
        match (&self.prefix, &self.batch_id) {
            (Some(_), _) => Level::Unit,
            (None, Some(_)) => Level::Batch,
            (None, None) => Level::Product,
        }
    }
}

/// A pack: the unit that stands for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    /// The product.
    pub product_id: ProductId,
    /// The serial, split into prefix, width and number.
    pub place: Place,
}

impl Pack {
    /// The run of this unit alone.
    #[must_use]
    pub fn span(&self) -> Span {
        Span {
            prefix: self.place.prefix.clone(),
            width: self.place.width,
            first: self.place.number,
            last: self.place.number,
        }
    }

    /// Its serial.
    #[must_use]
    pub fn serial(&self) -> String {
        self.span().first_serial()
    }
}
