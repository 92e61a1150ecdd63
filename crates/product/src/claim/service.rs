//! The rules of claims: one open claim of an enterprise to a code, heard by the other side, decided once.

use super::{
    Error,
    model::{
        ClaimReview, ClaimSide, CodeClaim, CodeClaimFilter, CodeClaimId, CodeClaimView, CreateCodeClaim,
    },
    store::{self, Case},
};
use crate::{
    ClaimState, ending,
    notice::{ProductNotice, ReviewNotice},
    prefix, slots, store as products,
    succession::{self, Contested},
};
use db::{List, PlatformConn, TenantConn};
use enterprise::{notice::notify_enterprise, profile};
use notify::{Notice, notify_operators};
use web::upload::{self, Dropped, FileOwner, LinkKey, Wanted};

/// How many claims of one enterprise may wait: each is read by people.
const MOST_OPEN: i64 = 50;

/// Files a claim, and tells the other side and the operators.
pub(super) fn create(c: &mut TenantConn<'_>, new: CreateCodeClaim) -> Result<CodeClaimId, Error> {
    let (id, code) = (CodeClaimId::new(), || new.trace_code.entered().to_owned());
    let proofs: Vec<_> = Wanted::list(slots::CLAIM_PROOF, &new.proof_file_ids, "/proof_file_ids").collect();
    upload::keep(c, &FileOwner::new("code_claim", &id), &proofs, Dropped::Release)?;
    if store::count_open(c)? >= MOST_OPEN {
        return Err(Error::TooMany { most: MOST_OPEN });
    }
    let other = match succession::contested(c, &new.trace_code)? {
        Contested::Nobodys => return Err(Error::CodeFree { code: code() }),
        Contested::Own => return Err(Error::OwnCode { code: code() }),
        Contested::Anothers(other) => other,
    };
    let claim = CodeClaim {
        id,
        gtin: new.trace_code.gtin14().to_owned(),
        trace_code: code(),
        product_id: other.id,
        reason: new.reason,
        proof_file_ids: List::of(new.proof_file_ids),
        state: ClaimState::Open.into(),
        reply: None,
        replied_at: None,
        decision_reason: None,
        decided_at: None,
        created_at: c.now(),
    };
    store::insert(c, &claim)?;
    let filed = ReviewNotice::CodeClaimFiled {
        enterprise: profile::name(c)?,
        trace_code: claim.trace_code.clone(),
    };
    notify_operators(c, &Notice::new(filed).link("/platform/code-claims"))?;
    let received = ProductNotice::CodeClaimReceived {
        trace_code: claim.trace_code.clone(),
        reason: claim.reason.clone(),
    };
    let other = &mut c.telling(&other.enterprise_id);
    notify_enterprise(other, &told(received, ClaimSide::Received))?;
    Ok(claim.id)
}

/// A text to one side of a claim.
fn told(text: ProductNotice, side: ClaimSide) -> Notice<ProductNotice> {
    Notice::new(text).link(format!("/code-claims?side={}", side.as_str()))
}

/// Takes one's own claim back.
pub(super) fn withdraw(c: &mut TenantConn<'_>, id: &CodeClaimId) -> Result<(), Error> {
    store::find_filed(c, id)?.ok_or(Error::NotFound)?;
    store::withdraw(c, id)
}

/// Says something to a claim to the code of a product of one's own, once, and tells the claimant.
pub(super) fn reply(c: &mut TenantConn<'_>, id: &CodeClaimId, reply: &str) -> Result<(), Error> {
    let (claim, claimant) = store::find_received(c, id)?.ok_or(Error::NotFound)?;
    if claim.state != ClaimState::Open {
        return Err(Error::Closed);
    }
    let claimant = &mut c.telling(&claimant);
    store::set_reply(claimant, id, reply)?;
    let replied = ProductNotice::CodeClaimReplied {
        trace_code: claim.trace_code.clone(),
        reply: reply.to_owned(),
    };
    Ok(notify_enterprise(claimant, &told(replied, ClaimSide::Filed))?)
}

/// A claim as the enterprise sees it, on whichever side it is.
pub(super) fn find_view(
    c: &mut TenantConn<'_>,
    id: &CodeClaimId,
    links: &LinkKey,
) -> Result<CodeClaimView, Error> {
    if let Some(claim) = store::find_filed(c, id)? {
        let proofs = upload::view_files(c, &claim.proof_file_ids.0, links)?;
        return Ok(CodeClaimView {
            proofs,
            ..view(claim, ClaimSide::Filed)
        });
    }
    let (claim, _) = store::find_received(c, id)?.ok_or(Error::NotFound)?;
    Ok(view(claim, ClaimSide::Received))
}

pub(super) fn list(
    c: &mut TenantConn<'_>,
    filter: &CodeClaimFilter,
    page: (i64, i64),
) -> Result<(Vec<CodeClaimView>, i64), Error> {
    let side = filter.side.unwrap_or(ClaimSide::Filed);
    let (found, total) = match side {
        ClaimSide::Filed => store::list_filed(c, filter.state, page)?,
        ClaimSide::Received => store::list_received(c, filter.state, page)?,
    };
    Ok((found.into_iter().map(|claim| view(claim, side)).collect(), total))
}

fn view(claim: CodeClaim, side: ClaimSide) -> CodeClaimView {
    CodeClaimView {
        product_id: (side == ClaimSide::Received).then_some(claim.product_id),
        id: claim.id,
        side,
        trace_code: claim.trace_code,
        state: claim.state,
        reason: claim.reason,
        proofs: vec![],
        reply: claim.reply,
        replied_at: claim.replied_at,
        decision_reason: claim.decision_reason,
        decided_at: claim.decided_at,
        created_at: claim.created_at,
    }
}

/// Gives the code to the claimant: what another enterprise has under it is voided with the reason, keeps its history, and
/// makes room for a product of the claimant's.
pub(super) fn approve(c: &mut PlatformConn<'_>, id: &CodeClaimId, reason: &str) -> Result<(), Error> {
    let (claim, claimant, product) = store::find_any(c, id)?;
    let respondent = store::maker_of(c, &product)?.id;
    // Whoever creates a successor of it meanwhile is either seen here or sees the decision.
    products::take_turn(&mut c.acting_for(&respondent), &product.id)?;
    // So does whoever registers the code while it is free.
    succession::take_turn(&mut c.acting_for(&claimant), &claim.gtin)?;
    store::decide(c, id, (ClaimState::Approved, reason))?;
    let living = succession::living(&mut c.acting_for(&claimant), &claim.gtin)?;
    if let Some(p) = living.filter(|p| p.enterprise_id != claimant) {
        ending::end_by_operator(c, &p.id, reason, false)?;
    }
    let (trace_code, reason) = (claim.trace_code.clone(), reason.to_owned());
    let approved = ProductNotice::CodeClaimApproved { trace_code, reason };
    notify_enterprise(&mut c.acting_for(&claimant), &told(approved, ClaimSide::Filed))?;
    let lost = ProductNotice::CodeClaimLost {
        trace_code: claim.trace_code.clone(),
    };
    Ok(notify_enterprise(
        &mut c.acting_for(&respondent),
        &told(lost, ClaimSide::Received),
    )?)
}

/// Leaves the code to whoever has it.
pub(super) fn reject(c: &mut PlatformConn<'_>, id: &CodeClaimId, reason: &str) -> Result<(), Error> {
    let (claim, claimant, product) = store::find_any(c, id)?;
    let respondent = store::maker_of(c, &product)?.id;
    store::decide(c, id, (ClaimState::Rejected, reason))?;
    let (trace_code, reason) = (claim.trace_code.clone(), reason.to_owned());
    let rejected = ProductNotice::CodeClaimRejected { trace_code, reason };
    notify_enterprise(&mut c.acting_for(&claimant), &told(rejected, ClaimSide::Filed))?;
    let averted = ProductNotice::CodeClaimAverted {
        trace_code: claim.trace_code.clone(),
    };
    Ok(notify_enterprise(
        &mut c.acting_for(&respondent),
        &told(averted, ClaimSide::Received),
    )?)
}

/// A claim as the operator sees it, with its proofs.
pub(super) fn find_review(
    c: &mut PlatformConn<'_>,
    id: &CodeClaimId,
    links: &LinkKey,
) -> Result<ClaimReview, Error> {
    let case = store::find_any(c, id)?;
    let (claimant, proofs) = (case.1.clone(), case.0.proof_file_ids.0.clone());
    let proofs = upload::view_files(&mut c.acting_for(&claimant), &proofs, links)?;
    Ok(ClaimReview {
        proofs,
        ..review(c, case)?
    })
}

pub(super) fn reviews(c: &mut PlatformConn<'_>, cases: Vec<Case>) -> Result<Vec<ClaimReview>, Error> {
    cases.into_iter().map(|case| review(c, case)).collect()
}

fn review(c: &mut PlatformConn<'_>, (claim, claimant, product): Case) -> Result<ClaimReview, Error> {
    let (claimant, respondent) = (store::side(c, &claimant)?, store::maker_of(c, &product)?);
    let within = |prefixes: &List<String>| prefix::covering(&claim.gtin, &prefixes.0).map(str::to_owned);
    Ok(ClaimReview {
        claimant_prefix: within(&claimant.company_prefixes),
        respondent_prefix: within(&respondent.company_prefixes),
        claimant_name: claimant.name,
        respondent_name: respondent.name,
        id: claim.id,
        trace_code: claim.trace_code,
        state: claim.state,
        product_id: product.id,
        product_name: product.name,
        product_state: product.state,
        reason: claim.reason,
        proofs: vec![],
        reply: claim.reply,
        replied_at: claim.replied_at,
        decision_reason: claim.decision_reason,
        decided_at: claim.decided_at,
        created_at: claim.created_at,
    })
}
