use super::public::{About, Open, ProductFacts, UpdateFacts};
use crate::Error;
use db::{EnterpriseId, PublicConn};
use enterprise::{MakerFacts, brand, profile};
use kernel::Code;
use product::{CodeReach, ProductId, ProductRecord, ProductRevision, all_files};
use web::upload::find_public_files;

/// What is said of a product besides its record.
pub(super) struct Beside {
    pub(super) id: ProductId,
    pub(super) code_reach: Code<CodeReach>,
    pub(super) updated: Option<UpdateFacts>,
}

/// Public facts of a record and of its maker.
pub(super) struct Shown {
    pub(super) product: ProductFacts,
    pub(super) maker: MakerFacts,
}

/// Reads what a record refers to of its owner's.
pub(super) fn assemble(
    c: &mut PublicConn<'_>,
    owner: &EnterpriseId,
    read: (ProductRecord, Vec<String>),
    beside: Beside,
) -> Result<Shown, Error> {
    let (record, unreadable) = read;
    let maker = profile::find_public(c, owner)?;
    let brand = match &record.brand_id {
        Some(id) => brand::find_public(c, owner, id)?,
        None => None,
    };
    let files = find_public_files(c, owner, &all_files(&record))?;
    let open = Open(&files);
    let about = About {
        id: beside.id,
        code_reach: beside.code_reach,
        brand,
        updated: beside.updated,
        unreadable,
    };
    Ok(Shown {
        product: ProductFacts::of(about, record, &open),
        maker,
    })
}

/// What a version changed, for the notice on the page; the first changed nothing.
pub(super) fn updated(version: &ProductRevision) -> Option<UpdateFacts> {
    (version.revision > 1 && !version.changed_fields.0.is_empty()).then(|| UpdateFacts {
        on: version.made_at.beijing_date(),
        changed_fields: version.changed_fields.0.clone(),
    })
}
