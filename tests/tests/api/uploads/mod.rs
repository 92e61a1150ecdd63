//! Files that come in: F010, F068, F069, F070, F071, F085.

mod claims;
mod content;
mod limits;
mod links;
mod pictures;

use tests::{Actor, TestApp};

fn acme(app: &TestApp) -> Actor {
    app.enterprise(
        "91330109589891087U",
        "杭州超尔切削工具有限公司",
        enterprise::EnterpriseType::PRODUCERS,
    )
}
