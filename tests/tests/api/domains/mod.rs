//! What domains above say of codes: chapters of the page, what a code goes with, who hears of it, and why it must wait.

mod hears;
mod holds;
mod related;
mod tellers;

use facts::Sources;
use product::Holders;
use server::Composition;
use std::{sync::Arc, time::Duration};
use tests::{Actor, TestApp};

const GTIN: &str = "/01/06901234567892";

/// A server with one more domain, and a manufacturer with units A001 to A020 of a product.
fn world(sources: Sources, holders: Holders) -> (TestApp, Actor, String) {
    let app = TestApp::composed(|own| Composition {
        sources,
        holders,
        ..own
    });
    let acme = app.enterprise(
        "91330109589891087U",
        "杭州超尔切削工具有限公司",
        enterprise::EnterpriseType::PRODUCERS,
    );
    let product = app.product(&acme, "6901234567892").to_string();
    acme.issue(&product, "A", "001", 20);
    (app, acme, product)
}

/// Nobody holds anything.
fn nobody() -> Holders {
    Holders::default()
}

/// A teller that is waited for however busy the machine is.
fn one_teller(teller: impl facts::Teller) -> Sources {
    hurried(teller).patience(Duration::from_secs(60))
}

/// A teller that is waited for as long as in the program.
fn hurried(teller: impl facts::Teller) -> Sources {
    Sources::default().teller(Arc::new(teller)).unwrap()
}
