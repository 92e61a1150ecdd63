//! The crates of the program. A new one is announced here, and nowhere else: what it has, it says itself.

use crate::domain::{
    Domain,
    Holder::{Administrators, Operators, Producers},
    complain,
};
use facts::{ChangeLog, Qualifications};
use print::export::CodeExport;
use std::sync::Arc;
use utoipa::OpenApi;
use web::jobs::Runner;

/// All of them, in the order in which people are shown what they bring.
pub(crate) const DOMAINS: &[Domain] = &[WEB, NOTIFY, PRODUCT, CODING, PRINT, FACTS, SCAN, ENTERPRISE];

const WEB: Domain = Domain {
    name: "web",
    routes: web::configure,
    documents: &[],
    tags: web::TAGS,
    errors: web::CATALOGUES,
    rights: &[(Administrators, web::permission::ALL)],
    slots: &[],
    notices: &[],
    sources: Ok,
    holds: &[],
    work: |runner, parts| {
        let vault = parts.files.vault.clone();
        runner
            .chore(move |db| complain("removing unused uploads", web::upload::sweep(db, &vault)))
            .chore(|db| complain("removing old counts", db.write_platform(web::throttle::sweep)))
            .chore(|db| complain("removing old answers", web::idempotency::sweep(db)))
    },
};

const NOTIFY: Domain = Domain {
    name: "notify",
    routes: notify::configure,
    documents: &[],
    tags: notify::TAGS,
    errors: notify::CATALOGUES,
    rights: &[
        (Administrators, notify::permission::own::ALL),
        (Operators, notify::permission::platform::ALL),
    ],
    slots: &[],
    notices: &[],
    sources: Ok,
    holds: &[],
    work: |runner, parts| {
        let courier = parts.courier.clone();
        runner
            .chore(|db| complain("removing old deliveries", notify::sweep_send_log(db)))
            .chore(|db| {
                complain(
                    "removing messages kept for developers",
                    notify::sweep_development(db),
                )
            })
            .errand("courier", move |db, stopping| {
                complain("reading the outbox", courier.work(db, stopping));
            })
    },
};

const ENTERPRISE: Domain = Domain {
    name: "enterprise",
    routes: enterprise::configure,
    documents: &[],
    tags: enterprise::TAGS,
    errors: enterprise::CATALOGUES,
    rights: &[
        (Administrators, enterprise::permission::own::ALL),
        (Operators, enterprise::permission::platform::ALL),
    ],
    slots: enterprise::slots::ALL,
    notices: &[enterprise::NOTICES],
    sources: Ok,
    holds: &[],
    work: |runner, _| {
        runner
            .chore(|db| complain("removing old sessions", enterprise::session::sweep(db)))
            .chore(|db| {
                complain(
                    "reminding of qualifications",
                    enterprise::qualification::remind_of_qualifications(db),
                );
            })
            .chore(|db| complain("removing old SMS codes", enterprise::sms_code::sweep(db)))
            .chore(|db| {
                complain(
                    "reminding of stale contacts",
                    enterprise::remind_of_stale_contacts(db),
                );
            })
    },
};

const PRODUCT: Domain = Domain {
    name: "product",
    routes: product::configure,
    documents: &[],
    tags: product::TAGS,
    errors: product::CATALOGUES,
    rights: &[
        (Producers, product::permission::ALL),
        (Operators, product::permission::platform::ALL),
    ],
    slots: product::slots::ALL,
    notices: &[product::NOTICES],
    sources: Ok,
    holds: &[],
    work: |runner, _| {
        runner.chore(|db| complain("registering linked codes", product::register_linked_codes(db)))
    },
};

const CODING: Domain = Domain {
    name: "coding",
    routes: coding::configure,
    documents: &[],
    tags: coding::TAGS,
    errors: coding::CATALOGUES,
    rights: &[
        (Producers, coding::permission::ALL),
        (Operators, coding::permission::platform::ALL),
    ],
    slots: &[],
    notices: &[coding::NOTICES],
    sources: Ok,
    holds: &[],
    work: |runner, _| {
        runner
            .chore(|db| complain("reminding of filings", coding::filing::remind(db)))
            .chore(|db| complain("counting overdue filings", coding::arrears::count(db)))
    },
};

const PRINT: Domain = Domain {
    name: "print",
    routes: print::configure,
    documents: &[],
    tags: print::TAGS,
    errors: print::CATALOGUES,
    rights: &[],
    slots: print::slots::ALL,
    notices: &[],
    sources: Ok,
    holds: &[],
    work: |runner, parts| {
        CodeExport::kinds(&parts.files.vault, &parts.fonts)
            .into_iter()
            .fold(runner, Runner::kind)
    },
};

const FACTS: Domain = Domain {
    name: "facts",
    routes: |_| {},
    documents: &[],
    tags: &[],
    errors: &[],
    rights: &[],
    slots: &[],
    notices: &[],
    sources: |all| all.teller(Arc::new(Qualifications))?.teller(Arc::new(ChangeLog)),
    holds: &[],
    work: |runner, _| runner,
};

const SCAN: Domain = Domain {
    name: "scan",
    routes: scan::configure,
    documents: &[scan::api::Document::openapi, scan::feedback::Document::openapi],
    tags: scan::TAGS,
    errors: scan::CATALOGUES,
    rights: &[(Producers, scan::permission::ALL)],
    slots: scan::slots::ALL,
    notices: &[scan::NOTICES],
    sources: Ok,
    holds: &[],
    work: |runner, _| runner,
};

#[cfg(test)]
mod tests;
