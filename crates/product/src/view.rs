use super::{
    ProductId, ProductRecord, ProductView,
    admitted::TakenOut,
    files, linking,
    model::{Product, ProductItem},
    prefix, revision,
    state::ProductState,
    store, succession,
    warning::{self, warnings},
};
use crate::{Error, PublicBase, page, reference::gpc};
use db::{Partly, TenantConn};
use enterprise::{brand, profile};
use kernel::{Lang, Timestamp};
use web::{
    FieldWarning,
    upload::{self, FileView, LinkKey},
};

pub(super) fn find_view(
    c: &mut TenantConn<'_>,
    id: &ProductId,
    links: &LinkKey,
    base: &PublicBase,
    lang: Lang,
) -> Result<ProductView, Error> {
    let p = store::find(c, id)?;
    let mut read = revision::store::current_record(c, &p)?;
    if let Some(brand) = &read.value.brand_id {
        let names = brand::names(c, std::slice::from_ref(brand))?;
        read.value.brand_name = names.get(brand).cloned().or(read.value.brand_name);
    }
    let files = files::views(c, &read.value, links)?;
    let gpc_title = gpc::title(c.unscoped(), &read.value.gpc_code)?;
    let mode = profile::review_mode(c)?;
    let locked = revision::locked_fields(p.state.known(), mode, &read.unreadable);
    let now = c.now();
    let is_voided = p.state == ProductState::Voided;
    let successor = if is_voided {
        store::living_with(c, &p.gtin)?
    } else {
        None
    };
    let may_be_succeeded = is_voided
        && match succession::admit(c, &read.value.trace_code, Some(&p.id)) {
            Ok(()) => true,
            Err(Error::Database(fault)) => return Err(fault.into()),
            Err(_taken) => false,
        };
    let mut view = view((p, read, gpc_title), files, base, (lang, now));
    if gpc::is_unknown(c.unscoped(), &view.record.gpc_code)? {
        view.warnings
            .push(warning::unknown_gpc(&view.record.gpc_code, lang));
    }
    if !is_voided {
        let doubtful = prefix::warnings(c, (&view.record.trace_code, view.code_reach), lang)?;
        view.warnings.extend(doubtful);
        let double = linking::warnings(c, id, &view.record.linked_codes, lang)?;
        view.warnings.extend(double);
    }
    Ok(ProductView {
        successor_product_id: successor,
        may_be_succeeded,
        locked,
        ..view
    })
}

/// The same just after it was saved, with what was taken out of its rich text among the warnings.
pub(super) fn find_saved(
    c: &mut TenantConn<'_>,
    (id, taken_out): (&ProductId, &TakenOut),
    links: &LinkKey,
    base: &PublicBase,
    lang: Lang,
) -> Result<ProductView, Error> {
    let mut view = find_view(c, id, links, base, lang)?;
    view.warnings
        .extend(taken_out.iter().map(|(pointer, removed)| FieldWarning {
            pointer: format!("/page{pointer}"),
            code: "product.rich_text_cleaned".to_owned(),
            message: page::taken_out(removed, lang),
        }));
    Ok(view)
}

pub(super) fn items(
    c: &mut TenantConn<'_>,
    found: Vec<Product>,
    links: &LinkKey,
) -> Result<Vec<ProductItem>, Error> {
    let covers: Vec<_> = found.iter().filter_map(|p| p.cover_file_id.clone()).collect();
    let covers = upload::view_files(c, &covers, links)?;
    let brands: Vec<_> = found.iter().filter_map(|p| p.brand_id.clone()).collect();
    let names = brand::names(c, &brands)?;
    let cover = |p: &Product| {
        covers
            .iter()
            .find(|f| p.cover_file_id.as_ref() == Some(&f.id))
            .cloned()
    };
    Ok(found
        .into_iter()
        .map(|p| ProductItem {
            picture: cover(&p),
            brand_name: p
                .brand_id
                .as_ref()
                .and_then(|id| names.get(id))
                .or(p.brand_name.as_ref())
                .cloned(),
            ..item(p)
        })
        .collect())
}

fn item(p: Product) -> ProductItem {
    ProductItem {
        id: p.id,
        trace_code: p.trace_code,
        code_reach: p.code_reach,
        name: p.name,
        category: p.category,
        product_type: p.product_type,
        brand_name: p.brand_name,
        model: p.model,
        picture: None,
        coding_level: p.coding_level,
        state: p.state,
        is_paused: p.is_paused,
        version: p.version,
        created_at: p.created_at,
        updated_at: p.updated_at,
    }
}

fn view(
    (p, read, gpc_title): (Product, Partly<ProductRecord>, Option<String>),
    files: Vec<FileView>,
    base: &PublicBase,
    (lang, now): (Lang, Timestamp),
) -> ProductView {
    ProductView {
        is_recheck_due: p.is_recheck_due(now),
        uri: base.product(&p.gtin),
        gpc_title,
        warnings: warnings(&read.value, now.beijing_date(), lang),
        id: p.id,
        gtin: p.gtin,
        code_reach: p.code_reach,
        locked: vec![],
        record: read.value,
        unreadable: read.unreadable,
        files,
        state: p.state,
        state_reason: p.state_reason,
        voided_by: p.voided_by,
        succeeds_product_id: p.succeeds_product_id,
        successor_product_id: None,
        may_be_succeeded: false,
        is_paused: p.is_paused,
        activated_at: p.activated_at,
        rechecked_at: p.rechecked_at,
        revision: p.revision,
        version: p.version,
        created_at: p.created_at,
        updated_at: p.updated_at,
    }
}
