use crate::{Error, Product, ProductId, model::ReviewItem, state::ProductState};
use db::{
    EnterpriseId, PlatformConn, contains_pattern,
    schema::{enterprises, products},
};
use diesel::prelude::*;

type Result<T> = std::result::Result<T, Error>;

/// Whose a product is; for the platform's people.
pub(crate) fn owner_of(c: &mut PlatformConn<'_>, id: &ProductId) -> Result<EnterpriseId> {
    let row = products::table.find(id).select(products::enterprise_id);
    row.first(c.conn()).optional()?.ok_or(Error::NotFound)
}

/// The products of all enterprises, those that wait for a review first, the oldest before the others. Drafts are nobody's to
/// judge; they are found by a keyword or by their state.
pub(super) fn list_all(
    c: &mut PlatformConn<'_>,
    (keyword, state): (Option<&str>, Option<ProductState>),
    (offset, limit): (i64, i64),
) -> Result<(Vec<ReviewItem>, i64)> {
    let matching = || {
        let mut rows = products::table.inner_join(enterprises::table).into_boxed();
        if let Some(text) = keyword {
            rows = rows.filter(products::search_text.like(contains_pattern(text)).escape('\\'));
        }
        match (state, keyword) {
            (Some(state), _) => rows.filter(products::state.eq(state)),
            (None, Some(_)) => rows,
            (None, None) => rows.filter(products::state.ne(ProductState::Draft)),
        }
    };
    let total = matching().count().get_result(c.conn())?;
    let rows = matching()
        .order((
            products::state.eq(ProductState::Submitted).desc(),
            products::updated_at.asc(),
            products::id.asc(),
        ))
        .offset(offset)
        .limit(limit)
        .select((Product::as_select(), enterprises::name));
    let found: Vec<(Product, String)> = rows.load(c.conn())?;
    Ok((found.into_iter().map(ReviewItem::from).collect(), total))
}

/// How many makers are asked for at once.
const MAKERS: i64 = 200;

/// The enterprises that have a product that was ever activated, in the order of their ids.
pub(super) fn makers_after(
    c: &mut PlatformConn<'_>,
    behind: Option<&EnterpriseId>,
) -> Result<Vec<EnterpriseId>> {
    let behind = behind.map_or("", EnterpriseId::as_str).to_owned();
    let rows = products::table
        .filter(products::activated_at.is_not_null())
        .filter(products::enterprise_id.gt(behind))
        .select(products::enterprise_id)
        .distinct()
        .order(products::enterprise_id.asc())
        .limit(MAKERS);
    Ok(rows.load(c.conn())?)
}
