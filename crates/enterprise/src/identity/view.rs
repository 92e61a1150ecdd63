//! Identity requests as people read them.

use super::{
    Error,
    doubts::{doubts, namesake},
    model::{IdentityRequest, IdentityRequestId, IdentityRequestView, IdentityReviewFilter, IdentityView},
    store,
};
use crate::{change_request::ChangeRequestState, profile};
use db::{EnterpriseId, PlatformConn, TenantConn};
use identifiers::region;
use kernel::Lang;
use web::upload::{FileId, LinkKey, view_files};

/// Who reads: in which language, and with which links to files.
pub(super) type Reader<'r> = (Lang, &'r LinkKey);

/// A request of the connection's enterprise.
pub(super) fn find(
    c: &mut TenantConn<'_>,
    id: &IdentityRequestId,
    reader: Reader<'_>,
) -> Result<IdentityRequestView, Error> {
    let asked = store::find(c, id)?;
    view(c, asked, reader)
}

/// The requests of the connection's enterprise, newest first, and how many there are.
pub(super) fn list(
    c: &mut TenantConn<'_>,
    state: Option<ChangeRequestState>,
    page: (i64, i64),
    reader: Reader<'_>,
) -> Result<(Vec<IdentityRequestView>, i64), Error> {
    let (found, total) = store::list(c, state, page)?;
    let views = found.into_iter().map(|asked| view(c, asked, reader));
    Ok((views.collect::<Result<_, _>>()?, total))
}

/// Any request, for the operator, who is also told of namesakes.
pub(super) fn find_to_review(
    c: &mut PlatformConn<'_>,
    id: &IdentityRequestId,
    reader: Reader<'_>,
) -> Result<IdentityRequestView, Error> {
    let owner = store::owner_of(c, id)?;
    let asked = store::find(&mut c.acting_for(&owner), id)?;
    review(c, (asked, owner), reader)
}

/// The requests of all enterprises that a filter means.
pub(super) fn list_to_review(
    c: &mut PlatformConn<'_>,
    filter: &IdentityReviewFilter,
    page: (i64, i64),
    reader: Reader<'_>,
) -> Result<(Vec<IdentityRequestView>, i64), Error> {
    let (found, total) = store::list_all(c, filter, page)?;
    let views = found.into_iter().map(|asked| review(c, asked, reader));
    Ok((views.collect::<Result<_, _>>()?, total))
}

fn review(
    c: &mut PlatformConn<'_>,
    (asked, owner): (IdentityRequest, EnterpriseId),
    reader: Reader<'_>,
) -> Result<IdentityRequestView, Error> {
    let mut view = view(&mut c.acting_for(&owner), asked, reader)?;
    if view.state == ChangeRequestState::Submitted {
        let other = store::find_namesake(c, &owner, &view.asked.name)?;
        view.warnings.extend(other.map(|uscc| namesake(&uscc, reader.0)));
    }
    Ok(view)
}

fn view(
    c: &mut TenantConn<'_>,
    asked: IdentityRequest,
    (lang, links): Reader<'_>,
) -> Result<IdentityRequestView, Error> {
    let uscc = profile::uscc(c)?;
    let (changed_fields, warnings) = (asked.changed_fields(), doubts(&asked, &uscc, lang));
    let mut licence = |id: Option<FileId>| {
        let ids: Vec<_> = id.into_iter().collect();
        view_files(c, &ids, links).map(|files| files.into_iter().next())
    };
    let (former_licence, asked_licence) = (
        licence(asked.former_licence_file_id)?,
        licence(asked.licence_file_id)?,
    );
    Ok(IdentityRequestView {
        enterprise_id: c.enterprise().clone(),
        former: IdentityView {
            region_name: region_name(&asked.former_region_code),
            name: asked.former_name,
            region_code: asked.former_region_code,
            enterprise_types: asked.former_enterprise_types,
            licence: former_licence,
        },
        asked: IdentityView {
            region_name: region_name(&asked.region_code),
            name: asked.name,
            region_code: asked.region_code,
            enterprise_types: asked.enterprise_types,
            licence: asked_licence,
        },
        id: asked.id,
        uscc,
        changed_fields,
        reason: asked.reason,
        warnings,
        state: asked.state,
        state_reason: asked.state_reason,
        created_at: asked.created_at,
        decided_at: asked.decided_at,
    })
}

fn region_name(code: &str) -> String {
    region::find(code).map(|r| r.full_name()).unwrap_or_default()
}
