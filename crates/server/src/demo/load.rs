use super::{
    Login, drawing,
    keep::{days_before, keep},
    maker, secret,
    story::{Made, Maker, Story, Voided},
};
use crate::{CommandError, State};
use chrono::Days;
use coding::{
    batch::NewBatch,
    issue::{self, CodeBatch, UnitRun},
    unit::{self, Selection},
};
use db::{EnterpriseId, PlatformConn, TenantConn};
use enterprise::{
    create_operator, password,
    registration::{NewEnterprise, register_without_code},
    session::replace_password,
};
use facts::Level;
use identifiers::SerialNo;
use kernel::Timestamp;
use product::{AdmittedRecord, Holders, ProductId, life::SelfCheck};
use scan::{Scan, ScanChannel, Verdict};
use web::upload;

const OPERATOR: &str = "demo-operator";

/// Loads the demonstration and says how to sign in; when it is there already, only the passwords are new.
///
/// # Errors
/// When the database or the file store fails.
pub fn load(state: &State) -> Result<[Login; 2], CommandError> {
    let story = Story::read().map_err(std::io::Error::other)?;
    let maker = Login {
        title: "示范企业 Enterprise",
        name: story.enterprise.uscc.clone(),
        password: secret::password()?,
    };
    let operator = Login {
        title: "平台管理员 Operator",
        name: OPERATOR.to_owned(),
        password: secret::password()?,
    };
    let hashed = password::hash(&maker.password)?;
    let policy = state.accounts.policy;
    let mut scans = vec![];
    state.db.write_platform(|c| {
        let replace = |c: &mut PlatformConn<'_>, login: &Login| {
            replace_password(c, policy, &login.name, &login.password).map_err(enterprise::Error::from)
        };
        if replace(c, &maker)? {
            replace(c, &operator)?;
            return Ok::<_, CommandError>(());
        }
        create_operator(c, &policy, OPERATOR, &operator.password).map_err(enterprise::Error::from)?;
        let own = register(c, state, (story.enterprise, true), hashed)?;
        register(
            c,
            state,
            (story.waiting, false),
            password::hash(&secret::password()?)?,
        )?;
        let c = &mut c.acting_for(&own);
        for made in story.brands {
            maker::brand(c, state, made)?;
        }
        for made in story.qualifications {
            maker::qualification(c, state, made)?;
        }
        for made in story.products {
            scans.extend(make(c, state, &own, made)?);
        }
        Ok(())
    })?;
    record(state, scans)?;
    Ok([maker, operator])
}

/// Registers an enterprise with a drawn licence; one that is not verified waits for the operator, and nobody knows its password.
fn register(
    c: &mut PlatformConn<'_>,
    state: &State,
    (e, is_verified): (Maker, bool),
    hashed: String,
) -> Result<EnterpriseId, CommandError> {
    let (vault, slot) = (&state.files.vault, enterprise::slots::BUSINESS_LICENCE);
    let drawn = drawing::draw("licence")?;
    let licence = upload::keep_for_registration(c, vault, slot, "营业执照.png", drawn)?;
    let new = enterprise(e, is_verified);
    Ok(register_without_code(c, new, hashed, Some(licence))?)
}

fn enterprise(e: Maker, is_verified: bool) -> NewEnterprise {
    NewEnterprise {
        is_verified,
        uscc: e.uscc,
        name: e.name,
        region_code: e.region_code,
        enterprise_types: e.enterprise_types,
        registered_address: e.registered_address,
        contact_name: e.contact_name,
        contact_phone: e.contact_phone,
    }
}

/// Makes one product with its batches and units, and says which scans it had.
fn make(
    c: &mut TenantConn<'_>,
    state: &State,
    own: &EnterpriseId,
    made: Made,
) -> Result<Vec<Scan>, CommandError> {
    let mut record = made.record;
    let picture = drawing::draw(&made.picture)?;
    record.picture_file_ids = vec![keep(
        c,
        state,
        product::slots::PRODUCT_PICTURE,
        "产品图片.png",
        picture,
    )?];
    let report = include_bytes!("../../demo/report.pdf").to_vec();
    record.report_file_ids = vec![keep(
        c,
        state,
        product::slots::INSPECTION_REPORT,
        "出厂检验报告.pdf",
        report,
    )?];
    let product = product::create(c, AdmittedRecord::of(record))?;
    product::life::submit(c, &product, &SelfCheck { confirmed: true })?;
    product::life::activate(c, &product)?;
    let today = c.now().beijing_date();
    for b in made.batches {
        let made_on = days_before(today, b.made);
        let batch = NewBatch {
            product_id: product.clone(),
            batch_no: b.batch_no,
            made_on,
            expires_on: b
                .expires_after
                .and_then(|days| made_on.checked_add_days(Days::new(days))),
            quantity: None,
        };
        let order = CodeBatch {
            batch,
            units: b.units.map(|u| UnitRun {
                serial_prefix: u.serial_prefix,
                first_serial: Some(u.first_serial),
                quantity: u.quantity,
            }),
        };
        issue::code_batch(c, order)?;
    }
    if let Some(voided) = made.voided {
        void(c, &product, &voided)?;
    }
    let now = c.now();
    let scan = |(i, code): (usize, String)| Scan {
        enterprise: own.clone(),
        product: product.clone(),
        level: Level::Unit,
        code,
        verdict: Verdict::Valid,
        channel: ScanChannel::Page,
        region: None,
        at: some_time_before(now, i),
    };
    Ok(made.scans.into_iter().enumerate().map(scan).collect())
}

fn void(c: &mut TenantConn<'_>, product: &ProductId, v: &Voided) -> Result<(), CommandError> {
    let serial = |s: &str| SerialNo::parse(s).map_err(std::io::Error::other);
    let units = Selection {
        product_id: product.clone(),
        first_serial: serial(&v.first_serial)?,
        last_serial: Some(serial(&v.last_serial)?),
        quantity: Some(v.quantity),
    };
    unit::void(c, &Holders::default(), &units, &v.reason)?;
    Ok(())
}

/// A few times a day over the last days.
fn some_time_before(now: Timestamp, i: usize) -> Timestamp {
    const STEP_SECONDS: i64 = 5 * 3600 + 37 * 60;
    now.plus_seconds(-STEP_SECONDS * (1 + i64::try_from(i).unwrap_or(0)))
}

/// Oldest first, as scans come.
fn record(state: &State, mut scans: Vec<Scan>) -> Result<(), CommandError> {
    scans.sort_by_key(|s| s.at);
    actix_web::rt::System::new().block_on(async {
        for scan in scans {
            state.scans.recorder.record(scan).await?;
        }
        Ok(())
    })
}
